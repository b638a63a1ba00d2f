"""What a step keeps of its work for its next run, in `kept/` beside its output: safe to delete."""

import zipfile
from pathlib import Path

import numpy as np

from scripts.common.files import moved_into_place


def kept_beside(path_to_output):
    """Return the path of what is kept beside an output."""
    path = Path(path_to_output)
    return path.parent / "kept" / f"{path.stem}.npz"


def read_kept(path, made_by):
    """Return the arrays that `keep` wrote by their names.

    None if there are none, if they are damaged, or if another code or library made them, as
    `made_by` tells: then all is made anew.
    """
    try:
        with np.load(path) as file:
            arrays = dict(file)
    except (OSError, ValueError, EOFError, zipfile.BadZipFile):
        return None
    return arrays if arrays.pop("made_by", "") == made_by else None


def keep(path, made_by, **arrays):
    """Write arrays for `read_kept`."""
    with moved_into_place(path) as temporary, temporary.open("wb") as file:
        np.savez(file, made_by=made_by, **arrays)
