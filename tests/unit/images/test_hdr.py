import numpy as np
import pytest
from coloraide.everything import ColorAll as Color
from PIL import Image

from scripts.images.hdr import KNEE, to_sdr
from scripts.images.signals import HLG, PQ, PRIMARIES, Hdr

SPACES = {PQ: "rec2100-pq", HLG: "rec2100-hlg"}


def shown(rgb, curve):
    """Return a colour of BT.2020, 0 to 255, as it is shown."""
    image = Image.new("RGB", (2, 2), rgb)
    return np.array(to_sdr(image, Hdr(*PRIMARIES[9], curve)).getpixel((0, 0)))


@pytest.mark.parametrize("curve", [PQ])
@pytest.mark.parametrize("rgb", [(0, 0, 0), (90, 90, 90), (128, 128, 128), (110, 120, 100)])
def test_what_is_darker_than_the_knee_is_as_another_library_has_it(rgb, curve):
    # coloraide too takes 203 cd/m² for white.
    expected = Color(SPACES[curve], [value / 255 for value in rgb]).convert("srgb")
    assert expected.convert("xyz-d65")["y"] < KNEE
    np.testing.assert_allclose(shown(rgb, curve), 255 * np.array(expected[:3]), atol=1.5)


@pytest.mark.parametrize("curve", [PQ, HLG])
def test_greys_stay_grey_and_in_order_and_never_pass_white(curve):
    greys = np.array([shown((value,) * 3, curve) for value in range(0, 256, 5)])
    assert (np.ptp(greys, axis=1) <= 1).all()
    assert (np.diff(greys[:, 1].astype(int)) >= 0).all()
    assert greys[0].max() == 0
    assert 235 <= greys[-1].min() <= 255


@pytest.mark.parametrize("rgb", [(180, 90, 60), (60, 170, 90), (90, 80, 190), (255, 0, 0)])
def test_bright_colours_keep_their_hue(rgb):
    told = Color("rec2100-pq", [value / 255 for value in rgb]).convert("oklch")
    found = Color("srgb", list(shown(rgb, PQ) / 255)).convert("oklch")
    assert abs((told["h"] - found["h"] + 180) % 360 - 180) < 15
