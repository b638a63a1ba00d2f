"""A strip of a study's picture: a figure as wide as the picture, and what is put on it."""

from matplotlib.patches import Rectangle

from scripts.exports.figure import LIGHT, new_figure

WIDTH, EDGE, GAP = 1200, 48, 26
"""Of the picture, its margin and what is between its figures, in units of DPI / 100 px."""
DPI = 140
ROOM = WIDTH - 2 * EDGE
SERIF = ["STIXGeneral", "DejaVu Sans"]


class Strip:
    """A strip, on which places are told from its top left corner, in units as above."""

    def __init__(self, height):
        self.figure = new_figure(WIDTH, height, DPI)
        self._height = self.figure.get_figheight() * 100

    def axes(self, x, y, width, height):
        """Return new Matplotlib axes at x and y, empty, in the same units from their own corner."""
        whole = self._height
        room = (x / WIDTH, 1 - (y + height) / whole, width / WIDTH, height / whole)
        axes = self.figure.add_axes(room)
        axes.set(xlim=(0, width), ylim=(height, 0))
        axes.axis("off")
        return axes

    def write(self, x, y, words, size=9.0, color=LIGHT.muted, **options):
        """Write at x and y, the foot of the line; `options` are those of Matplotlib's texts."""
        place = x / WIDTH, 1 - y / self._height
        self.figure.text(*place, words, size=size, color=color, **options)

    def write_heading(self, words):
        """Write a heading at the top, below a line."""
        line = Rectangle((0, 0), ROOM, 1, color=LIGHT.line, linewidth=0)
        self.axes(EDGE, 0, ROOM, 1).add_patch(line)
        self.write(EDGE, 34, words, size=15, color=LIGHT.ink, fontfamily=SERIF)

    def place_image(self, image, x, y, width, height):
        """Draw an image as large as it fits, at the foot of a box; return its place and size."""
        scale = min(width / image.width, height / image.height)
        w, h = image.width * scale, image.height * scale
        axes = self.axes(x, y + height - h, w, h)
        axes.imshow(image, extent=(0, w, h, 0), aspect="auto", interpolation="antialiased")
        return x, y + height - h, w, h
