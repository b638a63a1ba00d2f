"""Borders of a known width around paintings, and paintings that have none."""

import io
import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from scripts.images.borders import find_borders
from scripts.sample.painter import paint_study
from scripts.sample.studies import sample_collection

ROOT = Path(__file__).parents[3]
COLLECTIONS = Path(os.environ.get("PALETTES_COLLECTIONS", ROOT.parent / "shared/collections"))
GROUNDS = {"black": (4, 4, 6), "white": (250, 250, 248), "mount": (214, 202, 180)}
LONG_SIDE = 512
# These of met40 have a thin black bed of their own, which borders are found with.
WITH_BORDERS = {
    f"met_{number}"
    for number in (437104, 437105, 437109, 437118, 437119, 437120, 437123, 437130, 438006, 438008)
}


@pytest.fixture(scope="module")
def paintings(tmp_path_factory):
    """Paintings without a border: of met40 if it is there, else of the sample."""
    files = sorted((COLLECTIONS / "met40").glob("*.jpg"))
    if not files:
        folder = tmp_path_factory.mktemp("sample")
        files = [folder / f"{study['image_id']}.png" for study in sample_collection()[:8]]
        for file in files:
            paint_study(file.stem, file)
    opened = [Image.open(file).convert("RGB") for file in files if file.stem not in WITH_BORDERS]
    for painting in opened:
        painting.thumbnail((LONG_SIDE, LONG_SIDE))
    return opened


def bordered(painting, random, ground, noise=0, turned=0):
    """Return a painting with a border on each side or all but one, and how wide each is."""
    (width, height), parts = painting.size, random.uniform(0.02, 0.15, 4)
    if random.random() < 0.5:
        parts[random.integers(4)] = 0
    left, top, right, bottom = (parts * (width, height, width, height)).round().astype(int)
    size = (width + left + right, height + top + bottom)
    around = Image.new("RGB", size, ground)
    around.paste(painting, (int(left), int(top)))
    middle = (left + width / 2, top + height / 2)
    around = around.rotate(turned, Image.Resampling.BICUBIC, center=middle, fillcolor=ground)
    pixels = np.asarray(around, float)
    outside = np.ones(pixels.shape[:2], bool)
    outside[top : top + height, left : left + width] = False
    pixels = pixels + random.normal(0, 1, pixels.shape) * noise * outside[..., None]
    file = io.BytesIO()
    Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8)).save(file, "JPEG", quality=70)
    seen = Image.open(file).convert("RGB")
    seen.thumbnail((LONG_SIDE, LONG_SIDE))
    sides = (size[0], size[1], size[0], size[1])
    return np.asarray(seen), np.divide((left, top, right, bottom), sides)


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize(("noise", "turned"), [(0, False), (4, False), (4, True)])
def test_borders_are_found_to_a_hundredth_of_the_side(paintings, ground, noise, turned):
    random = np.random.default_rng(len(ground) + noise)
    off = []
    for painting in paintings:
        angle = random.uniform(-1, 1) if turned else 0
        seen, truth = bordered(painting, random, GROUNDS[ground], noise, angle)
        off += list(np.abs(find_borders(seen) - truth))
    assert np.mean(np.array(off) <= 0.01) >= 0.95


def test_paintings_without_a_border_stay_whole(paintings):
    for painting in paintings:
        assert max(find_borders(np.asarray(painting))) <= 0.01


@pytest.mark.skipif(not COLLECTIONS.is_dir(), reason="no collections of paintings")
def test_snow_and_night_stay_whole():
    cropped = []
    for file in sorted((COLLECTIONS / "monet300").glob("*.jpg")):
        depths = find_borders(np.asarray(Image.open(file).convert("RGB")))
        cropped += [file.name] if max(depths) > 0.01 else []
    assert cropped == []


def test_skies_that_fade_and_plain_pictures_have_no_border():
    fade = np.linspace(40, 250, 300).astype(np.uint8)
    for pixels in (np.tile(fade[:, None, None], (1, 200, 3)), np.full((90, 120, 3), 255, np.uint8)):
        assert find_borders(pixels) == [0, 0, 0, 0]
    # A flat sky over a straight horizon: one side alone is no border.
    sea = np.full((200, 300, 3), (150, 180, 220), np.uint8)
    sea[40:] = np.random.default_rng(0).integers(0, 255, (160, 300, 3))
    assert find_borders(sea) == [0, 0, 0, 0]
