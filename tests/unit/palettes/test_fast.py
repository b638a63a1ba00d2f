import numpy as np
import pytest
from sklearn.cluster import KMeans
from threadpoolctl import threadpool_limits

from scripts.colour.spaces import to_space
from scripts.palettes.kmeans import cluster
from tests.unit.palettes.conftest import gathered_in_clouds, painting, same_bytes


def ten_restarts(colours, counts, k):
    """Return the WCSS of scikit-learn's best of ten."""
    with threadpool_limits(1):
        kmeans = KMeans(k, n_init=10, random_state=0)
        return kmeans.fit(colours.astype(float), sample_weight=counts.astype(float)).inertia_


def test_fast_is_hardly_ever_half_a_per_cent_worse_than_ten_restarts_of_scikit_learn():
    ratios = []
    for seed in range(60):
        rng = np.random.default_rng(seed)
        clouds, pixels, k = rng.integers(1, 13), rng.choice([20, 200, 3000]), rng.integers(1, 14)
        colours, counts = gathered_in_clouds(seed, clouds, pixels)
        k = min(k, len(colours))
        least = ten_restarts(colours, counts, k)
        ratios.append((cluster(colours, counts, k).wcss + 1e-6) / (least + 1e-6))
    assert np.quantile(ratios, 0.95) <= 1.005
    assert max(ratios) <= 1.03
    assert np.mean(ratios) <= 1


@pytest.mark.parametrize("k", [3, 5, 8, 12])
@pytest.mark.parametrize("seed", range(2))
def test_nor_is_it_on_as_many_colours_as_a_painting_has(seed, k):
    colours, counts = painting(seed)
    assert cluster(colours, counts, k).wcss <= 1.005 * ten_restarts(colours, counts, k)


@pytest.mark.parametrize("space", ["rgb", "oklab", "lab"])
def test_the_number_of_threads_changes_no_byte(space):
    colours, counts = painting(3)
    colours = to_space(colours, space)
    with threadpool_limits(1):
        alone = cluster(colours, counts, 7)
    with threadpool_limits(2):
        assert same_bytes(cluster(colours, counts, 7), alone)
