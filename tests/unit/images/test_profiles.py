import pytest
from PIL import Image

from scripts.images.profiles import colours_from_srgb, in_own_colours, in_srgb
from tests.odd_files import swapped_profile

COLOUR, SWAPPED = (40, 200, 90), (200, 40, 90)


def near(found, expected):
    return max(abs(a - b) for a, b in zip(found, expected, strict=True)) <= 2


@pytest.mark.parametrize("alpha", [(), (128,)], ids=["opaque", "half clear"])
def test_a_profile_that_swaps_red_and_green_is_undone_and_alpha_kept(alpha):
    image = Image.new("RGBA" if alpha else "RGB", (2, 1), COLOUR + alpha)
    converted = in_srgb(image, swapped_profile())
    assert converted.mode == image.mode
    assert near(converted.getpixel((0, 0)), SWAPPED + alpha)


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_own_colours_stay_as_they_are_with_their_profile(mode):
    profile = swapped_profile()  # which tells the time that it was made
    image = Image.new("RGB", (2, 1), COLOUR).convert(mode)
    kept, told = in_own_colours(image, profile)
    assert told == profile
    assert kept.convert("RGB").getpixel((0, 0)) == COLOUR


@pytest.mark.parametrize("profile", [None, b"", b"no profile at all"])
def test_without_a_usable_profile_colours_are_those_of_srgb(profile):
    image = Image.new("RGB", (2, 1), COLOUR)
    kept, left = in_own_colours(image, profile)
    assert (kept.getpixel((0, 0)), left) == (COLOUR, None)
    assert in_srgb(image, profile).getpixel((0, 0)) == COLOUR


def test_colours_of_srgb_are_told_in_a_profile():
    assert colours_from_srgb([COLOUR, [1, 2, 3]], None, "RGB") == [COLOUR, (1, 2, 3)]
    (told,) = colours_from_srgb([COLOUR], swapped_profile(), "RGB")
    assert near(told, SWAPPED)
