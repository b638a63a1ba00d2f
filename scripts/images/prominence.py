"""How much each colour of a picture stands out of it."""

import numpy as np

from scripts.colour.spaces import oklab_of_rgb

FLOOR = 0.1
"""What a colour at the mean keeps, as a part of what one at the usual distance has."""
GREY = 0.06
"""What a grey counts for, as chroma in OKLab; the reds of sRGB have up to 0.26."""
NOISE = 0.01
"""Distances in OKLab that mean nothing: a grey picture is nearly grey, not full of colours."""
STEPS = 2**16
"""Steps of OKLab's a and b in which means are reckoned: whole numbers, whose sums are exact."""
TOTAL = 2**29
"""About what the weights of a picture add up to, at most, so that k-means has exact sums too."""


def weigh(rgb, counts, weight):
    """Return the weights (d) of the distinct colours `rgb` (d x 3 uint8) of a picture.

    `counts` (d), the pixels of each, with the `weight` "area"; with "prominence", see there.
    """
    return WEIGHTS[weight](rgb, counts)


def _area(rgb, counts):
    return counts


def prominence(rgb, counts):
    """Return the weights (d uint32, from 1) of the distinct colours `rgb` (d x 3 uint8) of a
    picture by how much they stand out of it; `counts` (d) says how many pixels have each.

    A pixel's weight is (δ² / v + FLOOR) (C + GREY), in OKLab: δ is the distance in a and b from
    the picture's mean colour, v the mean of δ² over all pixels, C the chroma. It is rounded, in a
    unit that depends on the number of pixels alone, and counted for each of them: the same bytes
    on every machine, and for a colour split in two rows.

    People who pick a palette take colours far from the picture's mean, and chromatic ones (Lin and
    Hanrahan, "Modeling how people extract color themes from images", CHI 2013); the form and the
    figures are from benchmarks/people.py.
    """
    if not len(counts):
        return counts
    counts = counts.astype(np.int64)
    pixels = int(counts.sum())
    a, b = np.rint(oklab_of_rgb(rgb)[:, 1:].T * STEPS).astype(np.int64)
    from_grey = a * a + b * b
    mean_a, mean_b = (int((counts * channel).sum()) / pixels for channel in (a, b))
    from_mean = (a - mean_a) ** 2 + (b - mean_b) ** 2
    variance = int((counts * from_grey).sum()) / pixels - mean_a**2 - mean_b**2
    chroma = np.sqrt(from_grey) / STEPS
    factors = (from_mean / (variance + (NOISE * STEPS) ** 2) + FLOOR) * (chroma + GREY)
    unit = 2.0 ** np.floor(np.log2(TOTAL / pixels))
    return (np.maximum(np.rint(factors * unit), 1) * counts).astype(np.uint32)


WEIGHTS = {"prominence": prominence, "area": _area}
"""What a pixel can count for."""
