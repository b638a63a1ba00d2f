import fastjsonschema
import pandas as pd
import pytest

from scripts.common.errors import InputError
from scripts.common.files import read_json, write_json
from scripts.common.schema import load_schema
from scripts.palettes.gather import combine_palettes, gather_palettes
from scripts.palettes.table import tabulate_palettes
from scripts.palettes.unreadable import count_unreadable, tabulate_unreadable

IMAGES = [
    {"image_id": "b", "title": "Poppies", "year": 1873, "artist": "Claude Monet"}
    | {"link": "https://example.org/b", "licence": "CC0", "source": "b.jpg", "date": "um 1873"}
    | {"earliest": 1868, "latest": 1878, "approximate": True, "facets": {"medium": ["oil", "ink"]}},
    {"image_id": "a", "title": "Fog", "year": None, "artist": None}
    | {"link": None, "licence": None, "source": "a.jpg", "date": None}
    | {"earliest": None, "latest": None, "approximate": False, "facets": {"medium": []}},
]
RED = {"hex": "#ff0000", "rgb": [255, 0, 0], "share": 0.75}
BLUE = {"hex": "#0000ff", "rgb": [0, 0, 255], "share": 0.25}
GREY = {"hex": "#808080", "rgb": [128, 128, 128], "share": 1.0}
# OKLCh from CSS Color 4, section 9.3; a grey has hue 0.
NAMED_RED = RED | {"name": "bright red", "oklch": [0.628, 0.2577, 29.2339]}
NAMED_BLUE = BLUE | {"name": "vivid blue", "oklch": [0.452, 0.3132, 264.0520]}
NAMED_GREY = GREY | {"name": "grey", "oklch": [0.5999, 0.0, 0.0]}


@pytest.fixture
def gathered(tmp_path):
    """The files of k = 1 and k = 2 of two images, in a folder with all that went into them."""
    colours = {("b", 1): [RED | {"share": 1.0}], ("b", 2): [RED, BLUE]}
    colours |= {("a", 1): [GREY], ("a", 2): [GREY]}
    for k in (1, 2):
        paths = [tmp_path / f"{image['image_id']}_{k}.json" for image in IMAGES]
        for image, path in zip(IMAGES, paths, strict=True):
            palette = {"image": image["image_id"], "k": k, "distinct": 9, "pixels": 100}
            palette |= {"fallback": False, "damaged": None, "backdrop": None}
            palette |= {"space": "rgb", "wcss": 12.5, "wcss_in_space": 12.5, "weight": "area"}
            palette |= {"fewer": None}
            palette |= {"colors": colours[image["image_id"], k]}
            write_json(path, palette)
        gather_palettes(paths, tmp_path / f"palettes_k{k}.json", k=k, images=IMAGES, skip=False)
    return tmp_path


def combined(folder):
    # The larger k first: the order given must not matter.
    paths = [folder / "palettes_k2.json", folder / "palettes_k1.json"]
    combine_palettes(paths, folder / "palettes.json")
    return folder / "palettes.json"


def test_one_k_holds_every_image_with_what_is_known_of_it(gathered):
    palettes = read_json(gathered / "palettes_k2.json")
    assert palettes["k"] == 2
    assert palettes["images"][0] == {
        "image": "b",
        "title": "Poppies",
        "date": "um 1873",
        "year": 1873,
        "earliest": 1868,
        "latest": 1878,
        "approximate": True,
        "artist": "Claude Monet",
        "link": "https://example.org/b",
        "licence": "CC0",
        "facets": {"medium": ["oil", "ink"]},
        "thumbnail": "thumbnails/b.png",
        "distinct": 9,
        "pixels": 100,
        "fallback": False,
        "damaged": None,
        "backdrop": None,
        "fewer": None,
        "weight": "area",
        "space": "rgb",
        "wcss": 12.5,
        "wcss_in_space": 12.5,
        "colors": [NAMED_RED, NAMED_BLUE],
    }
    assert [image["image"] for image in palettes["images"]] == ["b", "a"]


def test_all_k_are_combined_in_ascending_order(gathered):
    palettes = read_json(combined(gathered))
    assert palettes["ks"] == [1, 2]
    assert palettes["images"][0]["palettes"] == {
        "1": [NAMED_RED | {"share": 1.0}],
        "2": [NAMED_RED, NAMED_BLUE],
    }
    assert palettes["images"][1]["palettes"] == {"1": [NAMED_GREY], "2": [NAMED_GREY]}


