"""One image from the internet, kept as it came."""

from scripts.errors import InputError
from scripts.files import moved_into_place
from scripts.thumbnail import read_small
from scripts.web import shared_web

CHECKED_SIZE = 64  # px; decoding at a small scale reads the whole file too


def download_image(address, path_to_output, **settings):
    """Write the image at `address` to a file, with `settings` as of Web.

    Raises InputError as Web.fetch does, and if what comes is not an image that can be decoded.
    """
    with moved_into_place(path_to_output) as temporary:
        with temporary.open("w+b") as file:
            media_type = shared_web(**settings).fetch(address, file)
            size = file.tell()
        try:
            read_small(temporary, CHECKED_SIZE)
        except InputError as error:
            told = f"{size} bytes of {media_type or 'no told type'}"
            raise InputError(f"{address}: {told}; allowed: an image that can be read") from error
