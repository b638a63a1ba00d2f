"""Colours in the spaces that palettes are found in: sRGB, OKLab, CIELAB, and its lightness halved.

Everywhere sRGB runs from 0 to 255 and colours are the last axis of an array (..., 3). Products with
3 x 3 matrices are added up in a fixed order, which BLAS would not promise, so that the same colour
has the same bytes on every machine.
"""

import numpy as np

# Björn Ottosson, "A perceptual color space for image processing" (2020).
LMS_OF_LINEAR = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
OKLAB_OF_LMS = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)
LMS_OF_OKLAB = np.array(
    [
        [1.0, 0.3963377774, 0.2158037573],
        [1.0, -0.1055613458, -0.0638541728],
        [1.0, -0.0894841775, -1.2914855480],
    ]
)
LINEAR_OF_LMS = np.array(
    [
        [4.0767416621, -3.3077115913, 0.2309699292],
        [-1.2684380046, 2.6097574011, -0.3413193965],
        [-0.0041960863, -0.7034186147, 1.7076147010],
    ]
)
# IEC 61966-2-1 (sRGB), white point D65.
XYZ_OF_LINEAR = np.array(
    [
        [0.4123907993, 0.3575843394, 0.1804807884],
        [0.2126390059, 0.7151686788, 0.0721923154],
        [0.0193308187, 0.1191947798, 0.9505321522],
    ]
)
LINEAR_OF_XYZ = np.linalg.inv(XYZ_OF_LINEAR)
WHITE = XYZ_OF_LINEAR.sum(axis=1)
GREY = 0.022
"""Chroma in OKLCh below which a colour is grey to the eye, on the page too."""
# CIE 15 (CIELAB): where the cube root gives way to a line.
EPSILON, KAPPA = 216 / 24389, 24389 / 27


def to_space(rgb, space):
    """Return sRGB colours in `space`: rgb (as they are), or as floats in another of SPACES."""
    return SPACES[space][0](rgb)


def to_rgb(values, space):
    """Return colours of `space` as floats in sRGB, clipped to its gamut."""
    return np.clip(SPACES[space][1](np.asarray(values, dtype=np.float64)), 0, 255)


def oklab_of_rgb(rgb):
    """Return sRGB colours as OKLab: lightness 0 to 1, and a and b."""
    return _times(np.cbrt(_times(_linear(rgb), LMS_OF_LINEAR)), OKLAB_OF_LMS)


def rgb_of_oklab(lab):
    """Return OKLab colours as sRGB, outside 0 to 255 where no screen shows them."""
    return _gamma(_times(_times(lab, LMS_OF_OKLAB) ** 3, LINEAR_OF_LMS))


def lab_of_rgb(rgb):
    """Return sRGB colours as CIELAB, white point D65: lightness 0 to 100, and a and b."""
    return np.stack(_lab_planes(rgb), axis=-1)


def rgb_of_lab(lab):
    """Return CIELAB colours, white point D65, as sRGB, outside 0 to 255 where none shows them."""
    y = (lab[..., 0] + 16) / 116
    f = np.stack([y + lab[..., 1] / 500, y, y - lab[..., 2] / 200], axis=-1)
    ratio = np.where(f**3 > EPSILON, f**3, (116 * f - 16) / KAPPA)
    return _gamma(_times(ratio * WHITE, LINEAR_OF_XYZ))


def lab_2_1_of_rgb(rgb):
    """Return sRGB colours as CIELAB with lightness halved, 0 to 50.

    Distances are then those of ΔE with the parametric factors 2:1, by which textiles are accepted:
    a difference of lightness counts half as much as one of chroma or hue.
    """
    lightness, a, b = _lab_planes(rgb)
    return np.stack([lightness / 2, a, b], axis=-1)


def rgb_of_lab_2_1(values):
    """Return what `lab_2_1_of_rgb` gives as sRGB, as `rgb_of_lab` does."""
    return rgb_of_lab(values * [2, 1, 1])


def oklch_of_rgb(rgb):
    """Return sRGB colours as OKLCh: lightness 0 to 1, chroma, and hue in degrees, 0 for greys."""
    lightness, a, b = np.moveaxis(oklab_of_rgb(rgb), -1, 0)
    chroma = np.hypot(a, b)
    hue = np.where(chroma < 1e-4, 0.0, np.degrees(np.arctan2(b, a)) % 360)
    return np.stack([lightness, chroma, hue], axis=-1)


def _linear(rgb):
    rgb = np.asarray(rgb)
    if rgb.dtype == np.uint8:
        return LINEAR_OF_BYTE[rgb]
    c = rgb / 255
    return np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)


def _gamma(linear):
    power = np.maximum(linear, 0.0031308) ** (1 / 2.4)
    return 255 * np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * power - 0.055)


def _lab_planes(rgb):
    """Return the channels of sRGB colours in CIELAB, each an array."""
    planes = _planes(_linear(rgb), XYZ_OF_LINEAR)
    x, y, z = (_lab_curve(plane / white) for plane, white in zip(planes, WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _lab_curve(ratio):
    return np.where(ratio > EPSILON, np.cbrt(ratio), (KAPPA * ratio + 16) / 116)


def _times(colours, matrix):
    """Return colours @ matrix.T."""
    return np.stack(_planes(colours, matrix), axis=-1)


def _planes(colours, matrix):
    """Return the channels of colours @ matrix.T, each an array: the faster to go on with."""
    x, y, z = np.moveaxis(colours, -1, 0)
    return [x * row[0] + y * row[1] + z * row[2] for row in matrix]


def _unchanged(rgb):
    return rgb


SPACES = {
    "rgb": (_unchanged, _unchanged),
    "oklab": (oklab_of_rgb, rgb_of_oklab),
    "lab": (lab_of_rgb, rgb_of_lab),
    "lab_2_1": (lab_2_1_of_rgb, rgb_of_lab_2_1),
}
LINEAR_OF_BYTE = _linear(np.arange(256.0))
