import re
from pathlib import Path

import pytest

from scripts.collections.collection import read_collection
from scripts.collections.config import museums
from scripts.collections.museum_table import write_museum_table
from scripts.collections.museums import artic as artic_module
from scripts.collections.museums import wikidata as wikidata_module
from scripts.collections.web import Web
from scripts.common.errors import InputError
from tests.server import SETTINGS, error_page, json_body
from tests.services import artic, is_painting_by, sparql_row, wikidata

WEB = SETTINGS | {"max_bytes": 10_000_000}
MONET = {"artistLabel": ("Claude Monet", "en")}


@pytest.fixture
def ask_wikidata(server):
    """Return a function that gives the paintings found in rows of Wikidata's answer, by ID."""

    def ask(rows, painter="Q296", languages=("en",)):
        server.answers["/sparql"] = [wikidata(rows)]
        paintings = wikidata_module.find_paintings(
            painter,
            Web(**WEB),
            query_service=f"{server.address}/sparql",
            commons="https://commons.example",
            languages=list(languages),
            width=500,
        )
        return {painting["image_id"]: painting for painting in paintings}

    return ask


def test_a_painting_of_wikidata_becomes_a_row(ask_wikidata):
    row = sparql_row(
        "Q328523",
        "Claude%20Monet%2C%20Impression%2C%20soleil%20levant.jpg",
        "1872-01-01T00:00:00Z",
        paintingLabel=("Impression, soleil levant", "fr"),
        statusLabel=("public domain", "en"),
        collectionLabel=("Musée Marmottan Monet", "fr"),
        materialLabel=("oil paint", "en"),
        **MONET,
    )
    assert ask_wikidata([row]) == {
        "Q328523": {
            "image_id": "Q328523",
            "source": "https://commons.example/wiki/Special:FilePath/"
            "Claude%20Monet%2C%20Impression%2C%20soleil%20levant.jpg?width=500",
            "title": "Impression, soleil levant",
            "year": 1872,
            "artist": "Claude Monet",
            "link": "https://www.wikidata.org/wiki/Q328523",
            "licence": "public domain",
            "collection": "Musée Marmottan Monet",
            "materials": "oil paint",
        }
    }


def test_the_rows_of_one_painting_are_merged(ask_wikidata):
    rows = [
        sparql_row("Q1", image, date, paintingLabel="Q1", materialLabel=material, **MONET)
        for image in ["b.jpg", "a.jpg"]
        for date in ["1892-01-01T00:00:00Z", "1891-06-01T00:00:00Z"]
        for material in ["oil paint", "canvas"]
    ]
    (painting,) = ask_wikidata(rows).values()
    assert "/a.jpg?" in painting["source"]
    assert painting["year"] == 1891
    assert painting["materials"] == "canvas; oil paint"
    assert painting["title"] == "Q1"


@pytest.mark.parametrize(
    ("inception", "year"),
    [(None, None), ("1872-11-13T00:00:00Z", 1872), ("-0499-01-01T00:00:00Z", -499)],
)
def test_the_year_is_that_of_the_date(ask_wikidata, inception, year):
    rows = [sparql_row("Q1", "a.jpg", inception, paintingLabel="Q1", **MONET)]
    assert ask_wikidata(rows)["Q1"]["year"] == year


def test_large_answers_come_in_pages_each_painting_once(ask_wikidata, server, monkeypatch):
    monkeypatch.setattr(wikidata_module, "PAGE", 10)
    rows = [
        sparql_row(f"Q{number}", image, paintingLabel="x", **MONET)
        for number in range(1, 36)
        for image in ["a.jpg", "b.jpg"]
    ]
    assert set(ask_wikidata(rows)) == {f"Q{number}" for number in range(1, 36)}
    assert server.requests["/sparql"] == 4


def test_the_query_asks_for_the_languages_in_their_order_and_then_for_english(server):
    queries = []

    def answer(handler):
        queries.append(handler.query["query"])
        return wikidata([])(handler)

    server.answers["/sparql"] = [answer]
    settings = {"query_service": f"{server.address}/sparql", "commons": "https://c", "width": 1}
    wikidata_module.find_paintings("Q5582", Web(**WEB), languages=["nl", "fr"], **settings)
    (query,) = queries
    assert 'wikibase:language "nl,fr,mul,en"' in query
    for part in ["wdt:P170 wd:Q5582", "wdt:P31 wd:Q3305213", "wdt:P18", "wdt:P571", "wdt:P195"]:
        assert part in query
    assert query.count("{") == query.count("}")


@pytest.mark.parametrize("painter", ["Monet", "Q", "Q0", "q296", "Q296} #"])
def test_a_painter_without_a_q_number_is_refused(ask_wikidata, server, painter):
    with pytest.raises(InputError, match=re.escape(painter) + "; allowed: a Q number"):
        ask_wikidata([], painter)
    assert server.requests.total() == 0


AGENTS = [
    {"id": 35809, "title": "Claude Monet"},
    {"id": 7, "title": "Claude Lorrain"},
    {"id": 8, "title": "Claude-Monet"},
]


def artwork(number, **other):
    return {
        "id": number,
        "title": f"Painting {number}",
        "artist_id": 35809,
        "artist_title": "Claude Monet",
        "artwork_type_id": 1,
        "date_start": 1890,
        "date_end": 1891,
        "image_id": f"0-{number}",
        "is_public_domain": True,
        "medium_display": "Oil on canvas",
        **other,
    }


