"""Tables of any kind, as rows of texts by column."""

from pathlib import Path

from scripts.collections.tables.encodings import decode, kind_of
from scripts.collections.tables.records import read_json, read_json_lines
from scripts.collections.tables.texts import read_text_table
from scripts.common.errors import InputError

TEXTS = frozenset({".csv", ".tsv", ".txt"})
SHEETS = frozenset({".xlsx", ".xls", ".ods"})
JSON_LINES = frozenset({".jsonl", ".ndjson"})
TABLES = TEXTS | SHEETS | JSON_LINES | {".json", ".parquet"}


def read_table(path):
    """Return the Table in a file, whose suffix tells its kind.

    Raises InputError if it is of another kind, damaged, or empty.
    """
    path = Path(path)
    suffix = path.suffix.lower()
    if suffix not in TABLES:
        raise InputError(f"{path}: {suffix or 'no suffix'}; allowed: {', '.join(sorted(TABLES))}")
    try:
        table = _read(path, suffix)
    except OSError as error:
        raise InputError(
            f"{path}: {error.strerror or error}; allowed: a file that can be read"
        ) from error
    if table is None:
        raise InputError(f"{path}: nothing in it; allowed: a header with rows under it")
    return table


def _read(path, suffix):
    data = path.read_bytes()
    kind = kind_of(data)
    # Imported where they are needed: these libraries take longer than most tables.
    if suffix in SHEETS:
        from scripts.collections.tables.sheets import read_workbook

        return read_workbook(data, path, kind or "a text")
    if suffix == ".parquet":
        from scripts.collections.tables.parquet import read_parquet

        return read_parquet(data, path, kind or "a text")
    if kind:
        raise InputError(f"{path}: this is {kind}; allowed: a text, as in other {suffix} files")
    text, notes = decode(data)
    if not text.strip():
        return None
    if suffix in JSON_LINES:
        return read_json_lines(text, path, notes)
    return read_json(text, path, notes) if suffix == ".json" else read_text_table(text, notes)
