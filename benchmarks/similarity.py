"""Times and memory of the comparison of all palettes: the page's neighbours and its map.

    python -m benchmarks.similarity --paintings 1000 3000

Made-up paintings, a process for each number of them. Prints Markdown.
"""

import argparse
import json
import multiprocessing
import resource
import tempfile
from datetime import date
from pathlib import Path
from time import process_time

from benchmarks.made_up import make_up_palettes
from scripts.page.map import make_map
from scripts.page.neighbours import find_neighbours


def measure(folder, palettes):
    """Return the CPU seconds of the neighbours and the map, and the most memory taken in MB."""
    start = process_time()
    find_neighbours(palettes, folder / "neighbours.json", code="")
    make_map(palettes, folder / "map.json", code="")
    taken = process_time() - start
    return taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--paintings", type=int, nargs="+", default=[1_000, 3_000, 10_000, 30_000])
    arguments = parser.parse_args()
    print(f"{date.today()}, on one thread\n")
    print("| paintings | CPU time | memory | one painting less |\n|---|---|---|---|")
    for count in arguments.paintings:
        with tempfile.TemporaryDirectory() as folder:
            folder = Path(folder)
            palettes = folder / "palettes.json"
            images = [
                {"image": image["image"], "colors": image["palettes"]["8"]}
                for image in make_up_palettes(count)["images"]
            ]
            told = []
            for some in (images, images[: count // 2] + images[count // 2 + 1 :]):
                palettes.write_text(json.dumps({"images": some}))
                with multiprocessing.get_context("spawn").Pool(1) as pool:
                    told.append(pool.apply(measure, (folder, palettes)))
        [(seconds, most), (again, _)] = told
        print(f"| {count:,} | {seconds:.1f} s | {most:,.0f} MB | {again:.1f} s |", flush=True)


if __name__ == "__main__":
    main()
