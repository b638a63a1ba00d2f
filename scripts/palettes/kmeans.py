"""k-means on distinct colours with weights."""

import math
from functools import cached_property
from typing import NamedTuple

import numpy as np

from scripts.palettes import bins

FEW = 4096
"""With fewer colours than this (a painting has ten times as many), `fast` is just k-means++."""
RESTARTS_OF_FEW = 30
"""Its restarts then: they cost little, and bins would have nothing to gather."""
STARTS = 256
"""Starts of the search of `fast`, at most."""
FINALISTS = 4
"""Centres of that search that are compared on all colours."""
MOST_STRIDES = 200
"""Steps of Lloyd's algorithm after which none is lengthened any more."""
BINS = (256, 512, 1536, 1536)
"""Bins on the levels of the search of `fast`, at most."""
GRIDS = (32, 64, 128)
"""Cells along the widest channel of the grid that bins are made from: the first that has enough."""
PLAN = ((0, 5, 3), (1, 6, 8), (2, 4, 24), (3, 3, 1000))
"""Stages of that search: on which level, how many steps, and one in how many starts is kept."""
SCORES = 1 << 18
"""Distances that are reckoned at once: about as many as the cache holds."""
OVERSHOOT = 1.7
"""How much longer than those of Lloyd's algorithm its steps are."""


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


class Points:
    """Colours made ready for `cluster`: the part of its work that does not depend on k.

    Sorted by their channels, equal ones joined, so that neither the order of rows nor a row split
    in two makes any difference. Channels and, in `_lloyd`, centres are whole multiples of `quantum`
    within 2²⁴ of them, so that in float64 all products and sums are exact: the same on every
    processor, whatever order they are added in.
    """

    def __init__(self, colours, weights):
        """Take `colours` (n x 3, finite) and `weights` (n, above 0); there must be one at least.

        Raises ValueError.
        """
        colours, weights = _validated(colours, weights)
        largest = max(abs(float(colours.min())), abs(float(colours.max())))
        self.quantum = 2.0 ** (math.frexp(largest)[1] - 24)
        if colours.dtype.kind == "f":
            colours = self.rounded(colours)
        order = np.lexsort(colours.T[::-1])
        channels = [channel[order] for channel in colours.T]
        first = np.ones(len(order), dtype=bool)
        first[1:] = np.logical_or.reduce([c[1:] != c[:-1] for c in channels])
        self.rows = np.empty(len(order), dtype=np.intp)
        """n, the distinct colour that each row given is."""
        self.rows[order] = np.cumsum(first) - 1
        self.weights = np.bincount(self.rows, weights)
        """d float64."""
        self.planes = np.ones((4, len(self.weights)))
        """4 x d float64, the channels of the distinct colours, and a row of ones."""
        self.planes[:3] = [channel[first] for channel in channels]
        self.sums = self.weights * self.planes
        """4 x d float64, weight times each channel, and weight."""

    def rounded(self, colours):
        """Return `colours`, an array of any shape, as the nearest multiples of the quantum."""
        return np.rint(colours / self.quantum) * self.quantum

    @property
    def channels(self):
        """3 x d float64."""
        return self.planes[:3]

    @cached_property
    def levels(self):
        """The Levels of bins for `fast`, from coarse to fine."""
        sums = self.sums[[3, 0, 1, 2]]
        if sums.shape[1] > BINS[-1]:
            grids = (bins.gather(bins.grid(self.channels, n), sums) for n in GRIDS)
            # Where no grid resolves the few narrow places that all colours are in, the colours.
            sums = next((cells for cells in grids if cells.shape[1] >= BINS[-1]), sums)
        low, width = bins.extent(self.channels)
        types = (np.float32, np.float32, np.float32, np.float64)
        return [
            bins.level(joined, low, width, dtype)
            for joined, dtype in zip(bins.split(sums, BINS), types, strict=True)
        ]


