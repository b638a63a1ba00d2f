"""Colours made ready for k-means."""

import math
from functools import cached_property

import numpy as np

from scripts.palettes import bins


class Points:
    """Colours made ready for k-means: the part of its work that does not depend on k.

    Sorted by their channels, equal ones joined, so that neither the order of rows nor a row split
    in two makes any difference. Channels and, in `run_lloyd`, centres are whole multiples of
    `quantum` within 2²⁴ of them, so that in float64 all products and sums are exact: the same on
    every processor, whatever order they are added in.
    """

    def __init__(self, colours, weights):
        """Take `colours` (n x 3, finite) and `weights` (n, above 0); there must be one at least.

        Raises ValueError.
        """
        colours, weights = _validated(colours, weights)
        largest = max(abs(float(colours.min())), abs(float(colours.max())))
        self.quantum = 2.0 ** (math.frexp(largest)[1] - 24)
        if colours.dtype.kind == "f":
            whole = np.rint(colours / self.quantum)
            colours, order = whole * self.quantum, _order(whole.astype(np.int64))
        else:
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
        return bins.levels(self.channels, self.sums[[3, 0, 1, 2]])


def _order(colours):
    """Return the order of `colours` (n x 3 int64, within 2²⁵ of 0) by their channels.

    One sort of all of the first two channels and the upper bits of the third, side by side, takes
    a quarter of the time of three sorts; these are left for where that does not tell colours apart.
    """
    x, y, z = colours.T + 2**25
    keys = x << 37 | y << 11 | z >> 15
    order = np.argsort(keys)
    ranked = keys[order]
    if (ranked[1:] == ranked[:-1]).any():
        return np.lexsort((z, y, x))
    return order


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
