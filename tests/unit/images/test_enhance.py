import colorsys
from fractions import Fraction

import numpy as np
import pytest

from scripts.images.enhance import enhance

STEPS = [0, 1, 15, 16, 100, 127, 128, 200, 254, 255]
COLOURS = np.array([[r, g, b] for r in STEPS for g in STEPS for b in STEPS], np.uint8)


def balanced(colour, amount):
    """The formula in exact fractions."""
    r, g, b = map(int, colour)
    grey = Fraction(21, 100) * r + Fraction(72, 100) * g + Fraction(7, 100) * b
    return [int(min(max(c + Fraction(amount) * (c - grey), 0), 255)) for c in (r, g, b)]


@pytest.mark.parametrize("amount", [0, 0.5, 1, 2.75])
def test_color_balance_is_its_formula_on_colours_of_every_kind(amount):
    enhanced, kept = enhance(COLOURS, method="color_balance", amount=amount)
    assert kept.all()
    assert enhanced.dtype == np.uint8
    assert enhanced.tolist() == [balanced(colour, amount) for colour in COLOURS]


def test_greys_stay_exactly_as_they_are():
    greys = np.repeat(np.arange(256, dtype=np.uint8)[:, None], 3, axis=1)
    for method in ("color_balance", "hsl_saturation"):
        enhanced, _ = enhance(greys, method=method, amount=0.5)
        np.testing.assert_array_equal(enhanced, greys)


def test_none_changes_nothing():
    colours, kept = enhance(COLOURS, method="none")
    np.testing.assert_array_equal(colours, COLOURS)
    assert kept.all()


@pytest.mark.parametrize("amount", [0, 0.5, 2])
def test_hsl_saturation_is_raised_as_colorsys_would(amount):
    expected = []
    for colour in COLOURS:
        hue, lightness, saturation = colorsys.rgb_to_hls(*(colour / 255))
        raised = colorsys.hls_to_rgb(hue, lightness, min(1, saturation * (1 + amount)))
        expected.append([255 * channel for channel in raised])
    enhanced, _ = enhance(COLOURS, method="hsl_saturation", amount=amount)
    np.testing.assert_allclose(enhanced, expected, atol=0.5 + 1e-9)


def test_the_chroma_filter_keeps_what_is_colourful_and_not_black():
    colours, kept = enhance(COLOURS, method="chroma_filter", min_chroma=0.3, min_value=0.1)
    expected = [c for c in COLOURS.tolist() if max(c) - min(c) > 76.5 and max(c) > 25.5]
    assert colours[kept].tolist() == expected


def test_the_saturation_filter_keeps_what_colorsys_calls_saturated():
    colours, kept = enhance(COLOURS, method="saturation_filter", min_saturation=0.8)
    expected = [c for c in COLOURS.tolist() if colorsys.rgb_to_hsv(*c)[1] > 0.8]
    assert colours[kept].tolist() == expected


def test_a_filter_may_leave_nothing():
    greys = np.full((4, 3), 128, np.uint8)
    _, kept = enhance(greys, method="saturation_filter", min_saturation=0)
    assert not kept.any()
