"""One image from the internet, kept as it came."""

from scripts.collections.web import shared_web
from scripts.common.errors import InputError
from scripts.common.files import moved_into_place
from scripts.images.decode import read_small

CHECKED_SIZE = 64  # px; decoding at a small scale reads the whole file too


def download_image(address, path_to_output, *, check, **settings):
    """Write the image at `address` to a file, with `settings` as of Web.

    `check` is called with the path of what has come, and raises InputError if it is no image: see
    `check_image`, which need not run in this process.

    Raises InputError as Web.fetch and `check` do.
    """
    with moved_into_place(path_to_output) as temporary:
        with temporary.open("w+b") as file:
            media_type = shared_web(**settings).fetch(address, file)
            size = file.tell()
        try:
            check(temporary)
        except InputError as error:
            told = f"{size} bytes of {media_type or 'no told type'}"
            raise InputError(f"{address}: {told}; allowed: an image that can be read") from error


def check_image(path):
    """Raise InputError if the file at `path` is not an image that can be decoded."""
    read_small(path, CHECKED_SIZE)
