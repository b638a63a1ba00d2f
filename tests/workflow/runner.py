"""A copy of the workflow in a folder of its own, on tiny images."""

import json
import os
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

SNAKEMAKE = [sys.executable, "-m", "snakemake"]
SECONDS = 120

COLOURS = ["#b02030", "#205090", "#e8d8b0", "#306040", "#101820", "#f0a030", "#80a0c0", "#704080"]
WIDTHS = [12, 9, 8, 6, 5, 4, 3, 1]


class Workflow:
    """A copy of the workflow in a folder of its own, with a collection of tiny images."""

    def __init__(self, folder):
        self.folder = folder

    def run(self, *arguments, warm=True):
        """Run snakemake and return the finished process, its output as text.

        Where it is not to be `warm`, Python itself starts, with this environment and another seed
        for the order of sets.
        """
        if warm:
            return run_warm(self.folder, arguments)
        return subprocess.run(
            [*SNAKEMAKE, *arguments],
            cwd=self.folder,
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=False,
        )

    def build(self, *arguments):
        """Run `snakemake -j2`, which must succeed, and return what it said."""
        done = self.run("-j2", *arguments)
        assert done.returncode == 0, done.stderr
        return done.stderr

    def jobs(self, *targets, options=()):
        """Return the jobs of a dry run, such as "palette k=3, image=a", as a sorted list."""
        done = self.run("-n", "--quiet", "host", *options, "--", *targets)
        assert done.returncode == 0, done.stderr
        found = re.findall(
            r"^(?:local)?rule (\w+):\n(?:    (?!wildcards).*\n)*(?:    wildcards: (.*)\n)?",
            done.stdout,
            flags=re.MULTILINE,
        )
        return sorted(" ".join(filter(None, job)) for job in found)

    def refusal(self, *arguments):
        """Return the last line that a run says which must fail at once, without a traceback."""
        done = self.run("-j2", *arguments)
        assert done.returncode != 0
        assert "Traceback" not in done.stderr
        return done.stderr.strip().splitlines()[-1]

    def edit(self, file, old, new):
        """Replace `old`, which must stand in the file once, by `new`."""
        path = self.folder / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    def logs(self):
        """Return the paths of the jobs' logs."""
        return list((self.folder / "results" / "logs").rglob("*.log"))

    def outputs(self):
        """Return the bytes of every result by its path, less logs, modules and what is kept."""
        results = self.folder / "results"
        return {
            str(path.relative_to(results)): path.read_bytes()
            for path in sorted(results.rglob("*"))
            if path.is_file()
            and not {"logs", "node_modules", "kept"} & set(path.relative_to(results).parts)
        }


def copy_of(folder, to):
    """Return the workflow in `to`, a copy of the one in `folder`."""

    def copy(source, target):
        # npm's modules are many megabytes, of which Snakemake only touches its own time stamp.
        link = "node_modules" in source and Path(source).name != ".snakemake_timestamp"
        (os.link if link else shutil.copy2)(source, target)

    return Workflow(shutil.copytree(folder, to, symlinks=True, copy_function=copy))


def run_warm(folder, arguments):
    """Return what `subprocess.run` would of snakemake, which need not start: see warm.py."""
    with TemporaryDirectory() as outputs:
        paths = [Path(outputs, name) for name in ("stdout", "stderr")]
        for path in paths:
            path.touch()
        asked = {
            "arguments": arguments,
            "folder": str(folder),
            "environment": dict(os.environ),
            "outputs": list(map(str, paths)),
            "timeout": SECONDS,
        }
        server = warm_server()
        print(json.dumps(asked), file=server.stdin, flush=True)
        code = int(server.stdout.readline())
        return subprocess.CompletedProcess(arguments, code, *(p.read_text() for p in paths))


@cache
def warm_server():
    """Return the process of this one that forks snakemakes."""
    program = [sys.executable, Path(__file__).with_name("warm.py")]
    return subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def paint(path, number):
    """Write an image of eight coloured stripes, whose widths are dealt by `number`."""
    widths = WIDTHS[number:] + WIDTHS[:number]
    image, left = Image.new("RGB", (sum(widths), 32)), 0
    for colour, width in zip(COLOURS, widths, strict=True):
        image.paste(colour, (left, 0, left + width, 32))
        left += width
    image.save(path)
