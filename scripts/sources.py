"""Digests of code and data: a change re-runs exactly what it touches, and a touch nothing."""

import ast
import hashlib
import json
from functools import cache
from pathlib import Path

SCRIPTS = Path(__file__).parent


@cache
def code_digest(module):
    """Return the digest of scripts/`module`.py and of all modules in scripts/ that it imports."""
    files, pending = set(), {module}
    while pending:
        file = SCRIPTS / f"{pending.pop()}.py"
        if file not in files:
            files.add(file)
            pending |= _imported(file)
    return files_digest(files)


def _imported(file):
    """Return the names of the modules of scripts/ that `file` imports, anywhere in it."""
    names = set()
    for node in ast.walk(ast.parse(file.read_bytes())):
        if isinstance(node, ast.ImportFrom) and node.module == "scripts":
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module.startswith("scripts."):
            names.add(node.module.removeprefix("scripts."))
    return names


def files_digest(paths):
    """Return the SHA-256 of the names and contents of the files `paths`, in any order."""
    digest = hashlib.sha256()
    for path in sorted(map(Path, paths)):
        content = path.read_bytes()
        digest.update(f"{path.name} {len(content)}\n".encode() + content)
    return digest.hexdigest()


def data_digest(data):
    """Return the SHA-256 of `data`, which JSON can tell."""
    return hashlib.sha256(json.dumps(data).encode()).hexdigest()
