"""Collections that are too large for one run on one machine, and runs of a slice of them."""

import math
import os

from scripts.common.files import ROOT

JOB = 16_000
"""Bytes that Snakemake takes for a job (see docs/scaling.md)."""
SLICE = 5_000
"""Images of a slice."""
OF_SLICES = {"SLICE_IN_TURN", "SLURM_ARRAY_TASK_ID"}


def slices_advice(images, jobs_an_image, memory, environment):
    """Return how to run so many `images` in slices if their jobs take most of the `memory`, or "".

    Not in a slice, on this machine or of Slurm, as the `environment` tells.

    >>> slices_advice(5_000, 5, 8e9, {})
    ''
    """
    needed = images * jobs_an_image * JOB
    if needed < memory / 2 or OF_SLICES & environment.keys():
        return ""
    script = os.path.relpath(ROOT / "profiles/slices/run.sh")
    slices = math.ceil(images / SLICE)
    return (
        f"{images:,} images: their jobs will take about {needed / 1e9:.0f} GB of the"
        f" {memory / 1e9:.0f} GB of memory here. `{script} {slices}` makes the same"
        " in slices that take less (docs/scaling.md)."
    )


def memory_here():
    """Return the bytes of memory of this machine."""
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")


def slice_in_turn(environment):
    """Return the number of the slice that this run is and of how many, or None if it is of all.

    profiles/slices/run.sh, which runs them one after the other, tells it in the `environment`.
    """
    if "SLICE_IN_TURN" not in environment:
        return None
    number, _, slices = environment["SLICE_IN_TURN"].partition("/")
    return int(number), int(slices)
