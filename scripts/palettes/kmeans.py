"""k-means on distinct colours with weights: the algorithms by their names."""

from typing import NamedTuple

import numpy as np

from scripts.palettes.bins import gather
from scripts.palettes.distances import find_nearest, squares
from scripts.palettes.fast import best_of_many_starts
from scripts.palettes.lloyd import run_lloyd
from scripts.palettes.points import Points

FEW = 4096
"""With fewer colours than this (a painting has ten times as many), `fast` is just k-means++."""
RESTARTS_OF_FEW = 30
"""Its restarts then: they cost little, and bins would have nothing to gather."""


class Clustering(NamedTuple):
    """What k-means found: c clusters of n colours, c being the smaller of k and the distinct."""

    centres: np.ndarray
    """c x 3 float64, the weighted means of the clusters."""
    labels: np.ndarray
    """n, the row of `centres` that each colour belongs to."""
    weights: np.ndarray
    """c float64, the sums of the clusters' weights."""
    wcss: float
    """Within-cluster sum of squared distances, over the weights."""


def cluster(colours, weights, k, *, algorithm="fast", restarts=10, seed=0):
    """Return the Clustering of `colours` (n x 3) into `k` by their `weights` (n), for least WCSS.

    It has exactly k clusters, none of them empty; with k distinct colours or fewer, each colour
    is a cluster of its own and WCSS is 0. Each centre is the weighted mean of its cluster, and
    each colour belongs to its nearest centre. The result is the same to the byte with rows in any
    order, and with a row split in two that share its weight.

    `algorithm` is one of

    - `fast`: many starts tried on few bins, of which fewer and fewer are kept as the bins get
      finer; the last one goes on over all colours (see fast.py). It has no `restarts`.
    - `kmeans++`: the best of `restarts` runs of Lloyd's algorithm from starts after Arthur and
      Vassilvitskii ("k-means++: the advantages of careful seeding", 2007), by scikit-learn.
    - `farthest_first`: the best of `restarts` runs of Lloyd's algorithm from a colour drawn by
      weight and, one by one, the colours farthest from those before (Gonzalez, "Clustering to
      minimize the maximum intercluster distance", 1985).

    Raises ValueError if a colour is not finite, a weight is not above 0, there are none of them,
    their shapes do not fit, or `k`, `algorithm`, `restarts` or `seed` are out of range.
    """
    return cluster_points(
        Points(colours, weights), k, algorithm=algorithm, restarts=restarts, seed=seed
    )


def cluster_points(points, k, *, algorithm="fast", restarts=10, seed=0):
    """Return the Clustering of Points as `cluster` does; several values of k can share them."""
    if algorithm not in ALGORITHMS:
        raise ValueError(f"algorithm: {algorithm!r}; allowed: {', '.join(ALGORITHMS)}")
    _check_whole("k", k, 1)
    _check_whole("restarts", restarts, 1)
    _check_whole("seed", seed, 0)
    weights = points.weights
    if len(weights) <= k:
        return Clustering(points.channels.T.copy(), points.rows, weights, 0.0)
    found = _clustering(points, ALGORITHMS[algorithm](points, k, restarts, seed), k)
    return found._replace(labels=found.labels[points.rows])


def farthest_first_steps(points, k, seed=0):
    """Return the centres of Points at each step of one farthest-first run, steps x k x 3.

    The start, and the centres after each move until no colour changes its cluster: the run of
    `cluster_points` with that `seed` and one of `restarts`. With k distinct colours or fewer there
    is one step, each colour a centre.
    """
    if len(points.weights) <= k:
        return points.channels.T[None]
    steps = []
    start = _far_apart(points, k, np.random.default_rng([seed, 0]))
    run_lloyd(points, start, watch=steps.append)
    return np.stack(steps)


def assign(points, centres):
    """Return the Clustering of Points about given `centres` (k x 3), which need not be means.

    A cluster may be empty. Of several centres as near a colour belongs to the first.
    """
    labels, _ = find_nearest(points.planes, points.rounded(centres))
    wcss = (points.weights * squares(points.channels, labels, centres)).sum()
    weights = np.bincount(labels, points.weights, len(centres))
    return Clustering(centres, labels[points.rows], weights, float(wcss))


def gather_around(points, centres):
    """Return the Clustering of Points into what is nearest to each of `centres` (k x 3).

    Its centres are the means of that; one that nothing is nearest to has no cluster.
    """
    nearest, _ = find_nearest(points.planes, points.rounded(centres))
    filled, labels = np.unique(nearest, return_inverse=True)
    found = _clustering(points, labels, len(filled))
    return found._replace(labels=labels[points.rows])


def _fast(points, k, restarts, seed):
    if len(points.weights) < FEW:
        return _kmeans_plus_plus(points, k, RESTARTS_OF_FEW, seed)
    return best_of_many_starts(points, k, seed)


def _kmeans_plus_plus(points, k, restarts, seed):
    # Imported here because `fast` does without it, and it takes longer than all of `fast`.
    from sklearn.cluster import KMeans
    from threadpoolctl import threadpool_limits

    kmeans = KMeans(k, init="k-means++", n_init=restarts, random_state=seed)
    with threadpool_limits(limits=1):
        # With more, the order of its sums is left to chance.
        kmeans.fit(points.channels.T, sample_weight=points.weights)
    return run_lloyd(points, kmeans.cluster_centers_)


def _farthest_first(points, k, restarts, seed):
    starts = (_far_apart(points, k, np.random.default_rng([seed, n])) for n in range(restarts))
    runs = [_clustering(points, run_lloyd(points, start), k) for start in starts]
    return min(runs, key=lambda run: run.wcss).labels


def _far_apart(points, k, generator):
    """Return a colour drawn by weight and the k - 1 that are, in turn, farthest from those before.

    Of several as far, the first in order. k x 3.
    """
    ladder = np.cumsum(points.weights)
    drawn = np.searchsorted(ladder, generator.random() * ladder[-1], side="right")
    chosen = [min(drawn, len(ladder) - 1)]
    distances = np.inf
    while len(chosen) < k:
        offsets = points.channels - points.channels[:, chosen[-1:]]
        distances = np.minimum(distances, (offsets**2).sum(axis=0))
        chosen.append(distances.argmax())
    return points.channels[:, chosen].T


def _clustering(points, labels, k):
    totals = gather(labels, points.sums, k)
    centres = (totals[:3] / totals[3]).T
    wcss = (points.weights * squares(points.channels, labels, centres)).sum()
    return Clustering(centres, labels, totals[3], float(wcss))


def _check_whole(name, number, least):
    whole = isinstance(number, int | np.integer) and not isinstance(number, bool)
    if not whole or number < least:
        raise ValueError(f"{name}: {number!r}; allowed: whole numbers from {least}")


ALGORITHMS = {
    "fast": _fast,
    "kmeans++": _kmeans_plus_plus,
    "farthest_first": _farthest_first,
}
"""The algorithms by name: each returns labels (d) for Points, k, restarts and seed."""
