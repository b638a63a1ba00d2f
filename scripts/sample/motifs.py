"""The motifs that Monet painted in series, each composed for any light.

A motif yields layers from back to front, for a view and a light (see lights.py).
"""

import numpy as np

from scripts.sample.composition import (
    UPRIGHT,
    Area,
    Touches,
    line,
    nearness,
    outline,
    scatter,
    solid,
)
from scripts.sample.scenery import (
    bare_tree,
    disc,
    figure,
    foliage,
    glitter,
    pads,
    reflected,
    sky,
    water,
)
from scripts.sample.structures import (
    boat,
    engine,
    facade,
    glass_roof,
    gondola,
    house,
    sailing_boat,
    windmill,
)


def snow(view, light):
    """A farm under snow behind a hedge, with a magpie on the gate."""
    yield from sky(view, light, 0.44)
    woods = view.below("0,24 15,30 45,36 70,26 100,28", 0.06, 16) * (view.y < 0.5)
    tone, angle = 0.4 + view.y + 0.5 * view.noise(18, 12), 1.4 + 0.5 * view.noise(9, 9)
    yield Area(0.5 * woods, tone, light["trees"], angle, 14, 4)
    for x, top in ((0.06, 0.06), (0.42, 0.1), (0.34, 0.2), (0.95, 0.04)):
        yield from bare_tree(view, x, 0.48, top, light["trees"], 7)
    walls = view.inside("52,48 52,38 86,38 86,48")
    roof = view.inside("50,39 56,27 82,26 88,39")
    yield solid(walls, 0.4 + 0.4 * view.noise(9, 9), light["house"], UPRIGHT)
    yield Area(roof, 0.3 + (view.y - 0.26) * 4, light["snow"], 1.1, 13, 6, cover=2)
    for path, width, tone in (
        ("61,27 61,20", 10, 0.6),
        ("77,27 77,20", 10, 0.6),
        ("57,41 57,45", 7, 1.0),
        ("66,41 66,45", 7, 1.0),
        ("72,41 72,45", 7, 1.0),
        ("81,41 81,45", 7, 1.0),
    ):
        yield line(view, outline(path), light["house"], width, 9, tone, 0.05)
    field = view.below("0,47 50,46 100,48", 0.012, 9)
    tone = (view.y - 0.45) / 0.55 + 0.4 * view.noise(5, 12)
    angle, scale = 0.2 * view.noise(4, 6), nearness(view.y, 0.46)
    yield Area(field, tone, light["snow"], angle, 20, 7, scale=scale)
    cast = (view.y > 0.6) * (view.y < 0.73 + 0.04 * view.noise(14, 1))
    yield Area(0.85 * cast, 0.5 + 0.7 * view.noise(8, 9), light["shadow"], 0.25, 19, 6)
    beside_gate = abs(view.x - 0.22) > 0.085
    hedge = view.below("0,53 20,55 45,52 100,50", 0.02, 20) * beside_gate
    hedge *= view.y < 0.61 + 0.012 * view.noise(20, 1)
    tone, angle = 0.5 + 0.8 * view.noise(30, 5), UPRIGHT + view.noise(16, 5)
    yield Area(hedge, tone, light["fence"], angle, 12, 4)
    cap = view.below("0,51 20,53 45,50 100,47.5", 0.02, 20) * (view.y < 0.555) * beside_gate
    yield Area(cap, 0.1 + 0.5 * view.noise(9, 9), light["snow"], 0.2, 13, 6)
    for post, shadow in (("14,66 14,40", "14,65 27,87"), ("30,66 30,40", "30,65 43,87")):
        yield line(view, outline(shadow), light["shadow"], 8, 15, 0.8)
        yield line(view, outline(post), light["fence"], 7, 12, 0.6)
    for y in (44, 50, 56, 61):
        shadow = f"{14 + 0.6 * (66 - y)},{129 - y} {32 + 0.6 * (66 - y)},{130 - y}"
        yield line(view, outline(shadow), light["shadow"], 5, 14, 0.8)
        yield line(view, outline(f"13,{y} 31,{y + 1}"), light["fence"], 5, 12, 0.4)
    yield line(view, outline("13,42.5 31,43.5"), light["snow"], 5, 10, 0.1)
    feathers = "14161e 22242e"
    yield line(view, outline("24.5,42.5 29.5,47"), feathers, 5, 12)
    yield line(view, outline("21.2,38.5 24.5,41.5"), feathers, 12, 14)
    yield Touches(0.206, 0.37, feathers, 0.3, 12, 9)
    yield Touches(0.231, 0.411, "ffffff f2f2f0", 0.7, 13, 6)


