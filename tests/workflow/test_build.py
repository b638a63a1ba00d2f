"""What a run makes, and what it says."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from PIL import Image

from tests.workflow.runner import COLOURS, paint

ROOT = Path(__file__).parents[2]
PUBLISHED = {
    5: "b55ac24426af1d576caf08f739a5bb8fa3cf955a894ba3b1a8e30adb9c770ad4",
    12: "61f5040e164b44bad34e66fa2070ba8d63b0cf5bbbd314ea0f6e401796ce0f44",
}
"""Of the palettes of each k by the published method, SHA-256."""


def test_everything_is_built(workflow):
    results = workflow.folder / "results"
    assert {path.name for path in results.iterdir()} == {
        *("index.html", "palettes.json", "palettes.parquet", "unreadable.tsv", "palettes_k3.json"),
        *("palettes_k5.json", "codes.json", "thumbnails", "pixels", "palettes", "page", "logs"),
    }
    for image in "abc":
        for file in [f"thumbnails/{image}.png", f"pixels/{image}.parquet"]:
            assert (results / file).is_file()
        for k in (3, 5):
            palette = json.loads((results / f"palettes/k{k}/{image}.json").read_text())
            assert len(palette["colors"]) == k
            assert sum(colour["share"] for colour in palette["colors"]) == pytest.approx(1)
    assert "Painting b" in (results / "index.html").read_text()


def test_every_job_has_a_log(workflow):
    logs = {path.relative_to(workflow.folder / "results/logs") for path in workflow.logs()}
    names = {str(path) for path in logs}
    assert names >= {"thumbnails/a.log", "pixels/a.log", "palettes/k3/a.log", "palettes_k3.log"}
    assert names >= {"palettes.log", "palettes_table.log", "page/page.log", "page/bundle.log"}
    assert "distinct colours" in (workflow.folder / "results/logs/pixels/a.log").read_text()


def test_the_palette_is_that_of_the_balanced_painting(workflow):
    workflow.build("results/palettes/k8/b.json")
    palette = json.loads((workflow.folder / "results/palettes/k8/b.json").read_text())
    with Image.open(workflow.folder / "b.png") as image:
        pixels = np.asarray(image).reshape(-1, 3).astype(float)
    grey = pixels @ [0.21, 0.72, 0.07]
    # A thousandth keeps what is whole in the formula whole in floating-point numbers.
    balanced = np.clip(pixels + 0.2 * (pixels - grey[:, None]) + 1e-9, 0, 255).astype(int)
    colours, counts = np.unique(balanced, axis=0, return_counts=True)
    assert len(colours) <= len(COLOURS)
    assert sorted((c["rgb"], c["share"]) for c in palette["colors"]) == [
        (colour.tolist(), count / len(pixels))
        for colour, count in zip(colours, counts, strict=True)
    ]


def test_a_k_that_is_not_in_the_config_can_be_asked_for(workflow):
    jobs = workflow.jobs("results/palettes_k2.json")
    assert jobs == [*(f"palette k=2, image={i}" for i in "abc"), "palettes_k k=2"]
    assert workflow.run("results/palettes_k2.json").returncode == 0
    assert json.loads((workflow.folder / "results/palettes_k2.json").read_text())["k"] == 2


@pytest.mark.parametrize(
    "choices",
    [
        {"method": "none", "algorithm": "farthest_first", "space": "oklab", "order": "lightness"},
        {"method": "hsl_saturation", "algorithm": "kmeans++", "space": "lab", "colour": "nearest"},
        {"method": "chroma_filter", "space": "rgb", "colour": "mode", "order": "hue"},
        {"method": "saturation_filter", "space": "oklab", "colour": "mode", "weight": "area"},
        {"method": "none", "space": "lab_2_1", "weight": "prominence", "distinct": 20},
    ],
)
def test_every_option_runs_through(workflow, choices):
    method = choices.pop("method")
    palette = ", ".join(f"{key}: {value}" for key, value in choices.items())
    workflow.build("--config", f"enhance={{method: {method}}}", f"palette={{{palette}}}")
    palettes = json.loads((workflow.folder / "results/palettes_k3.json").read_text())
    for image in palettes["images"]:
        assert image["space"] == choices["space"]
        assert image["weight"] == choices.get("weight", "prominence")
        assert len(image["colors"]) == min(3, image["distinct"])
        if "order" in choices:
            place = ["lightness", "chroma", "hue"].index(choices["order"])
            values = [colour["oklch"][place] for colour in image["colors"]]
            assert values == sorted(values)


def test_the_published_method_finds_what_it_found_before_there_were_others(workflow):
    """The digests are of results from when half of the difference from grey, in RGB, by area, was
    the only way: with a test's images of their own, as no painting is in the repository.
    """
    folder = workflow.folder / "published"
    folder.mkdir()
    y, x = np.mgrid[:96, :128]
    for name, (a, b, c) in {"dunes": (3, 5, 2), "sea": (1, 7, 4)}.items():
        red, green = (a * x + y * y // 9) % 256, (b * y + x * x // 21) % 200 + 40
        blue = (c * (x + y) + x * y // 17) % 180
        pixels = np.stack([red, green, blue], axis=2).astype(np.uint8)
        Image.fromarray(pixels).save(folder / f"{name}.png")
    targets = [f"results/palettes_k{k}.json" for k in PUBLISHED]
    config = ("--configfile", "as-published.yaml", "--config", "collection=published")
    workflow.build(*config, "--", *targets)
    for target, digest in zip(targets, PUBLISHED.values(), strict=True):
        images = json.loads((workflow.folder / target).read_text())["images"]
        told = [
            [
                image["image"],
                image["wcss"],
                image["wcss_in_space"],
                [[colour["hex"], colour["share"]] for colour in image["colors"]],
            ]
            for image in images
        ]
        assert hashlib.sha256(json.dumps(told).encode()).hexdigest() == digest


def test_one_palette_can_be_asked_for(unbuilt):
    target = "results/palettes/k4/a.json"
    assert unbuilt.jobs(target) == ["palette k=4, image=a", "pixels image=a", "thumbnail image=a"]


def test_two_runs_give_the_same_bytes(workflow, unbuilt, monkeypatch):
    """On one core and many, in other folders, time zones and locales; the manifest included."""
    workflow.build("results/manifest.json")
    monkeypatch.setenv("TZ", "Asia/Kathmandu")
    monkeypatch.setenv("LC_ALL", "C")
    assert unbuilt.run("-j1", "all", "results/manifest.json", warm=False).returncode == 0
    assert unbuilt.outputs() == workflow.outputs()


def test_the_manifest_is_checked(workflow):
    workflow.build("results/manifest.json")
    check = [sys.executable, "-m", "scripts.running.manifest", "results/manifest.json"]
    told = subprocess.check_output(check, cwd=workflow.folder, text=True)
    results = workflow.outputs().keys() - {"manifest.json"}
    assert told == f"{len(results)} files are as results/manifest.json says\n"
    assert workflow.jobs("results/manifest.json") == []
    workflow.edit("config.yaml", "title: Palettes", "title: Stripes")
    assert workflow.jobs("results/manifest.json") == ["manifest", "page"]
    (workflow.folder / "results/palettes/k3/a.json").write_text("{}")
    done = subprocess.run(check, cwd=workflow.folder, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == (
        "results/palettes/k3/a.json: changed since the manifest was made\n"
        f"1 of {len(results)} files differ\n"
    )


def test_a_run_with_nothing_to_do_says_so(workflow):
    assert "Nothing to be done" in workflow.build()


def test_a_run_ends_with_one_line_that_tells_what_was_made(workflow):
    said = workflow.build("--config", "palette={ks: [3, 4, 5]}")
    last = said.strip().splitlines()[-1]
    assert last.lstrip().startswith("3 images: 3 palettes made, ")
    assert last.endswith(" The page: results/index.html")
    assert "rule palette:" not in said


def test_a_dry_run_is_a_short_table_of_jobs(workflow):
    said = workflow.run("-n", "--forceall").stdout
    assert "palette               6" in said
    assert said.count("Job stats") == 1
    assert len(said.splitlines()) < 30


def test_it_runs_from_another_folder_and_without_the_profile(workflow, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    paint(tmp_path / "elsewhere" / "one.png", 1)
    (tmp_path / "elsewhere" / "config.yaml").write_text("collection: .\npalette: {ks: [2, 5]}\n")
    done = workflow.run(
        *("-j2", "--directory", str(tmp_path / "elsewhere"), "--workflow-profile", "none"),
        *("--", "results/palettes_k2.json"),
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "elsewhere/results/palettes/k2/one.json").is_file()


def test_a_palette_can_be_made_by_each_of_many_snakemakes(workflow):
    done = workflow.run("-j2", "--batch", "palettes_k=1/3", "results/palettes_k4.json")
    assert done.returncode == 0, done.stderr
    assert len(list((workflow.folder / "results/palettes/k4").iterdir())) == 1


def test_the_workflow_is_linted_clean():
    done = subprocess.run(
        [sys.executable, "-m", "snakemake", "--lint"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_the_tables_year_and_title_reach_the_parquet(workflow):
    table = pd.read_parquet(workflow.folder / "results/palettes.parquet")
    assert table[["image", "title", "year"]].drop_duplicates().to_numpy().tolist() == [
        ["a", "Painting a", 1870],
        ["b", "Painting b", 1871],
        ["c", "Painting c", 1882],
    ]
