import numpy as np
import pytest
from coloraide import Color
from hypothesis import given
from hypothesis import strategies as st

from scripts.images.prominence import prominence, weigh

PICTURE = {(120, 110, 90): 600, (90, 96, 110): 250, (200, 40, 30): 9, (240, 236, 228): 80}
PICTURE |= {(20, 60, 160): 3, (128, 128, 128): 58}


def by_formula(picture):
    """Return (δ² / v + 0.1) (C + 0.06) of each colour, by coloraide and fractions of the pixels."""
    rgb, counts = list(picture), np.array(list(picture.values()))
    oklab = np.array([Color("srgb", [c / 255 for c in p]).convert("oklab").coords() for p in rgb])
    ab = oklab[:, 1:]
    squares = ((ab - np.average(ab, axis=0, weights=counts)) ** 2).sum(axis=1)
    variance = np.average(squares, weights=counts) + 0.01**2
    return (squares / variance + 0.1) * (np.linalg.norm(ab, axis=1) + 0.06)


def test_a_pixel_counts_by_its_distance_from_the_mean_and_its_chroma():
    rgb, counts = np.array(list(PICTURE), np.uint8), np.array(list(PICTURE.values()))
    found, expected = prominence(rgb, counts) / counts, by_formula(PICTURE)
    np.testing.assert_allclose(found / found.sum(), expected / expected.sum(), rtol=1e-3)


def test_a_grey_picture_is_not_full_of_colours():
    # A photograph in greys, some a hair off: what is off counts at most four times as much.
    greys = {(v, v, v): 100 for v in range(20, 240)} | {(121, 120, 119): 100}
    rgb, counts = np.array(list(greys), np.uint8), np.array(list(greys.values()))
    weights = prominence(rgb, counts)
    assert weights.max() / weights.min() < 4


def test_by_area_the_weights_are_the_counts():
    rgb, counts = np.array([[9, 9, 9], [200, 0, 0]], np.uint8), np.array([5, 2], np.uint32)
    assert weigh(rgb, counts, "area").tolist() == [5, 2]


def test_of_no_pixels_there_are_no_weights():
    assert len(prominence(np.zeros((0, 3), np.uint8), np.zeros(0, np.uint32))) == 0


@given(
    seed=st.integers(0, 99),
    pixels=st.sampled_from([1, 200, 70_000, 40_000_000]),
    distinct=st.integers(1, 60),
)
def test_the_weights_do_not_depend_on_rows_and_their_sums_stay_exact(seed, pixels, distinct):
    rng = np.random.default_rng(seed)
    rgb = np.unique(rng.integers(0, 256, (distinct, 3), dtype=np.uint8), axis=0)
    counts = 1 + rng.multinomial(pixels, rng.dirichlet(np.ones(len(rgb)))).astype(np.uint32)
    weights, order = prominence(rgb, counts), rng.permutation(len(rgb))
    assert prominence(rgb[order], counts[order]).tolist() == weights[order].tolist()
    # k-means adds up products with whole numbers of 25 bits: exact in float64 up to here.
    assert weights.min() > 0
    assert int(weights.sum(dtype=np.int64)) <= 2**28
    if counts[0] > 1:
        split = np.concatenate([[1, counts[0] - 1], counts[1:]]).astype(np.uint32)
        found = prominence(np.vstack([rgb[:1], rgb]), split)
        assert found[0] + found[1] == weights[0]


@pytest.mark.parametrize("dtype", [np.uint32, np.int64])
def test_counts_of_any_whole_type_give_the_same(dtype):
    rgb, counts = np.array(list(PICTURE), np.uint8), np.array(list(PICTURE.values()))
    assert prominence(rgb, counts.astype(dtype)).tolist() == prominence(rgb, counts).tolist()