def harbour(view, light):
    """The port of Le Havre, its masts and cranes in the haze, with a low sun or moon."""
    horizon, sun = 0.42, (0.63, 0.26)
    yield from sky(view, light, horizon, sun)
    smoke = np.clip(1.5 * view.noise(5, 3) + 0.6 - 0.9 * view.x, 0, 0.4) * (view.y < horizon)
    yield Area(smoke, 1.0, light["far"], 0.9, 20, 8, ground=False)
    yield from water(view, light, horizon)
    left = view.below("0,34 10,35 12,39 24,37 30,40 45,42 100,43", 0.012, 40)
    right = view.below("0,43 56,42 68,39 74,40 85,36 100,35", 0.012, 40)
    quays = np.maximum(left, right) * (view.y < horizon + 0.012)
    yield from reflected(view, quays, horizon, light["far"], 0.8, 2.5)
    yield Area(0.85 * quays, 0.6 + 0.5 * view.noise(9, 9), light["far"], UPRIGHT, 11, 5)
    for x, top, lean, tone in (
        (4, 12, 1, 0.6),
        (10, 20, -1, 0.8),
        (16, 8, 1, 0.4),
        (20, 18, -1, 0.7),
        (27, 14, 1, 0.6),
        (35, 25, 0, 0.9),
        (42, 30, 1, 1.0),
        (75, 26, -3, 0.8),
        (80, 20, 5, 0.7),
        (90, 13, 1, 0.5),
        (96, 22, 0, 0.7),
    ):
        yield line(view, outline(f"{x},42 {x + lean},{top}"), light["far"], 4, 12, tone)
        yard = outline(f"{x - 2},{top + 10} {x + 2.5},{top + 8}")
        yield line(view, yard, light["far"], 3, 8, tone)
        down = 0.44 + (0.4 - top / 100) * view.rng.random(12)
        across = x / 100 + 0.006 * view.rng.normal(size=12)
        yield Touches(across, down, light["far"], 0, 11, 3, tone + 0.1)
    for x in (0.07, 0.14, 0.23, 0.31, 0.78, 0.88) if "lamps" in light else ():
        yield Touches(x, 0.39, light["lamps"], 0, 6, 6)
        down = 0.44 + 0.1 * view.rng.random(7)
        yield Touches(x, down, light["lamps"], 0, 9, 3, 0.8)
    yield from disc(view, light, *sun, 0.036)
    yield from glitter(view, light, sun[0], 0.44, 0.04, 70, 5)
    yield from boat(view, 0.24, 0.52, 0.035, light["far"])
    yield from boat(view, 0.42, 0.68, 0.06, light["boat"])


def poppies(view, light):
    """A hillside of poppies near Argenteuil, with walkers."""
    horizon = 0.44
    yield from sky(view, light, horizon)
    trees = "0,38 12,31 25,34 34,17 44,30 52,38 66,36 78,25 88,33 100,30"
    yield from foliage(view, view.below(trees, 0.05, 30) * (view.y < 0.48), light["trees"], 18)
    yield from house(view, 0.54, 0.46, 0.09, 0.14, light["house"])
    tone = 0.2 + view.y - horizon + 0.7 * view.noise(4, 7) + 0.3 * view.noise(12, 20)
    field = view.below("0,44 50,45.5 100,45", 0.008)
    angle, scale = 1.2 + 0.6 * view.noise(6, 6), nearness(view.y, horizon)
    yield Area(field, tone, light["field"], angle, 17, 5, scale=scale)
    slope = view.below("0,49 35,51 58,72 72,100 100,120", 0.03, 12)
    drifts = np.clip(0.5 + 1.5 * view.noise(11, 9), 0.06, 1) * slope
    drifts *= (0.55 / scale) ** 2
    x, y = scatter(view, drifts, 6)
    angle, tone = view.rng.normal(size=len(x)), view.rng.random(len(x))
    scale = 1.3 * view.at(scale, x, y) - 0.4
    yield Touches(x, y + 0.008, light["trees"], 1.4, 13, 3, scale=scale)
    yield Touches(x, y, light["poppies"], angle, 13, 10, tone, scale=scale)
    for place in ((0.35, 0.57, 0.12), (0.3, 0.575, 0.08), (0.82, 0.9, 0.2), (0.73, 0.9, 0.32)):
        yield from figure(view, *place, light["dress"])
    parasol = view.inside("65,60 69,55 75,54.5 80,59 73,58.5")
    yield solid(parasol, (view.x - 0.65) * 7, light["parasol"], 0.2, 12, 5)


