"""Compose a picture from areas and touches, and turn those into brush strokes.

Places are shares of the canvas: x from 0 (left) to 1, y from 0 (top) to 1. A field is an array
with a value for every 2 by 2 px. Brushes are measured in px, angles in radians from the x axis
towards the bottom. Tones run from 0 to 1 along a scale of colours.
"""

from typing import NamedTuple

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from scripts.sample.brush import Strokes, jitter, lay, lit, ramp, srgb

GRID = 2
UPRIGHT = np.pi / 2


class Area(NamedTuple):
    """A region to fill with strokes.

    where: field from 0 to 1, how densely. tone: where on the scale `colours` (hex, in one
    string), with a standard deviation of `spread`. length, width: of the brush, times `scale`.
    cover: how many times over. broad: brushed in first with a brush of about twice the size.
    ground: shows in the underpainting.
    """

    where: np.ndarray
    tone: np.ndarray | float
    colours: str
    angle: np.ndarray | float = 0.0
    length: int = 18
    width: int = 6
    spread: float = 0.13
    cover: float = 1.6
    scale: np.ndarray | float = 1.0
    broad: bool = True
    ground: bool = True


class Touches(NamedTuple):
    """Strokes set one by one, painted in order; all but the brush are numbers or arrays of n."""

    x: np.ndarray | float
    y: np.ndarray | float
    colours: str
    angle: np.ndarray | float = 0.0
    length: int = 10
    width: int = 4
    tone: np.ndarray | float = 0.5
    spread: float = 0.25
    scale: np.ndarray | float = 1.0


class View:
    """The frame of one picture: its size in px, the fields x and y, its random numbers."""

    def __init__(self, size, rng):
        self.size = size
        self.rng = rng
        self.aspect = size[0] / size[1]
        self.shape = rows, columns = size[1] // GRID, size[0] // GRID
        self.x = np.broadcast_to((np.arange(columns) + 0.5) / columns, self.shape)
        self.y = np.broadcast_to(((np.arange(rows) + 0.5) / rows)[:, None], self.shape)

    def noise(self, columns, rows):
        """Return a smooth random field from -1 to 1, of columns by rows swells."""
        swells = self.rng.random((rows + 1, columns + 1)).astype(np.float32) * 2 - 1
        field = Image.fromarray(swells).resize(self.shape[::-1], Image.Resampling.BICUBIC)
        return np.clip(np.asarray(field, float), -1, 1)

    def carved(self, shapes, blur):
        """Return the heights (0 to 1) of polygons (points, height) laid over one another."""
        rows, columns = self.shape
        image = Image.new("L", (columns, rows))
        for points, height in shapes:
            corners = [(x * columns, y * rows) for x, y in points]
            ImageDraw.Draw(image).polygon(corners, fill=round(255 * height))
        return np.asarray(image.filter(ImageFilter.GaussianBlur(blur))) / 255

    def inside(self, text, *placement, blur=0):
        """Return the field of the polygon that `outline` makes of these arguments."""
        return self.carved([(outline(text, *placement), 1)], blur)

    def below(self, text, rough=0.0, swells=24):
        """Return the field below a line of points, roughened by up to `rough`."""
        xs, ys = zip(*outline(text), strict=True)
        edge = np.interp(self.x[0], xs, ys) + rough * self.noise(swells, 1)[0]
        return (self.y > edge).astype(float)

    def distance(self, x, y):
        """Return the distance from a place, in shares of the height."""
        return np.hypot((self.x - x) * self.aspect, self.y - y)

    def around(self, x, y):
        """Return the angles of circles drawn around a place."""
        return np.arctan2(self.y - y, (self.x - x) * self.aspect) + UPRIGHT

    def shade(self, heights, strength, reach=3):
        """Return the tones of a relief lit from the top left: 0 lit, 0.5 level, 1 in shade."""
        padded = np.pad(heights, ((reach, 0), (reach, 0)), mode="edge")
        return 0.5 - strength * (heights - padded[:-reach, :-reach])

    def mirrored(self, where, edge, stretch):
        """Return the rippled reflection of a field in water that begins at y = edge."""
        rows, columns = self.shape
        row = ((edge - (self.y - edge) / stretch) * rows).astype(int)
        ripple = self.noise(3, 70) * np.clip(self.y - edge, 0.05, 0.25) * 0.05
        column = ((self.x + ripple) * columns).astype(int)
        found = where[np.clip(row, 0, rows - 1), np.clip(column, 0, columns - 1)]
        return np.where((self.y > edge) & (row >= 0), found, 0.0)

    def at(self, value, x, y):
        """Return the values at places x, y of a field; anything else is spread over them."""
        if np.shape(value) != self.shape:
            return np.broadcast_to(value, x.shape)
        rows, columns = self.shape
        row, column = (y * rows).astype(int), (x * columns).astype(int)
        return value[np.clip(row, 0, rows - 1), np.clip(column, 0, columns - 1)]


