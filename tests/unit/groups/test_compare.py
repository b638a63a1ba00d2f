import numpy as np
import pandas as pd
import pytest
from scipy.stats import bootstrap, permutation_test

from scripts.groups.codes import distance, find_codes, histogram
from scripts.groups.compare import CHANCE, compare
from tests.unit.groups.conftest import drawn_series

CODE = np.array([[0, 0, 0], [255, 255, 255]])


def compared(series, size):
    """Return the comparison of the first `size` paintings with the others, all of one code."""
    histograms = np.tile([0.5, 0.5], (len(series), 1))
    return compare(series, histograms, CODE, np.arange(size), np.arange(size, len(series)))


def test_means_are_those_of_pandas():
    series = drawn_series(70, 1)
    found = compared(series, 30)
    frame = pd.DataFrame(series).assign(group=["a"] * 30 + ["b"] * 40)
    expected = frame.groupby("group").mean().to_numpy()
    assert found.means == pytest.approx(expected)
    assert found.difference == pytest.approx(expected[0] - expected[1])


def test_intervals_of_differences_are_those_of_scipy():
    series = drawn_series(90, 2)
    found = compared(series, 40)
    expected = bootstrap(
        (series[:40], series[40:]),
        lambda a, b, axis: a.mean(axis=axis) - b.mean(axis=axis),
        n_resamples=20_000,
        method="percentile",
        rng=3,
    ).confidence_interval
    width = expected.high - expected.low
    assert np.abs((found.interval[0] - expected.low) / width).max() < 0.15
    assert np.abs((found.interval[1] - expected.high) / width).max() < 0.15


def test_one_series_has_the_chance_of_scipys_permutation_test():
    values = np.random.default_rng(4).normal(0, 1, (60, 1))
    values[:25] += 0.55
    found = compared(values, 25)
    expected = permutation_test(
        (pd.Series(values[:, 0]).rank()[:25], pd.Series(values[:, 0]).rank()[25:]),
        lambda a, b, axis: a.mean(axis=axis) - b.mean(axis=axis),
        vectorized=True,
        n_resamples=20_000,
        rng=5,
    ).pvalue
    assert 0.005 < expected < 0.3
    assert found.by_chance[0] == pytest.approx(expected, abs=0.03)


def test_groups_that_differ_by_chance_are_hardly_ever_told_apart():
    """Of many small groups against many others, where bootstraps alone are often wrong."""
    false = sum(compared(drawn_series(120, seed), 12).told.any() for seed in range(60))
    assert false <= 60 * CHANCE + 4


def test_a_difference_is_told_in_its_direction():
    series = drawn_series(100, 6)
    series[:40, 5] += 0.3
    found = compared(series, 40)
    assert np.flatnonzero(found.told).tolist() == [5]
    assert found.interval[0, 5] > 0.1
    turned = compare(series, np.ones((100, 2)), CODE, np.arange(40, 100), np.arange(40))
    assert turned.difference == pytest.approx(-found.difference)
    assert turned.told.tolist() == found.told.tolist()


@pytest.mark.parametrize(("size", "told"), [(9, False), (10, True)])
def test_fewer_than_ten_paintings_tell_nothing(size, told):
    series = drawn_series(60, 7)
    series[:size] = 0.9
    assert compared(series, size).told.any() == told


def test_distances_stand_beside_those_of_random_splits(drawn_palettes):
    palettes = drawn_palettes(80, 8)
    for palette in palettes[:30]:
        palette[0] |= {"rgb": [20, 60, 200], "share": 3.0}
    codes = find_codes(palettes)
    rows = np.array([histogram(palette, codes) for palette in palettes])
    a, b = np.arange(30), np.arange(30, 80)
    found = compare(rows, rows, codes, a, b)
    expected = distance(rows[a].mean(axis=0), rows[b].mean(axis=0), codes)
    assert found.distance == pytest.approx(expected)
    random = np.random.default_rng(9)
    splits = []
    for _ in range(400):
        order = random.permutation(80)
        one, other = rows[order[:30]].mean(axis=0), rows[order[30:]].mean(axis=0)
        splits.append(distance(one, other, codes))
    assert found.distances_by_chance.shape == (200,)
    assert np.median(found.distances_by_chance) == pytest.approx(np.median(splits), rel=0.1)
    assert found.distance > found.distances_by_chance[-1]
