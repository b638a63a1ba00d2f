"""The picture that a link to the page gets where it is shown: the palettes above the title."""

import logging
from math import ceil

from PIL import Image, ImageDraw

from scripts.common.files import moved_into_place, read_json
from scripts.exports.formats.text import on_one_line
from scripts.exports.lettering import Lettering, can_write, printable
from scripts.exports.montage import INK, PAPER, SANS, SERIF, by_year, spans

logger = logging.getLogger(__name__)

SIZE = 1200, 630
"""Px, as previews of links have it (Open Graph, 1.91 to 1)."""
FOOT, EDGE, LETTERS = 130, 44, 56
"""Px: the room for the title, what stays free beside it, and its size."""
NARROWEST, MOST_ROWS = 8, 12
"""Px that a bar has at least, with the space beside it, and rows of bars."""
GAP = 2


def make_card(path_to_palettes_k, path_to_output, *, title):
    """Write the card of a file of palettes of one k as a PNG: an upright bar for each, by year.

    Of more paintings than have room, every so many-th is shown. A title in letters that the fonts
    lack is left out.
    """
    images = _as_many_as_fit(by_year(read_json(path_to_palettes_k)["images"]))
    picture = Image.new("RGB", SIZE, PAPER)
    draw = ImageDraw.Draw(picture)
    for image, box in zip(images, boxes(len(images)), strict=True):
        _draw_upright(draw, box, image["colors"])
    _write_title(picture, title)
    with moved_into_place(path_to_output) as temporary:
        picture.save(temporary, format="PNG")
    logger.info("%d bars", len(images))


def boxes(count):
    """Return the places of so many bars, row by row: left, top, right and bottom in px.

    >>> boxes(2)
    [(0, 0, 598, 498), (600, 0, 1198, 498)]
    """
    width, height = SIZE[0], SIZE[1] - FOOT
    rows = min(MOST_ROWS, max(1, ceil(count * NARROWEST / width)))
    columns = ceil(count / rows)
    places = []
    for n in range(count):
        row, column = divmod(n, columns)
        left, right = (round(width * at / columns) for at in (column, column + 1))
        top, bottom = (round(height * at / rows) for at in (row, row + 1))
        places.append((left, top, right - GAP, bottom - GAP))
    return places


def _as_many_as_fit(images):
    most = SIZE[0] // NARROWEST * MOST_ROWS
    if len(images) <= most:
        return images
    return [images[n * len(images) // most] for n in range(most)]


def _draw_upright(draw, box, colours):
    left, top, right, bottom = box
    for since, until, code in spans(colours, top, bottom):
        draw.rectangle((left, since, right - 1, until - 1), fill=code)


def _write_title(picture, title):
    text = printable(on_one_line(title)).strip()
    name = next((name for name in (SERIF, SANS) if can_write(name, text)), None)
    if name is None:
        logger.warning("%r is in letters that the fonts lack: there is none", text)
        return
    lettering = Lettering(name, LETTERS)
    line = lettering.fitted(text, picture.width - 2 * EDGE)
    lettering.write(picture, line, EDGE, picture.height - FOOT // 2 + LETTERS // 3, INK)
