import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from sklearn.cluster import KMeans

from scripts.colour.spaces import to_space
from scripts.images.pixels import count_colours
from scripts.images.prominence import weigh
from scripts.palettes.kmeans import cluster
from tests.unit.palettes.conftest import images, same_bytes

UNITS = st.sampled_from([1, 1 / 7])
ALGORITHMS = ["fast", "kmeans++", "farthest_first"]


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_four_colours_on_a_line_fall_into_the_two_pairs(algorithm):
    colours = np.array([[0, 0, 0], [10, 0, 0], [100, 0, 0], [110, 0, 0]], np.uint8)
    found = cluster(colours, np.array([3, 1, 1, 1], np.uint32), 2, algorithm=algorithm)
    order = np.argsort(found.centres[:, 0])
    # Weighted means (3 x 0 + 10) / 4 = 2.5 and 105; WCSS 3 x 2.5² + 7.5² + 2 x 5² = 125.
    np.testing.assert_allclose(found.centres[order], [[2.5, 0, 0], [105, 0, 0]])
    np.testing.assert_array_equal(found.weights[order], [4, 2])
    assert found.wcss == pytest.approx(125)
    assert found.labels.tolist() == [*[order[0]] * 2, *[order[1]] * 2]


@pytest.mark.parametrize("algorithm", ALGORITHMS)
@settings(max_examples=40, deadline=None)
@given(image=images(), weight=st.sampled_from(["area", "prominence"]), unit=UNITS)
def test_what_holds_for_every_clustering(algorithm, image, weight, unit):
    colours, counts, k = image
    counts = weigh(colours, counts, weight) * unit
    found = cluster(colours, counts, k, algorithm=algorithm, restarts=2)
    assert len(found.centres) == min(k, len(colours))
    assert np.bincount(found.labels, minlength=len(found.centres)).all()
    np.testing.assert_allclose(found.weights.sum(), counts.sum())
    for j, centre in enumerate(found.centres):
        own = found.labels == j
        assert found.weights[j] == pytest.approx(counts[own].sum())
        np.testing.assert_allclose(centre, np.average(colours[own], axis=0, weights=counts[own]))
    squares = ((colours[:, None].astype(float) - found.centres) ** 2).sum(axis=2)
    own = squares[np.arange(len(colours)), found.labels]
    # Centres are rounded to multiples of 2^-16 when the nearest is looked for.
    assert (np.sqrt(own) <= np.sqrt(squares.min(axis=1)) + 2**-15).all()
    np.testing.assert_allclose(found.wcss, counts @ own, atol=1e-6)


@pytest.mark.parametrize("algorithm", ALGORITHMS)
@pytest.mark.parametrize(("space", "weight"), [("rgb", "area"), ("lab_2_1", "prominence")])
@settings(max_examples=25, deadline=None)
@given(image=images(), seed=st.integers(0, 99))
def test_neither_the_order_of_rows_nor_a_split_row_changes_a_byte(
    algorithm, space, weight, image, seed
):
    rgb, counts, k = image
    colours, counts = to_space(rgb, space), weigh(rgb, counts, weight)
    found = cluster(colours, counts, k, algorithm=algorithm, restarts=2)
    order = np.random.default_rng(seed).permutation(len(colours))
    turned = cluster(colours[order], counts[order], k, algorithm=algorithm, restarts=2)
    assert same_bytes(turned, found._replace(labels=found.labels[order]))
    halves = np.concatenate([colours, colours[:1]]), np.append(counts, counts[0])
    halves[1][0] *= 3
    whole = counts.copy()
    whole[0] *= 4
    one = cluster(colours, whole, k, algorithm=algorithm, restarts=2)
    two = cluster(*halves, k, algorithm=algorithm, restarts=2)
    assert same_bytes(two, one._replace(labels=np.append(one.labels, one.labels[0])))


@pytest.mark.parametrize("algorithm", ALGORITHMS)
@pytest.mark.parametrize("k", [3, 4, 9])
def test_as_many_colours_as_k_or_fewer_are_each_their_own_cluster(algorithm, k):
    colours = np.array([[0, 0, 0], [0, 0, 1], [255, 255, 255]], np.uint8)
    found = cluster(colours, np.array([5, 3, 1], np.uint32), k, algorithm=algorithm)
    np.testing.assert_array_equal(found.centres, colours)
    np.testing.assert_array_equal(found.weights, [5, 3, 1])
    assert found.wcss == 0


