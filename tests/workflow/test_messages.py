"""What a run says, and where."""

import os
import re
import shutil
import subprocess
import sys

import pytest

from tests.workflow.runner import Workflow


def last_line(said):
    return said.strip().splitlines()[-1].strip()


def test_the_closing_line_counts_what_was_made_of_each_kind(workflow):
    targets = ("montages", "results/overlays/k3/a.jpg", "results/swatches/k3/b.css")
    said = workflow.build(
        *targets,
        "results/palettes/k2/a.json",
        "results/palettes/k4/a.json",
        "--config",
        "palette={ks: [5]}",
    )
    told = "3 images: 2 palettes, 1 overlay, 1 swatch set, 1 montage made, "
    assert last_line(said).startswith(told)


def test_images_that_another_run_could_not_read_are_not_told(workflow):
    table = workflow.folder / "results/unreadable.tsv"
    table.write_text("image\tsource\treason\nz\tz.png\tan empty file\n")
    said = workflow.build("results/palettes/k2/a.json")
    assert re.fullmatch(r"3 images: 1 palette made, \d+ s\.", last_line(said))


def test_quiet_all_is_silent(workflow):
    done = workflow.run("-j2", "-f", "results/index.html", "--quiet", "all")
    assert done.returncode == 0
    assert done.stderr.splitlines()[1:] == []  # the first names the profile
    assert done.stdout == ""


def test_a_touch_is_not_told_as_work(workflow):
    assert "made" not in workflow.build("--touch", "--forceall")


def test_without_a_config_every_key_has_its_default(built, tmp_path):
    done = Workflow(tmp_path).run("-n", "-s", str(built / "Snakefile"))
    assert done.returncode == 0, done.stderr
    assert re.search(r"^paint +36$", done.stdout, flags=re.MULTILINE)
    assert re.search(r"^palette +108$", done.stdout, flags=re.MULTILINE)


@pytest.mark.parametrize("absolute", [False, True])
def test_the_page_is_told_as_seen_from_where_the_user_stands(workflow, tmp_path, absolute):
    folder = str(workflow.folder) if absolute else workflow.folder.name
    options = ("-s", str(workflow.folder / "Snakefile"), "--directory", folder)
    said = Workflow(tmp_path).build(*options, "-f", "results/index.html")
    assert last_line(said).endswith(f" The page: {folder}/results/index.html")


def test_a_worker_that_cannot_start_is_told_with_its_last_words(unbuilt):
    unbuilt.edit(
        "scripts/running/serving.py",
        "    requests, answers = ",
        "    import no_such_module\n    requests, answers = ",
    )
    told = (
        "a: its worker process ended twice (exit code 1: ModuleNotFoundError: No module named"
        " 'no_such_module') (log: results/logs/thumbnails/a.log)"
    )
    done = unbuilt.run("-j1", "results/thumbnails/a.png")
    assert told in done.stderr
    assert "killed" not in done.stderr


def run_as(command, folder, **environment):
    """Run snakemake by a `command` before it, with more in the environment."""
    return subprocess.run(
        [*command, sys.executable, "-m", "snakemake", "-j2", "results/palettes/k3/a.json"],
        cwd=folder,
        capture_output=True,
        text=True,
        errors="replace",
        env=os.environ | environment,
        check=False,
    )


def test_a_folder_that_cannot_be_written_to_is_named(built, tmp_path):
    folder = shutil.copytree(built, tmp_path / "checkout", symlinks=True)
    shutil.rmtree(folder / ".snakemake")
    folder.chmod(0o555)
    # To root all files are writable, unless it does without that privilege.
    plain = ["setpriv", "--bounding-set=-dac_override", "--inh-caps=-dac_override"]
    done = run_as(plain if os.geteuid() == 0 else [], folder)
    folder.chmod(0o755)
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    assert last_line(done.stderr).startswith(f"{folder} cannot be written to, where results go;")


ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


def test_accents_in_the_config_are_read_whatever_the_locale(workflow):
    workflow.edit("config.yaml", "title: Palettes", "title: Künstlerpaletten")
    done = run_as([], workflow.folder, **ASCII)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("option", ["page={title: Künstler}", "collection=Künstler"])
def test_accents_that_python_does_not_understand_are_told(workflow, option):
    done = subprocess.run(
        [sys.executable, "-m", "snakemake", "-n", "--config", option],
        cwd=workflow.folder,
        capture_output=True,
        text=True,
        env=os.environ | ASCII,
        check=False,
    )
    assert done.returncode != 0
    assert "Traceback" not in done.stderr + done.stdout
    line = last_line(done.stdout)
    assert line.startswith(f"config: {option.partition('=')[0]} is ")
    assert "which Python took for ascii; allowed: UTF-8" in line
