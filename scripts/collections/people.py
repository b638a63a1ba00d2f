"""Palettes that people chose for images of a collection."""

import re
from collections import defaultdict

from scripts.collections.columns import column_named
from scripts.collections.tables.reading import read_table
from scripts.common.errors import InputError

HEX = re.compile(r"#[0-9a-fA-F]{6}")


def read_people(path):
    """Return the palettes in the table at `path` by the ID of their image.

    Its columns are `image_id`, `palette` (colours as #rrggbb, spaces between them) and, if it is
    there, `chosen_by`. Returns lists of dicts: `chosen_by` (None if that is not told) and
    `palette`, a list of colours.

    Raises InputError if a column is not there or a palette is no list of colours.
    """
    table, palettes = read_table(path), defaultdict(list)
    image_id, palette = (column_named(name, table.header, path) for name in ("image_id", "palette"))
    for row, cells in table.rows:
        told = palette.of(cells)
        colours = told.replace(",", " ").split()
        if not colours or not all(map(HEX.fullmatch, colours)):
            allowed = "colours as #rrggbb, spaces between them"
            raise InputError(f"{path}: row {row}: palette is {told!r}; allowed: {allowed}")
        palettes[image_id.of(cells)].append(
            {
                "chosen_by": cells.get("chosen_by"),
                "palette": [colour.lower() for colour in colours],
            }
        )
    return dict(palettes)
