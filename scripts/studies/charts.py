"""The charts of a study: what restarts come to, what each k comes to, and Lloyd's steps."""

import io
import re

import numpy as np
from matplotlib import rc_context
from matplotlib.ticker import FuncFormatter, MaxNLocator

from scripts.exports.figure import STYLE, Ink, new_figure

NAMES = {"farthest_first": "farthest-first", "kmeans++": "k-means++", "fast": "fast"}
LEAST_AXIS = 0.1
"""Per cent that the axis of restarts reaches at least: less makes no difference to a palette."""
NEAR = 0.02
"""Results this near to one another, as a part of the axis, share a dot."""


# Stand-ins, in whose place the page's own colours are put in an SVG.
PAGES = Ink("#010101", "#020202", "#030303", "#040404")
PROPERTIES = Ink("var(--ink)", "var(--muted)", "var(--line)", "var(--paper)")


def chart(draw, name, figures, width=420, height=200):
    """Return the chart that `draw` makes of `figures` as an SVG element in the page's colours."""
    with rc_context(STYLE | {"svg.hashsalt": name}):
        figure = new_figure(width, height)
        draw(figure, figures, PAGES)
        file = io.StringIO()
        figure.savefig(file, format="svg", metadata={"Date": None, "Creator": None})
    return _for_page(file.getvalue())


def _for_page(svg):
    """Return Matplotlib's `svg` without prolog, metadata, sizes and names, in the page's ink."""
    svg = svg[svg.index("<svg") :]
    svg = re.sub(r"<metadata>.*?</metadata>", "", svg, flags=re.DOTALL)
    svg = re.sub(r'<svg [^>]*?viewBox="([^"]*)"[^>]*>', r'<svg viewBox="\1">', svg)
    svg = re.sub(r'<g id="[^"]*"', "<g", svg)
    svg = re.sub(r"<defs>\s*<style.*?</style>\s*</defs>", "", svg, flags=re.DOTALL)
    svg = re.sub(r" font-family: [^;\"]*;", "", svg)
    for stand_in, colour in zip(PAGES, PROPERTIES, strict=True):
        svg = svg.replace(stand_in, colour)
    return re.sub(r"\n\s*", "\n", svg).strip()


def draw_restarts(figure, figures, ink, room=(0.245, 0.2, 0.73, 0.76)):
    """Draw the WCSS of each restart as a dot, in rows of algorithms, on one axis.

    `room` is where in the figure: left, bottom, width and height, 0 to 1.
    """
    runs = figures["restarts"]
    axes = figure.add_axes(room)
    above = per_cent_above_least(runs)
    most = max(LEAST_AXIS, *(max(values) for values in above.values()))
    for row, values in enumerate(above.values()):
        axes.axhline(-row, color=ink.line, linewidth=0.8, zorder=0)
        for value, count in gather(values, NEAR * most):
            size = 14 + 9 * count
            axes.scatter(value, -row, s=size, color=ink.ink, linewidths=0, clip_on=False)
            if len(values) > 1:
                shift = (0, 2 + size**0.5 / 2)
                place = {"textcoords": "offset points", "ha": "center", "va": "bottom"}
                axes.annotate(count, (value, -row), shift, color=ink.muted, size=8, **place)
    axes.set(xlim=(-0.04 * most, 1.04 * most), ylim=(-2.5, 0.75))
    axes.set_yticks([0, -1, -2], [NAMES[name] for name in above], color=ink.ink)
    axes.xaxis.set_major_locator(MaxNLocator(4))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:.3g}\N{NBSP}%"))
    axes.set_xlabel("WCSS above the least", color=ink.muted, loc="left")
    _finish(axes, ink)


def per_cent_above_least(runs):
    """Return by how many per cent each of the WCSS in `runs` (lists by name) is above the least.

    >>> per_cent_above_least({"a": [100.0, 150.0], "b": [200.0]})
    {'a': [0.0, 50.0], 'b': [100.0]}
    """
    least = min(min(values) for values in runs.values())
    return {
        name: [100 * (value / least - 1) if least else 0.0 for value in values]
        for name, values in runs.items()
    }


