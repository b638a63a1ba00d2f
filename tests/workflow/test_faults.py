"""What is left of a run that was broken off, and what the next one makes of it."""

import ast
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from functools import partial
from pathlib import Path

import numpy as np
import psutil
import pytest
import yaml
from PIL import Image

from tests.workflow.runner import SNAKEMAKE, Workflow, copy_of

pytestmark = pytest.mark.usefixtures("ctrl_c")

IMAGES = [f"noise-{number}" for number in range(6)]
SECONDS = 60


@pytest.fixture(scope="session")
def undisturbed(built, shared):
    """A workflow whose palettes take a while each, and its outputs' bytes."""
    folder = shared("undisturbed", partial(run_undisturbed, built))
    return folder / "unbuilt", Workflow(folder / "whole").outputs()


def run_undisturbed(built, folder):
    unbuilt = copy_of(built, folder / "unbuilt")
    rows, chance = ["image_id\tsource"], np.random.default_rng(0)
    for name in IMAGES:
        noise = chance.integers(0, 256, (96, 96, 3), dtype=np.uint8)
        Image.fromarray(noise).save(unbuilt.folder / f"{name}.png")
        rows.append(f"{name}\t{name}.png")
    (unbuilt.folder / "paintings.tsv").write_text("\n".join(rows) + "\n")
    config = yaml.safe_load((unbuilt.folder / "config.yaml").read_text())
    config["palette"] |= {"ks": [5, 8], "algorithm": "farthest_first", "restarts": 20}
    (unbuilt.folder / "config.yaml").write_text(yaml.safe_dump(config))
    for path in (unbuilt.folder / "results").iterdir():
        if path.name != "page":
            shutil.rmtree(path) if path.is_dir() else os.remove(path)
    copy_of(unbuilt.folder, folder / "whole").build()


class Run:
    """A run of snakemake in progress, in a session of its own as in a terminal of its own."""

    def __init__(self, workflow, *arguments):
        self.mark = f"RUN={workflow.folder}"
        name, _, value = self.mark.partition("=")
        self.process = subprocess.Popen(
            [*SNAKEMAKE, "-j8", *arguments],
            cwd=workflow.folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            env=os.environ | {name: value},
            start_new_session=True,
        )

    def send(self, signal_number):
        """Send a signal, Ctrl-C to all processes of the terminal."""
        if signal_number != signal.SIGINT:
            self.process.send_signal(signal_number)
        elif self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGINT)

    def end(self):
        """Return what the run said, without a traceback, when all that it started is gone."""
        said = self.wait()
        assert not re.search("Traceback|Exception", said), said
        return said

    def wait(self):
        """Return what the run said when it and all that it started are gone."""
        try:
            _, said = self.process.communicate(timeout=SECONDS)
            wait_until(lambda: not self.processes())
        finally:
            for process in self.processes():
                process.kill()
        return said

    def processes(self):
        """Return the processes of this run that are there, by what is in their environment."""
        found = []
        for process in psutil.process_iter():
            with suppress(psutil.Error, OSError):
                if self.mark in Path(f"/proc/{process.pid}/environ").read_text().split("\0"):
                    found.append(process)
        return found

    def workers(self):
        """Return the processes that compute."""
        with suppress(psutil.Error):
            return psutil.Process(self.process.pid).children()
        return []


def wait_until(condition):
    deadline = time.monotonic() + SECONDS
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


@pytest.fixture
def workflow(undisturbed, tmp_path):
    """A copy of the workflow of slow palettes, of which nothing has run."""
    return copy_of(undisturbed[0], tmp_path / "copy")


@pytest.fixture
def assert_whole(undisturbed):
    """Run a workflow again and compare with the undisturbed one."""

    def check(workflow):
        workflow.build("-j8")
        assert workflow.outputs() == undisturbed[1]
        assert workflow.jobs() == []

    return check


