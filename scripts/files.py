"""Write files so that a reader never sees half of one."""

import json
import os
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def moved_into_place(path):
    """Yield a temporary path beside `path`, and rename it to `path` if the block succeeds.

    The temporary file is removed when the block raises, and `path` stays as it was.
    """
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{os.getpid()}.{path.name}")
    try:
        yield temporary
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def write_text(path, text):
    """Write `text` to `path` as UTF-8 with Unix line ends, all or nothing."""
    with moved_into_place(path) as temporary:
        temporary.write_text(text, encoding="utf-8", newline="\n")


def write_json(path, data):
    """Write `data` to `path` as JSON on one line, with keys in the order given."""
    write_text(path, json.dumps(data, ensure_ascii=False, allow_nan=False) + "\n")


def read_json(path):
    """Return the content of the JSON file `path`."""
    return json.loads(Path(path).read_text(encoding="utf-8"))
