import sys
import time
from pathlib import Path

sys.path.insert(0, workflow.basedir)

from scripts.collection import SAMPLE, read_collection
from scripts.config import read_config
from scripts.errors import InputError
from scripts.sources import code_digest, data_digest, files_digest
from scripts.terminal import BriefFormatter
from scripts.workers import run_in_worker, run_step, succeeded

STARTED = time.monotonic()

if workflow.output_settings.quiet:
    for handler in logger.handlers:
        if handler.name == "DefaultStreamHandler":
            handler.setFormatter(BriefFormatter(handler.formatter))

config = read_config(config)

COLLECTION = read_collection(config["collection"], config["exclude"])
IMAGES = {image["image_id"]: image for image in COLLECTION}
COLLECTION_DIGEST = data_digest(COLLECTION)
KS = config["palette"]["ks"]


wildcard_constraints:
    image="[A-Za-z0-9][A-Za-z0-9._-]*",
    k="[1-9][0-9]*",


def original(wildcards):
    """Return the path of an image's original."""
    if wildcards.image not in IMAGES:
        raise InputError(f"no image {wildcards.image} in {config['collection']}")
    return IMAGES[wildcards.image]["source"]


def run_job(step, log, *args, **kwargs):
    """Run a step where Python is warm; a child of another snakemake has no use for a pool."""
    if workflow.is_main_process:
        run_in_worker(workflow.cores, step, str(log), *args, **kwargs)
    else:
        run_step(step, str(log), *args, **kwargs)


def summary():
    """Return the closing line: what was made, how long it took, and where the page is."""
    palettes = succeeded["palette.make_palette"]
    seconds = time.monotonic() - STARTED
    made = f"{len(IMAGES)} images, {palettes} palettes made, {seconds:.0f} s."
    return f"{made} The page: results/index.html" if succeeded["page.make_page"] else made


def advice():
    """Return what to do after a failure."""
    return (
        "What succeeded is kept. Mend the cause, or leave an image out with `exclude` in"
        " config.yaml, and run the same command again; with -k a run goes on past failures."
    )
