"""k-means on distinct colours with weights."""

from typing import NamedTuple

import numpy as np
from sklearn.cluster import KMeans


class Clustering(NamedTuple):
    """What k-means found: c clusters of d colours, c being at most k."""

    centres: np.ndarray
    """c x 3 float64, the weighted means of the clusters."""
    labels: np.ndarray
    """d, the row of `centres` that each colour belongs to."""
    weights: np.ndarray
    """c float64, the sums of the clusters' weights."""
    wcss: float
    """Within-cluster sum of squared distances, over the weights."""


def cluster(colours, weights, k, *, algorithm="kmeans++", restarts=10, seed=0):
    """Return the Clustering of `colours` (d x 3, distinct) into `k` by their `weights` (d).

    With d <= k every colour is a cluster of its own, and WCSS is 0. `kmeans++` is Lloyd's
    algorithm from `restarts` starts after Arthur and Vassilvitskii (2007), as scikit-learn has
    it; the smallest WCSS is kept.
    """
    colours = np.asarray(colours, dtype=np.float64)
    weights = np.asarray(weights, dtype=np.float64)
    if len(colours) <= k:
        return Clustering(colours, np.arange(len(colours)), weights, 0.0)
    labels = ALGORITHMS[algorithm](colours, weights, k, restarts, seed)
    return _clustering(colours, weights, labels)


def _clustering(colours, weights, labels):
    sums = np.bincount(labels, weights)
    centres = np.stack(
        [np.bincount(labels, weights * channel) / sums for channel in colours.T], axis=1
    )
    wcss = weights @ ((colours - centres[labels]) ** 2).sum(axis=1)
    return Clustering(centres, labels, sums, float(wcss))


def _kmeans_plus_plus(colours, weights, k, restarts, seed):
    kmeans = KMeans(k, init="k-means++", n_init=restarts, random_state=seed)
    return kmeans.fit(colours, sample_weight=weights).labels_


ALGORITHMS = {"kmeans++": _kmeans_plus_plus}
