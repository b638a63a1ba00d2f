"""The work itself: the workflow's functions in a joblib loop over the images, without Snakemake.

    python -m benchmarks.bare_loop path/to/collection.tsv results path/to/node_modules

Run by benchmarks/workflow.py.
"""

import os

os.environ |= dict.fromkeys(["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"], "1")

import argparse
from pathlib import Path

from joblib import Parallel, delayed

from scripts.collections.collection import read_collection
from scripts.collections.config import read_config

PAGE = Path(__file__).parents[1] / "page"


def make_image(image, results, config):
    """Make the thumbnail, pixels and palettes of one image."""
    from scripts.images.pixels import make_pixels
    from scripts.images.thumbnail import make_thumbnail
    from scripts.palettes.palette import make_palette

    name = image["image_id"]
    thumbnail, pixels = results / f"thumbnails/{name}.png", results / f"pixels/{name}.parquet"
    settings = {key: value for key, value in config["palette"].items() if key != "ks"}
    make_thumbnail(image["source"], thumbnail, skip=False, **config["thumbnail"])
    make_pixels(thumbnail, pixels, **config["enhance"])
    for k in config["palette"]["ks"]:
        make_palette(pixels, results / f"palettes/k{k}/{name}.json", image=name, k=k, **settings)


def gather(images, results, modules, config):
    """Make what the workflow makes of all images."""
    from scripts.groups.codes import make_codes
    from scripts.page.atlas import make_atlas
    from scripts.page.bundle import bundle_page
    from scripts.page.map import make_map
    from scripts.page.neighbours import find_neighbours
    from scripts.page.page import make_page
    from scripts.palettes.gather import combine_palettes, gather_palettes
    from scripts.palettes.table import tabulate_palettes
    from scripts.palettes.unreadable import tabulate_unreadable

    names = [image["image_id"] for image in images]
    of_k = []
    for k in config["palette"]["ks"]:
        of_k.append(results / f"palettes_k{k}.json")
        palettes = [results / f"palettes/k{k}/{name}.json" for name in names]
        gather_palettes(palettes, of_k[-1], k=k, images=images, skip=False)
    combined = results / "palettes.json"
    combine_palettes(of_k, combined)
    tabulate_palettes(combined, results / "palettes.parquet")
    tabulate_unreadable(combined, results / "unreadable.tsv")
    parts = results / "page"
    sheet, places, neighbours, positions = (
        parts / part for part in ("atlas.webp", "atlas.json", "neighbours.json", "map.json")
    )
    codes = results / "codes.json"
    script, worker = parts / "page.js", parts / "worker.js"
    make_atlas([results / f"thumbnails/{name}.png" for name in names], sheet, places, code="")
    make_codes(of_k[-1], codes)
    find_neighbours(of_k[-1], neighbours, code="")
    make_map(of_k[-1], positions, code="")
    bundle_page(PAGE / "src", modules, script, worker)
    make_page(
        *(combined, codes, neighbours, positions, sheet, places, script, worker),
        [PAGE / name for name in ("base.css", "style.css", "report.css")],
        PAGE / "template.html",
        PAGE / "words.json",
        results / "index.html",
        method=config["enhance"]["method"],
        weight=config["palette"]["weight"],
        title=config["page"]["title"],
        k=config["page"]["k"],
        language=config["page"]["language"],
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("collection")
    parser.add_argument("results", type=Path)
    parser.add_argument("modules", type=Path)
    arguments = parser.parse_args()
    config = read_config({"collection": arguments.collection})
    images, _ = read_collection(arguments.collection)
    results = arguments.results
    Parallel(n_jobs=2)(delayed(make_image)(image, results, config) for image in images)
    gather(images, results, arguments.modules, config)


if __name__ == "__main__":
    main()
