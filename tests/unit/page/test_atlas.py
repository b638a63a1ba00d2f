import json

import numpy as np
import pytest
from PIL import Image

from scripts.images.thumbnail import make_thumbnail, read_thumbnail
from scripts.page import atlas
from scripts.page.atlas import TILES, make_atlas, tile_side

RED, GREEN, BLUE = (210, 40, 30), (40, 160, 60), (30, 60, 200)


@pytest.fixture
def packed(tmp_path):
    """Return a function that packs images of (mode, size, colour) and reads the result back."""

    def made(*images):
        paths = []
        for i, (mode, size, colour) in enumerate(images):
            paths.append(tmp_path / f"{i}.png")
            Image.new(mode, size, colour).save(paths[-1])
        sheet, places = tmp_path / "sheet.webp", tmp_path / "places.json"
        make_atlas(paths, sheet, places, code="")
        return Image.open(sheet), json.loads(places.read_text())

    return made


def colour_of(sheet, places, i):
    """Return the mean colour of image i in the sheet, less a margin where WebP smears."""
    left, top = i % places["columns"] * places["tile"], i // places["columns"] * places["tile"]
    width, height = places["sizes"][i]
    inside = np.asarray(sheet.crop((left, top, left + width, top + height)))[2:-2, 2:-2]
    return inside.reshape(-1, inside.shape[-1]).mean(axis=0)


def test_each_image_is_at_its_place_in_the_order_given(packed):
    sheet, places = packed(
        ("RGB", (256, 128), RED), ("RGB", (100, 256), GREEN), ("RGB", (256, 256), BLUE)
    )
    assert places == {"tile": 256, "columns": 2, "sizes": [[256, 128], [100, 256], [256, 256]]}
    assert sheet.format == "WEBP"
    assert sheet.size == (512, 512)
    for i, colour in enumerate((RED, GREEN, BLUE)):
        assert colour_of(sheet, places, i) == pytest.approx(colour, abs=6)


def test_images_keep_their_proportions_in_smaller_tiles(packed):
    _, places = packed(*[("RGB", (256, 128), RED)] * 50, ("RGB", (64, 256), GREEN))
    assert places["tile"] == 128
    assert places["sizes"] == [[128, 64]] * 50 + [[32, 128]]


def test_images_that_could_not_be_read_are_left_out(tmp_path):
    paths = [tmp_path / f"{i}.png" for i in range(3)]
    for path, colour in zip(paths[::2], (RED, BLUE), strict=True):
        Image.new("RGB", (64, 64), colour).save(path)
    make_thumbnail(tmp_path / "gone.jpg", paths[1], size=64, crop=0, skip=True)
    make_atlas(paths, tmp_path / "sheet.webp", tmp_path / "places.json", code="")
    places = json.loads((tmp_path / "places.json").read_text())
    assert places["sizes"] == [[64, 64]] * 2
    sheet = Image.open(tmp_path / "sheet.webp")
    assert colour_of(sheet, places, 1) == pytest.approx(BLUE, abs=6)


def test_no_image_is_enlarged(packed):
    _, places = packed(("RGB", (20, 10), RED))
    assert places["sizes"] == [[20, 10]]


def test_what_is_transparent_is_white(packed):
    sheet, places = packed(
        ("RGBA", (64, 64), (*RED, 0)), ("RGBA", (64, 64), (*RED, 255)), ("LA", (64, 64), (0, 0))
    )
    assert sheet.mode == "RGB"
    assert colour_of(sheet, places, 0) == pytest.approx((255, 255, 255), abs=4)
    assert colour_of(sheet, places, 1) == pytest.approx(RED, abs=6)
    assert colour_of(sheet, places, 2) == pytest.approx((255, 255, 255), abs=4)


def test_grey_and_palette_images_are_packed(packed):
    sheet, places = packed(("L", (64, 64), 90), ("P", (64, 64), 0))
    assert colour_of(sheet, places, 0) == pytest.approx((90, 90, 90), abs=4)


