"""TIFFs that Pillow misreads or cannot read, strip by strip. TIFF 6.0 and its supplements."""

import numpy as np
import tifffile
from PIL import Image
from tifffile import COMPRESSION, EXTRASAMPLE, PHOTOMETRIC, SAMPLEFORMAT

from scripts.common.errors import InputError
from scripts.images.profiles import in_srgb

ORIENTATION = 0x0112
PAGES = 64  # the first, among which the picture is looked for
PILLOW_READS = frozenset(
    {
        COMPRESSION.NONE,
        COMPRESSION.CCITTRLE,
        COMPRESSION.CCITTFAX3,
        COMPRESSION.CCITTFAX4,
        COMPRESSION.LZW,
        COMPRESSION.OJPEG,
        COMPRESSION.JPEG,
        COMPRESSION.ADOBE_DEFLATE,
        COMPRESSION.DEFLATE,
        COMPRESSION.PACKBITS,
    }
)
LARGE = 64_000_000  # pixels, above which a TIFF is read by the strip
CHANNELS = {
    PHOTOMETRIC.MINISWHITE: "L",
    PHOTOMETRIC.MINISBLACK: "L",
    PHOTOMETRIC.RGB: "RGB",
    PHOTOMETRIC.YCBCR: "RGB",  # what JPEG packs so, its decoder gives as RGB
    PHOTOMETRIC.SEPARATED: "CMYK",
    PHOTOMETRIC.CIELAB: "LAB",
}
ALPHA = (EXTRASAMPLE.ASSOCALPHA, EXTRASAMPLE.UNASSALPHA)


def picture_of(path):
    """Return the page of a TIFF that is its picture, and its number, for Pillow to seek.

    It is the first that is not marked as a reduced copy of another.

    Raises InputError if there is none.
    """
    with tifffile.TiffFile(path) as file:
        for number, page in enumerate(file.pages[:PAGES]):
            if not page.subfiletype & 1:
                return file.pages[number].aspage(), number
        if not len(file.pages):
            raise InputError("a TIFF without pages")
        return file.pages[0].aspage(), 0


def is_for_pillow(page):
    """Tell whether Pillow reads a page as it should."""
    bits = page.bitspersample
    packed = page.compression in PILLOW_READS and page.photometric != PHOTOMETRIC.CIELAB
    is_plain = isinstance(bits, int) and bits <= 8 and page.sampleformat == SAMPLEFORMAT.UINT
    is_small = page.imagewidth * page.imagelength < LARGE or page.photometric in (
        PHOTOMETRIC.PALETTE,
        PHOTOMETRIC.YCBCR,
    )
    has_alpha = page.photometric == PHOTOMETRIC.SEPARATED and page.samplesperpixel > 4
    return is_plain and is_small and packed and not has_alpha


