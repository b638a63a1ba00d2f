"""What a run made, and with what: the sums of its files, to be checked later or elsewhere.

python -m scripts.running.manifest results/manifest.json
"""

import hashlib
import json
import platform
import re
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from scripts.common.errors import InputError
from scripts.common.files import ROOT, write_json

REQUIREMENTS = ROOT / "requirements.in"


def make_manifest(paths, path_to_output, **told):
    """Write the SHA-256 of each file of `paths` (text) as JSON, with versions and what is `told`.

    It holds no date and no name of a machine: the same files have the same manifest.
    """
    sums = {path: sum_of(path) for path in sorted(paths)}
    write_json(path_to_output, {"versions": versions()} | told | {"files": sums})


def versions():
    """Return the versions of Python and of the installed packages of requirements.in, by name."""
    found = {"python": platform.python_version()}
    for name in re.findall(r"^([a-z0-9-]+)==", REQUIREMENTS.read_text(), flags=re.MULTILINE):
        try:
            found[name] = version(name)
        except PackageNotFoundError:  # brought by other means than as a Python package
            continue
    return found


def sum_of(path):
    """Return the SHA-256 of the file `path` in hexadecimal."""
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def check_manifest(path_to_manifest):
    """Return the number of files in a manifest, whose paths are relative to the current folder.

    Raises InputError, with a line for each file that is gone or is not as the manifest says.
    """
    sums = json.loads(Path(path_to_manifest).read_text(encoding="utf-8"))["files"]
    faults = [fault for path, told in sums.items() if (fault := _fault(path, told))]
    if faults:
        raise InputError("\n".join([*faults, f"{len(faults)} of {len(sums)} files differ"]))
    return len(sums)


def _fault(path, told):
    try:
        found = sum_of(path)
    except OSError as error:
        return f"{path}: {error.strerror}"
    return None if found == told else f"{path}: changed since the manifest was made"


if __name__ == "__main__":
    try:
        print(f"{check_manifest(sys.argv[1])} files are as {sys.argv[1]} says")
    except InputError as error:
        sys.exit(str(error))
