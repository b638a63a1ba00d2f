"""The figures of a study: what one painting's sheet tells, computed once, as JSON."""

import logging

from PIL import ImageColor

from scripts.colour.differences import palette_difference
from scripts.colour.spaces import to_space
from scripts.common.files import write_json
from scripts.images.pixels import count_colours, enhance_pixels, opaque_pixels
from scripts.images.prominence import weigh
from scripts.images.thumbnail import read_thumbnail
from scripts.palettes.kmeans import Points
from scripts.palettes.palette import (
    find_clusters,
    pick_colours,
    pixels_per_weight,
    shares_of,
    why_fewer,
)
from scripts.studies.lloyd import follow_lloyd
from scripts.studies.methods import VARIED, compare_methods
from scripts.studies.restarts import compare_ks, compare_restarts

logger = logging.getLogger(__name__)


def make_figures(
    path_to_thumbnail, path_to_output, *, image, ks, k, method, methods, palette, people
):
    """Write the figures of a thumbnail's study as JSON.

    `image` is a dict of the collection (see read_collection). `ks` are the numbers of colours for
    which there is a palette, `k` that of all else. `method` holds the configured settings of
    images.enhance, `methods` all that are compared, and `palette` the settings of make_palette, as
    configured. `people` are the palettes that people chose for it (see read_people), each compared
    with as many colours of its own. docs/outputs.md tells what is in the file. That of an image
    that could not be read has only `image`, `title` and `unreadable`, why.
    """
    told = {"image": image["image_id"], "title": image["title"]}
    thumbnail, unreadable, *_ = read_thumbnail(path_to_thumbnail)
    if unreadable is not None:
        write_json(path_to_output, told | {"unreadable": unreadable})
        return
    rgb = opaque_pixels(thumbnail)
    enhanced, kept, fallback = enhance_pixels(rgb, **method)
    colours, counts = count_colours(enhanced[kept])
    weights = weigh(colours, counts, palette["weight"])
    points = Points(to_space(colours, palette["space"]), weights)
    figures = told | {
        "date": image["date"],
        "year": image["year"],
        "artist": image["artist"],
        "link": image["link"],
        "licence": image["licence"],
        "size": list(thumbnail.size),
        "pixels": len(rgb),
        "kept": int(kept.sum()),
        "distinct": len(colours),
        "fallback": bool(fallback),
        "enhance": method,
        "palette": palette,
        "k": k,
        "palettes": {
            str(each): _palette(points, colours, counts, each, palette) for each in sorted(ks)
        },
        "methods": compare_methods(rgb, k, methods, **_without(palette, *VARIED)),
        "people": [chosen | _beside(chosen, points, colours, counts, palette) for chosen in people],
        "restarts": compare_restarts(points, counts, k),
        "ks": compare_ks(points, counts),
        "lloyd": follow_lloyd(points, counts, k),
    }
    write_json(path_to_output, figures)
    logger.info("%s: %d pixels, %d distinct colours", told["image"], len(rgb), len(colours))


def _palette(points, rgb, counts, k, palette):
    found = find_clusters(points, rgb, counts, k, **_without(palette, "weight", "order"))
    choice = {name: palette[name] for name in ("space", "colour", "order")}
    return {
        "wcss_in_space": found.wcss * pixels_per_weight(points, counts),
        "centres": found.centres.tolist(),
        "shares": shares_of(found, counts).tolist(),
        "fewer": why_fewer(k, len(counts), len(found.centres), palette["distinct"]),
        "colors": pick_colours(rgb, counts, found, **choice),
    }


def _beside(chosen, points, rgb, counts, palette):
    """Return `ours`, the palette of as many colours as a person chose, and the `difference`."""
    ours = _palette(points, rgb, counts, len(chosen["palette"]), palette)["colors"]
    theirs = [ImageColor.getrgb(colour) for colour in chosen["palette"]]
    difference = palette_difference([colour["rgb"] for colour in ours], theirs)
    return {"ours": ours, "difference": difference}


def _without(settings, *names):
    return {name: value for name, value in settings.items() if name not in names}
