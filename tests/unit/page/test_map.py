import json

import numpy as np
import pytest

from scripts.page import map as map_
from scripts.page.map import make_map, positions
from scripts.page.similarity import profile
from tests.unit.page.drawn import drawn, write_palettes


@pytest.fixture
def placed(tmp_path):
    """Return a function that places palettes, colours and shares, on the map."""

    def place(colours, shares, mapped=100):
        ids = [f"image-{i}" for i in range(len(colours))]
        return positions(profile(colours, shares), ids, tmp_path / "map.npz", "", mapped=mapped)

    return place


@pytest.mark.parametrize("count", [0, 1, 2, 3, 9])
def test_few_paintings_have_a_place_each(placed, count):
    places = placed(*drawn(count, seed=5))
    assert places.shape == (count, 2)
    assert ((places >= 0) & (places <= 1)).all()


def test_like_palettes_lie_close_and_twins_in_one_place_do_no_harm(placed):
    blue, red = np.array([[0.4, -0.05, -0.2]]), np.array([[0.6, 0.2, 0.1]])
    random = np.random.default_rng(6)
    colours = np.array([c + random.normal(0, 0.01, (1, 3)) for c in [blue] * 20 + [red] * 20])
    places = placed(colours, np.ones((40, 1)))
    apart = np.linalg.norm(places[:20].mean(axis=0) - places[20:].mean(axis=0))
    assert apart > 2 * np.linalg.norm(places[:20] - places[:20].mean(axis=0), axis=1).mean()
    assert np.isfinite(placed(np.array([blue] * 12), np.ones((12, 1)))).all()


def test_beyond_the_limit_a_painting_lies_amid_its_likest(placed):
    colours, shares = drawn(60, seed=7)
    colours[1], shares[1] = colours[0], shares[0]
    places = placed(colours, shares, mapped=30)
    assert places.shape == (60, 2)
    assert np.isfinite(places).all()


def some_palettes(count, seed=8):
    chance = np.random.default_rng(seed)
    rgb = chance.integers(0, 256, (count, 3, 3)).tolist()
    shares = chance.dirichlet(np.ones(3), count).tolist()
    return {
        f"image-{i}": list(zip(*palette, strict=True))
        for i, palette in enumerate(zip(rgb, shares, strict=True))
    }


def test_the_file_is_the_same_bytes_each_time_whatever_is_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(map_, "MAPPED", 20)
    palettes = some_palettes(30)
    path = write_palettes(tmp_path / "palettes.json", palettes)
    again, anew = tmp_path / "again/map.json", tmp_path / "anew/map.json"
    make_map(path, again, code="")
    first = again.read_bytes()
    make_map(path, again, code="")
    assert again.read_bytes() == first
    assert np.array(json.loads(first)).shape == (30, 2)
    for gone in list(palettes)[:4]:
        palettes.pop(gone)
        write_palettes(path, palettes)
        make_map(path, again, code="")
        make_map(path, anew, code="")
        assert again.read_bytes() == anew.read_bytes()
        (anew.parent / "kept/map.npz").unlink()


def test_t_sne_runs_only_if_a_painting_that_it_places_is_another(tmp_path, monkeypatch):
    runs = []

    class Counted(map_.TSNE):
        def fit_transform(self, vectors):
            runs.append(vectors)
            return super().fit_transform(vectors)

    monkeypatch.setattr(map_, "TSNE", Counted)
    colours, shares = drawn(60, seed=1)
    vectors = profile(colours, shares)
    ids = [f"image-{i:02d}" for i in range(60)]

    def place(taken):
        positions(vectors[taken], [ids[i] for i in taken], tmp_path / "map.npz", "", mapped=20)

    place(list(range(60)))
    [first] = runs
    assert not np.array_equal(first, vectors[:20].reshape(20, -1))  # drawn by lot, not by name
    for gone in range(60):
        place([i for i in range(60) if i != gone])
        place(list(range(60)))
    # Each of the 20 is missed once, and comes back once.
    assert [len(run) for run in runs] == [20] * 41
