"""The collection table of a painter, as a museum or a database of museums tells it."""

import csv
import logging
from importlib import import_module

from scripts.collections.web import shared_web
from scripts.common.errors import InputError
from scripts.common.files import moved_into_place
from scripts.common.schema import load_schema, validate

logger = logging.getLogger(__name__)


def write_museum_table(museum, painter, path_to_output, *, settings, download):
    """Write the paintings that a module of museums/ finds as a table, tab-separated.

    The module has `find_paintings(painter, web, **settings)`, which returns a dict for each
    painting with the columns of schemas/collection.schema.yaml as keys, None for what is not
    known. Rows are sorted by year, undated ones last, then by ID. `download` are Web's settings.

    Raises InputError if it knows no paintings, if its answer is not as it should be, and as
    Web.fetch_json does.
    """
    module = import_module(f"scripts.collections.museums.{museum}")
    try:
        paintings = module.find_paintings(painter, shared_web(**download), **settings)
    except (AttributeError, LookupError, TypeError) as error:
        told = f"{type(error).__name__}: {error}"
        raise InputError(f"{museum}: the answer is not of the form known ({told})") from error
    if not paintings:
        raise InputError(f"{museum}: no paintings with an image by {painter}")
    # A service that changes while it is read may tell a painting twice.
    paintings = {painting["image_id"]: painting for painting in paintings}.values()
    rows = [validate(_cells(painting), "collection", museum) for painting in paintings]
    rows.sort(key=lambda row: (row.get("year", float("inf")), row["image_id"]))
    with (
        moved_into_place(path_to_output) as temporary,
        temporary.open("w", encoding="utf-8", newline="") as file,
    ):
        columns = load_schema("collection")["properties"]
        table = csv.DictWriter(file, columns, delimiter="\t", lineterminator="\n")
        table.writeheader()
        table.writerows(rows)
    logger.info("%s: %d paintings", path_to_output, len(rows))


def _cells(painting):
    """Return what is known of a painting, with texts on one line."""
    on_one_line = {
        column: " ".join(value.split()) if isinstance(value, str) else value
        for column, value in painting.items()
    }
    return {column: value for column, value in on_one_line.items() if value not in (None, "")}
