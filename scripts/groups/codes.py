"""A collection's code: some colours in whose stead all of its palettes are counted.

The earth mover's distance of two groups would else be that of thousands of colours.
"""

import numpy as np

from scripts.colour.spaces import oklab_of_rgb, rgb_of_oklab
from scripts.common.files import read_json, write_json
from scripts.groups.series import colours_of_palette
from scripts.palettes.kmeans import cluster

CODES = 32
ITERATIONS = 100_000  # of the solver, at most


def make_codes(path_to_palettes_k, path_to_output):
    """Write the codes of the palettes of a palettes_k{k}.json: a JSON list of red, green, blue."""
    images = read_json(path_to_palettes_k)["images"]
    write_json(path_to_output, find_codes([image["colors"] for image in images]).tolist())


def read_codes(path_to_codes):
    """Return the codes (c x 3 int) that `make_codes` wrote."""
    return np.array(read_json(path_to_codes), dtype=int).reshape(-1, 3)


def find_codes(palettes):
    """Return the colours, CODES x 3 int in sRGB or fewer, that best stand for `palettes`.

    They are the centres of k-means in OKLab over all colours by their shares, every palette
    counting alike.
    """
    pairs = [colours_of_palette(palette) for palette in palettes]
    if not pairs:
        return np.empty((0, 3), dtype=int)
    colours, shares = (np.concatenate(part) for part in zip(*pairs, strict=True))
    counts = shares > 0
    centres = cluster(colours[counts], shares[counts], CODES).centres
    rgb = np.rint(np.clip(rgb_of_oklab(centres), 0, 255)).astype(int)
    return np.unique(rgb, axis=0)


def histogram(palette, codes):
    """Return the share (c) of a palette that is nearest, in OKLab, to each of `codes` (c x 3)."""
    colours, shares = colours_of_palette(palette)
    apart = ((colours[:, None] - oklab_of_rgb(codes)[None]) ** 2).sum(axis=2)
    return np.bincount(apart.argmin(axis=1), shares, len(codes))


def distance(one, other, codes):
    """Return the earth mover's distance in OKLab of two histograms (c) over `codes` (c x 3)."""
    # Imported here because only comparisons need it, and it takes a second.
    from ot.lp.emd_wrap import emd_c  # as in scripts/page/similarity.py

    lab = oklab_of_rgb(codes)
    costs = np.linalg.norm(lab[:, None] - lab[None], axis=2)
    return emd_c(one / one.sum(), other / other.sum(), costs, ITERATIONS, 1)[1]
