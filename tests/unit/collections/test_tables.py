"""Tables as museums hand them out: any delimiter, encoding and kind of file."""

import json

import pandas as pd
import pytest

from scripts.collections.tables.reading import read_table
from scripts.common.errors import InputError

PLAIN = [(2, {"id": "1", "title": "Snow, at noon"}), (3, {"id": "2", "title": "Étretat"})]


@pytest.fixture
def read(tmp_path):
    """Return a function that writes a file, text or bytes, and reads the table in it."""

    def read(content, name="works.csv", encoding="utf-8"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return read_table(path)

    return read


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('id,title\n1,"Snow, at noon"\n2,Étretat\n', "works.csv"),
        ("id\ttitle\n1\tSnow, at noon\n2\tÉtretat", "works.tsv"),
        ("id;title\r\n1;Snow, at noon\r\n2;Étretat\r\n", "works.csv"),
        ("id|title\n1|Snow, at noon\n2|Étretat\n", "works.txt"),
        # The suffix may be wrong.
        ("id\ttitle\n1\tSnow, at noon\n2\tÉtretat\n", "works.csv"),
        ('id,title\n1,"Snow, at noon"\n2,Étretat\n', "WORKS.TSV"),
    ],
)
def test_the_delimiter_is_found_by_looking(read, text, name):
    table = read(text, name)
    assert table.header == ["id", "title"]
    assert table.rows == PLAIN
    assert table.notes == []


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "#"])
def test_a_line_may_tell_the_delimiter(read, delimiter):
    rows = [["id", "title"], ["1", "a|b|c"], ["2", "x"]]
    text = "\n".join([f"sep={delimiter}", *(delimiter.join(row) for row in rows)])
    table = read(text)
    assert [cells for _, cells in table.rows] == [
        {"id": "1", "title": "a|b|c"},
        {"id": "2", "title": "x"},
    ]


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("utf-8", []),
        ("utf-8-sig", []),
        ("utf-16", ["read as UTF-16-LE"]),
        ("utf-16-be", ["read as UTF-16-BE"]),
        ("utf-16-le", ["read as UTF-16-LE"]),
        ("cp1252", ["read as cp1252: line 3 is not UTF-8"]),
    ],
)
def test_the_encoding_is_found_and_told(read, encoding, told):
    table = read('id,title\n1,"Snow, at noon"\n2,Étretat\n', encoding=encoding)
    assert table.rows == PLAIN
    assert table.notes == told


@pytest.mark.parametrize(
    "header", [",id,title", "Unnamed: 0,id,title", ' ,id,title', "__index_level_0__,id,title"]
)  # fmt: skip
def test_the_index_of_a_spreadsheet_is_no_column(read, header):
    table = read(f"{header}\n0,7,a\n1,8,b\n")
    assert table.header == ["id", "title"]
    assert table.rows == [(2, {"id": "7", "title": "a"}), (3, {"id": "8", "title": "b"})]


def test_a_column_without_a_name_that_says_something_gets_one(read):
    assert read("id,,\n1,oil,\n2,ink,\n").header == ["id", "column 2"]


def test_a_quote_that_is_not_closed_costs_no_row(read):
    table = read('id\ttitle\tyear\n1\t"Snow\t1890\n2\t"Fog"\t1891\n3\t5" high\t1892\n', "a.tsv")
    assert [cells["title"] for _, cells in table.rows] == ['"Snow', "Fog", '5" high']
    assert table.notes == ["row 2: a quote that is not closed, read as it stands"]


def test_cells_may_hold_lines_quotes_and_a_lot(read):
    table = read('id,title,more\n1,"two\nlines ""quoted""",x\n\n2,' + "a" * 200_000 + ",y\n")
    assert table.rows[0] == (2, {"id": "1", "title": 'two\nlines "quoted"', "more": "x"})
    assert len(table.rows[1][1]["title"]) == 200_000
    assert table.notes == []


def test_rows_that_are_longer_or_shorter_than_the_header_are_read(read):
    table = read("id,title\n1\n2,b,c\n,,\n3,d,\n")
    assert table.rows == [
        (2, {"id": "1"}),
        (3, {"id": "2", "title": "b"}),
        (5, {"id": "3", "title": "d"}),
    ]
    (line,) = table.notes
    assert line.startswith("1 row has more cells than the header")
    assert "row 3" in line


def test_two_columns_of_one_name_are_told_apart(read):
    table = read("id,title,title\n1,a,b\n")
    assert table.header == ["id", "title", "title_2"]
    assert table.rows == [(2, {"id": "1", "title": "a", "title_2": "b"})]
    assert table.notes == ["two columns are called title: the second is title_2"]


