import subprocess
import sys
from itertools import combinations

import numpy as np
import pytest
from coloraide import Color
from PIL import Image

from scripts.common.files import ROOT, read_json
from scripts.images.pixels import make_pixels, read_colours
from scripts.images.thumbnail import make_thumbnail
from scripts.palettes.palette import make_palette, palette_colours

STRIPES = {(250, 0, 0): 50, (0, 200, 0): 30, (0, 0, 100): 15, (255, 255, 255): 5}


@pytest.fixture
def stripes(tmp_path):
    """The pixels of an image of 100 columns, a stripe each of the colours in STRIPES."""
    row = np.repeat(np.array(list(STRIPES), np.uint8), list(STRIPES.values()), axis=0)
    Image.fromarray(np.tile(row, (20, 1, 1))).save(tmp_path / "stripes.png")
    make_pixels(tmp_path / "stripes.png", tmp_path / "p.parquet", method="color_balance", amount=0)
    return tmp_path / "p.parquet"


def palette_of(pixels, k, **changed):
    output = pixels.with_name(f"k{k}.json")
    options = {"weight": "area", "space": "rgb", "distinct": 0, "colour": "mean", "order": "share"}
    make_palette(pixels, output, image="stripes", k=k, algorithm="kmeans++", **options | changed)
    return read_json(output)


def test_known_colours_come_back_with_their_shares_largest_first(stripes):
    assert palette_of(stripes, 4) == {
        "image": "stripes",
        "k": 4,
        "distinct": 4,
        "pixels": 2000,
        "fewer": None,
        "fallback": False,
        "damaged": None,
        "backdrop": None,
        "weight": "area",
        "space": "rgb",
        "wcss": 0.0,
        "wcss_in_space": 0.0,
        "colors": [
            {"hex": "#fa0000", "rgb": [250, 0, 0], "share": 0.5},
            {"hex": "#00c800", "rgb": [0, 200, 0], "share": 0.3},
            {"hex": "#000064", "rgb": [0, 0, 100], "share": 0.15},
            {"hex": "#ffffff", "rgb": [255, 255, 255], "share": 0.05},
        ],
    }


def test_an_image_of_fewer_colours_than_k_gives_just_these_and_says_so(stripes):
    palette = palette_of(stripes, 7)
    assert (palette["k"], palette["distinct"], len(palette["colors"])) == (7, 4, 4)
    assert palette["fewer"] == "the picture has 4 distinct colours"


def test_what_stands_out_takes_a_place_but_the_shares_stay_those_of_all_pixels(tmp_path):
    # Two greys and, on a hundredth of the pixels, a red: of two colours by area it has none.
    colours = {(90, 90, 90): 50, (170, 170, 170): 49, (220, 30, 20): 1}
    row = np.repeat(np.array(list(colours), np.uint8), list(colours.values()), axis=0)
    Image.fromarray(np.tile(row, (20, 1, 1))).save(tmp_path / "a.png")
    make_pixels(tmp_path / "a.png", tmp_path / "p.parquet", method="none")
    by_area = palette_of(tmp_path / "p.parquet", 2)["colors"]
    assert [colour["share"] for colour in by_area] == [0.51, 0.49]
    prominent = palette_of(tmp_path / "p.parquet", 2, weight="prominence")
    assert [colour["share"] for colour in prominent["colors"]] == [0.99, 0.01]
    assert prominent["colors"][1]["rgb"] == [220, 30, 20]
    # All but the red are one cluster: in RGB each grey is off its centre, told over the pixels.
    grey = prominent["colors"][0]["rgb"][0]
    off = 1000 * 3 * (grey - 90) ** 2 + 980 * 3 * (170 - grey) ** 2
    assert prominent["weight"] == "prominence"
    assert prominent["wcss"] == pytest.approx(off, rel=0.02)


