"""The distinct enhanced colours of an image, with their counts: what k-means works on."""

import logging
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from PIL import Image

from scripts.enhance import enhance
from scripts.errors import InputError
from scripts.files import moved_into_place

logger = logging.getLogger(__name__)


def make_pixels(path_to_thumbnail, path_to_output, *, method, **settings):
    """Write the enhanced colours of a thumbnail as parquet: r, g, b (uint8) and n (uint32).

    One row per distinct colour, the most frequent first, then by r, g and b. The schema's
    metadata tells image, size (width x height in px), method, its settings, and fallback: "true"
    if the method is a filter that left no pixel, so that all of them were taken as they are.
    Pixels under half opacity do not count.

    Raises InputError if no pixel is left.
    """
    rgb, size = read_pixels(path_to_thumbnail)
    enhanced = enhance(rgb, method=method, **settings)
    fallback = len(enhanced) == 0
    colours, counts = count_colours(rgb if fallback else enhanced)
    image = Path(path_to_thumbnail).stem
    metadata = {"image": image, "size": size, "method": method, "fallback": str(fallback).lower()}
    metadata |= {name: str(value) for name, value in settings.items()}
    table = pa.table(dict(zip("rgb", colours.T, strict=True)) | {"n": counts}, metadata=metadata)
    with moved_into_place(path_to_output) as temporary:
        pq.write_table(table, temporary)
    logger.info("%s: %d distinct colours of %d pixels", image, len(counts), len(rgb))
    if fallback:
        logger.warning("%s: %s left no pixel, so all of them count", image, method)


def read_pixels(path_to_thumbnail):
    """Return the opaque pixels of a PNG as n x 3 uint8, and its size as "width x height".

    Raises InputError if every pixel is under half opacity.
    """
    with Image.open(path_to_thumbnail) as image:
        pixels = np.asarray(image)
        size = f"{image.width} x {image.height}"
    if pixels.shape[2] == 4:
        pixels = pixels[pixels[..., 3] >= 128]
    rgb = pixels[..., :3].reshape(-1, 3)
    if not len(rgb):
        raise InputError(f"{path_to_thumbnail}: fully transparent; allowed: an image to be seen")
    return rgb, size


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


def read_colours(path_to_pixels):
    """Return what `make_pixels` wrote: colours (d x 3, uint8), counts (d, uint32), fallback."""
    table = pq.read_table(path_to_pixels)
    colours = np.stack([table[channel] for channel in "rgb"], axis=1)
    return colours, table["n"].to_numpy(), table.schema.metadata[b"fallback"] == b"true"
