"""How alike palettes are.

The distance of two palettes is the earth mover's distance in OKLab: the least work, share times
distance, that turns the colours of one into those of the other (Rubner, Tomasi and Guibas, "The
earth mover's distance as a metric for image retrieval", 2000).
"""

from itertools import product

import numpy as np
from ot.lp.emd_wrap import emd_c  # POT's exact solver; ot.emd2 around it takes 20 times as long

from scripts.colour.spaces import oklab_of_rgb
from scripts.common.files import read_json

STEPS = 8  # of a profile, along each of its directions
ITERATIONS = 100_000  # of the solver, at most

# The 13 ways from the middle of a cube to its corners, edges and sides, each once.
_WAYS = [way for way in product((-1, 0, 1), repeat=3) if way > (0, 0, 0)]
DIRECTIONS = np.array([np.array(way) / np.linalg.norm(way) for way in _WAYS])


def read_palettes(path_to_palettes_k):
    """Return the IDs of the images of a palettes_k{k}.json (n), and their palettes.

    These are the colours in OKLab (n x k x 3) and their shares (n x k), which sum to 1. A palette
    of fewer than k colours is filled up with its last one, at shares of 0.
    """
    images = read_json(path_to_palettes_k)["images"]
    palettes = [image["colors"] for image in images]
    k = max(map(len, palettes), default=0)
    filled = [
        [*palette, *[palette[-1] | {"share": 0}] * (k - len(palette))] for palette in palettes
    ]
    rgb = np.array([[colour["rgb"] for colour in palette] for palette in filled])
    shares = np.array([[colour["share"] for colour in palette] for palette in filled])
    ids = [image["image"] for image in images]
    if not ids:
        return ids, np.empty((0, 0, 3)), np.empty((0, 0))
    return ids, oklab_of_rgb(rgb), shares / shares.sum(axis=1, keepdims=True)


def profile(colours, shares):
    """Return palettes as vectors (n x directions x steps) whose distances bound the exact ones.

    Palettes are as `read_palettes` returns them. A vector holds, along each of DIRECTIONS, the mean
    of the colours in each of STEPS equal parts of the painting, in order along that direction. In
    one dimension the earth mover's distance is the mean difference of two quantile functions; means
    over parts can only make it smaller, and so can the projection.
    """
    edges = np.arange(STEPS + 1) / STEPS
    profiles = np.empty((len(colours), len(DIRECTIONS), STEPS))
    for j, along in enumerate(np.moveaxis(colours @ DIRECTIONS.T, 2, 0)):
        order = np.argsort(along, axis=1, kind="stable")
        values, parts = (np.take_along_axis(array, order, axis=1) for array in (along, shares))
        starts = np.cumsum(parts, axis=1) - parts
        before = np.clip(edges - starts[..., None], 0, parts[..., None])
        profiles[:, j] = np.diff((values[..., None] * before).sum(axis=1), axis=1) * STEPS
    return profiles


def earth_movers_distances(costs, shares, other_shares):
    """Return the distances (n) of n pairs of palettes.

    `costs` (k x k x n) holds how far the colours of one are from those of the other, and `shares`
    and `other_shares` (n x k) sum to 1 in each row.
    """
    pairs = zip(shares, other_shares, np.ascontiguousarray(costs.transpose(2, 0, 1)), strict=True)
    return np.array([emd_c(given, taken, far, ITERATIONS, 1)[1] for given, taken, far in pairs])
