"""A small upright copy of an image: all that later steps see of it."""

import logging

from PIL import Image, PngImagePlugin

from scripts.common.files import moved_into_place, removed_if_damaged
from scripts.images.decode import UnreadableImage, read_small

logger = logging.getLogger(__name__)

REASON = "unreadable"
"""The text chunk of a PNG that stands for an image that cannot be read."""


def make_thumbnail(path_to_original, path_to_output, *, size, crop, skip):
    """Write the image at `path_to_original` as `read_small` reads it, as PNG.

    Raises UnreadableImage, unless `skip`: then one transparent pixel is written, with the reason in
    a text chunk, for later steps to pass on.
    """
    try:
        thumbnail, told = read_small(path_to_original, size, crop), None
    except UnreadableImage as error:
        if not skip:
            raise
        thumbnail, told = Image.new("RGBA", (1, 1)), PngImagePlugin.PngInfo()
        told.add_text(REASON, error.reason)
        logger.warning("%s", error)
    with moved_into_place(path_to_output) as temporary:
        # A profile left in the file would be applied a second time by whoever shows it. Level 1
        # takes a third of the time of the usual 6, for 3 % more bytes.
        thumbnail.save(temporary, format="PNG", icc_profile=None, pnginfo=told, compress_level=1)
    logger.info("%s: %d x %d px", path_to_original, *thumbnail.size)


def read_thumbnail(path):
    """Return the image that `make_thumbnail` wrote, and why there is none or None.

    See `removed_if_damaged`.
    """
    with removed_if_damaged(path), Image.open(path) as image:
        image.load()
    return image, image.text.get(REASON)
