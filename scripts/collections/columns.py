"""Which columns of a table hold what the workflow knows of an image."""

import difflib
import re
from typing import NamedTuple

from scripts.common.errors import InputError
from scripts.common.schema import unknown

# What museums and tools call what the workflow knows, the best first; a name matches whatever its
# case, spaces and signs.
USUAL = {
    "image_id": [
        "image_id",
        "object_id",
        "accession_number",
        "accession_num",
        "object_number",
        "inventory_number",
        "id",
        "identifier",
        "uuid",
    ],
    "source": [
        "source",
        "image_url",
        "primary_image_small",
        "primary_image",
        "image_small",
        "image",
        "file",
        "filename",
        "path",
        "thumbnail_url",
        "object_location",
        "image_thumb",
        "images",
        "{iiif_url}/full/1024,/0/default.jpg",
    ],
    "title": ["title", "name", "caption", "object_name"],
    "year": [
        "year",
        "{begin_year}/{end_year}",
        "{object_begin_date}/{object_end_date}",
        "{creation_date_earliest}/{creation_date_latest}",
        "{date_start}/{date_end}",
    ],
    "date": [
        "date",
        "date_text",
        "display_date",
        "object_date",
        "creation_date",
        "date_display",
        "dated",
        "date_created",
    ],
    "artist": [
        "artist",
        "artist_display_name",
        "artist_name",
        "creator",
        "painter",
        "attribution",
        "maker",
        "author",
    ],
    "link": ["link", "object_url", "link_resource", "permalink", "web_url", "url"],
    "licence": [
        "licence",
        "license",
        "rights",
        "rights_statement",
        "thumbnail_copyright",
        "copyright",
    ],
    "crop": ["crop"],
}
NAMED = 8  # columns that are not used, at most: the rest are counted
PLACEHOLDER = re.compile(r"\{([^{}]+)\}")


class Text(NamedTuple):
    """Where a text stands in a row: `names` are columns, `between` what stands around them.

    `between` has one text more than there are names; it is empty for a column as it is.
    """

    names: tuple[str, ...]
    between: tuple[str, ...] = ()

    def of(self, cells):
        """Return the text in a row (a dict of its filled cells), "" if a cell of it is empty."""
        if not self.between:
            return cells.get(self.names[0], "")
        try:
            filled = (cells[name] + self.between[i] for i, name in enumerate(self.names, start=1))
            return self.between[0] + "".join(filled)
        except KeyError:
            return ""

    def __str__(self):
        if not self.between:
            return self.names[0]
        filled = (
            f"{{{name}}}{after}" for name, after in zip(self.names, self.between[1:], strict=False)
        )
        return self.between[0] + "".join(filled)


def known_columns(header, asked, where):
    """Return the texts, best first, that stand for what the workflow knows, as a dict.

    The keys are those of USUAL that the `header` has.

    `asked` (a dict) is the config's `columns`: for any of these a column, a template with
    `{column}` in it, or a list of these. What it leaves out is found by its usual names.

    Raises InputError, which begins with `where`, if a column that it names is not in the header.
    """
    columns = _by_plain_name(header)
    found = {}
    for known, usual in USUAL.items():
        if known in asked:
            choices = asked[known] if isinstance(asked[known], list) else [asked[known]]
            found[known] = [_asked(c, header, f"{where}: columns.{known}") for c in choices]
        else:
            texts = [text for choice in usual if (text := _text(choice, columns))]
            # Numbers of two columns are not of one kind.
            found[known] = texts[:1] if known == "image_id" else texts
    return {known: texts for known, texts in found.items() if texts}


def column_named(name, header, where):
    """Return the Text of the column of a header that is called `name`, in any spelling.

    Raises InputError, which begins with `where`, if there is none.
    """
    text = Text((name,)) if name in header else _text(name, _by_plain_name(header))
    if text is None:
        raise InputError(f"{where}: {unknown('column', name, header)}")
    return text


def told_columns(texts, by_facet, header):
    """Return how a header was read, one line, "" if each column is what it is called.

    `texts` and `by_facet` are what stands for each of USUAL and for each facet.
    """
    used = {
        name for read in (*texts.values(), *by_facet.values()) for t in read for name in t.names
    }
    unused = [name for name in header if name not in used]
    parts = [
        f"{known} from {' or '.join(map(str, read))}"
        for known, read in texts.items()
        if [str(text) for text in read] != [known]
    ]
    if unused:
        more = f" and {len(unused) - NAMED} more" if len(unused) > NAMED else ""
        parts.append(f"not used: {', '.join(unused[:NAMED])}{more}")
    return "; ".join(parts)


def guessed_columns(header, rows, looks_like):
    """Return the best guess of `columns` for a header without a source, YAML on one line.

    `rows` are some dicts of cells; `looks_like` has for some of USUAL a function that tells whether
    a text may be it.
    """
    found = known_columns(header, {}, "")
    free = [
        name for name in header if all(name not in t.names for ts in found.values() for t in ts)
    ]
    guess = {}
    for known in [*looks_like, *(known for known in USUAL if known not in looks_like)]:
        filled = {name: [row[name] for row in rows if name in row] for name in free}
        if known in found:
            continue
        if known in looks_like:
            alike = [name for name in free if _mostly(looks_like[known], filled[name])]
        else:
            plain = {_plain(name): name for name in free}
            alike = [plain[name] for name in difflib.get_close_matches(_plain(known), plain, n=1)]
        if alike or known == "source":
            guess[known] = (alike or ["..."])[0]
            free = [name for name in free if name != guess[known]]
    return "columns: {" + ", ".join(f"{key}: {_yaml(text)}" for key, text in guess.items()) + "}"


def _mostly(test, texts):
    return sum(bool(test(text)) for text in texts) > len(texts) / 2


def _asked(choice, header, where):
    """Return the Text of a name or template that the config asks for."""
    if choice in header:
        return column_named(choice, header, where)
    for name in PLACEHOLDER.findall(choice) or [choice]:
        column_named(name, header, where)
    return _text(choice, _by_plain_name(header))


def _text(choice, columns):
    """Return the Text of a name or template; None if a column is not among `columns`."""
    names, between = PLACEHOLDER.findall(choice), PLACEHOLDER.sub("\0", choice).split("\0")
    if not names or choice == f"{{{names[0]}}}":
        names, between = names or [choice], []
    plain = [_plain(name) for name in names]
    if not all(name in columns for name in plain):
        return None
    return Text(tuple(columns[name] for name in plain), tuple(between))


def _by_plain_name(header):
    """Return the names of columns by what all their spellings have, of two alike the first."""
    return {_plain(name): name for name in reversed(header)}


def _plain(name):
    """Return a column's name in small letters and digits, as all its spellings have it."""
    return re.sub(r"[\W_]", "", name.casefold()) or name


def _yaml(text):
    """Return a text as YAML, quoted where it is not a plain word."""
    return text if re.fullmatch(r"[^\W\d_][\w -]*\w", text) else "'" + text.replace("'", "''") + "'"
