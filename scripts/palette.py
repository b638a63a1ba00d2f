"""The palette of one image: the centres of its clusters and their shares."""

import logging

import numpy as np

from scripts.files import write_json
from scripts.kmeans import cluster
from scripts.pixels import read_colours

logger = logging.getLogger(__name__)


def make_palette(path_to_pixels, path_to_output, *, image, k, restarts, seed):
    """Write the palette of `k` colours of the pixels at `path_to_pixels` as JSON.

    An image with fewer than `k` distinct colours has a palette of just these.
    """
    colours, counts = read_colours(path_to_pixels)
    clustering = cluster(colours, counts, k, restarts=restarts, seed=seed)
    pixels = int(counts.sum())
    palette = {
        "image": image,
        "k": k,
        "distinct": len(counts),
        "pixels": pixels,
        "wcss": clustering.wcss,
        "colors": palette_colours(clustering.centres, clustering.weights / pixels),
    }
    write_json(path_to_output, palette)
    logger.info("%s: k %d, %d colours, WCSS %.0f", image, k, len(counts), clustering.wcss)


def palette_colours(centres, shares):
    """Return `centres` (c x 3, 0 to 255) as dicts of hex, rgb and share, largest share first.

    >>> palette_colours(np.array([[0.2, 0, 0], [255, 127.6, 16]]), np.array([0.25, 0.75]))[0]
    {'hex': '#ff8010', 'rgb': [255, 128, 16], 'share': 0.75}
    """
    rounded = np.rint(centres).astype(int).tolist()
    colours = [
        {"hex": "#{:02x}{:02x}{:02x}".format(*rgb), "rgb": rgb, "share": share}
        for rgb, share in zip(rounded, shares.tolist(), strict=True)
    ]
    return sorted(colours, key=lambda colour: (-colour["share"], colour["rgb"]))
