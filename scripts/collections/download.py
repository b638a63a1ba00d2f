"""One image from the internet, kept as it came."""

from scripts.collections.web import shared_web
from scripts.common.errors import InputError
from scripts.common.files import moved_into_place


def download_image(address, path_to_output, *, check, **settings):
    """Write the image at `address` to a file, with `settings` as of Web.

    `check` is called with the path of what has come, and raises InputError with a `reason`, a few
    words, if it is no image.

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
            raise InputError(
                f"{address}: {told}: {error.reason}; allowed: an image that can be read"
            ) from error
