"""How the colours of a collection change over the years, for print."""

import numpy as np
from matplotlib import rc_context
from matplotlib.ticker import FuncFormatter, MaxNLocator

from scripts.colour.families import FAMILIES, family_hex
from scripts.common.files import moved_into_place, read_json
from scripts.exports.figure import LIGHT, STYLE, new_figure
from scripts.exports.lettering import printable
from scripts.groups.series import SERIES, series_of_palette
from scripts.groups.trends import changes, course

COLUMNS, PANEL, GAP = 4, (250, 150), (34, 62)
"""Panels in a row, their sizes and what is between them, px."""
HEAD, EDGE = 124, 48
DPI = 200
"""Of the PNG."""
FEWEST = 3
"""Decades with enough paintings, of which there are curves."""


def draw_trends(path_to_palettes, paths_to_output, *, title):
    """Draw the course of each of SERIES by decade, with the changes that are more than chance.

    Lines are means, bands their 95 % intervals, of decades with enough paintings; a dotted line is
    a change, which is told in words (see scripts.groups.trends). The outputs are an SVG and a PNG.
    """
    palettes = read_json(path_to_palettes)
    finest = str(max(palettes["ks"]))
    dated = [image for image in palettes["images"] if image["year"] is not None]
    years = np.array([image["year"] for image in dated], dtype=int)
    series = np.array([series_of_palette(image["palettes"][finest]) for image in dated])
    series = series.reshape(-1, len(SERIES))
    rows = -(-len(SERIES) // COLUMNS)
    width = 2 * EDGE + COLUMNS * PANEL[0] + (COLUMNS - 1) * GAP[0]
    height = HEAD + rows * (PANEL[1] + GAP[1])
    with rc_context(STYLE | {"svg.hashsalt": "trends", "svg.fonttype": "path"}):
        figure = new_figure(width, height, DPI)
        figure.patch.set(alpha=1, facecolor=LIGHT.ground)
        told = f"{printable(title)}: mean of paintings by decade, n = {len(dated)}"
        place = {"ha": "left", "va": "top"}
        figure.text(EDGE / width, 1 - 26 / height, told, size=15, color=LIGHT.ink, **place)
        note = "Bands are 95 % intervals. Dotted: a change that is more than shuffled years give."
        figure.text(EDGE / width, 1 - 56 / height, note, color=LIGHT.muted, **place)
        spans = [span for span in course(years, series) if span.interval is not None]
        found = changes(years, series)
        for n, name in enumerate(SERIES):
            row, column = divmod(n, COLUMNS)
            left = EDGE + column * (PANEL[0] + GAP[0])
            bottom = height - HEAD - row * (PANEL[1] + GAP[1]) - PANEL[1]
            room = (left / width, bottom / height, PANEL[0] / width, PANEL[1] / height)
            _draw_panel(figure.add_axes(room), n, name, spans, found[n])
        for path in paths_to_output:
            with moved_into_place(path) as temporary:
                kind = path.rpartition(".")[2]
                metadata = {"Date": None, "Creator": None} if kind == "svg" else {"Software": None}
                figure.savefig(temporary, format=kind, metadata=metadata)


def _draw_panel(axes, n, name, spans, change):
    colour = family_hex(n) if name in FAMILIES else LIGHT.muted
    axes.set_facecolor("none")
    axes.set_title(name, loc="left", color=LIGHT.ink, size=10)
    if len(spans) >= FEWEST:
        middles = [span.year + 5 for span in spans]
        low, high = np.array([span.interval[:, n] for span in spans]).T
        axes.fill_between(middles, 100 * low, 100 * high, color=colour, alpha=0.3, linewidth=0)
        means = [100 * span.means[n] for span in spans]
        axes.plot(middles, means, color=LIGHT.ink, linewidth=1.5, marker="o", markersize=3.5)
        axes.set_xlim(spans[0].year, spans[-1].year + 10)
        axes.xaxis.set_major_locator(MaxNLocator(4, integer=True))
        axes.yaxis.set_major_locator(MaxNLocator(4))
    else:
        axes.set_xticks([])
        axes.set_yticks([])
    if name in FAMILIES:
        axes.set_ylim(0, max(axes.get_ylim()[1], 1))
        axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:.3g}\N{NBSP}%"))
    if change:
        axes.axvline(change.year, color=LIGHT.ink, linewidth=1, linestyle=":")
        unit = "\N{NBSP}%" if name in FAMILIES else ""
        before, after = (f"{100 * mean:.1f}{unit}" for mean in (change.before, change.after))
        told = f"{change.year}: {before} \N{RIGHTWARDS ARROW} {after}"
        axes.set_title(told, loc="right", color=LIGHT.muted, size=8)
    axes.tick_params(colors=LIGHT.muted, labelsize=8)
    axes.spines["bottom"].set_color(LIGHT.muted)
