"""Two groups of paintings compared: how they differ, how sure that is, and how much is chance."""

from typing import NamedTuple

import numpy as np

from scripts.groups.chance import shuffles
from scripts.groups.codes import distance
from scripts.groups.intervals import FEW, bootstrap, interval
from scripts.groups.ranks import chance_of, standard_ranks

STREAMS = {"a": 1, "b": 2, "splits": 3}
SPLITS = 200
"""Random splits of which the earth mover's distance is found."""
CHANCE = 0.05
"""How often, at most, random splits differ as much, in any series, as a difference that is told."""


class Comparison(NamedTuple):
    """Groups A and B by s series."""

    means: np.ndarray
    """2 x s."""
    intervals: np.ndarray
    """2 groups x 2 ends x s."""
    difference: np.ndarray
    """s, that of A less that of B."""
    interval: np.ndarray
    """2 ends x s, of the difference."""
    by_chance: np.ndarray
    """s, the part of random splits whose ranks differ as much in any series."""
    told: np.ndarray
    """s bool, whether the difference is more than chance: see `compare`."""
    distance: float
    """Earth mover's, in OKLab."""
    distances_by_chance: np.ndarray
    """SPLITS, those of random splits of the same paintings, in order."""


def compare(series, histograms, codes, a, b):
    """Return the Comparison of the groups at the places `a` and `b`, which share none.

    `series` (n x s) and `histograms` (n x c over `codes`, c x 3) have a row a painting. A
    difference is told if its interval leaves out 0, no more than CHANCE of the random splits into
    groups of the same sizes have ranks that differ as much in any series, and neither group is FEW.
    """
    groups = [series[a], series[b]]
    drawn = [bootstrap(group, STREAMS[name]) for group, name in zip(groups, "ab", strict=True)]
    means = np.stack([group.mean(axis=0) for group in groups])
    difference = means[0] - means[1]
    ends = interval(drawn[0] - drawn[1])
    both = np.concatenate([a, b])
    order = np.sort(both)
    sizes = (len(a), len(b))
    ranks = standard_ranks(series[both])
    seen = np.abs(ranks[: len(a)].mean(axis=0) - ranks[len(a) :].mean(axis=0))
    splits = np.abs(splits_of(standard_ranks(series[order]), sizes))
    by_chance = chance_of(seen, splits.max(axis=1))
    apart = (ends[0] > 0) | (ends[1] < 0)
    return Comparison(
        means=means,
        intervals=np.stack([interval(part) for part in drawn]),
        difference=difference,
        interval=ends,
        by_chance=by_chance,
        told=apart & (by_chance <= CHANCE) & (min(sizes) >= FEW),
        distance=distance(histograms[a].mean(axis=0), histograms[b].mean(axis=0), codes),
        distances_by_chance=_distances_by_chance(histograms[order], sizes, codes),
    )


def splits_of(values, sizes):
    """Return how the means of `values` (n x s) differ (rounds x s) when split by chance."""
    smaller = min(sizes)
    total, size = values.sum(axis=0), len(values)
    sign = 1 if sizes[0] == smaller else -1
    parts = shuffles(STREAMS["splits"], size, smaller)
    sums = np.concatenate([_sums(values, places) for places in parts])
    return sign * (sums / smaller - (total - sums) / (size - smaller))


def _distances_by_chance(histograms, sizes, codes):
    smaller = min(sizes)
    total, size = histograms.sum(axis=0), len(histograms)
    parts = shuffles(STREAMS["splits"], size, smaller, SPLITS)
    sums = np.concatenate([_sums(histograms, places) for places in parts])
    rest = np.maximum(total - sums, 0)
    return np.sort([distance(one, other, codes) for one, other in zip(sums, rest, strict=True)])


def _sums(values, places):
    return np.stack([column[places].sum(axis=1) for column in values.T], axis=1)
