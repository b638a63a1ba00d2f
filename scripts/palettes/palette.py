"""The palette of one image: a colour for each of its clusters, and their shares."""

import logging
import os
from functools import lru_cache, partial

import numpy as np

from scripts.colour.spaces import GREY, oklch_of_rgb, to_rgb, to_space
from scripts.common.files import write_json
from scripts.common.words import count
from scripts.images.pixels import count_colours, read_colours
from scripts.palettes.apart import keep_apart
from scripts.palettes.distances import squares
from scripts.palettes.kmeans import Points, cluster_points

logger = logging.getLogger(__name__)


def make_palette(
    path_to_pixels,
    path_to_output,
    *,
    image,
    k,
    weight,
    space,
    distinct,
    colour,
    order,
    **clustering,
):
    """Write the palette of `k` colours of the pixels at `path_to_pixels` as JSON.

    The clusters are found in `space` (see scripts.colour.spaces), by `clustering`, the settings of
    kmeans.cluster; a pixel counts as any other with the `weight` "area", and by how much it stands
    out with "prominence" (see scripts.images.prominence). `colour` says what stands for a cluster
    (see PICKS), `order` how the colours are sorted (see ORDERS), `distinct` how far they are from
    one another at least, in ΔE2000 (see scripts.palettes.apart). An image that has fewer than `k`
    such colours has a palette of just these, and `fewer` tells why.
    That of an image that could not be read has only `image`, `k` and `unreadable`, why.
    """
    # Another file of the same name was written at another time.
    written = os.stat(path_to_pixels).st_mtime_ns
    taken_over = _read_points.cache_info().hits
    pixels, points = _read_points(path_to_pixels, written, space, weight)
    how = "taken over" if _read_points.cache_info().hits > taken_over else "prepared"
    if points is None:
        write_json(path_to_output, {"image": image, "k": k, "unreadable": pixels.unreadable})
        return
    rgb, counts = pixels.colours, pixels.counts
    choice = {"space": space, "colour": colour}
    found = find_clusters(points, rgb, counts, k, distinct=distinct, **choice, **clustering)
    squares_in_rgb = squares(rgb.T, found.labels, to_rgb(found.centres, space))
    palette = {
        "image": image,
        "k": k,
        "distinct": len(counts),
        "pixels": int(counts.sum()),
        "fewer": why_fewer(k, len(counts), len(found.centres), distinct),
        "fallback": pixels.fallback,
        "damaged": pixels.damage,
        "backdrop": pixels.backdrop,
        "weight": weight,
        "space": space,
        "wcss": float(counts @ squares_in_rgb),
        "wcss_in_space": found.wcss * pixels_per_weight(points, counts),
        "colors": pick_colours(rgb, counts, found, order=order, **choice),
    }
    write_json(path_to_output, palette)
    told = image, k, len(counts), how, palette["wcss"]
    logger.info("%s: k %d, %d colours %s, WCSS %.0f", *told)


def why_fewer(k, distinct_colours, found, least):
    """Return why a palette has only `found` colours in place of `k`, or None."""
    if found == k:
        return None
    if found == distinct_colours:
        return f"the picture has {count(found, 'distinct colour')}"
    return f"no other colour of the picture is {least} from these in ΔE2000"


@lru_cache(maxsize=4)
def _read_points(path_to_pixels, written, space, weight):
    """Return the Pixels of a file and the Points that are clustered, None if there are none.

    Palettes of several k, made one after the other, share them: they take half of the time of one.
    """
    pixels = read_colours(path_to_pixels)
    if pixels.unreadable is not None:
        return pixels, None
    weights = pixels.prominence if weight == "prominence" else pixels.counts
    return pixels, Points(to_space(pixels.colours, space), weights)


def find_clusters(points, rgb, counts, k, *, space, distinct, colour, **clustering):
    """Return the Clustering that a palette of `k` colours is picked from, as `make_palette` says.

    Points are the colours `rgb` (n x 3) in `space` with their weights; `counts` (n) are the pixels.
    """
    found = cluster_points(points, k, **clustering)
    if not distinct:
        return found
    pick = partial(PICKS[colour], rgb, counts, space=space)
    return keep_apart(points, found, k, least=distinct, space=space, pick=pick)


def pick_colours(rgb, counts, found, *, space, colour, order):
    """Return the palette of a Clustering as `palette_colours` does, a colour a cluster.

    `rgb` (n x 3) is what was clustered in `space`, `counts` (n) its pixels: the shares are of them,
    whatever weights they had.
    """
    colours = PICKS[colour](rgb, counts, found, space)
    return palette_colours(colours, shares_of(found, counts), order)


def pixels_per_weight(points, counts):
    """Return the factor that makes the WCSS of Points, over weights, one over pixels; `counts` (n).

    It is 1 where each pixel has the weight 1.
    """
    return float(counts.sum() / points.weights.sum())


def shares_of(found, counts):
    """Return the part of the pixels that each cluster of a Clustering has (c); `counts` (n)."""
    return np.bincount(found.labels, counts, len(found.centres)) / int(counts.sum())


def mean_colours(rgb, counts, found, space):
    """Return the centres of the clusters, c x 3 int, rounded and clipped to sRGB."""
    return np.rint(to_rgb(found.centres, space)).astype(int)


def mode_colours(rgb, counts, found, space):
    """Return the most common colour of each cluster, c x 3 int, with channels rounded to tens.

    Of colours equally common the one that comes first by r, g and b.
    """
    tens = np.minimum((rgb.astype(int) + 5) // 10 * 10, 255).astype(np.uint8)
    clusters = [found.labels == label for label in range(len(found.centres))]
    return np.stack([count_colours(tens[at], counts[at])[0][0] for at in clusters]).astype(int)


def nearest_colours(rgb, counts, found, space):
    """Return the real pixel nearest to each centre in `space`, c x 3 int.

    Of pixels equally near the more frequent one, then the first by r, g and b.
    """
    distances = squares(to_space(rgb, space).T, found.labels, found.centres)
    order = np.lexsort((*rgb.T[::-1], -counts.astype(np.int64), distances, found.labels))
    _, first = np.unique(found.labels[order], return_index=True)
    return rgb[order[first]].astype(int)


def palette_colours(rgb, shares, order):
    """Return colours (c x 3 int, 0 to 255) as dicts of hex, rgb and share, sorted by `order`.

    >>> palette_colours(np.array([[0, 0, 0], [255, 128, 16]]), np.array([0.25, 0.75]), "share")[0]
    {'hex': '#ff8010', 'rgb': [255, 128, 16], 'share': 0.75}
    """
    colours = [
        {"hex": "#{:02x}{:02x}{:02x}".format(*colour), "rgb": colour, "share": share}
        for colour, share in zip(rgb.tolist(), shares.tolist(), strict=True)
    ]
    return sorted(colours, key=lambda colour: (*ORDERS[order](colour), colour["rgb"]))


def _by_share(colour):
    return (-colour["share"],)


def _by_hue(colour):
    lightness, chroma, hue = oklch_of_rgb(colour["rgb"])
    # The hue of a grey says nothing: it would scatter among the others.
    return (1, lightness) if chroma < GREY else (0, hue, lightness)


def _by_lightness(colour):
    return (oklch_of_rgb(colour["rgb"])[0],)


PICKS = {"mean": mean_colours, "mode": mode_colours, "nearest": nearest_colours}
ORDERS = {"share": _by_share, "hue": _by_hue, "lightness": _by_lightness}
