"""The palettes of the whole collection as a tidy table."""

import numpy as np
import pandas as pd

from scripts.common.files import moved_into_place, read_json

COLUMNS = {
    "image": "string",
    "title": "string",
    "date": "string",
    "year": "Int16",
    "earliest": "Int16",
    "latest": "Int16",
    "approximate": "bool",
    "k": "UInt8",
    "rank": "UInt8",
    "hex": "string",
    "r": "uint8",
    "g": "uint8",
    "b": "uint8",
    "share": "float64",
    "name": "string",
}


def tabulate_palettes(path_to_palettes, path_to_output):
    """Write palettes.json as a tidy parquet table: a row per image, k and colour.

    The columns are those of COLUMNS, and `facet_<name>` for each facet, a list of texts; `rank` is
    the place of a colour in its palette, from 1.
    """
    images = read_json(path_to_palettes)["images"]
    facets = [f"facet_{name}" for name in images[0]["facets"]] if images else []
    rows = [
        {"k": int(k), "rank": rank, **image, **_by_column(image["facets"]), **colour}
        for image in images
        for k, colours in image["palettes"].items()
        for rank, colour in enumerate(colours, start=1)
    ]
    table = pd.DataFrame(rows, columns=[*COLUMNS, *facets, "rgb"])
    table[["r", "g", "b"]] = np.array(table.pop("rgb").tolist()).reshape(-1, 3)
    table = table.astype(COLUMNS)
    with moved_into_place(path_to_output) as temporary:
        table.to_parquet(temporary, index=False)


def _by_column(facets):
    return {f"facet_{name}": values for name, values in facets.items()}
