"""Services of museums, answering in their real formats, for a tests.server.Server."""

import json
import re

from tests.server import json_body

SPARQL = "application/sparql-results+json;charset=utf-8"
XSD = "http://www.w3.org/2001/XMLSchema#"
ENTITY = "http://www.wikidata.org/entity/"
FILE_PATH = "http://commons.wikimedia.org/wiki/Special:FilePath/"


def sparql_rows(number, *files, dates=(), title=None, **items):
    """Return the rows of Wikidata's answer for a painting: one for each thing that it tells.

    `files` are names on Commons; a title is a text or a dict of these by language; `items` are
    lists of (Q number, {language: label}) by what they are (artist, material, ...).
    """

    def row(what, value, item=None):
        told = {"painting": uri(ENTITY + number), "what": literal(what), "value": value}
        return told | ({"item": uri(ENTITY + item)} if item else {})

    titles = title if isinstance(title, dict) else {"en": title} if title else {}
    rows = [row("image", uri(FILE_PATH + file)) for file in files]
    rows += [row("inception", literal(date, datatype=f"{XSD}dateTime")) for date in dates]
    rows += [row("title", literal(text, **{"xml:lang": at})) for at, text in titles.items()]
    for what, told in items.items():
        for item, labels in told:
            for language, label in labels.items():
                rows.append(row(what, literal(label, **{"xml:lang": language}), item))
    return rows


def uri(address):
    return {"type": "uri", "value": address}


def literal(text, **more):
    return {"type": "literal", "value": text, **more}


def wikidata(rows):
    """Answer SPARQL queries: of the paintings in `rows` those after the last one, a page full."""

    def answer(handler):
        query = handler.query["query"]
        assert handler.query["format"] == "json"
        after = re.search(r'STR\(\?painting\) > "(.*?)"', query)[1]
        limit = int(re.search(r"LIMIT (\d+)", query)[1])
        paintings = sorted({row["painting"]["value"] for row in rows} - {""})
        page = [painting for painting in paintings if painting > after][:limit]
        found = [row for row in rows if row["painting"]["value"] in page]
        data = {"head": {"vars": ["painting", "what", "item", "value"]}}
        return json_body(data | {"results": {"bindings": found}}, SPARQL)(handler)

    return answer


def artic(kept, matches, website):
    """Answer searches of the Art Institute of Chicago: what of `kept` (dicts) `matches` a query."""

    def answer(handler):
        query = json.loads(handler.query["params"])
        found = [thing for thing in kept if matches(query, thing)]
        limit, page = query["limit"], query.get("page", 1)
        assert limit <= 100
        begin = (page - 1) * limit
        data = {
            "preference": None,
            "pagination": {
                "total": len(found),
                "limit": limit,
                "offset": begin,
                "total_pages": -(-len(found) // limit),
                "current_page": page,
            },
            "data": [
                {"_score": 1, **{field: thing.get(field) for field in query["fields"]}}
                for thing in found[begin : begin + limit]
            ],
            "info": {"license_text": "...", "license_links": [], "version": "1.14"},
            "config": {"iiif_url": f"{website}/iiif/2", "website_url": website},
        }
        return json_body(data)(handler)

    return answer


def is_painting_by(query, artwork):
    """Tell whether an artwork passes the filters of a query."""
    by, kind, has = query["query"]["bool"]["filter"]
    return (
        artwork["artist_id"] in by["terms"]["artist_id"]
        and artwork["artwork_type_id"] == kind["term"]["artwork_type_id"]
        and artwork[has["exists"]["field"]] is not None
    )


def met(objects):
    """Return answers of The Met by path: a search that finds all of `objects`, and each of these.

    An object that is None is one that the search finds and that is not there.
    """

    def search(handler):
        assert handler.query["artistOrCulture"] == handler.query["hasImages"] == "true"
        numbers = list(objects) or None
        return json_body({"total": len(objects), "objectIDs": numbers})(handler)

    there = {number: found for number, found in objects.items() if found is not None}
    answers = {f"/objects/{number}": json_body(found) for number, found in there.items()}
    return {"/search": search} | answers


def cleveland(artworks):
    """Answer searches of The Cleveland Museum of Art: those of `artworks` by makers of the name."""

    def answer(handler):
        name = handler.query["artists"].lower()
        found = [artwork for artwork in artworks if name in json.dumps(artwork).lower()]
        limit, skip = int(handler.query["limit"]), int(handler.query["skip"])
        assert handler.query["type"] == "Painting"
        info = {"total": len(found), "parameters": {"limit": limit, "skip": skip}}
        return json_body({"info": info, "data": found[skip : skip + limit]})(handler)

    return answer
