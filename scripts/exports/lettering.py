"""Text in pictures, the same on every machine: in DejaVu, by the FreeType that Matplotlib brings.

DejaVu has Latin, Greek, Cyrillic, Arabic, Hebrew and more, but no Chinese, Japanese or Korean.
"""

import unicodedata
from functools import cache
from pathlib import Path

import matplotlib
from matplotlib.ft2font import FT2Font
from PIL import Image

FONTS = Path(matplotlib.get_data_path(), "fonts", "ttf")
ELLIPSIS = "\u2026"
UNIT = 64  # FreeType's, to a px


class Lettering:
    """A font in a size, in px."""

    def __init__(self, name, size):
        self._font = FT2Font(FONTS / f"{name}.ttf")
        self._font.set_size(size, 72)  # at 72 dots an inch, points are px

    def width(self, text):
        """Return the width of `text` in px."""
        self._font.set_text(text)
        return self._font.get_width_height()[0] / UNIT

    def fitted(self, text, width):
        """Return `text`, cut off with an ellipsis if it is wider than `width` px."""
        if self.width(text) <= width:
            return text
        fits, too_long = 0, len(text)
        while too_long - fits > 1:
            middle = (fits + too_long) // 2
            if self.width(text[:middle].rstrip() + ELLIPSIS) <= width:
                fits = middle
            else:
                too_long = middle
        return text[:fits].rstrip() + ELLIPSIS

    def write(self, picture, text, x, y, colour, *, right=False):
        """Write `text` into `picture`, its left (or right) end at `x`, its baseline at `y`."""
        self._font.set_text(text)
        self._font.draw_glyphs_to_bitmap()
        mask = Image.fromarray(self._font.get_image())
        below = round(self._font.get_descent() / UNIT)
        left = x - mask.width if right else x
        picture.paste(colour, (left, y - mask.height + below), mask)


def can_write(name, text):
    """Tell whether the font `name` has every letter of `text`."""
    return all(ord(letter) in _letters(name) for letter in text)


def printable(text):
    """Return `text` without the characters that only direct how others are shown."""
    return "".join(letter for letter in text if unicodedata.category(letter) != "Cf")


@cache
def _letters(name):
    return FT2Font(FONTS / f"{name}.ttf").get_charmap().keys()
