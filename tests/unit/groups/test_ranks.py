import numpy as np
import pytest
from scipy.stats import mannwhitneyu, rankdata

from scripts.groups.ranks import chance_of, standard_ranks


def test_ranks_are_shared_and_standard():
    ranks = standard_ranks(np.array([[0.3, 1], [0.1, 1], [0.1, 1], [0.9, 1]]))
    spread = np.std([3, 1.5, 1.5, 4])
    assert ranks[:, 0] == pytest.approx((np.array([3, 1.5, 1.5, 4]) - 2.5) / spread)
    assert ranks[:, 1].tolist() == [0, 0, 0, 0]


def test_their_difference_is_that_of_mann_and_whitney():
    values = np.random.default_rng(1).normal(0, 1, (50, 1)).round(1)
    ranks = standard_ranks(values)[:, 0]
    u = mannwhitneyu(values[:20, 0], values[20:, 0]).statistic
    plain = rankdata(values[:, 0])
    # U is a sum of ranks less its least.
    assert plain[:20].sum() - 20 * 21 / 2 == u
    assert ranks[:20].sum() * plain.std() == pytest.approx(u - 20 * 30 / 2)


def test_what_was_seen_is_one_of_the_chances():
    largest = np.array([1.0, 2.0, 3.0])
    assert chance_of(np.array([2.5, 3.5, 0.5, 2.0]), largest).tolist() == [0.5, 0.25, 1, 0.75]
