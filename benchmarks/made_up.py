"""Made-up collections of any size, for the page's benchmark and tests.

Colours are like those of landscapes: muted, around a few of the painting's own. Neighbours and the
map are drawn too: they are of the right form, but compare nothing.
"""

import json
from pathlib import Path

import numpy as np
from PIL import Image

from scripts.colour.names import names_of_palettes
from scripts.colour.spaces import rgb_of_oklab
from scripts.groups.codes import find_codes
from scripts.page.atlas import make_atlas, tile_side
from scripts.page.page import make_page

PAGE = Path(__file__).parents[1] / "page"
KS = (3, 5, 8)
WORDS = (
    "Haystacks",
    "Poplars",
    "Morning",
    "at",
    "Rouen",
    "the",
    "Seine",
    "Water",
    "Lilies",
    "Mist",
)
PAINTERS = 200
STEP = 16  # of 256: colours within it have one name, so that 240,000 are named in a second
STUDIES = 60  # different pictures, which are repeated


def make_up_palettes(count, seed=0, ks=KS):
    """Return `count` images as results/palettes.json has them."""
    random = np.random.default_rng(seed)
    most = max(ks)
    middle = np.column_stack([random.uniform(0.3, 0.8, count), random.normal(0, 0.05, (count, 2))])
    lab = middle[:, None] + random.normal(0, [0.17, 0.03, 0.04], (count, most, 3))
    lab[..., 0] = lab[..., 0].clip(0.05, 0.98)
    rgb = rgb_of_oklab(lab).round().clip(0, 255).astype(int)
    steps, places = np.unique(rgb.reshape(-1, 3) // STEP, axis=0, return_inverse=True)
    known = [name for [name] in names_of_palettes((steps * STEP + STEP // 2)[:, None])]
    names = np.array(known)[places.ravel()].reshape(count, most).tolist()
    images, rgb = [], rgb.tolist()
    for i in range(count):
        palettes = {}
        for k in ks:
            shares = np.sort(random.dirichlet(np.full(k, 2.0)))[::-1]
            palettes[str(k)] = [
                {
                    "hex": "#{:02x}{:02x}{:02x}".format(*rgb[i][j]),
                    "rgb": rgb[i][j],
                    "share": float(shares[j]),
                    "name": names[i][j],
                }
                for j in range(k)
            ]
        year = int(1840 + 90 * random.beta(2, 2))
        told = {
            "image": f"painting-{i}",
            "title": " ".join(random.choice(WORDS, 4)),
            "year": None if random.random() < 0.03 else year,
            **dict.fromkeys(("date", "artist", "link", "licence")),
            "facets": {"painter": [f"Painter {i % PAINTERS}"]},
            "fallback": False,
        }
        images.append(told | {"palettes": palettes})
    return {"ks": list(ks), "images": images, "unreadable": []}


def make_up_neighbours(count):
    """Return what scripts/page/neighbours.py writes: the paintings that follow each."""
    few = min(8, count - 1)
    steps = 1 + np.arange(few)
    return {
        "neighbours": [((i + steps) % count).tolist() for i in range(count)],
        "distances": [(0.01 * steps).tolist()] * count,
    }


def make_up_map(count, seed=0):
    """Return what scripts/page/map.py writes of `count` paintings, by chance."""
    return np.random.default_rng(seed).random((count, 2)).round(4).tolist()


def make_up_studies(folder, count=STUDIES, side=96, seed=0):
    """Write `count` pictures with about the spectrum of paintings, and return their paths."""
    random = np.random.default_rng(seed)
    frequency = np.hypot(np.fft.fftfreq(side)[:, None], np.fft.rfftfreq(side)[None])
    frequency[0, 0] = 1
    paths = []
    for i in range(count):
        shape = (side, side // 2 + 1)
        lab = []
        for middle, spread in zip((0.55, 0, 0.02), (0.14, 0.02, 0.03), strict=True):
            waves = np.exp(2j * np.pi * random.random(shape)) / frequency**1.4
            waves[0, 0] = 0
            plane = np.fft.irfft2(waves, s=(side, side))
            lab.append(middle + spread * plane / plane.std())
        rgb = rgb_of_oklab(np.stack(lab, axis=-1)).round().clip(0, 255).astype(np.uint8)
        paths.append(Path(folder, f"study-{i}.png"))
        Image.fromarray(rgb).save(paths[-1])
    return paths


def make_up_page(folder, count, path_to_script, path_to_worker):
    """Write the page of `count` made-up paintings into `folder` and return its path."""
    folder = Path(folder)
    palettes = make_up_palettes(count)
    finest = [image["palettes"][str(max(KS))] for image in palettes["images"]]
    parts = {
        "palettes": palettes,
        "codes": find_codes(finest).tolist(),
        "neighbours": make_up_neighbours(count),
        "map": make_up_map(count),
    }
    paths = [folder / f"{name}.json" for name in parts]
    for path, part in zip(paths, parts.values(), strict=True):
        path.write_text(json.dumps(part))
    sheet, places, page = folder / "sheet.webp", folder / "places.json", folder / "index.html"
    studies = make_up_studies(folder) if tile_side(count) else [None]
    make_atlas([studies[i % len(studies)] for i in range(count)], sheet, places, code="")
    inputs = (*paths, sheet, places, path_to_script, path_to_worker)
    options = {"title": f"{count:,} made-up paintings", "k": 5, "method": "color_balance"}
    options |= {"weight": "prominence", "language": "en"}
    styles = [PAGE / name for name in ("base.css", "style.css", "report.css")]
    make_page(*inputs, styles, PAGE / "template.html", PAGE / "words.json", page, **options)
    return page
