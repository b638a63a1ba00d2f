"""The paintings in a manifest or collection of IIIF, of any institution. https://iiif.io"""

import re
from itertools import chain
from urllib.parse import unquote, urlsplit

from scripts.collections.ids import row_ids
from scripts.collections.iiif.canvases import canvases_of, painted_on
from scripts.collections.iiif.harvest import read_manifests
from scripts.collections.iiif.images import image_address
from scripts.collections.iiif.texts import address_of, text_of
from scripts.collections.iiif.told import (
    artist_told,
    date_after_title,
    date_told,
    licence_told,
    link_told,
    metadata_of,
    year_navigated,
)
from scripts.collections.museum_table import COLUMNS
from scripts.collections.odd_records import read_each, told
from scripts.common.errors import InputError
from scripts.common.schema import unknown
from scripts.common.words import count

ACCEPT = {"Accept": "application/ld+json, application/json;q=0.9, */*;q=0.1"}
# What stands in addresses of documents and names none.
NAMELESS = re.compile(r"(manifest|info|index|iiif|presentation|canvas|json|v[1-4](\.\d)?)?", re.I)


def find_paintings(name, web, /, *, canvases, languages, width, most, **addresses):
    """Return the paintings in the manifests at the address of a `name`, and lines on the rest.

    Paintings are dicts of cells: what each is told by, and a column for each of its labelled texts.
    Of several canvases in a manifest the first with an image counts, or with `canvases` "all" each.

    Raises InputError if there is no such name, or as read_manifests does.
    """
    if name not in addresses:
        found = unknown("name", name, addresses) if addresses else "no names"
        raise InputError(f"iiif: {found}; allowed: iiif: {{{name}: https://...}} in the config")

    def fetch(address):
        return web.fetch_json(address, {}, ACCEPT)

    def fetch_info(address):
        try:
            info = fetch(f"{address}/info.json")
        except InputError:
            return {}
        return info if isinstance(info, dict) else {}

    manifests, lines = read_manifests(addresses[name], fetch, most)
    empty, passed = [], []

    def paintings_of(manifest):
        shown = [(canvas, painted_on(canvas)) for canvas in canvases_of(manifest)]
        with_image = [pair for pair in shown if pair[1]]
        if not with_image:
            empty.append(address_of(manifest))
        if canvases == "first" and len(with_image) > 1:
            passed.append(address_of(manifest))
            with_image = with_image[:1]
        paintings = []
        for place, (canvas, painted) in enumerate(with_image, start=1):
            source = image_address(painted, canvas, width, fetch_info)
            part = f"-{_name(canvas) or place}" if len(with_image) > 1 else ""
            paintings.append({"source": source} | _told(manifest, canvas, part, languages))
        return paintings

    found, odd = read_each(manifests, paintings_of, address_of)
    lines += odd
    if empty:
        lines.append(told("work", "without an image, left out", empty))
    if passed:
        lines.append(
            f"{count(len(passed), 'work')} of several canvases, of which the first counts;"
            " iiif.canvases: all takes each"
        )
    return _with_ids(list(chain(*found))), lines


def _told(manifest, canvas, part, languages):
    """Return the cells of a work, or of a `part` of one, so called after it."""
    of_canvas, of_manifest = metadata_of(canvas, languages), metadata_of(manifest, languages)
    title, label = (
        text_of(manifest.get("label"), languages),
        text_of(canvas.get("label"), languages),
    )
    date = date_told(of_canvas) or date_told(of_manifest) or date_after_title(label, title)
    year = year_navigated(canvas) or year_navigated(manifest)
    works = (canvas, manifest)
    extra = of_manifest | of_canvas
    return {
        "image_id": _name(manifest) + part,
        "title": label or title if part else title or label,
        "date": date or year,
        "artist": artist_told(of_canvas) or artist_told(of_manifest),
        "link": next(filter(None, map(link_told, works)), None),
        "licence": licence_told(canvas, of_canvas, languages)
        or licence_told(manifest, of_manifest, languages),
    } | {label: " | ".join(texts) for label, texts in extra.items() if label.lower() not in COLUMNS}


def _name(resource):
    """Return the part of a resource's address that names it."""
    parts = [unquote(part) for part in urlsplit(address_of(resource)).path.split("/")]
    names = [re.sub(r"\.json$", "", part) for part in parts]
    return next((name for name in reversed(names) if not NAMELESS.fullmatch(name)), "")


def _with_ids(paintings):
    names = [(painting["image_id"], painting["source"]) for painting in paintings]
    ids = row_ids(dict.fromkeys(names))
    return [
        painting | {"image_id": ids[name]} for painting, name in zip(paintings, names, strict=True)
    ]
