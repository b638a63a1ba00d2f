"""Shapes, places and layers against hand-worked cases."""

import numpy as np
import pytest

from scripts.sample.composition import (
    Area,
    Touches,
    View,
    line,
    nearness,
    outline,
    paint,
    scatter,
    strokes_of,
)


@pytest.fixture
def view():
    return View((200, 100), np.random.default_rng(1))


def test_outline_is_in_percent_of_its_placement():
    assert outline("0,0 50,100 -10,5") == [(0, 0), (0.5, 1), (-0.1, 0.05)]
    assert outline("50,100", 0.2, 0.4, 0.5, 0.25) == [(pytest.approx(0.45), pytest.approx(0.65))]


def test_fields_run_from_left_to_right_and_from_top_to_bottom(view):
    assert view.shape == (50, 100)
    assert (view.x[7, 0], view.x[7, -1]) == pytest.approx((0.005, 0.995))
    assert (view.y[0, 7], view.y[-1, 7]) == pytest.approx((0.01, 0.99))


def test_inside_a_half_and_below_a_slope(view):
    half = view.inside("0,0 50,0 50,100 0,100")
    assert half[:, :49].min() == 1
    assert half[:, 52:].max() == 0
    slope = view.below("0,0 100,100")
    assert (slope[40, 10], slope[10, 90]) == (1, 0)
    assert slope.mean() == pytest.approx(0.5, abs=0.02)


def test_distance_is_in_heights_and_circles_run_across_the_radius(view):
    assert view.distance(0.005, 0.01)[0, -1] == pytest.approx(0.99 * 2)
    assert view.around(0.0, 0.01)[0, 50] == pytest.approx(np.pi / 2)


def test_carved_shapes_lie_over_one_another(view):
    everything, half = outline("0,0 100,0 100,100 0,100"), outline("0,0 50,0 50,100 0,100")
    heights = view.carved([(everything, 0.2), (half, 1.0)], blur=0)
    assert (heights[25, 10], heights[25, 90]) == (1.0, 0.2)


def test_shade_of_level_of_lit_and_of_turned_away(view):
    rise = view.x + view.y
    assert (view.shade(0 * rise, 1.0) == 0.5).all()
    assert view.shade(rise, 1.0)[10:, 10:].max() < 0.5
    assert view.shade(-rise, 1.0)[10:, 10:].min() > 0.5


def test_mirrored_stands_on_its_head_below_the_edge(view):
    wall = view.inside("0,30 100,30 100,50 0,50")
    image = view.mirrored(wall, 0.5, 1.0)
    assert image[view.y < 0.5].max() == 0
    assert image[(view.y > 0.52) & (view.y < 0.68)].min() == 1
    assert image[view.y > 0.74].max() == 0
    assert view.mirrored(wall, 0.5, 2.0)[view.y > 0.8].max() == 1


def test_at_reads_fields_and_spreads_numbers(view):
    x, y = np.array([0.0, 0.52, 1.0]), np.array([0.5, 0.5, 1.0])
    assert view.at(view.x, x, y) == pytest.approx([0.005, 0.525, 0.995])
    assert view.at(3.0, x, y).tolist() == [3, 3, 3]


def test_scatter_fills_evenly_and_only_where_it_may(view):
    x, _ = scatter(view, np.ones(view.shape), 10)
    assert len(x) == 20 * 10
    assert (np.histogram(x, bins=20, range=(0, 1))[0] == 10).all()
    x, _ = scatter(view, (view.x < 0.5) * 1.0, 10)
    assert len(x) == 100
    assert x.max() < 0.5
    assert len(scatter(view, np.zeros(view.shape), 10)[0]) == 0


def test_line_follows_its_points(view):
    # 100 px to the right and 50 px down, then straight down; a touch every 0.45 * 20 px.
    touches = line(view, outline("0,0 50,50 50,100"), "000000", length=20)
    assert len(touches.x) == np.ceil((np.hypot(100, 50) + 50) / 9)
    assert touches.angle[0] == pytest.approx(np.arctan2(50, 100))
    assert touches.angle[-1] == pytest.approx(np.pi / 2)
    assert touches.x[:12] == pytest.approx(touches.y[:12])
    assert touches.x[-1] == pytest.approx(0.5)


def test_strokes_grow_from_the_horizon_to_the_foreground():
    assert nearness(np.array([0.2, 0.4, 0.7, 1.0]), 0.4) == pytest.approx([0.55, 0.55, 0.9, 1.25])


def test_broad_area_is_brushed_in_first_and_then_worked_over(view):
    everywhere = np.ones(view.shape)
    first, second = strokes_of(view, Area(everywhere, 0.5, "ff0000", length=20, width=5))
    assert (first.length[0], second.length[0]) == pytest.approx((38, 20))
    # cover * area / (0.6 * length * width), the first with a brush 1.9 times the size.
    assert len(first.x) == pytest.approx(0.8 * 20000 / (0.6 * 100 * 1.9**2), rel=0.15)
    assert len(second.x) == pytest.approx(1.6 * 20000 / (0.6 * 100), rel=0.15)
    (only,) = strokes_of(view, Area(everywhere, 0.5, "ff0000", length=20, width=5, broad=False))
    assert only.length[0] == 20


def test_smaller_strokes_lie_closer(view):
    scale = np.where(view.x < 0.5, 0.5, 1.0)
    area = Area(np.ones(view.shape), 0.5, "ff0000", scale=scale, broad=False)
    (strokes,) = strokes_of(view, area)
    left = strokes.x < 100
    assert left.sum() / (~left).sum() == pytest.approx(4, rel=0.25)
    assert (strokes.length[left].max(), strokes.length[~left].min()) == (9, 18)


def test_touches_become_strokes_in_px_in_their_order(view):
    (strokes,) = strokes_of(view, Touches(np.array([0.9, 0.1]), 0.5, "ff0000"))
    assert strokes.x.tolist() == [180, 20]
    assert strokes.y.tolist() == [50, 50]


def test_later_layers_cover_earlier_ones(view):
    everywhere = np.ones(view.shape)
    right = view.inside("50,0 100,0 100,100 50,100")
    layers = [Area(everywhere, 0.5, "c82828"), Area(right, 0.5, "2828c8", cover=3)]
    picture = np.asarray(paint(view, layers)).astype(int)
    assert picture.shape == (100, 200, 3)
    assert picture[:, :80].mean(axis=(0, 1)) == pytest.approx([200, 40, 40], abs=12)
    assert picture[:, 120:].mean(axis=(0, 1)) == pytest.approx([40, 40, 200], abs=12)
