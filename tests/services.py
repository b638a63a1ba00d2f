"""Services of museums, answering in their real formats, for a tests.server.Server."""

import json
import re

from tests.server import json_body

SPARQL = "application/sparql-results+json;charset=utf-8"
XSD = "http://www.w3.org/2001/XMLSchema#"
ENTITY = "http://www.wikidata.org/entity/"
FILE_PATH = "http://commons.wikimedia.org/wiki/Special:FilePath/"


def sparql_row(number, image, inception=None, **labels):
    """Return a row of Wikidata's answer: URIs, a date if any, and labels by variable, as given.

    A label that is a pair also has a language; one without is what Wikidata makes of an item that
    has none, its number.
    """
    row = {
        "painting": {"type": "uri", "value": ENTITY + number},
        "image": {"type": "uri", "value": FILE_PATH + image},
    }
    if inception:
        row["inception"] = {"type": "literal", "datatype": XSD + "dateTime", "value": inception}
    for variable, label in labels.items():
        text, language = label if isinstance(label, tuple) else (label, None)
        row[variable] = {"type": "literal", "value": text}
        if language:
            row[variable]["xml:lang"] = language
    return row


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
        variables = list(dict.fromkeys(name for row in found for name in row))
        data = {"head": {"vars": variables}, "results": {"bindings": found}}
        return json_body(data, SPARQL)(handler)

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
                {"_score": 1, **{field: thing[field] for field in query["fields"]}}
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
