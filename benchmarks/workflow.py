"""What an image costs in this workflow, beside Snakemake's floor and the bare work.

    python -m benchmarks.workflow path/to/a/collection.tsv -n 100,300,1000

On the same images and ks, each in a fresh folder and in turns: this workflow; its DAG with every
job doing nothing, which is Snakemake's floor; the same functions in a joblib loop; and, on few
images, a textbook workflow with one `script:` a job (benchmarks/textbook). Then what changes cost.
The collection's images are repeated to the numbers asked for. Figures of one run can be compared,
those of two cannot. Prints Markdown. Needs Linux.
"""

import argparse
import os
import re
import shutil
import tempfile
from datetime import date
from pathlib import Path
from statistics import median

from benchmarks.folder import PYTHON, ROOT, Folder, repeated
from benchmarks.leaving import leave
from benchmarks.measured import Usage, run_measured
from scripts.page.bundle import install_modules

TEXTBOOK = Path(__file__).with_name("textbook")
NOTHING = "        for path in output:\n            Path(path).touch()\n"


def write_floor(folder):
    """Write the workflow with empty jobs into `folder` and return it."""
    folder.mkdir()
    shutil.copytree(ROOT / "rules", folder / "rules")
    for name in ("envs", "page", "report", "schemas", "scripts"):
        (folder / name).symlink_to(ROOT / name)
    shutil.copy(ROOT / "Snakefile", folder)
    for path in (folder / "rules").iterdir():
        text = re.sub(
            r"(?m)^    run:\n(?:        .*\n|\n(?=        ))+",
            f"    run:\n{NOTHING}",
            path.read_text(),
        )
        path.write_text(text)
    return folder


def measure(form, options, folder, floor):
    """Run one form in a new folder and return its Usage."""
    match form:
        case "workflow":
            folder.bring_modules(ROOT)
            return folder.snakemake(ROOT, *options)
        case "floor":
            folder.bring_modules(floor)
            return folder.snakemake(floor, *options)
        case "work":
            loop = [PYTHON, "-m", "benchmarks.bare_loop", folder.config["collection"]]
            return run_measured([*loop, folder.path / "results", folder.modules], ROOT)
        case "textbook":
            return folder.snakemake(TEXTBOOK, *options, profile=False)


def medians(usages):
    """Return the Usage of the medians."""
    return Usage(*map(median, zip(*usages, strict=True)))


def compare(rounds, forms, images, root, modules, floor):
    """Return the medians of each form's Usages on the images; the forms take turns."""
    usages = {name: [] for name in forms}
    for number in range(rounds):
        for name, (form, options) in forms.items():
            path = root / f"{name.replace(' ', '')}-{len(images)}-{number}"
            config = {"ks": [3, 5, 8]} if form == "textbook" else {}
            folder = Folder(path, images, modules, **config)
            usages[name].append(measure(form, options, folder, floor))
            shutil.rmtree(path)
    return {name: medians(some) for name, some in usages.items()}


FORMS = {
    "this workflow, -j2": ("workflow", ["-j2"]),
    "this workflow, -j8": ("workflow", ["-j8"]),
    "floor: empty jobs, -j2": ("floor", ["-j2"]),
    "work: a joblib loop": ("work", []),
}
TEXTBOOK_FORM = {"textbook, -j2": ("textbook", ["-j2"])}


def print_costs(usages, count):
    """Print a table row for each form."""
    ours, _, floor, work = (usages[name] for name in FORMS)
    for name, used in usages.items():
        print(
            f"| {count:,} | {name} | {used.wall:.1f} s | {1000 * used.wall / count:.0f} ms"
            f" | {1000 * used.cpu / count:.0f} ms | {used.memory / 1e6:.0f} MB"
            f" | {used.main_memory / 1e6:.0f} MB | {used.wall / ours.wall:.2f} |",
            flush=True,
        )
    larger, both = max(floor.wall, work.wall), floor.wall + work.wall
    print(
        f"| {count:,} | -j2 by the larger of floor and work, by their sum | "
        f"| | | | | {ours.wall / larger:.2f}, {ours.wall / both:.2f} |",
        flush=True,
    )


