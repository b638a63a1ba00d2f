"""A collection that is the address of a IIIF manifest or collection: its table, made at once."""

import re
from pathlib import Path
from urllib.parse import urlsplit

from scripts.collections.ids import safe_id
from scripts.collections.museum_table import write_museum_table
from scripts.common.errors import InputError
from scripts.running.digests import data_digest

LONGEST_NAME = 60


def table_of_address(address, *, settings, download, may_ask):
    """Return the path of the table of the paintings at an address, and lines on it.

    The table is made unless it is there. Its name has a digest of the address and of `settings`,
    those of museums/iiif.py, so that others give another. `download` are Web's settings.

    Raises InputError as write_museum_table does, or if there is no table and `may_ask` is false.
    """
    name = f"{_name(address)}-{data_digest([address, settings])[:8]}"
    path = Path("collections", f"iiif_{name}.tsv")
    if path.exists():
        return str(path), [f"{path}: made of {address} before; remove it to ask again"]
    if not may_ask:
        raise InputError(f"{path}: not there; allowed: the table that snakemake made of {address}")
    write_museum_table("iiif", name, path, settings={**settings, name: address}, download=download)
    return str(path), [f"{path}: made of {address}"]


def _name(address):
    parts = urlsplit(address)
    named = re.sub(r"/?(manifest)?(\.json)?$", "", parts.path)
    return safe_id(f"{parts.hostname}{named}")[:LONGEST_NAME].rstrip("-._").lower()
