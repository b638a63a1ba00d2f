"""Families of hue, as the page groups colours too (page/src/colour.js)."""

import numpy as np

from scripts.colour.spaces import GREY, rgb_of_oklab

HUES = {
    "reds": 10,
    "oranges": 45,
    "yellows": 80,
    "greens": 112,
    "teals": 165,
    "blues": 220,
    "violets": 285,
    "pinks": 330,
}
"""Each from its angle in OKLCh, degrees, on to the next one's; greys have none."""
FAMILIES = (*HUES, "greys")


def families_of(lab):
    """Return the place among FAMILIES of each OKLab colour (..., 3)."""
    a, b = lab[..., 1], lab[..., 2]
    hue = np.degrees(np.arctan2(b, a)) % 360
    after = np.searchsorted(list(HUES.values()), hue, side="right")
    return np.where(np.hypot(a, b) < GREY, len(HUES), (after - 1) % len(HUES))


def family_hex(family):
    """Return a colour that stands for a family, by its place among FAMILIES, as "#rrggbb".

    >>> family_hex(FAMILIES.index("greys"))
    '#808080'
    """
    lab = np.array([0.6, 0.0, 0.0])
    if family < len(HUES):
        first, after = ([*HUES.values(), 370][family + n] for n in (0, 1))
        hue = np.radians((first + after) / 2)
        lab = np.array([0.65, 0.12 * np.cos(hue), 0.12 * np.sin(hue)])
    rgb = np.rint(np.clip(rgb_of_oklab(lab), 0, 255)).astype(int)
    return "#{:02x}{:02x}{:02x}".format(*rgb)
