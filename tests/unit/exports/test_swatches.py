"""Swatch files, read again by parsers that are not the project's."""

import io
import json
import re
import struct
from collections import Counter

import pytest
import tinycss2
from PIL import GimpPaletteFile

from scripts.common.files import write_json
from scripts.exports.swatches import FORMATS, gather_swatches, make_swatches, record
from tests.page_code import run_js

TITLES = [
    "Sunrise",
    "Sunrise",
    "Fog, \"thick\" 'and' <b>\\",
    "Two\r\nlines\tand\x00 a\x1f zero\x85",
    "a */ body { color: red } /*",
    "{$alias.to.nothing}",
    "$value",
    "غروب الشمس \u202e(sunset)",
    "睡蓮 🌾🎨",
    "# GIMP Palette",
    " \ufeff ",
    "x" * 70_000,
]
IDS = ["a", "a-1", "a.1", "a_1", "A-2", *(f"id{n}" for n in range(5, 12))]
COLOURS = [
    {"hex": "#ff8000", "rgb": [255, 128, 0], "share": 0.3125, "name": "dark orange"},
    {"hex": "#ff8c00", "rgb": [255, 140, 0], "share": 0.31254, "name": "dark orange"},
    {"hex": "#01020a", "rgb": [1, 2, 10], "share": 0.375, "name": "black"},
]
HEXES = [colour["hex"] for colour in COLOURS]
IMAGES = [
    {"image": image, "title": title, "year": 1870 + n if n else None, "artist": None}
    for n, (image, title) in enumerate(zip(IDS, TITLES, strict=True))
]
PAINTINGS = [record(image, 3, COLOURS) for image in IMAGES]


def one_line(text):
    """Return what a title must have become: white space and control characters are one space."""
    return re.sub("[\ufeff \r\n\t\x00\x1f\x85]+", " ", text)


def read_css(content):
    """Return the declarations and comments of a file's one rule, which is for :root."""
    [rule] = tinycss2.parse_stylesheet_bytes(content, skip_whitespace=True)[0]
    assert tinycss2.serialize(rule.prelude).strip() == ":root"
    return tinycss2.parse_blocks_contents(rule.content, skip_whitespace=True)


def test_css_is_valid_and_each_colour_has_a_name_of_its_own():
    parsed = read_css(FORMATS[".css"](PAINTINGS, "All"))
    assert {node.type for node in parsed} == {"comment", "declaration"}
    found = [
        (node.name, tinycss2.serialize(node.value).strip().partition(" ")[0])
        for node in parsed
        if node.type == "declaration"
    ]
    assert found == [
        (f"--{image}-{rank}", colour) for image in IDS for rank, colour in enumerate(HEXES, start=1)
    ]
    comments = [node.value.strip() for node in parsed if node.type == "comment"]
    assert comments[0] == "Sunrise"
    # 31.25 and 31.254 per cent, each rounded twice: halves go up.
    assert comments[1:4] == ["dark orange, 31.3%", "dark orange, 31.3%", "black, 37.5%"]


def test_gpl_is_a_palette_to_pillow_with_a_line_a_colour():
    content = FORMATS[".gpl"](PAINTINGS, "All\nof it")
    head, lines = content.decode().split("#\n", 1)
    assert head == "GIMP Palette\nName: All of it\nColumns: 3\n"
    rows = [
        re.fullmatch(r"([ \d]{3}) ([ \d]{3}) ([ \d]{3})\t(.*)", line) for line in lines.splitlines()
    ]
    expected = [
        (*colour["rgb"], f"{one_line(title)}: {colour['name']} {colour['hex']}")
        for title in TITLES
        for colour in COLOURS
    ]
    assert [(int(row[1]), int(row[2]), int(row[3]), row[4]) for row in rows] == expected
    short = FORMATS[".gpl"](PAINTINGS[:-1], "All")
    colours, _ = GimpPaletteFile.GimpPaletteFile(io.BytesIO(short)).getpalette()
    assert list(colours[: 9 * 11]) == [value for c in COLOURS for value in c["rgb"]] * 11


def read_ase(content):
    """Return the groups of an ASE file as (name, colours), by the format's description."""
    file = io.BytesIO(content)

    def take(form):
        return struct.unpack(form, file.read(struct.calcsize(form)))

    def name():
        [units] = take(">H")
        text = file.read(2 * units)
        assert text[-2:] == b"\0\0"
        return text[:-2].decode("utf-16-be")

    assert take(">4s2H") == (b"ASEF", 1, 0)
    groups = []
    for _ in range(*take(">I")):
        kind, length = take(">HI")
        start = file.tell()
        if kind == 0xC001:
            groups.append((name(), []))
        elif kind == 0x0001:
            label = name()
            model, *rgb, sort = take(">4s3fH")
            assert (model, sort) == (b"RGB ", 0)
            groups[-1][1].append((label, [round(255 * value) for value in rgb]))
        else:
            assert (kind, length) == (0xC002, 0)
        assert file.tell() == start + length
    assert file.read() == b""
    return groups


