import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from scripts.images.decode import UnreadableImage, read_small
from tests.odd_files import BAD, BLUE, GOOD, RED, halves

ROOT = Path(__file__).parents[3]


def small(*arguments, **options):
    """Return the image alone that read_small reads."""
    return read_small(*arguments, **options).image


def names(odds):
    return [odd.name for odd in odds]


@pytest.mark.filterwarnings("ignore:Corrupt EXIF data:UserWarning")
@pytest.mark.parametrize("odd", GOOD, ids=names(GOOD))
def test_what_must_come_out_of_an_odd_file(tmp_path, odd):
    (tmp_path / odd.name).write_bytes(odd.content)
    image = small(tmp_path / odd.name, 96)
    assert image.mode == ("RGBA" if len(odd.first) == 4 else "RGB")
    if odd.size:
        assert image.size == odd.size
    np.testing.assert_allclose(image.getpixel((0, 0)), odd.first, atol=6)
    if odd.last:
        corner = image.width - 1, image.height - 1
        np.testing.assert_allclose(image.getpixel(corner), odd.last, atol=6)


def test_a_colour_declared_to_be_transparent_mixes_into_no_other(tmp_path):
    stripes = Image.fromarray(np.tile(np.array([RED, BLUE], np.uint8), (90, 45, 1)))
    stripes.save(tmp_path / "stripes.png", transparency=BLUE)
    middle = np.asarray(small(tmp_path / "stripes.png", 45))[20, 10:-10]
    assert (abs(middle - (*RED, 127.5)) <= 3).all()


@pytest.mark.parametrize("odd", BAD, ids=names(BAD))
def test_why_a_file_cannot_be_read(tmp_path, odd):
    (tmp_path / odd.name).write_bytes(odd.content)
    with pytest.raises(UnreadableImage) as refusal:
        small(tmp_path / odd.name, 96)
    assert refusal.value.reason.endswith(odd.reason)
    assert str(refusal.value) == f"cannot read {tmp_path / odd.name}: {refusal.value.reason}"
    assert "\n" not in str(refusal.value)


def test_a_link_to_nothing_is_told_from_a_missing_file(tmp_path):
    (tmp_path / "link.jpg").symlink_to(tmp_path / "nowhere.jpg")
    with pytest.raises(UnreadableImage, match="a link to a file that is not there"):
        small(tmp_path / "link.jpg", 96)
    with pytest.raises(UnreadableImage, match="no such file"):
        small(tmp_path / "nowhere.jpg", 96)
    with pytest.raises(UnreadableImage, match="a folder, not an image"):
        small(tmp_path, 96)


def test_a_file_that_may_not_be_read_is_named(tmp_path):
    halves().save(tmp_path / "secret.png")
    (tmp_path / "secret.png").chmod(0)
    user = os.geteuid()
    if user == 0:
        # Root may read everything: become nobody, who may look into the folder.
        for folder in (tmp_path, *tmp_path.parents[:3]):
            folder.chmod(0o755)
        os.seteuid(65534)
    try:
        with pytest.raises(UnreadableImage, match="permission denied"):
            small(tmp_path / "secret.png", 96)
    finally:
        os.seteuid(user)


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
@pytest.mark.parametrize("damage", range(60))
def test_no_damage_makes_more_than_one_line(tmp_path, damage):
    rng = np.random.default_rng(damage)
    odd = GOOD[damage % len(GOOD)]
    content = np.frombuffer(odd.content, np.uint8).copy()
    content[rng.integers(0, len(content), 1 + len(content) // 50)] = rng.integers(0, 256)
    (tmp_path / odd.name).write_bytes(content.tobytes())
    said = ""
    try:
        assert small(tmp_path / odd.name, 32).mode in ("RGB", "RGBA")
    except UnreadableImage as error:
        said = str(error)
    assert "\n" not in said


@pytest.mark.parametrize(("size", "expected"), [(40, (40, 20)), (1000, (160, 80))])
def test_a_frame_is_taken_off_each_side(tmp_path, size, expected):
    picture = Image.new("RGB", (200, 100), (0, 0, 0))
    picture.paste(halves(size=(160, 80)), (20, 10))
    picture.save(tmp_path / "framed.png")
    image = small(tmp_path / "framed.png", size, crop=0.1)
    assert image.size == pytest.approx(expected, abs=1)
    # What is left of the frame is what the reduction mixed into the outermost pixels.
    inner = np.asarray(image)[2:-2, 2:-2].astype(int)
    assert (abs(inner[:, :10] - RED) <= 6).all()
    assert (abs(inner[:, -10:] - BLUE) <= 6).all()


def test_nothing_is_cropped_away_whole(tmp_path):
    Image.new("RGB", (2, 1), RED).save(tmp_path / "tiny.png")
    assert small(tmp_path / "tiny.png", 96, crop=0.4).size == (2, 1)


def test_a_progressive_jpeg_of_100_megapixels_takes_less_than_a_gigabyte(tmp_path):
    halves(size=(12_000, 8_400)).save(tmp_path / "large.jpg", progressive=True)
    done = subprocess.run(
        [
            *(sys.executable, "-c"),
            "import resource, sys; from scripts.images.decode import read_small;"
            "resource.setrlimit(resource.RLIMIT_AS, (10**9, 10**9));"
            "print(*read_small(sys.argv[1], 256).image.size)",
            tmp_path / "large.jpg",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "256 179\n"
