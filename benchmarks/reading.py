"""What reading an image costs: python -m benchmarks.reading met40 monet300 --against ../older

Times `read_small` of each image in the folders, round by round in turn with that of another
checkout of this repository, and with crop and backdrop; medians of the rounds.
"""

import argparse
import subprocess
import sys
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
SIZE = 256
TIMED = """
import sys, time
from pathlib import Path
from scripts.images import decode
paths = sorted(map(str, Path(sys.argv[1]).iterdir()))
options = {"crop": sys.argv[2]} if sys.argv[2] != "0" else {}
decode.read_small(paths[0], int(sys.argv[3]), **options)
start = time.process_time()
for path in paths:
    small = decode.read_small(path, int(sys.argv[3]), **options)
    if len(sys.argv) > 4:
        from scripts.images.thumbnail import _before_ground
        _before_ground(small.image)
print((time.process_time() - start) / len(paths) * 1000)
"""


def time_reading(checkout, folder, *, crop="0", backdrop=False):
    """Return ms of CPU that reading an image of the folder takes in a checkout."""
    asked = [crop, str(SIZE), *(["backdrop"] if backdrop else [])]
    command = [sys.executable, "-c", TIMED, str(Path(folder).resolve()), *asked]
    done = subprocess.run(command, cwd=checkout, capture_output=True, text=True, check=True)
    return float(done.stdout)


def main():
    parser = argparse.ArgumentParser(description="Time the reading of images.")
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--against", type=Path, required=True, help="another checkout")
    parser.add_argument("--rounds", type=int, default=7)
    arguments = parser.parse_args()
    for folder in arguments.folders:
        ways = {
            "other checkout": lambda at=folder: time_reading(arguments.against, at),
            "here": lambda at=folder: time_reading(ROOT, at),
            "here, crop: auto": lambda at=folder: time_reading(ROOT, at, crop="auto"),
            "here, backdrop: remove": lambda at=folder: time_reading(ROOT, at, backdrop=True),
        }
        times = {name: [] for name in ways}
        for _ in range(arguments.rounds):
            for name, timed in ways.items():
                times[name].append(timed())
        first = median(times["other checkout"])
        for name, found in times.items():
            print(f"{folder.name}, {name}: {median(found):.2f} ms, {median(found) / first:.3f}")


if __name__ == "__main__":
    main()
