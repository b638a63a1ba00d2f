"""Names for colours that a person understands: those of CSS, in words."""

import re
from functools import cache

import numpy as np
import webcolors  # the names of CSS by the standard's own table

from scripts.spaces import oklab_of_rgb

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
    names, places = _named()
    colours = oklab_of_rgb(rgb)
    squares = ((colours[:, None] - places) ** 2).sum(axis=2)
    squares[np.ix_(_chroma(colours) > COLOURED, _chroma(places) < GREY)] = np.inf
    return [names[nearest] for nearest in squares.argmin(axis=1)]


def _chroma(oklab):
    return np.hypot(oklab[:, 1], oklab[:, 2])


@cache
def _named():
    """Return the names of CSS in words, and their colours (n x 3) in OKLab."""
    css = [name for name in sorted(webcolors.names("css3")) if "gray" not in name]
    return [_words(name) for name in css], oklab_of_rgb([webcolors.name_to_rgb(n) for n in css])


def _words(name):
    shade = re.sub(f"^({SHADES})(?=.)", r"\1 ", name)
    return re.sub(rf"(?<=[a-z])({ENDS})$", r" \1", shade)
