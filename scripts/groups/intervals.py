"""How sure a mean of some paintings is: the bootstrap over paintings."""

import numpy as np

from scripts.groups.chance import ROUNDS, resamples

LEVEL = 0.95
FEW = 10
"""Paintings below which a group tells too little to be compared."""


def bootstrap(values, stream, rounds=ROUNDS):
    """Return the means (rounds x s) of `values` (n x s), drawn n at a time with replacement.

    Efron, "Bootstrap methods: another look at the jackknife" (1979).
    """
    size = len(values)
    return np.concatenate([_means(values, places) for places in resamples(stream, size, rounds)])


def interval(means):
    """Return the ends (2 x s) between which LEVEL of `means` (rounds x s) lies: the percentiles."""
    tail = (1 - LEVEL) / 2
    return np.quantile(means, [tail, 1 - tail], axis=0)


def _means(values, places):
    """Return the mean (rounds x s) of the `values` (n x s) at each row of `places`."""
    return np.stack([column[places].mean(axis=1) for column in values.T], axis=1)