def cluster(colours, weights, k, *, algorithm="fast", restarts=10, seed=0):
    """Return the Clustering of `colours` (n x 3) into `k` by their `weights` (n), for least WCSS.

    It has exactly k clusters, none of them empty; with k distinct colours or fewer, each colour
    is a cluster of its own and WCSS is 0. Each centre is the weighted mean of its cluster, and
    each colour belongs to its nearest centre. The result is the same to the byte with rows in any
    order, and with a row split in two that share its weight.

    `algorithm` is one of

    - `fast`: many starts tried on few bins, of which fewer and fewer are kept as the bins get
      finer; the last one goes on over all colours (see `_fast`). It has no `restarts`.
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
    _lloyd(points, start, watch=steps.append)
    return np.stack(steps)


def assign(points, centres):
    """Return the Clustering of Points about given `centres` (k x 3), which need not be means.

    A cluster may be empty. Of several centres as near a colour belongs to the first.
    """
    labels, _ = _nearest(points.planes, points.rounded(centres))
    wcss = (points.weights * squares(points.channels, labels, centres)).sum()
    weights = np.bincount(labels, points.weights, len(centres))
    return Clustering(centres, labels[points.rows], weights, float(wcss))


def _validated(colours, weights):
    try:
        colours, weights = np.asarray(colours), np.asarray(weights, dtype=np.float64)
        found = f"{colours.shape} and {weights.shape}"
        kind = colours.dtype.kind
    except (TypeError, ValueError) as error:
        raise ValueError(f"colours and weights: {error}; allowed: numbers") from error
    if colours.ndim != 2 or colours.shape[1] != 3 or weights.shape != colours.shape[:1]:
        raise ValueError(f"colours and weights: shapes {found}; allowed: (n, 3) and (n,)")
    if not len(weights):
        raise ValueError("colours: none; allowed: one at least")
    if kind not in "uif":
        raise ValueError(f"colours: {colours.dtype}; allowed: real numbers")
    if kind == "f" and not np.isfinite(colours).all():
        row = int(np.flatnonzero(~np.isfinite(colours).all(axis=1))[0])
        raise ValueError(f"colours: {colours[row].tolist()} in row {row}; allowed: finite numbers")
    if not ((weights > 0) & (weights < np.inf)).all():
        row = int(np.flatnonzero(~((weights > 0) & (weights < np.inf)))[0])
        raise ValueError(f"weights: {weights[row]} in row {row}; allowed: finite numbers above 0")
    return colours, weights


def _check_whole(name, number, least):
    whole = isinstance(number, int | np.integer) and not isinstance(number, bool)
    if not whole or number < least:
        raise ValueError(f"{name}: {number!r}; allowed: whole numbers from {least}")


def _fast(points, k, restarts, seed):
    """Return the labels (d) of the best of many starts, most of which are given up early.

    The starts are k-means++ seeds on the coarsest level. All of them take some steps at once, the
    best go on, on finer bins, and the last one over all colours. Few colours are left to k-means++.
    """
    if len(points.weights) < FEW:
        return _kmeans_plus_plus(points, k, RESTARTS_OF_FEW, seed)
    starts = max(16, min(3 * k * k, STARTS))
    scale = points.levels[0].scale
    centres = _seeds(points.levels[0], k, starts, np.random.default_rng(seed))
    for number, steps, share in PLAN:
        level = points.levels[number]
        centres = (centres * (level.scale / scale)).astype(level.points.dtype)
        scale = level.scale
        size = max(1, SCORES // (k * level.points.shape[1]))
        chunks = np.split(centres, range(size, len(centres), size))
        parts = [_search(level, chunk, steps) for chunk in chunks]
        found, wcss = (np.concatenate(part) for part in zip(*parts, strict=True))
        centres = _best(found, wcss, max(starts // share, FINALISTS))
    low, width = bins.extent(points.channels)
    finalists = centres[:FINALISTS] * (width / scale) + low
    best = min(finalists, key=lambda centres: _cost(points, centres))
    return _lloyd(points, best, OVERSHOOT)


def _cost(points, centres):
    """Return the WCSS of all colours about their nearest `centres`, but for a constant."""
    centres = points.rounded(centres)
    lowest = [_scores(block, centres).min(axis=0) for block in _blocks(points.planes, len(centres))]
    return points.weights @ np.concatenate(lowest)


def _seeds(level, k, starts, generator):
    """Return k-means++ seeds on a Level, starts x k x 3, each drawn by squared distance.

    Bins are drawn as the winners of races whose times are exponential, with the chances as rates.
    The times are drawn once: each start takes those of its neighbour for its next seed.
    """
    squares = (level.points[:3] ** 2).sum(axis=0)
    times = generator.standard_exponential((starts, len(level.sums)), dtype=np.float32)
    rates = level.sums[:, 0] / np.maximum(times, 1e-9)
    centres = np.empty((starts, k, 3), dtype=np.float32)
    distances = np.ones_like(rates)
    for j in range(k):
        winners = (distances * np.roll(rates, j, axis=0)).argmax(axis=1)
        centres[:, j] = level.points[:3, winners].T
        latest = _planes(centres[:, j]) @ level.points + squares
        distances = np.minimum(distances, latest) if j else latest
    return centres


def _search(level, centres, steps):
    """Return `centres` (starts x k x 3) after some steps on a Level, and their WCSS (starts).

    All steps but the last overshoot the means, so that fewer lead as far. Centres are rounded to
    quarters, and a bin as near to two counts for both.
    """
    starts, k, _ = centres.shape
    scores = np.empty((starts, k, level.points.shape[1]), dtype=level.points.dtype)
    for step in range(steps):
        np.matmul(_planes(centres), level.points, out=scores)
        lowest = scores.min(axis=1)
        nearest = np.equal(scores, lowest[:, None], out=scores)
        sums = nearest @ level.sums
        moves = sums[..., 1:] / np.maximum(sums[..., :1], 1) - centres
        moves *= sums[..., :1] > 0
        if step < steps - 1:
            moves *= OVERSHOOT
        centres = np.clip(np.rint((centres + moves) * 4) / 4, 0, level.scale)
    return centres, (lowest * level.sums[:, 0]).sum(axis=1, dtype=np.float64) + level.scatter


def _best(centres, wcss, most):
    """Return those of `centres` (starts x k x 3) with least `wcss`, at most so many, no twins."""
    order = np.argsort(wcss, kind="stable")
    apart = np.diff(wcss[order], prepend=-1) > 1e-4 * wcss[order]
    return centres[order[apart][:most]]


def _lloyd(points, centres, stride=1.0, watch=lambda centres: None):
    """Return the labels (d) where Lloyd's algorithm comes to rest from `centres` (k x 3).

    `watch` is called with the centres at the start and after each step.

    After Lloyd, "Least squares quantization in PCM" (1982). With a `stride` above 1, steps are
    so much longer until no cluster changes; from there on, and at last, they are his.

    A colour keeps its label until the centres have moved so far that another could be nearer
    (after Hamerly, "Making k-means even faster", 2010): between looks at all colours, only the
    eighth of them with the least margin between nearest and second nearest centre is looked at.
    """
    watch(centres)
    k = len(centres)
    labels, margins = _nearest(points.planes, points.rounded(centres))
    totals = _add_up(points.sums, labels, k)
    at_rest, steps = False, 0
    while True:
        origin = centres
        sample = margins[:: max(1, len(margins) // 4096)]
        reach = np.partition(sample, len(sample) // 8)[len(sample) // 8]
        near = np.flatnonzero(margins <= reach)
        planes, sums = (np.take(array, near, axis=1) for array in (points.planes, points.sums))
        members = (labels[near] == np.arange(k)[:, None]).astype(np.float64)
        far_totals = totals - sums @ members.T
        while True:
            exact = at_rest or stride == 1 or steps > MOST_STRIDES
            centres = centres + _moves(points, totals, centres) * (1 if exact else stride)
            watch(centres)
            steps += 1
            drift = 2 * np.sqrt(((centres - origin) ** 2).sum(axis=1).max())
            if drift > reach:
                break
            members = _members(planes, points.rounded(centres))
            before, totals = totals, far_totals + sums @ members.T
            at_rest = (totals == before).all()
            if at_rest and exact:
                labels[near] = members.argmax(axis=0)
                return _without_empty(points, labels, centres, totals, watch)
        labels[near] = members.argmax(axis=0)
        margins -= drift
        stale = np.flatnonzero(margins <= 0)
        planes, sums = (np.take(array, stale, axis=1) for array in (points.planes, points.sums))
        before = labels[stale]
        labels[stale], margins[stale] = _nearest(planes, points.rounded(centres))
        totals = totals + _add_up(sums, labels[stale], k) - _add_up(sums, before, k)
        at_rest = (labels[stale] == before).all()


def _without_empty(points, labels, centres, totals, watch):
    """Return `labels` if each cluster has some, else those that follow when the first one without
    any takes the colour that adds most to WCSS.
    """
    filled = _filled(points, totals)
    if filled.all():
        return labels
    costs = points.weights * squares(points.channels, labels, centres)
    centres = centres.copy()
    centres[filled.argmin()] = points.channels[:, costs.argmax()]
    return _lloyd(points, centres, watch=watch)


def _filled(points, totals):
    """Return which clusters have colours (k): sums by differences can leave dust in the others."""
    return totals[3] > points.weights.min() / 2


def _moves(points, totals, centres):
    """Return the moves of `centres` (k x 3) to their means; one without colours stays."""
    filled = _filled(points, totals)
    return np.where(filled, totals[:3] / np.where(filled, totals[3], 1) - centres.T, 0).T


def _clustering(points, labels, k):
    totals = _add_up(points.sums, labels, k)
    centres = (totals[:3] / totals[3]).T
    wcss = (points.weights * squares(points.channels, labels, centres)).sum()
    return Clustering(centres, labels, totals[3], float(wcss))


def squares(channels, labels, centres):
    """Return the squared distance of each colour (3 x d) to the centre of its label (d)."""
    return sum(
        (channel - np.take(values, labels)) ** 2
        for channel, values in zip(channels, centres.T, strict=True)
    )


def _add_up(columns, labels, k):
    """Return the sums of `columns` (4 x d) over each of the k clusters (4 x k)."""
    return np.stack([np.bincount(labels, column, k) for column in columns])


def _planes(centres):
    """Return -2 c and c² of `centres` (... x 3), as ... x 4.

    Their product with a colour and 1 is its squared distance, less its own square.
    """
    return np.concatenate([-2 * centres, (centres**2).sum(axis=-1, keepdims=True)], axis=-1)


def _scores(planes, centres):
    """Return squared distances of `planes` (4 x d) from `centres`, less their squares (k x d)."""
    return _planes(centres) @ planes


def _members(planes, centres):
    """Return 1 where a centre (k x 3) is the first of the nearest to one of `planes` (4 x d),
    else 0, k x d float64.
    """
    scores = _scores(planes, centres)
    members = scores == scores.min(axis=0)
    if np.count_nonzero(members) > planes.shape[1]:
        members &= np.cumsum(members, axis=0) == 1
    return members.astype(np.float64)


def _nearest(planes, centres):
    """Return the first of the nearest `centres` (k x 3) to each of `planes` (4 x d), as labels,
    and how much farther the second nearest centre is (d).
    """
    parts = [_nearest_in_block(block, centres) for block in _blocks(planes, len(centres))]
    labels, margins = zip(*parts, strict=True)
    return np.concatenate(labels), np.concatenate(margins)


def _nearest_in_block(planes, centres):
    first, *others = _scores(planes, centres)
    labels = np.zeros(len(first), dtype=np.intp)
    second = np.full(len(first), np.inf)
    for j, scores in enumerate(others, start=1):
        np.copyto(labels, j, where=scores < first)
        np.minimum(second, np.maximum(scores, first), out=second)
        np.minimum(first, scores, out=first)
    squares = (planes[:3] ** 2).sum(axis=0)
    near, far = (np.sqrt(np.maximum(scores + squares, 0)) for scores in (first, second))
    return labels, far - near


def _blocks(planes, k):
    """Return `planes` (4 x d) in parts for which distances from k centres stay in the cache."""
    size = max(1, SCORES // (2 * k))
    return np.split(planes, range(size, planes.shape[1], size), axis=1)


def _kmeans_plus_plus(points, k, restarts, seed):
    # Imported here because `fast` does without it, and it takes longer than all of `fast`.
    from sklearn.cluster import KMeans
    from threadpoolctl import threadpool_limits

    kmeans = KMeans(k, init="k-means++", n_init=restarts, random_state=seed)
    with threadpool_limits(limits=1):
        # With more, the order of its sums is left to chance.
        kmeans.fit(points.channels.T, sample_weight=points.weights)
    return _lloyd(points, kmeans.cluster_centers_)


def _farthest_first(points, k, restarts, seed):
    starts = (_far_apart(points, k, np.random.default_rng([seed, n])) for n in range(restarts))
    runs = [_clustering(points, _lloyd(points, start), k) for start in starts]
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


ALGORITHMS = {
    "fast": _fast,
    "kmeans++": _kmeans_plus_plus,
    "farthest_first": _farthest_first,
}
"""The algorithms by name: each returns labels (d) for Points, k, restarts and seed."""
