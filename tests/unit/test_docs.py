"""The README and what it leads to, which must not drift from the code or from each other."""

import json
import re
from itertools import chain
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml

from benchmarks.made_up import make_up_palettes
from scripts.collections.columns import USUAL
from scripts.colour.spaces import oklch_of_rgb
from scripts.common.schema import load_schema
from scripts.groups.codes import find_codes
from scripts.groups.table import tabulate_groups
from scripts.palettes.table import tabulate_palettes
from tools.rulegraph import rule_graph

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = {
    path: path.read_text(encoding="utf-8")
    for path in (
        *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "results/README.md")),
        *sorted(DOCS.glob("*.md")),
    )
}
CODE = re.compile(r"^( *)```.*?^\1```$|`[^`]+`", re.DOTALL | re.MULTILINE)
TARGET = re.compile(r'\]\(([^)\s]+)\)|(?:src|srcset|href)="([^"\s]+)"')


def knobs(properties, prefix=""):
    """Yield the name, default and description of every key of a schema that holds a value."""
    for name, schema in properties.items():
        if "properties" in schema:
            yield from knobs(schema["properties"], f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", schema["default"], schema["description"]


def targets(page):
    """Return where a page's links and pictures lead in the repository: files, with anchors."""
    found = ("".join(groups) for groups in TARGET.findall(CODE.sub("", PAGES[page])))
    inside = (target.partition("#") for target in found if "://" not in target)
    return [((page.parent / path).resolve() if path else page, at) for path, _, at in inside]


def anchors(page):
    """Return the anchors that GitHub gives to a page's headings: words in lower case, dashes."""
    # Only the code of blocks goes: what is code in a heading is in its anchor.
    text = re.sub(r"^( *)```.*?^\1```$", "", PAGES[page], flags=re.DOTALL | re.MULTILINE)
    headings = re.findall(r"^#+ (.+)$", text, flags=re.MULTILINE)
    return [re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings]


def test_the_table_of_the_config_is_its_schema():
    page = PAGES[DOCS / "configuration.md"]
    rows = re.findall(r"^\| `([a-z_.]+)` \| `(.+?)` \| (.+) \|$", page, flags=re.MULTILINE)
    told = [(name, yaml.safe_load(default), description) for name, default, description in rows]
    assert told == list(knobs(load_schema("config")["properties"]))


def test_the_columns_of_a_table_are_those_that_are_known():
    section = PAGES[DOCS / "collections.md"].partition("| column |")[2].partition("\n\n")[0]
    table = re.findall(r"^\| (`.+?`) \|", section, flags=re.MULTILINE)
    assert sorted(re.findall(r"`(\w+)`", " ".join(table))) == sorted(USUAL)


def test_the_diagram_has_every_rule():
    page = PAGES[DOCS / "how-a-palette-is-found.md"]
    diagram = re.search(r"```mermaid\n(.*?)```", page, flags=re.DOTALL)[1]
    rules = set()
    for file in [ROOT / "Snakefile", *(ROOT / "rules").glob("*.smk")]:
        rules |= set(re.findall(r"^rule (\w+):", file.read_text(), flags=re.MULTILINE))
    assert set(re.findall(r"\b[a-z_]+\b", diagram)) >= rules - {"all"}


def test_the_picture_of_the_rules_is_drawn_from_them():
    drawn = ElementTree.parse(DOCS / "rulegraph.svg")
    titles = [title.text for title in drawn.iter("{http://www.w3.org/2000/svg}title")]
    rules, edges = rule_graph()
    assert sorted(titles) == sorted(["rules", *rules, *(f"{a}->{b}" for a, b in edges)])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_and_pictures_lead_somewhere(page):
    for path, anchor in targets(page):
        assert path.exists(), f"{path} is not there"
        assert not anchor or anchor in anchors(path), f"{path} has no heading #{anchor}"


def test_the_readme_leads_to_every_page_and_each_page_back():
    readme = ROOT / "README.md"
    linked = {path for path, _ in targets(readme)}
    for page in DOCS.glob("*.md"):
        assert page in linked
        assert readme in {path for path, _ in targets(page)}


def test_every_picture_is_shown():
    shown = {path for page in PAGES for path, _ in targets(page)}
    assert [path for path in DOCS.iterdir() if path.suffix != ".md" and path not in shown] == []


def test_the_examples_of_groups_run(tmp_path, monkeypatch, capsys):
    palettes = make_up_palettes(80, ks=(3, 5))
    for n, image in enumerate(palettes["images"]):
        image["facets"] = {"artist": ["Ada" if n % 3 else "Bea"]}
        for colour in chain(*image["palettes"].values()):
            colour["oklch"] = oklch_of_rgb(colour["rgb"]).tolist()
    monkeypatch.chdir(tmp_path)
    results = tmp_path / "results"
    results.mkdir()
    (results / "palettes.json").write_text(json.dumps(palettes))
    tabulate_palettes(results / "palettes.json", results / "palettes.parquet")
    codes = find_codes([image["palettes"]["5"] for image in palettes["images"]])
    (results / "codes.json").write_text(json.dumps(codes.tolist()))
    tabulate_groups(
        *(
            results / name
            for name in ("palettes.json", "codes.json", "groups.parquet", "groups.json")
        )
    )
    examples = re.findall(r"```python\n(.*?)```", PAGES[DOCS / "groups.md"], flags=re.DOTALL)
    assert len(examples) == 3
    for example in examples:
        exec(compile(example, "docs/groups.md", "exec"), {})
    printed = capsys.readouterr().out
    for column in ("palette_k5", "first_colour", "named_blue", "by chance in"):
        assert column in printed
    assert "Bea" in printed
