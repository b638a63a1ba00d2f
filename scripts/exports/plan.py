"""Where the bars of a montage go: on the smallest sheet of paper that holds them."""

from typing import NamedTuple

SHEETS = {"A4": (297, 210), "A3": (420, 297), "A2": (594, 420), "A1": (841, 594), "A0": (1189, 841)}
"""Width and height in mm, the smallest first: on their side, as screens are."""

# Millimetres on an A4 sheet; they grow with the sheet.
MARGIN, HEAD = 13, 21
# Millimetres at scale 1, the smallest at which labels are read without a glass.
BAR, BAR_WIDTH, LABEL = 4.3, 40, 2.5
GUTTER, COLUMN_GAP = 8.2, 4.2
ROW_GAP, YEAR_GAP = 1.1, 1.5
LARGEST_SCALE = 2.4


class Bar(NamedTuple):
    """Where a bar is: its column, and its sides in mm from the sheet's top left corner."""

    column: int
    left: float
    top: float
    right: float
    bottom: float


class Plan(NamedTuple):
    """Where bars go on a sheet, which is one of SHEETS."""

    sheet: str
    scale: float
    labelled: bool
    bars: list


def plan_sheet(count, years):
    """Return the Plan of the smallest sheet that holds `count` bars, which are made to fill it.

    `years` are the texts beside the bars, or None. What no sheet holds with labels goes without.
    """
    for labelled in (True, False):
        for sheet in SHEETS:
            plan = _largest(sheet, count, years, labelled, LARGEST_SCALE, least=1)
            if plan is not None:
                return plan
    return _largest("A0", count, years, False, 1, least=0)


def _largest(sheet, count, years, labelled, scale, *, least):
    """Return the Plan with the largest scale from `scale` down to `least`, None if none fits."""
    while scale >= least:
        columns, places = _places(sheet, count, years, labelled, scale)
        if not places or places[-1][0] < columns:
            return Plan(sheet, scale, labelled, _bars(sheet, years, scale, columns, places))
        scale *= 0.98
    return None


def _places(sheet, count, years, labelled, scale):
    """Return the number of columns, and of each bar its column and its top in mm below the head.

    Bars that the sheet does not hold are in columns beyond that number.
    """
    (width, height), growth = SHEETS[sheet], grown(sheet)
    wide = (BAR_WIDTH + (GUTTER if years else 0) + COLUMN_GAP) * scale
    columns = int((width - 2 * MARGIN * growth + COLUMN_GAP * scale) / wide)
    room = height - (2 * MARGIN + HEAD) * growth
    bar = (BAR + (LABEL if labelled else 0)) * scale
    places, column, top = [], 0, 0.0
    for i in range(count):
        if i and years and years[i] != years[i - 1]:
            top += YEAR_GAP * scale
        if top + bar > room and top:
            column, top = column + 1, 0.0
        places.append((column, top))
        top += bar + ROW_GAP * scale
    return columns, places


def _bars(sheet, years, scale, columns, places):
    """Return the Bars at `places`, in `columns` that share the width."""
    margin, head = MARGIN * grown(sheet), (MARGIN + HEAD) * grown(sheet)
    step = (SHEETS[sheet][0] - 2 * margin + COLUMN_GAP * scale) / columns
    gutter = GUTTER * scale if years else 0
    return [
        Bar(
            column,
            left=margin + column * step + gutter,
            top=head + below,
            right=margin + (column + 1) * step - COLUMN_GAP * scale,
            bottom=head + below + BAR * scale,
        )
        for column, below in places
    ]


def grown(sheet):
    """Return how many times as wide as A4 a sheet is."""
    return SHEETS[sheet][0] / SHEETS["A4"][0]
