import json

import numpy as np
import pytest
from scipy.optimize import linprog
from scipy.spatial.distance import cdist

from scripts.page.similarity import (
    NEIGHBOURS,
    compare_palettes,
    earth_movers_distances,
    nearest,
    positions,
    profile,
)


def drawn(count, seed, k=5):
    """Return palettes drawn at random around a few colours: colours in OKLab, and shares."""
    random = np.random.default_rng(seed)
    centres = random.uniform([0.2, -0.2, -0.2], [0.9, 0.2, 0.2], (6, 3))
    colours, shares = [], []
    for i in range(count):
        size = random.integers(1, k + 1)
        colours.append(centres[(i + np.arange(size)) % 6] + random.normal(0, 0.06, (size, 3)))
        shares.append(random.dirichlet(np.ones(size)))
    return colours, shares


def distance_of(colours, shares, other_colours, other_shares):
    """Return the earth mover's distance of one pair."""
    costs = cdist(colours, other_colours)[:, :, None]
    [distance] = earth_movers_distances(costs, shares[None], other_shares[None])
    return distance


def reference(colours, shares, other_colours, other_shares):
    """Return the earth mover's distance as the linear program that defines it."""
    costs = np.array([[np.linalg.norm(a - b) for b in other_colours] for a in colours])
    n, m = costs.shape
    given = [np.eye(n)[i].repeat(m) for i in range(n)]
    taken = [np.tile(np.eye(m)[j], n) for j in range(m)]
    amounts = np.concatenate([shares, other_shares])
    return linprog(costs.ravel(), A_eq=np.array(given + taken), b_eq=amounts).fun


def all_distances(colours, shares):
    count = len(colours)
    distances = np.full((count, count), np.inf)
    for i in range(count):
        for j in range(i):
            distance = reference(colours[i], shares[i], colours[j], shares[j])
            distances[i, j] = distances[j, i] = distance
    return distances


def test_the_distance_is_shares_times_how_far_they_are_moved():
    light, dark = np.array([1.0, 0, 0]), np.array([0.0, 0, 0])
    half = np.array([0.5, 0.5])
    pair = np.array([light, dark])
    assert distance_of(pair, half, pair, half) == pytest.approx(0)
    # A quarter goes all the way from dark to light.
    moved = distance_of(pair, half, pair, np.array([0.75, 0.25]))
    assert moved == pytest.approx(0.25)
    assert distance_of(pair, half, light[None], np.ones(1)) == pytest.approx(0.5)


def test_the_distance_is_the_optimum_of_its_linear_program():
    colours, shares = drawn(30, seed=1)
    for i in range(29):
        palettes = colours[i], shares[i], colours[i + 1], shares[i + 1]
        assert distance_of(*palettes) == pytest.approx(reference(*palettes), abs=1e-9)


def test_profiles_are_never_farther_apart_than_their_palettes():
    colours, shares = drawn(40, seed=2)
    distances = all_distances(colours, shares)
    profiles = profile(colours, shares)
    bounds = np.abs(profiles[:, None] - profiles[None]).mean(axis=3).max(axis=2)
    assert (bounds <= distances + 1e-9).all()
    assert np.median((bounds / distances)[distances < np.inf]) > 0.5


def test_a_profile_of_one_colour_is_that_colour_along_each_direction():
    [whole] = profile([np.array([[0.5, 0.1, -0.2]])], [np.ones(1)])
    assert np.allclose(whole, whole[:, :1])
    assert sorted(np.round(np.abs(whole[:, 0]), 6))[-1] == pytest.approx(
        max(0.5, 0.6 / 2**0.5, 0.7 / 2**0.5, 0.8 / 3**0.5)
    )


def test_the_neighbours_are_the_nearest_of_all():
    colours, shares = drawn(90, seed=3)
    distances = all_distances(colours, shares)
    found, far = nearest(colours, shares, profile(colours, shares))
    assert len(found) == 90
    for row, told, wanted in zip(found, far, distances, strict=True):
        assert len(row) == NEIGHBOURS
        assert told == pytest.approx(np.sort(wanted)[:NEIGHBOURS], abs=1e-9)
        assert wanted[row] == pytest.approx(told, abs=1e-9)


def test_twins_and_crowds_have_neighbours_at_distance_0():
    colours, shares = drawn(20, seed=4)
    found, far = nearest(colours * 3, shares * 3, profile(colours * 3, shares * 3))
    for i, (row, told) in enumerate(zip(found, far, strict=True)):
        assert set(row[:2]) == {j for j in (i % 20, i % 20 + 20, i % 20 + 40) if j != i}
        assert told[:2] == pytest.approx(0, abs=1e-9)
        assert i not in row
        assert len(set(row)) == NEIGHBOURS


@pytest.mark.parametrize("count", [0, 1, 2, 3, 9])
def test_few_paintings_have_few_neighbours_and_a_place_each(count):
    colours, shares = drawn(count, seed=5)
    profiles = profile(colours, shares)
    found, far = nearest(colours, shares, profiles)
    few = min(NEIGHBOURS, max(0, count - 1))
    assert [len(row) for row in found] == [len(row) for row in far] == [few] * count
    places = positions(profiles)
    assert places.shape == (count, 2)
    assert ((places >= 0) & (places <= 1)).all()


def test_like_palettes_lie_close_and_twins_in_one_place_do_no_harm():
    blue, red = np.array([[0.4, -0.05, -0.2]]), np.array([[0.6, 0.2, 0.1]])
    random = np.random.default_rng(6)
    colours = [c + random.normal(0, 0.01, (1, 3)) for c in [blue] * 20 + [red] * 20]
    places = positions(profile(colours, [np.ones(1)] * 40))
    apart = np.linalg.norm(places[:20].mean(axis=0) - places[20:].mean(axis=0))
    assert apart > 2 * np.linalg.norm(places[:20] - places[:20].mean(axis=0), axis=1).mean()
    assert np.isfinite(positions(profile([blue] * 12, [np.ones(1)] * 12))).all()


def test_beyond_the_limit_a_painting_lies_amid_its_likest():
    colours, shares = drawn(60, seed=7)
    places = positions(profile(colours, shares), mapped=30)
    assert places.shape == (60, 2)
    assert np.isfinite(places).all()


def palettes_file(path, count):
    colours, shares = drawn(count, seed=8)
    images = []
    for of_image, weights in zip(colours, shares, strict=True):
        rgb = (np.abs(of_image) * 250).round().astype(int).tolist()
        told = [{"rgb": c, "share": float(s)} for c, s in zip(rgb, weights, strict=True)]
        images.append({"palettes": {"2": told[:1], "12": told}})
    path.write_text(json.dumps({"ks": [2, 12], "images": images}))
    return path


def test_the_file_is_the_same_bytes_each_time_and_of_the_largest_k(tmp_path):
    path = palettes_file(tmp_path / "palettes.json", 30)
    outputs = [tmp_path / "a.json", tmp_path / "b.json"]
    for output in outputs:
        compare_palettes(path, output)
    assert outputs[0].read_bytes() == outputs[1].read_bytes()
    found = json.loads(outputs[0].read_text())
    assert {name: len(rows) for name, rows in found.items()} == {
        "neighbours": 30,
        "distances": 30,
        "map": 30,
    }
    data = json.loads(path.read_text())
    for image in data["images"]:
        del image["palettes"]["2"]
    path.write_text(json.dumps(data | {"ks": [12]}))
    compare_palettes(path, outputs[1])
    assert outputs[0].read_bytes() == outputs[1].read_bytes()
