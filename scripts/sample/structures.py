"""Buildings, trains and boats that the motifs set in their scenery.

Each function but `facade` yields layers from back to front; x, y is the foot of what it paints.
"""

import numpy as np

from scripts.sample.composition import UPRIGHT, Area, Touches, line, outline, solid
from scripts.sample.scenery import figure, reflected


def house(view, x, y, wide, tall, colours):
    """Yield a cottage with its foot at x, y: walls in the first colours, roof in the last."""
    walls = view.inside("0,0 0,-62 100,-62 100,0", x, y, wide, tall)
    roof = view.inside("-12,-58 18,-100 82,-100 112,-58", x, y, wide, tall)
    yield solid(walls, 0.15 + 0.2 * view.noise(20, 20), colours, UPRIGHT)
    yield solid(roof, 0.9, colours, 0.1)


def facade(aspect):
    """Return the reliefs of a Gothic front, back to front, as (points, height)."""
    arch = "-100,0 -100,-55 -85,-70 -55,-86 0,-100 55,-86 85,-70 100,-55 100,0"
    bar = "0,0 100,0 100,1.2 0,1.2"
    shapes = [(outline(bar, y=y), 0.8) for y in (0.19, 0.5, 0.54)]
    shapes.append((outline("45,30 53,7 61,30"), 0.9))
    for x in np.linspace(0.02, 0.98, 25):
        shapes.append((outline(arch, x, 0.54, 0.013, 0.032), 0.3))
    for x in (0.03, 0.12, 0.21, 0.86, 0.95):
        for foot, tall in ((0.18, 0.11), (0.48, 0.26)):
            shapes.append((outline(arch, x, foot, 0.03, tall), 0.75))
            shapes.append((outline(arch, x, foot, 0.022, tall - 0.015), 0.15))
    turns = np.linspace(0, 2 * np.pi, 31)
    ring = np.column_stack([np.cos(turns), aspect * np.sin(turns)])
    rose = np.array([0.53, 0.37])
    for radius, height in ((0.12, 0.85), (0.1, 0.5), (0.09, 0.2)):
        shapes.append((rose + radius * ring, height))
    for tip in ring[::3]:
        shapes.append(([rose - 0.005, rose + 0.005, rose + 0.09 * tip], 0.65))
    for x, half, tall in ((0.12, 0.13, 0.3), (0.92, 0.11, 0.3), (0.53, 0.19, 0.39)):
        for wide, high, height in ((1.05, 1.37, 0.95), (0.8, 1.24, 0.7)):
            gable = f"-100,{-55 / high} 0,-100 100,{-55 / high}"
            shapes.append((outline(gable, x, 0.96, wide * half, high * tall), height))
        for scale, height in (
            (0.92, 0.85),
            (0.82, 0.5),
            (0.72, 0.75),
            (0.62, 0.38),
            (0.5, 0.55),
            (0.4, 0.05),
        ):
            rise = tall * (0.55 + 0.45 * scale)
            shapes.append((outline(arch, x, 0.96, scale * half, rise), height))
    for x in np.linspace(0.395, 0.665, 8):
        shapes.append((outline("-1,29 -1,24 0,21 1,24 1,29", x), 0.9))
    for x, top in ((0.27, 0.18), (0.345, 0.22), (0.715, 0.22), (0.79, 0.16)):
        pinnacle = f"-2,97 -1.8,{100 * top + 6} 0,{100 * top - 4} 1.8,{100 * top + 6} 2,97"
        shapes.append((outline(pinnacle, x), 1.0))
        for y in (0.42, 0.54, 0.69, 0.83):
            shapes.append((outline(arch, x, y, 0.01, 0.07), 0.55))
    return shapes


def windmill(view, light, x, y):
    """Yield a windmill on its thatched base, with its foot at x, y."""
    for path, colours, tone, angle in (
        ("-4,-13 -2.5,-31 2.5,-31 4,-13", light["mill"], (view.x - x) * 9 + 0.4, UPRIGHT),
        ("-3.5,-30 -2,-35 2,-35.5 3.5,-30", light["mill"], 0.9, 0.0),
        ("-11,-5 -6,-14 6,-14 11,-5", light["roof"], 0.5 + 0.5 * view.noise(9, 9), 1.3),
        ("-9,0 -9,-6 8,-6 8,0", light["mill"], 0.2, UPRIGHT),
    ):
        yield solid(view.inside(path, x, y), tone, colours, angle, 11, 5)
    for turn in np.arange(4) * UPRIGHT + 0.35:
        tip = np.array([0.15 * np.cos(turn) / view.aspect, 0.19 * np.sin(turn)])
        side = np.array([-0.012 * np.sin(turn), 0.014 * np.cos(turn)])
        hub = np.array([x, y - 0.3])
        yield line(view, [hub, hub + tip], light["mill"], 4, 12, 1.0)
        yield line(view, [hub + 0.3 * tip + side, hub + tip + side], light["roof"], 6, 9, 0.4)


