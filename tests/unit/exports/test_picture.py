import numpy as np
import pytest
from PIL import Image

from scripts.exports.picture import make_picture
from scripts.images.decode import UnreadableImage
from tests.odd_files import BLUE, RED, orientation


def made(source, target, **changed):
    options = {"size": 400, "crop": 0, "skip": False, "most_megapixels": 50}
    make_picture(source, target, **options | changed)
    return Image.open(target)


def test_a_picture_is_webp_as_long_as_asked_for_and_never_enlarged(tmp_path):
    for width, height, size in ((1000, 500, (400, 200)), (300, 200, (300, 200))):
        Image.new("RGB", (width, height), RED).save(tmp_path / "a.png")
        with made(tmp_path / "a.png", tmp_path / "a.webp") as picture:
            assert (picture.format, picture.size) == ("WEBP", size)
            assert "icc_profile" not in picture.info


def test_it_is_upright_and_without_what_is_cropped(tmp_path):
    Image.new("RGB", (200, 100), BLUE).save(tmp_path / "a.jpg", exif=orientation(6))
    with made(tmp_path / "a.jpg", tmp_path / "a.webp") as picture:
        assert picture.size == (100, 200)
    with made(tmp_path / "a.jpg", tmp_path / "a.webp", crop=0.25) as picture:
        assert picture.size == (50, 100)
        assert np.abs(np.asarray(picture).astype(int) - BLUE).max() < 12


def test_what_cannot_be_read_stops_or_is_one_grey_pixel(tmp_path):
    (tmp_path / "a.jpg").write_bytes(b"no picture")
    with pytest.raises(UnreadableImage):
        made(tmp_path / "a.jpg", tmp_path / "a.webp")
    assert not (tmp_path / "a.webp").exists()
    with made(tmp_path / "a.jpg", tmp_path / "a.webp", skip=True) as picture:
        assert picture.size == (1, 1)
