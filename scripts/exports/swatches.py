"""Palettes as files that other programs take colours from."""

import logging
from pathlib import Path

from scripts.colour.names import colour_names
from scripts.common.files import moved_into_place, read_json
from scripts.exports.formats.ase import to_ase
from scripts.exports.formats.css import to_css
from scripts.exports.formats.gpl import to_gpl
from scripts.exports.formats.text import fixed
from scripts.exports.formats.tokens import to_tokens

logger = logging.getLogger(__name__)

FORMATS = {".gpl": to_gpl, ".ase": to_ase, ".css": to_css, ".json": to_tokens}
"""What makes a file's bytes of records and a title, by its suffix."""


def make_swatches(path_to_palette, paths_to_outputs, *, image, title, year, artist, vocabulary=()):
    """Write the palette of one image in the formats of the paths' suffixes.

    `image` is its ID, `vocabulary` as of `colour_names`; if it could not be read, the files hold no
    colours.
    """
    palette = read_json(path_to_palette)
    paintings = []
    if "unreadable" in palette:
        logger.warning("cannot read %s: %s", image, palette["unreadable"])
    else:
        colours = palette["colors"]
        names = colour_names([colour["rgb"] for colour in colours], vocabulary)
        named = [colour | {"name": name} for colour, name in zip(colours, names, strict=True)]
        told = {"image": image, "title": title, "year": year, "artist": artist}
        paintings = [record(told, palette["k"], named)]
    _write(paths_to_outputs, paintings, title)


def gather_swatches(path_to_palettes_k, paths_to_outputs, *, title):
    """Write the palettes of a whole collection, of one k, in the formats of the paths' suffixes."""
    palettes = read_json(path_to_palettes_k)
    paintings = [record(image, palettes["k"], image["colors"]) for image in palettes["images"]]
    _write(paths_to_outputs, paintings, title)


def record(image, k, colours):
    """Return what the formats tell of a painting, as page/src/export/text.js has it."""
    told = {key: image[key] for key in ("image", "title", "year", "artist")}
    rounded = [
        {"hex": c["hex"], "share": float(fixed(c["share"], 4)), "name": c["name"]} for c in colours
    ]
    return told | {"k": k, "colours": rounded}


def _write(paths, paintings, title):
    for path in map(Path, paths):
        with moved_into_place(path) as temporary:
            temporary.write_bytes(FORMATS[path.suffix](paintings, title))
    logger.info("%d palettes: %s", len(paintings), title)
