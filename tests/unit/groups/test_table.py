import json

import numpy as np
import pandas as pd
import pytest
from scipy.stats import circmean
from sklearn.cluster import KMeans

from scripts.colour.spaces import oklch_of_rgb
from scripts.groups.codes import find_codes
from scripts.groups.palette import group_palette
from scripts.groups.series import SERIES, colours_of_palette, series_of_palette
from scripts.groups.table import tabulate_groups


@pytest.fixture
def made(drawn_palettes, tmp_path):
    """Return the table, the JSON and the palettes of 60 paintings."""
    palettes = drawn_palettes(60, 3)
    images = [
        {
            "year": None if i % 7 == 0 else 1860 + i,
            "facets": {"artist": ["Ada" if i % 5 else "Bea"]},
            "palettes": {"2": palette[:2], "6": palette},
        }
        for i, palette in enumerate(palettes)
    ]
    paths = [
        tmp_path / name for name in ("palettes.json", "codes.json", "groups.parquet", "groups.json")
    ]
    paths[1].write_text(json.dumps(find_codes(palettes).tolist()))
    paths[0].write_text(json.dumps({"ks": [2, 6], "images": images}))
    tabulate_groups(*paths)
    return pd.read_parquet(paths[2]), json.loads(paths[3].read_text()), images


def test_means_are_those_of_pandas(made):
    table, _, images = made
    series = pd.DataFrame([series_of_palette(i["palettes"]["6"]) for i in images], columns=SERIES)
    expected = series.groupby([image["facets"]["artist"][0] for image in images]).mean()
    artists = table[table.facet == "artist"].set_index("value")
    assert artists[list(SERIES)].to_numpy() == pytest.approx(expected.to_numpy(), abs=1e-5)
    assert artists.n.to_dict() == {"Ada": 48, "Bea": 12}
    decades = table[table.facet == "decade"]
    years = pd.Series([image["year"] for image in images]).dropna()
    assert decades.n.tolist() == (years // 10).value_counts().sort_index().tolist()
    assert decades.value.tolist()[0] == "1860s"


def test_small_groups_have_no_intervals(made):
    table, told, _ = made
    few = table.n < 10
    assert few.any()
    assert not few.all()
    ends = [f"{name}_{end}" for name in SERIES for end in ("low", "high")]
    assert table.loc[few, ends].isna().all(axis=None)
    assert table.loc[~few, ends].notna().all(axis=None)
    assert (table.loc[~few, "reds_low"] <= table.loc[~few, "reds"]).all()
    assert [group["series"]["reds"]["low"] is None for group in told["groups"]] == few.tolist()


def test_the_hue_is_the_circular_mean(made):
    _, told, images = made
    colours = [colour for image in images for colour in image["palettes"]["6"]]
    _, chroma, hue = oklch_of_rgb([colour["rgb"] for colour in colours]).T
    weights = chroma * [colour["share"] for colour in colours]
    repeated = np.repeat(hue, np.rint(weights * 1e4).astype(int))
    assert told["groups"][0]["hue"] == pytest.approx(circmean(repeated, high=360), abs=0.5)
    vectors = weights * np.exp(1j * np.radians(hue))
    expected = abs(vectors.sum()) / weights.sum()
    assert told["groups"][0]["hue_agreement"] == pytest.approx(expected, abs=1e-4)


def test_the_table_has_what_the_json_has(made):
    table, told, _ = made
    for row, group in zip(table.to_dict("records"), told["groups"], strict=True):
        assert (row["facet"], row["value"], row["n"]) == tuple(
            group[key] for key in ("facet", "value", "n")
        )
        assert row["warmth"] == group["series"]["warmth"]["mean"]
        assert row["palette_k6"].tolist() == [c["hex"] for c in group["palettes"]["6"]]
        assert row["shares_k6"].sum() == pytest.approx(1, abs=1e-4)


@pytest.mark.parametrize("k", [3, 5, 8])
def test_a_groups_palette_is_hardly_worse_than_the_best_of_ten_of_scikit_learn(drawn_palettes, k):
    pairs = [colours_of_palette(palette) for palette in drawn_palettes(80, k)]
    lab, shares = (np.concatenate(part) for part in zip(*pairs, strict=True))
    codes = find_codes(drawn_palettes(80, k))
    centres, parts = group_palette(lab, shares, codes, k)
    squares = ((lab[:, None] - centres[None]) ** 2).sum(axis=2)
    own = shares @ squares.min(axis=1)
    best = KMeans(k, n_init=10, random_state=0).fit(lab, sample_weight=shares).inertia_
    assert own <= 1.06 * best
    assert parts == pytest.approx(np.bincount(squares.argmin(axis=1), shares, k) / 80, abs=1e-9)


def test_a_group_of_fewer_colours_has_just_these(drawn_palettes):
    [palette] = drawn_palettes(1, 9, most=2)
    lab, shares = colours_of_palette(palette)
    codes = np.array([[10, 10, 10], [250, 250, 250], *[c["rgb"] for c in palette]])
    centres, parts = group_palette(lab, shares, codes, 5)
    assert len(centres) == len(palette)
    assert sorted(parts) == pytest.approx(sorted(shares))
    assert np.sort(centres, axis=0) == pytest.approx(np.sort(lab, axis=0))
