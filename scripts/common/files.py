"""Write files so that a reader never sees half of one."""

import json
import os
from contextlib import contextmanager
from pathlib import Path

from scripts.common.errors import InputError

ROOT = Path(__file__).parents[2]
"""The folder of the workflow, in which the Snakefile is."""


@contextmanager
def moved_into_place(path):
    """Yield a temporary path beside `path`, and rename it to `path` if the block succeeds.

    The temporary file is removed when the block raises, and `path` stays as it was. One that a
    killed process left has the same name, and is written over.
    """
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.part")
    try:
        yield temporary
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def check_writable(folder):
    """Raise InputError if nothing can be written into a folder, in which a run is to work."""
    if not os.access(folder, os.W_OK):
        raise InputError(
            f"{Path(folder).resolve()} cannot be written to, where results go; allowed: a folder of"
            " yours, given as --directory"
        )


@contextmanager
def removed_if_damaged(path):
    """Remove the result `path` if the block fails to read what is in it, as after a power cut.

    Raises InputError: the next run makes the file again. What the system could not read stays.
    """
    try:
        yield
    except MemoryError:
        raise
    except Exception as error:
        if getattr(error, "errno", None) is not None:
            raise
        Path(path).unlink()
        raise InputError(
            f"{path} is damaged and was removed: run the same command again"
        ) from error


def write_text(path, text):
    """Write `text` to `path` as UTF-8 with Unix line ends, all or nothing."""
    with moved_into_place(path) as temporary:
        temporary.write_text(text, encoding="utf-8", newline="\n")


def write_json(path, data):
    """Write `data` to `path` as JSON on one line, with keys in the order given."""
    write_text(path, json.dumps(data, ensure_ascii=False, allow_nan=False) + "\n")


def read_json(path):
    """Return the content of the JSON result `path`; see `removed_if_damaged`."""
    with removed_if_damaged(path):
        return json.loads(Path(path).read_text(encoding="utf-8"))