def test_the_files_are_as_their_schema_says(gathered):
    validate = fastjsonschema.compile(load_schema("palettes"))
    validate(read_json(gathered / "palettes_k1.json"))
    validate(read_json(combined(gathered)))
    with pytest.raises(fastjsonschema.JsonSchemaValueException):
        validate({"ks": [1], "images": [{"image": "a"}]})


def test_the_table_is_tidy(gathered):
    tabulate_palettes(combined(gathered), gathered / "palettes.parquet")
    table = pd.read_parquet(gathered / "palettes.parquet")
    assert [(name, str(kind)) for name, kind in table.dtypes.items()] == [
        ("image", "string"),
        ("title", "string"),
        ("date", "string"),
        ("year", "Int16"),
        ("earliest", "Int16"),
        ("latest", "Int16"),
        ("approximate", "bool"),
        ("k", "UInt8"),
        ("rank", "UInt8"),
        ("hex", "string"),
        ("r", "uint8"),
        ("g", "uint8"),
        ("b", "uint8"),
        ("share", "float64"),
        ("name", "string"),
        ("facet_medium", "object"),
    ]
    assert list(table.facet_medium[0]) == ["oil", "ink"]
    assert list(table.facet_medium[3]) == []
    assert table[["image", "k", "rank", "hex"]].to_numpy().tolist() == [
        ["b", 1, 1, "#ff0000"],
        ["b", 2, 1, "#ff0000"],
        ["b", 2, 2, "#0000ff"],
        ["a", 1, 1, "#808080"],
        ["a", 2, 1, "#808080"],
    ]
    assert table.year.isna().tolist() == [False] * 3 + [True] * 2
    assert table.share.tolist() == [1.0, 0.75, 0.25, 1.0, 1.0]


@pytest.fixture
def half_read(gathered):
    """As `gathered`, but image b could not be read."""
    for k in (1, 2):
        path = gathered / f"b_{k}.json"
        write_json(path, {"image": "b", "k": k, "unreadable": "it is\ttorn"})
    return gathered


def gather(folder, skip):
    for k in (1, 2):
        paths = [folder / f"{image['image_id']}_{k}.json" for image in IMAGES]
        gather_palettes(paths, folder / f"palettes_k{k}.json", k=k, images=IMAGES, skip=skip)
    return read_json(combined(folder))


def test_an_image_that_could_not_be_read_is_listed_apart(half_read):
    palettes = gather(half_read, skip=True)
    assert [image["image"] for image in palettes["images"]] == ["a"]
    assert palettes["unreadable"] == [{"image": "b", "source": "b.jpg", "reason": "it is\ttorn"}]
    fastjsonschema.compile(load_schema("palettes"))(palettes)
    tabulate_unreadable(half_read / "palettes.json", half_read / "unreadable.tsv")
    table = pd.read_csv(half_read / "unreadable.tsv", sep="\t")
    assert table.to_numpy().tolist() == [["b", "b.jpg", "it is\ttorn"]]
    assert count_unreadable(half_read / "unreadable.tsv") == 1


def test_without_leave_to_skip_it_is_an_error(half_read):
    with pytest.raises(InputError, match=r"cannot read b\.jpg: it is\ttorn"):
        gather(half_read, skip=False)


def test_a_collection_of_which_nothing_could_be_read_has_empty_tables(half_read):
    for k in (1, 2):
        write_json(half_read / f"a_{k}.json", {"image": "a", "k": k, "unreadable": "torn"})
    assert gather(half_read, skip=True)["images"] == []
    tabulate_palettes(half_read / "palettes.json", half_read / "palettes.parquet")
    table = pd.read_parquet(half_read / "palettes.parquet")
    assert len(table) == 0
    assert str(table["r"].dtype) == "uint8"


def test_where_all_was_read_the_list_of_the_others_is_a_header(gathered):
    tabulate_unreadable(combined(gathered), gathered / "unreadable.tsv")
    assert (gathered / "unreadable.tsv").read_text() == "image\tsource\treason\n"
    assert count_unreadable(gathered / "unreadable.tsv") == 0
    assert count_unreadable(gathered / "gone.tsv") == 0
