"""Another workflow imports this one, with Snakemake's own means."""

import shutil

import pytest

from tests.server import body
from tests.workflow.runner import Workflow

IMPORT = """
import sys
from scripts.own import GREETING

configfile: "config.yaml"

module palettes:
    snakefile: {snakefile!r}
    config: config["palettes"]
    {prefix}

use rule * from palettes as p_*

rule all:
    default_target: True
    input: rules.p_all.input

onsuccess: print(GREETING, file=sys.stderr)
"""
CONFIG = """
palettes:
  collection: {collection}
  palette: {{ks: [3, 5]}}
  page: {{title: "Imported é"}}
  download: {{allow_loopback: true}}
"""


def importing(built, folder, prefix):
    """Return a workflow in `folder` that imports the one of `built`, with three images and a module
    of its own, and the folder into which results go.
    """
    (folder / "scripts").mkdir(parents=True)
    (folder / "scripts" / "own.py").write_text("GREETING = 'The importer has the last word.'\n")
    for name in ("a.png", "b.png", "c.png", "paintings.tsv"):
        shutil.copy(built / name, folder)
    snakefile = str(built / "Snakefile")
    prefixed = f"prefix: {prefix!r}" if prefix else ""
    (folder / "Snakefile").write_text(IMPORT.format(snakefile=snakefile, prefix=prefixed))
    (folder / "config.yaml").write_text(CONFIG.format(collection="paintings.tsv"))
    results = folder / prefix / "results"
    modules = "page/node_modules"
    shutil.copytree(built / "results" / modules, results / modules, symlinks=True)
    return Workflow(folder), results


@pytest.fixture
def importer(built, tmp_path):
    """As of `importing`, with a prefix."""
    return importing(built, tmp_path / "importer", "pal")


def build(workflow, *targets):
    """Run snakemake as an importer does who takes only the one setting that jobs need."""
    return workflow.build("--force-use-threads", "--", *targets)


@pytest.mark.parametrize("prefix", ["pal", ""])
def test_all_is_made_where_the_importer_wants_it_and_once(built, tmp_path, prefix):
    workflow, results = importing(built, tmp_path / "importer", prefix)
    said = build(workflow)
    assert said.strip().splitlines()[-3].strip() == "The importer has the last word."
    assert "images:" not in said
    assert "localrules" not in said
    assert (workflow.folder / "results").exists() is (prefix == "")
    for name in ("palettes.json", "palettes_k3.json", "palettes.parquet", "unreadable.tsv"):
        assert (results / name).read_bytes() == (built / "results" / name).read_bytes(), name
    assert "<title>Imported é</title>" in (results / "index.html").read_text()
    assert workflow.jobs() == []


def test_what_reads_originals_finds_them(importer):
    workflow, results = importer
    targets = ("overlays/k3/a.jpg", "montage_k3.png", "swatches/k3/a.css", "studies/a.html")
    build(workflow, *(str((results / path).relative_to(workflow.folder)) for path in targets))
    for path in targets:
        assert (results / path).stat().st_size > 0


def test_the_sample_is_painted_there_too(importer):
    workflow, results = importer
    (workflow.folder / "config.yaml").write_text(CONFIG.format(collection="sample"))
    palette = results / "palettes/k3/haystacks-sunset.json"
    build(workflow, str(palette.relative_to(workflow.folder)))
    assert palette.is_file()
    assert (results / "sample/haystacks-sunset.png").is_file()


def test_images_are_downloaded_there_too(importer, server):
    workflow, results = importer
    server.answers["/a"] = [body((workflow.folder / "a.png").read_bytes(), "image/png")]
    (workflow.folder / "paintings.tsv").write_text(f"image_id\tsource\na\t{server.address}/a\n")
    palette = results / "palettes/k3/a.json"
    build(workflow, str(palette.relative_to(workflow.folder)))
    assert palette.is_file()
    assert (results / "originals/a").is_file()


def test_the_table_of_a_museum_lies_where_the_config_looks_for_it(importer):
    workflow, _ = importer
    table = "collections/wikidata_Q296.tsv"
    (workflow.folder / "config.yaml").write_text(CONFIG.format(collection=table))
    assert workflow.jobs(table) == ["p_museum_table museum=wikidata, painter=Q296"]
    assert workflow.jobs() == ["all", "p_museum_table museum=wikidata, painter=Q296"]


def test_bad_settings_are_named(importer):
    workflow, _ = importer
    config = CONFIG.format(collection="paintings.tsv").replace("palette:", "palete:")
    (workflow.folder / "config.yaml").write_text(config)
    said = workflow.run("-n").stdout
    assert "config: unknown key palete, did you mean palette?" in said
