"""Run the page's own JavaScript, to compare what it says with what Python says; validate HTML."""

import subprocess
from pathlib import Path

from scripts.page.bundle import node_command

SOURCE = Path(__file__).parents[1] / "page" / "src"


def run_js(script):
    """Return what `script`, an ES module, prints; it may import from page/src as from "src/"."""
    done = subprocess.run(
        [node_command(), "--input-type=module", "-"],
        input=script.replace('"src/', f'"{SOURCE.as_uri()}/').encode(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


def faults_in_html(*paths):
    """Return what html-validate finds in pages that is not as the HTML standard has it."""
    validator = SOURCE.parent / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
    command = [node_command(), str(validator), "--preset", "standard", *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    return done.stdout
