"""Many starts of k-means, tried on few bins: the search of `fast`."""

import numpy as np

from scripts.palettes.bins import extent
from scripts.palettes.distances import AT_ONCE, coefficients, in_blocks, score
from scripts.palettes.lloyd import run_lloyd

STARTS = 256
"""Starts of the search, at most."""
FINALISTS = 4
"""Centres of the search that are compared on all colours."""
PLAN = ((0, 5, 3), (1, 6, 8), (2, 4, 24), (3, 3, 1000))
"""Stages of the search: on which level, how many steps, and one in how many starts is kept."""
OVERSHOOT = 1.7
"""How much longer than those of Lloyd's algorithm its steps are."""


def best_of_many_starts(points, k, seed):
    """Return the labels (d) of Points by the best of many starts, most of which are given up early.

    The starts are k-means++ seeds on the coarsest level. All of them take some steps at once, the
    best go on, on finer bins, and the last one over all colours.
    """
    starts = max(16, min(3 * k * k, STARTS))
    scale = points.levels[0].scale
    centres = _seeds(points.levels[0], k, starts, np.random.default_rng(seed))
    for number, steps, share in PLAN:
        level = points.levels[number]
        centres = (centres * (level.scale / scale)).astype(level.points.dtype)
        scale = level.scale
        size = max(1, AT_ONCE // (k * level.points.shape[1]))
        chunks = np.split(centres, range(size, len(centres), size))
        parts = [_search(level, chunk, steps) for chunk in chunks]
        found, wcss = (np.concatenate(part) for part in zip(*parts, strict=True))
        centres = _best(found, wcss, max(starts // share, FINALISTS))
    low, width = extent(points.channels)
    finalists = centres[:FINALISTS] * (width / scale) + low
    best = min(finalists, key=lambda centres: _cost(points, centres))
    return run_lloyd(points, best, OVERSHOOT)


def _cost(points, centres):
    """Return the WCSS of all colours about their nearest `centres`, but for a constant."""
    centres = points.rounded(centres)
    lowest = [score(block, centres).min(axis=0) for block in in_blocks(points.planes, len(centres))]
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
        latest = coefficients(centres[:, j]) @ level.points + squares
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
        np.matmul(coefficients(centres), level.points, out=scores)
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
