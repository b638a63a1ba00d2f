"""A group's own palette: k-means over the colours of its paintings' palettes."""

import numpy as np

from scripts.colour.spaces import oklab_of_rgb

STEPS = 100
"""Of Lloyd's algorithm, at most."""
MOVED = 1_000
"""Of so many colours no more than one may move for it to be at rest."""


def group_palette(colours, shares, codes, k):
    """Return the `k` colours, or fewer, of a group of paintings in OKLab (k x 3), and their shares.

    `colours` (n x 3 in OKLab) are those of all its palettes, `shares` (n) sum to 1 in each palette,
    so that every painting counts alike, and `codes` (c x 3 in sRGB) are the collection's. The start
    is the code of most share, then those that add most to the sum of squares, and Lloyd's algorithm
    goes on from there: no chance takes part, and the page comes to the same colours.
    """
    codes = oklab_of_rgb(codes)
    code_of = _nearest(colours, codes)
    mean = np.bincount(code_of, shares, len(codes))
    centres = codes[_starts(codes, mean, k)]
    labels = _nearest(codes, centres)[code_of]
    for _ in range(STEPS):
        sums = np.stack([np.bincount(labels, shares * c, len(centres)) for c in colours.T], axis=1)
        weights = np.bincount(labels, shares, len(centres))
        filled = weights > 0
        centres = np.where(filled[:, None], sums / np.where(filled, weights, 1)[:, None], centres)
        before, labels = labels, _nearest(colours, centres)
        if MOVED * (before != labels).sum() <= len(labels):
            break
    order = np.argsort(-weights[filled], kind="stable")
    return centres[filled][order], weights[filled][order] / weights.sum()


def _nearest(colours, centres):
    """Return the place of the nearest of `centres` to each of `colours`."""
    return ((colours[:, None] - centres[None]) ** 2).sum(axis=2).argmin(axis=1)


def _starts(codes, mean, k):
    """Return the places of up to `k` of `codes`, whose shares are `mean`, far from one another."""
    away, chosen = np.ones(len(codes)), []
    while len(chosen) < k and (mean * away).max() > 0:
        chosen.append(int((mean * away).argmax()))
        apart = ((codes - codes[chosen[-1]]) ** 2).sum(axis=1)
        away = apart if len(chosen) == 1 else np.minimum(away, apart)
    return chosen
