"""How far apart two colours, or two palettes, look."""

import numpy as np

from scripts.colour.spaces import lab_of_rgb


def delta_e_2000(one, other):
    """Return the CIEDE2000 differences of CIELAB colours (arrays whose last axis is 3).

    Sharma, Wu and Dalal, "The CIEDE2000 color-difference formula" (2005), with all parametric
    factors 1; the shapes broadcast.
    """
    (l1, a1, b1), (l2, a2, b2) = np.moveaxis(one, -1, 0), np.moveaxis(other, -1, 0)
    seventh = ((np.hypot(a1, b1) + np.hypot(a2, b2)) / 2) ** 7
    stretch = 1 + 0.5 * (1 - np.sqrt(seventh / (seventh + 25.0**7)))
    a1, a2 = stretch * a1, stretch * a2
    c1, c2 = np.hypot(a1, b1), np.hypot(a2, b2)
    h1, h2 = np.degrees(np.arctan2(b1, a1)) % 360, np.degrees(np.arctan2(b2, a2)) % 360
    grey = c1 * c2 == 0
    turn = np.where(np.abs(h2 - h1) <= 180, h2 - h1, h2 - h1 - np.copysign(360, h2 - h1))
    turn = np.where(grey, 0, turn)
    lightness, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    # Half way round from one hue to the other, the shorter way; the other hue where one is grey.
    hue = np.where(grey, h1 + h2, h1 + turn / 2)
    weight = (
        1
        - 0.17 * np.cos(np.radians(hue - 30))
        + 0.24 * np.cos(np.radians(2 * hue))
        + 0.32 * np.cos(np.radians(3 * hue + 6))
        - 0.20 * np.cos(np.radians(4 * hue - 63))
    )
    by_lightness = (l2 - l1) / (
        1 + 0.015 * (lightness - 50) ** 2 / np.sqrt(20 + (lightness - 50) ** 2)
    )
    by_chroma = (c2 - c1) / (1 + 0.045 * chroma)
    by_hue = 2 * np.sqrt(c1 * c2) * np.sin(np.radians(turn / 2)) / (1 + 0.015 * chroma * weight)
    seventh = chroma**7
    blue = np.exp(-((((hue % 360) - 275) / 25) ** 2))
    rotation = -2 * np.sqrt(seventh / (seventh + 25.0**7)) * np.sin(np.radians(60 * blue))
    total = by_lightness**2 + by_chroma**2 + by_hue**2 + rotation * by_chroma * by_hue
    return np.sqrt(np.maximum(total, 0))


def match(differences):
    """Return the rows and columns of the pairs, one to one, whose sum of `differences` is least.

    There are as many as the shorter side (m x n) has.
    """
    # Imported here because palettes are found without it, and it takes longer than most of them.
    from scipy.optimize import linear_sum_assignment

    return linear_sum_assignment(differences)


def palette_difference(one, other):
    """Return how far two palettes (m x 3 and n x 3 sRGB) are from one another, in CIELAB.

    The mean ΔE76 of their colours matched one to one, so that it is least (Lin and Hanrahan,
    "Modeling how people extract color themes from images", CHI 2013).
    """
    lab, others = lab_of_rgb(np.asarray(one)), lab_of_rgb(np.asarray(other))
    differences = np.linalg.norm(lab[:, None] - others, axis=-1)
    return float(differences[match(differences)].mean())