def sails(view, light):
    """Sailing boats on the Seine at Argenteuil."""
    shore = 0.52
    yield from sky(view, light, shore)
    above = view.y < shore + 0.01
    hills = view.below("0,44 40,46 100,42", 0.01) * above
    yield Area(hills, 0.5 + 0.5 * view.noise(9, 9), light["hills"], 0, 16, 5)
    trees = "0,24 8,20 17,30 24,45 40,49 70,48.5 80,42 86,45 95,36 100,34"
    bank = view.below(trees, 0.04, 24) * above
    yield from foliage(view, bank, light["trees"], 14)
    yield from house(view, 0.84, shore, 0.08, 0.15, light["house"])
    yield from water(view, light, shore)
    yield from reflected(view, bank, shore, light["trees"], 0.5, 1.2)
    walls = view.inside("84,52 84,43 92,43 92,52")
    yield from reflected(view, walls, shore, light["house"], 0.2, 1.5)
    for place in ((0.75, 0.535, 0.07, 0.18), (0.6, 0.56, 0.12, 0.32), (0.34, 0.63, 0.21, 0.56)):
        yield from sailing_boat(view, light, *place)


def station(view, light):
    """Trains under the glass roof of the Gare Saint-Lazare."""
    yield from sky(view, light, 0.6)
    walls = "0,40 20,38 21,30 34,31 35,42 62,44 63,31 80,30 81,38 100,40"
    town = view.below(walls, 0.008) * (view.y < 0.62)
    yield Area(town, 0.35 + 0.5 * view.noise(20, 5), light["town"], UPRIGHT, 10, 5)
    for x in (0.225, 0.25, 0.275, 0.3, 0.325, 0.65, 0.68, 0.71, 0.74, 0.77):
        yield Touches(x, np.array([0.36, 0.42, 0.48]), light["iron"], UPRIGHT, 10, 4, 0.9, 0.1)
    tone = 2 * (view.y - 0.6) + 0.8 * view.noise(5, 9)
    floor, scale = (view.y > 0.6) * 1.0, nearness(view.y, 0.6)
    yield Area(floor, tone, light["ground"], 0.1, 20, scale=scale)
    for x in (-35, -5, 16, 36, 60, 85, 120):
        rail = outline(f"{42 + x / 10},62 {x},102")
        yield line(view, rail, light["iron"], 4, 16)
        yield line(view, [(x - 0.008, y) for x, y in rail], light["glass"], 3, 12, 0.2)
    yield from glass_roof(view, light)
    wagons = view.inside("0,44 20,53 20,66 0,78")
    yield solid(wagons, 0.3 + 0.4 * view.noise(9, 9), light["engine"], 0.3, 14, 5)
    for x in (2, 6, 10, 13.5, 16.5):
        pane = outline(f"{x},{52 + x / 5} {x},{58 + x / 20}")
        yield line(view, pane, light["glass"], 8, 10, 0.3)
    yield from engine(view, light, 0.66, 0.64, 0.55, 0.4)
    yield from engine(view, light, 0.38, 0.8, 1.25, 0.05)
    for x, y, reach in (
        (0.41, 0.3, 0.13),
        (0.49, 0.22, 0.14),
        (0.27, 0.44, 0.09),
        (0.66, 0.4, 0.09),
        (0.72, 0.31, 0.1),
        (0.3, 0.81, 0.06),
        (0.53, 0.8, 0.07),
    ):
        swell = view.noise(10, 8)
        puff = np.clip(1.25 - view.distance(x, y) / reach + 0.8 * swell, 0, 0.85)
        tone = view.shade(swell, 1.0) + (view.y - y) / reach / 5 - 0.1
        angle = view.around(x, y) + swell
        yield Area(puff, tone, light["steam"], angle, 15, 8, ground=False)
    for x, foot in outline("20,75 17,77 74,70 77,71 84,80 88,78 92,86"):
        yield from figure(view, x, foot, 0.5 * (foot - 0.5), light["crowd"])