def glass_roof(view, light):
    """Yield the gable of an iron hall seen from inside, with its skylights and columns."""
    gable = 0.07 + 0.5 * abs(view.x - 0.5)
    slant = np.where(view.x < 0.5, -0.35, 0.35)
    tone = 0.45 + 0.5 * view.noise(9, 6)
    yield Area((view.y < gable) * 1.0, tone, light["iron"], slant)
    panes = (abs(view.y - gable + 0.115) < 0.05) * 1.0
    yield Area(panes, tone, light["glass"], slant, 13, 5, cover=2.2)
    for x in np.linspace(2, 98, 17):
        y = 7 + abs(x - 50) / 2
        bar = outline(f"{x},{y} {50 + 1.15 * (x - 50)},{y - 17}")
        yield line(view, bar, light["iron"], 3, 12, 0.1)
    for x in (20, 35, 50, 65, 80):
        rod = outline(f"{x},{8 + abs(x - 50) / 2} {x},34.5")
        yield line(view, rod, light["iron"], 3, 12, 0.3)
    yield line(view, outline("0,34.5 100,34.5"), light["iron"], 3, 16, 0.3)
    for path in ("0,32 50,7 100,32", "5,30 5,76", "95,30 95,76"):
        yield line(view, outline(path), light["iron"], 9, 17, 0.08, 0.1)


def engine(view, light, x, y, size, tone):
    """Yield a locomotive seen from the front, a little from the side."""
    place = x, y, 0.065 * size, 0.2 * size
    length, width = max(9, round(13 * size)), max(3, round(5 * size))
    for path, lighter in (
        ("0,-90 340,-75 340,-5 0,0", 0.3),
        ("220,-115 350,-110 350,-60 220,-60", 0.2),
        ("-100,-50 100,-50 100,0 -100,0", 0.05),
    ):
        side = tone + lighter + 0.2 * view.noise(12, 12)
        yield solid(view.inside(path, *place), side, light["engine"], 1.5, length, width)
    boiler = x, y - 0.124 * size
    far, around = view.distance(*boiler) / (0.08 * size), view.around(*boiler)
    door = tone + 0.35 * (far < 0.6)
    yield solid((far < 1) * 1.0, door, light["engine"], around, length, width)
    rim = (abs(far - 0.95) < 0.14) * (view.y < boiler[1])
    yield solid(rim * 1.0, 0.9, light["engine"], around, length, 3)
    for path, colours, thick, shade in (
        ("0,-100 0,-150", light["engine"], 15, tone),
        ("-35,-150 35,-150", light["engine"], 7, tone + 0.3),
        ("-120,-16 120,-16", light["lamp"], 7, 0.05),
    ):
        yield line(view, outline(path, *place), colours, round(thick * size), length, shade, 0.08)
    for lamp in outline("-80,-30 80,-30", *place):
        yield Touches(*lamp, light["lamp"], 0, round(9 * size), round(8 * size), 0.95, 0.05)


def boat(view, x, y, size, colours):
    """Yield a rowing boat with two people, and its broken reflection."""
    width = max(4, round(0.17 * size * view.size[0]))
    down = view.rng.random(24)
    across = size * (0.5 - 0.2 * down) * view.rng.normal(size=24)
    thin = max(3, width // 3)
    yield Touches(x + across, y + size * (0.25 + down), colours, 0, 3 * width, thin, 0.8)
    place = x, y, size, size
    hull = outline("-100,-10 -60,8 50,10 100,-14", *place)
    yield line(view, hull, colours, width, 2 * width, 0.1)
    for path in ("-25,0 -17,-68", "30,0 40,-32"):
        body = outline(path, *place)
        yield line(view, body, colours, round(0.8 * width), width + 3, 0.2)
        head = body[1][0], body[1][1] - 0.15 * size
        yield Touches(*head, colours, 0, width, max(3, round(0.8 * width)), 0.4)
    yield line(view, outline("-19,-45 -110,30", *place), colours, 3, 9, 0.4)


def sailing_boat(view, light, x, y, wide, tall):
    """Yield a boat under sail, its mast at x, with its crew and its reflection."""
    place = x, y, wide, tall
    main = view.inside("0,-100 35,-55 100,-9 0,-9", *place)
    jib = view.inside("-6,-86 -10,-9 -62,-6", *place)
    hull = view.inside("-75,-7.5 -40,-5 30,-4.5 92,-7.5 76,0 50,1.8 -40,2", *place)
    yield from reflected(view, np.maximum(main, jib), y, light["sail"], 0.55, 0.8, 0.6)
    yield from reflected(view, hull, y, light["hull"], 0.3, 1.6)
    tone = 0.15 + 0.8 * (view.x - x) / wide + 0.3 * view.noise(9, 9)
    yield solid(main, tone, light["sail"], 1.35, 13, 5, 0.12)
    yield solid(jib, tone + 0.75, light["sail"], 1.9, 12, 4, 0.12)
    yield solid(hull, 0.25 + 4 * (view.y - y) / tall, light["hull"], 0.0, 13)
    yield line(
        view, outline("-78,-8 -40,-5.5 30,-5 94,-8", *place), light["hull"], 3, 12, 0.95, 0.05
    )
    yield line(view, outline("-2,-5 -3,-106", *place), light["hull"], 4, 12, 0.0)
    for seat in (0.2, 0.42):
        yield from figure(view, x + seat * wide, y - 0.03 * tall, 0.15 * tall, light["crew"])


def gondola(view, light, x, y, size):
    """Yield a gondola and the man who rows it."""
    place = x, y, size, size
    hull = view.inside(
        "-112,-42 -106,-44 -98,-18 -60,-4 40,-3 85,-14 104,-40 110,-38 96,0 55,14 -65,12 -104,-8",
        *place,
    )
    yield from reflected(view, hull, y + 0.14 * size, light["boat"], 0.8, 2.0, 0.0)
    yield solid(hull, 0.2, light["boat"], 0.0, max(6, round(100 * size)), 3)
    yield from figure(view, x + 0.6 * size, y, 0.85 * size, light["boat"])
    yield line(view, outline("66,-50 130,40", *place), light["boat"], 3, 9, 0.3)
