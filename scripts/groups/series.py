"""What a painting's palette comes to in numbers, by which groups of paintings are compared."""

import numpy as np

from scripts.colour.families import FAMILIES, families_of
from scripts.colour.spaces import oklab_of_rgb

WARM = np.radians(60)
"""The hue, in OKLCh, towards which a colour is warm, an orange; opposite lies a blue."""
SERIES = (*FAMILIES, "lightness", "chroma", "warmth")


def series_of_palette(palette):
    """Return the numbers SERIES (s) of a palette, dicts of rgb and share, in which shares sum to 1.

    The share of each family of hue; the mean lightness, 0 to 1, and chroma in OKLab; and how far
    the mean colour lies towards orange, chroma times the cosine of the hue's angle to it, negative
    towards blue.
    """
    lab, shares = colours_of_palette(palette)
    lightness, a, b = lab.T
    warmth = a * np.cos(WARM) + b * np.sin(WARM)
    families = np.bincount(families_of(lab), shares, len(FAMILIES))
    return np.array([*families, *([lightness, np.hypot(a, b), warmth] @ shares)])


def colours_of_palette(palette):
    """Return a palette's colours in OKLab (k x 3) and their shares (k), which sum to 1."""
    shares = np.array([colour["share"] for colour in palette])
    return oklab_of_rgb([colour["rgb"] for colour in palette]), shares / shares.sum()
