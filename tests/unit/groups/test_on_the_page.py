"""The page computes what a person selects: the same numbers as here."""

import json

import numpy as np
import pytest

from scripts.groups.codes import find_codes, histogram
from scripts.groups.compare import compare
from scripts.groups.palette import group_palette
from scripts.groups.series import colours_of_palette, series_of_palette
from scripts.groups.trends import changes, course
from scripts.page.page import page_data
from tests.page_code import run_js

NEAR = 2e-4
"""The page has shares in 4095ths."""
SCRIPT = """
import { decodePalettes } from "src/data.js";
import { codesOf, costsOf, histogramsOf } from "src/groups/codes.js";
import { compare } from "src/groups/compare.js";
import { paletteOf } from "src/groups/palette.js";
import { meanHistogram } from "src/groups/portrait.js";
import { seriesOf } from "src/groups/series.js";
import { changes, trend } from "src/groups/trends.js";
import { channels, oklabOf } from "src/colour.js";

const { data, a, b, dated } = ASKED;
const k = Math.max(...data.ks);
const palettes = decodePalettes(data.palettes[k], k);
const series = seriesOf(palettes);
const codeOf = codesOf(palettes, data.codes);
const histograms = histogramsOf(palettes, codeOf, data.codes.length);
const found = compare({ series, histograms, costs: costsOf(data.codes) }, a, b);
const plain = (key, value) => (ArrayBuffer.isView(value) ? Array.from(value) : value);
const codes = data.codes.map((rgb) => oklabOf(...channels(rgb)));
const mean = meanHistogram({ histograms, count: codes.length }, a);
const own = paletteOf(palettes, { codes, codeOf, mean }, a, 5);
const changed = changes(data.year, series, dated);
const course = trend(data.year, series, dated, 10).bins;
const told = { series, compared: found, changed, course, palette: own };
console.log(JSON.stringify(told, plain));
"""


@pytest.fixture
def collection(drawn_palettes):
    """Return palettes, most of them grey and brown before 1880, and the years of most."""
    random = np.random.default_rng(1)
    palettes = drawn_palettes(110, 2)
    years = [None if random.random() < 0.2 else int(random.integers(1850, 1910)) for _ in palettes]
    for palette, year in zip(palettes, years, strict=True):
        if year is not None and year < 1880:
            palette[0] |= {"rgb": [128, 96, 64], "hex": "#806040", "share": 1.5}
        whole = sum(colour["share"] for colour in palette)
        for colour in palette:
            colour["share"] /= whole
    return palettes, years


def test_it_has_the_same_numbers(collection):
    palettes, years = collection
    nothing = {"artist": None, "link": None, "licence": None, "fallback": False, "date": None}
    images = [
        {"image": str(i), "title": "", "facets": {}, "year": year, "palettes": {"6": palette}}
        | nothing
        for i, (palette, year) in enumerate(zip(palettes, years, strict=True))
    ]
    codes = find_codes(palettes)
    alone = {"neighbours": [[]] * 110, "distances": [[]] * 110}
    parts = codes, alone, [[0.5, 0.5]] * 110, {}
    words = {"term_grey": "grey", "colour_name": "{modifier} {lean} {term}"}
    data = page_data({"ks": [6], "images": images}, *parts, 6, words)
    a, b = range(0, 40), range(40, 110)
    dated = [i for i, year in enumerate(years) if year is not None]
    asked = {"data": data, "a": list(a), "b": list(b), "dated": dated}
    page = json.loads(run_js(SCRIPT.replace("ASKED", json.dumps(asked))))

    series = np.array([series_of_palette(palette) for palette in palettes])
    assert page["series"] == pytest.approx(series.ravel(), abs=6e-4)
    histograms = np.array([histogram(palette, codes) for palette in palettes])
    found = compare(series, histograms, codes, np.array(a), np.array(b))
    compared = page["compared"]
    assert np.array(compared["means"]) == pytest.approx(found.means, abs=NEAR)
    assert compared["difference"] == pytest.approx(found.difference, abs=NEAR)
    of_difference = np.array(compared["interval"]).T
    assert of_difference == pytest.approx(found.interval, abs=NEAR)
    ends = np.array(compared["intervals"]).transpose(0, 2, 1)
    assert ends == pytest.approx(found.intervals, abs=NEAR)
    assert compared["byChance"] == pytest.approx(found.by_chance, abs=0.002)
    assert compared["told"] == found.told.tolist()
    assert compared["distance"] == pytest.approx(found.distance, abs=NEAR)
    assert compared["splits"] == pytest.approx(found.distances_by_chance, abs=NEAR)

    expected = changes([years[i] for i in dated], series[dated])
    assert any(expected)
    for own, change in zip(page["changed"], expected, strict=True):
        assert (own is None) == (change is None)
        if change:
            assert own["year"] == change.year
            assert own["paintings"] == list(change.paintings)
            assert (own["before"], own["after"]) == pytest.approx(change[2:4], abs=NEAR)
            assert own["byChance"] == pytest.approx(change.by_chance, abs=0.002)

    own = [colours_of_palette(palette) for palette in palettes[:40]]
    lab, shares = (np.concatenate(part) for part in zip(*own, strict=True))
    centres, parts = group_palette(lab, shares, codes, 5)
    assert [colour["share"] for colour in page["palette"]] == pytest.approx(parts, abs=NEAR)
    on_page = np.array([colour["lab"] for colour in page["palette"]])
    assert on_page == pytest.approx(centres, abs=NEAR)

    spans = course([years[i] for i in dated], series[dated])
    assert [(bin["year"], bin["n"]) for bin in page["course"]] == [span[:2] for span in spans]
    for own, span in zip(page["course"], spans, strict=True):
        assert own["means"] == pytest.approx(span.means, abs=NEAR)
        assert (own["intervals"] is None) == (span.interval is None)
        if own["intervals"]:
            ends = np.array(own["intervals"]).T
            assert ends == pytest.approx(span.interval, abs=NEAR)
