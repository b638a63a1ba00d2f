"""A folder of odd files: what can be read is read, and what cannot is told or skipped."""

import csv
import json
import re

import pytest
from PIL import Image

from scripts.collections.collection import read_collection
from tests.odd_files import BAD, GOOD, halves, write_odd_files
from tests.workflow.conftest import COMPARISON, EXPORTS

LINK = "link.jpg"
UNREADABLE = {odd.name for odd in BAD}
SKIP = ("--config", "collection=pictures", "on_unreadable=skip")
FAIL = ("--config", "collection=pictures")
PALETTES = ("results/palettes.json", "results/unreadable.tsv")


@pytest.fixture
def odd(unbuilt):
    """A workflow with the corpus of odd files in a folder."""
    (unbuilt.folder / "pictures").mkdir()
    write_odd_files(unbuilt.folder / "pictures")
    return unbuilt


def unreadable(workflow):
    """Return the reasons in results/unreadable.tsv by the names of the files."""
    with (workflow.folder / "results/unreadable.tsv").open(newline="") as file:
        rows = list(csv.DictReader(file, dialect="excel-tab"))
    return {row["source"].removeprefix("pictures/"): row["reason"] for row in rows}


def in_palettes(workflow):
    palettes = json.loads((workflow.folder / "results/palettes.json").read_text())
    return {image["image"] for image in palettes["images"]}


def test_by_default_each_fails_with_one_line_and_all_else_is_made(odd):
    done = odd.run("-j2", "-k", *FAIL)
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    told = re.findall(r"cannot read pictures/(\S+): (.*) \(log: ", done.stderr)
    assert sorted(name for name, _ in told) == sorted(UNREADABLE)
    assert "it begins with '<!DOCTYPE html>'" in dict(told)["page.jpg"]
    assert f"pictures: left out: 1 link to nothing (the first {LINK})" in done.stderr
    made = list((odd.folder / "results/palettes/k3").iterdir())
    assert len(made) == len(GOOD)
    assert not (odd.folder / "results/palettes.json").exists()


def test_where_they_are_skipped_they_are_listed_and_a_repaired_one_comes_in(odd):
    said = odd.build(*SKIP)
    assert unreadable(odd).keys() == UNREADABLE
    assert unreadable(odd)["clear.png"] == "fully transparent"
    assert len(in_palettes(odd)) == len(GOOD)
    last = said.strip().splitlines()[-1]
    told = f" {len(UNREADABLE)} could not be read: results/unreadable.tsv. The page: results/"
    assert told in last
    assert odd.jobs(options=SKIP) == []

    (odd.folder / "nowhere.jpg").write_bytes((odd.folder / "pictures/plain.jpg").read_bytes())
    (odd.folder / "pictures" / LINK).unlink()
    (odd.folder / "pictures" / LINK).symlink_to(odd.folder / "nowhere.jpg")
    halves().save(odd.folder / "pictures/empty.jpg")
    steps = {"thumbnail", "pixels", "palette"}
    jobs = [job for job in odd.jobs(options=SKIP) if job.split()[0] in steps]
    assert {re.search("image=(.*)", job)[1] for job in jobs} == {"empty", "link"}
    odd.build(*SKIP, "--", *PALETTES)
    assert unreadable(odd).keys() == UNREADABLE - {"empty.jpg"}
    assert {"empty", "link"} <= in_palettes(odd)


def test_what_was_skipped_is_an_error_again_when_the_config_says_so(odd):
    odd.build(*SKIP, "--", *PALETTES)
    done = odd.run("-j2", *FAIL, "--", *PALETTES)
    assert done.returncode != 0
    assert re.search(r"cannot read pictures/\S+: .* \(\d+ more\)", done.stderr)
    ids = [
        image["image_id"]
        for image in read_collection(odd.folder / "pictures")[0]
        if image["source"].rpartition("/")[2] in UNREADABLE
    ]
    odd.edit("config.yaml", "exclude: []", f"exclude: {json.dumps(ids)}")
    odd.build(*FAIL, "--", *PALETTES)
    assert len(in_palettes(odd)) == len(GOOD)
    assert unreadable(odd) == {}


def test_a_collection_of_which_nothing_can_be_read_still_has_its_files(unbuilt):
    (unbuilt.folder / "pictures").mkdir()
    (unbuilt.folder / "pictures/a.jpg").write_bytes(b"")
    exports = [export for export in EXPORTS if export != COMPARISON]
    unbuilt.build(*SKIP, "--", "all", *exports, "site")
    assert unreadable(unbuilt) == {"a.jpg": "an empty file"}
    results = unbuilt.folder / "results"
    assert (results / "index.html").is_file()
    with Image.open(results / "overlays/k3/a.jpg") as overlay:
        assert overlay.info["comment"] == b"cannot read pictures/a.jpg: an empty file"
    for swatches in ("k3.css", "k3/a.css"):
        assert (results / "swatches" / swatches).read_text() == ":root {\n\n}\n"
    with Image.open(results / "montage_k3.png") as montage:
        assert montage.size == (3508, 2480)