def outline(text, x=0.0, y=0.0, wide=1.0, tall=1.0):
    """Return the points of "x,y x,y ...", in percent of wide and tall, counted from x, y."""
    pairs = [pair.split(",") for pair in text.split()]
    return [(x + wide * float(px) / 100, y + tall * float(py) / 100) for px, py in pairs]


def scatter(view, where, spacing):
    """Return random places x, y about `spacing` px apart, as dense as the field `where`."""
    columns, rows = (max(1, round(side / spacing)) for side in view.size)
    cells = view.rng.permutation(columns * rows)
    offset = view.rng.random((2, len(cells)))
    x, y = (cells % columns + offset[0]) / columns, (cells // columns + offset[1]) / rows
    kept = view.rng.random(len(cells)) < view.at(where, x, y)
    return x[kept], y[kept]


def line(view, points, colours, width=4, length=10, tone=0.5, spread=0.25):
    """Return touches that follow a line of points."""
    xs, ys = np.array(points).T * np.array(view.size)[:, None]
    reached = np.append(0, np.cumsum(np.hypot(np.diff(xs), np.diff(ys))))
    at = np.arange(0, reached[-1], 0.45 * length)
    angles = np.arctan2(np.diff(ys), np.diff(xs))
    angle = angles[np.clip(np.searchsorted(reached, at, side="right") - 1, 0, len(angles) - 1)]
    x, y = np.interp(at, reached, xs) / view.size[0], np.interp(at, reached, ys) / view.size[1]
    return Touches(x, y, colours, angle, length, width, tone, spread)


def solid(where, tone, colours, angle=0.0, length=10, width=4, spread=0.08):
    """Return a small area filled closely, so that its outline stays clear."""
    return Area(where, tone, colours, angle, length, width, spread, 3.0, broad=False)


def nearness(y, top):
    """Return how large strokes at y are in perspective, on a ground that begins at y = top."""
    return 0.55 + 0.7 * np.clip((y - top) / (1 - top), 0, 1)


def underpainting(view, layers):
    """Return the canvas that strokes go on: the grounds of the areas, thin and out of focus."""
    coarse = (slice(None, None, 4), slice(None, None, 4))
    colour = 0.0
    for nth, area in enumerate(each for each in layers if isinstance(each, Area) and each.ground):
        tone = np.broadcast_to(area.tone, view.shape)[coarse]
        where = area.where[coarse][..., None] if nth else 1.0
        colour = colour + where * (ramp(area.colours, tone) - colour)
    canvas = Image.fromarray(srgb(colour)).resize(view.size, Image.Resampling.BICUBIC)
    canvas.putalpha(40)
    return canvas


def strokes_of(view, layer):
    """Yield the strokes of a layer; a broad area is brushed in first and then worked over."""
    if isinstance(layer, Touches):
        x, y = (np.array(v) for v in np.broadcast_arrays(*np.atleast_1d(layer.x, layer.y)))
        yield strokes_at(view, layer, x, y, 1.0)
        return
    finest = np.min(layer.scale)
    where = layer.where * (finest / layer.scale) ** 2
    for enlarged, cover in ((1.9, 0.8), (1.0, layer.cover))[not layer.broad :]:
        spacing = enlarged * finest * (0.6 * layer.length * layer.width / cover) ** 0.5
        yield strokes_at(view, layer, *scatter(view, where, spacing), enlarged)


def strokes_at(view, layer, x, y, enlarged):
    """Return the strokes of a layer at places x, y, with its brush `enlarged`."""
    tone = view.at(layer.tone, x, y) + layer.spread / enlarged * view.rng.normal(size=len(x))
    colour = jitter(ramp(layer.colours, tone), view.rng, 0.016)
    angle = view.at(layer.angle, x, y) + 0.15 * view.rng.normal(size=len(x))
    size = enlarged * np.rint(6 * view.at(layer.scale, x, y)) / 6
    length, width = size * layer.length, np.maximum(size * layer.width, 3)
    return Strokes(x * view.size[0], y * view.size[1], angle, colour, length, width)


def paint(view, layers):
    """Return the RGB image of a picture's layers, painted from back to front."""
    layers = list(layers)
    canvas = underpainting(view, layers)
    for layer in layers:
        for strokes in strokes_of(view, layer):
            lay(canvas, strokes, view.rng)
    return lit(canvas, view.rng)
