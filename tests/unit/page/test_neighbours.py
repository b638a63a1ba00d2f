import json

import numpy as np
import pytest

from scripts.page import neighbours
from scripts.page.neighbours import NEIGHBOURS, find_neighbours, nearest
from scripts.page.similarity import profile
from tests.unit.page.drawn import all_distances, drawn, write_palettes


def test_the_neighbours_are_the_nearest_of_all():
    colours, shares = drawn(90, seed=3)
    distances = all_distances(colours, shares)
    found, far = nearest(colours, shares, profile(colours, shares))
    assert len(found) == 90
    for row, told, wanted in zip(found, far, distances, strict=True):
        assert len(row) == NEIGHBOURS
        assert told == pytest.approx(np.sort(wanted)[:NEIGHBOURS], abs=1e-9)
        assert wanted[row] == pytest.approx(told, abs=1e-9)


def test_twins_and_crowds_have_neighbours_at_distance_0():
    colours, shares = (np.concatenate([part] * 3) for part in drawn(20, seed=4))
    found, far = nearest(colours, shares, profile(colours, shares))
    for i, (row, told) in enumerate(zip(found, far, strict=True)):
        assert set(row[:2]) == {j for j in (i % 20, i % 20 + 20, i % 20 + 40) if j != i}
        assert told[:2] == pytest.approx(0, abs=1e-9)
        assert i not in row
        assert len(set(row)) == NEIGHBOURS


@pytest.mark.parametrize("count", [0, 1, 2, 3, 9])
def test_few_paintings_have_few_neighbours(count):
    colours, shares = drawn(count, seed=5)
    found, far = nearest(colours, shares, profile(colours, shares))
    few = min(NEIGHBOURS, max(0, count - 1))
    assert [len(row) for row in found] == [len(row) for row in far] == [few] * count


def palettes_of(names, seed=0):
    """Return a palette for each name, the same for the same name, and often for another."""
    palettes = {}
    for name in names:
        chance = np.random.default_rng([seed, name % 37])
        size = int(chance.integers(1, 5))
        rgb, shares = chance.integers(0, 256, (size, 3)), chance.dirichlet(np.ones(size))
        palettes[f"image-{name:02d}"] = list(zip(rgb.tolist(), shares.tolist(), strict=True))
    return palettes


@pytest.fixture
def find(tmp_path):
    """Return a function that finds the neighbours of palettes and returns the file's bytes."""

    def found(palettes, folder="page", code=""):
        (tmp_path / folder).mkdir(exist_ok=True)
        path = write_palettes(tmp_path / "palettes.json", palettes)
        output = tmp_path / folder / "neighbours.json"
        find_neighbours(path, output, code=code)
        return output.read_bytes()

    return found


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("shuffled", [False, True])
def test_after_additions_and_removals_the_bytes_are_those_from_scratch(find, seed, shuffled):
    chance = np.random.default_rng(seed)
    names = set(chance.choice(60, chance.integers(2, 50), replace=False).tolist())
    for step in range(5):
        names -= set(chance.choice(60, chance.integers(0, 8)).tolist())
        names |= set(chance.choice(60, chance.integers(0, 4)).tolist())
        order = sorted(names)
        if shuffled and step == 3:
            chance.shuffle(order)
        palettes = palettes_of(order)
        assert find(palettes, "again") == find(palettes, f"anew-{step}")


def test_only_pairs_that_may_change_something_are_looked_at(find, monkeypatch):
    looked_at = []
    distances = neighbours.earth_movers_distances

    def counted(costs, *shares):
        looked_at.append(costs.shape[2])
        return distances(costs, *shares)

    monkeypatch.setattr(neighbours, "earth_movers_distances", counted)
    palettes = palettes_of(range(36))
    find(palettes)
    whole = sum(looked_at)
    looked_at.clear()
    find(palettes)
    assert sum(looked_at) == 0
    palettes.pop("image-20")
    find(palettes)
    assert 0 < sum(looked_at) < whole / 2


def test_another_palette_of_the_same_image_is_seen(find):
    palettes = palettes_of(range(30))
    find(palettes)
    palettes["image-07"] = palettes["image-08"]
    assert find(palettes) == find(palettes, "anew")
    rows = json.loads(find(palettes))
    assert rows["neighbours"][7][0] == 8


@pytest.mark.parametrize(
    "damage",
    [lambda path: path.write_bytes(b"PK"), lambda path: path.write_bytes(path.read_bytes()[:300])],
)
def test_what_is_kept_may_be_damaged_or_gone(find, tmp_path, damage):
    palettes = palettes_of(range(12))
    told = find(palettes)
    kept = tmp_path / "page/kept/neighbours.npz"
    damage(kept)
    assert find(palettes) == told
    kept.unlink()
    assert find(palettes) == told


def test_what_another_code_kept_is_not_taken(find, tmp_path):
    palettes = palettes_of(range(12))
    told = find(palettes, code="old")
    kept = tmp_path / "page/kept/neighbours.npz"
    arrays = dict(np.load(kept))
    np.savez(kept, **arrays | {"distances": arrays["distances"] + 1})
    assert find(palettes, code="old") != told
    np.savez(kept, **arrays | {"distances": arrays["distances"] + 1})
    assert find(palettes, code="new") == told
