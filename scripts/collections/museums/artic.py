"""The paintings of a painter in the Art Institute of Chicago. https://api.artic.edu/docs/"""

import json
import re

from scripts.collections.ids import safe_id
from scripts.common.errors import InputError

PAGE = 100  # artworks, the most that the service allows
WIDTH = 843  # px; the museum asks for this one, which its servers have at hand
PAINTING = 1  # artwork_type_id
DECADE = 10  # years; a date that may be any of so many is none
FIELDS = ["id", "title", "artist_title", "date_start", "date_end", "image_id", "is_public_domain"]
FIELDS += ["medium_display"]


def find_paintings(painter, web, *, api):
    """Return the paintings of `painter`, a name such as claude-monet, a dict of cells each.

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
    paintings, page, pages = [], 0, 1
    while page < pages:
        page += 1
        answer = _search(web, f"{api}/artworks/search", wanted | {"limit": PAGE, "page": page})
        pages = answer["pagination"]["total_pages"]
        paintings += [_painting(artwork, answer["config"]) for artwork in answer["data"]]
    return paintings


def slug(name):
    """Return a name in small letters and digits, with dashes between its words.

    >>> slug("J. M. W. Turner"), slug("Édouard Manet")
    ('j-m-w-turner', 'edouard-manet')
    """
    return re.sub(r"[._-]+", "-", safe_id(name).lower())


def _search(web, address, query):
    query = {"params": json.dumps(query, separators=(",", ":"))}
    return web.fetch_json(address, query, {"AIC-User-Agent": web.user_agent})


def _painting(artwork, addresses):
    first, last = artwork["date_start"], artwork["date_end"]
    is_dated = first is not None and (last or first) - first < DECADE - 1
    return {
        "image_id": f"artic-{artwork['id']}",
        "source": f"{addresses['iiif_url']}/{artwork['image_id']}/full/{WIDTH},/0/default.jpg",
        "title": artwork["title"],
        "year": first if is_dated else None,
        "artist": artwork["artist_title"],
        "link": f"{addresses['website_url']}/artworks/{artwork['id']}",
        "licence": "public domain" if artwork["is_public_domain"] else None,
        "collection": "Art Institute of Chicago",
        "materials": artwork["medium_display"],
    }
