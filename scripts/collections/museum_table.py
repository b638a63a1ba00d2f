"""The collection table of paintings, as a museum or a database of museums tells it."""

import csv
import logging
from collections import defaultdict
from importlib import import_module

from scripts.collections.odd_records import ODD, told
from scripts.collections.sources import is_address
from scripts.collections.web import shared_web
from scripts.common.errors import InputError
from scripts.common.files import moved_into_place
from scripts.common.words import count

COLUMNS = ("image_id", "source", "title", "date", "year", "artist", "link", "licence")

logger = logging.getLogger(__name__)


def write_museum_table(museum, painter, path_to_output, *, settings, download):
    """Write the paintings that a module of museums/ finds as a table, tab-separated.

    The module has `find_paintings(painter, web, **settings)`, which returns a list of dicts with
    the keys COLUMNS and what else it knows (materials, say), None for what is not known, and a list
    of lines on what it left out. Years are historical (1 BC is -1). Rows are sorted by year,
    undated ones last, then by ID. `download` are Web's settings.

    Raises InputError if it knows no paintings, if its answer is not as it should be, and as
    Web.fetch_json does.
    """
    module = import_module(f"scripts.collections.museums.{museum}")
    try:
        paintings, lines = module.find_paintings(painter, shared_web(**download), **settings)
    except InputError:
        raise
    except ODD as error:
        why = f"{type(error).__name__}: {error}"
        raise InputError(f"{museum}: the answer is not of the form known ({why})") from error
    rows, odd = _rows(paintings)
    lines = [*lines, *odd]
    if not rows:
        why = "".join(f"; {line}" for line in lines)
        raise InputError(f"{museum}: no paintings with an image by {painter}{why}")
    with (
        moved_into_place(path_to_output) as temporary,
        temporary.open("w", encoding="utf-8", newline="") as file,
    ):
        columns = dict.fromkeys([*COLUMNS, *(name for row in rows for name in row)])
        table = csv.DictWriter(file, columns, delimiter="\t", lineterminator="\n")
        table.writeheader()
        table.writerows(rows)
    for line in lines:
        logger.warning("%s: %s", path_to_output, line)
    logger.info("%s: %s", path_to_output, count(len(rows), "painting"))


def _rows(paintings):
    """Return rows of the cells that can be used, sorted, and lines on what cannot."""
    rows, odd = {}, defaultdict(list)
    for painting in paintings:
        row = {
            column: " ".join(str(value).split())
            for column, value in painting.items()
            if value not in (None, "")
        }
        name = row.get("image_id", "one without an ID")
        if "image_id" not in row or not is_address(row.get("source", "")):
            odd["painting", "without an image's address, left out"].append(name)
            continue
        if "year" in row and not _is_year(row["year"]):
            odd["year", "left out"].append(f"{name} {row.pop('year')}")
        if "link" in row and not is_address(row["link"]):
            odd["link", "left out"].append(f"{name} {row.pop('link')}")
        # A service that changes while it is read may tell a painting twice.
        rows[name] = row
    ordered = sorted(
        rows.values(), key=lambda row: (float(row.get("year", "inf")), row["image_id"])
    )
    return ordered, [told(noun, what, names) for (noun, what), names in odd.items()]


def _is_year(text):
    digits = text.removeprefix("-")
    is_number = digits.isascii() and digits.isdecimal() and len(digits) <= 4
    return is_number and int(text) != 0
