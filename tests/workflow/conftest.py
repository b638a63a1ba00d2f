import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

ROOT = Path(__file__).parents[2]
SOURCES = ["Snakefile", "config.yaml", "rules", "scripts", "schemas", "envs", "profiles", "page"]
COLOURS = ["#b02030", "#205090", "#e8d8b0", "#306040", "#101820", "#f0a030", "#80a0c0", "#704080"]
WIDTHS = [12, 9, 8, 6, 5, 4, 3, 1]


class Workflow:
    """A copy of the workflow in a folder of its own, with a collection of tiny images."""

    def __init__(self, folder):
        self.folder = folder

    def run(self, *arguments):
        """Run snakemake and return the finished process, its output as text."""
        return subprocess.run(
            [sys.executable, "-m", "snakemake", *arguments],
            cwd=self.folder,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    def build(self, *arguments):
        """Run `snakemake -j2`, which must succeed, and return what it said."""
        done = self.run("-j2", *arguments)
        assert done.returncode == 0, done.stderr
        return done.stderr

    def jobs(self, *targets):
        """Return the jobs of a dry run, such as "palette k=3, image=a", as a sorted list."""
        done = self.run("-n", "--quiet", "host", "--", *targets)
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
        """Return the bytes of every result by its path, logs and npm's modules apart."""
        results = self.folder / "results"
        return {
            str(path.relative_to(results)): path.read_bytes()
            for path in sorted(results.rglob("*"))
            if path.is_file() and not {"logs", "node_modules"} & set(path.parts)
        }


def paint(path, number):
    """Write an image of eight coloured stripes, whose widths are dealt by `number`."""
    widths = WIDTHS[number:] + WIDTHS[:number]
    image, left = Image.new("RGB", (sum(widths), 32)), 0
    for colour, width in zip(COLOURS, widths, strict=True):
        image.paste(colour, (left, 0, left + width, 32))
        left += width
    image.save(path)


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """The folder of a workflow that has run on a table of three images, for copying."""
    folder = tmp_path_factory.mktemp("built")
    for name in SOURCES:
        if (ROOT / name).is_dir():
            ignored = shutil.ignore_patterns("node_modules", "__pycache__")
            shutil.copytree(ROOT / name, folder / name, ignore=ignored)
        else:
            shutil.copy2(ROOT / name, folder / name)
    rows = ["image_id\tsource\ttitle\tyear"]
    for number, image_id in enumerate(["a", "b", "c"]):
        paint(folder / f"{image_id}.png", number)
        rows.append(f"{image_id}\t{image_id}.png\tPainting {image_id}\t{1870 + number}")
    (folder / "paintings.tsv").write_text("\n".join(rows) + "\n")
    workflow = Workflow(folder)
    workflow.edit("config.yaml", "collection: sample ", "collection: paintings.tsv ")
    workflow.edit("config.yaml", "ks: [3, 5, 8]", "ks: [3, 5]")
    workflow.build()
    return folder


@pytest.fixture
def workflow(built, tmp_path):
    """A copy of `built`, with nothing to do, to be changed by a test."""
    shutil.copytree(built, tmp_path / "copy", symlinks=True)
    return Workflow(tmp_path / "copy")


@pytest.fixture
def unbuilt(workflow):
    """As `workflow`, but nothing has run except the installation of the page's modules."""
    for path in (workflow.folder / "results").iterdir():
        if path.name != "page":
            shutil.rmtree(path) if path.is_dir() else os.remove(path)
    return workflow
