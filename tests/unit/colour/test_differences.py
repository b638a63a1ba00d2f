from itertools import permutations

import numpy as np
import pytest
from coloraide import Color
from hypothesis import given
from hypothesis import strategies as st

from scripts.colour.differences import delta_e_2000, palette_difference

LAB = st.tuples(st.floats(0, 100), st.floats(-110, 110), st.floats(-110, 110))


# Sharma, Wu and Dalal (2005), table 1: pairs on both sides of what is easily got wrong (greys,
# hues half a turn apart, the blues).
@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 0, 0), (50, -1, 2), 2.3669),
        ((50, 2.49, -0.001), (50, -2.49, 0.0009), 7.1792),
        ((50, 2.49, -0.001), (50, -2.49, 0.0011), 7.2195),
        ((50, -0.001, 2.49), (50, 0.0011, -2.49), 4.7461),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((2.0776, 0.0795, -1.135), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_the_pairs_of_the_formulas_paper(one, other, expected):
    assert delta_e_2000(np.array(one), np.array(other)) == pytest.approx(expected, abs=5e-5)


@given(one=LAB, other=LAB)
def test_any_two_colours_are_as_far_apart_as_for_coloraide(one, other):
    expected = Color("lab-d65", one).delta_e(
        Color("lab-d65", other), method="2000", space="lab-d65"
    )
    assert delta_e_2000(np.array(one), np.array(other)) == pytest.approx(expected, abs=1e-6)


def test_palettes_are_matched_one_to_one_so_that_they_are_nearest():
    rng = np.random.default_rng(4)
    one, other = rng.integers(0, 256, (2, 5, 3))
    colours = [[Color("srgb", [c / 255 for c in rgb]) for rgb in each] for each in (one, other)]
    table = [[a.delta_e(b, method="76", space="lab-d65") for b in colours[1]] for a in colours[0]]
    least = min(sum(table[i][p] for i, p in enumerate(order)) for order in permutations(range(5)))
    assert palette_difference(one, other) == pytest.approx(least / 5, rel=1e-6)
    assert palette_difference(one, one[::-1]) == 0
    # Of the longer palette only what is matched counts.
    assert palette_difference(one, one[:2]) == 0
