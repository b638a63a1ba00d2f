"""Things of a known outline before grounds of many kinds."""

import io

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter

from scripts.images.backdrops import find_backdrop
from scripts.sample.painter import paint_study

SIDE = 256
GROUNDS = [(245, 245, 243), (20, 20, 22), (128, 128, 130), (200, 180, 150), (90, 110, 150)]


@pytest.fixture(scope="module")
def painted(tmp_path_factory):
    """Something of many colours, to cut things from."""
    path = tmp_path_factory.mktemp("sample") / "a.png"
    paint_study("haystacks-sunset", path)
    return Image.open(path).convert("RGB").resize((SIDE, SIDE))


def outline(random):
    """Return the mask of a disc, a turned sheet, a star or a vase."""
    mask, middle = Image.new("L", (SIDE, SIDE)), SIDE / 2
    draw, kind = ImageDraw.Draw(mask), random.integers(4)
    if kind == 0:
        r = SIDE * random.uniform(0.2, 0.42)
        draw.ellipse((middle - r, middle - 0.8 * r, middle + r, middle + r), fill=255)
    elif kind == 1:
        r = SIDE * 0.35
        draw.rectangle((middle - r, middle - 0.8 * r, middle + r, middle + 0.9 * r), fill=255)
        return mask.rotate(random.uniform(-30, 30))
    elif kind == 2:
        turn = np.linspace(0, 2 * np.pi, 60)
        r = SIDE * (0.28 + 0.1 * np.sin(turn * random.integers(3, 8)))
        draw.polygon(
            list(zip(middle + r * np.cos(turn), middle + r * np.sin(turn), strict=True)), fill=255
        )
    else:
        draw.ellipse((80, 38, 176, 140), fill=255)
        draw.polygon([(50, 230), (206, 230), (154, 100), (102, 100)], fill=255)
    return mask


def ground_of(kind, colour, mask, random):
    y, x = np.mgrid[-1 : 1 : SIDE * 1j, -1 : 1 : SIDE * 1j]
    ground = np.broadcast_to(np.array(colour, float), (SIDE, SIDE, 3)).copy()
    if kind in ("graded", "shadow"):
        ground *= (1 + 0.18 * (x * random.uniform(-1, 1) + y * random.uniform(-1, 1)))[..., None]
    if kind == "shadow":
        soft = mask.filter(ImageFilter.GaussianBlur(10))
        soft = soft.transform(mask.size, Image.Transform.AFFINE, (1, 0, -10, 0, 1, -12))
        ground *= (1 - 0.35 * np.asarray(soft) / 255)[..., None]
    if kind == "noisy":
        ground += random.normal(0, 6, ground.shape)
    return Image.fromarray(np.clip(ground, 0, 255).astype(np.uint8))


@pytest.mark.parametrize("kind", ["plain", "graded", "noisy", "shadow"])
def test_a_thing_before_a_ground_is_found_by_its_outline(painted, kind):
    random, overlaps = np.random.default_rng(1), []
    for number in range(40):
        mask = outline(random)
        picture = ground_of(kind, GROUNDS[number % len(GROUNDS)], mask, random)
        picture.paste(painted, (0, 0), mask.filter(ImageFilter.GaussianBlur(0.7)))
        file = io.BytesIO()
        picture.save(file, "JPEG", quality=88)
        ground = find_backdrop(np.asarray(Image.open(file).convert("RGB")))
        thing, found = np.asarray(mask) > 127, ~ground if ground is not None else None
        overlaps.append(0 if found is None else (thing & found).sum() / (thing | found).sum())
    assert np.median(overlaps) >= 0.95


def test_where_there_is_no_plain_ground_none_is_found(painted):
    noise = np.random.default_rng(0).integers(0, 255, (90, 120, 3)).astype(np.uint8)
    for pixels in (noise, np.asarray(painted), np.full((64, 64, 3), 200, np.uint8)):
        assert find_backdrop(pixels) is None
