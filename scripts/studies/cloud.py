"""Clouds of colours in the RGB cube, which stands on its black corner, white on top."""

import base64
import io

import numpy as np
from PIL import Image

SIDES = {
    "from the side": (10, 20),
    "from the other side": (130, 20),
    "from above, along the greys": (10, 90),
}
"""Azimuth and elevation, in degrees, from which static clouds are seen."""

# Right, depth and up for azimuth and elevation 0: up is the grey axis.
AXES = np.array([[1, -1, 0], [1, 1, -2], [1, 1, 1]]) / np.sqrt([[2], [6], [3]])
CORNERS = np.array([[r, g, b] for r in (0, 255) for g in (0, 255) for b in (0, 255)])
EDGES = [(i, j) for i in range(8) for j in range(i) if bin(i ^ j).count("1") == 1]
LINE = "#8a8377"
"""Legible on light and on dark grounds."""
CLOUD = 220
"""Side of a cloud on a sheet, px; it has twice as many dots."""
REACH = 0.9
"""Half the side of what is drawn: the cube's corners are sqrt(3) / 2 from its middle."""


def project(rgb, azimuth, elevation):
    """Return where colours (n x 3, 0 to 255) are seen, as x, y and depth (n each).

    The cube has edges of length 1 and its middle at 0; x grows to the right, y upwards, and depth
    away from who looks. Angles are in degrees.

    >>> [round(float(value), 3) for value in np.ravel(project(np.array([[255] * 3]), 20, 0))]
    [0.0, 0.866, 0.0]
    """
    right, depth, up = AXES @ (np.asarray(rgb, dtype=float) / 255 - 0.5).T
    a, e = np.radians([azimuth, elevation])
    right, depth = np.cos(a) * right - np.sin(a) * depth, np.sin(a) * right + np.cos(a) * depth
    return right, np.cos(e) * up + np.sin(e) * depth, np.cos(e) * depth - np.sin(e) * up


def draw_cloud(axes, rgb, colours, side, *, centres=None, shares=None, before=None, dot=1.0):
    """Draw the pixels `rgb` (n x 3) in `colours` (n x 3) into Matplotlib's `axes`.

    `side` is azimuth and elevation. `centres` (k x 3) are marked as circles, their areas as
    `shares`, with a line from where they were `before` (k x 3). `dot` is the size of a pixel, pt².
    """
    x, y, _ = project(CORNERS, *side)
    for i, j in EDGES:
        axes.plot(x[[i, j]], y[[i, j]], color=LINE, linewidth=0.6, alpha=0.7, zorder=1)
    axes.scatter(x, y, s=14, c=CORNERS / 255, edgecolors=LINE, linewidths=0.6, zorder=1)
    x, y, depth = project(rgb, *side)
    order = np.argsort(-depth, kind="stable")
    axes.scatter(x[order], y[order], s=dot, c=colours[order] / 255, linewidths=0, zorder=2)
    if centres is not None:
        _mark(axes, centres, shares, before, side)
    axes.set(xlim=(-REACH, REACH), ylim=(-REACH, REACH), aspect="equal")
    axes.axis("off")


def _mark(axes, centres, shares, before, side):
    x, y, depth = project(centres, *side)
    if before is not None:
        from_x, from_y, _ = project(before, *side)
        for colour, width in (("#fff", 2.2), ("#000", 0.9)):
            axes.plot([from_x, x], [from_y, y], color=colour, linewidth=width, zorder=3)
    order = np.argsort(-depth, kind="stable")
    sizes = 40 + 360 * np.asarray(shares)[order]
    # White within black: seen on any colour and any ground.
    for size, edge, width in ((1.0, "#000", 2.6), (1.0, "#fff", 1.4)):
        axes.scatter(
            *(x[order], y[order]),
            s=size * sizes,
            c=np.asarray(centres)[order] / 255,
            edgecolors=edge,
            linewidths=width,
            zorder=4,
        )


def pack(painted, enhanced, labels):
    """Return pixels as base64 of seven bytes each: r, g, b as painted, enhanced, and the cluster.

    >>> pack(np.array([[1, 2, 3]]), np.array([[4, 5, 6]]), np.array([7]))
    'AQIDBAUGBw=='
    """
    rows = np.column_stack([painted, enhanced, labels]).astype(np.uint8)
    return base64.b64encode(rows.tobytes()).decode("ascii")


def as_webp(image, quality=80):
    """Return a Pillow image as the data address of a WebP."""
    file = io.BytesIO()
    image.save(file, format="WEBP", quality=quality)
    return f"data:image/webp;base64,{base64.b64encode(file.getvalue()).decode('ascii')}"


def as_image(figure):
    """Return a Matplotlib figure as a Pillow image, RGBA."""
    figure.canvas.draw()
    return Image.fromarray(np.asarray(figure.canvas.buffer_rgba()))
