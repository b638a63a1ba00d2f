"""The figures of a study: what one painting's sheet tells, computed once, as JSON."""

import logging

from scripts.colour.spaces import to_space
from scripts.common.files import write_json
from scripts.images.pixels import count_colours, enhance_pixels, opaque_pixels
from scripts.images.thumbnail import read_thumbnail
from scripts.palettes.kmeans import Points, cluster_points
from scripts.palettes.palette import pick_colours
from scripts.studies.lloyd import follow_lloyd
from scripts.studies.methods import compare_methods
from scripts.studies.restarts import compare_ks, compare_restarts

logger = logging.getLogger(__name__)


def make_figures(path_to_thumbnail, path_to_output, *, image, ks, k, method, methods, palette):
    """Write the figures of a thumbnail's study as JSON.

    `image` is a dict of the collection (see read_collection). `ks` are the numbers of colours for
    which there is a palette, `k` that of all else. `methods` are settings of images.enhance by
    name, of which `method` is the configured one, and `palette` those of make_palette, as
    configured. docs/outputs.md tells what is in the file. That of an image that could not be read
    has only `image`, `title` and `unreadable`, why.
    """
    told = {"image": image["image_id"], "title": image["title"]}
    thumbnail, unreadable, *_ = read_thumbnail(path_to_thumbnail)
    if unreadable is not None:
        write_json(path_to_output, told | {"unreadable": unreadable})
        return
    rgb = opaque_pixels(thumbnail)
    enhanced, kept, fallback = enhance_pixels(rgb, method=method, **methods[method])
    colours, counts = count_colours(enhanced[kept])
    points = Points(to_space(colours, palette["space"]), counts)
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
        "enhance": {"method": method, **methods[method]},
        "palette": palette,
        "k": k,
        "palettes": {
            str(each): _palette(points, colours, counts, each, palette) for each in sorted(ks)
        },
        "methods": compare_methods(rgb, k, methods, **_without(palette, "space", "colour")),
        "restarts": compare_restarts(points, k),
        "ks": compare_ks(points, counts),
        "lloyd": follow_lloyd(points, counts, k),
    }
    write_json(path_to_output, figures)
    logger.info("%s: %d pixels, %d distinct colours", told["image"], len(rgb), len(colours))


def _palette(points, colours, counts, k, palette):
    found = cluster_points(points, k, **_without(palette, "space", "colour", "order"))
    choice = {name: palette[name] for name in ("space", "colour", "order")}
    return {
        "wcss_in_space": found.wcss,
        "centres": found.centres.tolist(),
        "shares": (found.weights / int(counts.sum())).tolist(),
        "colors": pick_colours(colours, counts, found, **choice),
    }


def _without(settings, *names):
    return {name: value for name, value in settings.items() if name not in names}
