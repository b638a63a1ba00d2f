"""The paintings of a painter that Wikidata knows, with their images on Wikimedia Commons.

https://www.wikidata.org/wiki/Wikidata:SPARQL_query_service
"""

import re
from collections import defaultdict

from scripts.common.errors import InputError

PAGE = 250  # paintings a query: well below the service's limit of a minute
YEAR = 9  # wikibase:timePrecision of a year; 8 is a decade, 10 a month
ENTITY = "http://www.wikidata.org/entity/"
# By painting, as a painting has a row for each of its images, dates, collections and materials;
# each page begins after the last painting of the one before, whatever is added meanwhile.
QUERY = """
SELECT ?painting ?paintingLabel ?image ?inception ?artistLabel ?statusLabel ?collectionLabel
  ?materialLabel
WHERE {
  {
    SELECT DISTINCT ?painting WHERE {
      ?painting wdt:P170 wd:%(painter)s; wdt:P31 wd:Q3305213; wdt:P18 [].
      FILTER(STR(?painting) > "%(after)s")
    }
    ORDER BY STR(?painting)
    LIMIT %(page)d
  }
  BIND(wd:%(painter)s AS ?artist)
  ?painting wdt:P18 ?image.
  OPTIONAL {
    ?painting wdt:P571 ?inception; p:P571/psv:P571 ?date.
    ?date wikibase:timeValue ?inception; wikibase:timePrecision ?precision.
    FILTER(?precision >= %(precision)d)
  }
  OPTIONAL { ?painting wdt:P6216 ?status. }
  OPTIONAL { ?painting wdt:P195 ?collection. }
  OPTIONAL { ?painting wdt:P186 ?material. }
  SERVICE wikibase:label { bd:serviceParam wikibase:language "%(languages)s". }
}
"""


def find_paintings(painter, web, *, query_service, commons, languages, width):
    """Return the paintings of the painter with the Q number `painter`, a dict of cells each.

    Of several images of a painting the first by name is taken, of several dates the earliest,
    and all collections and materials. A painting is undated if its date is not known to the year.

    Raises InputError if `painter` is no Q number, or as Web.fetch_json does.
    """
    if not re.fullmatch(r"Q[1-9]\d*", painter):
        raise InputError(f"the painter is {painter}; allowed: a Q number of Wikidata, such as Q296")
    # "mul" holds names that are the same in all languages.
    languages = ",".join(dict.fromkeys([*languages, "mul", "en"]))
    paintings, after = {}, ""
    while True:
        query = QUERY % {
            "painter": painter,
            "after": after,
            "page": PAGE,
            "precision": YEAR,
            "languages": languages,
        }
        answer = web.fetch_json(query_service, {"query": query, "format": "json"})
        page = _rows_by_painting(answer, after)
        paintings |= page
        if len(page) < PAGE:
            break
        after = max(page)
    return [
        _painting(address.removeprefix(ENTITY), rows, commons, width)
        for address, rows in paintings.items()
    ]


def _rows_by_painting(answer, after):
    """Return the rows of an answer, dicts of texts, by the address of their painting."""
    rows = defaultdict(list)
    for binding in answer["results"]["bindings"]:
        row = {name: term["value"] for name, term in binding.items()}
        if row["painting"] > after:
            rows[row["painting"]].append(row)
    return rows


def _painting(number, rows, commons, width):
    def values(name):
        return sorted({row[name] for row in rows if name in row})

    file = values("image")[0].rpartition("/")[2]
    years = [int(re.match(r"-?\d+", date)[0]) for date in values("inception")]
    return {
        "image_id": number,
        "source": f"{commons}/wiki/Special:FilePath/{file}?width={width}",
        "title": rows[0]["paintingLabel"],
        "year": min(years, default=None),
        "artist": rows[0]["artistLabel"],
        "link": f"https://www.wikidata.org/wiki/{number}",
        "licence": "; ".join(values("statusLabel")),
        "collection": "; ".join(values("collectionLabel")),
        "materials": "; ".join(values("materialLabel")),
    }
