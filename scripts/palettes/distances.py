"""Squared distances of colours from centres, and which centre is nearest.

Colours are the planes of Points (4 x d): their channels, and a row of ones. So distances are a
matrix product, exact where colours and centres are multiples of the Points' quantum.
"""

import numpy as np

AT_ONCE = 1 << 18
"""Distances that are reckoned at once: about as many as the cache holds."""


def squares(channels, labels, centres):
    """Return the squared distance of each colour (3 x d) to the centre of its label (d)."""
    return sum(
        (channel - np.take(values, labels)) ** 2
        for channel, values in zip(channels, centres.T, strict=True)
    )


def coefficients(centres):
    """Return -2 c and c² of `centres` (... x 3), as ... x 4.

    Their product with a colour and 1 is its squared distance, less its own square.
    """
    return np.concatenate([-2 * centres, (centres**2).sum(axis=-1, keepdims=True)], axis=-1)


def score(planes, centres):
    """Return squared distances of `planes` (4 x d) from `centres`, less their squares (k x d)."""
    return coefficients(centres) @ planes


def mark_nearest(planes, centres):
    """Return 1 where a centre (k x 3) is the first of the nearest to one of `planes` (4 x d),
    else 0, k x d float64.
    """
    scores = score(planes, centres)
    marks = scores == scores.min(axis=0)
    if np.count_nonzero(marks) > planes.shape[1]:
        marks &= np.cumsum(marks, axis=0) == 1
    return marks.astype(np.float64)


def find_nearest(planes, centres):
    """Return the first of the nearest `centres` (k x 3) to each of `planes` (4 x d), as labels,
    and how much farther the second nearest centre is (d).
    """
    parts = [_nearest_in_block(block, centres) for block in in_blocks(planes, len(centres))]
    labels, margins = zip(*parts, strict=True)
    return np.concatenate(labels), np.concatenate(margins)


def _nearest_in_block(planes, centres):
    first, *others = score(planes, centres)
    labels = np.zeros(len(first), dtype=np.intp)
    second = np.full(len(first), np.inf)
    for j, scores in enumerate(others, start=1):
        np.copyto(labels, j, where=scores < first)
        np.minimum(second, np.maximum(scores, first), out=second)
        np.minimum(first, scores, out=first)
    own_squares = (planes[:3] ** 2).sum(axis=0)
    near, far = (np.sqrt(np.maximum(scores + own_squares, 0)) for scores in (first, second))
    return labels, far - near


def in_blocks(planes, k):
    """Return `planes` (4 x d) in parts for which distances from k centres stay in the cache."""
    size = max(1, AT_ONCE // (2 * k))
    return np.split(planes, range(size, planes.shape[1], size), axis=1)
