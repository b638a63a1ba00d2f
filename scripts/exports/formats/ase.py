"""Palettes as an Adobe Swatch Exchange file: big-endian blocks, a group for each painting.

Adobe has not published the format; it is that of http://www.selapa.net/swatches/colors/fileformats.php
"""

import struct

from scripts.exports.formats.text import on_one_line

COLOUR, GROUP, END = 0x0001, 0xC001, 0xC002
GLOBAL = 0
LONGEST_NAME = 0xFFFE  # UTF-16 units


def to_ase(paintings, title):
    """Return the palettes of `paintings` (swatches.record) as bytes, `title` untold."""
    blocks = []
    for painting in paintings:
        blocks.append(_block(GROUP, _name(on_one_line(painting["title"]))))
        blocks += map(_swatch, painting["colours"])
        blocks.append(_block(END, b""))
    return b"".join([struct.pack(">4sHHI", b"ASEF", 1, 0, len(blocks)), *blocks])


def _swatch(colour):
    rgb = [value / 255 for value in bytes.fromhex(colour["hex"][1:])]
    name = _name(f"{colour['name']} {colour['hex']}")
    return _block(COLOUR, name + struct.pack(">4s3fH", b"RGB ", *rgb, GLOBAL))


def _block(kind, content):
    return struct.pack(">HI", kind, len(content)) + content


def _name(text):
    """Return a name: its length in UTF-16 units with the closing 0, the units, and the 0."""
    units = text.encode("utf-16-be")[: 2 * LONGEST_NAME]
    return struct.pack(">H", len(units) // 2 + 1) + units + b"\0\0"
