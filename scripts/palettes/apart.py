"""Palettes whose colours are all far enough from one another."""

from itertools import product

import numpy as np

from scripts.colour.differences import delta_e_2000
from scripts.colour.spaces import lab_of_rgb, to_rgb
from scripts.palettes.bins import extent
from scripts.palettes.kmeans import assign, gather_around


def keep_apart(points, found, k, *, least, space, pick):
    """Return a Clustering of Points whose colours are at least `least` apart in ΔE2000.

    `found` is their Clustering in `space`; `pick` returns the colours (c x 3, sRGB) that stand for
    a Clustering. As long as two are too near, the nearest two are joined. The places that this
    leaves, up to `k`, go one by one to the one of many bins of the picture that adds most to WCSS,
    so to what stands out most of the rest, if all are apart with it: all as means of what is
    nearest to them or, where no bin is far enough like that, as they are, the bin as its own mean.
    There are fewer than `k` only if no bin is that far from all.
    """
    while (twins := _twins(pick(found), least)) is not None:
        found = _joined(points, found, twins)
    most = min(k, len(points.weights))
    if len(found.centres) == most:
        return found
    for level, around in product((points.levels[0], points.levels[-1]), (gather_around, assign)):
        bins, weights = _bins(points, level)
        while len(found.centres) < most:
            far = _differences(to_rgb(bins, space), pick(found)).min(axis=1) >= least
            squares = ((bins[:, None] - found.centres) ** 2).sum(axis=2).min(axis=1)
            order = np.argsort(np.where(far, -weights * squares, 0), kind="stable")[: far.sum()]
            trials = (around(points, np.vstack([found.centres, bins[row]])) for row in order)
            larger = (trial for trial in trials if len(trial.centres) > len(found.centres))
            trial = next((trial for trial in larger if _is_apart(trial, pick, least)), None)
            if trial is None:
                break
            found = trial
    return found


def _bins(points, level):
    """Return the means (n x 3) and weights (n) of the bins of a Level of Points."""
    low, width = extent(points.channels)
    return level.points[:3].T * (width / level.scale) + low, level.sums[:, 0]


def _is_apart(found, pick, least):
    return bool(found.weights.all()) and _twins(pick(found), least) is None


def _twins(rgb, least):
    """Return the rows of the two colours of `rgb` nearest in ΔE2000, if under `least` apart."""
    differences = _differences(rgb, rgb)
    differences[np.tril_indices(len(rgb))] = np.inf
    nearest = np.unravel_index(differences.argmin(), differences.shape)
    return list(nearest) if differences[nearest] < least else None


def _differences(rgb, others):
    return delta_e_2000(lab_of_rgb(rgb)[:, None], lab_of_rgb(others))


def _joined(points, found, twins):
    mean = np.average(found.centres[twins], axis=0, weights=found.weights[twins])
    return gather_around(points, np.vstack([np.delete(found.centres, twins, axis=0), mean]))
