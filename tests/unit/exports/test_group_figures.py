"""The figures of groups: what they say, as text, before it becomes outlines."""

import json
from xml.etree import ElementTree

import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from PIL import Image

from scripts.exports.comparison import draw_comparison
from scripts.exports.trends import draw_trends


@pytest.fixture
def palettes(tmp_path):
    """Return the path of 90 palettes, blue in more and more of them from 1890 on."""
    random = np.random.default_rng(1)
    images = []
    for i in range(90):
        year = 1860 + i % 60
        blue = 0.4 if year >= 1890 and random.random() < 0.8 else 0.1
        others = random.dirichlet([1, 1, 1]) * (1 - blue)
        rgb = [[72, 120, 192], [128, 96, 64], [200, 190, 170], [40, 40, 36]]
        rows = zip(rgb, [blue, *others], strict=True)
        palette = [{"rgb": c, "share": float(share)} for c, share in rows]
        facets = {"artist": ["Ada" if i % 2 else "Bea"]}
        images.append({"year": year, "facets": facets, "palettes": {"4": palette}})
    path = tmp_path / "palettes.json"
    path.write_text(json.dumps({"ks": [4], "images": images}))
    return path


@pytest.fixture
def codes(tmp_path):
    """Return the path of the four colours that these palettes are of."""
    path = tmp_path / "codes.json"
    path.write_text("[[72, 120, 192], [128, 96, 64], [200, 190, 170], [40, 40, 36]]")
    return path


@pytest.fixture
def written(monkeypatch):
    """Return the list of texts that figures get."""
    texts = []
    for owner, name, place in ((Figure, "text", 2), (Axes, "text", 2), (Axes, "set_title", 0)):
        whole = getattr(owner, name)

        def note(self, *args, _whole=whole, _place=place, **options):
            texts.append(args[_place])
            return _whole(self, *args, **options)

        monkeypatch.setattr(owner, name, note)
    return texts


def test_trends_tell_the_change_and_where(palettes, written, tmp_path):
    outputs = [str(tmp_path / "trends.svg"), str(tmp_path / "trends.png")]
    draw_trends(palettes, outputs, title="Ours")
    assert "Ours: mean of paintings by decade, n = 90" in written
    [told] = [text for text in written if text.startswith("189") and "\u2192 3" in text]
    before = float(told.split(": ")[1].split("\N{NBSP}")[0])
    assert before == pytest.approx(10, abs=1)
    assert ElementTree.parse(outputs[0]).getroot().tag.endswith("svg")
    assert Image.open(outputs[1]).width > 2_000


def test_the_same_bytes_each_time(palettes, codes, tmp_path):
    paths = [tmp_path / name for name in ("a.svg", "b.svg")]
    for path in paths:
        draw_comparison(palettes, codes, path, a="1890s", b="rest", k=3, title="Ours")
    assert paths[0].read_bytes() == paths[1].read_bytes()


def test_a_comparison_tells_groups_differences_and_chance(palettes, codes, written, tmp_path):
    draw_comparison(palettes, codes, tmp_path / "c.svg", a="1890s", b="1870s", k=3, title="Ours")
    assert written[0] == "Ours"
    assert "1890s, n = 10" in written
    assert "1870s, n = 20" in written
    blues = written[written.index("blues") + 1]
    difference = float(blues.split()[0])
    assert 15 < difference < 35


def test_few_are_too_few_and_a_collection_without_years_has_no_curves(
    palettes, codes, written, tmp_path
):
    told = json.loads(palettes.read_text())
    for image in told["images"]:
        image["year"] = None
    told["images"][0]["facets"]["artist"] = ["Cy"]
    palettes.write_text(json.dumps(told))
    draw_comparison(palettes, codes, tmp_path / "c.svg", a="cy", b="rest", k=3, title="Ours")
    assert any(text.startswith("Too few to tell") for text in written)
    draw_trends(palettes, [str(tmp_path / "t.svg")], title="Ours")
    assert "Ours: mean of paintings by decade, n = 0" in written
