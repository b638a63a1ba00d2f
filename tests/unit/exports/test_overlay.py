import io
import json
import struct

import numpy as np
import pytest
from PIL import Image, ImageCms

from scripts.common.errors import InputError
from scripts.common.files import write_json
from scripts.exports.overlay import circles_within, draw_overlay
from scripts.images.thumbnail import make_thumbnail
from tests.odd_files import (
    BLUE,
    GOOD,
    RED,
    encoded,
    halves,
    icc_profile,
    orientation,
    swapped_profile,
)
from tests.page_code import run_js

GROUND, ORANGE, NAVY = (120, 130, 125), (240, 150, 40), (20, 40, 110)
PALETTE = [{"rgb": list(ORANGE), "share": 0.64}, {"rgb": list(NAVY), "share": 0.36}]


@pytest.fixture
def draw(tmp_path):
    """A function that returns the overlay of a file with some bytes, opened."""

    def draw_on(content, colours=PALETTE, crop=0):
        (tmp_path / "original").write_bytes(content)
        write_json(tmp_path / "palette.json", {"image": "x", "k": 2, "colors": colours})
        names = ("original", "palette.json", "thumbnail.png", "overlay.jpg")
        paths = [tmp_path / name for name in names]
        make_thumbnail(paths[0], paths[2], size=64, crop=crop, skip=True)
        draw_overlay(*paths, most_megapixels=179)
        image = Image.open(paths[-1])
        assert image.format == "JPEG"
        assert not image.getexif()
        return image

    return draw_on


def near(colour, expected, tolerance=4):
    return np.abs(np.subtract(colour, expected)).max() <= tolerance


def test_circles_have_the_colours_their_shares_as_areas_and_two_rings(draw):
    image = draw(encoded(Image.new("RGB", (1000, 800), GROUND), "PNG"))
    assert image.size == (1000, 800)
    # Sides 0.8 and 0.6, times min(0.3 x 1000, 0.86 x 1000 / 1.4, 0.4 x 800 / 0.8) = 300: radii of
    # 120 and 90, with (1000 - 420) / 3 px between; the line 0.03 x 800 + 120 px below the top.
    for x, radius, colour in ((313, 120, ORANGE), (717, 90, NAVY)):
        for dx, dy in ((0, 0), (radius - 3, 0), (0, radius - 3), (-radius + 3, 0)):
            assert near(image.getpixel((x + dx, 144 + dy)), colour, 12)  # JPEG, at an edge
        # The white ring is 0.0035 x 800 = 2.8 px wide, the black one half of it.
        across = np.asarray(image)[144, x : x + radius + 20].astype(int)
        assert near(across[radius + 1], (255, 255, 255), 12)
        assert across[radius + 2 : radius + 6].min() < 60
        assert near(across[radius + 9], GROUND, 8)
        inside = np.abs(np.asarray(image)[:, x - 150 : x + 150].astype(int) - colour).max(axis=2)
        assert (inside < 60).sum() == pytest.approx(np.pi * radius**2, rel=0.02)
    assert near(image.getpixel((500, 144)), GROUND)
    assert near(image.getpixel((500, 700)), GROUND)


def test_a_photograph_on_its_side_is_upright_with_circles_along_its_top(draw):
    lying = halves(size=(600, 400)).transpose(Image.Transpose.ROTATE_90)
    image = draw(encoded(lying, "JPEG", exif=orientation(6), quality=95))
    assert image.size == (600, 400)
    assert near(image.getpixel((5, 395)), RED, 6)
    assert near(image.getpixel((595, 395)), BLUE, 6)
    # Sides 0.8 and 0.6 times 0.3 x 600: 72 px of radius, 12 + 72 px below the top.
    assert near(image.getpixel((188, 84)), ORANGE)


def test_the_profile_stays_and_the_circles_look_as_in_srgb(draw):
    profile = swapped_profile()
    image = draw(encoded(Image.new("RGB", (600, 400), (255, 0, 0)), "PNG", icc_profile=profile))
    assert image.info["icc_profile"] == profile
    # In this profile red and green are swapped, exactly.
    assert near(image.getpixel((188, 84)), (150, 240, 40))
    assert near(image.getpixel((300, 390)), (255, 0, 0))


def lut8(name, inputs, outputs, corners):
    """Return an ICC lut8Type that is linear between `corners` (ICC.1:2001-04, 6.5.9)."""
    identity = [65536 if row == column else 0 for row in range(3) for column in range(3)]
    straight = bytes(range(256))
    head = struct.pack(">4sI4B9i", b"mft1", 0, inputs, outputs, 2, 0, *identity)
    return name, head + straight * inputs + bytes(corners) + straight * outputs


