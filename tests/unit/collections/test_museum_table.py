from pathlib import Path

import pytest

from scripts.collections.collection import read_collection
from scripts.collections.config import museums
from scripts.collections.museum_table import write_museum_table
from scripts.collections.museums import artic, cleveland, iiif, met
from scripts.collections.museums import wikidata as wikidata_module
from scripts.common.errors import InputError
from tests.server import SETTINGS, error_page, json_body
from tests.services import sparql_rows, wikidata

WEB = SETTINGS | {"max_bytes": 10_000_000}
MONET = {"artist": [("Q296", {"en": "Claude Monet"})]}


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
    in_1900, in_1866 = (f"{year}-01-01T00:00:00Z" for year in (1900, 1866))
    rows = [
        *sparql_rows("Q9", "a.jpg", title='"Poppies"\tred\nand "blue"', **MONET),
        *sparql_rows("Q2", "a.jpg", dates=[in_1900], title="=2", **MONET),
        *sparql_rows("Q1", "a.jpg", dates=[in_1900], title="Étretat", **MONET),
        *sparql_rows("Q3", "a.jpg", dates=[in_1866], title="x", **MONET),
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
    table = write_table(wikidata(sparql_rows("Q1", "a.jpg", title="x", **MONET)))
    before = table.read_bytes()
    with pytest.raises(InputError, match="the answer is not"):
        write_table(answer)
    assert table.read_bytes() == before
    assert list(tmp_path.iterdir()) == [table]


def test_what_is_odd_in_a_row_is_left_out_counted_and_named(tmp_path, monkeypatch, caplog):
    paintings = [
        {"image_id": "good", "source": "https://x/1.jpg", "year": -500, "Room": "North\n7"},
        {"image_id": "none", "source": None},
        {"image_id": "path", "source": "1.jpg"},
        {"source": "https://x/2.jpg"},
        {"image_id": "zero", "source": "https://x/3.jpg", "year": 0},
        {"image_id": "far", "source": "https://x/4.jpg", "year": 12345, "link": "javascript:0"},
        {"image_id": "text", "source": "https://x/5.jpg", "year": "soon", "title": "x"},
        {"image_id": "good", "source": "https://x/1.jpg", "year": -500, "Room": "North\n7"},
    ]
    found = lambda *_: (paintings, ["1 object gone"])  # noqa: E731
    monkeypatch.setattr(artic, "find_paintings", found)
    table = tmp_path / "t.tsv"
    write_museum_table("artic", "monet", table, settings={}, download=WEB)
    assert table.read_text().splitlines() == [
        "image_id\tsource\ttitle\tdate\tyear\tartist\tlink\tlicence\tRoom",
        "good\thttps://x/1.jpg\t\t\t-500\t\t\t\tNorth 7",
        "far\thttps://x/4.jpg\t\t\t\t\t\t\t",
        "text\thttps://x/5.jpg\tx\t\t\t\t\t\t",
        "zero\thttps://x/3.jpg\t\t\t\t\t\t\t",
    ]
    warnings = [r.getMessage() for r in caplog.records if r.levelname == "WARNING"]
    assert warnings == [
        f"{table}: 1 object gone",
        f"{table}: 3 paintings without an image's address, left out: none, path, one without an ID",
        f"{table}: 3 years left out: zero 0, far 12345, text soon",
        f"{table}: 1 link left out: far javascript:0",
    ]
    paintings[:] = paintings[1:2]
    why = r"artic: no paintings with an image by monet; 1 object gone; 1 painting without an image"
    with pytest.raises(InputError, match=why):
        write_museum_table("artic", "monet", table, settings={}, download=WEB)


def test_every_module_is_a_museum_with_the_same_interface():
    modules = [artic, cleveland, iiif, met, wikidata_module]
    assert museums() == [Path(module.__file__).stem for module in modules]
    assert all(callable(module.find_paintings) for module in modules)