def cliffs(view, light):
    """The arch and the needle of Etretat."""
    sea, sun = 0.6, (0.87, 0.47) if "sun" in light else None
    yield from sky(view, light, sea, sun)
    if sun:
        yield from disc(view, light, *sun, 0.035)
    yield from water(view, light, sea)
    edge = "0,16 10,13 20,20 30,22 42,25 53,29 60,35 62.5,42 64,56 66.5,69 67,110 100,110"
    hole = view.inside("47.5,70 47.8,55 49,46 51.5,40.5 54.5,40 57,44 58.2,52 59,70")
    cliff = view.below(edge, 0.008, 30) * (1 - hole)
    cliff *= view.y < 0.66 + 0.1 * np.clip(0.45 - view.x, 0, 1)
    needle = view.inside("75.5,37 77.2,40 78.5,50 80,64.5 71.5,64.5 73.2,48")
    yield from reflected(view, needle, 0.645, light["rock"], 0.85, 0.8)
    yield from reflected(view, cliff, 0.67, light["rock"], 0.85, 0.5)
    folds = view.noise(26, 5) + 0.7 * view.noise(6, 22)
    tone = view.shade(folds, 0.55) + 0.5 * (view.y - 0.45) + 0.25 * np.clip(view.x - 0.4, 0, 1)
    angle = 1.4 + 0.5 * view.noise(9, 9)
    yield Area(np.maximum(cliff, needle), tone, light["rock"], angle, 14, 5, 0.1, 2.2)
    yield solid(view.inside("57,44 60,50 62,68 58.5,68 58,52"), 0.9, light["rock"], 1.5, 12, 5)
    grass = cliff - np.roll(cliff, round(0.04 * view.shape[0]), axis=0) > 0
    grass = grass * (view.y < 0.4) * (1 - view.inside("45,50 45,34 56,34 57,50"))
    yield solid(grass, 0.5 + 0.6 * view.noise(12, 9), light["grass"], 0.35, 11, 5)
    for foot in ("0,70.5 30,68 47,66.2", "58.5,66.2 66.5,66.5", "71,64.7 80.5,64.7"):
        yield line(view, outline(foot), light["rock"], 5, 12, 1.0, 0.1)
        yield line(view, outline(foot, y=0.012), light["foam"], 4, 11, 0.3)
    crests = np.clip(2.2 * view.noise(7, 34) - 0.9, 0, 0.6) * (view.y > sea + 0.06) * (1 - cliff)
    yield Area(crests, 0.5 + 0.4 * view.noise(9, 9), light["foam"], 0.0, 15, 4, ground=False)
    shore = np.interp(view.x, [0, 0.25, 0.5, 0.72, 1], [0.8, 0.84, 0.92, 1.02, 1.2])
    shore += 0.012 * view.noise(14, 1)
    tone = view.y - 0.55 + 0.5 * view.noise(7, 12)
    yield Area((view.y > shore) * 1.0, tone, light["beach"], 0.3, 17, 6)
    surf = np.clip(0.9 - abs(view.y - shore) * 45, 0, 0.8)
    yield Area(surf, 0.3 + 0.5 * view.noise(20, 20), light["foam"], 0.3, 13, 5, ground=False)
    if sun:
        yield from glitter(view, light, sun[0], 0.61, 0.05, 60)
    for x, foot in ((0.12, 0.97), (0.165, 0.985), (0.3, 0.98)):
        yield from figure(view, x, foot, 0.1, light["crowd"])


def tulips(view, light):
    """Tulip fields and a windmill, near Leiden."""
    horizon = 0.46
    yield from sky(view, light, horizon)
    trees = view.below("0,42 30,44 55,43 80,38 100,40", 0.025, 40) * (view.y < 0.48)
    yield from foliage(view, trees, light["trees"], 30, 10)
    depth = np.clip(view.y - 0.42, 0.012, 1)
    rows = (view.x - 0.38) / depth * 1.9 + 42.1
    angle = np.arctan2(depth, (view.x - 0.38) * view.aspect)
    field = (view.y > horizon) * 1.0
    tone = np.floor(rows) * 3 % 7 / 6 + 0.06 * view.noise(40, 40)
    scale = nearness(view.y, horizon)
    yield Area(field, tone, light["rows"], angle, 13, 6, 0.05, 2, scale)
    furrows = (abs(rows % 1 - 0.5) > 0.4) * field
    tone = 0.5 + 0.5 * view.noise(9, 20)
    yield Area(0.85 * furrows, tone, light["leaves"], angle, 13, 4, scale=scale, ground=False)
    yield from windmill(view, light, 0.75, 0.49)


