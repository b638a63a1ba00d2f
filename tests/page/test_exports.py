"""Every export, read again by a parser that is not the page's."""

import csv
import io
import json
import re
import struct
from base64 import b64encode
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import GimpPaletteFile, Image

from tests.page.checks import drawn, visit
from tests.page.conftest import IMAGES

SVG = "{http://www.w3.org/2000/svg}"


def exported(page, kind):
    """Export by the menu and return the name and bytes of the file."""
    page.get_by_role("button", name="Export").click()
    with page.expect_download() as waiting:
        page.locator(f"#exports [data-kind={kind}]").click()
    return waiting.value.suggested_filename, waiting.value.path().read_bytes()


@pytest.fixture
def everything(browser, page_file):
    """The page of IMAGES, nothing selected."""
    with visit(browser, page_file, "#view=table") as page:
        yield page


@pytest.fixture
def sunrise(browser, page_file):
    """The page with one painting open."""
    with visit(browser, page_file, "#image=sunrise") as page:
        yield page


def test_csv_has_all_that_is_shown(everything):
    _, content = exported(everything, "csv")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))
    expected = [
        (
            image["image"],
            image["title"],
            "" if image["year"] is None else str(image["year"]),
            c["hex"],
        )
        for image in IMAGES
        for c in image["palettes"]["5"]
    ]
    found = [(row["image"], row["title"], row["year"], row["hex"]) for row in rows]
    assert sorted(found) == sorted(expected)
    assert sum(float(row["share"]) for row in rows) == pytest.approx(len(IMAGES), abs=0.01)


def test_json_has_names_and_shares(sunrise):
    name, content = exported(sunrise, "json")
    assert name == "Sunrise.json"
    [record] = json.loads(content)
    palette = IMAGES[0]["palettes"]["5"]
    assert record["title"] == "Sunrise"
    assert record["link"] == IMAGES[0]["link"]
    assert [c["hex"] for c in record["colours"]] == [c["hex"] for c in palette]
    assert [c["name"] for c in record["colours"]] == [c["name"] for c in palette]
    assert [c["share"] for c in record["colours"]] == pytest.approx(
        [c["share"] for c in palette], abs=2e-4
    )


def test_css_gives_a_browser_the_colours(sunrise):
    _, content = exported(sunrise, "css")
    text = content.decode()
    found = sunrise.evaluate(
        """text => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(text);
            const { style } = sheet.cssRules[0];
            return [...style].map((name) => [name, style.getPropertyValue(name).trim()]);
        }""",
        text,
    )
    palette = IMAGES[0]["palettes"]["5"]
    assert found == [[f"--sunrise-{n}", c["hex"]] for n, c in enumerate(palette, start=1)]


def test_gpl_is_a_palette_to_pillow(sunrise):
    name, content = exported(sunrise, "gpl")
    assert name == "Sunrise.gpl"
    colours, _ = GimpPaletteFile.GimpPaletteFile(io.BytesIO(content)).getpalette()
    palette = IMAGES[0]["palettes"]["5"]
    assert list(colours[:15]) == [value for c in palette for value in c["rgb"]]


def test_ase_has_a_group_with_the_swatches(sunrise):
    _, content = exported(sunrise, "ase")
    assert content[:8] == b"ASEF\0\1\0\0"
    [count] = struct.unpack(">I", content[8:12])
    at, blocks = 12, []
    for _ in range(count):
        kind, length = struct.unpack(">HI", content[at : at + 6])
        blocks.append((kind, content[at + 6 : at + 6 + length]))
        at += 6 + length
    assert at == len(content)
    assert [kind for kind, _ in blocks] == [0xC001, 1, 1, 1, 1, 1, 0xC002]
    for (_, block), colour in zip(blocks[1:6], IMAGES[0]["palettes"]["5"], strict=True):
        [units] = struct.unpack(">H", block[:2])
        name = block[2 : 2 * units].decode("utf-16-be")
        assert name == f"{colour['name']} {colour['hex']}"
        model, *rgb, _ = struct.unpack(">4s3fH", block[2 + 2 * units :])
        assert model == b"RGB "
        assert [round(255 * value) for value in rgb] == colour["rgb"]


@pytest.mark.parametrize("ratio", [1, 2])
def test_png_is_what_is_seen_below_a_heading(browser, page_file, ratio):
    with visit(browser, page_file, "#view=grid&q=fog", device_scale_factor=ratio) as page:
        seen = drawn(page)[0]
        name, content = exported(page, "png")
        assert name.endswith("-grid.png")
        picture = np.asarray(Image.open(io.BytesIO(content)).convert("RGBA"))
        height, width = seen.shape[:2]
        margin, head = 28 * ratio, 76 * ratio
        assert picture.shape[:2] == (height + head + margin, width + 2 * margin)
        view = picture[head : head + height, margin : margin + width]
        assert (view == seen).all()
        # The words of the heading, in the ink of the page.
        assert (picture[:head] != picture[0, 0]).any()


