import numpy as np
import pytest
from scipy.stats import bootstrap as scipy_bootstrap

from scripts.groups.intervals import bootstrap, interval


def test_intervals_are_those_of_scipys_percentile_bootstrap():
    values = np.random.default_rng(1).gamma(1.5, 0.1, (60, 3))
    found = interval(bootstrap(values, 1))
    expected = scipy_bootstrap((values,), np.mean, n_resamples=20_000, method="percentile", rng=2)
    ends = np.array([expected.confidence_interval.low, expected.confidence_interval.high])
    # The ends of 1,000 rounds vary by some 5 % of the interval's width.
    assert np.abs(found - ends).max() < 0.15 * (ends[1] - ends[0]).min()


def test_the_drawn_means_have_the_standard_error_of_a_mean():
    values = np.random.default_rng(3).normal(0, 1, (400, 2))
    means = bootstrap(values, 2, rounds=4_000)
    assert means.std(axis=0) == pytest.approx(values.std(axis=0) / 20, rel=0.05)
    assert means.mean(axis=0) == pytest.approx(values.mean(axis=0), abs=0.003)


def test_what_is_the_same_in_all_has_no_interval():
    assert interval(bootstrap(np.full((12, 1), 0.25), 1)).tolist() == [[0.25], [0.25]]
