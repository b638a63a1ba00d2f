"""The distinct enhanced colours of an image, with their counts: what k-means works on."""

import logging
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from scripts.common.files import moved_into_place, removed_if_damaged
from scripts.images.enhance import enhance
from scripts.images.prominence import prominence
from scripts.images.thumbnail import read_thumbnail

logger = logging.getLogger(__name__)


def make_pixels(path_to_thumbnail, path_to_output, *, method, **settings):
    """Write the enhanced colours of a thumbnail as parquet: r, g, b (uint8), n and weight (uint32).

    One row per distinct colour, the most frequent first, then by r, g and b: how many pixels have
    it, and how much it stands out (see scripts.images.prominence). The schema's
    metadata tells image, size (width x height in px), method, its settings, and fallback: "true"
    if the method is a filter that left no pixel, so that all of them were taken as they are.
    Pixels under half opacity do not count. An image that could not be read has no row. What the
    thumbnail tells of the image is in the metadata too: `unreadable`, `damage`, `backdrop`.
    """
    thumbnail, unreadable, damage, _, backdrop = read_thumbnail(path_to_thumbnail)
    rgb = opaque_pixels(thumbnail)
    enhanced, kept, fallback = enhance_pixels(rgb, method=method, **settings)
    fallback = fallback and unreadable is None
    # Most methods keep all: no copy then.
    colours, counts = count_colours(enhanced if kept.all() else enhanced[kept])
    image = Path(path_to_thumbnail).stem
    size = f"{thumbnail.width} x {thumbnail.height}"
    metadata = {"image": image, "size": size, "method": method, "fallback": str(fallback).lower()}
    metadata |= {name: str(value) for name, value in settings.items()}
    told = {"unreadable": unreadable, "damage": damage, "backdrop": backdrop}
    metadata |= {name: text for name, text in told.items() if text is not None}
    columns = dict(zip("rgb", colours.T, strict=True))
    columns |= {"n": counts, "weight": prominence(colours, counts)}
    table = pa.table({name: _arrow(column) for name, column in columns.items()}, metadata=metadata)
    with moved_into_place(path_to_output) as temporary:
        pq.write_table(table, temporary)
    logger.info("%s: %d distinct colours of %d pixels", image, len(counts), len(rgb))
    if fallback:
        logger.warning("%s: %s left no pixel, so all of them count", image, method)


def _arrow(column):
    """Return a NumPy array as one of Arrow: pa.array would import all of pandas to look at it."""
    buffers = [None, pa.py_buffer(np.ascontiguousarray(column))]
    return pa.Array.from_buffers(pa.from_numpy_dtype(column.dtype), len(column), buffers)


def enhance_pixels(rgb, *, method, **settings):
    """Return each of the pixels `rgb` (n x 3) as `method` leaves it, and which count (n bool).

    The third is fallback: True if the method is a filter that left no pixel, so that all count.
    """
    enhanced, kept = enhance(rgb, method=method, **settings)
    fallback = not kept.any()
    return enhanced, kept | fallback, fallback


def opaque_pixels(image):
    """Return the pixels of an RGB or RGBA image that are not under half opacity, n x 3 uint8."""
    pixels = np.asarray(image)
    return pixels[opacity(image), :3] if pixels.shape[2] == 4 else pixels.reshape(-1, 3)


def opacity(image):
    """Return which pixels of an RGB or RGBA image are not under half opacity, h x w bool."""
    pixels = np.asarray(image)
    return pixels[..., 3] >= 128 if pixels.shape[2] == 4 else np.ones(pixels.shape[:2], bool)


def count_colours(rgb, weights=None):
    """Return the distinct rows of `rgb` (n x 3, uint8) as d x 3 uint8, and their counts (uint32).

    A row counts once, or `weights` (n) times. The most frequent come first, ties by r, g and b.
    """
    r, g, b = rgb.T.astype(np.uint32)
    packed = r << 16 | g << 8 | b
    if weights is None:
        distinct, counts = np.unique(packed, return_counts=True)
    else:
        distinct, places = np.unique(packed, return_inverse=True)
        counts = np.bincount(places, weights)
    counts = counts.astype(np.uint32)
    order = np.argsort(-counts.astype(np.int64), kind="stable")
    colours = np.stack([distinct >> 16, distinct >> 8 & 255, distinct & 255], axis=1)
    return colours[order].astype(np.uint8), counts[order]


TOLD = (b"unreadable", b"damage", b"backdrop")


class Pixels(NamedTuple):
    """What `make_pixels` wrote."""

    colours: np.ndarray
    """d x 3 uint8."""
    counts: np.ndarray
    """d uint32."""
    prominence: np.ndarray
    """d uint32, the counts weighted by how much a colour stands out."""
    fallback: bool
    """Whether a filter left no pixel."""
    unreadable: str | None
    """Why the image could not be read."""
    damage: str | None
    """What is damaged in its file."""
    backdrop: str | None
    """What became of the ground behind it, where that was to be removed."""


def read_colours(path_to_pixels):
    """Return the Pixels in the file that `make_pixels` wrote; see `removed_if_damaged`."""
    with removed_if_damaged(path_to_pixels), pq.ParquetFile(path_to_pixels) as file:
        table = file.read(use_threads=False)
    metadata = table.schema.metadata
    # As to_numpy, which would import all of pandas first.
    r, g, b, counts, weights = (
        np.from_dlpack(table[name].combine_chunks()) for name in ("r", "g", "b", "n", "weight")
    )
    return Pixels(
        np.stack([r, g, b], axis=1),
        counts,
        weights,
        metadata[b"fallback"] == b"true",
        *(metadata[name].decode() if name in metadata else None for name in TOLD),
    )
