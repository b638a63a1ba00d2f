"""Time and error of the palette engine beside scikit-learn and the tools one might use instead.

    python -m benchmarks.engine path/to/a/collection.tsv --images 20

Everything runs in one thread and takes turns, image by image: the medians of one run can be
compared, those of two runs cannot. Prints Markdown. The error is the mean squared distance of the
thumbnail's pixels, as they are, to their nearest colour, as a ratio to the smallest known. Needs
benchmarks/requirements.in.
"""

import os

os.environ |= dict.fromkeys(["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"], "1")

import argparse
import platform
import time
from collections import defaultdict
from datetime import date
from pathlib import Path
from statistics import median

import colorthief
import extcolors
import fast_colorthief
import modern_colorthief
import numpy as np
import pylette
from PIL import Image
from scipy.spatial import KDTree
from sklearn.cluster import KMeans
from threadpoolctl import threadpool_limits

from scripts.collection import read_collection
from scripts.kmeans import Points, cluster, cluster_points
from scripts.pixels import count_colours
from scripts.thumbnail import read_small

SIZE = 256
OURS = ["fast", "kmeans++", "farthest_first"]
ALL_PIXELS = "scikit-learn, all pixels"


def pixels_of(path):
    """Return the thumbnail of the image at `path` as n x 3 uint8."""
    return np.asarray(read_small(path, SIZE).convert("RGB")).reshape(-1, 3)


def by_our(algorithm):
    """Return a function from a path and k to centres, by one of our algorithms."""

    def palette(path, k):
        colours, counts = count_colours(pixels_of(path))
        return cluster(colours, counts, k, algorithm=algorithm).centres

    return palette


def by_scikit_learn(path, k):
    """Return the centres of ten restarts on every pixel of the thumbnail."""
    pixels = pixels_of(path).astype(np.float64)
    return KMeans(k, n_init=10, random_state=0).fit(pixels).cluster_centers_


def by_extcolors(path, k):
    """Return extcolors' palette; its tolerance, and not k, decides how many colours it finds."""
    found, _ = extcolors.extract_from_path(path, limit=k)
    return [colour for colour, _ in found]


CONTESTANTS = {
    **{name: by_our(name) for name in OURS},
    ALL_PIXELS: by_scikit_learn,
    "Pylette": lambda path, k: [c.rgb for c in pylette.extract_colors(path, palette_size=k)],
    "fast_colorthief": lambda path, k: fast_colorthief.get_palette(path, color_count=k, quality=1),
    "modern_colorthief": lambda path, k: modern_colorthief.get_palette(path, k, 1),
    "colorthief": lambda path, k: colorthief.ColorThief(path).get_palette(k, quality=1),
    "extcolors": by_extcolors,
}


def measure(path, k):
    """Return the CPU seconds and the mean squared error of every contestant on one image."""
    pixels = pixels_of(path)
    seconds, errors = {}, {}
    for name, palette in CONTESTANTS.items():
        start = time.process_time()
        colours = palette(str(path), k)
        seconds[name] = time.process_time() - start
        # Some return a colour more than they were asked for.
        errors[name] = mean_squared_error(pixels, np.array(colours, dtype=float)[:k])
    return seconds, errors


def mean_squared_error(pixels, colours):
    """Return the mean of the squared distances of pixels (n x 3) to their nearest colour."""
    distances, _ = KDTree(colours).query(pixels)
    return float((distances**2).mean())


def clustering_ratios(path, ks, repeats=3):
    """Return for each k how many times more CPU scikit-learn takes on all pixels than `fast`.

    Of what does not depend on k and is done once, `fast` is charged its part; medians of repeats.
    """
    pixels = pixels_of(path)
    colours, counts = count_colours(pixels)
    ours, theirs = defaultdict(list), defaultdict(list)
    for _ in range(repeats):
        start = time.process_time()
        points = Points(colours, counts)
        _ = points.levels
        shared = (time.process_time() - start) / len(ks)
        for k in ks:
            start = time.process_time()
            cluster_points(points, k)
            middle = time.process_time()
            KMeans(k, n_init=10, random_state=0).fit(pixels.astype(np.float64))
            ours[k].append(shared + middle - start)
            theirs[k].append(time.process_time() - middle)
    return {k: median(theirs[k]) / median(ours[k]) for k in ks}


def best_known(path, k, restarts):
    """Return the smallest mean squared error that many restarts find."""
    pixels = pixels_of(path)
    colours, counts = count_colours(pixels)
    found = cluster(colours, counts, k, algorithm="kmeans++", restarts=restarts)
    return mean_squared_error(pixels, found.centres)


def report(paths, ks, restarts):
    """Print a table for each k, and how much less CPU the clustering itself takes."""
    shorter = [clustering_ratios(path, ks) for path in paths]
    for k in ks:
        seconds, ratios = defaultdict(list), defaultdict(list)
        for path in paths:
            taken, errors = measure(path, k)
            least = min(best_known(path, k, restarts), *errors.values())
            for name in CONTESTANTS:
                seconds[name].append(taken[name])
                ratios[name].append(errors[name] / max(least, 1e-12))
        print(f"\nk = {k}\n")
        print("| tool | CPU ms from file to palette | error, median | error, worst |")
        print("|---|---:|---:|---:|")
        for name in CONTESTANTS:
            milliseconds = 1000 * median(seconds[name])
            error, worst = median(ratios[name]), max(ratios[name])
            print(f"| {name} | {milliseconds:.1f} | {error:.4f} | {worst:.4f} |")
        times = [of_image[k] for of_image in shorter]
        print(
            f"\nFor the clustering alone, scikit-learn with ten restarts on all pixels takes"
            f" {median(times):.1f} times the CPU of `fast` (median; {min(times):.1f} at least)."
        )


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("collection", help="a folder of images or a table")
    parser.add_argument("--images", type=int, default=20, help="evenly spread over the collection")
    parser.add_argument("--ks", type=int, nargs="+", default=[3, 5, 8, 12])
    parser.add_argument("--restarts", type=int, default=50, help="for the smallest error known")
    arguments = parser.parse_args()
    images = read_collection(arguments.collection)
    step = max(1, len(images) // arguments.images)
    paths = [image["source"] for image in images[::step][: arguments.images]]
    for path in paths:
        Image.open(path).load()  # from now on in the file cache
    with threadpool_limits(1):
        measure(paths[0], arguments.ks[0])  # imports and first calls are not counted
        name = Path(arguments.collection).name
        print(f"{len(paths)} images of {name}, {date.today()}, {processor()},", end=" ")
        print(f"Python {platform.python_version()}, NumPy {np.__version__}, one thread.")
        report(paths, arguments.ks, arguments.restarts)


def processor():
    """Return the name of the processor, as far as the system tells."""
    try:
        text = Path("/proc/cpuinfo").read_text()
        return text.partition("model name")[2].partition(":")[2].partition("\n")[0].strip()
    except OSError:
        return platform.processor()


if __name__ == "__main__":
    main()
