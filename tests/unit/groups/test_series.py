import coloraide
import numpy as np
import pytest

from scripts.colour.families import FAMILIES, families_of
from scripts.colour.spaces import oklab_of_rgb
from scripts.groups.series import SERIES, series_of_palette


def palette(**shares):
    """Return a palette of CSS colours with their shares."""
    colours = {name: coloraide.Color(name).convert("srgb") for name in shares}
    return [
        {"rgb": [round(255 * c) for c in colours[name].coords()], "share": share}
        for name, share in shares.items()
    ]


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("red", "reds"),
        ("orange", "oranges"),
        ("gold", "yellows"),
        ("green", "greens"),
        ("teal", "teals"),
        ("royalblue", "blues"),
        ("rebeccapurple", "violets"),
        ("deeppink", "pinks"),
        ("gray", "greys"),
        ("black", "greys"),
    ],
)
def test_each_colour_is_in_its_family(name, family):
    rgb = [round(255 * c) for c in coloraide.Color(name).convert("srgb").coords()]
    assert FAMILIES[families_of(oklab_of_rgb(np.array(rgb)))] == family


def test_the_series_of_a_palette_are_its_shares_and_means():
    found = dict(zip(SERIES, series_of_palette(palette(red=0.5, blue=0.2, gray=0.1)), strict=True))
    lch = {
        name: coloraide.Color(name).convert("oklch").coords() for name in ("red", "blue", "gray")
    }
    parts = {"red": 0.625, "blue": 0.25, "gray": 0.125}
    lch = {name: coloraide.Color(name).convert("oklch").coords() for name in parts}
    assert found["reds"] == pytest.approx(0.625)
    assert found["blues"] == pytest.approx(0.25)
    assert found["greys"] == pytest.approx(0.125)
    assert sum(found[family] for family in FAMILIES) == pytest.approx(1)
    for at, name in enumerate(("lightness", "chroma")):
        expected = sum(part * lch[colour][at] for colour, part in parts.items())
        assert found[name] == pytest.approx(expected, abs=1e-4)
    warmth = sum(
        part * lch[colour][1] * np.cos(np.radians(lch[colour][2] - 60))
        for colour, part in parts.items()
        if colour != "gray"
    )
    assert found["warmth"] == pytest.approx(warmth, abs=1e-4)
