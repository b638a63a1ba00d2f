"""The images that the rows of a table tell of."""

import re
from collections import Counter, defaultdict

from scripts.collections.columns import (
    column_named,
    guessed_columns,
    known_columns,
    told_columns,
)
from scripts.collections.dates.reading import UNDATED, read_date, read_dates
from scripts.collections.ids import row_ids
from scripts.collections.sources import files_by_name, found_source, is_address, may_be_image
from scripts.collections.tables.reading import read_table
from scripts.common.errors import InputError
from scripts.common.words import count, year_text

WHOLE = re.compile(r"\.0+$")  # as in 1890.0
SHOWN = "shown"
NUMBER = re.compile(r"-?\d+(?:\.\d+)?|-?\.\d+")
BETWEEN_SEVERAL = re.compile(r"\s*[|;]\s*")
LOOKED_AT = 100  # rows, from which a column of images is guessed
EXAMPLES = 3

# What became of a row, and why.
NO_IMAGE = "without an image, left out"
NOT_THERE = "with an image that is not there, left out"
TWICE = "with what another row has told, left out"
OTHER_ID = "with an ID that paths cannot hold, or that another row has, under another"
NO_DATE = "with a date that cannot be read, undated"
NO_CROP = "with a crop that is not left, top, width and height, not cropped"
NO_LINK = "with a link that is no http or https address, without it"


def images_of_table(path, *, columns, facets, rows):
    """Return the images that the table at `path` tells of, and what to tell of its reading.

    The images are dicts as of read_collection, the second a list of lines. `columns`, `facets`
    (None for the artist, where there is one) and `rows` are as in the config.

    Raises InputError if the table cannot be read, if its header has no images or lacks a column
    that is asked for, or if no row is left that has an image.
    """
    table, odd = read_table(path), defaultdict(list)
    texts = known_columns(table.header, columns, path)
    by_facet = _facets(facets, texts, table.header, path)
    sourced = _sourced(_kept(table, rows, path), texts, table.header, path, odd)
    ids = _ids(sourced, texts.get("image_id", []), odd)
    readable = texts | {SHOWN: _shown_dates(texts)}
    images = [
        _image(image_id, row, cells, source, readable, by_facet, odd)
        for image_id, (row, cells, source) in zip(ids, sourced, strict=True)
        if image_id
    ]
    lines = [told_columns(texts, by_facet, table.header), *table.notes]
    lines += [_line(why, found) for why, found in odd.items()]
    return images, [f"{path}: {line}" for line in lines if line]


def _facets(facets, texts, header, path):
    """Return the Texts that stand for each facet in a row.

    Raises InputError if a facet is no column.
    """
    if facets is None:
        return {"artist": texts["artist"]} if "artist" in texts else {}
    return {
        name: texts.get(name) or [column_named(name, header, f"{path}: facets")] for name in facets
    }


def _kept(table, wanted, path):
    """Return the rows, pairs of number and cells, that have one of the values `wanted` of them.

    Raises InputError if a column is not there or no row is left.
    """
    kept = list(table.rows)
    for name, values in wanted.items():
        column = column_named(name, table.header, f"{path}: rows")
        values = {values} if isinstance(values, str) else set(values)
        found = Counter(column.of(cells) for _, cells in kept)
        right = {cell for cell in found if not values.isdisjoint({cell, *_several(cell)})}
        kept = [(row, cells) for row, cells in kept if column.of(cells) in right]
        if not kept:
            common = (f"{cell or 'nothing'} ({n:,})" for cell, n in found.most_common(5))
            raise InputError(
                f"{path}: no row is left in which {column} is {' or '.join(sorted(values))};"
                f" most common there: {', '.join(common) or 'nothing'}"
            )
    return kept


