"""What reading an image costs: python -m benchmarks.reading met40 monet300 --against ../older

Times `read_small` of each image in the folders, image by image in turn with that of another
checkout of this repository, and with crop and backdrop: of some rounds the least, summed up.
"""

import argparse
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
READER = """
import sys, time
from scripts.images import decode
crop, backdrop = sys.argv[1:3]
if backdrop:
    from scripts.images.backdrops import find_backdrop
    import numpy
options = {"crop": crop} if crop else {}
for line in sys.stdin:
    start = time.process_time()
    small = decode.read_small(line.strip(), 256, **options)
    if backdrop:
        find_backdrop(numpy.asarray(small.image.convert("RGB")))
    print(time.process_time() - start, flush=True)
"""


class Reader:
    """A process that reads images as a checkout of this repository does."""

    def __init__(self, checkout, crop="", backdrop=""):
        command = [sys.executable, "-c", READER, crop, backdrop]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        self.process = subprocess.Popen(command, cwd=checkout, text=True, bufsize=1, **pipes)

    def time(self, path):
        """Return the seconds of CPU that reading an image takes."""
        self.process.stdin.write(f"{path}\n")
        return float(self.process.stdout.readline())


def main():
    parser = argparse.ArgumentParser(description="Time the reading of images.")
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--against", type=Path, required=True, help="another checkout")
    parser.add_argument("--rounds", type=int, default=7)
    arguments = parser.parse_args()
    readers = {
        "the other checkout": Reader(arguments.against),
        "this one": Reader(ROOT),
        "with crop: auto": Reader(ROOT, crop="auto"),
        "with backdrop: remove": Reader(ROOT, backdrop="remove"),
    }
    print("| | ms an image | ratio |\n|---|---|---|")
    for folder in arguments.folders:
        paths = sorted(folder.resolve().iterdir())
        sums = dict.fromkeys(readers, 0.0)
        for path in paths:
            rounds = [
                {name: reader.time(path) for name, reader in readers.items()}
                for _ in range(arguments.rounds)
            ]
            for name in readers:
                sums[name] += min(times[name] for times in rounds)
        for name, seconds in sums.items():
            ratio = seconds / sums["the other checkout"]
            print(f"| {folder.name}, {name} | {1000 * seconds / len(paths):.2f} | {ratio:.3f} |")


if __name__ == "__main__":
    main()