@pytest.mark.parametrize("count", [0, 20_001])
def test_without_a_sheet_there_are_no_places(tmp_path, count):
    sheet, places = tmp_path / "sheet.webp", tmp_path / "places.json"
    make_atlas(["missing.png"] * count, sheet, places, code="")
    assert sheet.read_bytes() == b""
    assert json.loads(places.read_text()) == {"tile": 0, "columns": 0, "sizes": []}


def test_the_largest_sheet_of_each_tile_is_within_what_webp_can_hold():
    for count, tile in TILES:
        assert tile_side(count) == tile
        columns = int(np.ceil(np.sqrt(count)))
        assert columns * tile <= 16_383


def test_the_same_images_give_the_same_bytes(tmp_path, packed):
    images = [("RGB", (200, 100), RED), ("RGB", (90, 140), BLUE)]
    files = tmp_path / "sheet.webp", tmp_path / "places.json"
    packed(*images)
    first = [file.read_bytes() for file in files]
    packed(*images)
    assert first == [file.read_bytes() for file in files]


@pytest.fixture
def make(tmp_path):
    """Return a function that packs thumbnails by a name and a colour each, and returns the bytes
    of sheet and places; a colour of None is that of an image that could not be read."""

    def made(colours, folder="page", code=""):
        paths = []
        for name, colour in colours.items():
            paths.append(tmp_path / "thumbnails" / f"{name}.png")
            paths[-1].parent.mkdir(exist_ok=True)
            if colour is None:
                make_thumbnail(tmp_path / "gone.jpg", paths[-1], size=64, crop=0, skip=True)
            else:
                Image.new("RGB", (80, 40 + 10 * len(name)), colour).save(paths[-1])
        outputs = [tmp_path / folder / name for name in ("sheet.webp", "places.json")]
        make_atlas(paths, *outputs, code=code)
        return [output.read_bytes() for output in outputs]

    return made


@pytest.mark.parametrize("seed", range(6))
def test_after_additions_and_removals_the_bytes_are_those_from_scratch(make, seed):
    chance = np.random.default_rng(seed)
    colours = {}
    for step in range(5):
        for name in chance.choice(list("abcdefgh"), 3):
            colours.pop(name, None)
        for name in chance.choice(list("abcdefgh"), 3):
            colours[name] = (
                None if chance.random() < 0.2 else tuple(chance.integers(0, 256, 3).tolist())
            )
        some = dict(sorted(colours.items(), key=lambda item: (step % 2, item[0])))
        assert make(some) == make(some, f"anew-{step}")


def test_only_what_is_new_is_read(make, monkeypatch):
    read = []

    def noted(path):
        read.append(path.stem)
        return read_thumbnail(path)

    make({"a": RED, "b": GREEN, "c": BLUE})
    monkeypatch.setattr(atlas, "read_thumbnail", noted)
    make({"c": BLUE, "d": GREEN, "b": BLUE})
    # What is new is the content: that of d was there as b, and that of b as c.
    assert read == []
    make({"c": BLUE, "e": (1, 2, 3), "a": RED})
    assert read == ["e", "a"]


def test_tiles_of_another_size_are_made_anew(make, monkeypatch):
    few = {"a": RED, "bb": GREEN}
    make(few)
    monkeypatch.setattr(atlas, "TILES", ((1, 256), (400, 32)))
    assert make(few) == make(few, "anew")


def test_tiles_of_another_code_are_made_anew(make, tmp_path):
    few = {"a": RED, "bb": GREEN}
    first = make(few, code="old")
    kept = tmp_path / "page/kept/sheet.npz"
    arrays = dict(np.load(kept))
    np.savez(kept, **arrays | {"tiles": 255 - arrays["tiles"]})
    assert make(few, code="old") != first
    np.savez(kept, **arrays | {"tiles": 255 - arrays["tiles"]})
    assert make(few, code="new") == first
