"""What is drawn of a study: pixels, where they lie and what they become."""

from typing import NamedTuple

import numpy as np
from PIL import Image

from scripts.colour.spaces import to_rgb, to_space
from scripts.images.pixels import enhance_pixels, opacity, opaque_pixels
from scripts.images.prominence import prominence
from scripts.images.thumbnail import read_thumbnail
from scripts.palettes.kmeans import Points, assign
from scripts.studies.restarts import draw_pixels

DRAWN = 9000
"""Pixels in a cloud, at most, drawn by chance with seed 0: more would only hide one another."""


STRONGEST = 0.95
"""The part of the pixels below which a pixel's weight is told by its opacity."""


SMALL = 320
"""Long side of what becomes of the painting, px."""


class Pixels(NamedTuple):
    """n pixels of a thumbnail that count, all of them or as many as a cloud shows."""

    painted: np.ndarray
    """n x 3 uint8, as they are."""
    enhanced: np.ndarray
    """n x 3 uint8, as the configured method leaves them."""


class View:
    """A study's pixels made ready for drawing."""

    def __init__(self, path_to_thumbnail, figures):
        """Take the thumbnail, and the figures that scripts.studies.figures made of it."""
        self.told = read_thumbnail(path_to_thumbnail)
        self.thumbnail = self.told.image
        self.space = figures["palette"]["space"]
        rgb = opaque_pixels(self.thumbnail)
        self.enhanced, self.kept, _ = enhance_pixels(rgb, **figures["enhance"])
        rows = np.flatnonzero(self.kept)
        drawn = rows[draw_pixels(np.ones(len(rows)), DRAWN, seed=0)]
        self.cloud = Pixels(rgb[drawn], self.enhanced[drawn])
        self.is_moved = bool((self.cloud.painted != self.cloud.enhanced).any())

    def enhanced_image(self, settings):
        """Return the thumbnail as a method of images.enhance leaves it; what it drops is clear."""
        enhanced, kept, _ = enhance_pixels(opaque_pixels(self.thumbnail), **settings)
        return self._image(enhanced, kept)

    def prominence(self):
        """Return the enhanced thumbnail, each pixel as opaque as it stands out.

        The few that stand out most are all opaque, and what does not count is clear.
        """
        rgb = self.enhanced[self.kept]
        colours, places, counts = np.unique(rgb, axis=0, return_inverse=True, return_counts=True)
        strength = (prominence(colours, counts) / counts)[places.ravel()]
        alpha = np.zeros(len(self.kept))
        alpha[self.kept] = np.minimum(strength / np.quantile(strength, STRONGEST), 1)
        return self._image(self.enhanced, alpha)

    def clusters(self, centres):
        """Return the number of the nearest of `centres` (k x 3, in the study's space) to each
        pixel of the cloud.
        """
        return self._nearest(self.cloud.enhanced, centres)

    def posterised(self, centres):
        """Return the thumbnail in the colours of the nearest of `centres` (k x 3, as above)."""
        colours = np.zeros((len(self.kept), 3), dtype=np.uint8)
        labels = self._nearest(self.enhanced[self.kept], centres)
        colours[self.kept] = self.rgb(centres)[labels].round()
        return self._image(colours, self.kept)

    def rgb(self, centres):
        """Return `centres` (k x 3, in the study's space) in sRGB, float."""
        return to_rgb(centres, self.space)

    def _nearest(self, rgb, centres):
        points = Points(to_space(rgb, self.space), np.ones(len(rgb)))
        return assign(points, np.asarray(centres)).labels

    def _image(self, colours, alpha):
        """Return the thumbnail in other `colours` (n x 3), `alpha` (n) times as opaque, 0 to 1."""
        opaque = opacity(self.thumbnail)
        pixels = np.zeros((*opaque.shape, 4), dtype=np.uint8)
        pixels[opaque, :3] = colours
        pixels[opaque, 3] = np.rint(255 * alpha)
        return Image.fromarray(pixels)
