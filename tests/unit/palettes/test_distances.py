from fractions import Fraction

import numpy as np
import pytest

from scripts.colour.spaces import to_space
from scripts.palettes.distances import mark_nearest, score
from scripts.palettes.points import Points


def test_a_colour_as_near_to_two_centres_belongs_to_the_first():
    points = Points([[0, 0, 0], [1, 0, 0], [2, 0, 0]], [1, 1, 1])
    marks = mark_nearest(points.planes, np.array([[0.0, 0, 0], [2, 0, 0]]))
    assert marks.tolist() == [[1, 1, 0], [0, 0, 1]]


@pytest.mark.parametrize("space", ["rgb", "oklab", "lab"])
def test_distances_are_exact_so_that_no_processor_finds_others(space):
    rng = np.random.default_rng(0)
    points = Points(to_space(rng.integers(0, 256, (40, 3)), space), np.ones(40))
    centres = points.rounded(to_space(255 * rng.random((3, 3)), space))
    for j, scores in enumerate(score(points.planes, centres)):
        c = [Fraction(value) for value in centres[j]]
        for i, found in enumerate(scores):
            x = [Fraction(value) for value in points.channels[:, i]]
            assert found == sum(b * b - 2 * a * b for a, b in zip(x, c, strict=True))
