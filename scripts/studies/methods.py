"""Every way to find a palette of one image, side by side."""

from scripts.colour.spaces import SPACES, to_space
from scripts.images.enhance import METHODS
from scripts.images.pixels import count_colours, enhance_pixels
from scripts.palettes.kmeans import cluster
from scripts.palettes.palette import PICKS, pick_colours


def compare_methods(rgb, k, methods, *, order, **clustering):
    """Return what each of `methods` makes of the pixels `rgb` (n x 3 uint8), a list of dicts.

    `methods` are settings of images.enhance by the method's name, `clustering` those of
    kmeans.cluster. Each dict has `enhance` (the method and its settings), `kept` (how many pixels
    count), `fallback` (whether a filter left none), and `palettes`: by space and then by what
    stands for a cluster, k colours in `order` as palette_colours gives them.
    """
    found = []
    for method in METHODS:
        enhance = {"method": method, **methods[method]}
        enhanced, kept, fallback = enhance_pixels(rgb, **enhance)
        colours, counts = count_colours(enhanced[kept])
        found.append(
            {
                "enhance": enhance,
                "kept": int(kept.sum()),
                "fallback": bool(fallback),
                "palettes": {
                    space: _palettes_in(space, colours, counts, k, order, clustering)
                    for space in SPACES
                },
            }
        )
    return found


def _palettes_in(space, rgb, counts, k, order, clustering):
    found = cluster(to_space(rgb, space), counts, k, **clustering)
    return {
        colour: pick_colours(rgb, counts, found, space=space, colour=colour, order=order)
        for colour in PICKS
    }
