"""The images to work on: the embedded sample, a folder of images, or a table."""

import csv
import os
import re
from pathlib import Path

from scripts.collections.ids import distinct_ids
from scripts.common.errors import InputError
from scripts.common.schema import load_schema, unknown, validate
from scripts.sample.studies import sample_collection

SAMPLE = "sample"
SUFFIXES = frozenset({".avif", ".bmp", ".gif", ".jpeg", ".jpg", ".png", ".tif", ".tiff", ".webp"})
DELIMITERS = {".csv": ",", ".tsv": "\t"}
DELIMITER_NAMES = {",": "commas", "\t": "tabs", ";": "semicolons"}
WILDCARD = re.compile(r"\{\s*[.\w]+\s*(,.*)?\}", re.DOTALL)


def read_collection(location, exclude=()):
    """Return the images of the sample, a folder or a table as a list of dicts, in their order.

    Each has the keys `image_id`, `source` (a path that can be opened from the working directory,
    or an http or https address), `title`, and `year`, `artist`, `link`, `licence` or None.

    Raises InputError if `location` is neither, a row or file name cannot be used, two rows have
    one ID, no file that a table names is there, or no image is left after `exclude`.
    """
    path = Path(location)
    if location == SAMPLE:
        images = [_sample_image(study) for study in sample_collection()]
    elif path.is_dir():
        images = _read_folder(path)
    elif path.suffix.lower() in DELIMITERS and path.is_file():
        images = _read_table(path)
    else:
        found = "another kind of file" if path.exists() else "nothing there"
        raise InputError(
            f"config: collection is {str(location)!r}, {found};"
            " allowed: sample, a folder of images, or a .tsv or .csv table"
        )
    left_out = set(exclude)
    images = [image for image in images if image["image_id"] not in left_out]
    if not images:
        raise InputError(f"{location}: no images; allowed types: {', '.join(sorted(SUFFIXES))}")
    return images


def _sample_image(study):
    image_id = study["image_id"]
    return _image(image_id, f"results/sample/{image_id}.png", study)


def _read_folder(folder):
    files = {file.relative_to(folder).as_posix(): file for file in _image_files(folder)}
    for file in files.values():
        _check_path(file, folder)
    ids = distinct_ids(files)
    return [_image(ids[path], file, {"title": file.stem}) for path, file in files.items()]


def _check_path(path, where):
    try:
        str(path).encode()
    except UnicodeEncodeError:
        shown = os.fsencode(path).decode(errors="replace")
        raise InputError(f"{where}: {shown} is not UTF-8; rename it") from None
    if wildcard := WILDCARD.search(str(path)):
        raise InputError(
            f"{where}: {path} has {wildcard[0]} in it, a wildcard for Snakemake; rename it"
        )


def _image_files(folder):
    own_results = Path("results").resolve()
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and Path(parent, name).resolve() != own_results
        )
        for name in sorted(names):
            if not name.startswith(".") and Path(name).suffix.lower() in SUFFIXES:
                yield Path(parent, name)


def _read_table(table):
    images, row_of = [], {}
    for row, cells in _rows(table):
        where = f"{table} row {row}"
        if "year" in cells and re.fullmatch(r"[+-]?\d+", cells["year"]):
            cells["year"] = int(cells["year"])
        validate(cells, "collection", where)
        image_id = cells["image_id"]
        other = row_of.setdefault(image_id.lower(), row)
        if other != row:
            raise InputError(f"{where}: image_id is {image_id!r}, as in row {other}; allowed: once")
        images.append(_image(image_id, _source(cells["source"], table, where), cells))
    if images and not any(is_there(image["source"]) for image in images):
        raise InputError(
            f"{table}: no file at {images[0]['source']!r} nor at any other source;"
            f" allowed: paths relative to {table.parent}, or http or https addresses"
        )
    return images


def _source(source, table, where):
    if is_address(source):
        return source
    if "://" in source:
        raise InputError(
            f"{where}: source is {source!r};"
            f" allowed: a path relative to {table.parent}, or an http or https address"
        )
    path = table.parent / source
    _check_path(path, where)
    return path


def is_there(source):
    """Tell whether the `source` of an image is an address, or a path at which something is."""
    return is_address(source) or os.path.exists(source)


def is_museum_table(location):
    """Tell whether a location is that of a table which the workflow can make."""
    return bool(re.fullmatch(r"collections/[a-z]+_[^/]+\.tsv", str(location)))


def is_address(source):
    """Tell whether the `source` of an image is an http or https address, not a path."""
    return bool(re.match("https?://", source, re.IGNORECASE))


def _rows(table):
    """Yield the number (the header being row 1) and the filled cells, a dict, of each row."""
    with table.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file, delimiter=DELIMITERS[table.suffix.lower()], strict=True)
        try:
            header = [name.strip() for name in next(reader, [])]
            _check_header(header, f"{table} row 1")
            for row, values in enumerate(reader, start=2):
                if len(values) > len(header):
                    raise InputError(
                        f"{table} row {row}: {len(values)} cells; allowed: {len(header)},"
                        " as in the header"
                    )
                cells = dict(zip(header, map(str.strip, values), strict=False))
                cells = {name: value for name, value in cells.items() if value}
                if cells:
                    yield row, cells
        except UnicodeDecodeError as error:
            raise InputError(f"{table}: byte {error.start} is not UTF-8; allowed: UTF-8") from None
        except csv.Error as error:
            raise InputError(f"{table} line {reader.line_num}: {error}") from None


def _check_header(header, where):
    columns = load_schema("collection")["properties"]
    for other, name in DELIMITER_NAMES.items():
        if len(header) == 1 and other in header[0]:
            raise InputError(
                f"{where}: {name} between the cells; allowed: commas in .csv, tabs in .tsv"
            )
    for name in header:
        if name not in columns:
            raise InputError(f"{where}: {unknown('column', name, columns)}")
        if header.count(name) > 1:
            raise InputError(f"{where}: two columns are called {name}; allowed: each once")


def _image(image_id, source, cells):
    optional = {key: cells.get(key) for key in ("year", "artist", "link", "licence")}
    return {
        "image_id": image_id,
        "source": str(source),
        "title": cells.get("title") or image_id,
    } | optional
