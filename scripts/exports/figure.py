"""Figures by Matplotlib, in the page's look."""

from typing import NamedTuple

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure


class Ink(NamedTuple):
    """The colours of a chart."""

    ink: str
    muted: str
    line: str
    ground: str


LIGHT = Ink("#24211d", "#6a6359", "#d9d2c5", "#f8f5ef")
"""As in page/base.css."""

STYLE = {
    "font.family": ["DejaVu Sans"],
    "font.size": 9,
    "text.parse_math": False,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.spines.left": False,
    "xtick.major.size": 0,
    "ytick.major.size": 0,
    "svg.fonttype": "none",
}


def new_figure(width, height, dpi=100):
    """Return an empty Matplotlib figure of so many px at 100 dpi, with a clear ground."""
    figure = Figure(figsize=(width / 100, height / 100), dpi=dpi)
    FigureCanvasAgg(figure)
    figure.patch.set_alpha(0)
    return figure
