"""What the colours of each group say, as a table and as JSON."""

import numpy as np
import pandas as pd

from scripts.colour.names import names_of_palettes
from scripts.colour.spaces import oklch_of_rgb, rgb_of_oklab
from scripts.common.files import moved_into_place, read_json, write_json
from scripts.groups.codes import read_codes
from scripts.groups.intervals import FEW, bootstrap, interval
from scripts.groups.members import find_groups
from scripts.groups.palette import group_palette
from scripts.groups.series import SERIES, colours_of_palette, series_of_palette

STREAM = 1
"""Of the draws of every group: as a group A of the page."""
DIGITS = 5


def tabulate_groups(path_to_palettes, path_to_codes, path_to_table, path_to_json, *, vocabulary=()):
    """Write what there is to say of each group of paintings in palettes.json.

    The groups are those of `find_groups`. Each has the number `n` of its paintings; the mean of
    each of SERIES over them, with the ends of its interval, null for fewer than FEW paintings; the
    mean `hue`, degrees, by share and chroma, and how far hues agree, 0 to 1; and its own palette at
    every k. All but these palettes are of the palettes of the largest k. Colours have names, of the
    `vocabulary` if there is one.

    The table has a row a group, the JSON an entry a group.
    """
    palettes = read_json(path_to_palettes)
    images, finest = palettes["images"], str(max(palettes["ks"]))
    of_images = [image["palettes"][finest] for image in images]
    codes = read_codes(path_to_codes)
    colours = [colours_of_palette(palette) for palette in of_images]
    series = np.array([series_of_palette(palette) for palette in of_images])
    rows = []
    for group in find_groups(images):
        own = [colours[place] for place in group.members]
        lab, shares = (np.concatenate(part) for part in zip(*own, strict=True))
        rows.append(
            {"facet": group.facet, "value": group.value, "n": len(group.members)}
            | {"series": _series(series[group.members])}
            | dict(zip(("hue", "hue_agreement"), _hue(lab, shares), strict=True))
            | {"palettes": {str(k): group_palette(lab, shares, codes, k) for k in palettes["ks"]}}
        )
    _tell_colours(rows, vocabulary)
    write_json(path_to_json, {"ks": palettes["ks"], "groups": rows})
    table = pd.DataFrame([_flat(row) for row in rows])
    with moved_into_place(path_to_table) as temporary:
        table.to_parquet(temporary, index=False)


def _series(series):
    """Return the mean of each of SERIES over paintings (n x s), and the ends of its interval."""
    means = series.mean(axis=0)
    ends = np.full((2, len(means)), np.nan)
    if len(series) >= FEW:
        ends = interval(bootstrap(series, STREAM))
    rows = zip(SERIES, means, *ends, strict=True)
    return {
        name: {"mean": _rounded(mean), "low": _rounded(low), "high": _rounded(high)}
        for name, mean, low, high in rows
    }


def _hue(lab, shares):
    """Return the mean hue of colours, degrees, and how far they agree, 0 to 1: by vectors.

    Mardia and Jupp, "Directional statistics" (2000); each colour counts by its share and chroma.
    """
    a, b = shares @ lab[:, 1:]
    whole = shares @ np.hypot(lab[:, 1], lab[:, 2])
    return _rounded(np.degrees(np.arctan2(b, a)) % 360), _rounded(np.hypot(a, b) / (whole or 1))


def _rounded(value):
    return None if np.isnan(value) else round(float(value), DIGITS)


def _tell_colours(rows, vocabulary):
    """Put what palettes.json tells of a colour in place of the groups' colours in OKLab."""
    for row in rows:
        palettes = list(row["palettes"].items())
        rgb = [np.rint(np.clip(rgb_of_oklab(lab), 0, 255)).astype(int) for _, (lab, _) in palettes]
        names = names_of_palettes(rgb, vocabulary)
        for (k, (_, shares)), own, named in zip(palettes, rgb, names, strict=True):
            told = zip(own.tolist(), shares, named, oklch_of_rgb(own), strict=True)
            row["palettes"][k] = [
                {
                    "hex": "#{:02x}{:02x}{:02x}".format(*colour),
                    "rgb": colour,
                    "share": _rounded(share),
                    "name": name,
                    "oklch": [round(float(value), 4) for value in oklch],
                }
                for colour, share, name, oklch in told
            ]


def _flat(row):
    """Return a group as a row of the table."""
    flat = {key: row[key] for key in ("facet", "value", "n")}
    for name, told in row["series"].items():
        flat |= {name: told["mean"], f"{name}_low": told["low"], f"{name}_high": told["high"]}
    flat |= {key: row[key] for key in ("hue", "hue_agreement")}
    for k, colours in row["palettes"].items():
        flat[f"palette_k{k}"] = [colour["hex"] for colour in colours]
        flat[f"shares_k{k}"] = [colour["share"] for colour in colours]
    return flat
