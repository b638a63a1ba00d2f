"""Digests of code and data: a change re-runs exactly what it touches, and a touch nothing."""

import ast
import hashlib
import json
from functools import cache
from importlib.util import resolve_name
from pathlib import Path

SCRIPTS = Path(__file__).parents[1]


@cache
def code_digest(module):
    """Return the digest of a module of scripts/ and of all its modules that this one imports."""
    files, pending = set(), {_file_of(f"scripts.{module}")}
    while pending:
        file = pending.pop()
        files.add(file)
        pending |= _imported(file) - files
    return files_digest(files)


@cache  # most modules of a step are those of others too
def _imported(file):
    """Return the files of the project's modules that `file` imports, anywhere in it."""
    package = ".".join(file.relative_to(SCRIPTS.parent).parent.parts)
    modules = set()
    for node in _statements(ast.parse(file.read_bytes())):
        if isinstance(node, ast.Import):
            modules |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            source = resolve_name("." * node.level + (node.module or ""), package)
            modules |= {source, *(f"{source}.{alias.name}" for alias in node.names)}
    return {file for file in map(_file_of, modules) if file.is_file()}


def _statements(node):
    """Yield the statements below a node: expressions, most of a tree, import nothing."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.stmt | ast.ExceptHandler | ast.match_case):
            yield child
            yield from _statements(child)


def _file_of(module):
    return SCRIPTS.parent.joinpath(*module.split(".")).with_suffix(".py")


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