def haystacks(view, light):
    """Grainstacks in the field behind the house at Giverny."""
    yield from sky(view, light, 0.3)
    hills = view.below("0,30 30,26 60,29 100,25", 0.015, 9)
    yield Area(hills, 0.5 + 0.5 * view.noise(8, 8), light["hills"], 0.1)
    trees = view.below("0,35 40,37 70,34 100,36", 0.03, 34)
    yield Area(trees, 0.5 + 0.6 * view.noise(24, 12), light["trees"], UPRIGHT, 11, 6)
    tone = (view.y - 0.42) / 0.58 + 0.4 * view.noise(6, 30)
    field, angle, scale = view.below("0,43 100,41"), 0.12 * view.noise(3, 5), nearness(view.y, 0.42)
    yield Area(field, tone, light["field"], angle, 20, scale=scale)
    near, large = view.rng.uniform(0.25, 0.6), view.rng.uniform(0.8, 1.1)
    far = near + 0.38 if near < 0.5 else near - 0.4
    for x, foot, size in ((far, 0.55, 0.5), (near, 0.76, large)):
        place = x, foot, 0.17 * size, 0.5 * size
        cast = view.inside("-100,-4 90,0 260,40 120,44", *place, blur=3)
        tone = 0.4 + 0.7 * view.noise(12, 40)
        yield Area(cast, tone, light["shadow"], 0.15, 20, ground=False)
        turn = (view.x - x) / (0.17 * size)
        tone = 0.5 + 0.45 * turn + 0.3 * view.noise(20, 20)
        length = 13 + round(5 * size)
        body = view.inside("-92,-2 -100,-48 100,-48 90,0 0,3", *place)
        thatch = view.inside("-115,-44 -55,-76 0,-100 60,-74 115,-44", *place)
        for where, lean, deeper in ((body, 0.15, 0.1), (thatch, -0.7, -0.08)):
            angle = UPRIGHT + lean * turn
            yield Area(where, tone + deeper, light["stack"], angle, length, 5, cover=2.6)
        rim = outline("-110,-46 -55,-76 0,-100", *place)
        yield line(view, rim, light["rim"], 4, 11)


def poplars(view, light):
    """A row of poplars on the bank of the Epte."""
    bank = 0.74
    yield from sky(view, light, bank)
    bushes = view.below("0,60 20,64 50,66 80,62 100,58", 0.03, 24) * (view.y < bank + 0.01)
    yield from foliage(view, bushes, light["bushes"], 18)
    row = np.zeros(view.shape)
    for part in np.linspace(0, 1, 11):
        x, top = 0.98 - 0.75 * part + 0.14 * np.sin(5 * part), 0.12 + 0.36 * part
        down = (view.y - top) / (0.66 - top)
        reach = (0.05 - 0.032 * part) * np.clip(3 * down, 0, 1) * (1.1 - 0.6 * down)
        reach *= 1 + 0.6 * view.noise(30, 40)
        row = np.maximum(row, (abs(view.x - x) < reach) * (down > 0) * (down < 1))
    yield Area(0.85 * row, 0.5 + 0.6 * view.noise(20, 26), light["far"], UPRIGHT, 12, 5)
    yield from water(view, light, bank)
    crowns, trunks = np.zeros(view.shape), (0.1, 0.33, 0.57, 0.82)
    for x in trunks:
        reach = 0.008 + 0.05 * np.clip(0.55 - view.y, 0, 1) + 0.032 * view.noise(12, 18)
        bend = x + 0.008 * np.sin(9 * view.y + 20 * x)
        crowns = np.maximum(crowns, (abs(view.x - bend) < reach) * (view.y < 0.56))
    yield from reflected(view, bushes, bank, light["bushes"], 0.6, 0.8, 0.2)
    yield from reflected(view, 0.8 * np.maximum(crowns, row), bank, light["leaves"], 0.7, 0.4, 0.2)
    for x in trunks:
        down = bank + 0.02 + 0.26 * view.rng.random(34)
        across = x + 0.02 * (down - bank + 0.1) * view.rng.normal(size=34)
        yield Touches(across, down, light["trunk"], 0, 13, 4, 0.7)
        trunk = [(x, bank), (x + 0.008, 0.35), (x, -0.02)]
        yield line(view, trunk, light["trunk"], 6, 14, 0.4, 0.4)
    yield from foliage(view, crowns, light["leaves"], 26)
    grass = view.below("0,71.5 100,72.5", 0.01, 30) * (view.y < bank + 0.012)
    yield Area(grass, 0.4 + 0.6 * view.noise(18, 9), light["bank"], 1.2, 10, 5)