# Workbooks know no days before 1900: there these are texts.
FRAME = pd.DataFrame(
    {
        "id": [437133, 2],
        "year": [1890.0, None],
        "date": pd.to_datetime(["1905-05-01", None]),
        "shown": [True, False],
        "title": ["Étretat", None],
    }
)
CELLS = [
    {"id": "437133", "year": "1890", "date": "1905-05-01", "shown": "true", "title": "Étretat"},
    {"id": "2", "shown": "false"},
]


def test_a_workbook_and_parquet_are_read_as_what_they_show(tmp_path):
    workbook, parquet = tmp_path / "w.xlsx", tmp_path / "w.parquet"
    FRAME.to_excel(workbook, index=False)
    FRAME.to_parquet(parquet)
    for path, first in ((workbook, 2), (parquet, 1)):
        table = read_table(path)
        assert table.header == list(FRAME)
        assert table.rows == [(first, CELLS[0]), (first + 1, CELLS[1])]


def test_an_open_document_is_read_and_its_sheets_are_told(tmp_path):
    path = tmp_path / "w.ods"
    with pd.ExcelWriter(path, engine="odf") as writer:
        pd.DataFrame().to_excel(writer, sheet_name="Empty")
        FRAME[["id", "title"]].to_excel(writer, sheet_name="Works", index=False)
    table = read_table(path)
    assert [cells for _, cells in table.rows] == [{"id": "437133", "title": "Étretat"}, {"id": "2"}]
    assert table.notes == ["sheet Works is read, not: Empty"]


def test_json_is_a_list_of_objects_wherever_it_stands(read):
    works = [
        {"id": 1, "artist": {"name": "Monet", "born": 1840}, "tags": ["a", "b"], "none": None},
        {"id": 2, "artist": {"name": "Manet"}, "images": [{"url": "x"}, {"url": "y"}]},
    ]
    rows = [
        (1, {"id": "1", "artist.name": "Monet", "artist.born": "1840", "tags": "a|b"}),
        (2, {"id": "2", "artist.name": "Manet", "images.url": "x|y"}),
    ]
    assert read(json.dumps(works), "w.json").rows == rows
    table = read(json.dumps({"info": {"total": 2}, "data": {"items": works}}), "w.json")
    assert table.rows == rows
    assert table.notes == ["the list data.items is read, of 2"]
    assert read(json.dumps(works[0]), "w.json").rows == rows[:1]


@pytest.mark.parametrize("suffix", ["jsonl", "ndjson"])
def test_json_lines_that_are_none_are_told(read, suffix):
    table = read('{"id": 1}\n\n{"id": \n[1]\n{"id": 2}\n', f"w.{suffix}")
    assert table.rows == [(1, {"id": "1"}), (5, {"id": "2"})]
    assert table.notes == ["lines 3, 4: no JSON object, left out"]


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        ("", "w.csv", "nothing in it; allowed: a header with rows"),
        ("\n , \n", "w.csv", "nothing in it"),
        (b"PK\x03\x04more", "w.csv", "this is a zip file, as .xlsx and .ods are"),
        ("<!DOCTYPE html><title>Login</title>", "w.csv", "this is a web page (HTML)"),
        (b"\x89PNG\r\n", "w.json", "this is an image"),
        ("id,title\n1,a\n", "w.xlsx", "damaged or no workbook, this is a text"),
        (b"PK\x03\x04" + b"0" * 100, "w.ods", "damaged or no workbook, this is a zip file"),
        (b"PAR1" + b"0" * 100, "w.parquet", "damaged or no parquet"),
        ("id,title\n", "w.parquet", "damaged or no parquet, this is a text"),
        ('[{"id": 1}', "w.json", "not JSON"),
        ("[" * 100_000, "w.json", "nested too deep"),
        ("[1, 2]", "w.json", "no objects in it; allowed: a list of objects"),
        ("[1]\n2\n", "w.jsonl", "no line is one; allowed: a JSON object on each line"),
        ("id", "w.md", ".md; allowed: .csv, .json"),
    ],
)
def test_what_is_no_table_is_refused_in_one_line(read, content, name, words):
    with pytest.raises(InputError) as refusal:
        read(content, name)
    message = str(refusal.value)
    assert f"/{name}: " in message
    assert words in message
    assert "\n" not in message


def test_a_table_that_is_not_there_is_told(tmp_path):
    with pytest.raises(InputError, match=r"w\.csv: No such file or directory; allowed: a file"):
        read_table(tmp_path / "w.csv")