def _sourced(rows, texts, header, path, odd):
    """Return the number, the cells and the source of each of the `rows` that has an image.

    Raises InputError if the table has no column of sources, or no row an image.
    """
    files = files_by_name(path.parent)
    sources = texts.get("source") or texts.get("image_id", [])
    if "source" not in texts and not any(_first(sources, cells) in files for _, cells in rows):
        some = [cells for _, cells in rows[:LOOKED_AT]]
        guess = guessed_columns(header, some, {"source": may_be_image, "year": read_date})
        raise InputError(
            f"{path}: none of the columns {', '.join(header)} is known to hold images; allowed:"
            f" one called source, or in config.yaml {guess}"
        )
    sourced = []
    for row, cells in rows:
        told = _first(sources, cells)
        source = found_source(told, path.parent, files, f"{path} row {row}")
        if source:
            sourced.append((row, cells, source))
        elif told:
            odd[NOT_THERE].append(f"row {row} {told}")
        else:
            odd[NO_IMAGE].append(f"row {row}")
    if not sourced:
        why = "; ".join(_line(why, found) for why, found in odd.items()) or "no rows"
        raise InputError(
            f"{path}: no images: {why}; allowed: paths as seen from {path.parent}, or http or"
            " https addresses"
        )
    return sourced


def _ids(sourced, texts, odd):
    """Return the ID of each row that `_sourced` returns, None if it tells the same as another."""
    names = [(_first(texts, cells), source) for _, cells, source in sourced]
    ids = row_ids(dict.fromkeys(names))
    made, told = [], set()
    for (row, _, _), name in zip(sourced, names, strict=True):
        if name in told:
            odd[TWICE].append(f"row {row}")
        elif name[0] and ids[name] != name[0]:
            odd[OTHER_ID].append(f"row {row} {name[0]}: {ids[name]}")
        made.append(None if name in told else ids[name])
        told.add(name)
    return made


def _image(image_id, row, cells, source, texts, by_facet, odd):
    """Return the image of a row; what is odd about it is added to `odd`."""
    title, year, date, shown, artist, link, licence = (
        _first(texts.get(known, ()), cells) or None
        for known in ("title", "year", "date", SHOWN, "artist", "link", "licence")
    )
    if link and not is_address(link):
        odd[NO_LINK].append(f"row {row} {link}")
        link = None
    dating = read_dates(year, date)
    if dating is None:
        odd[NO_DATE].append(f"row {row} {shown}")
        dating = UNDATED
    shown = WHOLE.sub("", shown) if shown else None
    is_plain = dating.year is not None and shown == year_text(dating.year)
    return {
        "image_id": image_id,
        "source": source,
        "title": title or image_id,
        "date": None if is_plain else shown,
        "year": dating.year,
        "earliest": dating.earliest,
        "latest": dating.latest,
        "approximate": dating.approximate,
        "artist": "; ".join(_several(artist)) if artist else None,
        "link": link,
        "licence": licence,
        "crop": _crop(row, _first(texts.get("crop", ()), cells), odd),
        "facets": {name: _several(_first(of_one, cells)) for name, of_one in by_facet.items()},
    }


def _crop(row, text, odd):
    """Return left, top, width and height that a row's cell has, in parts or px, or None."""
    if not text:
        return None
    numbers = [float(number) for number in NUMBER.findall(text)]
    if len(numbers) == 4 and min(numbers) >= 0 and min(numbers[2:]) > 0:
        return numbers
    odd[NO_CROP].append(f"row {row} {text}")
    return None


def _shown_dates(texts):
    """Return the Texts of dates for people to read: what joins two columns is for sorting."""
    years = [text for text in texts.get("year", ()) if not text.between]
    return [*texts.get("date", ()), *years]


def _first(texts, cells):
    """Return the first of some Texts that is filled in a row, or ""."""
    for text in texts:
        if found := text.of(cells):
            return found
    return ""


def _several(cell):
    """Return the values that are joined in a cell, each once."""
    values = BETWEEN_SEVERAL.split(cell) if "|" in cell or ";" in cell else [cell]
    return list(dict.fromkeys(filter(None, values)))


def _line(why, found):
    """Return how many rows are odd in one way, and the first of them."""
    more = ", ..." if len(found) > EXAMPLES else ""
    return f"{count(len(found), 'row')} {why} ({', '.join(found[:EXAMPLES])}{more})"
