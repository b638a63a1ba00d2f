import numpy as np
import pytest
from PIL import Image

from scripts.common.errors import InputError
from scripts.images.thumbnail import make_thumbnail, read_thumbnail
from tests.odd_files import halves

RED, BLUE = (200, 30, 40), (30, 60, 190)


def thumbnail_of(path, size=64):
    make_thumbnail(path, path.with_name("out.png"), size=size, skip=False)
    with Image.open(path.with_name("out.png")) as image:
        image.load()
        return image


@pytest.mark.parametrize(
    ("given", "expected"),
    [((640, 480), (64, 48)), ((480, 640), (48, 64)), ((20, 10), (20, 10)), ((3000, 1), (64, 1))],
)
def test_the_long_side_is_the_size_and_nothing_is_enlarged(tmp_path, given, expected):
    Image.new("RGB", given, RED).save(tmp_path / "a.png")
    assert thumbnail_of(tmp_path / "a.png").size == expected


def test_it_is_turned_upright_as_exif_says(tmp_path):
    image = Image.new("RGB", (200, 100), RED)
    image.paste(BLUE, (0, 0, 100, 100))
    exif = Image.Exif()
    exif[0x0112] = 6  # shown after a quarter turn clockwise: what was left is then on top
    image.save(tmp_path / "a.jpg", exif=exif, quality=95)
    thumbnail = thumbnail_of(tmp_path / "a.jpg")
    assert thumbnail.size == (32, 64)
    np.testing.assert_allclose(thumbnail.getpixel((16, 8)), BLUE, atol=6)
    np.testing.assert_allclose(thumbnail.getpixel((16, 56)), RED, atol=6)


@pytest.mark.parametrize("mode", ["RGB", "L", "P", "1", "CMYK", "LA", "RGBA", "PA"])
def test_every_mode_becomes_rgb_or_rgba(tmp_path, mode):
    image = Image.new("RGB", (100, 100), (255, 255, 255)).convert(mode)
    suffix = "tif" if mode in ("CMYK", "PA") else "png"
    image.save(tmp_path / f"a.{suffix}")
    thumbnail = thumbnail_of(tmp_path / f"a.{suffix}")
    assert thumbnail.mode == ("RGBA" if mode in ("LA", "RGBA", "PA") else "RGB")
    assert thumbnail.getpixel((32, 32))[:3] == (255, 255, 255)


def test_listed_colours_are_averaged_not_their_numbers(tmp_path):
    stripes = np.zeros((128, 128), np.uint8)
    stripes[:, ::2] = 2  # black and white beside each other, with green between them in the list
    image = Image.fromarray(stripes, mode="P")
    image.putpalette([0, 0, 0, 0, 255, 0, 255, 255, 255])
    image.save(tmp_path / "a.png")
    np.testing.assert_allclose(thumbnail_of(tmp_path / "a.png", 32).getpixel((16, 16)), 127, atol=3)


def test_transparency_is_kept(tmp_path):
    image = Image.new("RGBA", (100, 100), (*RED, 0))
    image.paste((*BLUE, 255), (0, 0, 50, 100))
    image.save(tmp_path / "a.png")
    thumbnail = thumbnail_of(tmp_path / "a.png")
    assert thumbnail.getpixel((8, 32)) == (*BLUE, 255)
    assert thumbnail.getpixel((56, 32))[3] == 0


def test_without_leave_to_skip_a_broken_image_leaves_no_file(tmp_path):
    (tmp_path / "bad.jpg").write_bytes(b"<html></html>")
    with pytest.raises(InputError, match=r"cannot read .*bad\.jpg: not an image"):
        make_thumbnail(tmp_path / "bad.jpg", tmp_path / "out.png", size=64, skip=False)
    assert not (tmp_path / "out.png").exists()


def test_with_leave_to_skip_it_leaves_a_transparent_pixel_and_the_reason(tmp_path):
    (tmp_path / "bad.jpg").write_bytes("<Nymphéas 睡蓮>".encode())
    make_thumbnail(tmp_path / "bad.jpg", tmp_path / "out.png", size=64, skip=True)
    image, unreadable, *_ = read_thumbnail(tmp_path / "out.png")
    assert image.getpixel((0, 0)) == (0, 0, 0, 0)
    assert unreadable == "not an image of a known kind"
    halves().save(tmp_path / "good.png")
    make_thumbnail(tmp_path / "good.png", tmp_path / "out.png", size=64, skip=True)
    image, unreadable, *_ = read_thumbnail(tmp_path / "out.png")
    assert (image.size, unreadable) == ((64, 43), None)


def test_the_same_image_gives_the_same_bytes(tmp_path):
    noise = np.random.default_rng(0).integers(0, 255, (90, 120, 3), dtype=np.uint8)
    Image.fromarray(noise).save(tmp_path / "a.jpg")
    for name in ["one.png", "two.png"]:
        make_thumbnail(tmp_path / "a.jpg", tmp_path / name, size=64, skip=False)
    assert (tmp_path / "one.png").read_bytes() == (tmp_path / "two.png").read_bytes()
