import numpy as np
import pytest
from PIL import Image

from scripts.images.cropping import box_in_px, margins_of
from scripts.images.decode import UnreadableImage, read_small
from scripts.images.thumbnail import NO_GROUND, PALE, REMOVED, make_thumbnail, read_thumbnail
from tests.odd_files import BLUE, RED, encoded, halves, orientation


@pytest.mark.parametrize(
    ("crop", "margins"),
    [
        (0.1, (0.1, 0.1, 0.1, 0.1)),
        ([0.1, 0.2, 0.5, 0.6], (0.1, 0.2, 0.4, 0.2)),
        ([20, 30, 100, 60], (0.1, 0.3, 0.4, 0.1)),
        ([20, 30, 900, 900], (0.1, 0.3, 0, 0)),
    ],
)
def test_margins_are_those_of_a_crop_in_parts_or_px(crop, margins):
    assert margins_of(crop, None, (200, 100)) == pytest.approx(margins)


def test_a_crop_outside_of_the_image_is_told(tmp_path):
    halves(size=(200, 100)).save(tmp_path / "a.png")
    with pytest.raises(UnreadableImage, match=r"a crop \(300, 0, 9, 9\) outside of its 200 x 100"):
        read_small(tmp_path / "a.png", 64, crop=[300, 0, 9, 9])


@pytest.mark.parametrize(
    ("size", "margins", "box"),
    [
        ((200, 100), (0.1, 0.1, 0.1, 0.1), (20, 10, 180, 90)),
        ((200, 100), (0.5, 0.25, 0, 0), (100, 25, 200, 100)),
        ((2, 1), (0.4, 0.4, 0.4, 0.4), (0, 0, 2, 1)),
    ],
)
def test_something_is_left_of_every_image(size, margins, box):
    assert box_in_px(size, margins)[2:] > box_in_px(size, margins)[:2]
    assert box_in_px(size, margins) == box or size == (2, 1)


def test_a_crop_is_of_the_image_as_it_is_shown(tmp_path):
    # Stored with red on top, shown with red on the left after a quarter turn back.
    turned = halves(size=(400, 200)).transpose(Image.Transpose.ROTATE_270)
    (tmp_path / "a.jpg").write_bytes(encoded(turned, "JPEG", quality=95, exif=orientation(8)))
    for crop in ([0.5, 0, 0.5, 1], [200, 0, 200, 200]):
        small = read_small(tmp_path / "a.jpg", 50, crop=crop)
        assert small.image.size == (50, 50)
        np.testing.assert_allclose(np.asarray(small.image)[:, 2:].mean((0, 1)), BLUE, atol=4)


def test_the_thumbnail_tells_what_was_taken(tmp_path):
    mount = Image.new("RGB", (300, 220), (230, 220, 200))
    noise = np.random.default_rng(0).integers(0, 120, (140, 200, 3)).astype(np.uint8)
    mount.paste(Image.fromarray(noise), (60, 30))
    mount.save(tmp_path / "a.png")
    make_thumbnail(tmp_path / "a.png", tmp_path / "t.png", size=100, skip=False, crop="auto")
    told = read_thumbnail(tmp_path / "t.png")
    assert told.margins == pytest.approx((0.2, 30 / 220, 40 / 300, 50 / 220), abs=0.01)
    assert told.image.size == (100, pytest.approx(70, abs=2))

    halves().save(tmp_path / "b.png")
    make_thumbnail(tmp_path / "b.png", tmp_path / "t.png", size=64, skip=False, backdrop="remove")
    assert read_thumbnail(tmp_path / "t.png").backdrop == NO_GROUND

    thing = Image.new("RGB", (120, 120), (240, 240, 240))
    thing.paste(RED, (40, 40, 80, 80))
    thing.save(tmp_path / "c.png")
    make_thumbnail(tmp_path / "c.png", tmp_path / "t.png", size=120, skip=False, backdrop="remove")
    told = read_thumbnail(tmp_path / "t.png")
    assert told.backdrop == REMOVED
    assert told.image.getpixel((5, 5))[3] == PALE
    assert told.image.getpixel((60, 60)) == (*RED, 255)
    assert (np.asarray(told.image)[..., 3] == 255).sum() == pytest.approx(1600, rel=0.05)


def test_a_cut_jpeg_is_read_without_the_rows_that_are_missing(tmp_path):
    noise = np.random.default_rng(0).integers(0, 255, (640, 480, 3)).astype(np.uint8)
    whole = encoded(Image.fromarray(noise), "JPEG", quality=90, subsampling=0)
    for cut, rows in ((2, 640), (len(whole) // 150, 632)):
        (tmp_path / "a.jpg").write_bytes(whole[:-cut])
        make_thumbnail(tmp_path / "a.jpg", tmp_path / "t.png", size=640, skip=False)
        told = read_thumbnail(tmp_path / "t.png")
        assert told.image.size == (480, rows)
        assert "missing" in told.damage
    (tmp_path / "a.jpg").write_bytes(whole[: len(whole) * 9 // 10])
    with pytest.raises(UnreadableImage, match="truncated"):
        read_small(tmp_path / "a.jpg", 64)