def at_work(workflow):
    """Return a Run that has made some palettes and is at others."""
    run = Run(workflow)
    palettes = workflow.folder / "results/palettes"
    wait_until(lambda: len(list(palettes.rglob("*.json"))) >= 2 or run.process.poll() is not None)
    return run


@pytest.mark.parametrize("presses", [1, 2])
def test_after_ctrl_c_the_next_run_goes_on(workflow, assert_whole, presses):
    run = at_work(workflow)
    for _ in range(presses):
        run.send(signal.SIGINT)
        time.sleep(0.1)
    said = run.end()
    assert run.process.returncode != 0
    assert said.rstrip().endswith(
        "Interrupted. What is finished is kept: the same command goes on from there."
    )
    assert 0 < len(workflow.jobs("results/palettes_k5.json")) < 1 + 3 * len(IMAGES)
    assert_whole(workflow)


def test_sigterm_lets_the_jobs_at_work_finish(workflow, assert_whole):
    run = at_work(workflow)
    run.send(signal.SIGTERM)
    said = run.end()
    assert run.process.returncode == 1
    assert said.count("Will exit after finishing currently running jobs") == 1
    assert_whole(workflow)


WATCH = """
import atexit, collections, pathlib, os, sys

read = collections.Counter()
sys.addaudithook(lambda event, told: event == "os.scandir" and read.update([str(told[0])]))
atexit.register(lambda: pathlib.Path(f"read-{os.getpid()}.txt").write_text(repr(dict(read))))
"""


def test_no_folder_is_read_once_a_job_on_the_way_out(workflow, tmp_path, monkeypatch):
    (tmp_path / "sitecustomize.py").write_text(WATCH)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    run = at_work(workflow)
    run.send(signal.SIGTERM)
    run.end()
    read = ast.literal_eval((workflow.folder / f"read-{run.process.pid}.txt").read_text())
    assert read  # the watch is at work
    assert {folder for folder in read if folder.startswith("results/palettes")} == set()


def test_after_sigkill_no_process_stays_and_unlock_is_all_there_is_to_do(workflow, assert_whole):
    run = at_work(workflow)
    run.send(signal.SIGKILL)
    run.end()
    assert "give `snakemake --unlock`" in workflow.refusal()
    assert workflow.run("--unlock").returncode == 0
    assert_whole(workflow)


def test_a_worker_killed_in_the_middle_of_its_job_is_replaced(workflow, undisturbed):
    run = at_work(workflow)
    run.workers()[0].kill()
    run.end()
    assert run.process.returncode == 0
    assert workflow.outputs() == undisturbed[1]


def test_a_worker_out_of_memory_fails_its_job_in_one_line(workflow, assert_whole):
    table = workflow.folder / "paintings.tsv"
    rows = table.read_text()
    Image.new("RGB", (12_000, 12_000)).save(workflow.folder / "large.png", compress_level=1)
    table.write_text(f"{rows}large\tlarge.png\n")
    run = Run(workflow)
    wait_until(run.workers)
    while run.process.poll() is None:
        for worker in run.workers():
            with suppress(psutil.Error, ProcessLookupError):
                worker.rlimit(psutil.RLIMIT_AS, (600_000_000, resource.RLIM_INFINITY))
        time.sleep(0.05)
    said = run.end()
    assert run.process.returncode == 1
    assert re.search("^large: .*[Mm]emory.*large.log.$", said, re.MULTILINE), said
    assert "What succeeded is kept." in said
    table.write_text(rows)
    assert_whole(workflow)


