import base64

import numpy as np
import pytest

from scripts.exports.figure import new_figure
from scripts.studies.cloud import CORNERS, REACH, as_image, draw_cloud, pack, project

RANDOM = np.random.default_rng(5).uniform(0, 255, (50, 3))


@pytest.mark.parametrize("side", [(0, 0), (10, 20), (130, 20), (10, 90), (-77, -33)])
def test_a_projection_only_turns(side):
    seen = np.stack(project(RANDOM, *side), axis=1)
    squares = ((seen[:, None] - seen) ** 2).sum(axis=2)
    np.testing.assert_allclose(squares, (((RANDOM[:, None] - RANDOM) / 255) ** 2).sum(axis=2))
    assert np.abs(np.stack(project(CORNERS, *side))).max() <= REACH


def test_white_is_on_top_and_nearer_when_seen_from_above():
    x, y, depth = project(np.array([[255, 255, 255], [0, 0, 0]]), 40, 0)
    assert y.tolist() == pytest.approx([3**0.5 / 2, -(3**0.5) / 2])
    assert np.abs([x, depth]).max() < 1e-12
    x, y, depth = project(np.array([[255, 255, 255], [0, 0, 0]]), 40, 90)
    assert depth.tolist() == pytest.approx([-(3**0.5) / 2, 3**0.5 / 2])
    assert np.abs([x, y]).max() < 1e-12


def pixel(image, colour, side):
    """Return the pixel of a drawn cloud where a colour is seen."""
    (x,), (y,), _ = project(np.array([colour]), *side)
    at = [round((1 + value / REACH) / 2 * image.width) for value in (x, -y)]
    return image.getpixel(tuple(at))


def test_colours_are_drawn_where_they_are_seen_and_centres_on_top():
    side = (10, 20)
    rgb = np.array([[200, 40, 40], [60, 70, 200]])
    figure = new_figure(220, 220, dpi=200)
    axes = figure.add_axes((0, 0, 1, 1))
    centre = np.array([[120.0, 160, 90]])
    draw_cloud(axes, rgb, rgb, side, centres=centre, shares=[0.2], dot=16)
    image = as_image(figure)
    assert image.size == (440, 440)
    assert pixel(image, rgb[0], side) == (200, 40, 40, 255)
    assert pixel(image, rgb[1], side) == (60, 70, 200, 255)
    assert pixel(image, centre[0], side) == (120, 160, 90, 255)
    assert image.getpixel((2, 2))[3] == 0


def test_packed_pixels_are_seven_bytes_each():
    rows = np.arange(14).reshape(2, 7)
    packed = base64.b64decode(pack(rows[:, :3], rows[:, 3:6], rows[:, 6]))
    assert list(packed) == list(range(14))
