"""IDs of images, made of names and paths."""

import hashlib
import re
import unicodedata
from collections import Counter
from pathlib import Path

LONGEST_ID = 200  # a file's name may have 255 bytes, with its suffix and what is put before it


def safe_id(name):
    """Return `name` as an ID: at most 200 letters, digits, `.`, `_`, `-`, the first no sign.

    >>> safe_id("Nymphéas (1906), détail")
    'Nympheas-1906-detail'
    >>> safe_id("睡蓮")
    'image-311c91c0'
    """
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    image_id = re.sub(r"[^A-Za-z0-9._-]+", "-", ascii_name).strip("-._")
    if len(image_id) > LONGEST_ID:
        return f"{image_id[: LONGEST_ID - 9]}-{_digest(name)}"
    return image_id or f"image-{_digest(name)}"


def distinct_ids(paths):
    """Return the ID of each of `paths`, texts, as a dict.

    It is made of the path's stem, or if another has the same, of the whole path. No ID passes from
    one file to another when namesakes come or go.
    """
    ids = {path: safe_id(Path(path).stem) for path in paths}
    for longer_id in (safe_id, _id_with_digest):
        # Some file systems do not tell upper from lower case.
        uses = Counter(image_id.lower() for image_id in ids.values())
        ids = {
            path: image_id if uses[image_id.lower()] == 1 else longer_id(path)
            for path, image_id in ids.items()
        }
    return ids


def _id_with_digest(path):
    return f"{safe_id(path)[: LONGEST_ID - 9]}-{_digest(path)}"


def _digest(text):
    return hashlib.sha256(text.encode()).hexdigest()[:8]
