"""A small upright copy of an image: all that later steps see of it."""

import logging

from PIL import Image, ImageOps, UnidentifiedImageError

from scripts.errors import InputError
from scripts.files import moved_into_place

logger = logging.getLogger(__name__)


def make_thumbnail(path_to_original, path_to_output, *, size):
    """Write the image at `path_to_original` as PNG, at most `size` px on its long side.

    Upright by its EXIF orientation, RGB, or RGBA if any pixel may be transparent; never enlarged.

    Raises InputError if the file is not an image that Pillow can decode.
    """
    thumbnail = read_small(path_to_original, size)
    with moved_into_place(path_to_output) as temporary:
        # A profile left in the file would be applied a second time by whoever shows it.
        thumbnail.save(temporary, format="PNG", icc_profile=None)
    logger.info("%s: %d x %d px", path_to_original, *thumbnail.size)


def read_small(path, size):
    """Return the image at `path`, upright, RGB or RGBA, at most `size` px on its long side.

    Raises InputError if the file is not an image that Pillow can decode.
    """
    try:
        with Image.open(path) as image:
            transparent = image.has_transparency_data
            if image.mode in ("P", "PA", "1"):
                # Colours from a list cannot be averaged before they are looked up.
                image = image.convert("RGBA" if transparent else "RGB")
            # Still in the file's own mode and orientation: only so JPEGs decode at reduced scale.
            image.thumbnail((size, size), Image.Resampling.LANCZOS)
            return ImageOps.exif_transpose(image).convert("RGBA" if transparent else "RGB")
    except UnidentifiedImageError as error:
        raise InputError(f"cannot read {path}: not an image of a known kind") from error
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise InputError(f"cannot read {path}: {error}") from error