def test_the_wcss_told_is_that_of_weights_that_add_up_to_the_pixels(stripes):
    told = palette_of(stripes, 1, weight="prominence")["wcss_in_space"]
    pixels = read_colours(stripes)
    weights = pixels.prominence / pixels.prominence.sum() * 2000
    values = pixels.colours.astype(float)
    mean = np.average(values, axis=0, weights=weights)
    assert told == pytest.approx(weights @ ((values - mean) ** 2).sum(axis=1))


@pytest.mark.parametrize("colour", ["mean", "nearest"])
def test_twins_make_room_for_what_stands_out_of_the_rest(tmp_path, colour):
    # Two greens that look alike, and a blue and a red with fewer pixels than either.
    colours = {(40, 160, 60): 45, (50, 172, 70): 40, (30, 60, 150): 4, (200, 40, 30): 3}
    row = np.repeat(np.array(list(colours), np.uint8), list(colours.values()), axis=0)
    noise = np.random.default_rng(1).integers(-4, 5, (40, len(row), 3))
    Image.fromarray((row + noise).clip(0, 255).astype(np.uint8)).save(tmp_path / "a.png")
    make_pixels(tmp_path / "a.png", tmp_path / "p.parquet", method="none")
    palette = palette_of(tmp_path / "p.parquet", 4, distinct=0, colour=colour)
    assert least_difference(palette["colors"]) < 10
    apart = palette_of(tmp_path / "p.parquet", 3, distinct=20, colour=colour)
    assert least_difference(apart["colors"]) >= 20
    assert [round(c["share"], 2) for c in apart["colors"]] == [0.92, 0.04, 0.03]
    assert apart["fewer"] is None
    fewer = palette_of(tmp_path / "p.parquet", 6, distinct=20, colour=colour)
    assert len(fewer["colors"]) < 6
    assert fewer["fewer"] == "no other colour of the picture is 20 from these in ΔE2000"
    assert least_difference(fewer["colors"]) >= 20


def least_difference(colours):
    pairs = combinations([colour["hex"] for colour in colours], 2)
    return min(Color(one).delta_e(other, method="2000") for one, other in pairs)


def test_an_image_that_could_not_be_read_has_only_the_reason(tmp_path):
    make_thumbnail(tmp_path / "gone.jpg", tmp_path / "a.png", size=64, crop=0, skip=True)
    make_pixels(tmp_path / "a.png", tmp_path / "a.parquet", method="none")
    expected = {"image": "stripes", "k": 3, "unreadable": "no such file"}
    assert palette_of(tmp_path / "a.parquet", 3) == expected


def test_two_near_colours_are_averaged_by_their_pixels(stripes):
    palette = palette_of(stripes, 3)
    assert palette["colors"][0] == {"hex": "#fa0000", "rgb": [250, 0, 0], "share": 0.5}
    assert sum(colour["share"] for colour in palette["colors"]) == pytest.approx(1)
    # Joining two clusters of n and m pixels adds n m / (n + m) |a - b|² to the WCSS (Ward 1963):
    # least for green and blue, 20 rows x (30 x 15 / 45) x (200² + 100²).
    assert palette["colors"][1]["rgb"] == [0, round(200 * 30 / 45), round(100 * 15 / 45)]
    assert palette["wcss"] == pytest.approx(20 * 30 * 15 / 45 * (200**2 + 100**2))


def test_equal_shares_go_by_r_g_b():
    colours = palette_colours(np.array([[9, 0, 0], [0, 0, 9]]), np.array([0.5, 0.5]), "share")
    assert [colour["hex"] for colour in colours] == ["#000009", "#090000"]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        # OKLab's hues: red 29°, green 142°, blue 264°; its lightnesses: 0.63, 0.87, 0.45.
        ("hue", ["#ff0000", "#00ff00", "#0000ff"]),
        ("lightness", ["#0000ff", "#ff0000", "#00ff00"]),
        ("share", ["#00ff00", "#0000ff", "#ff0000"]),
    ],
)
def test_the_order_of_the_colours_can_be_chosen(order, expected):
    rgb = np.array([[0, 0, 255], [255, 0, 0], [0, 255, 0]])
    colours = palette_colours(rgb, np.array([0.3, 0.2, 0.5]), order)
    assert [colour["hex"] for colour in colours] == expected


