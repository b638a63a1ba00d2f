"""Study sheets: what is asked for is made, and the page links to what is there."""

import json
import re

import pytest

from tests.page.checks import visit
from tests.workflow.runner import Workflow, copy_of, paint
from tests.workflow.test_reruns import (
    an_edited,
    another_painting_title,
    names_of_our_own,
    palettes_of_people,
    set_to,
)

STUDY = ["study_figures", "study_picture", "study_sheet"]
HINT = "The sheets are in results/studies: run snakemake again, and the page links to them."


@pytest.fixture(scope="session")
def studied(built, shared):
    """The folder of a workflow that made the sheets of its first two images, and then the page."""

    def fill(folder):
        workflow = copy_of(built, folder)
        last = workflow.build("studies").strip().splitlines()[-1]
        assert last.startswith("3 images: 2 study sheets made, ")
        assert last.endswith(f" {HINT}")
        assert workflow.jobs() == ["all", "page"]
        workflow.build()

    return shared("studied", fill)


@pytest.fixture
def copy(studied, tmp_path):
    return copy_of(studied, tmp_path / "copy")


def of(images, steps=STUDY):
    return [f"{step} image={image}" for step in steps for image in images]


def test_without_ids_the_first_two_images_are_examined(studied):
    made = {path.name for path in (studied / "results/studies").iterdir()}
    assert made == {f"{image}.{suffix}" for image in "ab" for suffix in ("html", "json", "png")}
    assert Workflow(studied).jobs("studies") == []
    assert Workflow(studied).jobs() == []


def test_the_configured_palette_is_that_of_the_results(studied):
    for image in "ab":
        figures = json.loads((studied / f"results/studies/{image}.json").read_text())
        for k in (3, 5):
            palette = json.loads((studied / f"results/palettes/k{k}/{image}.json").read_text())
            assert figures["palettes"][str(k)]["colors"] == palette["colors"]


def test_the_page_links_to_the_sheets_that_are_there(browser, studied):
    page_file = studied / "results/index.html"
    with visit(browser, page_file, "#image=a") as page:
        link = page.locator("#panel").get_by_role("link", name="Study sheet")
        assert link.get_attribute("href") == "studies/a.html"
    with visit(browser, page_file, "#image=c") as page:
        assert page.locator("#study-link").is_hidden()


def test_the_link_goes_with_the_sheet(copy):
    (copy.folder / "results/studies/a.html").unlink()
    assert copy.jobs() == ["all", "page"]


def test_the_sheet_of_any_image_can_be_asked_for_and_makes_nothing_of_others(copy):
    sheet = "results/studies/c.html"
    assert copy.jobs(sheet) == ["study_figures image=c", "study_sheet image=c"]


def test_a_sheet_needs_no_palettes(unbuilt):
    jobs = unbuilt.jobs("results/studies/c.html")
    steps = ["study_figures", "study_sheet", "thumbnail"]
    assert [job for job in jobs if "image=" in job] == of("c", steps)
    assert {job.split()[0] for job in jobs} <= {*steps, "modules", "study_bundle"}


def test_ids_in_the_config_are_those_examined(copy):
    copy.edit("config.yaml", "studies: []", "studies: [c]")
    assert copy.jobs("studies") == sorted(["studies", *of("c")])


def test_an_id_that_is_not_there_is_refused_only_when_studies_are_asked_for(copy):
    copy.edit("config.yaml", "studies: []", "studies: [gone]")
    expected = "config: studies has gone; allowed: IDs of paintings.tsv"
    assert copy.refusal("studies") == expected
    assert copy.jobs() == []
    assert copy.refusal("results/studies/gone.html") == "no image gone in paintings.tsv"


def one_image_changed(workflow):
    paint(workflow.folder / "b.png", 5)


def drawn_anew(images="ab"):
    return of(images, STUDY[1:])


@pytest.mark.parametrize(
    ("change", "jobs"),
    [
        (another_painting_title, of("a")),
        (one_image_changed, [*of("b"), "thumbnail image=b"]),
        (set_to("page", "k", 3), of("ab")),
        (set_to("enhance", "min_chroma", 0.2), of("ab")),
        (set_to("palette", "space", "lab"), of("ab")),
        (palettes_of_people, of("b")),
        (names_of_our_own, of("ab", ["study_sheet"])),
        (set_to("palette", "ks", [3, 4, 5]), of("ab")),
        (an_edited("scripts/studies/lloyd.py"), of("ab")),
        (an_edited("scripts/studies/cloud.py"), drawn_anew()),
        (an_edited("scripts/studies/sheet.py"), of("ab", ["study_sheet"])),
        (an_edited("scripts/studies/picture.py"), of("ab", ["study_picture"])),
        (an_edited("page/study.css"), of("ab", ["study_sheet"])),
        (an_edited("page/src/study/turn.js"), [*of("ab", ["study_sheet"]), "study_bundle"]),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_a_change_runs_just_what_it_touches(copy, change, jobs):
    change(copy)
    assert copy.jobs("studies") == sorted([*jobs, "studies"])


def test_what_only_the_page_shows_makes_no_sheet_again(copy):
    set_to("page", "title", "Stripes")(copy)
    set_to("palette", "ks", [3, 5, 8])(copy)
    an_edited("page/src/main.js")(copy)
    an_edited("page/style.css")(copy)
    assert copy.jobs("studies") == []


def test_the_default_run_makes_no_sheets(copy):
    an_edited("scripts/studies/lloyd.py")(copy)
    an_edited("page/src/study/turn.js")(copy)
    assert copy.jobs() == []
    an_edited("page/base.css")(copy)
    assert copy.jobs() == ["all", "page"]


def test_an_image_that_cannot_be_read_is_told_in_one_line(unbuilt):
    (unbuilt.folder / "a.png").write_bytes(b"")
    targets = [f"results/studies/a.{suffix}" for suffix in ("png", "html")]
    done = unbuilt.run("-j2", *targets)
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    assert len(re.findall("a: cannot read a.png: an empty file", done.stderr)) == 1
    unbuilt.build("--config", "on_unreadable=skip", "--", *targets)
    sheet = (unbuilt.folder / "results/studies/a.html").read_text()
    assert "This image could not be read: an empty file." in sheet
