from collections import Counter

import numpy as np
import pytest
from coloraide import Color
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.colors import XKCD_COLORS

from scripts.colour.names import GREYS, HUES, colour_names

TERMS = {*GREYS, *HUES}


def rgb_of(css):
    return [round(255 * channel) for channel in Color(css).coords()]


def term_of(name):
    """Return the basic term of a name, which is its last word before any comparison."""
    return name.partition(",")[0].split()[-1]


@pytest.mark.parametrize(
    ("colour", "name"),
    [
        ("#000000", "black"),
        ("#ffffff", "white"),
        ("#1e1e1e", "very dark grey"),
        ("#808080", "grey"),
        ("#3b2a1e", "dark brown"),
        ("#3a5a98", "blue"),
        ("#003f40", "deep teal"),
        ("#f4c2cf", "light pink"),
        ("#f0e0c0", "very light brown"),
        ("#556b2f", "dark green"),
        ("#8b0000", "dark red"),
        ("#d8c9b0", "very light brown"),
    ],
)
def test_a_colour_has_the_name_that_people_would_give_it(colour, name):
    assert colour_names([rgb_of(colour)]) == [name]


def survey():
    """Return the terms of the survey's names that end in one, and their colours in CIELAB."""
    found = []
    for name, colour in XKCD_COLORS.items():
        words = name.removeprefix("xkcd:").replace("gray", "grey").replace("/", " ").split()
        terms = [word for word in words if word in TERMS]
        if terms:
            found.append((terms[-1], Color(colour).convert("lab-d65").coords()))
    terms, colours = zip(*found, strict=True)
    return np.array(terms), np.array(colours)


def test_the_hue_is_that_of_the_surveys_nearest_name_for_nine_colours_in_ten():
    # Every fifteenth step of each channel: 5,832 colours, compared in CIELAB by coloraide.
    steps = range(0, 256, 15)
    rgb = [[r, g, b] for r in steps for g in steps for b in steps]
    lab = [Color("srgb", [c / 255 for c in each]).convert("lab-d65").coords() for each in rgb]
    terms, colours = survey()
    squares = ((np.array(lab)[:, None] - colours) ** 2).sum(axis=2)
    nearest = terms[squares.argmin(axis=1)]
    found = [term_of(colour_names([each])[0]) for each in rgb]
    differ = Counter((a, b) for a, b in zip(found, nearest, strict=True) if a != b)
    assert differ.total() <= 0.1 * len(rgb), differ.most_common(5)


@given(st.tuples(*[st.integers(0, 255)] * 3))
def test_no_grey_is_called_a_colour_and_no_colour_a_grey_or_by_a_far_hue(rgb):
    _, chroma, hue = Color("srgb", [c / 255 for c in rgb]).convert("oklch").coords()
    term = term_of(colour_names([rgb])[0])
    if chroma < 0.0149:
        assert term in GREYS
    if chroma > 0.0451:
        assert term in HUES
        # Hues in OKLCh of what anybody calls by the term, from the survey: they are no wider.
        centres = {"red": 24, "orange": 51, "brown": 70, "yellow": 105, "green": 138, "teal": 176}
        centres |= {"blue": 244, "purple": 319, "pink": 0}
        assert abs((hue - centres[term] + 180) % 360 - 180) < 100


@given(st.integers(0, 99), st.integers(2, 12))
def test_colours_of_one_palette_share_a_name_only_if_words_cannot_tell_them_apart(seed, k):
    rgb = np.random.default_rng(seed).integers(0, 256, (k, 3))
    names = colour_names(rgb)
    lightness = [Color("srgb", [c / 255 for c in each]).convert("oklch")[0] for each in rgb]
    for name, times in Counter(names).items():
        if times > 1:
            # They are between the darkest and the lightest of their kind, or all as light.
            own = [lightness[i] for i in range(k) if names[i] == name]
            kind = [lightness[i] for i in range(k) if names[i].partition(",")[0] == name]
            assert max(own) - min(own) < 0.0101 or (
                min(kind) < min(own) and max(own) < max(kind) and len(kind) > len(own)
            )


def test_two_browns_are_told_apart_by_hue_and_two_alike_by_lightness():
    assert colour_names([rgb_of("#6b4428"), rgb_of("#6b4f22")]) == ["reddish brown", "brown"]
    told = colour_names([rgb_of("#2f4f8f"), rgb_of("#3f62a8"), rgb_of("#36579b")])
    assert told == ["purplish blue, the darkest", "purplish blue, the lightest", "purplish blue"]


def test_a_museums_own_names_are_those_of_the_nearest_colour():
    german = [("Rot", "#c03020"), ("Blau", "#2040a0"), ("Blau", "#80a0e0"), ("Grau", "#808080")]
    rgb = [rgb_of(colour) for colour in ("#d04030", "#7090e0", "#303080", "#868482", "#7c5e92")]
    # The last is nearest to the grey, but clearly coloured.
    assert colour_names(rgb, german) == ["Rot", "Blau", "Blau", "Grau", "Blau"]
    assert colour_names(rgb[:1], [("Grau", "#808080")]) == ["Grau"]
