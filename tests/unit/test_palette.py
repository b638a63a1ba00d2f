import numpy as np
import pytest
from PIL import Image

from scripts.files import read_json
from scripts.palette import make_palette, palette_colours
from scripts.pixels import make_pixels

STRIPES = {(250, 0, 0): 50, (0, 200, 0): 30, (0, 0, 100): 15, (255, 255, 255): 5}


@pytest.fixture
def stripes(tmp_path):
    """The pixels of an image of 100 columns, a stripe each of the colours in STRIPES."""
    row = np.repeat(np.array(list(STRIPES), np.uint8), list(STRIPES.values()), axis=0)
    Image.fromarray(np.tile(row, (20, 1, 1))).save(tmp_path / "stripes.png")
    make_pixels(tmp_path / "stripes.png", tmp_path / "p.parquet", method="color_balance", amount=0)
    return tmp_path / "p.parquet"


def palette_of(pixels, k):
    output = pixels.with_name(f"k{k}.json")
    make_palette(pixels, output, image="stripes", k=k, restarts=10, seed=0)
    return read_json(output)


def test_known_colours_come_back_with_their_shares_largest_first(stripes):
    assert palette_of(stripes, 4) == {
        "image": "stripes",
        "k": 4,
        "distinct": 4,
        "pixels": 2000,
        "wcss": 0.0,
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


def test_two_near_colours_are_averaged_by_their_pixels(stripes):
    palette = palette_of(stripes, 3)
    assert palette["colors"][0] == {"hex": "#fa0000", "rgb": [250, 0, 0], "share": 0.5}
    assert sum(colour["share"] for colour in palette["colors"]) == pytest.approx(1)
    # Joining two clusters of n and m pixels adds n m / (n + m) |a - b|² to the WCSS (Ward 1963):
    # least for green and blue, 20 rows x (30 x 15 / 45) x (200² + 100²).
    assert palette["colors"][1]["rgb"] == [0, round(200 * 30 / 45), round(100 * 15 / 45)]
    assert palette["wcss"] == pytest.approx(20 * 30 * 15 / 45 * (200**2 + 100**2))


def test_equal_shares_go_by_r_g_b():
    colours = palette_colours(np.array([[9, 0, 0], [0, 0, 9]]), np.array([0.5, 0.5]))
    assert [colour["hex"] for colour in colours] == ["#000009", "#090000"]