def test_by_hue_greys_come_after_the_others_by_lightness():
    rgb = np.array([[200, 200, 203], [60, 58, 60], [0, 0, 255], [255, 0, 0]])
    colours = palette_colours(rgb, np.full(4, 0.25), "hue")
    assert [colour["hex"] for colour in colours] == ["#ff0000", "#0000ff", "#3c3a3c", "#c8c8cb"]


@pytest.fixture
def reds(tmp_path):
    """The pixels of an image of reds around (204, 24, 0), and some blue."""
    colours = {(200, 20, 0): 4, (204, 22, 0): 3, (205, 24, 0): 3, (222, 38, 0): 2, (0, 0, 250): 4}
    row = np.repeat(np.array(list(colours), np.uint8), list(colours.values()), axis=0)
    Image.fromarray(np.tile(row, (16, 1, 1))).save(tmp_path / "reds.png")
    make_pixels(tmp_path / "reds.png", tmp_path / "p.parquet", method="none")
    return tmp_path / "p.parquet"


@pytest.mark.parametrize(
    ("colour", "expected"),
    [
        # (800 + 612 + 615 + 444) / 12 = 205.9, (80 + 66 + 72 + 76) / 12 = 24.5
        ("mean", [206, 24, 0]),
        # in tens (200, 20, 0) 7 times, (210, 20, 0) 3 times, (220, 40, 0) twice
        ("mode", [200, 20, 0]),
        ("nearest", [205, 24, 0]),
    ],
)
def test_what_stands_for_a_cluster_can_be_chosen(reds, colour, expected):
    palette = palette_of(reds, 2, colour=colour)
    assert palette["colors"][0]["rgb"] == expected
    assert palette["colors"][0]["share"] == 0.75


def test_in_another_space_the_mean_is_that_of_the_space(reds):
    palette = palette_of(reds, 2, space="oklab")
    pixels = [(200, 20, 0)] * 4 + [(204, 22, 0)] * 3 + [(205, 24, 0)] * 3 + [(222, 38, 0)] * 2
    values = np.array(
        [Color("srgb", [c / 255 for c in p]).convert("oklab").coords() for p in pixels]
    )
    mean = Color("oklab", values.mean(axis=0).tolist()).convert("srgb").coords()
    expected = [255 * min(max(c, 0), 1) for c in mean]
    assert palette["space"] == "oklab"
    assert palette["colors"][0]["rgb"] == [round(c) for c in expected]
    squares = ((values - values.mean(axis=0)) ** 2).sum()
    assert palette["wcss_in_space"] == pytest.approx(16 * squares, rel=1e-3)
    assert palette["wcss"] == pytest.approx(
        16 * ((np.array(pixels) - expected) ** 2).sum(), rel=1e-3
    )


SLOW = {"joblib", "matplotlib", "pandas", "scipy", "sklearn"}
"""What takes longer to import than a palette to find."""
CHAIN = """
import sys
import scripts.running.serving
from scripts.images.pixels import make_pixels
from scripts.images.thumbnail import make_thumbnail
from scripts.palettes.palette import make_palette

make_thumbnail("a.png", "t.png", size=128, skip=False)
make_pixels("t.png", "p.parquet", method="color_balance", amount=0.2)
make_palette("p.parquet", "k3.json", image="a", k=3, weight="prominence", space="lab_2_1",
             distinct=0, colour="mean", order="share")
print(*sys.modules)
"""


def test_the_jobs_of_an_image_import_nothing_that_takes_longer_than_they_do(tmp_path):
    noise = np.random.default_rng(0).integers(0, 256, (200, 300, 3), np.uint8)
    Image.fromarray(noise).save(tmp_path / "a.png")
    command = [sys.executable, "-c", CHAIN]
    ran = subprocess.run(
        command, cwd=tmp_path, env={"PYTHONPATH": str(ROOT)}, capture_output=True, check=True
    )
    assert SLOW.isdisjoint(ran.stdout.decode().split())
