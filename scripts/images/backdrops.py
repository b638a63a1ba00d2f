"""The plain ground before which an object was photographed: paper, cloth, a table."""

import numpy as np
from scipy.ndimage import binary_closing, binary_erosion, binary_fill_holes, label, uniform_filter

FRAME = 0.03  # of the long side: how wide the strip along the edges is that tells the ground
ROUNDS = 8
EVEN = 0.6  # the part of that strip, at least, that is of the ground
NOISE = 16  # levels, the most that the ground's own pixels may be off it
TOLERANCE = 3.5  # times the noise
LEAST, MOST = 6, 40  # levels, between which the tolerance is
DARKEST = 0.55  # what is left of the ground's light in a shadow
SOFT = 5  # levels between pixels in a shadow, at most
RIM, RIM_TOLERANCE = 2, 2.0  # px, and times the tolerance
ALL_OR_NOTHING = 0.005  # of the pixels; less object or less ground than this is none


def find_backdrop(rgb):
    """Return which pixels are ground before which an object stands, h x w bool, or None.

    `rgb` is h x w x 3, uint8. The ground is a plane that may be graded, noisy and in soft shadow;
    it hangs together with the edges. None if there is no plain ground, or nothing before it.
    """
    pixels = uniform_filter(rgb.astype(np.float32), (3, 3, 1), mode="nearest")
    fitted = _ground(pixels)
    if fitted is None:
        return None
    ground, tolerance = fitted
    off = np.abs(pixels - ground).max(axis=2)
    light = pixels.sum(axis=2) / np.maximum(ground.sum(axis=2), 1)
    of_its_hue = np.abs(pixels - light[..., None] * ground).max(axis=2) < tolerance
    steps = np.hypot(*np.gradient(pixels.mean(axis=2)))
    is_shadow = of_its_hue & (light > DARKEST) & (light < 1) & (steps < SOFT)
    parts, _ = label((off < tolerance) | is_shadow)
    edges = np.concatenate([parts[0], parts[-1], parts[:, 0], parts[:, -1]])
    outside = np.isin(parts, np.unique(edges[edges > 0]))
    thing = binary_fill_holes(binary_closing(~outside, iterations=1))
    # The filter spreads what it sees by a pixel.
    rim = thing & ~binary_erosion(thing, iterations=RIM)
    thing &= ~(rim & (np.abs(rgb - ground).max(axis=2) < RIM_TOLERANCE * tolerance))
    pieces, count = label(thing)
    if count:
        sizes = np.bincount(pieces.ravel())
        thing = (sizes >= max(sizes[1:].max() / 50, 4))[pieces] & (pieces > 0)
    outside = ~thing
    return outside if ALL_OR_NOTHING < outside.mean() < 1 - ALL_OR_NOTHING else None


def _ground(pixels):
    """Return the colours of the ground everywhere, and how far it is from them, or None."""
    height, width = pixels.shape[:2]
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
    terms = np.stack([np.ones_like(x), x, y, x * y, x * x, y * y], axis=-1).astype(np.float32)
    strip = max(2, round(FRAME * max(height, width)))
    frame = np.ones((height, width), bool)
    frame[strip:-strip, strip:-strip] = False
    told, seen = terms[frame], pixels[frame]
    # An object may reach the edge: what is off most of the strip does not count.
    near = np.abs(seen - np.median(seen, axis=0)).max(axis=1) < MOST
    for _ in range(ROUNDS):
        if near.mean() < EVEN:
            return None
        fit, *_ = np.linalg.lstsq(told[near], seen[near], rcond=None)
        off = np.abs(seen - told @ fit).max(axis=1)
        noise = np.percentile(off[near], 75)
        near = off < max(3 * noise, LEAST)
    if noise > NOISE or near.mean() < EVEN:
        return None
    return terms @ fit, min(max(TOLERANCE * noise, LEAST), MOST)
