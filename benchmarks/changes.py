"""What a first run and changes cost with thousands of images, beside another version in turns.

    python -m benchmarks.changes path/to/a/collection.tsv -n 3000 --beside path/to/another/checkout

Wall seconds at -j8, medians of the rounds; the first run is one. The collection's images are
repeated. Prints Markdown. Needs Linux.
"""

import argparse
import os
import tempfile
from datetime import date
from pathlib import Path
from statistics import median

from benchmarks.folder import ROOT, Folder, repeated
from scripts.page.bundle import install_modules

CHANGES = ("nothing to do", "another title", "one painting less", "one painting more")


def change(folder, name, images, number):
    """Make a change before a run; `images` are all rows, `number` that of the round."""
    title = {"page": {"title": f"Round {number}"}}
    if name == "one painting less":
        folder.write(images[:number] + images[number + 1 :], **title)
    elif name != "nothing to do":
        folder.write(images, **title)  # with the painting that the change before took away


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("collection")
    parser.add_argument("-n", type=int, default=3_000, help="number of images")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--beside", help="another checkout of the workflow")
    arguments = parser.parse_args()
    images = repeated(arguments.collection, arguments.n)
    versions = {"this": ROOT}
    if arguments.beside:
        versions = {"the other": Path(arguments.beside).resolve(), "this": ROOT}
    print(f"{arguments.n:,} images, {date.today()}, {os.cpu_count()} cores\n")
    print("| | " + " | ".join(versions) + " |\n|---" + "|---" * len(versions) + "|")
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary)
        modules = root / "node_modules"
        install_modules(ROOT / "page/package.json", ROOT / "page/package-lock.json", modules)
        folders, first = {}, {}
        for name, source in versions.items():
            folders[name] = Folder(root / name.replace(" ", "-"), images, modules)
            folders[name].bring_modules(source)
            first[name] = folders[name].snakemake(source, "-j8")
        walls = {name: {change: [] for change in CHANGES} for name in versions}
        for number in range(arguments.rounds):
            for kind in CHANGES:
                for name, source in versions.items():
                    change(folders[name], kind, images, number)
                    walls[name][kind].append(folders[name].snakemake(source, "-j8").wall)
        rows = {"first run": [f"{first[name].wall:.0f} s" for name in versions]}
        for kind in CHANGES:
            rows[kind] = [f"{median(walls[name][kind]):.1f} s" for name in versions]
        rows["memory"] = [f"{first[name].memory / 1e6:.0f} MB" for name in versions]
        for kind, told in rows.items():
            print(f"| {kind} | " + " | ".join(told) + " |")


if __name__ == "__main__":
    main()
