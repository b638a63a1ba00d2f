"""A copy of the workflow in a folder of its own, on tiny images."""

import re
import subprocess
import sys

from PIL import Image

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
