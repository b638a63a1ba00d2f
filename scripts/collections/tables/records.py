"""Tables of records, each an object with values in it: JSON, JSON lines and parquet."""

import json

from scripts.collections.tables.cells import Table, rows_told, text_of
from scripts.common.errors import InputError

FIELD_OF_PLAIN_VALUE = "value"


def read_json(text, path, notes):
    """Return the Table of the longest list of objects in a JSON text, or of its one object.

    Raises InputError if it is not JSON, is nested too deep, or has no object.
    """
    try:
        content = json.loads(text)
        key, records = _longest_list(content)
        if not records and isinstance(content, dict):
            key, records = "", [content]
        table = table_of_records(enumerate(records, 1), [*notes, *_list_told(key, records)])
    except RecursionError:
        raise InputError(f"{path}: nested too deep; allowed: a list of objects") from None
    except ValueError as error:
        raise InputError(f"{path}: not JSON ({error}); allowed: a list of objects") from None
    if table is None:
        raise InputError(f"{path}: no objects in it; allowed: a list of objects")
    return table


def read_json_lines(text, path, notes):
    """Return the Table of a text with a JSON object on each line; other lines are told.

    Raises InputError if no line is an object.
    """
    records, bad = [], []
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            try:
                record = json.loads(line)
                (records if isinstance(record, dict) else bad).append((number, record))
            except (ValueError, RecursionError):
                bad.append((number, None))
    lines = [number for number, _ in bad]
    if not records:
        found = f"{rows_told(lines, 'lines')} is none" if len(lines) == 1 else "no line is one"
        raise InputError(f"{path}: {found}; allowed: a JSON object on each line")
    if bad:
        notes = [*notes, f"{rows_told(lines, 'lines')}: no JSON object, left out"]
    return table_of_records(records, notes)


def table_of_records(records, notes):
    """Return the Table of `records`, pairs of a number and an object, or None if there is none.

    Objects in objects give columns such as `artist.name`, and values in a list are joined by `|`.
    What is no object is told.
    """
    header, rows, bad = {}, [], []
    for number, record in records:
        if not isinstance(record, dict):
            bad.append(number)
            continue
        cells = {}
        _flatten(record, "", cells)
        cells = {name: "|".join(texts) for name, texts in cells.items()}
        header.update(dict.fromkeys(cells))
        if any(cells.values()):
            rows.append((number, {name: text for name, text in cells.items() if text}))
    if not header:
        return None
    if bad:
        notes = [*notes, f"{rows_told(bad, 'records')}: no object, left out"]
    return Table(list(header), rows, notes)


def _flatten(value, name, cells):
    """Put the texts of a value into `cells`, a list for each column."""
    if isinstance(value, dict):
        for key, inner in value.items():
            key = " ".join(str(key).split()) or FIELD_OF_PLAIN_VALUE
            _flatten(inner, f"{name}.{key}" if name else key, cells)
    elif isinstance(value, list | tuple):
        for inner in value:
            _flatten(inner, name, cells)
    else:
        texts = cells.setdefault(name, [])
        if text := text_of(value):
            texts.append(text)


def _longest_list(content):
    """Return the key, such as `data.items`, and the longest list of objects in objects."""
    best, waiting = ("", []), [("", content)]
    while waiting:
        key, value = waiting.pop(0)
        if isinstance(value, dict):
            waiting += [(f"{key}.{k}" if key else k, inner) for k, inner in value.items()]
        elif isinstance(value, list) and _objects(value) > _objects(best[1]):
            best = key, value
    return best


def _objects(values):
    return sum(isinstance(value, dict) for value in values)


def _list_told(key, records):
    return [f"the list {key} is read, of {len(records)}"] if key else []
