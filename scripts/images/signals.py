"""Colours that files tell by other means than an ICC profile: CICP, and gAMA and cHRM of PNG.

Code points: ITU-T H.273. Precedence: https://www.w3.org/TR/png-3/#color-chunk-precendence
"""

import logging
import struct
from typing import NamedTuple

import numpy as np

from scripts.images.icc import matrix_profile

logger = logging.getLogger(__name__)

D65, DCI_WHITE = (0.3127, 0.3290), (0.314, 0.351)
SRGB = ((0.64, 0.33), (0.30, 0.60), (0.15, 0.06))
PRIMARIES = {
    1: (SRGB, D65),
    4: (((0.67, 0.33), (0.21, 0.71), (0.14, 0.08)), (0.310, 0.316)),
    5: (((0.64, 0.33), (0.29, 0.60), (0.15, 0.06)), D65),
    6: (((0.63, 0.34), (0.31, 0.595), (0.155, 0.07)), D65),
    7: (((0.63, 0.34), (0.31, 0.595), (0.155, 0.07)), D65),
    9: (((0.708, 0.292), (0.170, 0.797), (0.131, 0.046)), D65),
    11: (((0.680, 0.320), (0.265, 0.690), (0.150, 0.060)), DCI_WHITE),
    12: (((0.680, 0.320), (0.265, 0.690), (0.150, 0.060)), D65),
}
"""Primaries and white (x, y) by H.273's ColourPrimaries."""
PQ, HLG, SRGB_CURVE, UNSPECIFIED = 16, 18, 13, 2
# As browsers do, moving pictures' curves (BT.709, 601, 2020) are taken for that of sRGB.
LIKE_SRGB = frozenset({1, 6, 7, 11, 12, SRGB_CURVE, 14, 15, UNSPECIFIED})
POWERS = {4: 2.2, 5: 2.8, 8: 1.0, 17: 2.6}
STILL_SRGB = 0.02  # of a gamma of 1 / 2.2, and of coordinates
HEAD = 1 << 16  # bytes, in which the boxes of AVIF and HEIF stand
PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"


class Hdr(NamedTuple):
    """Colours of a high dynamic range: the primaries and white (x, y), and the curve, PQ or HLG."""

    primaries: tuple
    white: tuple
    curve: int


def colours_told(image, path):
    """Return what tells the colours of an opened image: an ICC profile, an Hdr, or None for sRGB.

    Signals that make no sense are told in the log, and sRGB is assumed.
    """
    profile = image.info.get("icc_profile")
    try:
        if image.format == "PNG":
            return _of_png(image, path, profile)
        if image.format in ("AVIF", "HEIF"):
            return profile or _of_cicp(*_nclx(path))
    except (ValueError, struct.error, FloatingPointError) as error:
        logger.warning("colours told oddly, taken as sRGB: %s", error)
        return None
    return profile


def srgb_light(values):
    """Return the linear light of sRGB values, 0 to 1. IEC 61966-2-1."""
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def _of_png(image, path, profile):
    cicp = _png_chunk(path, b"cICP")
    if cicp and len(cicp) == 4 and cicp[2] == 0:
        return _of_cicp(cicp[0], cicp[1])
    if profile or "srgb" in image.info:
        return profile
    gamma, told = image.info.get("gamma"), image.info.get("chromaticity")
    if not gamma or image.mode not in ("RGB", "RGBA", "P", "L", "LA", "1", "I;16", "PA"):
        return None
    white, primaries = (told[:2], (told[2:4], told[4:6], told[6:8])) if told else (D65, SRGB)
    is_srgb = np.allclose(
        [*white, *sum(map(tuple, primaries), ())], [*D65, *sum(SRGB, ())], atol=0.002
    )
    if is_srgb and abs(gamma * 2.2 - 1) < STILL_SRGB:
        return None
    return matrix_profile(primaries, white, lambda values: values ** (1 / gamma))


def _of_cicp(primaries, transfer):
    """Return what tells the colours of H.273's code points; None if they are those of sRGB."""
    colours, white = PRIMARIES.get(primaries, PRIMARIES[1])
    if transfer in (PQ, HLG):
        return Hdr(colours, white, transfer)
    if transfer in POWERS:
        return matrix_profile(colours, white, lambda values: values ** POWERS[transfer])
    if transfer not in LIKE_SRGB:
        logger.warning("transfer characteristics %d, taken as sRGB's", transfer)
    return None if colours == SRGB and white == D65 else matrix_profile(colours, white, srgb_light)


def _nclx(path):
    """Return ColourPrimaries and TransferCharacteristics of an AVIF or HEIF file; sRGB's if none.

    ISO/IEC 14496-12, ColourInformationBox.
    """
    with open(path, "rb") as file:
        head = file.read(HEAD)
    at = head.find(b"colrnclx")
    if at < 0:
        return 1, SRGB_CURVE
    return struct.unpack(">HH", head[at + 8 : at + 12])


def _png_chunk(path, name):
    """Return the data of the first chunk of a name before a PNG's pixels, or None."""
    with open(path, "rb") as file:
        if file.read(8) != PNG_SIGNATURE:
            return None
        while len(head := file.read(8)) == 8:
            length, kind = struct.unpack(">I4s", head)
            if kind == name:
                return file.read(min(length, 64))
            if kind in (b"IDAT", b"IEND"):
                return None
            file.seek(length + 4, 1)
    return None
