"""IDs of images, made of names, paths and addresses."""

import hashlib
import re
import unicodedata
from collections import Counter
from pathlib import Path
from urllib.parse import unquote

from anyascii import anyascii

LONGEST_ID = 200  # a file's name may have 255 bytes, with its suffix and what is put before it
VALID_ID = re.compile(rf"[A-Za-z0-9][A-Za-z0-9._-]{{0,{LONGEST_ID - 1}}}")
NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
NOT_IN_ID = re.compile(r"[^A-Za-z0-9._-]+")
SUFFIX = re.compile(r"(?<=.)\.[A-Za-z]\w{1,4}$")
# https://iiif.io/api/image/3.0/#4-image-requests: {identifier}/{region}/{size}/{rotation}/...
IIIF_IMAGE = re.compile(
    r"/([^/]+)/(?:full|square|(?:pct:)?[\d.]+(?:,[\d.]+){3})/[^/]+/!?[\d.]+"
    r"/(?:default|native|colou?r|gr[ae]y|bitonal)(?:\.\w+)?$"
)


def safe_id(name):
    """Return `name` as an ID: at most 200 letters, digits, `.`, `_`, `-`, the first no sign.

    >>> safe_id("Nymphéas (1906), détail")
    'Nympheas-1906-detail'
    >>> safe_id("睡蓮")
    'ShuiLian'
    """
    # Composed, as some file systems take letters apart: a Korean syllable is one sign to anyascii.
    composed = unicodedata.normalize("NFKC", name)
    ascii_name = NOT_ASCII.sub(lambda letters: anyascii(letters[0]), composed)
    image_id = NOT_IN_ID.sub("-", ascii_name).strip("-._")
    if len(image_id) > LONGEST_ID:
        return _with_digest(image_id, name)
    return image_id or f"image-{_digest(name)}"


def distinct_ids(paths):
    """Return the ID of each of `paths`, texts, as a dict.

    It is made of the path's stem, or if another has the same, of the whole path. No ID passes from
    one file to another when namesakes come or go.
    """
    ids = {path: safe_id(Path(path).stem) for path in paths}
    for longer_id in (safe_id, lambda path: _with_digest(safe_id(path), path)):
        # Some file systems do not tell upper from lower case.
        uses = Counter(image_id.lower() for image_id in ids.values())
        ids = {
            path: image_id if uses[image_id.lower()] == 1 else longer_id(path)
            for path, image_id in ids.items()
        }
    return ids


def row_ids(pairs):
    """Return the ID of each of `pairs`, unique (name, source) tuples of a table, as a dict.

    A name that is an ID already stays, if no other row's name is the same but for its case. Others
    are made safe; an empty one is made of the last part of the source, a path or an address. Those
    that become the same get a digest of the name, or if names are the same, of the source.
    """
    bases = {pair: _id_of_row(*pair) for pair in pairs}
    names = Counter(name.lower() for name, _ in bases)
    ids = dict(bases)
    for told_apart_by in (
        lambda name, source: _digest(name or source),
        lambda name, source: _digest(source),
        lambda name, source: _digest(f"{name}\n{source}", 24),
    ):
        uses = Counter(map(str.lower, ids.values()))
        if len(uses) == len(ids):
            break
        for pair, image_id in ids.items():
            stays = image_id == pair[0] and names[image_id.lower()] == 1
            if uses[image_id.lower()] > 1 and not stays:
                digest = told_apart_by(*pair)
                ids[pair] = f"{bases[pair][: LONGEST_ID - 1 - len(digest)]}-{digest}"
    return ids


def _id_of_row(name, source):
    return name if VALID_ID.fullmatch(name) else safe_id(name or _last_part(source))


def _last_part(source):
    """Return what names an image in its path or address: a file's stem, a IIIF identifier."""
    path = source
    if "://" in source:
        path = re.split("[?#]", source.partition("://")[2])[0].partition("/")[2]
        if image := IIIF_IMAGE.search(f"/{path}"):
            return unquote(image[1])
        path = unquote(path)
    return SUFFIX.sub("", path.rstrip("/").rpartition("/")[2]) or source


def _with_digest(image_id, text):
    return f"{image_id[: LONGEST_ID - 9]}-{_digest(text)}"


def _digest(text, length=8):
    return hashlib.sha256(text.encode()).hexdigest()[:length]
