"""The paintings of a painter in The Metropolitan Museum of Art. https://metmuseum.github.io/"""

from scripts.collections.odd_records import read_each, told
from scripts.collections.painters import slug, year_of_span
from scripts.collections.web import OddAnswer
from scripts.common.errors import InputError


def find_paintings(painter, web, *, api):
    """Return the paintings of `painter`, a name such as claude-monet, and lines on the rest.

    They are those in the public domain: only these have images. Each is asked for by itself.

    Raises InputError if the museum finds nothing by that name, or as Web.fetch_json does.
    """
    words = {"q": painter.replace("-", " "), "artistOrCulture": "true", "hasImages": "true"}
    numbers = web.fetch_json(f"{api}/search", words | {"medium": "Paintings"})["objectIDs"]
    if not numbers:
        raise InputError(f"met: no paintings with images by {painter}; allowed: as on its website")
    objects, gone, others = [], [], []
    for number in numbers:
        try:
            found = web.fetch_json(f"{api}/objects/{number}", {})
        except OddAnswer:
            gone.append(str(number))
            continue
        artist = found.get("artistDisplayName") if isinstance(found, dict) else None
        if artist is None or slug(artist) == painter:
            objects.append(found)
        else:
            others.append(slug(artist) or "nobody named")
    if not objects and others:
        alike = ", ".join(list(dict.fromkeys(others))[:5])
        raise InputError(f"met: no painter {painter}; the most like it: {alike}")
    paintings, lines = read_each(objects, _painting, _number)
    if gone:
        lines.append(told("object", "not there, left out", gone))
    return paintings, lines


def _number(found):
    return f"met-{found['objectID']}"


def _painting(found):
    return {
        "image_id": _number(found),
        "source": found["primaryImageSmall"],
        "title": found["title"],
        "date": found["objectDate"],
        "year": year_of_span(found["objectBeginDate"], found["objectEndDate"]),
        "artist": found["artistDisplayName"],
        "link": found["objectURL"],
        "licence": "public domain" if found["isPublicDomain"] else None,
        "collection": found["department"],
        "materials": found["medium"],
    }
