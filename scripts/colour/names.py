"""Names for colours as people say them: how light, how chromatic, and which hue."""

from bisect import bisect_left
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from runpy import run_path
from typing import NamedTuple

import numpy as np

from scripts.colour.differences import delta_e_2000
from scripts.colour.spaces import lab_of_rgb, oklab_of_rgb, oklch_of_rgb

HUES = {
    "red": ("pinkish", "orangish"),
    "orange": ("reddish", "yellowish"),
    "brown": ("reddish", "yellowish"),
    "yellow": ("orangish", "greenish"),
    "green": ("yellowish", "bluish"),
    "teal": ("greenish", "bluish"),
    "blue": ("greenish", "purplish"),
    "purple": ("bluish", "pinkish"),
    "pink": ("purplish", "orangish"),
}
"""Basic terms, and what they lean to at smaller and at larger hues."""
GREYS = ("black", "grey", "white")
TERMS = (*HUES, *GREYS)
GREY, COLOURED = 0.015, 0.045
"""Chroma in OKLCh below which all is grey, and above which nothing is; between, people decide."""
AROUND = 60
"""Degrees of hue from a colour within which its name is looked for."""
NEAREST, ALIKE = 24, 1
"""How many of the survey's colours are asked, and the ΔE2000 over which they speak for one."""
GREY_STEPS = (0.17, 0.3, 0.48, 0.72, 0.86, 0.965)
GREY_NAMES = ("black", "very dark grey", "dark grey", "grey", "light grey", "very light grey")
GREY_NAMES += ("white",)
LEAN, TINTED = 8, 0.012
"""Degrees from the usual hue, and chroma of a grey, from which a colour leans to another hue."""
TINTS = {"reddish": 20, "brownish": 60, "yellowish": 100, "greenish": 150, "bluish": 250}
TINTS |= {"purplish": 310, "pinkish": 355}
"""Hues in OKLCh, degrees, of greys that are not quite grey."""
MODIFIERS = {
    -2: ("very dark greyish", "very dark", "very deep"),
    -1: ("dark greyish", "dark", "deep"),
    0: ("greyish", "", "vivid"),
    1: ("pale greyish", "light", "bright"),
    2: ("very pale", "very light", "bright"),
}
"""By lightness, for little, usual and much chroma, after ISCC-NBS (Kelly and Judd, 1955)."""
SEEN = 0.01
"""Lightness by which two colours of one name differ enough to be told apart by it."""
AT_ONCE = 64
"""Palettes that are named at once, in some megabytes."""


class Survey(NamedTuple):
    """n names that people gave to colours, and what each is."""

    names: list
    terms: np.ndarray
    """n, the basic term that each ends in."""
    lab: np.ndarray
    """n x 3, CIELAB."""
    lch: np.ndarray
    """n x 3, OKLCh."""
    are_grey: np.ndarray
    """n bool."""


class Usage(NamedTuple):
    """What people call by a basic term, in OKLCh."""

    dark: float
    """Lightness of what they call dark."""
    lightness: float
    """The median."""
    light: float
    """Lightness of what they call light."""
    chroma: float
    """The median."""
    hue: float
    """The circular mean, degrees."""


def colour_names(rgb, vocabulary=()):
    """Return a name for each colour of a palette, `rgb` (n x 3), as people would say it.

    From a `vocabulary`, pairs of name and hex colour, it is the name of the nearest in OKLab. If
    there is none:

    The hue is what people call the nearest colours: those of the survey of xkcd, asked of some
    200,000 (Munroe, "Color survey results", 2010), whose name ends in a basic term. How light and
    how chromatic a colour is, is told beside what they call by that term. A grey is never called by
    a hue, nor anything coloured a grey or by a hue far from its own.

    Two colours that would have one name are told apart by the hue that each leans to and then by
    which is the lighter, as far as words can.

    >>> colour_names([[255, 0, 0], [85, 60, 42], [30, 30, 30], [161, 174, 190], [0, 75, 76]])
    ['bright red', 'dark brown', 'very dark grey', 'pale greyish blue', 'deep teal']
    """
    return next(names_of_palettes([rgb], vocabulary))


def names_of_palettes(palettes, vocabulary=()):
    """Yield the names of each of `palettes` (n x 3 each) as `colour_names` tells them.

    So many at once take half of the time.
    """
    palettes = [np.asarray(rgb, dtype=np.uint8).reshape(-1, 3) for rgb in palettes]
    if vocabulary:
        yield from (_nearest_names(rgb, vocabulary) for rgb in palettes)
        return
    for first in range(0, len(palettes), AT_ONCE):
        some = palettes[first : first + AT_ONCE]
        rgb = np.concatenate(some)
        lch = oklch_of_rgb(rgb)
        told = list(map(_names, _terms(rgb, lch), lch.tolist()))
        end = 0
        for palette in some:
            start, end = end, end + len(palette)
            yield _told_apart(told[start:end], lch[start:end, 0])


def _told_apart(told, lightness):
    """Return a name for each colour of a palette, of the two that `_names` tells (n)."""
    plain = [name for name, _ in told]
    names = [leaning if plain.count(name) > 1 else name for name, leaning in told]
    for twice in {name for name in names if names.count(name) > 1}:
        rows = [row for row in np.argsort(lightness, kind="stable") if names[row] == twice]
        if lightness[rows[-1]] - lightness[rows[0]] > SEEN:
            for row, beside in zip(rows, _besides(len(rows)), strict=True):
                names[row] += beside
    return names