@pytest.fixture
def ask_artic(server):
    """Return a function that gives the paintings of a painter among artworks, by ID."""

    def ask(artworks, painter="claude-monet"):
        def is_alike(query, agent):
            return query["q"].split()[0] in agent["title"].lower()

        website = "https://artic.example"
        server.answers["/api/agents/search"] = [artic(AGENTS, is_alike, website)]
        server.answers["/api/artworks/search"] = [artic(artworks, is_painting_by, website)]
        api = f"{server.address}/api"
        paintings = artic_module.find_paintings(painter, Web(**WEB), api=api)
        return {painting["image_id"]: painting for painting in paintings}

    return ask


def test_a_painting_of_the_art_institute_becomes_a_row(ask_artic, server):
    assert ask_artic([artwork(64818, title="Stacks of Wheat (End of Summer)")]) == {
        "artic-64818": {
            "image_id": "artic-64818",
            "source": "https://artic.example/iiif/2/0-64818/full/843,/0/default.jpg",
            "title": "Stacks of Wheat (End of Summer)",
            "year": 1890,
            "artist": "Claude Monet",
            "link": "https://artic.example/artworks/64818",
            "licence": "public domain",
            "collection": "Art Institute of Chicago",
            "materials": "Oil on canvas",
        }
    }
    assert "palettes (me@example.org)" in server.headers["/api/artworks/search"]["AIC-User-Agent"]


def test_only_paintings_with_an_image_by_those_of_the_name_are_taken(ask_artic):
    artworks = [
        artwork(1),
        artwork(2, artist_id=8),
        artwork(3, artist_id=7),
        artwork(4, artwork_type_id=18),
        artwork(5, image_id=None),
    ]
    assert set(ask_artic(artworks)) == {"artic-1", "artic-2"}


@pytest.mark.parametrize(
    ("first", "last", "year"),
    [
        (1890, 1890, 1890),
        (1890, None, 1890),
        (1890, 1898, 1890),
        (1890, 1899, None),
        (1801, 1900, None),
        (None, None, None),
    ],
)
def test_a_date_counts_if_it_is_narrower_than_a_decade(ask_artic, first, last, year):
    paintings = ask_artic([artwork(1, date_start=first, date_end=last)])
    assert paintings["artic-1"]["year"] == year


def test_what_is_not_in_the_public_domain_has_no_licence(ask_artic):
    assert ask_artic([artwork(1, is_public_domain=False)])["artic-1"]["licence"] is None


def test_all_pages_are_read(ask_artic, server):
    assert len(ask_artic([artwork(number) for number in range(201)])) == 201
    assert server.requests["/api/artworks/search"] == 3


def test_a_painter_whom_the_museum_does_not_have_is_told_with_those_alike(ask_artic):
    with pytest.raises(InputError, match="no painter claude-manet; the most like it: claude-monet"):
        ask_artic([], "claude-manet")
    with pytest.raises(InputError, match="no painter banksy; the most like it: none"):
        ask_artic([], "banksy")


@pytest.fixture
def write_table(server, tmp_path):
    """Return a function that writes the table of Monet in Wikidata, and returns its path."""

    def write(answer, museum="wikidata"):
        server.answers["/sparql"] = [answer]
        settings = {"query_service": f"{server.address}/sparql", "commons": "https://c.example"}
        settings |= {"languages": ["en"], "width": 1024}
        table = tmp_path / f"{museum}_Q296.tsv"
        write_museum_table(museum, "Q296", table, settings=settings, download=WEB)
        return table

    return write


def test_a_table_is_sorted_and_can_be_read(write_table):
    rows = [
        sparql_row("Q9", "a.jpg", paintingLabel='"Poppies"\tred\nand "blue"', **MONET),
        sparql_row("Q2", "a.jpg", "1900-01-01T00:00:00Z", paintingLabel="=2", **MONET),
        sparql_row("Q1", "a.jpg", "1900-01-01T00:00:00Z", paintingLabel="Étretat", **MONET),
        sparql_row("Q3", "a.jpg", "1866-01-01T00:00:00Z", paintingLabel="x", **MONET),
    ]
    table = write_table(wikidata(rows))
    text = table.read_bytes()
    images, _ = read_collection(table)
    assert [(image["image_id"], image["year"], image["title"]) for image in images] == [
        ("Q3", 1866, "x"),
        ("Q1", 1900, "Étretat"),
        ("Q2", 1900, "=2"),
        ("Q9", None, '"Poppies" red and "blue"'),
    ]
    assert write_table(wikidata(rows[::-1])).read_bytes() == text


def test_a_painter_without_paintings_is_told_and_no_table_is_written(write_table, tmp_path):
    with pytest.raises(InputError, match="wikidata: no paintings with an image by Q296"):
        write_table(wikidata([]))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "answer", [error_page(), json_body([1]), json_body({"results": {}}), json_body(None)]
)
def test_an_answer_that_is_none_costs_no_table(write_table, tmp_path, answer):
    table = write_table(wikidata([sparql_row("Q1", "a.jpg", paintingLabel="x", **MONET)]))
    before = table.read_bytes()
    with pytest.raises(InputError, match="the answer is not"):
        write_table(answer)
    assert table.read_bytes() == before
    assert list(tmp_path.iterdir()) == [table]


def test_every_module_is_a_museum_with_the_same_interface():
    assert museums() == ["artic", "wikidata"]
    for module in (artic_module, wikidata_module):
        assert Path(module.__file__).stem in museums()
        assert callable(module.find_paintings)
