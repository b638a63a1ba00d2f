import pytest
from hypothesis import given, settings
from sklearn.cluster import KMeans
from threadpoolctl import threadpool_limits

from scripts.colour.spaces import to_space
from scripts.palettes.kmeans import cluster
from tests.unit.palettes.conftest import images, painting, same_bytes


def ten_restarts(colours, counts, k):
    """Return the WCSS of scikit-learn's best of ten."""
    kmeans = KMeans(k, n_init=10, random_state=0)
    return kmeans.fit(colours.astype(float), sample_weight=counts.astype(float)).inertia_


@settings(max_examples=60, deadline=None, derandomize=True)
@given(image=images())
def test_fast_is_never_half_a_per_cent_worse_than_ten_restarts_of_scikit_learn(image):
    colours, counts, k = image
    k = min(k, len(colours))
    assert cluster(colours, counts, k).wcss <= 1.005 * ten_restarts(colours, counts, k) + 1e-6


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
