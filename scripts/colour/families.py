"""Families of hue, as the page groups colours too (page/src/colour.js)."""

import numpy as np

from scripts.colour.spaces import GREY

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
