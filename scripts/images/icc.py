"""ICC profiles of colours that are told by primaries and a curve. ICC.1:2001-04 (version 2.4)."""

import struct

import numpy as np

D50 = np.array([0.9642, 1.0, 0.8249])
# Bradford's cone responses, by which ICC profiles adapt a white to D50. ICC.1:2022, annex E.
BRADFORD = np.array(
    [[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]]
)
STEPS = 4096


def matrix_profile(primaries, white, light_of):
    """Return an ICC profile of RGB colours as bytes.

    `primaries` are x and y of red, green and blue, 3 x 2, `white` those of the white point;
    `light_of` returns the linear light (0 to 1) of values from 0 to 1, an array.

    Raises ValueError if the primaries are no triangle around light.
    """
    matrix = _to_d50(np.asarray(primaries, float), np.asarray(white, float))
    values = np.linspace(0, 1, STEPS)
    curve = np.clip(np.rint(light_of(values) * 65535), 0, 65535).astype(">u2")
    tone = struct.pack(">4sII", b"curv", 0, STEPS) + curve.tobytes()
    blocks = [
        (b"desc", struct.pack(">4sII", b"desc", 0, 5) + b"told\0" + bytes(79)),
        (b"cprt", struct.pack(">4sI", b"text", 0) + b"none\0\0\0\0"),
        (b"wtpt", _xyz(D50)),
        *(
            (name + b"XYZ", _xyz(column))
            for name, column in zip((b"r", b"g", b"b"), matrix.T, strict=True)
        ),
        *((name + b"TRC", tone) for name in (b"r", b"g", b"b")),
    ]
    tags, data, start = b"", b"", 128 + 4 + 12 * len(blocks)
    for name, block in blocks:
        tags += struct.pack(">4sII", name, start + len(data), len(block))
        data += block + bytes(-len(block) % 4)
    head = struct.pack(
        ">I4sI4s4s4s6H4s4sI4s4sQI3i4s",
        *(start + len(data), b"none", 0x02400000, b"mntr", b"RGB ", b"XYZ ", 2000, 1, 1, 0, 0, 0),
        *(b"acsp", b"none", 0, b"none", b"none", 0, 0, *_fixed(D50), b"none"),
    )
    return head.ljust(128, b"\0") + struct.pack(">I", len(blocks)) + tags + data


def to_xyz(primaries, white):
    """Return the matrix from linear RGB of these primaries and white (x, y) to XYZ, 3 x 3.

    Raises ValueError if they span no colours. Formula: SMPTE RP 177-1993.
    """
    points = np.column_stack([primaries, 1 - primaries.sum(axis=1)]).T
    light = np.append(white, 1 - white.sum()) / max(white[1], 1e-6)
    if abs(np.linalg.det(points)) < 1e-6:
        raise ValueError("primaries without a triangle between them")
    matrix = points * np.linalg.solve(points, light)
    if not (matrix[1] > 0).all():
        raise ValueError("primaries that do not surround the white")
    return matrix


def _to_d50(primaries, white):
    cones = BRADFORD @ (np.append(white, 1 - white.sum()) / white[1])
    adapted = np.linalg.inv(BRADFORD) @ np.diag(BRADFORD @ D50 / cones) @ BRADFORD
    return adapted @ to_xyz(primaries, white)


def _xyz(values):
    return struct.pack(">4sI3i", b"XYZ ", 0, *_fixed(values))


def _fixed(values):
    return [round(float(value) * 65536) for value in values]
