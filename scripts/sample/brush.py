"""Lay brush strokes on a canvas: bristle marks, broken colour and the relief of the paint.

A canvas is an RGBA image whose fourth channel is not transparency but the thickness of the paint,
so that one paste of a mark leaves both its colour and its relief.
"""

from functools import cache
from typing import NamedTuple

import numpy as np
from PIL import Image

from scripts.colour.spaces import to_rgb, to_space

ANGLES = 24
BENDS = (-0.35, 0.1, 0.4)


class Strokes(NamedTuple):
    """n strokes: centres in px, angles in radians, OKLab colours (n, 3), brush sizes in px."""

    x: np.ndarray
    y: np.ndarray
    angle: np.ndarray
    colour: np.ndarray
    length: np.ndarray
    width: np.ndarray


def srgb(lab):
    """Return OKLab colours (..., 3) as sRGB bytes, clipped to the gamut."""
    return np.rint(to_rgb(lab, "oklab")).astype(np.uint8)


def ramp(colours, tone):
    """Return the OKLab colours at `tone` (0 to 1) of a scale of evenly spaced hex `colours`."""
    stops = to_space([list(bytes.fromhex(colour)) for colour in colours.split()], "oklab")
    places = np.linspace(0, 1, len(stops))
    return np.stack([np.interp(tone, places, channel) for channel in stops.T], axis=-1)


def jitter(lab, rng, amount):
    """Return OKLab colours (n, 3) varied in lightness and hue, the hue of greys least."""
    chroma = np.hypot(lab[:, 1], lab[:, 2])
    reach = np.column_stack([np.full(len(lab), 0.7), *2 * [np.minimum(0.25 + 7 * chroma, 1)]])
    return lab + amount * reach * rng.normal(size=lab.shape)


@cache
def marks(length, width):
    """Return the marks of a brush of length by width px, in half a turn of angles and all bends.

    A mark is (left, top, body, ridges): where it starts from its centre, in px, and the masks of
    what the whole brush and what its most loaded bristles leave.
    """
    rng = np.random.Generator(np.random.PCG64([length, width]))
    reach = (length + width) // 2 + 2
    v_px, u_px = np.mgrid[-reach : reach + 1, -reach : reach + 1].astype(float)
    bristles = np.linspace(-1.2, 1.2, max(4, round(width * 0.9)))
    found = []
    for step in range(ANGLES):
        cos, sin = np.cos(np.pi * step / ANGLES), np.sin(np.pi * step / ANGLES)
        u = (u_px * cos + v_px * sin) / (length / 2)
        across = (v_px * cos - u_px * sin) / (width / 2)
        for bend in BENDS:
            v = across + bend * (u * u - 0.4)
            loads = rng.random((3, len(bristles)))
            load, start, end = (np.interp(v, bristles, each) for each in loads)
            sides = np.clip((1 - 0.4 * u * u - abs(v)) * width / 2 + 0.5, 0, 1)
            ends = np.clip((u + 1 - 0.3 * start) * length / 4, 0, 1)
            ends *= np.clip((1 - 0.5 * end - u) * length / 6, 0, 1)
            body = sides * ends * (0.62 + 0.38 * load)
            ridges = sides * ends * np.clip(3 * load - 1.7, 0, 0.9)
            body, ridges = (Image.fromarray((255 * m).astype(np.uint8)) for m in (body, ridges))
            box = body.getbbox()
            found.append((box[0] - reach, box[1] - reach, body.crop(box), ridges.crop(box)))
    return found


def lay(canvas, strokes, rng):
    """Paint `strokes` on the RGBA `canvas`, in order; each carries a second, close colour."""
    n = len(strokes.x)
    kind = np.rint(strokes.angle * ANGLES / np.pi).astype(int) % ANGLES * len(BENDS)
    kind += rng.integers(len(BENDS), size=n)
    body = np.column_stack([srgb(strokes.colour), rng.integers(60, 150, n)])
    ridges = np.column_stack([srgb(jitter(strokes.colour, rng, 0.022)), rng.integers(130, 230, n)])
    place = np.column_stack([strokes.x, strokes.y, strokes.length, strokes.width])
    place = np.rint(place).astype(int)
    for k, (x, y, length, width), under, over in zip(
        *(each.tolist() for each in (kind, place, body, ridges)), strict=True
    ):
        left, top, mark, ridge = marks(length, width)[k]
        canvas.paste(tuple(under), (x + left, y + top), mark)
        canvas.paste(tuple(over), (x + left, y + top), ridge)


def lit(canvas, rng):
    """Return the RGB picture of a canvas: its paint and its weave lit from the top left."""
    paint = np.asarray(canvas).astype(np.int16)
    thickness = np.pad(paint[..., 3], ((1, 0), (1, 0)), mode="edge")
    slope = 2 * thickness[1:, 1:] - thickness[:-1, :-1] - thickness[:-1, 1:]
    rows, columns = np.ogrid[: canvas.height, : canvas.width]
    weave = (rows + columns // 2) % 3 + (columns + rows // 2) % 3 - 2
    grain = rng.integers(-2, 3, slope.shape, dtype=np.int8)
    light = np.clip(slope // 9, -18, 18) + weave.astype(np.int16) + grain
    return Image.fromarray(np.clip(paint[..., :3] + light[..., None], 0, 255).astype(np.uint8))
