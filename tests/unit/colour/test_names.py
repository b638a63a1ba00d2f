import pytest
import webcolors
from coloraide import Color

from scripts.colour.names import colour_names


@pytest.mark.parametrize(
    ("css", "name"),
    [
        ("darkolivegreen", "dark olive green"),
        ("mediumvioletred", "medium violet red"),
        ("whitesmoke", "white smoke"),
        ("orangered", "orange red"),
        ("red", "red"),
        ("lightslategrey", "light slate grey"),
        ("dimgray", "dim grey"),
        ("peru", "peru"),
    ],
)
def test_a_css_colour_has_its_own_name_in_words(css, name):
    rgb = [round(255 * channel) for channel in Color(css).coords()]
    assert colour_names([rgb]) == [name]


def test_any_other_colour_has_the_name_of_the_nearest_as_coloraide_finds_it():
    colours = [[247, 139, 38], [111, 77, 133], [202, 92, 74], [20, 30, 40], [150, 160, 90]]
    colours += [[90, 100, 110], [170, 160, 150]]
    css = [Color(name) for name in webcolors.names("css3")]
    for rgb, found in zip(colours, colour_names(colours), strict=True):
        near = Color("srgb", [c / 255 for c in rgb]).closest(css, method="ok")
        assert colour_names([[round(255 * c) for c in near.coords()]]) == [found]


def test_a_clearly_coloured_one_has_no_grey_name_though_it_is_nearest():
    css = [Color(name) for name in webcolors.names("css3")]
    purple = Color("#7c5e92")
    assert purple.convert("oklch")["chroma"] > 0.06
    assert purple.closest(css, method="ok") == Color("dimgrey")
    coloured = [color for color in css if color.convert("oklch")["chroma"] > 0.04]
    assert purple.closest(coloured, method="ok") == Color("slateblue")
    assert colour_names([[0x7C, 0x5E, 0x92]]) == ["slate blue"]
