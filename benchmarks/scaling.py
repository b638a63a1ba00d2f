"""What large collections cost before any work is done, and what an image leaves on the disk.

    python -m benchmarks.scaling path/to/a/collection.tsv -n 1000,5000,10000,30000

First a run on some images of the collection, for time, files and bytes an image. Then dry runs of
made-up tables, all of whose sources are one file of the collection: of the whole (up to 30,000
images, which take 2.5 GB), of the first slice, and of the last with the page, when the files of the
others are there. Prints Markdown. Needs Linux.
"""

import argparse
import tempfile
from datetime import date
from pathlib import Path

from benchmarks.folder import ROOT, Folder, repeated
from scripts.page.bundle import install_modules

FILES = ("thumbnails/{}.png", "pixels/{}.parquet", *(f"palettes/k{k}/{{}}.json" for k in (3, 5, 8)))
MOST_AS_A_WHOLE = 30_000
BYTES_PER_BLOCK = 512  # as stat counts them


def on_disk(folder):
    """Return the number of files and folders below `folder`, and the bytes of their blocks."""
    paths = [path for path in folder.rglob("*") if "node_modules" not in path.parts]
    return len(paths), BYTES_PER_BLOCK * sum(path.lstat().st_blocks for path in paths)


def print_costs_of_images(collection, count, root, modules):
    """Run the workflow on `count` images with two cores and print what each costs and leaves."""
    folder = Folder(root / "run", repeated(collection, count), modules)
    folder.bring_modules(ROOT)
    used = folder.snakemake(ROOT, "-j2")
    print(f"{count} images at -j2: {used.wall:.1f} s, {used.cpu:.1f} CPU s.\n", flush=True)
    print("| an image leaves | files | bytes |\n" + "|---" * 3 + "|")
    parts = [path for path in sorted((folder.path / "results").iterdir()) if path.is_dir()]
    for part in [*parts, *(folder.path / ".snakemake").iterdir()]:
        files, size = on_disk(part)
        if files >= count:
            print(
                f"| {part.relative_to(folder.path)} | {files / count:.1f} | {size / count:,.0f} |"
            )
    print("\n| images there | wall | CPU |\n" + "|---" * 3 + "|")
    for name, options in (
        ("nothing to do", []),
        ("gathered again, and the page", ["--forcerun", "palettes_k", "atlas"]),
    ):
        used = folder.snakemake(ROOT, "-j2", *options)
        print(f"| {count:,}, {name} | {used.wall:.1f} s | {used.cpu:.1f} s |", flush=True)


def touch_files(folder, images):
    """Let what the slices before the last make be there, as empty files."""
    for file in FILES:
        (folder / "results" / file).parent.mkdir(parents=True, exist_ok=True)
        for image, _ in images:
            (folder / "results" / file.format(image)).touch()


def print_dry_run(count, name, folder, *options):
    """Print a table row for a dry run."""
    used = folder.snakemake(ROOT, "-n", "--quiet", *options)
    print(
        f"| {count:,} | {name} | {used.wall:.1f} s | {used.cpu:.1f} s"
        f" | {used.main_memory / 1e6:,.0f} MB |",
        flush=True,
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("collection")
    parser.add_argument("-n", dest="counts", default="1000,5000,10000,30000", help="rows of tables")
    parser.add_argument("--slices", type=int, default=10)
    parser.add_argument("--images", type=int, default=300, help="images of the run")
    arguments = parser.parse_args()
    print(f"{Path(arguments.collection).name}, ks 3, 5, 8, {date.today()}\n")
    with tempfile.TemporaryDirectory() as name:
        root, slices = Path(name), arguments.slices
        modules = root / "node_modules"
        install_modules(ROOT / "page/package.json", ROOT / "page/package-lock.json", modules)
        print_costs_of_images(arguments.collection, arguments.images, root, modules)
        print("\n| images | dry run | wall | CPU | memory |\n" + "|---" * 5 + "|")
        _, source = repeated(arguments.collection, 1)[0]
        for count in map(int, arguments.counts.split(",")):
            images = [(f"{number:07d}", source) for number in range(count)]
            folder = Folder(root / f"dry-{count}", images, modules)
            if count <= MOST_AS_A_WHOLE:
                print_dry_run(count, "all", folder)
            batch = f"--batch=palettes_k=1/{slices}"
            print_dry_run(count, f"slice 1 of {slices}", folder, batch, "results/palettes.json")
            touch_files(folder.path, images[: -(count // slices)])
            print_dry_run(count, "the last", folder, f"--batch=palettes_k={slices}/{slices}")


if __name__ == "__main__":
    main()
