"""What can be asked for besides the page, through whole runs."""

import json

import numpy as np
from PIL import Image

from tests.workflow.runner import Workflow, copy_of

SUFFIXES = ("gpl", "ase", "css", "json")
OF_A = ["palette k=2, image=a", "pixels image=a", "thumbnail image=a"]


def test_everything_asked_for_is_there(exported):
    made = {path.removeprefix("results/") for path in Workflow(exported).outputs()}
    expected = {f"overlays/k{k}/{i}.jpg" for i in "abc" for k in (3, 5)}
    expected |= {f"swatches/k{k}/{i}.{s}" for i in "abc" for k in (3, 5) for s in SUFFIXES}
    expected |= {f"swatches/k{k}.{s}" for k in (3, 5) for s in SUFFIXES}
    expected |= {f"montage_k{k}.png" for k in (3, 5)}
    expected |= {f"pictures/{i}.webp" for i in "abc"}
    tops = ("overlays/", "pictures/", "swatches/", "montage")
    assert {path for path in made if path.startswith(tops)} == expected


def test_an_export_of_one_image_runs_that_images_jobs_only(unbuilt):
    assert unbuilt.jobs("results/overlays/k2/a.jpg") == ["overlay k=2, image=a", *OF_A]
    assert unbuilt.jobs("results/pictures/a.webp") == ["picture image=a"]
    assert unbuilt.jobs("results/swatches/k2/a.css") == [
        *OF_A[:2],
        "swatches_of_image k=2, image=a",
        OF_A[2],
    ]


def test_the_files_hold_the_palettes(exported):
    results = exported / "results"
    palettes = json.loads((results / "palettes_k3.json").read_text())
    pixels = np.asarray(Image.open(results / "montage_k3.png"))
    tokens = json.loads((results / "swatches/k3.json").read_text())
    for image in palettes["images"]:
        hexes = [colour["hex"] for colour in image["colors"]]
        for colour in image["colors"]:
            assert (pixels == colour["rgb"]).all(axis=2).sum() > 1000
        alone = json.loads((results / f"swatches/k3/{image['image']}.json").read_text())
        for file in (tokens, alone):
            values = [item for item in file[image["title"]].values() if isinstance(item, dict)]
            assert [item["$value"]["hex"] for item in values] == hexes
        with Image.open(exported / f"{image['image']}.png") as original:
            assert Image.open(results / f"overlays/k3/{image['image']}.jpg").size == original.size
            assert Image.open(results / f"pictures/{image['image']}.webp").size == original.size


def test_snakemakes_report_opens_offline_with_page_and_montages(exported, tmp_path, browser):
    workflow = copy_of(exported, tmp_path / "copy")
    assert workflow.run("--report", "results/report.html").returncode == 0
    context = browser.new_context(offline=True)
    page, errors = context.new_page(), []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((workflow.folder / "results/report.html").as_uri())
    for chart in ("Workflow", "Statistics"):  # the rule graph, and the run times
        page.get_by_role("link", name=chart).click()
        page.locator("canvas.marks").first.wait_for()
        page.reload()
    page.get_by_role("link", name="Montages").click()
    page.locator("tbody a").first.click()
    picture = page.locator("img[src^='data:image/png']")
    picture.wait_for()
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") == 3508

    page.reload()
    page.get_by_role("link", name="Page").click()
    page.locator("tbody a").first.click()
    inside = page.frame_locator("iframe")
    inside.locator("#marks[data-complete=true]").wait_for()
    inside.locator("input[name=view][value=grid]").check()
    inside.locator("#marks[data-still=true]").wait_for()
    assert page.frames[1].evaluate("location.hash").startswith("#view=grid")
    assert errors == []
    context.close()


def test_a_report_of_the_page_alone_needs_no_montages(workflow):
    assert workflow.run("--report", "results/report.html").returncode == 0
    assert "montage_k3.png" not in (workflow.folder / "results/report.html").read_text()
