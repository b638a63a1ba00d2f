from pathlib import Path

from snakemake.utils import min_version

from scripts.collections.collection import SAMPLE, is_museum_table, read_collection
from scripts.collections.config import (
    enhancements,
    read_config,
    settings_of_museum,
    studied,
    typed_texts,
)
from scripts.collections.people import read_people
from scripts.collections.sources import is_address
from scripts.collections.vocabulary import read_vocabulary
from scripts.common.errors import InputError
from scripts.common.files import ROOT, check_writable
from scripts.running.digests import code_digest, data_digest, files_digest

min_version("9.0")

if workflow.is_main_process:
    check_writable(".")

CONFIG = read_config(config, typed_texts(workflow.configfiles))
METHODS = enhancements(config)

LOCATION, TOLD = CONFIG["collection"], []
if is_address(LOCATION):
    LOCATION, TOLD = call(
        "collections.addresses.table_of_address",
        LOCATION,
        settings=settings_of_museum("iiif", None, CONFIG),
        download=CONFIG["download"],
        may_ask=workflow.is_main_process,
    )
# The collection may be a table that this run is to make.
IS_THERE = Path(LOCATION).exists() or not is_museum_table(LOCATION)
COLLECTION = []
if IS_THERE:
    how_read = {key: CONFIG[key] for key in ("columns", "facets", "rows", "exclude")}
    COLLECTION, told = read_collection(LOCATION, **how_read)
    TOLD += told
if workflow.is_main_process:
    for line in TOLD:
        logger.warning(line)
COLLECTION_DIGEST = data_digest(COLLECTION)
IMAGES = {image["image_id"]: image for image in COLLECTION}
KS = CONFIG["palette"]["ks"]
# The largest k tells most of a painting's colours, and does not depend on the k shown first.
FINEST = f"results/palettes_k{max(KS)}.json"
RESULTS = [
    "results/index.html",
    "results/palettes.json",
    *expand("results/palettes_k{k}.json", k=KS),
    "results/palettes.parquet",
    "results/unreadable.tsv",
    *(["results/card.png"] if CONFIG["page"]["address"] else []),
]
NAMES = read_vocabulary(CONFIG["names"]) if CONFIG["names"] else []
NAMES_DIGEST = data_digest(NAMES)
SKIP = CONFIG["on_unreadable"] == "skip"
PAGE = ROOT / "page"
# MB that it takes to read the largest images allowed, as a small copy and in full size.
MEMORY_SMALL, MEMORY_WHOLE = 1400, 2300


wildcard_constraints:
    image="[A-Za-z0-9][A-Za-z0-9._-]*",
    k="[1-9][0-9]*",


def image_of(wildcards):
    """Return the image of the collection whose ID the wildcards hold."""
    if wildcards.image not in IMAGES:
        raise InputError(f"no image {wildcards.image} in {LOCATION}")
    return IMAGES[wildcards.image]


def original(wildcards):
    """Return the path of an image's original."""
    source = image_of(wildcards)["source"]
    if is_address(source):
        return f"results/originals/{wildcards.image}"
    return source if LOCATION == SAMPLE else local(source)