@pytest.mark.parametrize("algorithm", ALGORITHMS)
@pytest.mark.parametrize("k", [2, 5, 8])
def test_the_known_palette_of_a_synthetic_image_is_recovered_exactly(algorithm, k):
    rng = np.random.default_rng(k)
    palette = rng.permutation([[r, g, b] for r in (20, 235) for g in (20, 235) for b in (20, 235)])
    palette, parts = palette[:k], 1 + np.arange(k)
    rows = np.repeat(palette, parts, axis=0).astype(np.uint8)
    picture = np.asarray(Image.fromarray(np.tile(rows, (8, 1, 1))).resize((len(rows) * 4, 32), 0))
    # As much noise above a colour as below it, so that the mean stays.
    shifted = picture.astype(int) + np.tile([[[3]], [[-3]]], (16, 1, 1))
    colours, counts = count_colours(shifted.astype(np.uint8).reshape(-1, 3))
    found = cluster(colours, counts, k, algorithm=algorithm)
    order = np.argsort(found.weights)
    np.testing.assert_allclose(found.centres[order], palette)
    np.testing.assert_allclose(found.weights[order] / counts.sum(), parts / parts.sum())


def test_weights_count_as_repeated_pixels_do():
    rng = np.random.default_rng(3)
    # Four clouds far apart, so that there is one best clustering and every run finds it.
    clouds = np.array([[40, 40, 40], [200, 60, 60], [60, 200, 60], [60, 60, 200]])
    colours = np.repeat(clouds, 15, axis=0) + rng.integers(-20, 20, (60, 3))
    counts = rng.integers(1, 9, 60).astype(np.uint32)
    pixels = np.repeat(colours, counts, axis=0).astype(float)
    reference = KMeans(4, n_init=10, random_state=1).fit(pixels)
    for algorithm in ALGORITHMS:
        found = cluster(colours, counts, 4, algorithm=algorithm)
        assert found.wcss == pytest.approx(reference.inertia_)
        np.testing.assert_allclose(
            sorted(found.centres.tolist()), sorted(reference.cluster_centers_.tolist())
        )


def textbook(colours, counts, first, k):
    """Farthest-first and Lloyd in plain Python; return the WCSS."""
    points = [tuple(map(float, colour)) for colour in colours]
    centres = [points[first]]
    while len(centres) < k:
        distances = [min(math.dist(p, c) for c in centres) for p in points]
        centres.append(points[distances.index(max(distances))])
    labels = None
    while True:
        nearest = [min(range(k), key=lambda j: math.dist(p, centres[j])) for p in points]
        if nearest == labels:
            break
        labels = nearest
        for j in range(k):
            own = [i for i, label in enumerate(labels) if label == j]
            total = sum(counts[i] for i in own)
            centres[j] = tuple(sum(points[i][c] * counts[i] for i in own) / total for c in range(3))
    return sum(
        n * math.dist(p, centres[label]) ** 2
        for p, n, label in zip(points, counts, labels, strict=True)
    )


def test_farthest_first_is_the_best_of_the_textbooks_runs():
    rng = np.random.default_rng(5)
    colours = np.unique(rng.integers(0, 256, (40, 3)), axis=0)
    counts = rng.integers(1, 6, len(colours))
    runs = {round(textbook(colours, counts.tolist(), first, 4), 3) for first in range(len(colours))}
    singles = [
        round(cluster(colours, counts, 4, algorithm="farthest_first", restarts=1, seed=s).wcss, 3)
        for s in range(12)
    ]
    assert set(singles) <= runs
    assert len(set(singles)) > 1
    many = cluster(colours, counts, 4, algorithm="farthest_first", restarts=200)
    assert round(many.wcss, 3) == min(runs)


@pytest.mark.parametrize("algorithm", ["kmeans++", "farthest_first"])
def test_more_restarts_are_never_worse(algorithm):
    colours, counts = count_colours(np.random.default_rng(1).integers(0, 256, (900, 3), np.uint8))
    found = [cluster(colours, counts, 6, algorithm=algorithm, restarts=n).wcss for n in (1, 5, 20)]
    assert found == sorted(found, reverse=True)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"k": 0}, "k"),
        ({"k": 2.5}, "k"),
        ({"weights": [1, -1]}, "weights"),
        ({"weights": [1, 0]}, "weights"),
        ({"weights": [1, math.nan]}, "weights"),
        ({"weights": [1]}, "weights"),
        ({"weights": [1, math.inf]}, "weights"),
        ({"colours": [[0, 0, math.nan], [1, 1, 1]]}, "colours"),
        ({"colours": [[0, 0], [1, 1]]}, "colours"),
        ({"colours": [], "weights": []}, "colours"),
        ({"algorithm": "magic"}, "algorithm.*'magic'.*fast"),
        ({"restarts": 0}, "restarts"),
        ({"seed": -1}, "seed"),
    ],
)
def test_bad_input_is_refused_with_one_line(changed, words):
    asked = {"colours": [[0, 0, 0], [9, 9, 9]], "weights": [1, 1], "k": 1} | changed
    with pytest.raises(ValueError, match=words) as refusal:
        cluster(**asked)
    assert "\n" not in str(refusal.value)
