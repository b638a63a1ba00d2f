import re

import pytest

from scripts.collections.museums import wikidata as module
from scripts.collections.web import Web
from scripts.common.errors import InputError
from tests.server import SETTINGS
from tests.services import sparql_rows, wikidata

WEB = SETTINGS | {"max_bytes": 10_000_000}
MONET = {"artist": [("Q296", {"en": "Claude Monet"})]}


@pytest.fixture
def ask(server):
    """Return a function that gives the paintings found in rows of Wikidata's answer, by ID."""

    def ask(rows, painter="Q296", languages=("en",)):
        server.answers["/sparql"] = [wikidata(rows)]
        paintings, lines = module.find_paintings(
            painter,
            Web(**WEB),
            query_service=f"{server.address}/sparql",
            commons="https://commons.example",
            languages=list(languages),
            width=500,
        )
        return {painting["image_id"]: painting for painting in paintings}, lines

    return ask


def test_a_painting_becomes_a_row(ask):
    rows = sparql_rows(
        "Q328523",
        "Claude%20Monet%2C%20Impression%2C%20soleil%20levant.jpg",
        dates=["1872-01-01T00:00:00Z"],
        title="Impression, Sunrise",
        status=[("Q19652", {"en": "public domain"})],
        collection=[("Q1327886", {"en": "Musée Marmottan Monet"})],
        material=[("Q296955", {"en": "oil paint"}), ("Q12321255", {"en": "canvas"})],
        **MONET,
    )
    assert ask(rows) == (
        {
            "Q328523": {
                "image_id": "Q328523",
                "source": "https://commons.example/wiki/Special:Redirect/file/"
                "Claude%20Monet%2C%20Impression%2C%20soleil%20levant.jpg?width=500",
                "title": "Impression, Sunrise",
                "year": 1872,
                "artist": "Claude Monet",
                "link": "https://www.wikidata.org/wiki/Q328523",
                "licence": "public domain",
                "collection": "Musée Marmottan Monet",
                "materials": "canvas; oil paint",
            }
        },
        [],
    )


@pytest.mark.parametrize(
    ("languages", "title", "artist"),
    [
        (["fr"], "Les Meules", "C. Monet"),
        (["nl", "fr"], "Les Meules", "C. Monet"),
        (["de"], "M.", "Claude Monet"),
        (["en"], "Haystacks", "Claude Monet"),
    ],
)
def test_labels_are_in_the_first_language_that_has_them(ask, languages, title, artist):
    rows = sparql_rows(
        "Q1",
        "a.jpg",
        title={"en": "Haystacks", "mul": "M.", "fr": "Les Meules"},
        artist=[("Q296", {"en": "Claude Monet", "fr": "C. Monet"}), ("Q7", {"en": "Another"})],
    )
    # The query asks for no others.
    asked = {*languages, "mul", "en"}
    rows = [row for row in rows if row["value"].get("xml:lang", "en") in asked]
    painting = ask(rows, languages=languages)[0]["Q1"]
    assert (painting["title"], painting["artist"]) == (title, artist)


@pytest.mark.parametrize(
    ("files", "chosen"),
    [
        (["b.jpg", "a.jpg"], "a.jpg"),
        (["a.tif", "b.JPG"], "b.JPG"),
        (["a.svg", "b.tiff", "c.djvu"], "b.tiff"),
        (["a.png", "b.webp", "c.jpeg"], "c.jpeg"),
        (["a.djvu"], "a.djvu"),
    ],
)
def test_of_several_images_web_formats_come_first(ask, files, chosen):
    painting = ask(sparql_rows("Q1", *files, title="x", **MONET))[0]["Q1"]
    assert f"/file/{chosen}?" in painting["source"]


@pytest.mark.parametrize(
    ("dates", "year"),
    [
        ([], None),
        (["1872-11-13T00:00:00Z"], 1872),
        (["1892-01-01T00:00:00Z", "1891-06-01T00:00:00Z"], 1891),
        # XSD 1.1: 0000 is 1 BC, and -0499 is 500 BC.
        (["0000-01-01T00:00:00Z"], -1),
        (["-0499-01-01T00:00:00Z"], -500),
        (["0001-01-01T00:00:00Z"], 1),
    ],
)
def test_the_year_is_the_historical_one_of_the_earliest_date(ask, dates, year):
    rows = sparql_rows("Q1", "a.jpg", dates=dates, title="x", **MONET)
    assert ask(rows)[0]["Q1"]["year"] == year


def test_what_nobody_knows_is_left_out(ask):
    genid = "http://www.wikidata.org/.well-known/genid/ab12"
    rows = sparql_rows("Q1", "a.jpg", title="Q1", dates=[genid], **MONET)
    rows += sparql_rows("Q1", status=[("Q9", {"en": "Q9"})])
    rows += [rows[0] | {"value": {"type": "uri", "value": genid}}]
    rows += [rows[0] | {"value": {"type": "bnode", "value": "t1"}}]
    painting = ask(rows)[0]["Q1"]
    assert painting["source"].endswith("/a.jpg?width=500")
    assert painting["title"] is None
    assert painting["year"] is None
    assert painting["licence"] == ""


def test_an_odd_painting_is_left_out_and_named(ask):
    rows = sparql_rows("Q1", "a.jpg", **MONET) + sparql_rows("Q2", title="Without an image")
    rows += sparql_rows("Q3", "c.jpg", dates=["long ago"])
    paintings, lines = ask(rows)
    assert set(paintings) == {"Q1"}
    (line,) = lines
    assert line.startswith("2 paintings not of the form known, left out: Q2 (ValueError")
    assert "Q3 (TypeError" in line


def test_large_answers_come_in_pages_each_painting_once(ask, server, monkeypatch):
    monkeypatch.setattr(module, "PAGE", 10)
    numbers = [f"Q{number}" for number in range(1, 36)]
    rows = [row for q in numbers for row in sparql_rows(q, "a.jpg", "b.jpg", title="x", **MONET)]
    assert set(ask(rows)[0]) == set(numbers)
    assert server.requests["/sparql"] == 4


@pytest.mark.parametrize("painter", ["Monet", "Q", "Q0", "q296", "Q296} #"])
def test_a_painter_without_a_q_number_is_refused(ask, server, painter):
    with pytest.raises(InputError, match=re.escape(painter) + "; allowed: a Q number"):
        ask([], painter)
    assert server.requests.total() == 0
