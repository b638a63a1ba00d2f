"""The paintings of a painter in The Cleveland Museum of Art.

https://openaccess-api.clevelandart.org/
"""

from scripts.collections.odd_records import read_each
from scripts.collections.painters import slug, year_of_span
from scripts.common.errors import InputError

PAGE = 100  # artworks a request


def find_paintings(painter, web, *, api):
    """Return the paintings of `painter`, a name such as claude-monet, and lines on odd ones.

    Raises InputError if the museum has none by a painter of that name, or as Web.fetch_json does.
    """
    words = {"artists": painter.replace("-", " "), "type": "Painting", "has_image": 1}
    artworks, total = [], 1
    while len(artworks) < total:
        query = words | {"limit": PAGE, "skip": len(artworks)}
        answer = web.fetch_json(f"{api}/artworks/", query)
        artworks, total = artworks + answer["data"], answer["info"]["total"]
        if not answer["data"]:
            break
    paintings, lines = read_each(artworks, _painting, _number)
    names = {slug(painting["artist"] or "") for painting in paintings}
    own = [painting for painting in paintings if slug(painting["artist"] or "") == painter]
    if paintings and not own:
        raise InputError(
            f"cleveland: no painter {painter}; the most like it: {', '.join(sorted(names)[:5])}"
        )
    return own, lines


def _number(artwork):
    return f"cleveland-{artwork['id']}"


def _painting(artwork):
    # `Claude Monet (French, 1840-1926)`; a copy is by two.
    makers = [creator["description"].partition(" (")[0] for creator in artwork["creators"][:1]]
    first, last = artwork["creation_date_earliest"], artwork["creation_date_latest"]
    return {
        "image_id": _number(artwork),
        "source": artwork["images"]["web"]["url"],
        "title": artwork["title"],
        "date": artwork["creation_date"],
        "year": year_of_span(first, last),
        "artist": next(iter(makers), None),
        "link": artwork["url"],
        "licence": artwork["share_license_status"],
        "collection": artwork["department"],
        "materials": artwork["technique"],
    }
