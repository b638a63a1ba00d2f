import json
from itertools import product

import numpy as np
import pytest
from coloraide import Color
from PIL import Image
from sklearn.metrics import pairwise_distances

from scripts.colour.spaces import SPACES, to_space
from scripts.common.files import read_json
from scripts.images.pixels import count_colours, make_pixels
from scripts.images.prominence import WEIGHTS
from scripts.images.thumbnail import make_thumbnail
from scripts.palettes.palette import PICKS, make_palette
from scripts.studies.figures import make_figures
from scripts.studies.methods import compare_methods
from tests.unit.studies.conftest import IMAGE, METHODS, PALETTE, study_of

pytestmark = pytest.mark.usefixtures("few_restarts")


@pytest.mark.parametrize(
    ("method", "palette"),
    [
        ("color_balance", {}),
        ("none", {"space": "oklab", "colour": "nearest", "order": "hue"}),
        ("chroma_filter", {"space": "lab", "colour": "mode", "order": "lightness"}),
        ("color_balance", {"algorithm": "farthest_first", "restarts": 3, "seed": 4}),
        ("none", {"weight": "prominence", "space": "lab_2_1"}),
        ("color_balance", {"weight": "prominence", "distinct": 14, "colour": "nearest"}),
    ],
)
def test_the_palettes_are_those_of_the_workflow(tmp_path, blobs, method, palette):
    configured = PALETTE | palette
    figures = study_of(tmp_path, blobs, method=method, palette=configured)
    make_pixels(tmp_path / "a.png", tmp_path / "p", **METHODS[method])
    for k in (3, 5):
        make_palette(tmp_path / "p", tmp_path / "k", image="a", k=k, **configured)
        expected = read_json(tmp_path / "k")
        assert figures["palettes"][str(k)]["colors"] == expected["colors"]
        assert figures["palettes"][str(k)]["wcss_in_space"] == expected["wcss_in_space"]
    assert (figures["kept"], figures["distinct"]) == (expected["pixels"], expected["distinct"])
    (of_method,) = (m for m in figures["methods"] if m["enhance"] == figures["enhance"])
    of_weight = of_method["palettes"][configured["weight"]]
    chosen = of_weight[configured["space"]][configured["colour"]]
    assert chosen == figures["palettes"]["5"]["colors"]


def test_every_method_is_what_the_workflow_would_find_with_it(tmp_path, blobs):
    figures = study_of(tmp_path, blobs)
    assert [m["enhance"] for m in figures["methods"]] == [
        {"method": "none"},
        {"method": "color_balance", "amount": 0.2},
        {"method": "hsl_saturation", "amount": 0.2},
        {"method": "chroma_filter", "min_chroma": 0.3, "min_value": 0.1},
        {"method": "saturation_filter", "min_saturation": 0.8},
        {"method": "color_balance", "amount": 0.5},
    ]
    for method in figures["methods"]:
        make_pixels(tmp_path / "a.png", tmp_path / "p", **method["enhance"])
        for weight, space, colour in product(WEIGHTS, SPACES, PICKS):
            choice = PALETTE | {"weight": weight, "space": space, "colour": colour}
            make_palette(tmp_path / "p", tmp_path / "k", image="a", k=5, **choice)
            expected = read_json(tmp_path / "k")
            assert method["palettes"][weight][space][colour] == expected["colors"]
            assert method["kept"] == expected["pixels"]
            assert method["fallback"] == expected["fallback"]


def test_the_published_method_stands_once_among_those_compared(tmp_path, blobs):
    published = {"method": "color_balance", "amount": 0.5}
    rgb = blobs.reshape(-1, 3)
    options = {"distinct": 0, "order": "share"}
    for methods in ([published], [{"method": "none"}]):
        found = compare_methods(rgb, 2, methods, **options)
        assert [method["enhance"] for method in found].count(published) == 1


def test_palettes_that_people_chose_stand_beside_as_many_colours(tmp_path, blobs):
    chosen = {"chosen_by": "Anna", "palette": ["#ff0000", "#00ff00"]}
    figures = study_of(tmp_path, blobs, people=[chosen])
    (told,) = figures["people"]
    ours = study_of(tmp_path, blobs, ks=[2], k=2)["palettes"]["2"]["colors"]
    assert told["ours"] == ours
    assert (told["chosen_by"], told["palette"]) == ("Anna", ["#ff0000", "#00ff00"])
    pairs = [[Color(a["hex"]).delta_e(b, method="76") for b in chosen["palette"]] for a in ours]
    least = min(pairs[0][0] + pairs[1][1], pairs[0][1] + pairs[1][0]) / 2
    assert told["difference"] == pytest.approx(least, abs=0.01)


@pytest.mark.parametrize("space", ["rgb", "lab"])
def test_each_wcss_is_the_inertia_about_its_centres(tmp_path, blobs, space):
    figures = study_of(tmp_path, blobs, method="none", palette=PALETTE | {"space": space})
    values = to_space(count_colours(blobs.reshape(-1, 3))[0], space)
    counts = count_colours(blobs.reshape(-1, 3))[1]

    def inertia(centres):
        return counts @ pairwise_distances(values, centres).min(axis=1) ** 2

    for palette in figures["palettes"].values():
        assert palette["wcss_in_space"] == pytest.approx(inertia(palette["centres"]), rel=1e-5)
        assert sum(palette["shares"]) == pytest.approx(1)
    for step in figures["lloyd"]["shown"]:
        told = figures["lloyd"]["wcss"][step["step"]]
        assert told == pytest.approx(inertia(step["centres"]), rel=1e-5)


def test_the_figures_are_small(tmp_path, blobs):
    study_of(tmp_path, blobs, ks=[3, 5, 8], k=8)
    assert (tmp_path / "a.json").stat().st_size < 110_000


def test_an_image_that_could_not_be_read_has_only_the_reason(tmp_path):
    make_thumbnail(tmp_path / "gone.jpg", tmp_path / "a.png", size=64, skip=True)
    options = {"ks": [3], "k": 3, "method": {}, "methods": [], "palette": PALETTE, "people": []}
    make_figures(tmp_path / "a.png", tmp_path / "a.json", image=IMAGE, **options)
    expected = {"image": "a", "title": IMAGE["title"], "unreadable": "no such file"}
    assert json.loads((tmp_path / "a.json").read_text()) == expected


@pytest.mark.parametrize("distinct", [1, 2])
def test_an_image_of_fewer_colours_than_k(tmp_path, distinct):
    pixels = np.zeros((4, 6, 3))
    pixels[:, 3:] = [200, 30, 30] if distinct == 2 else 0
    figures = study_of(tmp_path, pixels, method="none")
    assert len(figures["palettes"]["5"]["colors"]) == distinct
    assert figures["ks"]["ks"] == list(range(1, distinct + 1))
    assert figures["restarts"]["fast"] == [0]
    assert figures["lloyd"]["moves"] == 0


def test_a_grey_image_falls_back(tmp_path):
    greys = np.arange(60, 180, dtype=np.uint8).reshape(10, 12)
    figures = study_of(tmp_path, np.stack([greys] * 3, axis=2), method="chroma_filter")
    assert figures["fallback"]
    assert figures["kept"] == figures["pixels"] == 120


def test_clear_pixels_do_not_count(tmp_path, blobs):
    clear = np.dstack([blobs, np.full(blobs.shape[:2], 255, np.uint8)])
    clear[:10, :, 3] = 0
    figures = study_of(tmp_path, clear)
    assert figures["pixels"] == 30 * 48
    assert figures["size"] == list(Image.open(tmp_path / "a.png").size) == [48, 40]
