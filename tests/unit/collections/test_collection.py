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


def images_of(location, **asked):
    return read_collection(location, **asked)[0]


def test_a_folder_gives_every_image_below_it_and_nothing_else(folder):
    for name in ["b.JPG", "sub/a.png", "sub/b.png", ".hidden.png", ".cache/c.png", "notes.txt"]:
        (folder / "art" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "art" / name).touch()
    images = images_of("art")
    assert [(i["image_id"], i["source"], i["title"], i["year"]) for i in images] == [
        ("b.JPG", "art/b.JPG", "b", None),
        ("a", "art/sub/a.png", "a", None),
        ("sub-b.png", "art/sub/b.png", "b", None),
    ]


def test_the_workflows_own_results_are_no_images_of_the_collection(folder):
    for name in ["mine.png", "results/thumbnails/mine.png"]:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    assert [image["source"] for image in images_of(".")] == ["mine.png"]


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


def test_a_folder_of_folders_has_them_as_its_facet(folder):
    for name in ["top.png", "Monet/a.png", "Monet/late/b.png"]:
        (folder / "art" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "art" / name).touch()
    assert {image["title"]: image["facets"] for image in images_of("art")} == {
        "top": {"folder": []},
        "a": {"folder": ["Monet"]},
        "b": {"folder": ["late"]},
    }
    assert [image["facets"] for image in images_of("art/Monet/late")] == [{}]


def test_a_table_gives_its_rows_with_sources_relative_to_it(folder):
    (folder / "data").mkdir()
    write_table(
        folder / "data",
        "image_id\tsource\ttitle\tyear\tartist\tlink\tlicence",
        "one\ta.jpg\tWater lilies, 1906\t1906\tClaude Monet\thttps://example.org/1\tCC0",
        "",
        "two\tb.jpg\t\t\t\t\t",
    )
    assert read_collection("data/paintings.tsv") == (
        [
            {
                "image_id": "one",
                "source": "data/a.jpg",
                "title": "Water lilies, 1906",
                "date": None,
                "year": 1906,
                "earliest": 1906,
                "latest": 1906,
                "approximate": False,
                "artist": "Claude Monet",
                "link": "https://example.org/1",
                "licence": "CC0",
                "crop": None,
                "facets": {"artist": ["Claude Monet"]},
            },
            {"image_id": "two", "source": "data/b.jpg", "title": "two", "approximate": False}
            | dict.fromkeys(
                ["date", "year", "earliest", "latest", "artist", "link", "licence", "crop"]
            )
            | {"facets": {"artist": []}},
        ],
        [],
    )


def test_a_source_may_be_an_address(folder):
    table = write_table(folder, "image_id\tsource", "x\thttps://a.org/x.jpg", "y\tHTTP://b/y")
    assert [image["source"] for image in images_of(table)] == [
        "https://a.org/x.jpg",
        "HTTP://b/y",
    ]


@pytest.mark.parametrize("location", ["nowhere", "notes.md"])
def test_what_is_no_collection_is_refused(folder, location):
    (folder / "notes.md").touch()
    with pytest.raises(InputError, match=rf"'{location}'.*allowed: sample, a folder"):
        read_collection(location)


def test_excluded_images_are_left_out_whether_or_not_they_exist(folder):
    table = write_table(folder, "image_id\tsource", "x\ta.jpg", "y\tb.jpg")
    assert [i["image_id"] for i in images_of(table, exclude=["x", "gone"])] == ["y"]
    with pytest.raises(InputError, match="no images; all are excluded"):
        read_collection(table, exclude=["x", "y"])


def test_what_is_for_tables_only_is_told(folder):
    (folder / "a.jpg").touch()
    asked = {"columns": {"title": "Titel"}, "facets": ["folder", "artist"], "rows": {}}
    for location, told in (
        (".", "columns and facets: not used, as the collection is no table"),
        ("sample", "columns and facets: not used, as the collection is no table"),
    ):
        assert read_collection(location, **asked)[1] == [told]
    assert read_collection(".", facets=["folder"])[1] == []


def test_the_samples_originals_are_made_by_the_workflow():
    images = images_of("sample")
    assert len(images) == 36
    assert all(i["source"] == f"results/sample/{i['image_id']}.png" for i in images)
    assert all(isinstance(i["year"], int) for i in images)
