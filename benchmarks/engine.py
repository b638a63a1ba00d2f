"""Time and error of the palette engine beside scikit-learn and the tools one might use instead.

    python -m benchmarks.engine path/to/a/collection.tsv

Prints two Markdown tables. The first is of the clustering alone, on every image: how much less CPU
`fast` takes than scikit-learn with ten restarts on all pixels, and its WCSS as a ratio to the
smallest known. The second is of whole tools, from the file to the palette, on some images. All run
in one thread and take turns, image by image: figures of one run can be compared, those of two
cannot. Pixels are those of the thumbnail, not enhanced. Needs benchmarks/requirements.in.
"""

import os

os.environ |= dict.fromkeys(["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"], "1")

import argparse
import platform
import time
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

from scripts.collections.collection import read_collection
from scripts.images.decode import read_small
from scripts.images.pixels import count_colours
from scripts.palettes.kmeans import Points, cluster, cluster_points

SIZE = 256


def pixels_of(path):
    """Return the thumbnail of the image at `path` as n x 3 uint8."""
    return np.asarray(read_small(path, SIZE).image.convert("RGB")).reshape(-1, 3)


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
    **{f"`{name}`": by_our(name) for name in ("fast", "kmeans++", "farthest_first")},
    "scikit-learn, all pixels": by_scikit_learn,
    "Pylette": lambda path, k: [c.rgb for c in pylette.extract_colors(path, palette_size=k)],
    "fast_colorthief": lambda path, k: fast_colorthief.get_palette(path, color_count=k, quality=1),
    "modern_colorthief": lambda path, k: modern_colorthief.get_palette(path, k, 1),
    "colorthief": lambda path, k: colorthief.ColorThief(path).get_palette(k, quality=1),
    "extcolors": by_extcolors,
}


def contest(path, k, restarts):
    """Return for every contestant its CPU seconds on one image, and its error as a ratio.

    The error is the mean squared distance of the pixels to their nearest colour, by the smallest
    that a contestant or `least_wcss` found.
    """
    pixels = pixels_of(path)
    seconds, errors = {}, {}
    for name, palette in CONTESTANTS.items():
        start = time.process_time()
        colours = palette(str(path), k)
        seconds[name] = time.process_time() - start
        # Some return a colour more than they were asked for.
        errors[name] = mean_squared_error(pixels, np.array(colours, dtype=float)[:k])
    known = least_wcss(Points(*count_colours(pixels)), k, restarts) / len(pixels)
    least = min(known, *errors.values())
    return {name: (seconds[name], errors[name] / least) for name in CONTESTANTS}


def mean_squared_error(pixels, colours):
    """Return the mean of the squared distances of pixels (n x 3) to their nearest colour."""
    distances, _ = KDTree(colours).query(pixels)
    return float((distances**2).mean())


def least_wcss(points, k, restarts):
    """Return the smallest WCSS that many starts find: scikit-learn's, and those of `fast`."""
    found = [cluster_points(points, k, algorithm="kmeans++", restarts=restarts)]
    found += [cluster_points(points, k, seed=seed) for seed in range(restarts)]
    return min(clustering.wcss for clustering in found)


def clustering_alone(path, ks, restarts):
    """Return for each k how many times the CPU of `fast` scikit-learn takes, and `fast`'s WCSS.

    Scikit-learn has all pixels and ten restarts, `fast` the distinct colours; of what does not
    depend on k and is done once, it is charged its part. The WCSS is a ratio to the smallest known.
    """
    pixels = pixels_of(path)
    colours, counts = count_colours(pixels)
    start = time.process_time()
    points = Points(colours, counts)
    _ = points.levels
    shared = (time.process_time() - start) / len(ks)
    found = {}
    for k in ks:
        start = time.process_time()
        ours = cluster_points(points, k)
        middle = time.process_time()
        KMeans(k, n_init=10, random_state=0).fit(pixels.astype(np.float64))
        end = time.process_time()
        least = min(ours.wcss, least_wcss(points, k, restarts))
        found[k] = (end - middle) / (middle - start + shared), ours.wcss / least
    return found


def report_clustering(paths, ks, restarts):
    """Print the table of the clustering alone."""
    of_images = [clustering_alone(path, ks, restarts) for path in paths]
    print("\n| | " + " | ".join(f"k = {k}" for k in ks) + " |")
    print("|---" * (len(ks) + 1) + "|")
    times, ratios = ([[of[k][i] for of in of_images] for k in ks] for i in (0, 1))
    cells = [f"{median(t):.1f} ({min(t):.1f})" for t in times]
    print("| scikit-learn's CPU by that of `fast`, median (least) | " + " | ".join(cells) + " |")
    cells = [f"{median(r):.4f} ({max(r):.4f})" for r in ratios]
    print("| WCSS by the smallest known, median (worst) | " + " | ".join(cells) + " |")


def report_contest(paths, ks, restarts):
    """Print the table of the tools."""
    print("\n| tool | " + " | ".join(f"k = {k}" for k in ks) + " |")
    print("|---" * (len(ks) + 1) + "|")
    results = {k: [contest(path, k, restarts) for path in paths] for k in ks}
    for name in CONTESTANTS:
        cells = []
        for k in ks:
            seconds, errors = zip(*(result[name] for result in results[k]), strict=True)
            cells.append(
                f"{1000 * median(seconds):.1f} ms, {median(errors):.4f} to {max(errors):.4f}"
            )
        print(f"| {name} | " + " | ".join(cells) + " |")


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("collection", help="a folder of images or a table")
    parser.add_argument("--images", type=int, default=8, help="for the tools, evenly spread")
    parser.add_argument("--ks", type=int, nargs="+", default=[3, 5, 8, 12])
    parser.add_argument("--restarts", type=int, default=10, help="for the smallest WCSS known")
    arguments = parser.parse_args()
    paths = [image["source"] for image in read_collection(arguments.collection)[0]]
    some = paths[:: max(1, len(paths) // arguments.images)][: arguments.images]
    for path in paths:
        Image.open(path).load()  # from now on in the file cache
    with threadpool_limits(1):
        contest(paths[0], arguments.ks[0], 1)  # imports and first calls are not counted
        print(f"{Path(arguments.collection).name}, {date.today()}, {processor()},", end=" ")
        print(f"Python {platform.python_version()}, NumPy {np.__version__}, one thread.")
        print(f"The clustering on {len(paths)} images, the tools on {len(some)} of them.")
        report_clustering(paths, arguments.ks, arguments.restarts)
        report_contest(some, arguments.ks, arguments.restarts)


def processor():
    """Return the name of the processor, as far as the system tells."""
    try:
        text = Path("/proc/cpuinfo").read_text()
        return text.partition("model name")[2].partition(":")[2].partition("\n")[0].strip()
    except OSError:
        return platform.processor()


if __name__ == "__main__":
    main()
