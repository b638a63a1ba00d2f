"""Make colours more salient before they are averaged.

Every method takes the colours of an image, n x 3 uint8, and its own settings by name. Those that
change colours return as many; the filters return which of them they keep, n bool.
"""

import numpy as np

GREY_PER_CENT = np.array([21, 72, 7], dtype=np.int32)
"""Weights of r, g and b in the grey of a colour, in hundredths."""


def enhance(rgb, *, method, **settings):
    """Return each of the colours `rgb` (n x 3, uint8) as `method` leaves it, and which it keeps.

    n x 3 uint8, and n bool: all, unless it is a filter.
    """
    found = METHODS[method](rgb, **settings)
    if found.dtype == bool:
        return rgb, found
    return found, np.ones(len(rgb), dtype=bool)


def none(rgb):
    """Return the colours as they are."""
    return rgb


def color_balance(rgb, *, amount):
    """Return c + amount (c - grey), grey = 0.21 r + 0.72 g + 0.07 b, clipped and truncated.

    Reckoned in hundredths, which are exact, so that no grey is truncated to one below it.

    >>> color_balance(np.array([[100, 100, 100], [200, 100, 50]], dtype=np.uint8), amount=0.5)
    array([[100, 100, 100],
           [241,  91,  16]], dtype=uint8)
    """
    channels = rgb.T.astype(np.int32)
    grey, hundredths = GREY_PER_CENT @ channels, 100 * channels
    balanced = (hundredths + amount * (hundredths - grey)) / 100
    return np.clip(balanced, 0, 255).astype(np.uint8).T


def hsl_saturation(rgb, *, amount):
    """Return the colours with their HSL saturation times 1 + amount, at most 1.

    Hue and lightness stay: every channel keeps its place around the middle of the largest and the
    smallest one, at a distance that grows with the saturation.

    >>> hsl_saturation(np.array([[150, 110, 90], [250, 130, 10]], dtype=np.uint8), amount=0.5)
    array([[165, 105,  75],
           [255, 130,   5]], dtype=uint8)
    """
    largest, smallest = _ends(rgb)
    # Saturation is largest - smallest over the most that the lightness allows: at most 1.
    most = np.minimum(largest + smallest, 510 - largest - smallest)
    chroma = largest - smallest
    factor = np.minimum(1 + amount, most / np.maximum(chroma, 1))
    middle = (largest + smallest) / 2
    raised = middle[:, None] + factor[:, None] * (rgb - middle[:, None])
    return np.rint(np.clip(raised, 0, 255)).astype(np.uint8)


def chroma_filter(rgb, *, min_chroma, min_value):
    """Return which colours have chroma > min_chroma and value > min_value, both 0 to 1.

    Chroma is the largest channel less the smallest, value the largest (Smith 1978).
    """
    largest, smallest = _ends(rgb)
    return (largest - smallest > 255 * min_chroma) & (largest > 255 * min_value)


def saturation_filter(rgb, *, min_saturation):
    """Return which colours have HSV saturation (chroma over value, 0 to 1) > min_saturation."""
    largest, smallest = _ends(rgb)
    return largest - smallest > min_saturation * largest


def _ends(rgb):
    return rgb.max(axis=1).astype(np.int64), rgb.min(axis=1).astype(np.int64)


METHODS = {
    "none": none,
    "color_balance": color_balance,
    "hsl_saturation": hsl_saturation,
    "chroma_filter": chroma_filter,
    "saturation_filter": saturation_filter,
}
