"""All palettes of one k as one picture for print: a bar for each painting, by year or by hue."""

import logging

from PIL import Image, ImageDraw, PngImagePlugin

from scripts.colour.spaces import GREY
from scripts.common.files import moved_into_place, read_json
from scripts.common.words import date_text, year_text
from scripts.exports.formats.text import on_one_line
from scripts.exports.lettering import Lettering, can_write, printable
from scripts.exports.plan import BAR, LABEL, MARGIN, SHEETS, grown, plan_sheet

logger = logging.getLogger(__name__)

DPI = {"A0": 200}  # more would be 139 megapixels
USUAL_DPI = 300
MM = 25.4  # an inch
EN_DASH = "\u2013"
UNDATED = "n.d."  # as wide as a year
SANS, BOLD, SERIF = "DejaVuSans", "DejaVuSans-Bold", "DejaVuSerif"
PAPER, INK, SOFT, HAIRLINE = "#ffffff", "#1f1d1a", "#5c5852", "#d9d5cf"

TITLE, SUBTITLE = 7.6, 2.9  # mm on an A4 sheet; they grow with the sheet
LABEL_SIZE, YEAR_SIZE = 1.95, 2.0  # mm at scale 1
SMALLEST_YEAR = 0.7  # scale


def make_montage(path_to_palettes_k, path_to_output, *, title, order):
    """Write the montage of a file of palettes of one k as a PNG, in print size.

    `title` heads it; `order` is one of ORDERS. A bar's colours are in the palette's order, as wide
    as their shares. By year, the year stands beside the first of its paintings. A title in letters
    that the font lacks gives way to the image's ID.
    """
    palettes = read_json(path_to_palettes_k)
    images = ORDERS[order](palettes["images"])
    years = [_year(image) for image in images] if order == "year" else None
    plan = plan_sheet(len(images), years)
    dpi = DPI.get(plan.sheet, USUAL_DPI)
    picture = Image.new("RGB", [_px(side, dpi) for side in SHEETS[plan.sheet]], PAPER)
    _draw_head(picture, dpi, plan, title, describe(palettes["images"], palettes["k"], order))
    _draw_bars(picture, dpi, plan, images, years)
    told = PngImagePlugin.PngInfo()
    told.add(b"sRGB", b"\0")  # perceptual
    with moved_into_place(path_to_output) as temporary:
        picture.save(temporary, format="PNG", dpi=(dpi, dpi), pnginfo=told)
    logger.info("%d bars on %s, %d x %d px", len(images), plan.sheet, *picture.size)


def by_year(images):
    """Return `images` by year, the undated last, those of a year from light to dark."""
    return sorted(
        images,
        key=lambda image: (image["year"] is None, image["year"] or 0, -traits(image)[0]),
    )


def by_hue(images):
    """Return `images` by the hue of the colour that has most of share and chroma, greys last."""

    def place(image):
        lightness, chroma, hue = traits(image)
        return (1, lightness) if chroma < GREY else (0, hue)

    return sorted(images, key=place)


ORDERS = {"year": by_year, "hue": by_hue}


def traits(image):
    """Return a palette's mean lightness, and chroma and hue of its strongest colour."""
    colours = [(colour["share"], *colour["oklch"]) for colour in image["colors"]]
    lightness = sum(share * light for share, light, _, _ in colours)
    _, _, chroma, hue = max(colours, key=lambda colour: colour[0] * colour[2])
    return lightness, chroma, hue


def _year(image):
    return UNDATED if image["year"] is None else year_text(image["year"])


def describe(images, k, order):
    """Return the line below the title."""
    paintings = "1 painting" if len(images) == 1 else f"{len(images):,} paintings"
    years = [image["year"] for image in images if image["year"] is not None]
    span = sorted({min(years), max(years)}) if years else []
    dated = f", {EN_DASH.join(map(year_text, span))}" if span else ""
    most = "up to " if any(len(image["colors"]) < k for image in images) else ""
    colours = "1 colour" if k == 1 else f"{most}{k} colours"
    return f"{paintings}{dated}, by {order}: {colours} of each, as wide as their shares of it"


def _draw_head(picture, dpi, plan, title, subtitle):
    growth = grown(plan.sheet)
    left = _px(MARGIN * growth, dpi)
    for names, size, text, below, ink in (
        ((SERIF, SANS), TITLE, printable(on_one_line(title)).strip(), TITLE, INK),
        ((SANS,), SUBTITLE, subtitle, TITLE + 2 * SUBTITLE, SOFT),
    ):
        name = next((name for name in names if can_write(name, text)), None)
        if name is None:
            logger.warning("%r is in letters that the fonts lack: there is none", text)
            continue
        lettering = Lettering(name, _px(size * growth, dpi))
        line = lettering.fitted(text, picture.width - 2 * left)
        lettering.write(picture, line, left, _px((MARGIN + below) * growth, dpi), ink)


def _draw_bars(picture, dpi, plan, images, years):
    """Draw the bars, and beside and below them what they are."""
    scale = plan.scale
    label = Lettering(SANS, _px(LABEL_SIZE * scale, dpi))
    bold = Lettering(BOLD, _px(YEAR_SIZE * max(scale, SMALLEST_YEAR), dpi))
    draw = ImageDraw.Draw(picture)
    told = None
    for i, (image, bar) in enumerate(zip(images, plan.bars, strict=True)):
        box = [_px(side, dpi) for side in (bar.left, bar.top, bar.right, bar.bottom)]
        _draw_bar(draw, box, image["colors"])
        if plan.labelled:
            text = label.fitted(_label(image, dated=not years), box[2] - box[0])
            base = _px(bar.top + (BAR + LABEL * 0.86) * scale, dpi)
            label.write(picture, text, box[0], base, SOFT)
        if years and (bar.column, years[i]) != told:
            told = bar.column, years[i]
            base = _px(bar.top + (BAR / 2 + YEAR_SIZE * 0.36) * scale, dpi)
            bold.write(picture, years[i], box[0] - _px(1.4 * scale, dpi), base, INK, right=True)


def spans(colours, start, end):
    """Yield where each colour of a bar from `start` to `end` px begins and ends, and its hex.

    A share of no px is left out.

    >>> list(spans([{"hex": "#fff", "share": 0.25}, {"hex": "#000", "share": 0.75}], 10, 18))
    [(10, 12, '#fff'), (12, 18, '#000')]
    """
    until, share = start, 0.0
    for colour in colours:
        since, share = until, share + colour["share"]
        until = start + round(share * (end - start))
        if until > since:
            yield since, until, colour["hex"]


def _draw_bar(draw, box, colours):
    left, top, right, bottom = box
    for since, until, code in spans(colours, left, right):
        draw.rectangle((since, top, until - 1, bottom - 1), fill=code)
    # A white at the end of a bar would be one with the paper.
    draw.rectangle((left, top, right - 1, bottom - 1), outline=HAIRLINE)


def _label(image, *, dated):
    title = printable(on_one_line(image["title"])).strip()
    name = title if can_write(SANS, title) else image["image"]
    return f"{name}, {date_text(image) or UNDATED}" if dated else name


def _px(mm, dpi):
    return round(mm / MM * dpi)
