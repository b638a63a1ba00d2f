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


@pytest.fixture(params=["pal", ""], ids=["prefix", "no prefix"])
def importer(request, built, tmp_path):
    """A workflow that imports the one of `built`, with three images and a module of its own, and
    the folder into which results go.
    """
    folder = tmp_path / "importer"
    (folder / "scripts").mkdir(parents=True)
    (folder / "scripts" / "own.py").write_text("GREETING = 'The importer has the last word.'\n")
    for name in ("a.png", "b.png", "c.png", "paintings.tsv"):
        shutil.copy(built / name, folder)
    prefix = f"prefix: {request.param!r}" if request.param else ""
    (folder / "Snakefile").write_text(
        IMPORT.format(snakefile=str(built / "Snakefile"), prefix=prefix)
    )
    (folder / "config.yaml").write_text(CONFIG.format(collection="paintings.tsv"))
    results = folder / request.param / "results"
    shutil.copytree(
        built / "results/page/node_modules", results / "page/node_modules", symlinks=True
    )
    return Workflow(folder), results


def build(workflow, *targets):
    """Run snakemake as an importer does who takes only the one setting that jobs need."""
    return workflow.build("--force-use-threads", "--", *targets)


def test_all_is_made_where_the_importer_wants_it_and_once(importer, built):
    workflow, results = importer
    said = build(workflow)
    assert said.strip().splitlines()[-3].strip() == "The importer has the last word."
    assert "images:" not in said
    assert "localrules" not in said
    assert [path.name for path in workflow.folder.iterdir() if path.name.startswith("res")] == (
        ["results"] if results.parent == workflow.folder else []
    )
    for name in ("palettes.json", "palettes_k3.json", "palettes.parquet", "unreadable.tsv"):
        assert (results / name).read_bytes() == (built / "results" / name).read_bytes(), name
    assert "<title>Imported é</title>" in (results / "index.html").read_text()
    assert workflow.jobs() == []


def test_what_reads_originals_finds_them(importer, built):
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