def gather(values, width):
    """Return the means and numbers of groups of `values` that reach over `width` at most.

    >>> gather([5.0, 1.0, 1.0, 1.75], 1)
    [(1.25, 3), (5.0, 1)]
    """
    groups = []
    for value in sorted(values):
        if groups and value - groups[-1][0] <= width:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [(sum(group) / len(group), len(group)) for group in groups]


def draw_ks(figure, figures, ink, room=(0.13, 0.14, 0.84, 0.8)):
    """Draw WCSS and silhouette against k, with the elbow and the highest silhouette ringed."""
    told = figures["ks"]
    ks, left, bottom, width, height = told["ks"], *room
    upper = figure.add_axes((left, bottom + 0.5 * height, width, 0.5 * height))
    lower = figure.add_axes((left, bottom, width, 0.36 * height))
    mean = np.array(told["wcss"]) / figures["kept"]
    _line(upper, ks, mean, ink, told["elbow"], "elbow")
    upper.set_ylim(0, 1.08 * mean.max() or 1)
    upper.set_title("WCSS for each pixel", color=ink.muted, loc="left", size=9)
    values = np.array(told["silhouette"], dtype=float)
    _line(lower, ks, values, ink, told["most_silhouette"], "highest")
    lower.set_title("silhouette", color=ink.muted, loc="left", size=9, pad=9)
    spread = np.nanmax(values) - np.nanmin(values) if np.isfinite(values).any() else 0
    if spread:
        middle = (np.nanmax(values) + np.nanmin(values)) / 2
        lower.set_ylim(middle - 0.7 * spread, middle + 0.85 * spread)
    lower.set_xlabel("k", color=ink.muted, loc="right")
    for axes in (upper, lower):
        axes.set_xlim(0.6, max(ks[-1], 2) + 0.4)
        axes.set_xticks(ks, ks if axes is lower else [])
        axes.yaxis.set_major_locator(MaxNLocator(3))
        axes.grid(axis="y", color=ink.line, linewidth=0.6)
        axes.set_axisbelow(True)
        _finish(axes, ink)
    for k, label in zip(ks, lower.get_xticklabels(), strict=True):
        if str(k) in figures["palettes"]:
            label.set(color=ink.ink, fontweight="bold")


def _line(axes, ks, values, ink, marked, word):
    axes.plot(ks, values, color=ink.ink, linewidth=1.2, marker="o", markersize=3.6, clip_on=False)
    if marked is not None:
        at = (marked, values[ks.index(marked)])
        ring = {"facecolors": "none", "edgecolors": ink.ink, "linewidths": 1.1, "clip_on": False}
        axes.scatter(*at, s=95, **ring)
        axes.annotate(word, at, (7, 7), textcoords="offset points", color=ink.ink, size=8.5)


def draw_lloyd(figure, figures, ink, room=(0.13, 0.2, 0.84, 0.66)):
    """Draw the WCSS of each step of the run, those that are shown as larger dots."""
    told = figures["lloyd"]
    axes = figure.add_axes(room)
    mean = np.array(told["wcss"]) / figures["kept"]
    axes.plot(mean, color=ink.ink, linewidth=1.2, clip_on=False)
    shown = [step["step"] for step in told["shown"]]
    axes.scatter(shown, mean[shown], s=22, color=ink.ink, linewidths=0, clip_on=False, zorder=3)
    axes.set_title("WCSS for each pixel", color=ink.muted, loc="left", size=9)
    axes.set_ylim(0, 1.08 * mean.max() or 1)
    axes.set_xlim(-0.02 * len(mean), max(1, len(mean) - 1) + 0.02 * len(mean))
    axes.xaxis.set_major_locator(MaxNLocator(6, integer=True))
    axes.yaxis.set_major_locator(MaxNLocator(3))
    axes.grid(axis="y", color=ink.line, linewidth=0.6)
    axes.set_axisbelow(True)
    axes.set_xlabel("moves", color=ink.muted, loc="right")
    _finish(axes, ink)


def _finish(axes, ink):
    axes.patch.set_alpha(0)
    axes.spines["bottom"].set_color(ink.line)
    axes.tick_params(axis="x", colors=ink.muted, labelsize=8.5)
    if axes.get_yticks().size:
        axes.tick_params(axis="y", labelsize=8.5)
        for label in axes.get_yticklabels():
            if label.get_color() not in ink:
                label.set_color(ink.muted)
