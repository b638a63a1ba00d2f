"""A small upright copy of an image: all that later steps see of it."""

import json
import logging
import zlib
from typing import NamedTuple

import numpy as np
from PIL import Image, PngImagePlugin

from scripts.common.files import moved_into_place, removed_if_damaged
from scripts.images.cropping import NONE
from scripts.images.decode import MOST_MEGAPIXELS, Small, UnreadableImage, read_small

logger = logging.getLogger(__name__)

TOLD = "palettes"
"""The text chunk of the PNG that holds, as JSON, what a Thumbnail tells besides its image."""
PALE = 64
"""The opacity of pixels that do not count, of 255: under a half."""
REMOVED, NO_GROUND = "removed", "no plain ground"


class Thumbnail(NamedTuple):
    """What `make_thumbnail` wrote."""

    image: Image.Image
    """RGB or RGBA; pixels under half opacity do not count."""
    unreadable: str | None = None
    """Why the image could not be read."""
    damage: str | None = None
    """What is damaged in its file."""
    margins: tuple = NONE
    """What was taken off its sides (see scripts/images/cropping.py)."""
    backdrop: str | None = None
    """REMOVED or NO_GROUND, where it was to be removed."""


def make_thumbnail(
    path_to_original,
    path_to_output,
    *,
    size,
    skip,
    crop=0,
    backdrop="keep",
    most_megapixels=MOST_MEGAPIXELS,
):
    """Write the image at `path_to_original` as `read_small` reads it, as PNG.

    With the `backdrop` "remove", the plain ground before which an object stands is made pale: its
    pixels do not count.

    Raises UnreadableImage, unless `skip`: then one transparent pixel is written, with the reason,
    for later steps to pass on.
    """
    unreadable, ground = None, None
    try:
        small = read_small(path_to_original, size, crop, most_megapixels)
    except UnreadableImage as error:
        if not skip:
            raise
        small, unreadable = Small(Image.new("RGBA", (1, 1)), NONE, None), error.reason
        logger.warning("%s", error)
    image = small.image
    if backdrop == "remove" and unreadable is None:
        image, ground = _before_ground(image)
    told = {"unreadable": unreadable, "damage": small.damage, "backdrop": ground}
    told = {name: text for name, text in told.items() if text}
    if small.margins != NONE:
        told["margins"] = [round(margin, 5) for margin in small.margins]
    chunks = PngImagePlugin.PngInfo()
    if told:
        chunks.add_text(TOLD, json.dumps(told))
    with moved_into_place(path_to_output) as temporary:
        # A profile left in the file would be applied a second time by whoever shows it. Runs alone
        # take two fifths of the time of the usual level 6, to write and to read, for as many bytes.
        packing = {"compress_level": 1, "compress_type": zlib.Z_RLE}
        image.save(temporary, format="PNG", icc_profile=None, pnginfo=chunks, **packing)
    logger.info("%s: %d x %d px", path_to_original, *image.size)


def read_thumbnail(path):
    """Return the Thumbnail that `make_thumbnail` wrote; see `removed_if_damaged`."""
    with removed_if_damaged(path), Image.open(path) as image:
        image.load()
    return Thumbnail(image, **json.loads(image.text.get(TOLD, "{}")))


def _before_ground(image):
    """Return the image with its plain ground made pale, and what became of the ground."""
    # Imported here because SciPy takes as long to import as ten thumbnails take to make.
    from scripts.images.backdrops import find_backdrop

    ground = find_backdrop(np.asarray(image.convert("RGB")))
    if ground is None:
        return image, NO_GROUND
    image = image.convert("RGBA")
    opacity = np.asarray(image.getchannel("A"))
    image.putalpha(Image.fromarray(np.where(ground, np.minimum(opacity, PALE), opacity)))
    return image, REMOVED