def changes(images, root, modules, floor, rounds):
    """Return what changes cost on a finished run, as medians by a name, and how many seconds after
    Ctrl-C a run has ended.
    """
    folder = Folder(root / "changes", images[:-1], modules)
    folder.bring_modules(ROOT)
    folder.snakemake(ROOT, "-j2")
    bare = Folder(root / "bare", images[:-1], modules)
    bare.bring_modules(floor)
    bare.snakemake(floor, "-j2")
    nothing, dry = [], []
    for _ in range(rounds):
        nothing.append(folder.snakemake(ROOT, "-j2"))
        dry.append(bare.snakemake(floor, "-n", "--quiet"))
    told = {"nothing to do": medians(nothing), "a dry run of the empty DAG": medians(dry)}
    folder.write(images)
    told["one image more"] = folder.snakemake(ROOT, "-j2")
    title = {"page": {"title": "Another title"}}
    folder.write(images, **title)
    told["another title"] = folder.snakemake(ROOT, "-j2")
    folder.write(images[1:])
    told["one image less"] = folder.snakemake(ROOT, "-j2")
    folder.write(images)
    folder.snakemake(ROOT, "-j2")
    folder.write(images, palette={"ks": [3, 5, 8, 12]})
    told["one k more"] = folder.snakemake(ROOT, "-j2")
    folder.write(images, enhance={"amount": 0.4})
    told["another enhancement"] = folder.snakemake(ROOT, "-j2")
    folder.write(images, enhance={"amount": 0.3})
    seconds = [leave(folder.path, "Ctrl-C", "images", 0)[0] for _ in range(rounds)]
    return told, median(seconds)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("collection")
    parser.add_argument("-n", dest="counts", default="100,300,1000", help="numbers of images")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--dry", type=int, default=5000, help="images of a last, dry run")
    parser.add_argument("--textbook", type=int, default=20, help="images of the textbook form")
    arguments = parser.parse_args()
    counts = [int(count) for count in arguments.counts.split(",")]
    print(f"{Path(arguments.collection).name}, ks 3, 5, 8, {date.today()}, {os.cpu_count()} cores,")
    print(f"{arguments.rounds} rounds (1 of 1,000 images), medians.\n")
    print(
        "| images | form | wall | wall an image | CPU an image | memory | main process"
        " | wall by that of -j2 |"
    )
    print("|---" * 8 + "|")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        modules, floor = root / "node_modules", write_floor(root / "floor")
        install_modules(ROOT / "page/package.json", ROOT / "page/package-lock.json", modules)
        few = repeated(arguments.collection, arguments.textbook)
        print_costs(compare(1, FORMS | TEXTBOOK_FORM, few, root, modules, floor), len(few))
        for count in counts:
            images = repeated(arguments.collection, count)
            rounds = max(1, min(arguments.rounds, 1000 // count))
            print_costs(compare(rounds, FORMS, images, root, modules, floor), count)
        told, left = changes(images, root, modules, floor, arguments.rounds)
        many = Folder(root / "dry", repeated(arguments.collection, arguments.dry), modules)
        told[f"dry run of {arguments.dry:,}"] = many.snakemake(ROOT, "-n", "--quiet")
        print(f"\n| of {len(images):,} images | wall | CPU | main process |")
        print("|---" * 4 + "|")
        for name, used in told.items():
            memory = f"{used.main_memory / 1e6:.0f} MB"
            print(f"| {name} | {used.wall:.1f} s | {used.cpu:.1f} s | {memory} |")
        print(f"| Ctrl-C among the jobs, to the prompt | {left:.1f} s | | |")


if __name__ == "__main__":
    main()
