"""Where the image is that a row of a table tells of."""

import os
import re

from scripts.collections.folders import SUFFIXES, check_path

ADDRESS = re.compile("https?://", re.IGNORECASE)


def is_address(source):
    """Tell whether the `source` of an image is an http or https address, not a path."""
    return bool(ADDRESS.match(source))


def may_be_image(text):
    """Tell whether a text ends as the path or the address of an image does."""
    return os.path.splitext(text)[1].lower() in SUFFIXES


def files_by_name(folder):
    """Return the images in a folder and in the folders in it, by name and by name without suffix.

    Of namesakes it is the first by path.
    """
    files = {}
    for file in sorted([*folder.glob("*.*"), *folder.glob("*/*.*")], reverse=True):
        if may_be_image(file.name):
            files |= {file.stem: file, file.name: file}
    return files


def found_source(told, folder, files, where):
    """Return the address or the path of a file that a row tells, None if there is none.

    Paths are seen from `folder`, or if they begin with a slash from the root of a web site that is
    there too; names alone may be those of `files` (see files_by_name). Of several addresses in a
    cell, joined by |, the first counts.

    Raises InputError, which begins with `where`, if Snakemake cannot use a path.
    """
    if is_address(told):
        return told.partition("|")[0].strip()
    if not told or "://" in told:
        return None
    for file in (folder / told, folder / told.lstrip("/"), files.get(told)):
        if file and os.path.isfile(file):
            check_path(file, where)
            return str(file)
    return None
