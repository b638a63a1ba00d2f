"""Colours of images by their ICC profiles: into sRGB, from it, or kept as they are."""

import io
import logging
from functools import cache

from PIL import Image, ImageCms

logger = logging.getLogger(__name__)

MODES = {"RGB": "RGB", "GRAY": "L", "CMYK": "CMYK", "Lab": "LAB"}
"""The mode of the pixels for which a colour profile can be, by the profile's colour space."""

UNUSABLE = (ImageCms.PyCMSError, OSError, KeyError, ValueError)
"""What a damaged colour profile, or one for other colours, makes Pillow raise."""


def in_srgb(image, profile):
    """Return the image in sRGB, RGB or RGBA, from the colours that `profile` (ICC) gives it."""
    shown = plain(image)
    if profile is None:
        return shown
    try:
        source, mode = _profile_for(image, profile)
        colours = shown if mode == "RGB" else image
        converted = ImageCms.profileToProfile(
            colours.convert(mode), source, _srgb(), outputMode="RGB"
        )
    except UNUSABLE as error:
        logger.warning("unusable colour profile, taken as sRGB: %s", error)
        return shown
    if shown.mode == "RGBA":
        converted.putalpha(shown.getchannel("A"))
    return converted


def in_own_colours(image, profile):
    """Return the image in the colours that it has, and the ICC profile that tells them.

    RGB, RGBA or CMYK, if `profile` tells such colours both ways; otherwise in sRGB as `in_srgb`
    returns it, and None for the profile.
    """
    mode = _kept_mode(image, profile)
    if mode is None:
        return in_srgb(image, profile), None
    return (plain(image) if mode == "RGB" else image), profile


def colours_from_srgb(rgb, profile, mode):
    """Return sRGB colours (tuples of r, g, b) as tuples in a `mode`, RGB or CMYK, with `profile`.

    A `profile` of None is sRGB.
    """
    if profile is None:
        return [tuple(colour) for colour in rgb]
    row = Image.new("RGB", (len(rgb), 1))
    row.putdata([tuple(colour) for colour in rgb])
    target = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    converted = ImageCms.profileToProfile(row, _srgb(), target, outputMode=mode)
    return [converted.getpixel((x, 0)) for x in range(len(rgb))]


def plain(image):
    """Return the image as RGB, or RGBA if any pixel may be transparent, whatever its profile."""
    return image.convert("RGBA" if image.has_transparency_data else "RGB")


def _profile_for(image, profile):
    """Return an ICC profile, opened, and the mode of its colours; raise if it is for others."""
    source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    mode = MODES[source.profile.xcolor_space.strip()]
    if mode != "RGB" and mode != image.mode.removesuffix("A"):
        raise ValueError(f"{image.mode} pixels with a profile for {mode}")
    return source, mode


def _kept_mode(image, profile):
    """Return RGB or CMYK if `profile` tells such colours of the image both ways, or else None."""
    if profile is None:
        return None
    try:
        source, mode = _profile_for(image, profile)
        if mode not in ("RGB", "CMYK"):
            return None
        # A scanner's profile, for one, only leads to other colours, and not back.
        ImageCms.buildTransform(source, _srgb(), mode, "RGB")
        ImageCms.buildTransform(_srgb(), source, "RGB", mode)
    except UNUSABLE:
        return None
    return mode


@cache
def _srgb():
    return ImageCms.createProfile("sRGB")
