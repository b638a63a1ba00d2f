"""The sample: its table, and all 36 studies painted once."""

import itertools
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from scripts.collections.ids import VALID_ID
from scripts.sample import motifs
from scripts.sample.composition import View
from scripts.sample.lights import LIGHTS
from scripts.sample.painter import paint_study
from scripts.sample.studies import SIZES, STUDIES, sample_collection

ROOT = Path(__file__).parents[3]
IDS = [study.image_id for study in STUDIES]


def motif_of(image_id):
    return image_id.split("-")[0]


def in_new_process(code, *arguments):
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


@pytest.fixture(scope="session")
def originals(shared):
    def fill(folder):
        folder.mkdir()
        for image_id in IDS:
            paint_study(image_id, folder / f"{image_id}.png")

    return shared("originals", fill)


@pytest.fixture(scope="module")
def pixels(originals):
    return {
        image_id: np.asarray(Image.open(originals / f"{image_id}.png")).reshape(-1, 3).astype(int)
        for image_id in IDS
    }


def test_collection_has_36_studies_with_an_id_a_title_and_a_year():
    collection = sample_collection()
    assert len(collection) == 36
    assert all(list(study) == ["image_id", "title", "year"] for study in collection)


def test_ids_are_unique_and_can_stand_in_paths():
    assert len(set(IDS)) == 36
    assert all(VALID_ID.fullmatch(image_id) for image_id in IDS)


def test_titles_are_unique_and_not_blank():
    titles = [study.title for study in STUDIES]
    assert len(set(titles)) == 36
    assert all(title.strip() for title in titles)


def test_years_run_from_1867_to_1919_in_order():
    years = [study.year for study in STUDIES]
    assert years == sorted(years)
    assert (years[0], years[-1]) == (1867, 1919)


def test_reading_the_table_imports_nothing_heavy():
    code = "import sys, scripts.sample.studies; print(*{'numpy', 'PIL'} & set(sys.modules))"
    assert in_new_process(code).split() == []


def test_every_study_has_a_light_and_every_light_a_study():
    assert sorted(LIGHTS) == sorted(IDS)


@pytest.mark.parametrize("image_id", IDS)
def test_every_scale_of_a_light_is_of_hex_colours_and_used(image_id):
    used = set()

    class Watched(dict):
        def __getitem__(self, key):
            used.add(key)
            return super().__getitem__(key)

    light = Watched(LIGHTS[image_id])
    view = View(SIZES[motif_of(image_id)], np.random.default_rng(0))
    for _ in getattr(motifs, motif_of(image_id))(view, light):
        pass
    assert used == set(light)
    assert all(re.fullmatch(r"[0-9a-f]{6}( [0-9a-f]{6})*", scale) for scale in light.values())


@pytest.mark.parametrize("image_id", IDS)
def test_study_is_a_png_of_the_size_of_its_motif(originals, image_id):
    with Image.open(originals / f"{image_id}.png") as image:
        assert (image.format, image.mode) == ("PNG", "RGB")
        assert image.size == SIZES[motif_of(image_id)]
        assert max(image.size) == 640


@pytest.mark.parametrize("image_id", IDS)
def test_study_is_of_broken_colour_without_flat_areas(pixels, image_id):
    colours, counts = np.unique(pixels[image_id] @ [65536, 256, 1], return_counts=True)
    assert len(colours) > 10_000
    assert counts.max() / counts.sum() < 0.01


def test_another_process_and_order_give_the_same_bytes(originals, tmp_path):
    one_of_each = list({motif_of(image_id): image_id for image_id in IDS}.values())
    code = (
        "import sys; from pathlib import Path; from scripts.sample.painter import paint_study\n"
        "for i in sys.argv[2:]: paint_study(i, Path(sys.argv[1]) / f'{i}.png')"
    )
    in_new_process(code, tmp_path, *reversed(one_of_each))
    for image_id in one_of_each:
        name = f"{image_id}.png"
        assert (tmp_path / name).read_bytes() == (originals / name).read_bytes()


def test_lights_of_one_motif_differ_by_30_in_mean_rgb(pixels):
    mean = {image_id: pixels[image_id].mean(axis=0) for image_id in IDS}
    for a, b in itertools.combinations(IDS, 2):
        if motif_of(a) == motif_of(b):
            assert np.linalg.norm(mean[a] - mean[b]) > 30, (a, b)


def test_sample_spans_night_and_snow_grey_and_blaze(pixels):
    value = [pixels[image_id].mean() for image_id in IDS]
    chroma = [np.ptp(pixels[image_id], axis=1).mean() for image_id in IDS]
    assert min(value) < 55
    assert max(value) > 195
    assert min(chroma) < 10
    assert max(chroma) > 100


def test_unknown_study_is_one_line_that_names_it(tmp_path):
    with pytest.raises(ValueError, match="no study 'mona-lisa'") as refusal:
        paint_study("mona-lisa", tmp_path / "mona-lisa.png")
    assert "\n" not in str(refusal.value)
    assert list(tmp_path.iterdir()) == []
