"""Every kind of image file, held against Chromium, or where that shows none, against its source."""

import base64
import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from scripts.images.decode import UnreadableImage, read_small, read_whole
from scripts.images.profiles import in_srgb
from tests.image_kinds import for_browsers, for_other_viewers, scene, tiff

ROOT = Path(__file__).parents[3]
IMAGES = Path(os.environ.get("PALETTES_IMAGES", ROOT.parent / "shared/images"))
TYPES = {
    **{suffix: "image/jpeg" for suffix in (".jpg", ".jfif")},
    **{f".{kind}": f"image/{kind}" for kind in ("png", "webp", "avif", "gif", "bmp")},
}
# Where standards or people's eyes differ from Chromium.
NOT_AS_CHROMIUM = {
    "avif-pq.avif": "Chromium clips what is brighter than white; we map its tones",
    "turned.webp": "Chromium passes over the EXIF block of WebP, which says how it is to be turned",
    "jpeg-no-eoi.jpg": "Chromium leaves the last rows out, which are there; Firefox shows them",
}
CANVAS = """async (url) => {
  const image = new Image();
  image.src = url;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
  const context = canvas.getContext("2d", { colorSpace: "srgb" });
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  let text = "";
  for (let at = 0; at < data.length; at += 8192)
    text += String.fromCharCode(...data.subarray(at, at + 8192));
  return [canvas.width, canvas.height, btoa(text)];
}"""
BROWSERS, OTHERS = for_browsers(), for_other_viewers()


@pytest.fixture(scope="module")
def shown(browser):
    """A function that returns the pixels that Chromium shows of a file, h x w x 4, in sRGB."""
    page = browser.new_page()

    def pixels_of(path):
        data = base64.b64encode(path.read_bytes()).decode()
        width, height, text = page.evaluate(CANVAS, f"data:{TYPES[path.suffix]};base64,{data}")
        return np.frombuffer(base64.b64decode(text), np.uint8).reshape(height, width, 4)

    yield pixels_of
    page.close()


def patches(pixels):
    """Return the means of 4 x 4 patches of an image, transparent pixels as black."""
    pixels = pixels.astype(float)
    if pixels.shape[2] == 4:
        pixels = np.dstack([pixels[..., :3] * (pixels[..., 3:] / 255), pixels[..., 3]])
    rows = np.array_split(pixels, 4)
    return np.array([part.mean((0, 1)) for row in rows for part in np.array_split(row, 4, axis=1)])


def assert_alike(found, expected):
    assert found.shape[:2] == expected.shape[:2]
    if found.shape[2] != expected.shape[2]:
        found, expected = (
            pixels if pixels.shape[2] == 4 else np.dstack([pixels, np.full(pixels.shape[:2], 255)])
            for pixels in (found, expected)
        )
    np.testing.assert_allclose(patches(found), patches(expected), atol=2)


def names(kinds):
    return [kind.name for kind in kinds]


AS_CHROMIUM = [kind for kind in BROWSERS if kind.name not in NOT_AS_CHROMIUM]


@pytest.mark.parametrize("kind", AS_CHROMIUM, ids=names(AS_CHROMIUM))
def test_it_is_read_as_a_browser_shows_it(tmp_path, shown, kind):
    path = tmp_path / kind.name
    path.write_bytes(kind.content)
    expected = shown(path)
    assert_alike(np.asarray(read_small(path, 256).image), expected)
    if expected[..., 3].min() == 255:
        assert_alike(np.asarray(in_srgb(*read_whole(path))), expected)


@pytest.mark.parametrize("kind", OTHERS, ids=names(OTHERS))
def test_it_is_read_as_what_it_was_made_of(tmp_path, kind):
    path = tmp_path / kind.name
    path.write_bytes(kind.content)
    assert_alike(np.asarray(read_small(path, 256).image), kind.pixels)
    if kind.pixels.shape[2] == 3:
        assert_alike(np.asarray(in_srgb(*read_whole(path))), kind.pixels)


@pytest.mark.skipif(not IMAGES.is_dir(), reason="no files that others read wrongly")
@pytest.mark.parametrize(
    "path",
    sorted(path for path in IMAGES.glob("*") if path.suffix in TYPES),
    ids=lambda path: path.name,
)
def test_files_that_others_read_wrongly_are_as_a_browser_shows_them(shown, path):
    found = np.asarray(read_small(path, 4096).image)
    if path.name not in NOT_AS_CHROMIUM:
        assert_alike(found, shown(path))


def test_a_tiff_is_reduced_while_it_is_read(tmp_path):
    pixels = np.kron(np.asarray(scene(), np.uint16) * 257, np.ones((7, 7, 1), np.uint16))
    for name, options in {"strips": {"rowsperstrip": 5}, "tiles": {"tile": (48, 80)}}.items():
        path = tmp_path / f"{name}.tif"
        path.write_bytes(tiff(pixels, photometric="rgb", **options))
        expected = scene().resize((32, 24), Image.Resampling.BOX)
        found = read_small(path, 32).image
        assert found.size == (32, 24)
        assert_alike(np.asarray(found), np.asarray(expected))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (tiff(np.zeros((9, 9), np.complex64)), "a TIFF of 64-bit complex numbers (MINISBLACK)"),
    ],
)
def test_a_tiff_that_cannot_be_read_is_named_for_what_it_is(tmp_path, content, reason):
    (tmp_path / "a.tif").write_bytes(content)
    with pytest.raises(UnreadableImage) as refusal:
        read_small(tmp_path / "a.tif", 64)
    assert reason in refusal.value.reason


def test_the_limit_of_megapixels_can_be_set(tmp_path):
    for name, content in {
        "a.png": BROWSERS[names(BROWSERS).index("plain.png")].content,
        "a.tif": tiff(np.asarray(scene(), np.uint16), photometric="rgb"),
        "a.jxl": OTHERS[names(OTHERS).index("plain.jxl")].content,
        "a.heic": OTHERS[names(OTHERS).index("plain.heic")].content,
    }.items():
        (tmp_path / name).write_bytes(content)
        # 128 x 96 px are 0.012288 megapixels.
        assert read_small(tmp_path / name, 64, most_megapixels=0.0123).image.size == (64, 48)
        with pytest.raises(UnreadableImage, match=r"allowed: up to 0.0122 \(thumbnail.most_meg"):
            read_small(tmp_path / name, 64, most_megapixels=0.0122)
