"""A folder in which a form of the workflow runs, on as many images as a benchmark asks for."""

import csv
import os
import shutil
import sys
from itertools import cycle, islice
from pathlib import Path

import yaml

from benchmarks.measured import run_measured
from scripts.collections.collection import read_collection

ROOT = Path(__file__).parents[1]
PYTHON, SNAKEMAKE = sys.executable, Path(sys.executable).with_name("snakemake")


class Folder:
    """A folder of its own for one form of the workflow, with a config and a collection."""

    def __init__(self, path, images, modules, **config):
        self.path = path
        self.modules = modules
        path.mkdir(exist_ok=True)
        self.config = {"collection": str(path / "paintings.tsv"), "palette": {"ks": [3, 5, 8]}}
        self.config |= config
        self.write(images)

    def write(self, images, **config):
        """Write the collection and the config anew."""
        with Path(self.config["collection"]).open("w", newline="") as file:
            table = csv.writer(file, dialect="excel-tab")
            table.writerow(["image_id", "source"])
            table.writerows(images)
        self.config |= config
        (self.path / "config.yaml").write_text(yaml.safe_dump(self.config))

    def snakemake(self, source, *options, profile=True):
        """Run snakemake with the Snakefile of `source` here and return its Usage."""
        command = [SNAKEMAKE, "-s", source / "Snakefile", "--directory", self.path]
        if profile:
            command += ["--workflow-profile", ROOT / "profiles" / "default"]
        return run_measured([*command, *options], ROOT)

    def bring_modules(self, source):
        """Let the page's modules be there, whose installation from the network is not measured."""
        shutil.copytree(self.modules, self.path / "results/page/node_modules", symlinks=True)
        self.snakemake(source, "--touch", "results/page/node_modules")


def repeated(collection, count):
    """Return `count` rows of image_id and source, those of the collection again and again."""
    sources = [image["source"] for image in read_collection(collection)[0]]
    return [
        (f"{number:05d}", os.path.abspath(source))
        for number, source in enumerate(islice(cycle(sources), count))
    ]
