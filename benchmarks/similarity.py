"""Times and memory of the comparison of all palettes, which the page's neighbours and map are from.

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
from scripts.page.similarity import compare_palettes


def measure(path_to_palettes, path_to_output):
    """Return the CPU seconds of the comparison, and the most memory that it took in MB."""
    start = process_time()
    compare_palettes(path_to_palettes, path_to_output)
    taken = process_time() - start
    return taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--paintings", type=int, nargs="+", default=[1_000, 3_000, 10_000, 30_000])
    arguments = parser.parse_args()
    print(f"{date.today()}, on one thread\n")
    print("| paintings | CPU time | memory |\n|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        palettes, output = Path(folder, "palettes.json"), Path(folder, "similarity.json")
        for count in arguments.paintings:
            palettes.write_text(json.dumps(make_up_palettes(count)))
            with multiprocessing.get_context("spawn").Pool(1) as pool:
                seconds, most = pool.apply(measure, (palettes, output))
            print(f"| {count:,} | {seconds:.1f} s | {most:,.0f} MB |", flush=True)


if __name__ == "__main__":
    main()
