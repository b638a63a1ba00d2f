from itertools import permutations

import numpy as np
from scipy.stats import chisquare

from scripts.groups.chance import numbers, resamples, shuffles


def mixed(z):
    """Return a 32-bit number mixed as the hash prospector's two rounds do, one step a line."""
    z ^= z >> 16
    z = z * 0x21F0AAAD % 2**32
    z ^= z >> 15
    z = z * 0x735A2D97 % 2**32
    return z ^ (z >> 15)


def test_numbers_are_those_of_splitmix():
    state, expected = mixed(7), []
    for _ in range(5):
        state = (state + 0x9E3779B9) % 2**32
        expected.append(mixed(state))
    assert numbers(7, 0, 5).tolist() == expected
    assert numbers(7, 3, 2).tolist() == expected[3:]


def test_streams_are_not_the_same_numbers_a_few_later():
    one, other = (set(numbers(stream, 0, 100_000).tolist()) for stream in (1, 2))
    # Two random sets of so many of 2**32 numbers share 2.3.
    assert len(one & other) < 12


def test_every_place_is_drawn_as_often():
    drawn = np.concatenate([part.ravel() for part in resamples(1, 37, 4_000)])
    assert drawn.size == 37 * 4_000
    assert chisquare(np.bincount(drawn, minlength=37)).pvalue > 0.001


def test_every_order_is_as_likely():
    orders = np.concatenate(list(shuffles(3, 4, 4, 24_000)))
    counts = [np.all(orders == order, axis=1).sum() for order in permutations(range(4))]
    assert sum(counts) == 24_000
    assert chisquare(counts).pvalue > 0.001


def test_of_some_taken_every_place_is_taken_as_often_and_once():
    taken = np.concatenate(list(shuffles(5, 30, 7, 6_000)))
    assert taken.shape == (6_000, 7)
    assert all(len(set(row)) == 7 for row in taken.tolist())
    # Places within a round are not independent, which makes the sum a little smaller.
    assert chisquare(np.bincount(taken.ravel(), minlength=30)).pvalue > 0.001


def test_rounds_that_are_not_held_at_once_are_the_same(monkeypatch):
    whole = [np.concatenate(list(f)) for f in (resamples(1, 9, 50), shuffles(1, 9, 4, 50))]
    monkeypatch.setattr("scripts.groups.chance.AT_ONCE", 40)
    parts = [np.concatenate(list(f)) for f in (resamples(1, 9, 50), shuffles(1, 9, 4, 50))]
    assert all(np.array_equal(*pair) for pair in zip(whole, parts, strict=True))
