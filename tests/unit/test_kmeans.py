import numpy as np
import pytest
from sklearn.cluster import KMeans

from scripts.kmeans import cluster


def test_four_colours_on_a_line_fall_into_the_two_pairs():
    colours = np.array([[0, 0, 0], [10, 0, 0], [100, 0, 0], [110, 0, 0]], np.uint8)
    clustering = cluster(colours, np.array([3, 1, 1, 1], np.uint32), 2)
    order = np.argsort(clustering.centres[:, 0])
    # Weighted means (3 x 0 + 10) / 4 = 2.5 and 105; WCSS 3 x 2.5² + 7.5² + 2 x 5² = 125.
    np.testing.assert_allclose(clustering.centres[order], [[2.5, 0, 0], [105, 0, 0]])
    np.testing.assert_array_equal(clustering.weights[order], [4, 2])
    assert clustering.wcss == pytest.approx(125)
    assert clustering.labels.tolist() == [*[order[0]] * 2, *[order[1]] * 2]


def test_weights_count_as_repeated_pixels_do():
    rng = np.random.default_rng(3)
    # Four clouds far apart, so that there is one best clustering and every run finds it.
    clouds = np.array([[40, 40, 40], [200, 60, 60], [60, 200, 60], [60, 60, 200]])
    colours = np.repeat(clouds, 15, axis=0) + rng.integers(-20, 20, (60, 3))
    counts = rng.integers(1, 9, 60).astype(np.uint32)
    pixels = np.repeat(colours, counts, axis=0).astype(float)
    reference = KMeans(4, n_init=10, random_state=1).fit(pixels)
    clustering = cluster(colours, counts, 4)
    assert clustering.wcss == pytest.approx(reference.inertia_)
    np.testing.assert_allclose(
        sorted(clustering.centres.tolist()), sorted(reference.cluster_centers_.tolist())
    )


@pytest.mark.parametrize("k", [3, 4, 9])
def test_as_many_colours_as_k_or_fewer_are_each_their_own_cluster(k):
    colours = np.array([[0, 0, 0], [0, 0, 1], [255, 255, 255]], np.uint8)
    clustering = cluster(colours, np.array([5, 3, 1], np.uint32), k)
    np.testing.assert_array_equal(clustering.centres, colours)
    np.testing.assert_array_equal(clustering.weights, [5, 3, 1])
    assert clustering.wcss == 0


def test_the_same_seed_gives_the_same_clusters():
    colours = np.unique(np.random.default_rng(0).integers(0, 256, (500, 3)), axis=0)
    counts = np.ones(len(colours))
    first, second = (cluster(colours, counts, 8, restarts=1, seed=7) for _ in range(2))
    np.testing.assert_array_equal(first.centres, second.centres)
