"""Two groups of a collection compared, for print."""

import numpy as np
from matplotlib import rc_context
from matplotlib.patches import Rectangle

from scripts.colour.families import FAMILIES, family_hex
from scripts.colour.spaces import rgb_of_oklab
from scripts.common.files import moved_into_place, read_json
from scripts.exports.figure import LIGHT, STYLE, new_figure
from scripts.exports.lettering import printable
from scripts.groups.codes import histogram, read_codes
from scripts.groups.compare import compare
from scripts.groups.intervals import FEW
from scripts.groups.members import two_groups
from scripts.groups.palette import group_palette
from scripts.groups.series import SERIES, colours_of_palette, series_of_palette

WIDTH, ROW, HEAD, FOOT, EDGE = 1100, 34, 220, 74, 40


def draw_comparison(path_to_palettes, path_to_codes, path_to_output, *, a, b, k, title):
    """Draw the groups called `a` and `b` (see scripts.groups.members) on the same axes, as an SVG.

    Their own palettes of `k` colours, the share of each family of hue with its 95 % interval, and
    the difference with its own, pale where it may be chance (see scripts.groups.compare).

    Raises InputError as `two_groups` does.
    """
    palettes = read_json(path_to_palettes)
    groups = two_groups(palettes["images"], a, b)
    finest = str(max(palettes["ks"]))
    of_images = [image["palettes"][finest] for image in palettes["images"]]
    codes = read_codes(path_to_codes)
    series = np.array([series_of_palette(palette) for palette in of_images])
    histograms = np.array([histogram(palette, codes) for palette in of_images])
    members = [np.array(group.members) for group in groups]
    found = compare(series, histograms, codes, *members)
    height = HEAD + len(SERIES) * ROW + FOOT
    with rc_context(STYLE | {"svg.hashsalt": "comparison", "svg.fonttype": "path"}):
        figure = new_figure(WIDTH, height)
        figure.patch.set(alpha=1, facecolor=LIGHT.ground)
        axes = figure.add_axes((0, 0, 1, 1), xlim=(0, WIDTH), ylim=(height, 0))
        axes.set_axis_off()
        axes.text(EDGE, 44, printable(title), size=15, color=LIGHT.ink)
        for side, group in enumerate(groups):
            own = [colours_of_palette(of_images[place]) for place in group.members]
            lab, shares = (np.concatenate(part) for part in zip(*own, strict=True))
            _draw_head(axes, side, group, group_palette(lab, shares, codes, k))
        _draw_rows(axes, found)
        _draw_foot(axes, height, found, [len(group) for group in members])
        with moved_into_place(path_to_output) as temporary:
            figure.savefig(temporary, format="svg", metadata={"Date": None, "Creator": None})


def _draw_head(axes, side, group, palette):
    left, width = EDGE + side * WIDTH / 2, WIDTH / 2 - 2 * EDGE
    fill = LIGHT.ink if side == 0 else "none"
    axes.add_patch(
        Rectangle((left, 74), 13, 13, facecolor=fill, edgecolor=LIGHT.ink, linewidth=1.5)
    )
    told = f"{printable(group.value)}, n = {len(group.members)}"
    axes.text(left + 24, 86, told, size=12, color=LIGHT.ink)
    for lab, share in zip(*palette, strict=True):
        rgb = np.clip(rgb_of_oklab(lab), 0, 255) / 255
        axes.add_patch(Rectangle((left, 100), width * share, 54, facecolor=rgb, linewidth=0))
        left += width * share


def _draw_rows(axes, found):
    bars, middle, reach = (150, 300), 700, 170
    families = [n for n, name in enumerate(SERIES) if name in FAMILIES]
    most = found.intervals[:, 1, families].max()
    widest = np.abs(found.interval[:, families]).max()
    axes.text(bars[0], HEAD - 18, "share of the canvas", color=LIGHT.muted)
    place = {"ha": "center", "color": LIGHT.muted}
    axes.text(middle, HEAD - 18, "more in B     more in A", **place)
    axes.plot([middle, middle], [HEAD, HEAD + len(SERIES) * ROW], color=LIGHT.line, linewidth=1)
    for n, name in enumerate(SERIES):
        y = HEAD + (n + 0.5) * ROW
        is_family = name in FAMILIES
        ink = LIGHT.ink if found.told[n] else LIGHT.muted
        axes.text(EDGE, y, name, color=ink, va="center")
        for side in (0, 1) if is_family else ():
            width = found.means[side, n] / most * bars[1]
            top = y - 9 + 10 * side
            style = {"facecolor": family_hex(n) if side == 0 else "none"}
            style |= {"edgecolor": family_hex(n), "linewidth": 1.5}
            axes.add_patch(Rectangle((bars[0], top), width, 7, **style))
            ends = bars[0] + found.intervals[side, :, n] / most * bars[1]
            axes.plot(ends, [top + 3.5] * 2, color=LIGHT.ink, linewidth=1)
        scale = widest if is_family else 1.6 * max(np.abs(found.interval[:, n]).max(), 1e-9)
        ends = middle + found.interval[:, n] / scale * reach
        axes.plot(ends, [y, y], color=ink, linewidth=2, solid_capstyle="butt")
        at = middle + found.difference[n] / scale * reach
        outside = found.interval[0, n] > 0 or found.interval[1, n] < 0
        fill = ink if outside else LIGHT.ground
        axes.plot([at], [y], "o", color=fill, markeredgecolor=ink, markersize=7)
        low, high = 100 * found.interval[:, n]
        told = f"{100 * found.difference[n]:+.1f} ({low:+.1f} to {high:+.1f})"
        axes.text(middle + reach + 24, y, told, color=ink, va="center")


def _draw_foot(axes, height, found, sizes):
    median, most = np.quantile(found.distances_by_chance, [0.5, 0.95])
    told = (
        f"The groups are {found.distance:.3f} apart (earth mover's distance in OKLab); random"
        f" groups of the same paintings are {median:.3f}, 95 of 100 at most {most:.3f}."
    )
    if min(sizes) < FEW:
        told = "Too few to tell: a group has fewer than ten paintings. " + told
    axes.text(EDGE, height - 42, told, color=LIGHT.muted)
    note = "Bars: means of paintings; lines: 95 % intervals, by bootstrap. Grey: may be chance, or"
    note += " unsure where the dot is full."
    axes.text(EDGE, height - 22, note, color=LIGHT.muted)
