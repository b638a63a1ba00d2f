"""What several motifs share: sky, water and light on it, trees, boats and people.

Each function yields layers from back to front, for a view and a light (see lights.py).
"""

import numpy as np

from scripts.sample.composition import UPRIGHT, Area, Touches, line, nearness, outline, scatter


def sky(view, light, horizon, sun=None):
    """Yield a sky down to the horizon, brushed in circles round the sun where there is one."""
    tone = view.y / horizon + 0.25 * view.noise(4, 7)
    angle = view.around(*sun) if sun else 0.5 * view.noise(4, 4)
    yield Area((view.y < horizon + 0.02) * 1.0, tone, light["sky"], angle, 22, 8, cover=1.5)
    if "clouds" in light:
        swell = view.noise(4, 7) + 0.45 * view.noise(11, 18)
        where = np.clip(1.6 * swell - 0.05, 0, 0.95) * (view.y < horizon - 0.02)
        tone = view.shade(swell, 2.2, 5) + 0.1
        angle = 0.6 * view.noise(7, 7)
        yield Area(where, tone, light["clouds"], angle, 15, 7, ground=False)


def disc(view, light, x, y, radius):
    """Yield a sun or moon and its glow; the radius is a share of the height."""
    far = view.distance(x, y) / radius
    glow = np.clip(1 - far / 6, 0, 1)
    around = view.around(x, y)
    yield Area(0.6 * glow**1.5, glow, light["glow"], around, 14, 5, ground=False)
    yield Area((far < 1) * 1.0, 0.3, light["sun"], around, 9, 5, 0.3, cover=3)


def glitter(view, light, x, top, reach, count, width=4):
    """Yield the broken column of light that a sun throws on water."""
    down = view.rng.random(count) ** 0.8
    y = top + (0.96 - top) * down
    x = x + reach * (0.2 + 0.5 * down) * view.rng.normal(size=count)
    yield Touches(x, y, light["sun"], 0.0, 4 * width, width, scale=nearness(y, top))


def water(view, light, top):
    """Yield water from its far edge to the foreground, in broken horizontal strokes."""
    tone = (view.y - top) / (1 - top) + 0.35 * view.noise(5, 60)
    where, scale = (view.y > top) * 1.0, nearness(view.y, top)
    yield Area(where, tone, light["water"], 0, 22, 5, scale=scale)


def reflected(view, where, edge, colours, tone, stretch=1.0, fade=0.4):
    """Yield the reflection of what stands at y = edge, fainter towards the foreground."""
    image = view.mirrored(where, edge, stretch) * (1 - fade * (view.y - edge) / (1 - edge))
    yield Area(image, tone + 0.3 * view.noise(5, 60), colours, 0, 17, 5)


def foliage(view, where, colours, clumps=16, size=12):
    """Yield leaves in clumps that are lit from the top left."""
    swell = view.noise(clumps, round(clumps / view.aspect))
    tone = view.shade(swell, 0.75) + 0.25 * view.noise(2 * clumps, 2 * clumps)
    angle = 1.2 + 1.2 * view.noise(clumps, clumps)
    yield Area(where, tone, colours, angle, size, size // 2, cover=1.8)


def bare_tree(view, x, foot, top, colours, width):
    """Yield a trunk that forks into thinner and thinner branches."""
    branches = [(x, foot, -UPRIGHT, 0.4 * (foot - top), width)]
    for x, y, angle, reach, width in branches:
        end = x + reach * np.cos(angle) / view.aspect, y + reach * np.sin(angle)
        yield line(view, [(x, y), end], colours, max(3, round(width)), 12)
        for turn in (-0.45, 0.1, 0.5) if width > 2 else ():
            bent = angle + turn + 0.15 * view.rng.normal()
            branches.append((*end, bent, reach * (0.6 + 0.2 * view.rng.random()), 0.6 * width))


def pads(view, light, where, spacing, size):
    """Yield lily pads, larger towards the foreground, and their flowers."""
    x, y = scatter(view, where, spacing)
    y, x = np.sort(y), x[np.argsort(y)]
    flat, tone, scale = round(0.4 * size), view.rng.random(len(x)), nearness(y, 0.2)
    yield Touches(x, y + 0.006 * scale, light["under"], 0.0, size, flat, tone, scale=scale)
    yield Touches(x, y, light["pads"], 0.0, size, flat - 1, tone, 0.15, scale)
    sheen = 1 - tone / 2
    yield Touches(x - 0.004, y - 0.003, light["pads"], 0.05, size // 2, 3, sheen, scale=scale)
    in_bloom = np.repeat(np.flatnonzero(view.rng.random(len(x)) < 0.16), 4)
    turn, scale = np.resize([-2.4, -1.9, -1.2, -0.7], len(in_bloom)), scale[in_bloom]
    petal = 0.36 * size
    x = x[in_bloom] + 0.35 * petal * scale * np.cos(turn) / view.size[0]
    y = y[in_bloom] + 0.35 * petal * scale * (np.sin(turn) - 1) / view.size[1]
    tone = view.rng.random(len(turn))
    yield Touches(x, y, light["flowers"], turn, petal, petal / 2, tone, scale=scale)


def figure(view, x, foot, tall, colours):
    """Yield someone in a long dress or coat: skirt, shoulders, arm, face and hat."""
    size = max(3, round(0.1 * tall * view.size[1]))
    place = x, foot, tall / view.aspect, tall
    for path, width, tone in (
        ("4,-52 14,0", round(1.3 * size), 0.25),
        ("-4,-52 -14,0", round(1.3 * size), 0.6),
        ("0,-52 0,0", round(1.3 * size), 0.45),
        ("0,-52 2,-78", round(1.4 * size), 0.1),
        ("6,-78 13,-52", max(3, size // 2), 0.35),
    ):
        yield line(view, outline(path, *place), colours, width, 2 * size, tone, 0.08)
    face, hat = outline("2,-86 0,-95", *place)
    yield Touches(*face, colours, UPRIGHT, round(1.6 * size), round(1.2 * size), 1.0, 0.03)
    yield Touches(*hat, colours, -0.1, 2 * size, max(3, round(0.7 * size)), 0.0, 0.05)
