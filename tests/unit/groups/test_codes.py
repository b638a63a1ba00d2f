import json

import numpy as np
import ot
import pytest
from scipy.spatial.distance import cdist

from scripts.colour.spaces import oklab_of_rgb
from scripts.groups.codes import (
    CODES,
    distance,
    find_codes,
    histogram,
    make_codes,
    read_codes,
)


def test_a_collection_of_few_colours_is_its_own_code(drawn_palettes):
    palettes = drawn_palettes(4, 1, most=3)
    colours = {tuple(colour["rgb"]) for palette in palettes for colour in palette}
    assert set(map(tuple, find_codes(palettes).tolist())) == colours


def test_many_colours_have_a_code_near_them(drawn_palettes):
    palettes = drawn_palettes(200, 2)
    codes = find_codes(palettes)
    assert codes.shape == (CODES, 3)
    colours = oklab_of_rgb([colour["rgb"] for palette in palettes for colour in palette])
    away = cdist(colours, oklab_of_rgb(codes)).min(axis=1)
    one = cdist(colours, colours.mean(axis=0)[None])
    assert away.mean() < one.mean() / 2.5  # as 32 parts of three dimensions, evenly filled, are


def test_nothing_has_no_code():
    assert find_codes([]).shape == (0, 3)


@pytest.mark.parametrize("count", [0, 3])
def test_codes_are_read_as_they_were_written(drawn_palettes, tmp_path, count):
    palettes, output = tmp_path / "palettes_k4.json", tmp_path / "codes.json"
    images = [{"colors": palette} for palette in drawn_palettes(count, 1)]
    palettes.write_text(json.dumps({"images": images}))
    make_codes(palettes, output)
    assert np.array_equal(read_codes(output), find_codes([image["colors"] for image in images]))


def test_a_histogram_has_the_share_nearest_to_each_code(drawn_palettes):
    palettes = drawn_palettes(20, 3)
    codes = find_codes(palettes)
    for palette in palettes:
        expected = np.zeros(len(codes))
        for colour in palette:
            away = cdist(oklab_of_rgb([colour["rgb"]]), oklab_of_rgb(codes))
            expected[away.argmin()] += colour["share"]
        assert histogram(palette, codes) == pytest.approx(expected)


def test_the_distance_is_the_earth_movers(drawn_palettes):
    palettes = drawn_palettes(60, 4)
    codes = find_codes(palettes)
    rows = np.array([histogram(palette, codes) for palette in palettes])
    one, other = rows[:20].mean(axis=0), rows[20:].mean(axis=0)
    lab = oklab_of_rgb(codes)
    assert distance(one, other, codes) == pytest.approx(ot.emd2(one, other, cdist(lab, lab)))