def in_namespace(workflow, *commands):
    """Run shell commands whose mounts nobody else sees, and return what they said."""
    script = "\n".join(["set -eu", *commands])
    done = subprocess.run(
        ["unshare", "--map-root-user", "--mount", "sh", "-c", script],
        cwd=workflow.folder,
        env=os.environ | {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        timeout=3 * SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stderr


def test_on_a_full_disk_jobs_fail_in_one_line_and_space_is_all_they_need(workflow, undisturbed):
    said = in_namespace(
        workflow,
        "mkdir results/pixels; mount -t tmpfs -o size=100k tmpfs results/pixels",
        "! snakemake -j8 -k",
        "mount -o remount,size=100m results/pixels",
        "snakemake -j8",
        "mkdir ../kept; cp -a results ../kept",
    )
    assert "No space left on device (log: results/logs/pixels/noise-" in said
    assert "Traceback" not in said
    assert Workflow(workflow.folder.parent / "kept").outputs() == undisturbed[1]


def test_where_results_cannot_be_written_to_it_is_told(workflow, undisturbed):
    said = in_namespace(
        workflow,
        "mount --bind results results; mount -o remount,ro,bind results",
        "! snakemake -j8 results/palettes.json",
        "umount results; snakemake -j8",
    )
    assert "Read-only file system: 'results/thumbnails'" in said
    assert "Traceback" not in said
    assert workflow.outputs() == undisturbed[1]


def test_after_a_power_cut_damaged_files_are_made_again(workflow, assert_whole):
    last = ["thumbnails/noise-1.png", "pixels/noise-2.parquet", "palettes/k5/noise-3.json"]
    workflow.build("-j8", *(f"results/{path}" for path in last))
    for path in (workflow.folder / "results" / path for path in last):
        os.truncate(path, path.stat().st_size // 2)
    said = "".join(workflow.run("-j8", "-k").stderr for _ in range(2))
    for path in last:
        assert f"results/{path} is damaged and was removed: run the same command again" in said
    assert_whole(workflow)


def test_a_second_run_in_the_folder_is_refused_and_the_first_goes_on(workflow, undisturbed):
    run = at_work(workflow)
    run.send(signal.SIGSTOP)  # lest it end before the second begins
    assert workflow.refusal().startswith("This folder is locked: another snakemake is at work")
    run.send(signal.SIGCONT)
    run.end()
    assert workflow.outputs() == undisturbed[1]


def test_where_the_clock_was_set_back_it_is_told_what_to_do(workflow, assert_whole):
    workflow.build("-j8", "results/pixels/noise-0.parquet", "results/thumbnails/noise-1.png")
    image = workflow.folder / "noise-2.png"
    tomorrow = time.time() + 86_400
    for path in workflow.folder.glob("results/*/noise-?.*"):
        os.utime(path, (tomorrow, tomorrow))
    os.utime(image, (int(tomorrow), int(tomorrow)))  # as of a zip, or by `touch -d`
    said = workflow.run("-j8", "-k").stderr
    assert "its input noise-2.png is dated" in said
    assert "its input results/pixels/noise-0.parquet is dated" in said
    assert "Traceback" not in said
    for path in (image, *workflow.folder.glob("results/*/noise-?.*")):
        os.utime(path)
    assert_whole(workflow)


def test_results_copied_elsewhere_are_taken_or_made_again(workflow, undisturbed, assert_whole):
    workflow.build("-j8", "results/palettes_k5.json")
    elsewhere = copy_of(undisturbed[0], workflow.folder.with_name("elsewhere"))
    for path in sorted((workflow.folder / "results").rglob("*.*"), reverse=True):
        if path.is_file() and "page" not in path.parts:
            copy = elsewhere.folder / path.relative_to(workflow.folder)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
    assert_whole(elsewhere)


def test_twenty_kills_in_a_row(workflow, assert_whole):
    chance = random.Random(7)
    for _ in range(20):
        run = Run(workflow, "results/palettes.json")
        with suppress(subprocess.TimeoutExpired):
            run.process.wait(chance.uniform(1.2, 3.5))
        if workers := chance.choice([[], run.workers()]):
            with suppress(psutil.Error):
                chance.choice(workers).kill()
        run.send(chance.choice([signal.SIGKILL, signal.SIGKILL, signal.SIGINT, signal.SIGTERM]))
        run.wait()  # Python itself tells of a Ctrl-C while it loads Snakemake
        workflow.run("--unlock")
    assert_whole(workflow)
