"""How far the result of k-means depends on its start, and on k."""

import numpy as np

from scripts.palettes.kmeans import cluster_points
from scripts.palettes.palette import pixels_per_weight

RESTARTS = 20
MOST = 12
"""The largest k of the curves."""
SAMPLE = 2000
"""Pixels that the silhouette is reckoned from: all of them would be squared."""


def compare_restarts(points, counts, k, seed=0):
    """Return the WCSS that `k` clusters of Points come to, a list for each algorithm.

    `counts` are the pixels of each row that Points were made of, over which WCSS is told.
    RESTARTS runs of farthest-first and of k-means++, each from a start of its own (seeds from
    `seed` on), and the answer of `fast`, which has none.
    """
    factor = pixels_per_weight(points, counts)
    runs = {
        algorithm: [
            cluster_points(points, k, algorithm=algorithm, restarts=1, seed=seed + run).wcss
            for run in range(RESTARTS)
        ]
        for algorithm in ("farthest_first", "kmeans++")
    }
    runs["fast"] = [cluster_points(points, k).wcss]
    return {name: [factor * wcss for wcss in of_algorithm] for name, of_algorithm in runs.items()}


def compare_ks(points, counts, seed=0):
    """Return the WCSS and the silhouette of each k from 1 to MOST or as many as there are colours.

    `counts` are the pixels of each row that Points were made of. Returns a dict: `ks`, `wcss`,
    `silhouette` (None where it is not defined), `elbow` and `most_silhouette` (a k, or None),
    `sample` (how many pixels, drawn with `seed`, the silhouette is of).
    """
    ks = range(1, min(MOST, len(points.weights)) + 1)
    found = [cluster_points(points, k) for k in ks]
    sample = draw_pixels(counts, SAMPLE, seed)
    colours = points.channels.T[points.rows[sample]]
    silhouettes = [silhouette(colours, clustering.labels[sample]) for clustering in found]
    wcss = [clustering.wcss * pixels_per_weight(points, counts) for clustering in found]
    told = [value for value in silhouettes if value is not None]
    return {
        "ks": list(ks),
        "wcss": wcss,
        "silhouette": silhouettes,
        "elbow": elbow(wcss),
        "most_silhouette": ks[silhouettes.index(max(told))] if told else None,
        "sample": len(sample),
        "seed": seed,
    }


def draw_pixels(counts, most, seed):
    """Return the rows of at most `most` pixels drawn without replacement, in rising order.

    Row i stands for `counts[i]` pixels. All are drawn if there are no more than `most`.
    """
    ends = np.cumsum(np.asarray(counts, dtype=np.int64))
    total = int(ends[-1])
    chosen = np.random.default_rng(seed).choice(total, min(most, total), replace=False)
    return np.sort(np.searchsorted(ends, chosen, side="right"))


def silhouette(colours, labels):
    """Return the mean silhouette (Rousseeuw 1987) of `colours` (n x 3), by scikit-learn.

    From -1 to 1; None if they are in one cluster, or each in its own, for which there is none.
    """
    from sklearn.metrics import silhouette_score

    if not 1 < len(np.unique(labels)) < len(labels):
        return None
    return float(silhouette_score(colours, labels))


def elbow(wcss):
    """Return the k at which the curve of `wcss`, from k = 1 on, bends most; None if it cannot.

    Where the curve is farthest below the line from its first to its last point, both scaled to 0
    to 1 (Satopää and others, "Finding a 'kneedle' in a haystack", 2011).

    >>> elbow([100, 40, 10, 8, 5, 0])
    3
    """
    if len(wcss) < 3:
        return None
    curve = np.asarray(wcss)
    heights = (curve - curve[-1]) / (curve[0] - curve[-1])
    below = np.linspace(1, 0, len(wcss)) - heights
    return int(below.argmax()) + 1