def cathedral(view, light):
    """The west front of Rouen cathedral, close to."""
    front = "0,5 6,2 20,5 23,12 24,27 44,27 53,8 62,27 82,27 83,-10 100,-10 100,100 0,100"
    yield from sky(view, light, 0.5)
    heights = view.carved([(outline(front), 0.6), *facade(view.aspect)], blur=1)
    built = np.maximum(view.inside(front), heights > 0.85)
    tone = view.shade(heights, 2.6, 2) + 0.15 - 0.5 * heights
    tone += 0.35 * view.noise(5, 7) + 0.2 * view.noise(30, 45)
    angle = UPRIGHT + 0.5 * view.noise(12, 16)
    yield Area(built, tone, light["stone"], angle, 11, 4, 0.08, 2.2)
    hollow = np.clip(2.2 - 5 * heights, 0, 1) * built
    yield Area(hollow, 0.3 + 0.6 * tone, light["hollow"], UPRIGHT, 11, 4, cover=2)
    lit_edges = np.clip(0.4 - 4 * tone, 0, 1) * built
    yield Area(lit_edges, 0.0, light["stone"], UPRIGHT, 9, 3, 0.05, 1, broad=False)
    square = view.below("0,95.5 100,96.5")
    yield Area(square, 0.5 + 0.5 * view.noise(9, 9), light["square"], 0, 16)


def footbridge(view, light):
    """The Japanese footbridge over the pond at Giverny."""
    tone = 0.5 + 0.7 * view.noise(9, 7) + 0.2 * (view.y - 0.3)
    angle = 1.4 + 0.5 * view.noise(6, 6)
    yield Area(np.ones(view.shape), tone, light["garden"], angle, 18, 7)
    strands = np.clip(2 * view.noise(22, 3) + 1.3 * abs(view.x - 0.5) - 0.35, 0, 0.8)
    tone, angle = 0.5 + view.noise(18, 5), UPRIGHT + 0.2 * view.noise(5, 3)
    yield Area(strands * (view.y < 0.6), tone, light["willow"], angle, 22, 4, ground=False)
    pond = view.below("0,57 25,53 50,52 75,53 100,56", 0.012, 20)
    yield Area(pond, view.y - 0.5 + 0.7 * view.noise(8, 3), light["pond"], UPRIGHT, 20, 6)
    reeds = np.clip(1.6 - 6 * abs(view.y - 0.55), 0, 0.8)
    reeds *= abs(view.x - 0.5) > 0.3 + 0.1 * view.noise(9, 9)
    yield Area(reeds, 0.5 + view.noise(20, 7), light["willow"], 1.5, 16, 4, ground=False)
    rafts = np.clip(4 * view.noise(2, 10) + 0.2, 0, 0.9) * (view.y > 0.57)
    yield from pads(view, light, rafts, 12, 36)
    span = np.linspace(-1.04, 1.04, 14)
    arch = 0.37 + 0.13 * span**2
    for rise, width, tone in (
        (0.0, 10, 0.85),
        (0.015, 6, 0.1),
        (0.075, 5, 0.4),
        (0.14, 7, 0.05),
        (0.13, 4, 0.9),
    ):
        rail = np.column_stack([0.5 + span / 2, arch - rise])
        yield line(view, rail, light["bridge"], width, 15, tone, 0.2)
    for post in np.linspace(-0.92, 0.92, 9):
        x, y = 0.5 + post / 2, 0.37 + 0.13 * post**2
        yield line(view, [(x, y), (x + 0.06 * post, y - 0.15)], light["bridge"], 5, 12, 0.35)


