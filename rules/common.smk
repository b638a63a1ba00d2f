import os
import sys
import time
from pathlib import Path

sys.path.insert(0, workflow.basedir)

from scripts.collections.collection import (
    SAMPLE,
    is_address,
    is_museum_table,
    is_there,
    read_collection,
)
from scripts.collections.config import enhancements, read_config
from scripts.collections.download import check_image
from scripts.common.errors import InputError
from scripts.running.interrupts import end_jobs_on_signals, end_on_ctrl_c, interrupted, terminated
from scripts.collections.museum_table import museums
from scripts.running.digests import code_digest, data_digest, files_digest
from scripts.running.steps import run_step
from scripts.running.terminal import BriefFormatter
from scripts.palettes.unreadable import count_unreadable
from scripts.running.workers import (
    call_in_worker,
    kill_workers,
    run_in_thread,
    run_in_worker,
    succeeded,
)

STARTED = time.monotonic()

if workflow.output_settings.quiet:
    for handler in logger.handlers:
        if handler.name == "DefaultStreamHandler":
            handler.setFormatter(BriefFormatter(handler.formatter))

METHODS = enhancements(config)
config = read_config(config)

# The collection may be a table that this run is to make.
IS_THERE = Path(config["collection"]).exists() or not is_museum_table(config["collection"])
COLLECTION = read_collection(config["collection"], config["exclude"]) if IS_THERE else []
IMAGES = {image["image_id"]: image for image in COLLECTION}
COLLECTION_DIGEST = data_digest(COLLECTION)
KS = config["palette"]["ks"]
RESULTS = [
    "results/index.html",
    "results/palettes.json",
    *expand("results/palettes_k{k}.json", k=KS),
    "results/palettes.parquet",
    "results/unreadable.tsv",
]
SKIP = config["on_unreadable"] == "skip"
STUDIED = [image for image in IMAGES if Path(f"results/studies/{image}.html").is_file()]

if workflow.is_main_process:
    end_on_ctrl_c()
    if not IS_THERE:
        logger.warning(f"{config['collection']} is not there yet: this run makes it and no more.")


wildcard_constraints:
    image="[A-Za-z0-9][A-Za-z0-9._-]*",
    k="[1-9][0-9]*",


def image_of(wildcards):
    """Return the image of the collection whose ID the wildcards hold."""
    if wildcards.image not in IMAGES:
        raise InputError(f"no image {wildcards.image} in {config['collection']}")
    return IMAGES[wildcards.image]


def told_of(wildcards):
    """Return what a swatch file tells of an image besides its palette."""
    image = image_of(wildcards)
    return {key: image[key] for key in ("title", "year", "artist")}


def studied(wildcards):
    """Return the study sheets that the config asks for: of the first two images unless it says."""
    for image in config["studies"]:
        if image not in IMAGES:
            raise InputError(f"config: studies has {image}; allowed: IDs of {config['collection']}")
    images = config["studies"] or list(IMAGES)[:2]
    return expand("results/studies/{image}.{suffix}", image=images, suffix=["html", "png"])


def settings_of_study(wildcards):
    """Return what the figures of an image's study depend on."""
    image = image_of(wildcards)
    return {
        "image": {key: value for key, value in image.items() if key != "source"},
        "ks": sorted({3, 5, 8, *KS}),
        "k": config["page"]["k"],
        "method": config["enhance"]["method"],
        "methods": METHODS,
        "palette": {key: value for key, value in config["palette"].items() if key != "ks"},
    }


def settings_of_museum(wildcards):
    """Return what a museum's table depends on."""
    if wildcards.museum not in museums():
        raise InputError(f"no museum {wildcards.museum}; allowed: {', '.join(museums())}")
    return config.get(wildcards.museum, {})


def address_of(wildcards):
    """Return the address of an image's original."""
    return image_of(wildcards)["source"]


def path_of(wildcards):
    """Return the path of an image's original."""
    source = image_of(wildcards)["source"]
    return f"results/originals/{wildcards.image}" if is_address(source) else source


def original(wildcards):
    """Return the path of an image's original; nothing if it is not there, which its job tells."""
    path = path_of(wildcards)
    to_be_made = config["collection"] == SAMPLE or is_address(image_of(wildcards)["source"])
    return path if to_be_made or is_there(path) else []


def shown_in_report(wildcards):
    """Return what was asked for and is there, if nothing is to run now: --report shows it too."""
    if workflow.execution_settings is not None or not IS_THERE:
        return []
    montages = expand("results/montage_k{k}.png", k=KS)
    sheets = expand("results/studies/{image}.{suffix}", image=STUDIED, suffix=["html", "png"])
    return list(filter(os.path.exists, montages + sheets))


def run_job(step, log, *args, **kwargs):
    """Run a step where Python is warm; a child of another snakemake has no use for a pool."""
    if workflow.is_main_process:
        run_in_worker(workflow.cores, step, str(log), *args, **kwargs)
    else:
        run_step(step, str(log), *args, **kwargs)


def run_download(log, address, output):
    """Download an image in this thread, which waits; a worker decodes it, which may crash."""

    def check(path):
        if workflow.is_main_process:
            call_in_worker(workflow.cores, log, check_image, path)
        else:
            check_image(path)

    step = "download.download_image"
    run_in_thread(step, str(log), address, output, check=check, **config["download"])


def summary():
    """Return the closing line: what was made, how long it took, and where the page is."""
    if tables := museum_tables():
        return "\n".join(map(next_step, tables))
    downloads = succeeded["collections.download.download_image"]
    downloaded = f" ({downloads} downloaded)" if downloads else ""
    palettes = succeeded["palettes.palette.make_palette"]
    sheets = succeeded["studies.sheet.make_sheet"]
    seconds = time.monotonic() - STARTED
    made = f"{len(IMAGES)} images{downloaded}, {palettes} palettes made, {seconds:.0f} s."
    if unreadable := count_unreadable("results/unreadable.tsv"):
        made += f" {unreadable} could not be read: results/unreadable.tsv."
    if succeeded["page.page.make_page"]:
        made += " The page: results/index.html"
    if sheets:
        made += f" Study sheets in results/studies: {sheets}."
        made += " Run snakemake again, and the page links to them."
    return made


def museum_tables():
    """Return the museums' tables that this run was to make."""
    asked = sorted(filter(is_museum_table, workflow.dag_settings.targets))
    return asked or ([] if IS_THERE else [config["collection"]])


def next_step(table):
    """Return what a table holds, and how to use it."""
    paintings = len(read_collection(table))
    return f"{table}: {paintings} paintings. Now: snakemake --config collection={table}"


def advice():
    """Return what to do after a failure or an interrupt."""
    if interrupted.is_set() or terminated.is_set():
        return "Interrupted. What is finished is kept: the same command goes on from there."
    return (
        "What succeeded is kept. Mend the cause, or leave an image out with `exclude` in"
        " config.yaml, and run the same command again. With -k a run goes on past failures, with"
        " `on_unreadable: skip` it completes without the images that cannot be read."
    )
