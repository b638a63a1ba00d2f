from collections import Counter

import numpy as np
import pyarrow.parquet as pq
import pytest
from PIL import Image

from scripts.images.pixels import count_colours, make_pixels, read_colours
from scripts.images.thumbnail import make_thumbnail


@pytest.fixture
def noise():
    """A 40 x 30 image whose colours recur."""
    return np.random.default_rng(0).integers(0, 5, (30, 40, 3), dtype=np.uint8) * 60


def test_colours_are_counted_as_a_counter_counts_them(noise):
    rgb = noise.reshape(-1, 3)
    colours, counts = count_colours(rgb)
    expected = Counter(map(tuple, rgb.tolist()))
    assert dict(zip(map(tuple, colours.tolist()), counts.tolist(), strict=True)) == expected


def test_the_most_frequent_colour_comes_first_and_ties_go_by_r_g_b():
    rgb = [[9, 0, 0], [0, 0, 9], [0, 9, 0], [0, 0, 9], [0, 0, 1]]
    colours, counts = count_colours(np.array(rgb, np.uint8))
    assert colours.tolist() == [[0, 0, 9], [0, 0, 1], [0, 9, 0], [9, 0, 0]]
    assert counts.tolist() == [2, 1, 1, 1]


def test_rows_may_count_more_than_once():
    colours, counts = count_colours(
        np.array([[1, 1, 1], [2, 2, 2], [1, 1, 1]], np.uint8), [1, 5, 3]
    )
    assert (colours.tolist(), counts.tolist()) == ([[2, 2, 2], [1, 1, 1]], [5, 4])


def test_the_parquet_file_has_the_stated_columns_and_metadata(tmp_path, noise):
    Image.fromarray(noise).save(tmp_path / "lilies.png")
    make_pixels(tmp_path / "lilies.png", tmp_path / "out.parquet", method="color_balance", amount=0)
    table = pq.read_table(tmp_path / "out.parquet")
    assert [(f.name, str(f.type)) for f in table.schema] == [
        ("r", "uint8"),
        ("g", "uint8"),
        ("b", "uint8"),
        ("n", "uint32"),
        ("weight", "uint32"),
    ]
    assert table.schema.metadata == {
        b"image": b"lilies",
        b"size": b"40 x 30",
        b"method": b"color_balance",
        b"fallback": b"false",
        b"amount": b"0",
    }
    assert sum(table["n"].to_pylist()) == 40 * 30
    colours, counts, *_ = read_colours(tmp_path / "out.parquet")
    # With amount 0 the colours are the image's own.
    assert dict(zip(map(tuple, colours.tolist()), counts.tolist(), strict=True)) == Counter(
        map(tuple, noise.reshape(-1, 3).tolist())
    )


def test_the_colours_are_enhanced(tmp_path):
    Image.new("RGB", (4, 4), (200, 100, 50)).save(tmp_path / "a.png")
    make_pixels(tmp_path / "a.png", tmp_path / "a.parquet", method="color_balance", amount=0.5)
    # grey = 42 + 72 + 3.5 = 117.5, so 241.25, 91.25 and 16.25, truncated.
    colours, counts, *_ = read_colours(tmp_path / "a.parquet")
    assert (colours.tolist(), counts.tolist()) == ([[241, 91, 16]], [16])


def test_pixels_under_half_opacity_do_not_count(tmp_path):
    pixels = np.array([[[10, 10, 10, 0], [20, 20, 20, 127], [30, 30, 30, 128]]], np.uint8)
    Image.fromarray(pixels).save(tmp_path / "a.png")
    make_pixels(tmp_path / "a.png", tmp_path / "a.parquet", method="color_balance", amount=0)
    colours, counts, *_ = read_colours(tmp_path / "a.parquet")
    assert (colours.tolist(), counts.tolist()) == ([[30, 30, 30]], [1])


def test_an_image_that_could_not_be_read_has_no_pixels_and_the_reason(tmp_path):
    (tmp_path / "a.jpg").write_bytes(b"")
    make_thumbnail(tmp_path / "a.jpg", tmp_path / "a.png", size=64, crop=0, skip=True)
    settings = {"method": "chroma_filter", "min_chroma": 0.3, "min_value": 0.1}
    make_pixels(tmp_path / "a.png", tmp_path / "a.parquet", **settings)
    colours, counts, _, fallback, unreadable, *_ = read_colours(tmp_path / "a.parquet")
    assert (colours.shape, len(counts), fallback) == ((0, 3), 0, False)
    assert unreadable == "an empty file"


def test_a_filter_keeps_only_its_pixels(tmp_path):
    image = Image.new("RGB", (10, 10), (128, 128, 128))
    image.paste((250, 10, 10), (0, 0, 3, 10))
    image.save(tmp_path / "a.png")
    settings = {"method": "chroma_filter", "min_chroma": 0.3, "min_value": 0.1}
    make_pixels(tmp_path / "a.png", tmp_path / "a.parquet", **settings)
    colours, counts, _, fallback, *_ = read_colours(tmp_path / "a.parquet")
    assert (colours.tolist(), counts.tolist(), fallback) == ([[250, 10, 10]], [30], False)


def test_a_filter_that_leaves_nothing_falls_back_to_all_pixels_and_says_so(tmp_path):
    Image.new("RGB", (10, 10), (128, 128, 128)).save(tmp_path / "a.png")
    settings = {"method": "saturation_filter", "min_saturation": 0.8}
    make_pixels(tmp_path / "a.png", tmp_path / "a.parquet", **settings)
    colours, counts, _, fallback, *_ = read_colours(tmp_path / "a.parquet")
    assert (colours.tolist(), counts.tolist(), fallback) == ([[128, 128, 128]], [100], True)
