import os
import shutil
from pathlib import Path

import pytest

from tests.workflow.runner import Workflow, copy_of, paint

ROOT = Path(__file__).parents[2]
SOURCES = ["Snakefile", "config.yaml", "rules", "scripts", "schemas", "envs", "profiles", "page"]
SOURCES += ["report", "requirements.in", "as-published.yaml"]
EXPORTS = ("overlays", "pictures", "swatches", "montages", "results/card.png")
COMPARISON = "results/compare_1870s_rest.svg"
EXPORTS += ("groups", COMPARISON)


def pytest_collection_modifyitems(items):
    """Begin with the file whose tests take longest: no worker is to be left alone with one."""
    items.sort(key=lambda item: item.path.name != "test_faults.py")


@pytest.fixture(scope="session")
def built(shared):
    """The folder of a workflow that has run on a table of three images, for copying."""
    return shared("built", build)


def build(folder):
    folder.mkdir()
    for name in SOURCES:
        if (ROOT / name).is_dir():
            ignored = shutil.ignore_patterns("node_modules", "__pycache__")
            shutil.copytree(ROOT / name, folder / name, ignore=ignored)
        else:
            shutil.copy2(ROOT / name, folder / name)
    rows = ["image_id\tsource\ttitle\tyear"]
    for number, (image_id, year) in enumerate({"a": 1870, "b": 1871, "c": 1882}.items()):
        paint(folder / f"{image_id}.png", number)
        rows.append(f"{image_id}\t{image_id}.png\tPainting {image_id}\t{year}")
    (folder / "paintings.tsv").write_text("\n".join(rows) + "\n")
    workflow = Workflow(folder)
    workflow.edit("config.yaml", "collection: sample ", "collection: paintings.tsv ")
    workflow.edit("config.yaml", "ks: [3, 5, 8]", "ks: [3, 5]")
    done = workflow.run("-j2", warm=False)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="session")
def exported(built, shared):
    """As `built`, and all that can be asked for besides is there."""
    return shared("exported", lambda folder: copy_of(built, folder).build("--", *EXPORTS))


@pytest.fixture
def workflow(built, tmp_path):
    """A copy of `built`, with nothing to do, to be changed by a test."""
    return copy_of(built, tmp_path / "copy")


@pytest.fixture
def unbuilt(workflow):
    """As `workflow`, but nothing has run except the installation of the page's modules."""
    for path in (workflow.folder / "results").iterdir():
        if path.name != "page":
            shutil.rmtree(path) if path.is_dir() else os.remove(path)
    return workflow
