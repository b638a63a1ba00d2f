"""The images to work on: the embedded sample, a folder of images, or a table."""

import re
from pathlib import Path

from scripts.collections.dates.reading import UNDATED
from scripts.collections.folders import SUFFIXES, read_folder
from scripts.collections.ids import distinct_ids
from scripts.collections.rows import images_of_table
from scripts.collections.tables.reading import TABLES
from scripts.common.errors import InputError
from scripts.sample.studies import sample_collection

SAMPLE = "sample"


def read_collection(location, *, columns=None, facets=None, rows=None, exclude=()):
    """Return the images of the sample, a folder or a table, and what to tell of their reading.

    The images are a list of dicts in their order, with the keys `image_id`; `source`, a path that
    can be opened from the working directory or an http or https address; `title`; `date`, a text
    where it says more than the year; `year`, `earliest`, `latest` and `approximate`, as in
    dates.Dating; `artist`, `link`, `licence`; `crop`, left, top, width and height of what is left
    of it, in parts or px; and `facets`, lists of texts by name. What is not known is None. The
    second is a list of lines.

    `columns`, `facets` and `rows` are as in the config, and `exclude` are IDs to leave out.

    Raises InputError if `location` is neither, a table or file name cannot be used, or no image is
    left after `exclude`.
    """
    path, asked = Path(location), {"columns": columns, "facets": facets, "rows": rows}
    if location == SAMPLE:
        images, told = [_sample_image(study) for study in sample_collection()], _unused(asked)
    elif path.is_dir():
        images, notes = _folder_images(path)
        asked["facets"] = [name for name in facets or () if name != "folder"]
        told = [f"{location}: {note}" for note in notes] + _unused(asked)
    elif path.suffix.lower() in TABLES and path.is_file():
        images, told = images_of_table(path, columns=columns or {}, facets=facets, rows=rows or {})
    else:
        found = "another kind of file" if path.exists() else "nothing there"
        raise InputError(
            f"config: collection is {str(location)!r}, {found}; allowed: sample, a folder of"
            f" images, or a table ({', '.join(sorted(TABLES))})"
        )
    left_out = set(exclude)
    kept = [image for image in images if image["image_id"] not in left_out]
    if not kept:
        why = "all are excluded" if images else f"allowed types: {', '.join(sorted(SUFFIXES))}"
        raise InputError(f"{location}: no images; {why}")
    return kept, told


def is_museum_table(location):
    """Tell whether a location is that of a table which the workflow can make."""
    return bool(re.fullmatch(r"collections/[a-z]+_[^/]+\.tsv", str(location)))


def _unused(asked):
    names = [name for name, value in asked.items() if value]
    return [f"{' and '.join(names)}: not used, as the collection is no table"] if names else []


def _sample_image(study):
    image_id = study["image_id"]
    dating = UNDATED._replace(year=study["year"], earliest=study["year"], latest=study["year"])
    return _image(image_id, f"results/sample/{image_id}.png", study["title"], dating, {})


def _folder_images(folder):
    """Return the images in a folder, and what to tell of it.

    Where a folder in it has some, the facet `folder` is the folder that an image is in.
    """
    files, notes = read_folder(folder)
    ids = distinct_ids(relative for _, relative in files)
    is_of_folders = any("/" in relative for _, relative in files)
    images = []
    for file, relative in files:
        above = Path(relative).parent.name
        facets = {"folder": [above] if above else []} if is_of_folders else {}
        images.append(_image(ids[relative], str(file), file.stem, UNDATED, facets))
    return images, notes


def _image(image_id, source, title, dating, facets):
    told = {"image_id": image_id, "source": source, "title": title, "date": None}
    unknown = dict.fromkeys(("artist", "link", "licence", "crop"))
    return told | dating._asdict() | unknown | {"facets": facets}
