"""Read any image file upright: small and in sRGB, or whole and in the colours that it has."""

import logging
from typing import NamedTuple

import numpy as np
from PIL import Image, ImageOps

from scripts.common.errors import InputError
from scripts.images.cropping import NONE, box_in_px, margins_of, zoom_for
from scripts.images.hdr import to_sdr
from scripts.images.mending import mended
from scripts.images.opening import opened, reason_of
from scripts.images.profiles import in_own_colours, in_srgb, plain
from scripts.images.signals import Hdr, colours_told

logger = logging.getLogger(__name__)

MOST_MEGAPIXELS = 179
CHECKED_SIZE = 64
"""Long side in px to which an image is read to be checked: that too reads the whole file."""
XMP = ("xmp", "XML:com.adobe.xmp")


class UnreadableImage(InputError):
    """An image file cannot be read; `reason` says why, in a few words."""

    def __init__(self, path, reason):
        super().__init__(str(path), reason)  # what it is made of again in another process
        self.path, self.reason = str(path), " ".join(reason.split())

    def __str__(self):
        return f"cannot read {self.path}: {self.reason}"


class Small(NamedTuple):
    """A small copy of an image."""

    image: Image.Image
    """Upright, in sRGB; RGB, or RGBA if any pixel may be transparent."""
    margins: tuple
    """What was taken off its sides (see scripts/images/cropping.py)."""
    damage: str | None
    """What is damaged in its file."""


def read_small(path, size, crop=0, most_megapixels=MOST_MEGAPIXELS):
    """Return the image at `path` as Small, at most `size` px on its long side.

    It is never enlarged; of several frames it is the first. `crop` is the part of width and
    height, 0 to 0.4, that is taken off each side, or what else cropping.zoom_for allows.

    Raises UnreadableImage if the file is not an image that can be decoded, if it has more pixels
    than allowed, if nothing is left of it, or if all of it is under half opacity.
    """
    side = size * zoom_for(crop)
    long_side = None

    def shrunk(image):
        nonlocal long_side
        long_side = max(image.size)
        small = _averageable(image)
        # Still in the file's own mode and orientation: only so JPEGs decode at reduced scale.
        small.thumbnail((side, side), Image.Resampling.LANCZOS)
        small.load()
        return small

    small, colours, damage = _read(path, shrunk, most_megapixels, round(2 * side))
    small = _upright(small)
    margins = NONE
    if crop:
        scale = long_side / max(small.size)
        full_size = [round(length * scale) for length in small.size]
        try:
            margins = margins_of(crop, lambda: np.asarray(plain(small).convert("RGB")), full_size)
        except ValueError as error:
            raise UnreadableImage(path, str(error)) from None
        small = small.crop(box_in_px(small.size, margins))
        small.thumbnail((size, size), Image.Resampling.LANCZOS)
    small = to_sdr(plain(small), colours) if isinstance(colours, Hdr) else in_srgb(small, colours)
    if small.mode == "RGBA" and small.getextrema()[3][1] < 128:
        raise UnreadableImage(path, "fully transparent")
    return Small(small, margins, damage)


def check_image(path, most_megapixels=MOST_MEGAPIXELS):
    """Raise UnreadableImage if the file at `path` is not an image that can be decoded."""
    read_small(path, CHECKED_SIZE, most_megapixels=most_megapixels)


class Whole(NamedTuple):
    """An image in full size."""

    image: Image.Image
    """Upright, RGB or CMYK."""
    profile: bytes | None
    """The ICC profile of its colours; None if these are sRGB."""


def read_whole(path, most_megapixels=MOST_MEGAPIXELS):
    """Return the image at `path` as Whole: in its own colours if it has a profile for them.

    Without a usable profile for RGB or CMYK, it is as `read_small` reads it: in sRGB. What is
    transparent is on white. Of several frames it is the first.

    Raises UnreadableImage as `read_small` does.
    """

    def loaded(image):
        whole = _averageable(image)
        whole.load()
        return whole

    whole, colours, _ = _read(path, loaded, most_megapixels)
    whole = _upright(whole)
    if isinstance(colours, Hdr):
        whole, profile = to_sdr(plain(whole), colours), None
    else:
        whole, profile = in_own_colours(whole, colours)
    if whole.mode == "RGBA":
        ground = Image.new("RGB", whole.size, "white")
        ground.paste(whole, mask=whole.getchannel("A"))
        whole = ground
    return Whole(whole, profile)


def _read(path, decoded, most_megapixels, side=None):
    """Return what `decoded` makes of the image at `path`, what tells its colours, and the damage.

    What decoders raise becomes UnreadableImage.
    """
    try:
        with opened(path, most_megapixels, side) as image:
            return decoded(image), colours_told(image, path), None
    except Exception as error:  # whatever damaged bytes lead decoders to
        try:
            again = mended(path, error)
            if again is not None:
                image, damage, missing = again
                if damage:
                    logger.warning("%s is damaged: %s", path, damage)
                made = decoded(image)
                made = made.crop((0, 0, made.width, made.height - round(missing * made.height)))
                return made, colours_told(image, path), damage
        except Exception:  # as above: then the first error says more
            logger.info("%s cannot be mended", path, exc_info=True)
        raise UnreadableImage(path, reason_of(error, path)) from error


def _averageable(image):
    """Return the image in a mode of which pixels can be averaged."""
    if image.mode in ("I", "F"):
        raise ValueError("32 bits a channel; allowed: 8 or 16")
    if image.mode.startswith("I;16"):
        # Pillow converts to 8 bits by clipping.
        return image.point(lambda value: value * (1 / 257)).convert("L")
    if "transparency" in image.info:
        return image.convert("LA" if image.mode in ("L", "1") else "RGBA")
    if image.mode in ("P", "PA", "1"):
        return image.convert("RGBA" if image.mode == "PA" else "RGB")
    return image


def _upright(image):
    """Return the image turned as its EXIF block says; Pillow has already turned a TIFF."""
    # Browsers do not turn an image by what XMP says.
    image.info = {key: value for key, value in image.info.items() if key not in XMP}
    try:
        return ImageOps.exif_transpose(image)
    except Exception as error:  # as above
        logger.warning("damaged EXIF block, taken as upright: %s", error)
        return image
