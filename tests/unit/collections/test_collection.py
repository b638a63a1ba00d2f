import re

import pytest

from scripts.collections.collection import read_collection
from scripts.common.errors import InputError


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty folder, which is also the working directory."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write_table(folder, *lines, name="paintings.tsv", sources=("a.jpg", "b.jpg")):
    for source in sources:
        (folder / source).touch()
    (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder / name


def test_a_folder_gives_every_image_below_it_and_nothing_else(folder):
    for name in ["b.JPG", "sub/a.png", "sub/b.png", ".hidden.png", ".cache/c.png", "notes.txt"]:
        (folder / "art" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "art" / name).touch()
    images = read_collection("art")
    assert [(i["image_id"], i["source"], i["title"], i["year"]) for i in images] == [
        ("b.JPG", "art/b.JPG", "b", None),
        ("a", "art/sub/a.png", "a", None),
        ("sub-b.png", "art/sub/b.png", "b", None),
    ]


def test_the_workflows_own_results_are_no_images_of_the_collection(folder):
    for name in ["mine.png", "results/thumbnails/mine.png"]:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    assert [image["source"] for image in read_collection(".")] == ["mine.png"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("wild{card}.jpg", "{card} in it, a wildcard for Snakemake; rename it"),
        ("{a,\n}.jpg", "{a,\n} in it"),
        ("{a, b}/x.jpg", "{a, b} in it, a wildcard for Snakemake; rename it"),
        ("lat\udce9in.jpg", "not UTF-8; rename it"),
    ],
)
def test_a_file_name_that_snakemake_cannot_use_is_refused(folder, name, words):
    (folder / "art" / name).parent.mkdir(parents=True)
    (folder / "art" / name).touch()
    with pytest.raises(InputError, match=re.escape(words)):
        read_collection("art")


def test_a_table_gives_its_rows_with_sources_relative_to_it(folder):
    (folder / "data").mkdir()
    write_table(
        folder / "data",
        "image_id\tsource\ttitle\tyear\tartist\tlink\tlicence",
        "one\ta.jpg\tWater lilies, 1906\t1906\tClaude Monet\thttps://example.org/1\tCC0",
        "",
        "two\tb.jpg\t\t\t\t\t",
    )
    assert read_collection("data/paintings.tsv") == [
        {
            "image_id": "one",
            "source": "data/a.jpg",
            "title": "Water lilies, 1906",
            "year": 1906,
            "artist": "Claude Monet",
            "link": "https://example.org/1",
            "licence": "CC0",
        },
        {"image_id": "two", "source": "data/b.jpg", "title": "two"}
        | dict.fromkeys(["year", "artist", "link", "licence"]),
    ]


def test_a_source_may_be_an_address(folder):
    table = write_table(folder, "image_id\tsource", "x\thttps://a.org/x.jpg", "y\tHTTP://b/y")
    assert [image["source"] for image in read_collection(table)] == [
        "https://a.org/x.jpg",
        "HTTP://b/y",
    ]


def test_lines_may_end_as_on_windows_and_a_quoted_cell_may_have_many(folder):
    table = folder / "p.csv"
    (folder / "a.jpg").touch()
    table.write_bytes(
        b'\xef\xbb\xbfimage_id,source,title\r\nx,a.jpg,"Poppies,\r\nred"\r\ny,a.jpg,\r\n'
    )
    titles = [(image["image_id"], image["title"]) for image in read_collection(table)]
    assert titles == [("x", "Poppies,\r\nred"), ("y", "y")]


def test_a_csv_may_quote_and_begin_with_a_byte_order_mark(folder):
    table = write_table(
        folder, "\ufeffimage_id,source,title", 'one,a.jpg,"Poppies, ""red"""', name="p.csv"
    )
    assert read_collection(table)[0]["title"] == 'Poppies, "red"'


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (["image_id\tsource\ttitel", "x\ta.jpg\tT"], ["row 1", "titel", "did you mean title"]),
        (["image_id\tsource\tsource", "x\ta.jpg\ta.jpg"], ["row 1", "source", "once"]),
        (["image_id\tsource", "x\ta.jpg", "-x\tb.jpg"], ["row 3", "image_id", "'-x'", "letters"]),
        (["image_id\tsource", "x\ta.jpg", "X\tb.jpg"], ["row 3", "'X'", "row 2"]),
        (["image_id\tsource", "x"], ["row 2", "source is missing"]),
        (["image_id\tsource", "x\tc.jpg", "y\td.jpg"], ["no file at", "c.jpg'", "any other"]),
        (["image_id\tsource", "x\ta.jpg\tmore"], ["row 2", "3 cells", "2"]),
        (["image_id\tsource\tyear", "x\ta.jpg\tc. 1890"], ["row 2", "year", "'c. 1890'", "whole"]),
        (["image_id\tsource\tyear", "x\ta.jpg\t18900"], ["row 2", "year", "18900", "9999"]),
        (["image_id\tsource\tlink", "x\ta.jpg\tftp://x"], ["row 2", "link", "ftp://x", "http"]),
        (["image_id\tsource", "x\tftp://a/x.jpg"], ["row 2", "'ftp://a/x.jpg'", "http"]),
        (["image_id\tsource", f"{'x' * 201}\ta.jpg"], ["row 2", "image_id", "at most 200"]),
        (["image_id;source;title", "x;a.jpg;T"], ["row 1", "semicolons", "tabs in .tsv"]),
        (["image_id,source", "x,a.jpg"], ["row 1", "commas between", "tabs in .tsv"]),
        (["image_id\tsource", 'x\t"a'], ["line 2", "unexpected end of data"]),
        (["image_id\tsource"], ["no images"]),
        ([], ["no images"]),
    ],
)
def test_a_bad_table_is_refused_in_one_line_that_names_the_row(folder, lines, words):
    table = write_table(folder, *lines)
    with pytest.raises(InputError) as refusal:
        read_collection(table)
    message = str(refusal.value)
    assert message.startswith(str(table))
    assert "\n" not in message
    assert [word for word in words if word not in message] == []


def test_a_table_in_another_encoding_is_refused(folder):
    table = write_table(folder)
    table.write_bytes("image_id\tsource\nNymphéas\ta.jpg".encode("latin-1"))
    with pytest.raises(InputError, match="UTF-8"):
        read_collection(table)


@pytest.mark.parametrize("location", ["nowhere", "notes.txt"])
def test_what_is_no_collection_is_refused(folder, location):
    (folder / "notes.txt").touch()
    with pytest.raises(InputError, match=rf"'{location}'.*allowed: sample, a folder"):
        read_collection(location)


def test_excluded_images_are_left_out_whether_or_not_they_exist(folder):
    table = write_table(folder, "image_id\tsource", "x\ta.jpg", "y\tb.jpg")
    assert [i["image_id"] for i in read_collection(table, ["x", "gone"])] == ["y"]
    with pytest.raises(InputError, match="no images"):
        read_collection(table, ["x", "y"])


def test_the_samples_originals_are_made_by_the_workflow():
    images = read_collection("sample")
    assert len(images) == 36
    assert all(i["source"] == f"results/sample/{i['image_id']}.png" for i in images)
    assert all(isinstance(i["year"], int) for i in images)
