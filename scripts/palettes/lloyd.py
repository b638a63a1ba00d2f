"""Lloyd's algorithm on all colours, with bounds that spare most of the distances."""

import numpy as np

from scripts.palettes.bins import gather
from scripts.palettes.distances import find_nearest, mark_nearest, squares

MOST_STRIDES = 200
"""Steps of Lloyd's algorithm after which none is lengthened any more."""


def run_lloyd(points, centres, stride=1.0, watch=lambda centres: None):
    """Return the labels (d) of Points where Lloyd's algorithm comes to rest from `centres` (k x 3).

    `watch` is called with the centres at the start and after each step.

    After Lloyd, "Least squares quantization in PCM" (1982). With a `stride` above 1, steps are
    so much longer until no cluster changes; from there on, and at last, they are his.

    A colour keeps its label until the centres have moved so far that another could be nearer
    (after Hamerly, "Making k-means even faster", 2010): between looks at all colours, only the
    eighth of them with the least margin between nearest and second nearest centre is looked at.
    """
    watch(centres)
    k = len(centres)
    labels, margins = find_nearest(points.planes, points.rounded(centres))
    totals = gather(labels, points.sums, k)
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
            members = mark_nearest(planes, points.rounded(centres))
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
        labels[stale], margins[stale] = find_nearest(planes, points.rounded(centres))
        totals = totals + gather(labels[stale], sums, k) - gather(before, sums, k)
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
    return run_lloyd(points, centres, watch=watch)


def _filled(points, totals):
    """Return which clusters have colours (k): sums by differences can leave dust in the others."""
    return totals[3] > points.weights.min() / 2


def _moves(points, totals, centres):
    """Return the moves of `centres` (k x 3) to their means; one without colours stays."""
    filled = _filled(points, totals)
    return np.where(filled, totals[:3] / np.where(filled, totals[3], 1) - centres.T, 0).T
