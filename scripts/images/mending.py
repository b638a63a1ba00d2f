"""Damaged files that every viewer shows: cut in their last rows, or full of texts."""

import io
import struct
import zlib
from pathlib import Path
from typing import NamedTuple

import numpy as np
from PIL import Image

MOST_MISSING = 0.02  # of the rows
MOST_COMPARED = 4_000_000  # pixels, about
LARGEST = 1 << 28  # bytes, of a file that is mended and of its pixels
JPEG, PNG = b"\xff\xd8", b"\x89PNG\r\n\x1a\n"
END_OF_JPEG = b"\xff\xd9"
JUNK = np.random.default_rng(0).integers(0, 255, 4096, np.uint8).tobytes()  # no marker in it
TEXTS_OF_PNG = (b"tEXt", b"zTXt", b"iTXt")
CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # of PNG, by its type of colour


class Mended(NamedTuple):
    """An image that was mended, and what is damaged in its file, None if nothing is."""

    image: Image.Image
    """Not decoded yet."""
    damage: str | None
    missing: float = 0.0
    """The part of its rows, from the bottom, that is not the picture."""


def mended(path, error):
    """Return the image in the file at `path` as Mended, if viewers show it though Pillow cannot.

    `error` is what Pillow raised. Returns None if it is not such a file, or raises what Pillow
    does.
    """
    data = Path(path).read_bytes() if Path(path).stat().st_size <= LARGEST else b""
    if data.startswith(PNG) and "MAX_TEXT" in str(error):
        chunks = [chunk for chunk in _chunks(data) if chunk[0] not in TEXTS_OF_PNG]
        return Mended(_png(chunks), None)
    if "truncated" not in str(error):
        return None
    if data.startswith(JPEG):
        data = data.rstrip(b"\0\xff")
        return _jpeg_before_cut(data + END_OF_JPEG, data + JUNK + END_OF_JPEG)
    return _png_before_cut(data) if data.startswith(PNG) else None


def _told(missing, rows):
    if missing > MOST_MISSING * rows:
        return None
    return f"{missing} of {rows} rows are missing" if missing else "its end is missing"


def _jpeg_before_cut(filled_up, filled_with_junk):
    """Return a JPEG that was cut as Mended, if nearly all of its rows are there, or None.

    What comes after the cut libjpeg fills up in the one, and in the other it is junk.
    """
    there, junk = (_reduced(data) for data in (filled_up, filled_with_junk))
    rows = (there != junk).reshape(len(there), -1).any(axis=1)
    missing = len(rows) - int(np.argmax(rows)) if rows.any() else 0
    image = Image.open(io.BytesIO(filled_up))
    damage = _told(round(missing * image.height / len(rows)), image.height)
    return None if damage is None else Mended(image, damage, missing / len(rows))


def _reduced(data):
    """Return the pixels of a JPEG, reduced by its decoder if they are many."""
    image = Image.open(io.BytesIO(data))
    scale = max(1, (image.width * image.height / MOST_COMPARED) ** 0.5)
    image.draft(image.mode, (int(image.width / scale), int(image.height / scale)))
    return np.asarray(image)


def _png_before_cut(data):
    """Return the rows of a PNG that was cut as Mended, if these are nearly all, or None."""
    chunks = _chunks(data)
    pixels = b"".join(content for kind, content in chunks if kind == b"IDAT")
    header = chunks[0][1]
    width, height, bits, colour, _, _, interlaced = struct.unpack(">IIBBBBB", header)
    stride = 1 + (width * bits * CHANNELS.get(colour, 4) + 7) // 8
    if interlaced or stride * height > LARGEST:
        return None
    rows = len(raw := zlib.decompressobj().decompress(pixels, stride * height)) // stride
    damage = _told(height - rows, height)
    if damage is None:
        return None
    kept = [chunk for chunk in chunks[1:] if chunk[0] != b"IDAT"]
    whole = (b"IDAT", zlib.compress(raw[: rows * stride], 1))
    return Mended(
        _png([(b"IHDR", struct.pack(">II", width, rows) + header[8:]), *kept, whole]), damage
    )


def _chunks(data):
    """Return the chunks of a PNG, pairs of a name and its data; the last may be cut."""
    chunks, at = [], len(PNG)
    while at + 8 <= len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        chunks.append((kind, data[at + 8 : at + 8 + length]))
        at += 12 + length
    return chunks


def _png(chunks):
    parts = [PNG]
    for kind, content in [*(chunk for chunk in chunks if chunk[0] != b"IEND"), (b"IEND", b"")]:
        checksum = zlib.crc32(kind + content)
        parts += [struct.pack(">I", len(content)), kind, content, struct.pack(">I", checksum)]
    return Image.open(io.BytesIO(b"".join(parts)))
