from fractions import Fraction

import numpy as np
import pytest

from scripts.enhance import enhance


def balanced(colour, amount):
    """The formula in exact fractions."""
    grey = (
        Fraction(21, 100) * colour[0] + Fraction(72, 100) * colour[1] + Fraction(7, 100) * colour[2]
    )
    return [int(min(max(c + Fraction(amount) * (c - grey), 0), 255)) for c in colour]


@pytest.mark.parametrize("amount", [0, 0.5, 1, 2.75])
def test_color_balance_is_its_formula_on_colours_of_every_kind(amount):
    steps = [0, 1, 15, 16, 100, 127, 128, 200, 254, 255]
    colours = [[r, g, b] for r in steps for g in steps for b in steps]
    enhanced = enhance(np.array(colours, np.uint8), method="color_balance", amount=amount)
    assert enhanced.dtype == np.uint8
    assert enhanced.tolist() == [balanced(colour, amount) for colour in colours]


def test_greys_stay_exactly_as_they_are():
    greys = np.repeat(np.arange(256, dtype=np.uint8)[:, None], 3, axis=1)
    np.testing.assert_array_equal(enhance(greys, method="color_balance", amount=0.5), greys)
