import base64
import io
import re
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from scripts.common.files import write_json
from scripts.exports.circles import place_circles
from scripts.exports.figure import LIGHT
from scripts.studies.picture import make_picture
from scripts.studies.sheet import make_sheet
from scripts.studies.strip import DPI, EDGE, GAP, ROOM, WIDTH
from tests.unit.studies.conftest import IMAGE, PALETTE, study_of

pytestmark = pytest.mark.usefixtures("few_restarts")

PAGE = Path(__file__).parents[3] / "page"


class Elements(HTMLParser):
    """All start tags with their attributes, and the text."""

    def __init__(self, text):
        super().__init__()
        self.found, self.text = [], ""
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, dict(attributes)))

    def handle_data(self, data):
        self.text += data

    def all(self, tag, **wanted):
        return [a for t, a in self.found if t == tag and wanted.items() <= a.items()]


def sheet_of(folder):
    """Return the text of the sheet of the study in the folder."""
    script, output = folder / "study.js", folder / "a.html"
    script.write_text("/* script */")
    styles = [PAGE / "base.css", PAGE / "study.css"]
    paths = (folder / "original.png", folder / "a.json", folder / "a.png", script, styles)
    make_sheet(*paths, PAGE / "study.html", output, most_megapixels=179)
    return output.read_text(encoding="utf-8")


def picture_of(folder):
    """Return the picture of the study in the folder."""
    paths = (folder / "original.png", folder / "a.json", folder / "a.png", folder / "picture.png")
    make_picture(*paths, most_megapixels=179)
    return Image.open(folder / "picture.png")


@pytest.fixture(scope="module")
def blobs_study(tmp_path_factory, blobs):
    folder = tmp_path_factory.mktemp("blobs")
    figures = study_of(folder, blobs, palette=PALETTE | {"space": "oklab", "colour": "mode"})
    return folder, figures, sheet_of(folder)


def test_each_palette_is_drawn_as_circles_of_its_shares(blobs_study):
    _, figures, text = blobs_study
    drawn = Elements(text)
    assert [figure["data-k"] for figure in drawn.all("figure", **{"class": "palette"})] == [
        "3",
        "5",
    ]
    circles = drawn.all("circle")
    colours = [c for palette in figures["palettes"].values() for c in palette["colors"]]
    assert [circle["fill"] for circle in circles] == [colour["hex"] for colour in colours]
    areas = np.array([float(circle["r"]) for circle in circles]) ** 2
    for part in (slice(0, 3), slice(3, 8)):
        shares = np.array([colour["share"] for colour in colours[part]])
        np.testing.assert_allclose(areas[part] / areas[part].sum(), shares, atol=0.02)


def test_circles_stand_side_by_side_over_the_whole_width():
    placed = place_circles([0.6, 0.3, 0.1], 200)
    assert [x for x, _ in placed] == sorted(x for x, _ in placed)
    edges = [0, *(edge for x, r in placed for edge in (x - r, x + r)), 200]
    gaps = np.diff(edges)[::2]
    np.testing.assert_allclose(gaps, gaps[0])
    assert gaps[0] > 0


def test_all_144_ways_can_be_chosen_and_just_the_configured_one_is_marked(blobs_study):
    _, _, text = blobs_study
    ways = Elements(text).all("input", name="way")
    assert len(ways) == 144
    assert len({way["data-lines"] for way in ways}) == 144
    (checked,) = (way for way in ways if "checked" in way)
    lines = (
        "enhance:\n  amount: 0.2\n  method: color_balance\n"
        "palette:\n  weight: area\n  space: oklab\n  colour: mode"
    )
    assert sorted(checked["data-lines"].splitlines()) == sorted(lines.splitlines())
    assert (text.count(">configured<"), text.count(">published<")) == (1, 1)
    marked = text.partition("<td class=configured>")[2].partition("</td>")[0]
    assert " checked" in marked


def test_the_marked_palette_is_that_of_the_figures(blobs_study):
    _, figures, text = blobs_study
    marked = text.partition("<td class=configured>")[2].partition("</td>")[0]
    hexes = re.findall("background:(#[0-9a-f]{6})", marked)
    assert hexes == [colour["hex"] for colour in figures["palettes"]["5"]["colors"]]


