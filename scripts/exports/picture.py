"""A picture of a painting that is sharp on a screen, for the page to show when it is opened."""

import logging

from PIL import Image

from scripts.common.files import moved_into_place
from scripts.images.decode import UnreadableImage, read_small

logger = logging.getLogger(__name__)

QUALITY = 82
"""Of WebP, 0 to 100: what it loses is not seen at the size that screens show."""


def make_picture(path_to_original, path_to_output, *, size, crop, skip, most_megapixels):
    """Write the image at `path_to_original` as `read_small` reads it, `size` px long, as WebP.

    Raises UnreadableImage, unless `skip`: then one grey pixel is written.
    """
    try:
        image = read_small(path_to_original, size, crop, most_megapixels).image
    except UnreadableImage as error:
        if not skip:
            raise
        logger.warning("%s", error)
        image = Image.new("RGB", (1, 1), "grey")
    with moved_into_place(path_to_output) as temporary:
        # A profile left in the file would be applied a second time by whoever shows it.
        image.save(temporary, format="WEBP", quality=QUALITY, method=4, icc_profile=None)
    logger.info("%s: %d x %d px", path_to_original, *image.size)
