import numpy as np
import pytest
from PIL import Image

from scripts.collections.config import enhancements
from scripts.common.files import read_json
from scripts.images.thumbnail import make_thumbnail
from scripts.studies.figures import make_figures

PALETTE = {"algorithm": "fast", "colour": "mean", "distinct": 0, "order": "share"}
PALETTE |= {"space": "rgb", "weight": "area"}
METHODS = {settings["method"]: settings for settings in enhancements({})}
IMAGE = {"image_id": "a", "title": "A <b> & $1", "date": None, "year": 1880}
IMAGE |= {"artist": None, "link": None, "licence": "CC0"}


def study_of(
    folder, pixels, *, method="color_balance", ks=(3, 5), k=5, palette=PALETTE, people=(), **image
):
    """Write `pixels` (h x w x 3 or 4) as an original with its thumbnail and figures.

    Returns the figures, the paths of the original, the thumbnail and the figures are a.* in folder.
    """
    Image.fromarray(np.asarray(pixels, np.uint8)).save(folder / "original.png")
    make_thumbnail(folder / "original.png", folder / "a.png", size=64, skip=False)
    make_figures(
        folder / "a.png",
        folder / "a.json",
        image=IMAGE | image,
        ks=list(ks),
        k=k,
        method=METHODS[method],
        methods=list(METHODS.values()),
        palette=palette,
        people=list(people),
    )
    return read_json(folder / "a.json")


@pytest.fixture(scope="module")
def few_restarts():
    """A study clusters its tiny image some 150 times: a tenth of the restarts are enough here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("scripts.palettes.kmeans.RESTARTS_OF_FEW", 3)
        yield


@pytest.fixture(scope="session")
def blobs():
    """An image of 48 x 40 px whose colours lie in six clouds, 48 x 40 x 3."""
    random = np.random.default_rng(7)
    middles = random.uniform(30, 225, (6, 3))
    at = random.choice(6, 48 * 40, p=[0.3, 0.25, 0.2, 0.12, 0.08, 0.05])
    pixels = middles[at] + random.normal(0, 12, (48 * 40, 3))
    return np.clip(pixels, 0, 255).astype(np.uint8).reshape(40, 48, 3)
