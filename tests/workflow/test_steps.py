"""The rules and the functions that they name, which Snakemake's own process does not import."""

import json
import re
import subprocess
import sys

from tests.workflow.conftest import EXPORTS, ROOT

BOUND = '''
"""Workers that only hold the arguments of steps against their signatures."""

import inspect
from importlib import import_module
from pathlib import Path


def bind(step, *args, **kwargs):
    module, _, function = step.rpartition(".")
    inspect.signature(getattr(import_module(f"scripts.{module}"), function)).bind(*args, **kwargs)
    with open("bound.txt", "a") as file:
        file.write(step + "\\\\n")
    for path in args:  # outputs among them
        for path in path if isinstance(path, list) else [path]:
            path = Path(str(path))
            if path.parts[0] in ("results", "collections") and not path.exists():
                path.mkdir() if path.name == "node_modules" else path.touch()


def run_in_worker(cores, step, log, *args, **kwargs):
    bind(step, *args, **kwargs)


def run_in_thread(step, log, *args, **kwargs):
    bind(step, *args, **kwargs)
    if "check" in kwargs:
        kwargs["check"]("an image")


def call_in_worker(cores, log, call, step, *args):
    bind(step, *args)


def kill_workers():
    pass


def are_at_work():
    return False
'''


def steps_in_rules():
    """Return the names of all steps in rules/."""
    text = "".join(file.read_text() for file in (ROOT / "rules").glob("*.smk"))
    return set(re.findall(r'(?:run_job\(|run_waiting_job\(|step =)\s*"([\w.]+)"', text))


def test_every_step_takes_the_arguments_that_its_rule_gives_it(unbuilt):
    (unbuilt.folder / "results/page/page.js").unlink()
    (unbuilt.folder / "bound.py").write_text(BOUND.replace("\\\\n", "\\n"))
    unbuilt.edit("rules/jobs.smk", "from scripts.running.workers import", "from bound import")
    with (unbuilt.folder / "paintings.tsv").open("a") as table:
        table.write("d\thttps://example.org/d.jpg\tPainting d\t1900\n")
    targets = ("all", *EXPORTS, "site", "studies", "results/manifest.json")
    runs = [
        unbuilt.run("-j1", "-k", "--", *targets),
        unbuilt.run("-j1", "results/sample/haystacks-sunset.png", "--config", "collection=sample"),
        unbuilt.run("-j1", "collections/wikidata_Q1.tsv"),
        unbuilt.run("-j1", "-f", "results/page/node_modules"),
    ]
    assert [done.stderr for done in runs if re.search("Error|failed", done.stderr)] == []
    assert set((unbuilt.folder / "bound.txt").read_text().split()) == steps_in_rules()


def test_snakemakes_process_imports_no_step(built):
    """What they import takes seconds, at each run and each dry run."""
    program = (
        "import sys, json; from snakemake.cli import main\n"
        "try: main(['-n', '--quiet', 'all'])\n"
        "except SystemExit: print(json.dumps([*sys.modules]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=built, capture_output=True, text=True, check=True
    )
    modules = json.loads(done.stdout.splitlines()[-1])
    assert "scripts.running.steps" in modules
    assert {f"scripts.{step.rpartition('.')[0]}" for step in steps_in_rules()} & set(
        modules
    ) == set()
