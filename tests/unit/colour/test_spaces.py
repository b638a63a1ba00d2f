import numpy as np
import pytest
from coloraide import Color

from scripts.colour.spaces import oklch_of_rgb, to_rgb, to_space

STEPS = [0, 1, 10, 11, 60, 128, 200, 254, 255]
COLOURS = np.array([[r, g, b] for r in STEPS for g in STEPS for b in STEPS])


@pytest.mark.parametrize(("space", "name"), [("oklab", "oklab"), ("lab", "lab-d65")])
def test_a_space_is_as_coloraide_has_it(space, name):
    expected = [Color("srgb", (c / 255).tolist()).convert(name).coords() for c in COLOURS]
    np.testing.assert_allclose(to_space(COLOURS, space), expected, atol=2e-4 * np.max(expected))


@pytest.mark.parametrize("space", ["rgb", "oklab", "lab"])
def test_there_and_back_is_the_same_colour(space):
    np.testing.assert_allclose(to_rgb(to_space(COLOURS, space), space), COLOURS, atol=1e-3)


@pytest.mark.parametrize(
    ("space", "beyond"), [("oklab", [0.9, -0.5, 0.4]), ("lab", [90, -150, 90])]
)
def test_what_no_screen_shows_is_clipped(space, beyond):
    r, g, b = to_rgb(np.array(beyond), space)
    assert (r, g) == (0, 255)
    assert 0 <= b <= 255


def test_oklch_is_as_coloraide_has_it():
    colourful = COLOURS[np.ptp(COLOURS, axis=1) > 9]  # greys have no hue
    expected = [Color("srgb", (c / 255).tolist()).convert("oklch").coords() for c in colourful]
    lightness, chroma, hue = oklch_of_rgb(colourful).T
    np.testing.assert_allclose(lightness, [e[0] for e in expected], atol=1e-4)
    np.testing.assert_allclose(chroma, [e[1] for e in expected], atol=1e-4)
    turn = (hue - [e[2] for e in expected] + 180) % 360 - 180
    np.testing.assert_allclose(turn, 0, atol=0.1)


def test_greys_have_hue_0():
    greys = np.repeat(np.arange(256)[:, None], 3, axis=1)
    assert not oklch_of_rgb(greys)[:, 2].any()
