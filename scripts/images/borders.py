"""Even borders around a reproduction: a scanner's bed, a mount, a passe-partout."""

import numpy as np
from scipy.ndimage import uniform_filter

DEEPEST = 0.3  # of the side
THINNEST = 2  # px
NOISE = 14  # levels, the most that a border's own pixels may be off its colour
BEFORE_EDGE, DRIFT = 3, 0.75  # px before the edge, and the part of the tolerance it may be off
TURNED = np.tan(np.radians(1.5))  # the most that an edge may be slanted
STRAIGHT = 0.006  # of the side, that an edge may be off a straight line
SIDES = ("left", "top", "right", "bottom")


def find_borders(rgb):
    """Return how deep the even border is on the left, top, right and bottom, parts of the sides.

    `rgb` is h x w x 3, uint8. A side without one, or where it is not sure, has 0. A border is of
    one colour, which another side has too, and ends in all but a few places at one straight line:
    what is painted does not, as sky, snow and night end where things stand before them.
    """
    smooth = uniform_filter(rgb.astype(np.float32), (3, 3, 1), mode="nearest")
    turns = (smooth.swapaxes(0, 1), smooth, smooth[:, ::-1].swapaxes(0, 1), smooth[::-1])
    found = [_border(view) for view in turns]
    depths = []
    for side, (depth, ground) in enumerate(found):
        others = [found[other] for other in range(4) if other != side and found[other][0]]
        is_backed = any(np.abs(ground - colour).max() < 2 * NOISE for _, colour in others)
        depths.append(depth if is_backed else 0.0)
    return depths


def _border(view):
    """Return how deep the border at the top of a picture is, a part of it, and its colour."""
    height, width = view.shape[:2]
    edge = view[: max(THINNEST, height // 200)].reshape(-1, 3)
    ground = np.median(edge, axis=0)
    noise = np.percentile(np.abs(edge - ground).max(axis=1), 75)
    if noise > NOISE:
        return 0.0, ground
    tolerance = max(3 * noise, 8)
    rows = int(height * DEEPEST) + 3
    differs = np.abs(view[:rows] - ground).max(axis=2) > tolerance
    # One row may differ by dust; two do at an edge.
    differs = differs[:-1] & differs[1:]
    depth = np.where(differs.any(axis=0), differs.argmax(axis=0), rows).astype(float)
    columns = np.flatnonzero(depth < rows)
    if len(columns) < 0.5 * width:
        return 0.0, ground
    # Beside borders on the left and right.
    columns = np.arange(columns[0], columns[-1] + 1)
    line, near = _edge(columns, depth[columns], max(1.0, STRAIGHT * height))
    before = depth[columns] < line - max(1.5, 1.5 * STRAIGHT * height)
    if near.mean() < 0.6 or before.mean() > 0.08:
        return 0.0, ground
    # A sky that fades drifts off its colour before it ends.
    last = np.clip(np.rint(line).astype(int) - BEFORE_EDGE, 0, height - 1)
    drift = np.abs(view[last, columns] - ground).max(axis=1)
    if np.median(drift) > DRIFT * tolerance:
        return 0.0, ground
    middle = float(np.interp(width / 2, columns, line)) + 1
    return (middle / height if middle >= THINNEST else 0.0), ground


def _edge(columns, depth, near):
    """Return the straight line near which most depths lie, and which these are."""
    across = columns - columns.mean()
    best = (None, np.zeros(len(columns), bool))
    for slope in np.linspace(-TURNED, TURNED, 41):
        offsets = depth - slope * across
        values, counts = np.unique(np.rint(offsets), return_counts=True)
        at = values[counts.argmax()]
        close = np.abs(offsets - at) <= near
        if close.sum() > best[1].sum():
            best = (slope * across + offsets[close].mean(), close)
    return best
