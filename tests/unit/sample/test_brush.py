"""Strokes, colours and relief against values from the literature or worked by hand."""

import numpy as np
import pytest
from PIL import Image

from scripts.colour.spaces import oklab_of_rgb
from scripts.sample.brush import Strokes, jitter, lay, lit, ramp, srgb

GREY = (128, 128, 128, 40)


def rng():
    return np.random.default_rng(1)


def strokes(*places, angle=0.0, colours="c08040", length=40, width=10):
    x, y = np.array(places, float).T
    n = len(places)
    colour = oklab_of_rgb([list(bytes.fromhex(c)) for c in colours.split()])
    full = [np.full(n, float(v)) for v in (angle, length, width)]
    return Strokes(x, y, full[0], np.broadcast_to(colour, (n, 3)), full[1], full[2])


def painted(*layers, size=(100, 100)):
    canvas = Image.new("RGBA", size, GREY)
    for layer in layers:
        lay(canvas, layer, rng())
    return np.asarray(canvas).astype(int)


def extent(paint):
    """Return the width and height in px of what differs from the bare canvas."""
    rows, columns = np.nonzero((paint != GREY).any(axis=-1))
    return np.ptp(columns) + 1, np.ptp(rows) + 1


def test_srgb_clips_what_no_screen_shows():
    assert srgb(np.array([[2.0, 0.0, 0.0], [-1.0, 0.0, 0.0]])).tolist() == [[255] * 3, [0] * 3]


def test_ramp_meets_its_colours_and_stays_within_them():
    found = ramp("000000 ff0000 ffffff", np.array([-1, 0, 0.5, 1, 2, 0.75]))
    red, white = oklab_of_rgb((255, 0, 0)), oklab_of_rgb((255, 255, 255))
    expected = [0 * red, 0 * red, red, white, white, (red + white) / 2]
    assert found == pytest.approx(np.array(expected), abs=1e-9)


def test_jitter_turns_the_hue_of_a_grey_less_than_that_of_a_red():
    grey, red = (np.tile(oklab_of_rgb(c), (4000, 1)) for c in ((128, 128, 128), (255, 0, 0)))
    turned = [np.std(jitter(lab, rng(), 0.02)[:, 1:]) for lab in (grey, red)]
    assert turned[0] == pytest.approx(0.25 * 0.02, rel=0.1)
    assert np.std(jitter(red, rng(), 0.02)[:, 1]) == pytest.approx(0.02, rel=0.1)


def test_stroke_leaves_its_colour_in_the_middle():
    middle = painted(*20 * [strokes((50, 50))])[50, 50, :3]
    assert middle == pytest.approx([192, 128, 64], abs=25)


def test_stroke_leaves_the_canvas_beyond_its_reach_alone():
    paint = painted(strokes((50, 50), angle=0.7))
    rows, columns = np.nonzero((paint != GREY).any(axis=-1))
    assert len(rows) > 40
    assert np.hypot(rows - 50, columns - 50).max() <= (40 + 10) / 2 + 1


def test_stroke_is_long_in_its_direction_and_upright_when_turned():
    lying, standing = (extent(painted(strokes((50, 50), angle=a))) for a in (0, np.pi / 2))
    assert 25 <= lying[0] <= 42
    assert lying[1] <= 16
    assert 25 <= standing[1] <= 42
    assert standing[0] <= 16


def test_angle_runs_from_the_x_axis_towards_the_bottom():
    paint = painted(strokes((50, 50), angle=np.pi / 4))
    rows, columns = np.nonzero((paint != GREY).any(axis=-1))
    assert np.corrcoef(rows, columns)[0, 1] > 0.7


def test_later_stroke_covers_earlier_one():
    both = painted(*10 * [strokes((50, 50), (50, 50), colours="ff0000 0000ff")])
    red, _, blue, _ = both[50, 50]
    assert blue > red + 100


def test_stroke_off_the_canvas_changes_nothing():
    assert (painted(strokes((-200, 50), (50, 400))) == GREY).all()


def test_stroke_over_the_edge_is_cut_off():
    paint = painted(strokes((0, 50)))
    assert (paint[50, 2] != GREY).any()
    assert (paint[:, 30:] == GREY).all()


def test_flat_paint_shows_only_weave_and_grain():
    picture = np.asarray(lit(Image.new("RGBA", (60, 40), GREY), rng())).astype(int)
    assert picture.shape == (40, 60, 3)
    assert abs(picture - 128).max() <= 4
    assert np.ptp(picture) > 0


def test_thick_paint_is_light_at_the_top_left_and_dark_at_the_bottom_right():
    canvas = Image.new("RGBA", (60, 60), GREY)
    canvas.paste((128, 128, 128, 220), (20, 20, 40, 40))
    picture = np.asarray(lit(canvas, rng())).astype(int)[..., 0]
    # A step of 180 in thickness, twice over 9, is more than the limit of 18.
    assert picture[20, 21:39].mean() == pytest.approx(128 + 18, abs=2)
    assert picture[40, 21:40].mean() == pytest.approx(128 - 18, abs=2)
    assert picture[22:38, 22:38].mean() == pytest.approx(128, abs=1)
