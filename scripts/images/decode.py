"""Read any image file upright: small and in sRGB, or whole and in the colours that it has."""

import errno
import logging
import re
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageOps, UnidentifiedImageError

from scripts.common.errors import InputError
from scripts.images.profiles import in_own_colours, in_srgb

logger = logging.getLogger(__name__)

MOST_PIXELS = 2 * Image.MAX_IMAGE_PIXELS
"""What Pillow takes for a decompression bomb: 179 megapixels and more."""

CHECKED_SIZE = 64
"""Long side in px to which an image is read to be checked: that too reads the whole file."""

REASONS = {
    errno.EACCES: "permission denied",
    errno.ENOENT: "no such file",
    errno.EISDIR: "a folder, not an image",
}


class UnreadableImage(InputError):
    """An image file cannot be read; `reason` says why, in a few words."""

    def __init__(self, path, reason):
        super().__init__(str(path), reason)  # what it is made of again in another process
        self.path, self.reason = str(path), " ".join(reason.split())

    def __str__(self):
        return f"cannot read {self.path}: {self.reason}"


def read_small(path, size, crop=0):
    """Return the image at `path`, upright, in sRGB, at most `size` px on its long side.

    It is RGB, or RGBA if any pixel may be transparent, and never enlarged; of several frames it is
    the first. `crop` is the part of width and height, 0 to 0.4, that is taken off each side.

    Raises UnreadableImage if the file is not an image that Pillow can decode, if it has more than
    MOST_PIXELS (JPEGs are decoded at a reduced scale, other files whole), if its channels have
    more than 16 bits, or if all of it is under half opacity.
    """
    with _opened(path) as (image, profile):
        small = _averageable(image)
        # Still in the file's own mode and orientation: only so JPEGs decode at reduced scale.
        side = size / (1 - 2 * crop)
        small.thumbnail((side, side), Image.Resampling.LANCZOS)
        small.load()
    small = _upright(small)
    if crop:
        small = small.crop(crop_box(small.size, crop))
    small = in_srgb(small, profile)
    if small.mode == "RGBA" and small.getextrema()[3][1] < 128:
        raise UnreadableImage(path, "fully transparent")
    return small


def check_image(path):
    """Raise UnreadableImage if the file at `path` is not an image that can be decoded."""
    read_small(path, CHECKED_SIZE)


class Whole(NamedTuple):
    """An image in full size."""

    image: Image.Image
    """Upright, RGB or CMYK."""
    profile: bytes | None
    """The ICC profile of its colours; None if these are sRGB."""


def read_whole(path):
    """Return the image at `path` as Whole: in its own colours if it has a profile for them.

    Without a usable profile for RGB or CMYK, it is as `read_small` reads it: in sRGB. What is
    transparent is on white. Of several frames it is the first.

    Raises UnreadableImage as `read_small` does, for JPEGs of more than MOST_PIXELS too.
    """
    with _opened(path) as (image, profile):
        whole = _averageable(image)
        whole.load()
    whole, profile = in_own_colours(_upright(whole), profile)
    if whole.mode == "RGBA":
        ground = Image.new("RGB", whole.size, "white")
        ground.paste(whole, mask=whole.getchannel("A"))
        whole = ground
    return Whole(whole, profile)


def crop_box(size, crop):
    """Return left, upper, right and lower of what `crop` leaves of an image of `size`, in px.

    `crop` is the part of width and height, 0 to 0.4, that is taken off each side.
    """
    left, upper = (min(round(crop * side), (side - 1) // 2) for side in size)
    return left, upper, size[0] - left, size[1] - upper


@contextmanager
def _opened(path):
    """Yield the image at `path` and its profile; what decoding raises becomes UnreadableImage."""
    try:
        with Image.open(path) as image:
            yield image, image.info.get("icc_profile")
    except Exception as error:  # Pillow's decoders raise whatever damaged bytes lead them to
        raise UnreadableImage(path, _reason(error, path)) from error


def _averageable(image):
    """Return the image in a mode of which pixels can be averaged."""
    if image.mode in ("I", "F"):
        raise ValueError("32 bits a channel; allowed: 8 or 16")
    if image.mode.startswith("I;16"):
        # Pillow converts to 8 bits by clipping.
        return image.point(lambda value: value * (1 / 257)).convert("L")
    if "transparency" in image.info:
        return image.convert("RGBA")
    if image.mode in ("P", "PA", "1"):
        return image.convert("RGBA" if image.mode == "PA" else "RGB")
    return image


def _upright(image):
    """Return the image turned as its EXIF block says; Pillow has already turned a TIFF."""
    try:
        return ImageOps.exif_transpose(image)
    except Exception as error:  # as above
        logger.warning("damaged EXIF block, taken as upright: %s", error)
        return image


def _reason(error, path):
    """Return in a few words why reading the file at `path` ended in `error`."""
    if isinstance(error, UnidentifiedImageError):
        return _told_by_content(path)
    if isinstance(error, Image.DecompressionBombError):
        pixels = re.search(r"\d+", str(error))[0]
        return f"{int(pixels) / 1e6:.0f} megapixels; allowed: up to {MOST_PIXELS / 1e6:.0f}"
    if isinstance(error, OSError) and error.errno in REASONS:
        link = error.errno == errno.ENOENT and Path(path).is_symlink()
        return "a link to a file that is not there" if link else REASONS[error.errno]
    if isinstance(error, OSError | ValueError | SyntaxError):
        return str(error)
    return f"{type(error).__name__}: {error}"


def _told_by_content(path):
    """Return what the file at `path`, which is no image of a known kind, seems to be."""
    with Path(path).open("rb") as file:
        start = file.read(32)
    if not start:
        return "an empty file"
    unknown = "not an image of a known kind"
    line = start.splitlines()[0].decode("ascii", "replace").strip()
    told = line and line.isascii() and line.isprintable()
    return f"{unknown}; it begins with {line!r}" if told else unknown
