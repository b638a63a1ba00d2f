"""The images in a folder, and what else is in it."""

import os
import re
from collections import Counter

from scripts.common.errors import InputError
from scripts.common.words import count

SUFFIXES = frozenset(
    [
        ".apng",
        ".avif",
        ".bmp",
        ".gif",
        ".heic",
        ".heif",
        ".jfif",
        ".jp2",
        ".jpe",
        ".jpeg",
        ".jpg",
        ".jxl",
        ".png",
        ".tif",
        ".tiff",
        ".webp",
    ]
)
# What systems keep beside images: thumbnails, what was deleted, parts of other files.
SYSTEM_FOLDERS = frozenset(
    [
        "@eadir",
        "#recycle",
        "@recycle",
        "$recycle.bin",
        "#snapshot",
        "__macosx",
        "thumbs.db",
        "lost+found",
        "system volume information",
    ]
)
SYSTEM_FILES = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini"})
WILDCARD = re.compile(r"\{\s*[.\w]+\s*(,.*)?\}", re.DOTALL)
KINDS_TOLD = 8


def read_folder(folder):
    """Return the images below a folder, and what to tell of the rest, a list of lines.

    The images are pairs of a Path and of that path as seen from the folder, with `/` in it. They
    are in the order of their names, numbers counting as such, a folder's own before those of the
    folders in it. Hidden files are passed over, and so are the workflow's own results. Linked
    folders are followed, and each folder is read once.

    Raises InputError if the folder cannot be read, or Snakemake cannot use a path.
    """
    files, left_out, dead = [], Counter(), []
    for path in _files(folder, left_out):
        if path.suffix.lower() not in SUFFIXES:
            left_out[path.suffix.lower() or "without a suffix"] += 1
        elif not path.exists():
            dead.append(path.relative_to(folder).as_posix())
        else:
            check_path(path, folder)
            files.append((path, path.relative_to(folder).as_posix()))
    files.sort(key=lambda file: _order(file[1]))
    return files, _notes(left_out, sorted(dead, key=_order))


def check_path(path, where):
    """Raise InputError, which begins with `where`, if Snakemake cannot use a path."""
    try:
        str(path).encode()
    except UnicodeEncodeError:
        shown = os.fsencode(path).decode(errors="replace")
        raise InputError(f"{where}: {shown} is not UTF-8; rename it") from None
    if wildcard := WILDCARD.search(str(path)):
        raise InputError(
            f"{where}: {path} has {wildcard[0]} in it, a wildcard for Snakemake; rename it"
        )


def _files(folder, left_out):
    """Yield the files below a folder; count in `left_out` the folders that are passed over."""
    read = {os.path.realpath("results")}
    waiting, linked = [folder], []
    # What is both in the folder and linked to is read where it is.
    while waiting or linked:
        parent = waiting.pop() if waiting else linked.pop(0)
        if (real := os.path.realpath(parent)) in read:
            continue
        read.add(real)
        try:
            entries = sorted(os.scandir(parent), key=lambda entry: entry.name)
        except OSError as error:
            if parent == folder:
                raise InputError(f"{folder}: {error.strerror}; allowed: a folder to read") from None
            left_out[f"folder {parent.name} ({error.strerror})"] += 1
            continue
        for entry in entries:
            path, name = parent / entry.name, entry.name.lower()
            if name.startswith(".") or (name in SYSTEM_FILES and not entry.is_dir()):
                continue
            if not entry.is_dir():
                yield path
            elif name in SYSTEM_FOLDERS:
                left_out[f"folder {entry.name}"] += 1
            else:
                (linked if entry.is_symlink() else waiting).append(path)


def _order(path):
    """Return what sorts paths by name: `plate 2` before `plate 10`, files before folders."""
    *folders, name = path.split("/")
    return [(1, *_numbered(folder)) for folder in folders] + [(0, *_numbered(name))]


def _numbered(name):
    pieces = re.split(r"(\d+)", name.casefold())
    return [int(piece) if index % 2 else piece for index, piece in enumerate(pieces)], name


def _notes(left_out, dead):
    notes = []
    if left_out:
        told = [_told(kind, number) for kind, number in left_out.most_common(KINDS_TOLD)]
        more = [f"{len(left_out) - KINDS_TOLD} more kinds"] if len(left_out) > KINDS_TOLD else []
        notes.append(f"left out: {', '.join(told + more)}")
    if dead:
        notes.append(f"left out: {count(len(dead), 'link')} to nothing (the first {dead[0]})")
    return notes


def _told(kind, number):
    if kind == "without a suffix":
        return f"{count(number, 'file')} {kind}"
    if kind.startswith("folder "):
        return f"{count(number, 'folder')} {kind.removeprefix('folder ')}"
    return f"{number:,} {kind}"