def svg_of(page):
    _, content = exported(page, "svg")
    return content, ElementTree.fromstring(content)


def test_svg_has_every_colour_of_the_view(browser, page_file):
    with visit(browser, page_file, "#view=grid") as page:
        _, root = svg_of(page)
        rects = [r for r in root.iter(f"{SVG}rect") if r.get("fill") != "none"][1:]
        expected = [c["rgb"] for image in IMAGES for c in image["palettes"]["5"]]
        numbers = [[int(value) for value in re.findall(r"\d+", r.get("fill"))] for r in rects]
        assert sorted(numbers) == sorted(expected)
        assert len(list(root.iter(f"{SVG}image"))) == len(IMAGES)


@pytest.mark.parametrize("view", ["timeline", "wheel", "stream"])
def test_svg_has_the_words_and_lines_beside_the_marks(browser, page_file, view):
    with visit(browser, page_file, f"#view={view}") as page:
        _, root = svg_of(page)
        heading, told, *words = [text.text for text in root.iter(f"{SVG}text")]
        assert heading == page.title()
        assert told == "9 paintings, 1872\u20131899, in 5 colours each"
        beside = page.locator("#guides text").all_text_contents()
        assert beside
        assert set(beside) <= set(words)


def test_svg_of_the_table_has_titles_and_years(browser, page_file):
    with visit(browser, page_file, "#view=table") as page:
        _, root = svg_of(page)
        words = [text.text for text in root.iter(f"{SVG}text")]
        titles = {image["title"] for image in IMAGES}
        assert titles <= set(words)
        assert words.count("undated") == 1
        assert words.count("19th century") == 1


@pytest.mark.parametrize("view", ["timeline", "wheel", "stream", "map"])
def test_svg_looks_as_png_to_a_browser(browser, page_file, view):
    with visit(browser, page_file, f"#view={view}") as page:
        content, _ = svg_of(page)
        _, png = exported(page, "png")
    seen = np.asarray(Image.open(io.BytesIO(png)).convert("RGB")).astype(int)
    with browser.new_context(viewport={"width": seen.shape[1], "height": seen.shape[0]}) as context:
        page = context.new_page()
        address = f"data:image/svg+xml;base64,{b64encode(content).decode()}"
        page.set_content(f"<body style='margin: 0'><img src='{address}'></body>")
        shot = page.screenshot()
    rendered = np.asarray(Image.open(io.BytesIO(shot)).convert("RGB")).astype(int)
    apart = np.abs(rendered - seen).max(axis=2)
    assert (seen != seen[0, 0]).any(axis=2).mean() > 0.01
    assert (apart > 40).mean() < 0.01


def test_no_mark_of_an_enlarged_timeline_covers_the_axis_of_its_figure(browser, gallery):
    path, _ = gallery
    with visit(browser, path, "#view=timeline&zoom=6,0.5,0.5") as page:
        content = svg_of(page)[0].decode()
        height = page.locator("#plot").bounding_box()["height"]
    clipped = re.search(r'<svg width="[\d.]+" height="([\d.]+)">(.*?)</svg>', content, re.DOTALL)
    assert float(clipped[1]) == pytest.approx(height - 36, abs=1)
    assert "<rect" in clipped[2]
    assert "<text" not in clipped[2]
    view = content[: clipped.start()] + content[clipped.end() :]
    assert view.count("<rect") == 1, "only the ground is outside of what ends at the axis"


def test_what_is_pinned_is_exported_alone(browser, page_file):
    with visit(browser, page_file, "#pin=fog") as page:
        name, content = exported(page, "json")
        assert name == "pinned.json"
        assert [record["image"] for record in json.loads(content)] == ["fog"]


@pytest.mark.parametrize("kind", ["card", "card-svg"])
def test_a_painting_has_a_card(browser, page_file, kind):
    with visit(browser, page_file, "#image=sunrise") as page:
        name, content = exported(page, kind)
    if kind == "card":
        assert name.endswith(".png")
        assert Image.open(io.BytesIO(content)).size == (2400, 1260)
        return
    root = ElementTree.fromstring(content)
    told = [node.text for node in root.iter(f"{SVG}text")]
    sunrise = next(item for item in IMAGES if item["image"] == "sunrise")
    assert "Sunrise" in told
    assert any("Nobody" in text and "1872" in text for text in told)
    assert any("example.org" in text and "CC0" in text for text in told)
    for colour in sunrise["palettes"]["5"]:
        assert any(colour["hex"] in text for text in told)
    widths = {
        rect.get("fill"): float(rect.get("width"))
        for rect in root.iter(f"{SVG}rect")
        if rect.get("height") == "64"
    }
    whole = sum(widths.values())
    for colour in sunrise["palettes"]["5"]:
        assert widths[colour["hex"]] / whole == pytest.approx(colour["share"], abs=2e-3)