def parliament(view, light):
    """The Houses of Parliament across the Thames."""
    river, sun = 0.67, (0.3, 0.3) if "sun" in light else None
    yield from sky(view, light, river, sun)
    if sun:
        yield from disc(view, light, *sun, 0.042)
    skyline = (
        "0,66 13,65 14,60 22,60 23,54 30,54 31,47 32.5,38 34,47 35,53 42,53 43,44 44.5,34 46,44 "
        "47,52 53,51 54,42 55,51 62.5,50 63,15 64,9 65,15 70,15 71,9 72,15 72.5,50 78,51 79,44 "
        "80,51 87,52 88,42 90,42 91,52 100,53"
    )
    houses = view.below(skyline, 0.006, 60) * (view.y < river + 0.005)
    yield from water(view, light, river)
    yield from reflected(view, houses, river, light["stone"], 0.75, 0.62)
    tone = 1.3 * view.y - 0.1 + 0.35 * view.noise(20, 9)
    yield Area(houses, tone, light["stone"], UPRIGHT, 14, 5, cover=2.2)
    mist = np.clip(1 - 12 * abs(view.y - river), 0, 0.3) * np.clip(0.8 + view.noise(7, 2), 0, 1)
    yield Area(mist, 0.5 + 0.5 * view.noise(7, 12), light["mist"], broad=False, ground=False)
    if sun:
        yield from glitter(view, light, sun[0], 0.7, 0.09, 90)
    yield from boat(view, 0.8, 0.77, 0.03, light["boat"])
    yield from boat(view, 0.42, 0.87, 0.055, light["boat"])


def lilies(view, light):
    """The surface of the water-lily pond, with no horizon."""
    path = view.x - 0.5 - 0.14 * np.sin(5 * view.y + 1)
    tone = 0.85 - 2.2 * abs(path) + 0.5 * view.noise(4, 4) + 0.2 * view.noise(9, 40)
    yield Area(np.ones(view.shape), tone, light["water"], UPRIGHT, 24, 8)
    willow = np.clip(1.5 * view.noise(8, 2) + 3 * abs(path) - 0.9, 0, 0.8)
    shade = 0.6 * view.y + 0.5 * view.noise(16, 6)
    yield Area(willow, shade, light["willow"], UPRIGHT, 20, 6, ground=False)
    ripples = np.clip(0.7 * view.noise(4, 24), 0, 0.5)
    yield Area(ripples, tone + 0.2, light["water"], 0.0, 16, 4, ground=False)
    rafts = np.clip(6 * view.noise(3, 9) + 0.5 * view.noise(9, 20) - 0.9, 0, 0.95)
    yield from pads(view, light, rafts, 13, 34)


def venice(view, light):
    """San Giorgio Maggiore across the lagoon."""
    lagoon, sun = 0.6, 0.8
    yield from sky(view, light, lagoon, (sun, 0.62))
    above = view.y < lagoon + 0.006
    domes = "0,70 55,60 62,58.5 76,58 77.5,54 79,52 80.5,54 82,57.5 90,58 100,58.5"
    yield solid(view.below(domes, 0.004, 50) * above, 0.5, light["far"], UPRIGHT, 9)
    yield from water(view, light, lagoon)
    skyline = (
        "0,52 8,51 17,52 17.5,22 17,22 17,20 18,20 19.5,5 21,20 22,20 22,22 21.5,22 22,50 27,50 "
        "27.5,40 28.5,40 28.7,33 29.5,29 31.5,25.5 32.7,25 32.7,20 33.3,17 33.9,20 33.9,25 35,25.5 "
        "37,29 37.8,33 38,40 39,40 39.5,46 41,46 46,38 51,46 51.5,53 58,54 59,59.5 100,61"
    )
    island = view.below(skyline) * above
    yield from reflected(view, island, lagoon, light["stone"], 0.6, 0.85, 0.3)
    tone = 0.15 + 0.9 * view.x + 0.4 * view.noise(24, 9)
    yield solid(island, tone, light["stone"], UPRIGHT, 10, 4, 0.12)
    for x in (42, 44.5, 47.5, 50):
        yield line(view, outline(f"{x},58 {x},47"), light["stone"], 3, 9, 0.0)
    yield line(view, outline("40.5,46 46,38.5 51.5,46 40.5,46.5"), light["stone"], 3, 8, 0.0)
    for x in (0.04, 0.08, 0.12, 0.25, 0.3, 0.33, 0.36, 0.54):
        yield Touches(x, 0.555, light["stone"], UPRIGHT, 11, 4, 1.0, 0.05)
    yield from glitter(view, light, sun, 0.62, 0.12, 90)
    for place in ((0.86, 0.69, 0.04), (0.62, 0.84, 0.09)):
        yield from gondola(view, light, *place)