def read_page(path, number, side=None):
    """Return a page of a TIFF as an image of 8 bits, with its profile and orientation in `info`.

    With `side` it is reduced while it is read, to at least so many px on its long side; then no
    more of it is in memory than a strip.

    Raises InputError that says what kind of TIFF it is, if it is one that cannot be read.
    """
    with tifffile.TiffFile(path) as file:
        page = file.pages[number].aspage()
        mode, alpha = _mode(page)
        step = max(1, max(page.imagewidth, page.imagelength) // side) if side else 1
        pixels = _reduced(page, step)
        profile, orientation = page.iccprofile, page.tags.get(ORIENTATION)
    image = _image(pixels, mode, alpha, page.photometric, profile)
    image.format = "TIFF"
    if profile and not (mode == "CMYK" and alpha):  # such are in sRGB by now
        image.info["icc_profile"] = profile
    if orientation is not None:
        exif = Image.Exif()
        exif[ORIENTATION] = orientation.value
        image.info["exif"] = exif.tobytes()
    return image


def _mode(page):
    """Return the mode of a page's colours and what its first other channel is, or None."""
    mode = CHANNELS.get(page.photometric)
    if mode is None or page.sampleformat in (SAMPLEFORMAT.COMPLEXIEEEFP, SAMPLEFORMAT.COMPLEXINT):
        raise InputError(f"a TIFF of {_kind(page)}")
    if page.samplesperpixel < len(mode) or page.imagedepth > 1:
        raise InputError(f"a TIFF of {_kind(page)} in {page.samplesperpixel} channels")
    extra = page.extrasamples[0] if page.extrasamples else None
    return mode, extra if extra in ALPHA else None


def _kind(page):
    formats = {SAMPLEFORMAT.IEEEFP: "floats", SAMPLEFORMAT.INT: "signed numbers"}
    numbers = formats.get(page.sampleformat, "numbers")
    if page.sampleformat in (SAMPLEFORMAT.COMPLEXIEEEFP, SAMPLEFORMAT.COMPLEXINT):
        numbers = "complex numbers"
    return f"{page.bitspersample}-bit {numbers} ({PHOTOMETRIC(page.photometric).name})"


def _reduced(page, step):
    """Return the levels of a page, each the mean of `step` by `step`: h x w x channels."""
    height, width = -(-page.imagelength // step), -(-page.imagewidth // step)
    channels = page.samplesperpixel
    sums = np.zeros((height, width, channels), np.uint8 if step == 1 else np.float32)
    for segment, (plane, _, top, left, _), _ in page.segments():
        if segment is None:
            continue
        # Strips and tiles may reach beyond the picture.
        rows, columns = page.imagelength - top, page.imagewidth - left
        levels = _levels(segment[0, :rows, :columns], page)
        at = slice(plane, plane + 1) if levels.shape[-1] < channels else slice(None)
        if step == 1:
            sums[top : top + len(levels), left : left + levels.shape[1], at] = np.rint(levels)
        else:
            y, reduced = _added(levels, top, step, axis=0)
            x, reduced = _added(reduced, left, step, axis=1)
            sums[y : y + len(reduced), x : x + reduced.shape[1], at] += reduced
    if step == 1:
        return sums
    counts = [np.bincount(np.arange(n) // step) for n in (page.imagelength, page.imagewidth)]
    return np.rint(sums / np.outer(*counts)[..., None]).astype(np.uint8)


def _added(values, start, step, axis):
    """Return the first cell of `step` rows that `values` reach from `start` on, and their sums."""
    cells = (start + np.arange(values.shape[axis])) // step
    edges = np.flatnonzero(np.diff(cells, prepend=-1))
    return int(cells[0]), np.add.reduceat(values, edges, axis=axis, dtype=np.float32)


def _levels(values, page):
    """Return samples as levels from 0 to 255, floats; a and b of Lab as they are with 128 added."""
    bits, kind = page.bitspersample, page.sampleformat
    if page.photometric == PHOTOMETRIC.CIELAB:
        signed = values.astype(np.int8 if bits == 8 else np.int16).astype(np.float32)
        light = values[..., :1].astype(np.float32) * (255 / (2**bits - 1))
        chroma = signed[..., 1:] * (1 if bits == 8 else 1 / 256) + 128
        return np.concatenate([light, np.clip(chroma, 0, 255)], axis=-1)
    if kind == SAMPLEFORMAT.IEEEFP:
        levels = 255 * np.clip(np.nan_to_num(values.astype(np.float32)), 0, 1)
    else:
        lowest = -(2 ** (bits - 1)) if kind == SAMPLEFORMAT.INT else 0
        levels = (values.astype(np.float32) - lowest) * (255 / (2**bits - 1))
    return 255 - levels if page.photometric == PHOTOMETRIC.MINISWHITE else levels


def _image(pixels, mode, alpha, photometric, profile):
    """Return pixels as an image of a mode, or as RGBA or LA if they have an alpha channel."""
    colours = pixels[..., : len(mode)] if mode != "L" else pixels[..., 0]
    if alpha == EXTRASAMPLE.ASSOCALPHA:
        opacity = np.maximum(pixels[..., len(mode), None].astype(np.float32), 1) / 255
        colours = np.rint(np.minimum(colours.reshape(*pixels.shape[:2], -1) / opacity, 255))
        colours = colours.astype(np.uint8).reshape(
            colours.shape if mode != "L" else pixels.shape[:2]
        )
    if mode == "LAB":
        colours = colours ^ np.array([0, 128, 128], np.uint8)  # as TIFF has them, signed
        return Image.frombytes("LAB", colours.shape[1::-1], np.ascontiguousarray(colours).tobytes())
    image = Image.fromarray(np.ascontiguousarray(colours), mode)
    if alpha is None:
        return image
    if mode == "CMYK":
        image = in_srgb(image, profile)
    image.putalpha(Image.fromarray(np.ascontiguousarray(pixels[..., len(mode)])))
    return image
