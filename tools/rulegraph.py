"""Draw the workflow's rules: python -m tools.rulegraph docs/rulegraph.svg

Needs Graphviz's dot on PATH.
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from scripts.common.files import moved_into_place

ROOT = Path(__file__).parents[1]
TARGETS = ("all", "overlays", "swatches", "montages", "studies")
STYLE = {
    "graph": {"rankdir": "LR", "bgcolor": "white", "nodesep": "0.18", "ranksep": "0.35"},
    "node": {
        **{"shape": "box", "style": "rounded,filled", "fillcolor": "#f4f1ea", "color": "#8a8378"},
        **{"fontname": "Helvetica,Arial,sans-serif", "fontsize": "13", "height": "0.35"},
    },
    "edge": {"color": "#8a8378", "arrowsize": "0.6"},
}
DOT_NODE = re.compile(r'^\t(\d+)\[label = "(\w+)"', re.MULTILINE)
DOT_EDGE = re.compile(r"^\t(\d+) -> (\d+)", re.MULTILINE)


def rule_graph():
    """Return the names of the sample's rules, and pairs of those that depend on each other.

    Both are sorted; in a pair what is needed comes first.
    """
    command = [sys.executable, "-m", "snakemake", "-s", ROOT / "Snakefile", "--rulegraph", "dot"]
    with tempfile.TemporaryDirectory() as folder:  # where there are no results
        shutil.copy(ROOT / "config.yaml", folder)
        done = subprocess.run(
            [*command, "--quiet", "--directory", folder, "--", *TARGETS],
            capture_output=True,
            text=True,
            check=True,
        )
    rules = dict(DOT_NODE.findall(done.stdout))
    edges = sorted((rules[a], rules[b]) for a, b in DOT_EDGE.findall(done.stdout))
    return sorted(rules.values()), edges


def draw(rules, edges, path_to_output):
    """Write the graph as SVG; its elements' titles are the rules, and `a->b` for what needs a."""
    lines = [f"{kind} [{_attributes(style)}]" for kind, style in STYLE.items()]
    lines += [f'"{rule}"' for rule in rules] + [f'"{a}" -> "{b}"' for a, b in edges]
    dot = "digraph rules {\n" + "\n".join(lines) + "\n}\n"
    drawn = subprocess.run(["dot", "-Tsvg"], input=dot, capture_output=True, text=True, check=True)
    with moved_into_place(path_to_output) as temporary:
        # Without the version of Graphviz, which would change with every machine.
        temporary.write_text(re.sub(r"<!--.*?-->\n", "", drawn.stdout, flags=re.DOTALL))


def _attributes(style):
    return ", ".join(f'{name}="{value}"' for name, value in style.items())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Draw the workflow's rules.")
    parser.add_argument("output", type=Path)
    draw(*rule_graph(), parser.parse_args().output)
