"""Names for colours that a person understands: those of CSS, in words."""

import re
from functools import cache

import numpy as np
import webcolors  # the names of CSS by the standard's own table

from scripts.colour.spaces import oklab_of_rgb, oklch_of_rgb

SHADES = "dark|light|medium|pale|deep|hot|dim"
ENDS = "blue|brown|cyan|green|grey|khaki|magenta|orange|orchid|pink|purple|red|salmon|turquoise"
ENDS += "|violet|white|yellow|almond|blush|chiffon|cream|drab|lace|puff|rose|smoke|whip"
GREY, COLOURED = 0.04, 0.06
"""Chroma in OKLab: up to GREY a name means a grey, from COLOURED on nobody calls a colour grey."""


def colour_names(rgb):
    """Return the name of the CSS colour nearest in OKLab to each colour of `rgb` (n x 3).

    A clearly coloured one is never given the name of a grey, even if a grey is nearest.

    >>> colour_names([[255, 0, 0], [85, 107, 47], [250, 240, 230]])
    ['red', 'dark olive green', 'linen']
    """
    names, places, are_grey = _named()
    squares = ((oklab_of_rgb(rgb)[:, None] - places) ** 2).sum(axis=2)
    squares[np.ix_(oklch_of_rgb(rgb)[:, 1] > COLOURED, are_grey)] = np.inf
    return [names[nearest] for nearest in squares.argmin(axis=1)]


@cache
def _named():
    """Return the names of CSS in words, their colours (n x 3) in OKLab, and which are greys."""
    css = [name for name in sorted(webcolors.names("css3")) if "gray" not in name]
    rgb = [webcolors.name_to_rgb(name) for name in css]
    return [_words(name) for name in css], oklab_of_rgb(rgb), oklch_of_rgb(rgb)[:, 1] < GREY


def _words(name):
    shade = re.sub(f"^({SHADES})(?=.)", r"\1 ", name)
    return re.sub(rf"(?<=[a-z])({ENDS})$", r" \1", shade)
