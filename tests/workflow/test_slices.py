"""All images in slices, one after the other on this machine."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.workflow.runner import Workflow, copy_of

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "profiles/slices/run.sh"
COUNT, SECONDS = 60, 120

pytestmark = pytest.mark.usefixtures("ctrl_c")


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A folder of images, and the bytes of what a plain run makes of them."""
    folder = tmp_path_factory.mktemp("plain")
    (folder / "config.yaml").write_text("collection: paintings\npalette: {ks: [3, 5]}\n")
    (folder / "paintings").mkdir()
    for number in range(COUNT):
        noise = np.random.default_rng(number).integers(0, 256, (24, 24, 3), dtype=np.uint8)
        Image.fromarray(noise).save(folder / f"paintings/noise-{number}.png")
    plain = Workflow(folder)
    plain.build("-s", str(ROOT / "Snakefile"), "results/page/node_modules")
    unbuilt = copy_of(folder, folder.with_name("unbuilt"))
    plain.build("-s", str(ROOT / "Snakefile"))
    return unbuilt, plain.outputs()


def start(workflow):
    """Start the slices in a session of their own, as in a terminal of its own."""
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    return subprocess.Popen(
        [SCRIPT, "3", "-s", ROOT / "Snakefile"],
        cwd=workflow.folder,
        env=os.environ | {"PATH": path},
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def test_slices_make_the_same_bytes_also_after_an_interrupt(whole, tmp_path):
    unbuilt, outputs = whole
    workflow = copy_of(unbuilt.folder, tmp_path / "slices")
    run, deadline = start(workflow), time.monotonic() + SECONDS
    palettes = workflow.folder / "results/palettes"
    while len(list(palettes.rglob("*.json"))) < COUNT and run.poll() is None:
        assert time.monotonic() < deadline
        time.sleep(0.02)
    os.killpg(run.pid, signal.SIGINT)
    _, said = run.communicate(timeout=SECONDS)
    assert run.returncode != 0
    assert "Traceback" not in said
    assert not (workflow.folder / "results/palettes.json").exists()
    again = start(workflow)
    _, said = again.communicate(timeout=SECONDS)
    assert again.returncode == 0, said
    bars = [line for line in said.replace("\r", "\n").splitlines() if line.startswith("Slice")]
    numbers = [int(bar.split()[1]) for bar in bars]
    assert numbers == sorted(numbers)
    assert bars[-1].startswith("Slice 3 of 3: 100%")
    assert "Considering only batch" not in said
    assert said.splitlines()[-1].endswith("The page: results/index.html")
    assert workflow.outputs() == outputs
