import json

import numpy as np
import pytest
from PIL import Image

from scripts.exports.card import FOOT, SIZE, boxes, make_card

WHITE = (255, 255, 255)


def image(year, *colours):
    colors = [{"hex": code, "share": share, "oklch": [0.5, 0.1, 0]} for code, share in colours]
    return {"image": f"i{year}", "title": "Fog", "year": year, "date": None, "colors": colors}


def card(folder, images, title="Fog"):
    """Return the pixels of the card of images."""
    path = folder / "palettes.json"
    path.write_text(json.dumps({"k": 2, "images": images}))
    make_card(path, folder / "card.png", title=title)
    return np.asarray(Image.open(folder / "card.png"))


def test_bars_are_upright_by_year_and_as_tall_as_shares(tmp_path):
    later = image(1890, ("#0000ff", 0.75), ("#ffff00", 0.25))
    pixels = card(tmp_path, [later, image(1870, ("#ff0000", 1.0))])
    assert pixels.shape == (630, 1200, 3)
    tall = SIZE[1] - FOOT
    assert tuple(pixels[tall // 2, 300]) == (255, 0, 0)
    assert tuple(pixels[int(0.7 * tall), 900]) == (0, 0, 255)
    assert tuple(pixels[int(0.8 * tall), 900]) == (255, 255, 0)


def test_the_title_is_below_and_one_without_letters_is_left_out(tmp_path):
    images = [image(1870, ("#ff0000", 1.0))]
    assert (card(tmp_path, images)[SIZE[1] - FOOT :] < 128).any()
    # Tibetan is in none of the fonts.
    foot = card(tmp_path, images, title="\u0f40\u0f41")[SIZE[1] - FOOT :]
    assert {tuple(pixel) for pixel in foot.reshape(-1, 3)} == {WHITE}


@pytest.mark.parametrize("count", [1, 7, 150, 151, 1500, 1800])
def test_bars_lie_apart_within_the_picture(count):
    covered = np.zeros((SIZE[1] - FOOT, SIZE[0]), dtype=int)
    for left, top, right, bottom in boxes(count):
        assert right > left
        assert bottom > top
        covered[top:bottom, left:right] += 1
    assert covered.max() == 1


def test_of_too_many_paintings_some_are_shown(tmp_path):
    pixels = card(tmp_path, [image(year, ("#ff0000", 1.0)) for year in range(1, 4001)])
    assert tuple(pixels[100, 100]) in {(255, 0, 0), WHITE}
    assert (pixels[: SIZE[1] - FOOT] == [255, 0, 0]).all(axis=2).mean() > 0.6
