"""The README, which must not drift from the code."""

import re
from pathlib import Path
from xml.etree import ElementTree

import yaml

from scripts.common.schema import load_schema
from tools.rulegraph import rule_graph

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def knobs(properties, prefix=""):
    """Yield the name, default and description of every key of a schema that holds a value."""
    for name, schema in properties.items():
        if "properties" in schema:
            yield from knobs(schema["properties"], f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", schema["default"], schema["description"]


def test_the_table_of_the_config_is_its_schema():
    rows = re.findall(r"^\| `([a-z_.]+)` \| `(.+?)` \| (.+) \|$", README, flags=re.MULTILINE)
    told = [(name, yaml.safe_load(default), description) for name, default, description in rows]
    assert told == list(knobs(load_schema("config")["properties"]))


def test_the_columns_of_a_table_are_those_of_its_schema():
    section = README.partition("## Your own collection")[2].partition("## Config")[0]
    table = re.findall(r"^  \| (`.+?`) \|", section, flags=re.MULTILINE)
    named = re.findall(r"`(\w+)`", " ".join(table))
    assert named == list(load_schema("collection")["properties"])


def test_the_diagram_has_every_rule():
    diagram = re.search(r"```mermaid\n(.*?)```", README, flags=re.DOTALL)[1]
    rules = set()
    for file in [ROOT / "Snakefile", *(ROOT / "rules").glob("*.smk")]:
        rules |= set(re.findall(r"^rule (\w+):", file.read_text(), flags=re.MULTILINE))
    assert set(re.findall(r"\b[a-z_]+\b", diagram)) >= rules - {"all"}


def test_the_picture_of_the_rules_is_drawn_from_them():
    drawn = ElementTree.parse(ROOT / "docs" / "rulegraph.svg")
    titles = [title.text for title in drawn.iter("{http://www.w3.org/2000/svg}title")]
    rules, edges = rule_graph()
    assert sorted(titles) == sorted(["rules", *rules, *(f"{a}->{b}" for a, b in edges)])
