"""Cells of tables of any kind, as texts under the names of their columns."""

import datetime
import math
import re
from typing import NamedTuple

# An index without a name, as Excel and pandas write it.
NAMELESS = re.compile(r"(Unnamed: \d+(_level_\d+|\.\d+)?|__index_level_\d+__)?")
ROWS_TOLD = 3


class Table(NamedTuple):
    """A table, its cells as texts.

    `header` is a list of distinct column names, `rows` a list of (row number, dict of the filled
    cells by column name), `notes` a list of lines that tell what was odd. Rows are counted as a
    spreadsheet shows them: a header at the top is row 1. Records of JSON and parquet start at 1.
    """

    header: list
    rows: list
    notes: list


def text_of(value):
    """Return a value of a cell as text without space around it, "" for what is no value.

    >>> [text_of(value) for value in (1890.0, True, float("nan"), datetime.datetime(1890, 5, 1))]
    ['1890', 'true', '', '1890-05-01']
    """
    if isinstance(value, str):
        # A half of a sign that takes two, as JSON may have it, cannot be written as UTF-8.
        return (value if value.isascii() else value.encode(errors="replace").decode()).strip()
    if value is None or value != value or isinstance(value, bytes):
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        if math.isinf(value):
            return ""
        return str(int(value)) if value.is_integer() else str(value)
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return str(value).strip()


def table_of(records, notes):
    """Return the Table of `records`, pairs of a row number and a list of texts.

    The first that is not empty is the header; None if there is none. Empty rows are left out, and
    columns without a name too where they are empty or count the rows. Cells without a column are
    told.
    """
    records = iter(records)
    header = next((values for _, values in records if any(map(str.strip, values))), None)
    if header is None:
        return None
    header = [" ".join(name.split()) for name in header]
    named = [
        f"column {number}" if NAMELESS.fullmatch(name) else name
        for number, name in enumerate(header, start=1)
    ]
    names, twice = _distinct(named)
    rows, too_long = [], []
    for row, values in records:
        cells = {
            name: text
            for name, value in zip(names, values, strict=False)
            if (text := value.strip())
        }
        if len(values) > len(names) and any(map(str.strip, values[len(names) :])):
            too_long.append(row)
        if cells:
            rows.append((row, cells))
    for name, own in zip(names, header, strict=True):
        if NAMELESS.fullmatch(own) and _says_nothing([cells.get(name) for _, cells in rows]):
            names = [other for other in names if other != name]
            rows = [(row, cells) for row, cells in rows if cells.keys() - {name}]
            for _, cells in rows:
                cells.pop(name, None)
    return Table(names, rows, [*notes, *twice, *_too_long(too_long)])


def rows_told(numbers, what="rows"):
    """Return the first of some row numbers as text: `rows 5, 9, 12, ...`."""
    if len(numbers) == 1:
        return f"{what.removesuffix('s')} {numbers[0]}"
    more = ", ..." if len(numbers) > ROWS_TOLD else ""
    return f"{what} {', '.join(map(str, numbers[:ROWS_TOLD]))}{more}"


def _too_long(numbers):
    if not numbers:
        return []
    count = "1 row has" if len(numbers) == 1 else f"{len(numbers)} rows have"
    return [f"{count} more cells than the header, these cells are left out ({rows_told(numbers)})"]


def _says_nothing(values):
    if not any(values):
        return True
    return any(values == [str(i) for i in range(first, first + len(values))] for first in (0, 1))


def _distinct(names):
    distinct, notes = [], []
    for name in names:
        new, number = name, 2
        while new in distinct or (new != name and new in names):
            new, number = f"{name}_{number}", number + 1
        if new != name:
            notes.append(f"two columns are called {name}: the second is {new}")
        distinct.append(new)
    return distinct, notes
