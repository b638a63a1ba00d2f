"""The query that Wikidata gets, run by an independent SPARQL engine on a few paintings."""

import json

import pytest
from rdflib import Graph

from scripts.collections.museums import wikidata
from scripts.collections.web import Web
from tests.server import SETTINGS, json_body
from tests.services import SPARQL

PREFIXES = """
PREFIX wd: <http://www.wikidata.org/entity/>
PREFIX wdt: <http://www.wikidata.org/prop/direct/>
PREFIX p: <http://www.wikidata.org/prop/>
PREFIX ps: <http://www.wikidata.org/prop/statement/>
PREFIX psv: <http://www.wikidata.org/prop/statement/value/>
PREFIX wikibase: <http://wikiba.se/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""
# As Wikidata dumps its items; wdt: leads to the values of the best rank.
GRAPH = """
wd:Q296 rdfs:label "Claude Monet"@en, "Клод Моне"@ru.
wd:Q10 wdt:P31 wd:Q3305213; wdt:P170 wd:Q296; rdfs:label "Many images, dates, materials"@en;
  wdt:P18 <http://c/Special:FilePath/b.jpg>, <http://c/Special:FilePath/a.jpg>;
  wdt:P571 "1881-01-01T00:00:00Z"^^xsd:dateTime, "1880-01-01T00:00:00Z"^^xsd:dateTime;
  p:P571 [psv:P571 [wikibase:timeValue "1881-01-01T00:00:00Z"^^xsd:dateTime;
                    wikibase:timePrecision 9]],
         [psv:P571 [wikibase:timeValue "1880-01-01T00:00:00Z"^^xsd:dateTime;
                    wikibase:timePrecision 11]],
         [psv:P571 [wikibase:timeValue "1700-01-01T00:00:00Z"^^xsd:dateTime;
                    wikibase:timePrecision 9]];
  wdt:P186 wd:Q1, wd:Q2; wdt:P195 wd:Q3; wdt:P6216 wd:Q4.
wd:Q1 rdfs:label "oil paint"@en. wd:Q2 rdfs:label "canvas"@en. wd:Q3 rdfs:label "Louvre"@en.
wd:Q4 rdfs:label "public domain"@en.
wd:Q9 wdt:P31 wd:Q3305213; wdt:P170 wd:Q296; rdfs:label "Of the 1880s"@en;
  wdt:P18 <http://c/Special:FilePath/c.jpg>; wdt:P571 "1880-01-01T00:00:00Z"^^xsd:dateTime;
  p:P571 [psv:P571 [wikibase:timeValue "1880-01-01T00:00:00Z"^^xsd:dateTime;
                    wikibase:timePrecision 8]].
wd:Q100 wdt:P31 wd:Q3305213; wdt:P170 wd:Q296; rdfs:label "Undated"@en;
  wdt:P18 <http://c/Special:FilePath/d.jpg>, <http://www.wikidata.org/.well-known/genid/cd>;
  wdt:P195 <http://www.wikidata.org/.well-known/genid/ef>, [], wd:Q99999.
wd:Q14 wdt:P31 wd:Q3305213; wdt:P170 wd:Q296; rdfs:label "Of an image that nobody knows"@en;
  wdt:P18 <http://www.wikidata.org/.well-known/genid/ab>.
wd:Q15 wdt:P31 wd:Q3305213; wdt:P170 wd:Q296; rdfs:label "Of a blank image"@en; wdt:P18 [].
wd:Q11 wdt:P31 wd:Q3305213; wdt:P170 wd:Q296; rdfs:label "Without an image"@en.
wd:Q12 wdt:P31 wd:Q860861; wdt:P170 wd:Q296; rdfs:label "A sculpture"@en;
  wdt:P18 <http://c/Special:FilePath/e.jpg>.
wd:Q13 wdt:P31 wd:Q3305213; wdt:P170 wd:Q40599; rdfs:label "By Manet"@en;
  wdt:P18 <http://c/Special:FilePath/f.jpg>.
"""


@pytest.fixture
def paintings(server):
    """What is found in GRAPH, by ID."""
    graph = Graph().parse(data=PREFIXES + GRAPH, format="turtle")

    def answer(handler):
        query = handler.query["query"]
        data = json.loads(graph.query(query).serialize(format="json"))
        return json_body(data, SPARQL)(handler)

    server.answers["/sparql"] = [answer]
    found, lines = wikidata.find_paintings(
        "Q296",
        Web(**SETTINGS | {"max_bytes": 100_000}),
        query_service=f"{server.address}/sparql",
        commons="https://commons.example",
        languages=["en"],
        width=1024,
    )
    assert lines == []
    return {painting["image_id"]: painting for painting in found}


def test_only_paintings_by_the_painter_with_an_image_are_found(paintings):
    assert set(paintings) == {"Q9", "Q10", "Q100"}


def test_everything_told_of_a_painting_is_found(paintings):
    painting = paintings["Q10"]
    assert painting["source"].endswith("/a.jpg?width=1024")
    assert painting["title"] == "Many images, dates, materials"
    assert painting["artist"] == "Claude Monet"
    assert painting["licence"] == "public domain"
    assert painting["collection"] == "Louvre"
    assert painting["materials"] == "canvas; oil paint"


def test_what_nobody_knows_is_not_asked_for(paintings):
    assert paintings["Q100"]["source"].endswith("/d.jpg?width=1024")
    assert paintings["Q100"]["collection"] == ""


def test_only_dates_of_the_best_rank_that_are_known_to_the_year_count(paintings):
    assert [paintings[number]["year"] for number in ("Q10", "Q9", "Q100")] == [1880, None, None]


@pytest.mark.parametrize("page", [1, 2, 3, 4])
def test_pages_of_any_size_give_the_same(server, monkeypatch, request, page):
    monkeypatch.setattr(wikidata, "PAGE", page)
    assert set(request.getfixturevalue("paintings")) == {"Q9", "Q10", "Q100"}
    assert server.requests["/sparql"] == 3 // page + 1
