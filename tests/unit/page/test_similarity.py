import numpy as np
import pytest
from scipy.spatial.distance import cdist

from scripts.page.similarity import earth_movers_distances, profile, read_palettes
from tests.unit.page.drawn import all_distances, drawn, reference, write_palettes


def distance_of(colours, shares, other_colours, other_shares):
    """Return the earth mover's distance of one pair."""
    costs = cdist(colours, other_colours)[:, :, None]
    [distance] = earth_movers_distances(costs, shares[None], other_shares[None])
    return distance


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
    [whole] = profile(np.array([[[0.5, 0.1, -0.2]]]), np.ones((1, 1)))
    assert np.allclose(whole, whole[:, :1])
    assert sorted(np.round(np.abs(whole[:, 0]), 6))[-1] == pytest.approx(
        max(0.5, 0.6 / 2**0.5, 0.7 / 2**0.5, 0.8 / 3**0.5)
    )


def test_palettes_are_read_in_oklab_with_shares_that_sum_to_1(tmp_path):
    path = write_palettes(
        tmp_path / "palettes_k2.json",
        {
            "grey": [([119, 119, 119], 0.5)],
            "two": [([255, 255, 255], 0.75), ([0, 0, 0], 0.75)],
        },
    )
    ids, colours, shares = read_palettes(path)
    assert ids == ["grey", "two"]
    assert colours.shape == (2, 2, 3)
    assert shares.tolist() == [[1, 0], [0.5, 0.5]]
    assert colours[1] == pytest.approx(np.array([[1, 0, 0], [0, 0, 0]]), abs=1e-3)
    assert colours[0, 0, 0] == pytest.approx(np.cbrt(0.184), abs=0.01)
