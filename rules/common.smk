from pathlib import Path

from snakemake.utils import min_version

from scripts.collections.collection import (
    SAMPLE,
    is_address,
    is_museum_table,
    is_there,
    read_collection,
)
from scripts.collections.config import (
    enhancements,
    read_config,
    settings_of_museum,
    studied,
    typed_texts,
)
from scripts.common.errors import InputError
from scripts.common.files import ROOT, check_writable
from scripts.running.digests import code_digest, data_digest, files_digest

min_version("9.0")

if workflow.is_main_process:
    check_writable(".")

CONFIG = read_config(config, typed_texts(workflow.configfiles))
METHODS = enhancements(config)

# The collection may be a table that this run is to make.
IS_THERE = Path(CONFIG["collection"]).exists() or not is_museum_table(CONFIG["collection"])
COLLECTION = read_collection(CONFIG["collection"], CONFIG["exclude"]) if IS_THERE else []
COLLECTION_DIGEST = data_digest(COLLECTION)
IMAGES = {image["image_id"]: image for image in COLLECTION}
KS = CONFIG["palette"]["ks"]
RESULTS = [
    "results/index.html",
    "results/palettes.json",
    *expand("results/palettes_k{k}.json", k=KS),
    "results/palettes.parquet",
    "results/unreadable.tsv",
]
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
        raise InputError(f"no image {wildcards.image} in {CONFIG['collection']}")
    return IMAGES[wildcards.image]


def original(wildcards):
    """Return an image's original as an input; nothing if it is not there, which its job tells."""
    source = image_of(wildcards)["source"]
    if is_address(source):
        return f"results/originals/{wildcards.image}"
    if CONFIG["collection"] == SAMPLE:
        return source
    return local(source) if is_there(source) else []


def path_of(original, wildcards):
    """Return the path of an image's original, whether it is there as an input or not."""
    return original or image_of(wildcards)["source"]
