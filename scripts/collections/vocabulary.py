"""A collection's own names for colours."""

from scripts.collections.columns import column_named
from scripts.collections.people import HEX
from scripts.collections.tables.reading import read_table
from scripts.common.errors import InputError

MOST = 4096
"""Different names, at most: the page tells them apart by two base64 digits."""


def read_vocabulary(path):
    """Return the names in the table at `path`, lists of a name and its colour as #rrggbb.

    Its columns are `name` and `hex`; several rows may have one name.

    Raises InputError if a column is not there, a name is empty or a colour is none.
    """
    table, vocabulary = read_table(path), []
    name, colour = (column_named(column, table.header, path) for column in ("name", "hex"))
    for row, cells in table.rows:
        told = name.of(cells), colour.of(cells)
        if not told[0]:
            raise InputError(f"{path}: row {row}: name is empty; allowed: a name for {told[1]}")
        if not HEX.fullmatch(told[1]):
            raise InputError(f"{path}: row {row}: hex is {told[1]!r}; allowed: a colour as #rrggbb")
        vocabulary.append(list(told))
    names = len({name for name, _ in vocabulary})
    if names > MOST:
        raise InputError(f"{path}: {names:,} names; allowed: {MOST:,} different ones at most")
    if not vocabulary:
        raise InputError(f"{path}: no rows; allowed: a name and a colour each, one at least")
    return vocabulary
