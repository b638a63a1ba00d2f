"""The table of the images that could not be read."""

import csv
from pathlib import Path

from scripts.common.files import moved_into_place, read_json

COLUMNS = ["image", "source", "reason"]


def tabulate_unreadable(path_to_palettes, path_to_output):
    """Write the unreadable images of palettes.json as a table of COLUMNS, tab-separated."""
    rows = read_json(path_to_palettes)["unreadable"]
    with (
        moved_into_place(path_to_output) as temporary,
        temporary.open("w", encoding="utf-8", newline="") as file,
    ):
        writer = csv.DictWriter(file, COLUMNS, dialect="excel-tab", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def count_unreadable(path_to_table):
    """Return the number of images in the table, 0 if there is none."""
    path = Path(path_to_table)
    if not path.exists():
        return 0
    with path.open(encoding="utf-8", newline="") as file:
        return sum(1 for _ in csv.reader(file, dialect="excel-tab")) - 1