def black_ink_profile():
    """Return an ICC profile of CMYK in which the black ink alone makes all greys."""
    # Lab 0 is black and 255 white; a and b are 0 at 128. Each ink darkens, black does so wholly.
    lab = [
        value
        for n in range(16)
        for value in (0 if n & 1 else 255 - 60 * (n >> 1).bit_count(), 128, 128)
    ]
    cmyk = [value for n in range(8) for value in (0, 0, 0, 0 if n & 4 else 255)]
    text = struct.pack(">4sI", b"text", 0) + b"none\0\0\0\0"
    name = struct.pack(">4sII", b"desc", 0, 5) + b"inks\0" + bytes(79)
    white = struct.pack(">4sI3i", b"XYZ ", 0, 63190, 65536, 54061)
    blocks = [(b"wtpt", white), (b"cprt", text), (b"desc", name)]
    blocks += [lut8(b"A2B0", 4, 3, lab), lut8(b"B2A0", 3, 4, cmyk)]
    return icc_profile(b"prtr", b"CMYK", b"Lab ", blocks)


def test_a_picture_for_print_keeps_its_inks(draw):
    profile = black_ink_profile()
    inks = Image.new("CMYK", (600, 400), (10, 200, 30, 40))
    greys = [{"rgb": [119, 119, 119], "share": 0.64}, {"rgb": [0, 0, 0], "share": 0.36}]
    image = draw(encoded(inks, "JPEG", icc_profile=profile, quality=95), greys)
    assert image.mode == "CMYK"
    assert image.info["icc_profile"] == profile
    assert near(image.getpixel((300, 390)), (10, 200, 30, 40))
    # sRGB 119 is L* 50: half of the black ink. The second circle's middle is at 430, 84.
    assert near(image.getpixel((188, 84)), (0, 0, 0, 128), 6)
    assert near(image.getpixel((430, 84)), (0, 0, 0, 255), 6)


def in_srgb(image):
    """Return an opened file as a viewer shows it that heeds its profile."""
    profile = image.info.get("icc_profile")
    if profile is None:
        return image
    return ImageCms.profileToProfile(
        image, io.BytesIO(profile), ImageCms.createProfile("sRGB"), outputMode="RGB"
    )


@pytest.mark.filterwarnings("ignore:Corrupt EXIF data:UserWarning")
@pytest.mark.parametrize("odd", GOOD, ids=[odd.name for odd in GOOD])
def test_the_ground_of_an_odd_file_looks_as_it_must(draw, odd):
    image = in_srgb(draw(odd.content))
    assert image.mode == "RGB"
    if odd.last and image.height > 9:
        *rgb, alpha = (*odd.last, 255)[:4]
        on_white = [value * alpha / 255 + 255 - alpha for value in rgb]
        assert near(image.getpixel((image.width - 1, image.height - 1)), on_white, 8)


def test_what_was_cropped_stays_free(draw):
    image = draw(encoded(Image.new("RGB", (1000, 1000), GROUND), "PNG"), crop=0.1)
    differing = np.abs(np.asarray(image).astype(int) - GROUND).max(axis=2) > 12
    rows, columns = np.nonzero(differing)
    assert (columns.min() >= 100, columns.max() < 900, rows.min() >= 100) == (True,) * 3
    # Of 800 px that are left: sides times 240, 0.03 x 800 + 96 px below the crop.
    assert near(image.getpixel((100 + 251, 100 + 120)), ORANGE)


def test_of_an_unreadable_image_it_is_a_grey_pixel_that_tells_why(tmp_path):
    write_json(tmp_path / "p.json", {"image": "x", "k": 2, "unreadable": "an empty file"})
    draw_overlay("x.jpg", tmp_path / "p.json", "x.png", tmp_path / "x.jpg", most_megapixels=179)
    with Image.open(tmp_path / "x.jpg") as image:
        assert image.size == (1, 1)
        assert image.info["comment"] == b"cannot read x.jpg: an empty file"


def test_what_no_jpeg_can_hold_is_refused_in_one_line(draw):
    with pytest.raises(InputError, match=r"original: 70000 px long; allowed .* up to 65500$"):
        draw(encoded(Image.new("RGB", (70_000, 1)), "PNG"))


@pytest.mark.parametrize("shares", [[1.0], [0.5, 0.3, 0.2], [0.9, 0.1], [1 / 64] * 64])
def test_circles_are_side_by_side_and_as_large_as_on_the_page(shares):
    places = circles_within(shares, (50, 0, 1050, 900))
    shown = run_js(
        'import { circles } from "src/parts/picture.js";'
        f"console.log(JSON.stringify(circles({shares}, 1000)));"
    )
    expected = [(50 + circle["x"], circle["r"]) for circle in json.loads(shown)]
    np.testing.assert_allclose([(x, radius) for x, _, radius in places], expected)
    assert len({y for _, y, _ in places}) == 1


def test_on_a_panorama_circles_stay_inside():
    for _, y, radius in circles_within([0.8, 0.2], (0, 0, 30_000, 300)):
        assert 0 < y - radius < y + radius < 150
