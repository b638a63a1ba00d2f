"""Pictures of a high dynamic range as those of a plain screen: one tone map, hue kept."""

import numpy as np
from PIL import Image

from scripts.images.icc import to_xyz
from scripts.images.signals import D65, HLG, SRGB

WHITE = 203  # cd/m², what paper is in a picture of HDR. ITU-R BT.2408
PEAK = 1000  # cd/m², that of a screen for HLG
KNEE = 0.6
LUMINANCE = np.array([0.2126, 0.7152, 0.0722])  # of sRGB's light. ITU-R BT.709
ROWS = 256  # at a time


def to_sdr(image, hdr):
    """Return an image, RGB or RGBA of 8 bits, of colours that `hdr` tells, as one in sRGB.

    Light is taken in parts of diffuse white. A colour whose brightest channel m is up to the knee k
    stays; above it m becomes k + (1 - k) (1 - exp(-(m - k) / (1 - k))), which goes on smoothly and
    ends at white, and the others with it. What is outside of sRGB moves towards its grey.
    """
    matrix = np.linalg.inv(to_xyz(np.array(SRGB), np.array(D65))) @ to_xyz(
        np.array(hdr.primaries), np.array(hdr.white)
    )
    light_of = _hlg_light if hdr.curve == HLG else _pq_light
    pixels = np.asarray(image)
    out = pixels.copy()
    for top in range(0, len(pixels), ROWS):
        light = light_of(pixels[top : top + ROWS, :, :3] / 255) @ matrix.T / WHITE
        out[top : top + ROWS, :, :3] = np.rint(255 * _srgb_values(_tone_mapped(light)))
    return Image.fromarray(out, image.mode)


def _tone_mapped(light):
    brightest = np.maximum(light.max(axis=-1, keepdims=True), 0)
    over = np.maximum(brightest - KNEE, 0) / (1 - KNEE)
    mapped = np.minimum(brightest, KNEE) + (1 - KNEE) * -np.expm1(-over)
    colour = light * np.divide(mapped, brightest, where=brightest > 0, out=np.ones_like(mapped))
    # The part of the way from grey to colour at which the first channel reaches 0.
    grey = np.maximum(colour @ LUMINANCE, 0)[..., None]
    way = grey / np.maximum(grey - colour.min(axis=-1, keepdims=True), 1e-9)
    return grey + (colour - grey) * np.minimum(way, 1)


def _pq_light(values):
    """Return light in cd/m² of values of SMPTE ST 2084, 0 to 1."""
    root = values ** (1 / 78.84375)
    part = np.maximum(root - 0.8359375, 0) / (18.8515625 - 18.6875 * root)
    return 10_000 * part ** (1 / 0.1593017578125)


def _hlg_light(values):
    """Return light in cd/m² of values of ARIB STD-B67, 0 to 1, on a screen of PEAK."""
    scene = np.where(
        values <= 0.5, values**2 / 3, (np.exp((values - 0.55991073) / 0.17883277) + 0.28466892) / 12
    )
    luminance = scene @ np.array([0.2627, 0.6780, 0.0593])
    return PEAK * scene * np.maximum(luminance, 1e-9)[..., None] ** 0.2


def _srgb_values(light):
    light = np.clip(light, 0, 1)
    return np.where(light <= 0.0031308, 12.92 * light, 1.055 * light ** (1 / 2.4) - 0.055)
