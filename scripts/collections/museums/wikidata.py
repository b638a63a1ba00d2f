"""The paintings of a painter that Wikidata knows, with their images on Wikimedia Commons.

https://www.wikidata.org/wiki/Wikidata:SPARQL_query_service
"""

import re
from collections import defaultdict

from scripts.collections.odd_records import read_each
from scripts.common.errors import InputError

PAGE = 250  # paintings a query: well below the service's limit of a minute
YEAR = 9  # wikibase:timePrecision of a year; 8 is a decade, 10 a month
ENTITY = "http://www.wikidata.org/entity/"
UNKNOWN = "/.well-known/genid/"  # in what stands for a value that nobody knows
FORMATS = ("jpg", "jpeg", "png", "webp", "gif", "tif", "tiff")
"""Of files on Commons those that are preferred, the best first."""
# A row for each thing that is told of a painting; each page begins after the last painting of the
# one before, whatever is added meanwhile.
QUERY = """
PREFIX wd: <http://www.wikidata.org/entity/>
PREFIX wdt: <http://www.wikidata.org/prop/direct/>
PREFIX p: <http://www.wikidata.org/prop/>
PREFIX psv: <http://www.wikidata.org/prop/statement/value/>
PREFIX wikibase: <http://wikiba.se/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?painting ?what ?item ?value
WHERE {
  {
    SELECT DISTINCT ?painting WHERE {
      ?painting wdt:P170 wd:%(painter)s; wdt:P31 wd:Q3305213; wdt:P18 ?file.
      FILTER(STR(?painting) > "%(after)s")
      FILTER(isIRI(?file) && !CONTAINS(STR(?file), "%(unknown)s"))
    }
    ORDER BY STR(?painting)
    LIMIT %(page)d
  }
  {
    ?painting wdt:P18 ?value.
    FILTER(isIRI(?value) && !CONTAINS(STR(?value), "%(unknown)s"))
    BIND("image" AS ?what)
  } UNION {
    ?painting wdt:P571 ?value; p:P571/psv:P571 ?date.
    ?date wikibase:timeValue ?value; wikibase:timePrecision ?precision.
    FILTER(?precision >= %(precision)d)
    BIND("inception" AS ?what)
  } UNION {
    ?painting rdfs:label ?value.
    FILTER(LANG(?value) IN (%(languages)s))
    BIND("title" AS ?what)
  } UNION {
    VALUES (?property ?what) {
      (wdt:P170 "artist") (wdt:P6216 "status") (wdt:P195 "collection") (wdt:P186 "material")
    }
    ?painting ?property ?item.
    ?item rdfs:label ?value.
    FILTER(LANG(?value) IN (%(languages)s))
  }
}
"""


def find_paintings(painter, web, *, query_service, commons, languages, width):
    """Return the paintings of the painter with the Q number `painter`, and lines on odd ones.

    Of several images of a painting the first by format (see FORMATS) and name is taken, of several
    dates the earliest, and all collections and materials. A painting is undated if its date is not
    known to the year.

    Raises InputError if `painter` is no Q number, or as Web.fetch_json does.
    """
    if not re.fullmatch(r"Q[1-9]\d*", painter):
        raise InputError(f"the painter is {painter}; allowed: a Q number of Wikidata, such as Q296")
    # "mul" holds names that are the same in all languages.
    languages = list(dict.fromkeys([*languages, "mul", "en"]))
    rows, after = {}, ""
    while True:
        query = QUERY % {
            "painter": painter,
            "after": after,
            "page": PAGE,
            "precision": YEAR,
            "unknown": UNKNOWN,
            "languages": ", ".join(f'"{language}"' for language in languages),
        }
        answer = web.fetch_json(query_service, {"query": query, "format": "json"})
        page = _rows_by_painting(answer, after)
        rows |= page
        if len(page) < PAGE:
            break
        after = max(page)
    return read_each(
        rows.items(),
        lambda item: _painting(*item, painter, commons, languages, width),
        lambda item: item[0].removeprefix(ENTITY),
    )


def _rows_by_painting(answer, after):
    """Return the rows of an answer, dicts of terms, by the address of their painting."""
    rows = defaultdict(list)
    for row in answer["results"]["bindings"]:
        painting = row["painting"]["value"]
        if painting > after:
            rows[painting].append(row)
    return rows


def _painting(address, rows, painter, commons, languages, width):
    number = address.removeprefix(ENTITY)
    told = defaultdict(list)
    for row in rows:
        if row["value"]["type"] != "bnode" and UNKNOWN not in row["value"]["value"]:
            told[row["what"]["value"]].append(row)
    files = [row["value"]["value"].rpartition("/")[2] for row in told["image"]]
    artists = _labels(told["artist"], languages)
    return {
        "image_id": number,
        "source": f"{commons}/wiki/Special:Redirect/file/{min(files, key=_rank)}?width={width}",
        "title": next(iter(_labels(told["title"], languages).values()), None),
        "year": min((_year(row["value"]["value"]) for row in told["inception"]), default=None),
        "artist": artists.get(f"{ENTITY}{painter}"),
        "link": f"https://www.wikidata.org/wiki/{number}",
        "licence": "; ".join(sorted(_labels(told["status"], languages).values())),
        "collection": "; ".join(sorted(_labels(told["collection"], languages).values())),
        "materials": "; ".join(sorted(_labels(told["material"], languages).values())),
    }


def _labels(rows, languages):
    """Return the label of each item in rows, by its address, in the first language it has."""
    labels = {}
    for row in sorted(rows, key=lambda row: languages.index(row["value"]["xml:lang"])):
        item, label = row.get("item", {}).get("value"), row["value"]["value"]
        if not re.fullmatch(r"Q\d+", label):
            labels.setdefault(item, label)
    return labels


def _rank(file):
    """Return what sorts files: by their formats, then by name."""
    suffix = file.rpartition(".")[2].lower()
    return FORMATS.index(suffix) if suffix in FORMATS else len(FORMATS), file


def _year(date):
    """Return the historical year of a date of XSD 1.1, whose year 0 is 1 BC.

    https://www.w3.org/TR/xmlschema11-2/#vp-dt-year
    """
    year = int(re.match(r"[+-]?\d+", date)[0])
    return year if year > 0 else year - 1
