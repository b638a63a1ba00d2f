"""Open an image file by the reader that reads it right, and say what it is if none does."""

import errno
import logging
import os
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pillow_heif
import pillow_jxl.JpegXLImagePlugin
from PIL import Image, UnidentifiedImageError

from scripts.common.errors import InputError
from scripts.images.jxl import jxl_size

logger = logging.getLogger(__name__)

TIFF = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
JXL = (b"\xff\x0a", b"\0\0\0\x0cJXL \r\n\x87\n")
# These print no lines of their own, and are most of all images.
SILENT = (b"\xff\xd8", b"\x89PNG")
REASONS = {
    errno.EACCES: "permission denied",
    errno.ENOENT: "no such file",
    errno.EISDIR: "a folder, not an image",
}
LONGEST_LINES = 4096  # bytes

Image.MAX_IMAGE_PIXELS = None  # `opened` has a limit of its own
pillow_heif.register_heif_opener(thumbnails=False)
pillow_jxl.JpegXLImagePlugin.DECODE_THREADS = 0  # an image a core is enough


@contextmanager
def opened(path, most_megapixels, side=None):
    """Yield the picture in the file at `path`: of several frames the first, of pages the largest.

    With `side` it may be reduced, to no less than so many px on its long side. It may not be
    decoded yet; its format is in `format`, and what tells its colours in `info`.

    Raises whatever its reader does, and InputError if it has more pixels than allowed.
    """
    with Path(path).open("rb") as file:
        start = file.read(12)
    if start.startswith(SILENT):
        with Image.open(path) as image:
            _check_size(image.size, most_megapixels)
            yield image
        return
    with _lines_logged():
        if start.startswith(JXL):
            _check_size(jxl_size(path), most_megapixels)
        if start.startswith(TIFF):
            yield _tiff(path, most_megapixels, side)
            return
        with Image.open(path) as image:
            _check_size(image.size, most_megapixels)
            if image.format == "JXL":
                image.info.pop("exif", None)  # turned already
            yield image


def reason_of(error, path):
    """Return in a few words why reading the file at `path` ended in `error`."""
    if isinstance(error, UnidentifiedImageError):
        return _told_by_content(path)
    if isinstance(error, OSError) and error.errno in REASONS:
        link = error.errno == errno.ENOENT and Path(path).is_symlink()
        return "a link to a file that is not there" if link else REASONS[error.errno]
    if isinstance(error, OSError | ValueError | SyntaxError):
        return str(error) or type(error).__name__
    return f"{type(error).__name__}: {error}"


def _tiff(path, most_megapixels, side):
    from scripts.images import tiffs  # takes longer to load than most images to read

    page, number = tiffs.picture_of(path)
    _check_size((page.imagewidth, page.imagelength), most_megapixels)
    if not tiffs.is_for_pillow(page):
        return tiffs.read_page(path, number, side)
    image = Image.open(path)
    image.seek(number)
    return image


def _check_size(size, most_megapixels):
    if min(size) < 1:
        raise InputError(f"{size[0]} x {size[1]} px")
    megapixels = size[0] * size[1] / 1e6
    if megapixels > most_megapixels:
        raise InputError(
            f"{megapixels:.0f} megapixels; allowed: up to {most_megapixels}"
            " (thumbnail.most_megapixels)"
        )


@contextmanager
def _lines_logged():
    """Keep what libraries print to the process's stderr out of the terminal: it goes to the log."""
    before = os.dup(2)
    with tempfile.TemporaryFile() as lines:
        os.dup2(lines.fileno(), 2)
        try:
            yield
        finally:
            os.dup2(before, 2)
            os.close(before)
            lines.seek(0)
            if printed := lines.read(LONGEST_LINES).decode(errors="replace").strip():
                logger.warning("%s", " ".join(printed.split()))


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
