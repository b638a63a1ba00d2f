"""The painting of a study as it was taken: without its margins, what does not count pale."""

from PIL import Image

from scripts.images.cropping import NONE
from scripts.images.decode import read_small
from scripts.images.thumbnail import REMOVED


def read_painting(path_to_original, thumbnail, size, most_megapixels):
    """Return the original of a Thumbnail, at most `size` px long, RGB or RGBA.

    Raises UnreadableImage as `read_small` does.
    """
    left, top, right, bottom = thumbnail.margins
    crop = 0 if thumbnail.margins == NONE else (left, top, 1 - left - right, 1 - top - bottom)
    painting = read_small(path_to_original, size, crop, most_megapixels).image
    if thumbnail.backdrop == REMOVED:
        opacity = thumbnail.image.getchannel("A").resize(painting.size, Image.Resampling.BILINEAR)
        painting = painting.convert("RGBA")
        painting.putalpha(opacity)
    return painting
