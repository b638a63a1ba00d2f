"""Every way to find a palette of one image, side by side."""

from scripts.colour.spaces import SPACES, to_space
from scripts.images.pixels import count_colours, enhance_pixels
from scripts.images.prominence import WEIGHTS, weigh
from scripts.palettes.kmeans import Points
from scripts.palettes.palette import PICKS, find_clusters, pick_colours

VARIED = ("weight", "space", "colour")
"""The settings of make_palette that `compare_methods` tries all values of."""
PUBLISHED = (
    {"method": "color_balance", "amount": 0.5},
    {"weight": "area", "space": "rgb", "colour": "mean"},
)
"""The settings of images.enhance and of make_palette that this workflow began with."""


def compare_methods(rgb, k, methods, **palette):
    """Return what each of `methods` makes of the pixels `rgb` (n x 3 uint8), a list of dicts.

    `methods` are settings of images.enhance, to which the published one is added, `palette` those
    of make_palette but VARIED. Each dict
    has `enhance` (the method and its settings), `kept` (how many pixels count), `fallback` (whether
    a filter left none), and `palettes`: by weight, by space and then by what stands for a cluster,
    k colours as palette_colours gives them.
    """
    found = []
    for enhance in methods if PUBLISHED[0] in methods else [*methods, PUBLISHED[0]]:
        enhanced, kept, fallback = enhance_pixels(rgb, **enhance)
        colours, counts = count_colours(enhanced[kept])
        found.append(
            {
                "enhance": enhance,
                "kept": int(kept.sum()),
                "fallback": bool(fallback),
                "palettes": {
                    weight: {
                        space: _palettes(colours, counts, k, weight, space, **palette)
                        for space in SPACES
                    }
                    for weight in WEIGHTS
                },
            }
        )
    return found


def _palettes(rgb, counts, k, weight, space, *, order, distinct, **clustering):
    points = Points(to_space(rgb, space), weigh(rgb, counts, weight))
    palettes = {}
    for colour in PICKS:
        choice = {"space": space, "colour": colour}
        found = find_clusters(points, rgb, counts, k, distinct=distinct, **choice, **clustering)
        palettes[colour] = pick_colours(rgb, counts, found, order=order, **choice)
    return palettes
