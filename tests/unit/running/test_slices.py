"""When slices are advised, and which of them a run is."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from scripts.common.files import ROOT
from scripts.running.slices import memory_here, slice_in_turn, slices_advice


@pytest.mark.parametrize(
    ("images", "jobs", "gigabytes", "slices"),
    [
        # 16 kB a job: 100,000 images of five are 8 GB, 15,000 are 1.2 GB.
        (100_000, 5, 8, 20),
        (100_000, 5, 15.9, 20),
        (100_000, 5, 16.1, None),
        (100_001, 5, 16, 21),
        (15_000, 5, 8, None),
        (15_000, 5, 2, 3),
    ],
)
def test_slices_are_advised_where_the_jobs_take_most_of_the_memory(images, jobs, gigabytes, slices):
    told = slices_advice(images, jobs, gigabytes * 1e9, {})
    assert bool(told) == bool(slices)
    if slices:
        assert told.startswith(f"{images:,} images: ")
        assert f"run.sh {slices}`" in told


def test_the_script_that_is_advised_is_there(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    script = slices_advice(10**6, 5, 1e9, {}).split("`")[1].split()[0]
    assert os.access(script, os.X_OK)


@pytest.mark.parametrize("name", ["SLICE_IN_TURN", "SLURM_ARRAY_TASK_ID"])
def test_nothing_is_advised_in_a_slice(name):
    assert slices_advice(10**6, 5, 1e9, {name: "1/3"}) == ""


def test_a_run_knows_which_slice_it_is():
    assert slice_in_turn({"SLICE_IN_TURN": "3/12"}) == (3, 12)
    assert slice_in_turn({}) is None


def test_memory_is_that_of_the_machine():
    [told] = re.findall(r"MemTotal: +(\d+) kB", Path("/proc/meminfo").read_text())
    assert memory_here() == pytest.approx(1024 * int(told), rel=0.01)


@pytest.mark.parametrize("number", [[], ["1"], ["0"], ["two"], ["-n"]])
def test_a_wrong_number_of_slices_is_refused_in_one_line(number):
    command = [ROOT / "profiles/slices/run.sh", *number]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "allowed: a whole number from 2" in done.stderr
