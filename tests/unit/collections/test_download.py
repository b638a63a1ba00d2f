from io import BytesIO

import pytest
from PIL import Image

from scripts.collections.download import download_image
from scripts.common.errors import InputError
from scripts.images.decode import check_image
from tests.server import SETTINGS, body, error_page, slow, status, truncated


def jpeg():
    """Return a JPEG of noise."""
    file = BytesIO()
    Image.effect_noise((300, 200), 50).save(file, "JPEG")
    return file.getvalue()


def test_an_image_is_kept_as_it_came(server, tmp_path):
    content = jpeg()
    server.answers["/a"] = [body(content, "application/octet-stream")]
    settings = SETTINGS | {"max_bytes": 10**6}
    download_image(f"{server.address}/a", tmp_path / "a", check=check_image, **settings)
    assert (tmp_path / "a").read_bytes() == content


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (
            error_page(),
            r"/a: 35 bytes of text/html; charset=utf-8: .*html.*; allowed: an",
        ),
        (
            body(b""),
            r"/a: 0 bytes of image/jpeg: an empty file; allowed: an image",
        ),
        (
            body(jpeg()[:-5000]),
            r"of image/jpeg: image file is truncated.*; allowed: an image",
        ),
        (status(404), r"HTTP 404"),
        (truncated(jpeg()), r"broken connection"),
        (body(b"0" * 10**6 + b"0"), r"more bytes"),
        (slow(jpeg(), pause=0.1), r"not yet all"),
    ],
)
def test_a_failed_download_leaves_nothing_and_costs_nothing(server, tmp_path, answer, words):
    server.answers["/a"] = [answer]
    settings = SETTINGS | {"max_bytes": 10**6, "deadline": 0.2}
    for there in [{}, {"a": "the one before"}]:
        for name, content in there.items():
            (tmp_path / name).write_text(content)
        with pytest.raises(InputError, match=words):
            download_image(f"{server.address}/a", tmp_path / "a", check=check_image, **settings)
        assert {path.name: path.read_text() for path in tmp_path.iterdir()} == there
