"""Palettes drawn at random, and how far they are by the definition."""

import json

import numpy as np
from scipy.optimize import linprog


def drawn(count, seed, k=5):
    """Return palettes drawn at random around a few colours, as `read_palettes` returns them."""
    random = np.random.default_rng(seed)
    centres = random.uniform([0.2, -0.2, -0.2], [0.9, 0.2, 0.2], (6, 3))
    colours, shares = np.empty((count, k, 3)), np.zeros((count, k))
    for i in range(count):
        size = random.integers(1, k + 1)
        colours[i, :size] = centres[(i + np.arange(size)) % 6]
        colours[i, :size] += random.normal(0, 0.06, (size, 3))
        colours[i, size:] = colours[i, size - 1]
        shares[i, :size] = random.dirichlet(np.ones(size))
    return colours, shares


def reference(colours, shares, other_colours, other_shares):
    """Return the earth mover's distance as the linear program that defines it."""
    costs = np.array([[np.linalg.norm(a - b) for b in other_colours] for a in colours])
    n, m = costs.shape
    given = [np.eye(n)[i].repeat(m) for i in range(n)]
    taken = [np.tile(np.eye(m)[j], n) for j in range(m)]
    amounts = np.concatenate([shares, other_shares])
    return linprog(costs.ravel(), A_eq=np.array(given + taken), b_eq=amounts).fun


def all_distances(colours, shares):
    count = len(colours)
    distances = np.full((count, count), np.inf)
    for i in range(count):
        for j in range(i):
            distance = reference(colours[i], shares[i], colours[j], shares[j])
            distances[i, j] = distances[j, i] = distance
    return distances


def write_palettes(path, palettes):
    """Write what of a palettes_k{k}.json is read: by the ID, pairs of a colour and its share."""
    images = [
        {"image": image, "colors": [{"rgb": rgb, "share": share} for rgb, share in palette]}
        for image, palette in palettes.items()
    ]
    path.write_text(json.dumps({"images": images}))
    return path