def test_it_is_whole_and_fetches_nothing(blobs_study):
    _, _, text = blobs_study
    drawn = Elements(text)
    sources = [
        a.get("src") or a.get("href") for t, a in drawn.found if t in ("img", "image", "link")
    ]
    assert all(source.startswith("data:") for source in sources)
    assert "$" not in re.sub("<(style|script).*?</", "", text, flags=re.DOTALL).replace("$1", "")
    for image in drawn.all("img"):
        assert image["alt"]
        data = base64.b64decode(image["src"].partition(",")[2])
        assert Image.open(io.BytesIO(data)).format == "WEBP"


def test_hostile_titles_are_shown_as_they_are(blobs_study):
    _, _, text = blobs_study
    assert "A &lt;b&gt; &amp; $1" in text
    assert "<b> &" not in text


def test_it_is_the_same_bytes_each_time(blobs_study, tmp_path):
    folder, _, text = blobs_study
    assert sheet_of(folder) == text
    first = picture_of(folder).tobytes()
    assert picture_of(folder).tobytes() == first


def test_a_filters_picture_is_clear_where_it_drops_pixels(tmp_path):
    pixels = np.full((8, 8, 3), 120)
    pixels[:, 4:] = [250, 20, 20]
    study_of(tmp_path, pixels)
    (image,) = (
        a for a in Elements(sheet_of(tmp_path)).all("img") if a["alt"].endswith(": chroma filter")
    )
    shown = Image.open(io.BytesIO(base64.b64decode(image["src"].partition(",")[2])))
    assert shown.getpixel((1, 4))[3] == 0
    assert np.abs(np.subtract(shown.getpixel((6, 4)), (250, 20, 20, 255))).max() < 12


@pytest.mark.parametrize(
    "pixels",
    [
        np.zeros((1, 1, 3)),
        np.full((3, 40, 3), 128),
        np.tile([[[255, 0, 0], [0, 0, 255]]], (4, 2, 1)),
        np.dstack([np.full((5, 5, 3), 90), np.eye(5) * 255]),
    ],
    ids=["one pixel", "grey", "two colours", "mostly clear"],
)
@pytest.mark.parametrize("method", ["color_balance", "saturation_filter"])
def test_images_of_few_colours_have_sheets_and_pictures(tmp_path, pixels, method):
    figures = study_of(tmp_path, pixels, method=method, ks=[3, 5, 64])
    drawn = Elements(sheet_of(tmp_path))
    assert len(drawn.all("circle")) == 3 * figures["distinct"]
    assert "the picture has" in drawn.text
    assert picture_of(tmp_path).width == WIDTH * DPI / 100


def test_what_could_not_be_read_is_told_in_one_line(tmp_path):
    told = {"image": "a", "title": IMAGE["title"], "unreadable": "an <empty> file"}
    write_json(tmp_path / "a.json", told)
    text = sheet_of(tmp_path)
    assert "This image could not be read: an &lt;empty&gt; file." in text
    assert "<section" not in text
    assert picture_of(tmp_path).height < 400


def test_the_picture_has_the_palettes_colours_on_the_paintings_edge(tmp_path, blobs):
    figures = study_of(tmp_path, blobs)
    picture = picture_of(tmp_path)
    unit = DPI / 100
    ground = tuple(int(LIGHT.ground[i : i + 2], 16) for i in (1, 3, 5))
    assert picture.getpixel((3, 3)) == ground
    width = (ROOM - 2 * GAP) / 3
    edge = 118 + 0.16 * width
    for number, palette in enumerate(figures["palettes"].values()):
        left = EDGE + number * (width + GAP)
        circles = place_circles([colour["share"] for colour in palette["colors"]], width)
        for (x, _), colour in zip(circles, palette["colors"], strict=True):
            at = (round((left + x) * unit), round(edge * unit))
            assert picture.getpixel(at) == tuple(colour["rgb"])
