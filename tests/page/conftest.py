import json
from pathlib import Path

import pytest
from PIL import Image

from benchmarks.made_up import make_up_page, make_up_palettes
from scripts.colour.names import colour_names
from scripts.colour.spaces import oklch_of_rgb
from scripts.groups.codes import make_codes
from scripts.page.atlas import make_atlas
from scripts.page.bundle import bundle_page
from scripts.page.map import make_map
from scripts.page.neighbours import find_neighbours
from scripts.page.page import make_page

SOURCE = Path(__file__).parents[2] / "page"

ONE = ["#204060"]
TWO = ["#d04020", "#208040"]
THREE = ["#f0e0c0", "#c08030", "#302010"]
FIVE = ["#5080b0", "#d0d8e0", "#e08040", "#405030", "#101820"]
SHARES = {1: [1.0], 2: [0.7, 0.3], 3: [0.5, 0.3, 0.2], 5: [0.4, 0.25, 0.2, 0.1, 0.05]}


def palette(codes):
    """Return the palette of colours given as '#rrggbb', largest share first."""
    rgb = [[int(code[i : i + 2], 16) for i in (1, 3, 5)] for code in codes]
    rows = zip(codes, rgb, SHARES[len(codes)], colour_names(rgb), strict=True)
    return [{"hex": code, "rgb": c, "share": s, "name": name} for code, c, s, name in rows]


def image(image_id, title, year, few=THREE, many=FIVE, **fields):
    """Return an image of palettes.json with ks 3 and 5."""
    nothing = {"artist": None, "link": None, "licence": None, "fallback": False}
    nothing |= {"date": None, "facets": {}}
    palettes = {"3": palette(few), "5": palette(many)}
    thumbnail = f"thumbnails/{image_id}.png"
    told = {"image": image_id, "title": title, "year": year, "thumbnail": thumbnail}
    return told | nothing | fields | {"palettes": palettes}


WEB = "https://example.org/sunrise"
IMAGES = [
    image("sunrise", "Sunrise", 1872, artist="Nobody", link=WEB, licence="CC0"),
    image("script", "</script><script>window.broken = 1</script>", 1874, TWO, TWO),
    image("comment", "<!-- & \"quotes\" 'both' \\ `ticks` ${k}", 1874),
    image("rtl", "\u0634\u0631\u0648\u0642 \u0627\u0644\u0634\u0645\u0633", 1880, ONE, ONE),
    image("emoji", "\U0001f33b Sunflowers \U0001f469\u200d\U0001f3a8", 1881, TWO, FIVE),
    image("long", "Un" + "believ" * 30 + "able", 1881, THREE, THREE, link="https://[nowhere"),
    image("trap", "A link that is none", 1899, date="c. 1899", link="javascript:window.broken=1"),
    image("fog", "Fog", None, TWO, THREE, date="19th century"),
    image("fog.2", "Fog", None, THREE, FIVE),
]


@pytest.fixture(scope="session")
def scripts(modules, tmp_path_factory):
    """The page's script, and its worker's."""
    folder = tmp_path_factory.mktemp("scripts")
    paths = folder / "page.js", folder / "worker.js"
    bundle_page(SOURCE / "src", modules, *paths)
    return paths


@pytest.fixture(scope="session")
def build(scripts, tmp_path_factory):
    """Return a function that makes the page of images by the workflow's own functions."""

    def built(images, title="Palettes", unreadable=(), **options):
        folder = tmp_path_factory.mktemp("built")
        thumbnails = []
        for i, item in enumerate(images):
            thumbnails.append(folder / f"{i}.png")
            size = [(200, 150), (150, 200), (180, 180)][i % 3]
            Image.new("RGB", size, item["palettes"]["5"][0]["hex"]).save(thumbnails[-1])
        palettes = folder / "palettes.json"
        told = {"ks": [3, 5], "images": images, "unreadable": list(unreadable)}
        palettes.write_text(json.dumps(told))
        finest = folder / "palettes_k5.json"
        rows = [{"image": item["image"], "colors": item["palettes"]["5"]} for item in images]
        finest.write_text(json.dumps({"images": rows}))
        parts = [folder / f"{name}.json" for name in ("codes", "neighbours", "map")]
        make_codes(finest, parts[0])
        find_neighbours(finest, parts[1], code="")
        make_map(finest, parts[2], code="")
        sheet, places = folder / "sheet.webp", folder / "places.json"
        make_atlas(thumbnails, sheet, places, code="")
        page = folder / "index.html"
        styles = [SOURCE / name for name in ("base.css", "style.css", "report.css")]
        template, words = SOURCE / "template.html", SOURCE / "words.json"
        usual = {"k": 5, "method": "color_balance", "weight": "area", "language": "en"}
        make_page(
            *(palettes, *parts, sheet, places, *scripts, styles, template, words, page),
            **{"title": title, **usual, **options},
        )
        return page

    return built


@pytest.fixture(scope="session")
def page_file(build):
    """The page of IMAGES."""
    return build(IMAGES, title="Palettes </title><script>window.broken = 1</script>", about="A & B")


@pytest.fixture(scope="session")
def gallery(build):
    """The page of 60 made-up paintings, and these by their IDs."""
    images = make_up_palettes(60, ks=(3, 5))["images"]
    for item in images:
        for colours in item["palettes"].values():
            for colour in colours:
                colour["oklch"] = oklch_of_rgb(colour["rgb"]).tolist()
    return build(images), {item["image"]: item for item in images}


@pytest.fixture(scope="session")
def thousand(scripts, tmp_path_factory):
    """The page of 1,000 made-up paintings."""
    return make_up_page(tmp_path_factory.mktemp("thousand"), 1000, *scripts)
