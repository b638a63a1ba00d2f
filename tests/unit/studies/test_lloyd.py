from itertools import pairwise

import numpy as np
import pytest
from sklearn.metrics import pairwise_distances

from scripts.images.pixels import count_colours
from scripts.palettes.kmeans import Points, cluster_points, farthest_first_steps
from scripts.studies.lloyd import follow_lloyd

# By hand: from 100, drawn by its weight, the farthest colour is 0. They attract 60 and 100, and 0,
# 10 and 20; so the centres move to 99 (39 of 100, one of 60) and 10, where all stay as they are.
LINE = np.array([[0, 0, 0], [10, 0, 0], [20, 0, 0], [60, 0, 0], [100, 0, 0]])
WEIGHTS = np.array([1, 1, 1, 1, 39])


def test_a_run_worked_by_hand():
    seed = next(
        s for s in range(20) if farthest_first_steps(Points(LINE, WEIGHTS), 2, s)[0][0][0] == 100
    )
    told = follow_lloyd(Points(LINE, WEIGHTS), WEIGHTS, 2, seed)
    centres = [np.array(step["centres"])[:, 0].tolist() for step in told["shown"]]
    assert centres == [[100, 0], [pytest.approx(99), pytest.approx(10)]]
    assert told["moves"] == 1
    assert told["changed"] == [None, 0]
    assert told["wcss"] == [100 + 400 + 1600, pytest.approx(100 + 100 + 39**2 + 39)]
    assert told["shown"][1]["shares"] == [40 / 43, 3 / 43]


@pytest.mark.parametrize("k", [2, 5, 8])
def test_each_step_is_one_of_the_textbook_until_nothing_changes(blobs, k):
    colours, counts = count_colours(blobs.reshape(-1, 3))
    points = Points(colours, counts)
    steps = farthest_first_steps(points, k, seed=2)
    labels = None
    for centres, following in pairwise(steps):
        labels = pairwise_distances(colours, centres).argmin(axis=1)
        means = [
            np.average(colours[labels == j], axis=0, weights=counts[labels == j]) for j in range(k)
        ]
        np.testing.assert_allclose(following, means, atol=1e-3)
    last = pairwise_distances(colours, steps[-1]).argmin(axis=1)
    assert (last == labels).all()
    found = cluster_points(points, k, algorithm="farthest_first", restarts=1, seed=2)
    np.testing.assert_allclose(steps[-1], found.centres, atol=1e-3)
    told = follow_lloyd(points, counts, k, seed=2)
    assert told["changed"][-1] == 0
    assert 0 not in told["changed"][1:-1]
    squares = pairwise_distances(colours, steps[0]).min(axis=1) ** 2
    assert told["wcss"][0] == pytest.approx(counts @ squares)
    assert told["wcss"] == sorted(told["wcss"], reverse=True)
    assert [step["step"] for step in told["shown"]][-1] == told["moves"]


def test_with_no_more_colours_than_k_there_is_only_the_start():
    told = follow_lloyd(Points(LINE, WEIGHTS), WEIGHTS, 7)
    assert told["moves"] == 0
    assert told["wcss"] == [0]
    assert [step["step"] for step in told["shown"]] == [0]
