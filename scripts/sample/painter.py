"""Paint the studies of the sample."""

import zlib

import numpy as np

from scripts.common.files import moved_into_place
from scripts.sample import motifs
from scripts.sample.composition import View, paint
from scripts.sample.lights import LIGHTS
from scripts.sample.studies import SIZES, STUDIES


def paint_study(image_id, path_to_output):
    """Paint a study as a PNG, with the same bytes on every run.

    Raises ValueError if no study has this ID.
    """
    if image_id not in {study.image_id for study in STUDIES}:
        raise ValueError(
            f"the sample has no study {image_id!r}; all are in scripts/sample/studies.py"
        )
    motif, _, _ = image_id.partition("-")
    rng = np.random.Generator(np.random.PCG64(zlib.crc32(image_id.encode())))
    view = View(SIZES[motif], rng)
    picture = paint(view, getattr(motifs, motif)(view, LIGHTS[image_id]))
    with moved_into_place(path_to_output) as temporary:
        picture.save(temporary, format="PNG", compress_level=1)
