"""Tables in text files, their cells between commas, tabs, semicolons or pipes."""

import csv
import re

from scripts.collections.tables.cells import rows_told, table_of

DELIMITERS = "\t,;|"
SAMPLE_LINES = 200
# https://support.microsoft.com/office/5250ac4c-663c-47ce-937b-339e391393ba
SEP = re.compile(r'"?sep=([^\n"])"?[\t,;|]*(?:\n|\Z)', re.IGNORECASE)
csv.field_size_limit(2**31 - 1)  # in place of 131,072 characters


def read_text_table(text, notes):
    """Return the Table of a text with `\\n` at line ends, or None if there is nothing in it.

    Quotes enclose a cell only as RFC 4180 says; any other one is a plain character.
    """
    sep = SEP.match(text)
    text = text[sep.end() :] if sep else text
    delimiter = sep[1] if sep else delimiter_of(text)
    open_quotes = []
    table = table_of(_numbered(_records(text, delimiter), open_quotes), notes)
    if table and open_quotes:
        table.notes.append(
            f"{rows_told(open_quotes)}: a quote that is not closed, read as it stands"
        )
    return table


def _numbered(records, open_quotes):
    for row, (values, plain) in enumerate(records, start=1):
        if plain:
            open_quotes.append(row)
        yield row, values


def delimiter_of(text):
    """Return the character between the cells: most rows have as many cells as the header by it.

    Of several such it is the one with most cells, and where the header has none, a tab.
    """
    sample = "\n".join(text.lstrip("\n").split("\n", SAMPLE_LINES)[:SAMPLE_LINES])
    return max(DELIMITERS, key=lambda delimiter: _fit(sample, delimiter))


def _fit(sample, delimiter):
    widths = [len(values) for values, _ in _records(sample, delimiter) if any(values)]
    if not widths or widths[0] == 1:
        return 0, 0
    return widths.count(widths[0]) / len(widths), widths[0]


def _records(text, delimiter):
    """Yield the values of each record, and whether one starts with a quote that is not closed."""
    cell = _cell_pattern(delimiter)
    width, start = 0, 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end]
        plain = False
        if '"' not in line:
            values = line.split(delimiter)
        else:
            values = _closed_in_line(line, delimiter)
            if values is None:
                values, plain, end = _read_record(text, start, cell)
                lines = text[start:end].split("\n")
                if len(lines) > 1 and _are_rows(lines, delimiter, width):
                    end = start + len(line)
                    values, plain, _ = _read_record(line, 0, cell)
        yield values, plain
        width = width or len(values)
        start = end + 1


def _closed_in_line(line, delimiter):
    """Return the values of a line, or None if a quote is in it as none may be."""
    reader = csv.reader([line], delimiter=delimiter, strict=True, skipinitialspace=True)
    try:
        return next(reader)
    except csv.Error:
        return None


def _cell_pattern(delimiter):
    """Return the pattern of a cell: in quotes that are closed, also over lines, or else plain."""
    d = re.escape(delimiter)
    return re.compile(rf' *+"((?:[^"]++|"")*+)" *+(?=[{d}\n]|\Z)|([^{d}\n]*+)')


def _read_record(text, start, cell):
    """Return the values from `start` on, whether one has an open quote, and where they end."""
    values, plain = [], False
    while True:
        match = cell.match(text, start)
        if match[1] is None:
            values.append(match[2])
            plain = plain or match[2].lstrip().startswith('"')
        else:
            values.append(match[1].replace('""', '"'))
        start = match.end() + 1
        if match.end() == len(text) or text[match.end()] == "\n":
            return values, plain, match.end()


def _are_rows(lines, delimiter, width):
    """Tell whether the lines of a record are each a row, which an open quote swallowed."""
    plain_text = width > 2 or delimiter == "\t"
    return plain_text and all(line.count(delimiter) == width - 1 for line in lines)
