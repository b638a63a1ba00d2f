"""The paintings of a painter in the Art Institute of Chicago. https://api.artic.edu/docs/"""

import json
from functools import partial

from scripts.collections.odd_records import read_each
from scripts.collections.painters import slug, year_of_span
from scripts.common.errors import InputError
from scripts.common.plain_text import plain_text

PAGE = 100  # artworks, the most that the service allows
WIDTH = 843  # px; the museum asks for this one, which its servers have at hand
PAINTING = 1  # artwork_type_id
FIELDS = ["id", "title", "artist_title", "date_display", "date_start", "date_end", "image_id"]
FIELDS += ["is_public_domain", "medium_display"]


def find_paintings(painter, web, *, api):
    """Return the paintings of `painter`, a name such as claude-monet, and lines on odd ones.

    A date of some years counts as its first, and one of a decade or more as none.

    Raises InputError if the museum has no such painter, or as Web.fetch_json does.
    """
    words = {"q": painter.replace("-", " "), "fields": ["id", "title"], "limit": PAGE}
    agents = _search(web, f"{api}/agents/search", words)["data"]
    namesakes = [agent["id"] for agent in agents if slug(agent["title"]) == painter]
    if not namesakes:
        alike = ", ".join(slug(agent["title"]) for agent in agents[:5]) or "none"
        raise InputError(f"artic: no painter {painter}; the most like it: {alike}")
    filters = [
        {"terms": {"artist_id": namesakes}},
        {"term": {"artwork_type_id": PAINTING}},
        {"exists": {"field": "image_id"}},
    ]
    wanted = {"query": {"bool": {"filter": filters}}, "sort": {"id": "asc"}, "fields": FIELDS}
    paintings, lines, page, pages = [], [], 0, 1
    while page < pages:
        page += 1
        answer = _search(web, f"{api}/artworks/search", wanted | {"limit": PAGE, "page": page})
        pages = answer["pagination"]["total_pages"]
        made, odd = read_each(
            answer["data"], partial(_painting, addresses=answer["config"]), _number
        )
        paintings, lines = paintings + made, lines + odd
    return paintings, lines


def _search(web, address, query):
    query = {"params": json.dumps(query, separators=(",", ":"))}
    return web.fetch_json(address, query, {"AIC-User-Agent": web.user_agent})


def _number(artwork):
    return f"artic-{artwork['id']}"


def _painting(artwork, addresses):
    image = artwork["image_id"]
    return {
        "image_id": _number(artwork),
        "source": f"{addresses['iiif_url']}/{image}/full/{WIDTH},/0/default.jpg" if image else None,
        "title": plain_text(artwork["title"] or ""),
        "date": artwork.get("date_display"),
        "year": year_of_span(artwork["date_start"], artwork["date_end"]),
        "artist": artwork["artist_title"],
        "link": f"{addresses['website_url']}/artworks/{artwork['id']}",
        "licence": "public domain" if artwork["is_public_domain"] else None,
        "collection": "Art Institute of Chicago",
        "materials": plain_text(artwork["medium_display"] or ""),
    }
