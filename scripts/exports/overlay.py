"""A painting in full size with its palette drawn on it: a circle a colour, along the top."""

import logging

import numpy as np
from PIL import Image

from scripts.common.errors import InputError
from scripts.common.files import moved_into_place, read_json
from scripts.exports.circles import place_circles
from scripts.images.cropping import box_in_px
from scripts.images.decode import read_whole
from scripts.images.profiles import colours_from_srgb
from scripts.images.thumbnail import read_thumbnail

logger = logging.getLogger(__name__)

WHITE, BLACK = (255, 255, 255), (0, 0, 0)  # one of two rings shows on any ground
RING = 0.0035  # width of the white ring, of the picture's short side; the black one has half
TOP = 0.03  # space above the largest circle, of the short side
TALLEST = 0.4  # diameter of the largest circle, of the height
QUALITY = 95  # of 100
LONGEST = 65_500  # px, what libjpeg writes


def draw_overlay(
    path_to_original, path_to_palette, path_to_thumbnail, path_to_output, *, most_megapixels
):
    """Write the original, upright, in full size and its own colours, with circles on it, as JPEG.

    The circles have the palette's colours, in its order, and leave free the margins that the
    thumbnail is without. The file has the original's
    colour profile; without one for RGB or CMYK the picture is in sRGB, untagged. Of an image that
    could not be read it is one grey pixel, with the reason as the JPEG's comment.

    Raises InputError if the image is too long for a JPEG.
    """
    palette = read_json(path_to_palette)
    if "unreadable" in palette:
        told = f"cannot read {path_to_original}: {palette['unreadable']}"
        _save(Image.new("L", (1, 1), 128), path_to_output, comment=told)
        logger.warning("%s", told)
        return
    picture, profile = read_whole(path_to_original, most_megapixels)
    if max(picture.size) > LONGEST:
        raise InputError(
            f"{path_to_original}: {max(picture.size)} px long; allowed in a JPEG: up to {LONGEST}"
        )
    wanted = [WHITE, BLACK, *(colour["rgb"] for colour in palette["colors"])]
    white, black, *colours = colours_from_srgb(wanted, profile, picture.mode)
    shares = [colour["share"] for colour in palette["colors"]]
    ring = max(RING * min(picture.size), 1)
    margins = read_thumbnail(path_to_thumbnail).margins
    places = circles_within(shares, box_in_px(picture.size, margins))
    for colour, (x, y, radius) in zip(colours, places, strict=True):
        fill_circle(picture, black, x, y, radius + 1.5 * ring)
        fill_circle(picture, white, x, y, radius + ring)
        fill_circle(picture, colour, x, y, radius)
    _save(picture, path_to_output, profile=profile)
    logger.info("%s: %s, %d x %d px", path_to_original, picture.mode, *picture.size)


def circles_within(shares, box):
    """Return (x, y, radius) of circles with areas as `shares`, side by side on one line, in px.

    They lie along the top of `box` (left, upper, right, lower), placed and sized by its width as
    the page does it (page/src/parts/picture.js), and smaller where it is very wide for its height.
    """
    left, upper, right, lower = box
    width, height = right - left, lower - upper
    circles = place_circles(shares, width, TALLEST * height)
    y = upper + TOP * min(width, height) + max(radius for _, radius in circles)
    return [(left + x, y, radius) for x, radius in circles]


def fill_circle(picture, colour, x, y, radius):
    """Draw a disc with a soft edge into `picture`; a pixel's middle is at a half."""
    left, upper = int(x - radius - 1), int(y - radius - 1)
    right, lower = int(x + radius + 2), int(y + radius + 2)
    across = np.arange(left, right, dtype=np.float32) + 0.5 - np.float32(x)
    down = np.arange(upper, lower, dtype=np.float32) + 0.5 - np.float32(y)
    inside = radius + 0.5 - np.hypot(across[None], down[:, None])
    mask = np.rint(255 * np.clip(inside, 0, 1)).astype(np.uint8)
    picture.paste(colour, (left, upper, right, lower), Image.fromarray(mask))


def _save(picture, path, *, profile=None, comment=""):
    with moved_into_place(path) as temporary:
        picture.save(
            temporary,
            format="JPEG",
            quality=QUALITY,
            subsampling="4:4:4",  # else the circles' colours would run into the rings
            icc_profile=profile,
            comment=comment,
        )
