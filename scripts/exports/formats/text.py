"""Texts in files that other programs read; as page/src/export/text.js makes them."""

import re
from decimal import ROUND_HALF_UP, Decimal

# White space and control characters, and what only JavaScript counts among them.
_BREAKS = re.compile(r"[\s\x00-\x1f\x7f-\x9f\ufeff]+")


def on_one_line(text):
    """Return `text` with each run of white space and control characters as one space."""
    return _BREAKS.sub(" ", text)


def fixed(number, digits):
    """Return `number` with so many digits after the point, halves rounded up.

    >>> fixed(31.25, 1), fixed(0.00005, 4)
    ('31.3', '0.0001')
    """
    return str(Decimal(number).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP))