def test_ase_has_a_group_a_painting():
    expected = [(f"{c['name']} {c['hex']}", c["rgb"]) for c in COLOURS]
    groups = read_ase(FORMATS[".ase"](PAINTINGS, "All"))
    assert groups == [(one_line(title)[:0xFFFE], expected) for title in TITLES]


def tokens_of(group, path=()):
    """Yield path, type and value of the tokens of a group, as the format says they are found."""
    for name, item in group.items():
        if name.startswith("$"):
            assert name in {"$type", "$description"}
        elif "$value" in item:
            yield (*path, name), item.get("$type", group.get("$type")), item["$value"]
        else:
            yield from tokens_of(item, (*path, name))


def test_design_tokens_are_of_their_format():
    def unique(pairs):
        assert max(Counter(name for name, _ in pairs).values()) == 1
        return dict(pairs)

    parsed = json.loads(FORMATS[".json"](PAINTINGS, "All"), object_pairs_hook=unique)
    tokens = list(tokens_of(parsed))
    assert len(tokens) == 3 * len(TITLES)
    for (path, kind, value), colour in zip(tokens, COLOURS * len(TITLES), strict=True):
        assert not any(re.search(r"[{}.]|^\$", name) for name in path)
        assert kind == "color"
        assert value.keys() == {"colorSpace", "components", "hex"}
        assert value["colorSpace"] == "srgb"
        assert [round(255 * part) for part in value["components"]] == colour["rgb"]
        assert value["hex"] == colour["hex"]
    paths = [path for path, _, _ in tokens]
    assert paths[:4] == [
        ("Sunrise", "dark orange"),
        ("Sunrise", "dark orange 2"),
        ("Sunrise", "black"),
        ("Sunrise 2", "dark orange"),
    ]
    assert parsed["Sunrise 2"]["$description"] == "Sunrise, 1871 (a-1)"


@pytest.mark.parametrize(
    ("suffix", "maker"), [(".gpl", "toGpl"), (".css", "toCss"), (".ase", "toAse")]
)
def test_the_page_exports_the_same_bytes(suffix, maker):
    file = "ase" if suffix == ".ase" else "text"
    shown = run_js(
        f'import {{ {maker} }} from "src/export/{file}.js";'
        f"process.stdout.write({maker}({json.dumps(PAINTINGS)}, 'All'));"
    )
    assert FORMATS[suffix](PAINTINGS, "All") == shown


@pytest.fixture
def made(tmp_path):
    """A function that makes the swatches of one image and returns them by suffix."""

    def make(palette):
        write_json(tmp_path / "p.json", {"image": "fog.2", "k": 2} | palette)
        paths = [tmp_path / f"fog.2{suffix}" for suffix in FORMATS]
        told = {"image": "fog.2", "title": "Fog", "year": 1872, "artist": "Monet"}
        make_swatches(tmp_path / "p.json", paths, **told)
        return {path.suffix: path.read_bytes() for path in paths}

    return make


def test_one_image_has_its_title_and_names_of_colours(made):
    colours = [{"hex": "#ff0000", "rgb": [255, 0, 0], "share": 0.75}]
    colours += [{"hex": "#0000ff", "rgb": [0, 0, 255], "share": 0.25}]
    files = made({"colors": colours})
    assert files[".gpl"].decode() == (
        "GIMP Palette\nName: Fog\nColumns: 2\n#\n"
        "255   0   0\tFog: bright red #ff0000\n  0   0 255\tFog: vivid blue #0000ff\n"
    )
    assert files[".css"].decode() == (
        ":root {\n  /* Fog */\n  --fog\\.2-1: #ff0000; /* bright red, 75.0% */\n"
        "  --fog\\.2-2: #0000ff; /* vivid blue, 25.0% */\n}\n"
    )
    assert json.loads(files[".json"])["Fog"]["$description"] == "Monet, Fog, 1872 (fog.2)"
    [(name, swatches)] = read_ase(files[".ase"])
    assert (name, swatches[1]) == ("Fog", ("vivid blue #0000ff", [0, 0, 255]))


def test_of_an_unreadable_image_the_files_are_valid_and_hold_nothing(made):
    files = made({"unreadable": "an empty file"})
    assert read_ase(files[".ase"]) == []
    assert list(tokens_of(json.loads(files[".json"]))) == []
    assert read_css(files[".css"]) == []
    assert files[".gpl"].startswith(b"GIMP Palette\nName: Fog\n")


def test_a_collection_is_in_one_file(tmp_path):
    images = [image | {"colors": COLOURS} for image in IMAGES]
    write_json(tmp_path / "p.json", {"k": 3, "images": images, "unreadable": []})
    paths = [tmp_path / f"k3{suffix}" for suffix in FORMATS]
    gather_swatches(tmp_path / "p.json", paths, title="Studies")
    for path in paths:
        assert path.read_bytes() == FORMATS[path.suffix](PAINTINGS, "Studies")
    assert (tmp_path / "k3.gpl").read_text().splitlines()[1] == "Name: Studies"
