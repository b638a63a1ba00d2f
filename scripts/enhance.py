"""Make colours more salient before they are averaged."""

import numpy as np

GREY_PER_CENT = np.array([21, 72, 7])
"""Weights of r, g and b in the grey of a colour, in hundredths."""


def enhance(rgb, *, method, amount):
    """Return the colours `rgb` (n x 3, uint8) enhanced by `method`, in the same form."""
    return METHODS[method](rgb, amount)


def color_balance(rgb, amount):
    """Return c + amount (c - grey), grey = 0.21 r + 0.72 g + 0.07 b, clipped and truncated.

    Reckoned in hundredths, which are exact, so that no grey is truncated to one below it.

    >>> color_balance(np.array([[100, 100, 100], [200, 100, 50]], dtype=np.uint8), 0.5)
    array([[100, 100, 100],
           [241,  91,  16]], dtype=uint8)
    """
    hundredths = 100 * rgb.astype(np.int64)
    grey = rgb @ GREY_PER_CENT
    balanced = (hundredths + amount * (hundredths - grey[:, None])) / 100
    return np.clip(balanced, 0, 255).astype(np.uint8)


METHODS = {"color_balance": color_balance}