def _besides(count):
    """Return what tells apart so many colours of one name, from dark to light.

    >>> _besides(3), _besides(4)[:2]
    ([', the darkest', '', ', the lightest'], [', the darkest', ', the darker'])
    """
    if count == 2:
        return [", the darker", ", the lighter"]
    if count == 3:
        return [", the darkest", "", ", the lightest"]
    middle = [""] * (count - 4)
    return [", the darkest", ", the darker", *middle, ", the lighter", ", the lightest"]


def _nearest_names(rgb, vocabulary):
    names, colours = zip(*vocabulary, strict=True)
    known = np.array([bytes.fromhex(colour[1:]) for colour in colours])
    known = known.view(np.uint8).reshape(-1, 3)
    squares = ((oklab_of_rgb(rgb)[:, None] - oklab_of_rgb(known)) ** 2).sum(axis=2)
    are_grey = oklch_of_rgb(known)[:, 1] < GREY
    if not are_grey.all():
        squares[np.ix_(oklch_of_rgb(rgb)[:, 1] > COLOURED, are_grey)] = np.inf
    return [names[nearest] for nearest in squares.argmin(axis=1)]


def _terms(rgb, lch):
    """Return the basic term for each colour of `rgb` (n x 3), which is `lch` in OKLCh."""
    survey, lab = _survey(), lab_of_rgb(rgb)
    chroma, hue = lch[:, 1:2], lch[:, 2:]
    is_near = (np.abs(_turn(survey.lch[:, 2], hue)) <= AROUND) & (chroma >= GREY)
    fits = np.where(survey.are_grey, chroma < COLOURED, is_near)
    squares = ((survey.lab - lab[:, None]) ** 2).sum(axis=2)
    asked = np.argsort(np.where(fits, squares, np.inf), axis=1, kind="stable")[:, :NEAREST]
    away = delta_e_2000(lab[:, None], survey.lab[asked])
    away[~np.take_along_axis(fits, asked, axis=1)] = np.inf
    votes = np.exp((away.min(axis=1, keepdims=True) ** 2 - away**2) / (2 * ALIKE**2))
    sums = [np.where(survey.terms[asked] == term, votes, 0).sum(axis=1) for term in TERMS]
    return [TERMS[term] for term in np.argmax(sums, axis=0)]


def _names(term, lch):
    """Return the plain name of a colour, and one that tells the hue it leans to."""
    lightness, chroma, hue = lch
    if term in GREYS:
        name = GREY_NAMES[bisect_left(GREY_STEPS, lightness)]
        if chroma > TINTED and "grey" in name:
            tint = min(TINTS, key=lambda tint: abs(_turn(TINTS[tint], hue)))
            name = name.replace("grey", f"{tint} grey")
        return name, name
    usage = _usage(term)
    modifier = MODIFIERS[_step(lightness, usage)][_strength(lightness, chroma, usage)]
    turn = _turn(hue, usage.hue)
    lean = HUES[term][int(turn > 0)] if abs(turn) > LEAN else ""
    return tuple(
        " ".join(filter(None, words)) for words in ((modifier, term), (modifier, lean, term))
    )


def _step(lightness, usage):
    """Return how light a colour is beside others of its term: from -2, very dark, to 2."""
    dark, usual, light = usage.dark, usage.lightness, usage.light
    steps = (0.85 * dark, (dark + usual) / 2, (usual + light) / 2, (light + 1) / 2)
    return bisect_left(steps, lightness) - 2


def _strength(lightness, chroma, usage):
    """Return how chromatic a colour is beside others of its term: 0, little, to 2, much."""
    # What is dark has less room for chroma; what is light has too, but is vivid by the same.
    dark = usage.chroma * min(1, lightness / usage.lightness)
    light = usage.chroma * (1 - lightness) / (1 - usage.lightness)
    return bisect_left((0.5 * min(dark, light), 1.35 * dark), chroma)


def _turn(hue, other):
    """Return how far a hue is from another, from -180 to 180 degrees."""
    return (hue - other + 180) % 360 - 180


@cache
def _survey():
    """Return the colours of the Survey that have a basic term."""
    # Its file alone: all of matplotlib takes longer to import than most palettes to find.
    data = run_path(str(Path(find_spec("matplotlib").origin).with_name("_color_data.py")))
    found = {}
    for name, colour in data["XKCD_COLORS"].items():
        words = name.removeprefix("xkcd:").replace("gray", "grey").replace("/", " ").split()
        basic = [word for word in words if word in HUES or word in GREYS]
        if basic:
            found[" ".join(words)] = basic[-1], list(bytes.fromhex(colour[1:]))
    terms, rgb = map(np.array, zip(*found.values(), strict=True))
    return Survey(list(found), terms, lab_of_rgb(rgb), oklch_of_rgb(rgb), np.isin(terms, GREYS))


@cache
def _usage(term):
    """Return the Usage of a hue's term in the survey."""
    survey = _survey()
    lch = survey.lch[survey.terms == term]
    dark, light = (survey.lch[survey.names.index(f"{how} {term}")][0] for how in ("dark", "light"))
    lightness, chroma, _ = np.median(lch, axis=0)
    hue = np.degrees(np.angle(np.exp(1j * np.radians(lch[:, 2])).mean())) % 360
    return Usage(*map(float, (dark, lightness, light, chroma, hue)))
