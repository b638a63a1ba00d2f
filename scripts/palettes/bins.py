"""Colours gathered into few bins, on which many starts of k-means can be tried for little."""

from typing import NamedTuple

import numpy as np


class Level(NamedTuple):
    """n bins in whole numbers.

    With centres that are multiples of 1/4, every product and every sum that k-means forms of them
    is exact in their type. So matrix products give the same bytes in whatever order they add, on
    any processor and with any number of threads.
    """

    points: np.ndarray
    """4 x n float32 or float64: the mean colours, 0 to `scale` a channel, and a row of ones."""
    sums: np.ndarray
    """n x 4 of the same type: weight, and weight times each channel."""
    scatter: float
    """Sum of weight times squared length of the mean colours."""
    scale: int
    """Steps along the widest channel."""


SCALES = {np.float32: (200, 1 << 16), np.float64: (200 << 8, 1 << 24)}
"""For each type, the steps along the widest channel and about what the weights add up to."""
LEVELS = ((256, np.float32), (512, np.float32), (1536, np.float32), (1536, np.float64))
"""Bins on each level, at most, and their type."""
GRIDS = (32, 64, 128)
"""Cells along the widest channel of the grid that bins are made from: the first that has enough."""


def levels(colours, sums):
    """Return the Levels of bins of distinct `colours` (3 x d), from coarse to fine, as LEVELS says.

    `sums` (4 x d) are the colours' weights, and weight times each channel.
    """
    counts, types = zip(*LEVELS, strict=True)
    if sums.shape[1] > counts[-1]:
        grids = (gather(_grid(colours, cells), sums) for cells in GRIDS)
        # Where no grid resolves the few narrow places that all colours are in, the colours.
        sums = next((cells for cells in grids if cells.shape[1] >= counts[-1]), sums)
    low, width = extent(colours)
    return [
        _level(joined, low, width, dtype)
        for joined, dtype in zip(_split(sums, counts), types, strict=True)
    ]


def _level(sums, low, width, dtype):
    """Return the bins of `sums` (4 x n) as a Level; `low` (3) and `width` as from `extent`."""
    scale, total = SCALES[dtype]
    weights = np.rint(sums[0] * (total / sums[0].sum()))
    means = np.rint((sums[1:] / sums[0] - low[:, None]) * (scale / width))
    return Level(
        np.vstack([means, np.ones_like(weights)]).astype(dtype),
        np.vstack([weights, weights * means]).T.astype(dtype),
        float((weights * (means**2).sum(axis=0)).sum()),
        scale,
    )


def gather(bins, columns, least=0):
    """Return the sums of each of `columns` (c x d) over each of the `bins` (d) it is in, c x n.

    n is `least`, or more if there are more bins.
    """
    return np.stack([np.bincount(bins, column, least) for column in columns])


def _grid(colours, cells):
    """Return for each of `colours` (3 x d) the cell of a grid of cubes that it is in (d).

    There are `cells` of them along the widest channel. Only the cells in use have numbers.
    """
    low, width = extent(colours)
    r, g, b = (
        np.minimum((channel - least) * (cells / width), cells - 1).astype(np.intp)
        for channel, least in zip(colours, low, strict=True)
    )
    cell = (r * cells + g) * cells + b
    # Most cells are empty: their numbers are not even written.
    is_used = np.zeros(cells**3, dtype=bool)
    is_used[cell] = True
    used = np.flatnonzero(is_used)
    numbers = np.empty(cells**3, dtype=np.intp)
    numbers[used] = np.arange(len(used))
    return numbers[cell]


def _split(sums, counts):
    """Yield `sums` (4 x n) joined to as many bins as each of `counts` says, in rising order.

    Rows are weight, and weight times each channel. Fewer bins than a count stay as they are.

    Variance splitting: the bins with most scatter along a channel are cut at their mean across it,
    all within a factor of sixteen of the worst at once, from a coarse grid on (after Wu,
    "Efficient statistical computations for optimal color quantization", Graphics Gems II, 1991).
    """
    colours = sums[1:] / sums[0]
    columns = np.vstack([sums, sums[1:] * colours])
    bins = _grid(colours, 4)
    n = int(bins.max()) + 1
    rows = np.arange(len(bins))
    for count in counts:
        while n < min(count, len(bins)):
            totals = gather(bins, columns)
            means = totals[1:4] / totals[0]
            scatter = totals[4:] - means * totals[1:4]
            channel, worst = scatter.argmax(axis=0), scatter.max(axis=0)
            chosen = np.argsort(-worst, kind="stable")[: count - n]
            chosen = chosen[worst[chosen] >= worst[chosen[0]] / 16]
            threshold = np.full(n, np.inf)
            threshold[chosen] = means[channel[chosen], chosen]
            above = np.flatnonzero(colours[channel[bins], rows] > threshold[bins])
            child = np.zeros(n, dtype=np.intp)
            child[chosen] = np.arange(n, n + len(chosen))
            bins[above] = child[bins[above]]
            n += len(chosen)
        yield gather(bins, sums)


def extent(colours):
    """Return the smallest value of each channel of `colours` (3 x d), and the widest range."""
    low = colours.min(axis=1)
    return low, (colours.max(axis=1) - low).max()
