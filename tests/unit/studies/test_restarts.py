import numpy as np
import pytest
from sklearn.cluster import KMeans
from sklearn.metrics import silhouette_score

from scripts.images.pixels import count_colours
from scripts.palettes.kmeans import Points
from scripts.studies.restarts import compare_ks, compare_restarts, draw_pixels, elbow, silhouette


@pytest.fixture
def colours(blobs):
    return count_colours(blobs.reshape(-1, 3))


def inertia(colours, counts, k):
    kmeans = KMeans(k, n_init=30, random_state=1).fit(colours.astype(float), sample_weight=counts)
    return kmeans.inertia_


def test_no_restart_is_better_than_what_scikit_learn_finds_and_the_best_are_as_good(colours):
    runs = compare_restarts(Points(*colours), colours[1], 5)
    assert {name: len(values) for name, values in runs.items()} == {
        "farthest_first": 20,
        "kmeans++": 20,
        "fast": 1,
    }
    least = inertia(*colours, 5)
    for values in runs.values():
        assert min(values) == pytest.approx(least, rel=1e-3)


def test_the_answer_of_fast_worked_by_hand():
    colours = np.array([[0, 0, 0], [90, 0, 0], [100, 0, 0], [190, 0, 0]])
    counts = np.array([50, 1, 1, 50])
    # Weights are scaled to add up to the pixels: their unit makes no difference.
    runs = compare_restarts(Points(colours, 7 * counts), counts, 2)
    # {0, 90} and {100, 190}: joining n and m pixels at a distance d costs n m / (n + m) d² (Ward
    # 1963).
    pairs = 2 * (50 * 1 / 51 * 90**2)
    assert min(runs["fast"]) == pytest.approx(pairs)


def test_wcss_by_k_is_that_of_scikit_learn_and_falls(colours):
    told = compare_ks(Points(*colours), colours[1])
    assert told["ks"] == list(range(1, 13))
    assert sorted(told["wcss"], reverse=True) == told["wcss"]
    for k in (1, 2, 6):
        assert told["wcss"][k - 1] == pytest.approx(inertia(*colours, k), rel=1e-3)


def test_the_silhouette_is_that_of_scikit_learn_on_all_pixels_where_they_are_few(colours, blobs):
    told = compare_ks(Points(*colours), colours[1])
    pixels = blobs.reshape(-1, 3).astype(float)
    assert told["sample"] == len(pixels)
    labels = KMeans(6, n_init=20, random_state=0).fit(pixels).labels_
    assert told["silhouette"][5] == pytest.approx(silhouette_score(pixels, labels), abs=5e-3)
    assert told["silhouette"][0] is None
    assert told["most_silhouette"] == np.nanargmax(np.array(told["silhouette"], float)) + 1


def test_a_silhouette_worked_by_hand():
    # Of 0: a = 1, b = 10.5, s = 9.5 / 10.5; of 1: a = 1, b = 9.5; of 10 and 11 alike.
    colours = np.array([[0, 0, 0], [1, 0, 0], [10, 0, 0], [11, 0, 0]])
    expected = (9.5 / 10.5 + 8.5 / 9.5) / 2
    assert silhouette(colours, [0, 0, 1, 1]) == pytest.approx(expected)
    assert silhouette(colours, [0, 0, 0, 0]) is None
    assert silhouette(colours, [0, 1, 2, 3]) is None


@pytest.mark.parametrize("distinct", [1, 2, 3])
def test_an_image_of_few_colours_has_as_many_values_of_k(distinct):
    colours = np.array([[0, 0, 0], [255, 0, 0], [0, 0, 255]])[:distinct]
    told = compare_ks(Points(colours, [4, 3, 2][:distinct]), np.array([4, 3, 2][:distinct]))
    assert told["ks"] == list(range(1, distinct + 1))
    assert told["wcss"][-1] == 0
    assert (told["elbow"] is None) == (distinct < 3)


def test_the_elbow_is_where_a_bent_line_bends():
    assert elbow([100, 75, 50, 25, 20, 15, 10, 5, 0]) == 4
    assert elbow([1, 0]) is None


def test_pixels_are_drawn_by_their_number_and_the_same_each_time():
    counts = np.array([5000, 1, 15000])
    drawn = draw_pixels(counts, 2000, seed=3)
    assert (drawn == draw_pixels(counts, 2000, seed=3)).all()
    assert len(drawn) == 2000
    assert np.bincount(drawn)[1:2] <= 1
    # Hypergeometric, with a standard deviation of 18.4: five of them.
    assert abs((drawn == 0).sum() - 500) < 92
    assert np.bincount(draw_pixels([2, 3], 10, seed=0)).tolist() == [2, 3]
