"""How much of a collection a colour finds on its page, beside a reference in Python.

    python -m benchmarks.finding results/palettes.json results/index.html -k 5

For each colour and amount: the part of the paintings that the page finds with the tolerance that it
starts with, the part that has half of the amount within ΔE2000 12 and 15, and how many hits have no
colour within 15. Prints Markdown.
"""

import argparse
from pathlib import Path
from urllib.parse import quote

import numpy as np

from scripts.colour.differences import delta_e_2000
from scripts.colour.spaces import lab_of_rgb
from scripts.common.files import read_json
from tests.page.checks import chromium, visit

ASKED = {
    "dark teal": ("#0f4c4c", 0.3),
    "orange": ("#e08a2a", 0.5),
    "blue": ("#4f7cac", 0.2),
    "dark red": ("#8b1a1a", 0.1),
    "pale": ("#f0e8d8", 0.3),
    "black": ("#1a1a1a", 0.3),
}


def distances(images, k, code):
    """Return the ΔE2000 of each painting's colours from a hex, and their shares, as lists."""
    asked = lab_of_rgb(np.array(list(bytes.fromhex(code[1:]))))
    palettes = [image["palettes"][str(k)] for image in images]
    return [
        (
            delta_e_2000(lab_of_rgb(np.array([c["rgb"] for c in palette])), asked),
            np.array([c["share"] for c in palette]),
        )
        for palette in palettes
    ]


def found_on(page, code, amount, k):
    """Return the IDs of the paintings that the page finds, best first."""
    page.evaluate(
        "hash => { location.hash = hash; }",
        f"view=table&k={k}&colours={quote(f'{code[1:]}:{round(100 * amount)}')}",
    )
    page.wait_for_selector("#found:not([hidden])")
    rows = page.evaluate(
        """async () => {
            const told = document.querySelector("#hits").textContent;
            if (told.startsWith("none")) return [];
            const found = new Set();
            const main = document.querySelector("main");
            for (let at = 0; at <= main.scrollHeight; at += 400) {
                main.scrollTo(0, at);
                await new Promise((done) => requestAnimationFrame(done));
                await new Promise((done) => requestAnimationFrame(done));
                for (const row of document.querySelectorAll("#rows tr[data-image]"))
                    found.add(row.dataset.image);
            }
            return [...found];
        }"""
    )
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("palettes", type=Path)
    parser.add_argument("page", type=Path)
    parser.add_argument("-k", type=int, default=5)
    given = parser.parse_args()
    images = read_json(given.palettes)["images"]
    places = {image["image"]: i for i, image in enumerate(images)}
    print("| asked | found | half within 12 | half within 15 | hits without a colour within 15 |")
    print("|---|---|---|---|---|")
    with chromium() as browser, visit(browser, given.page) as page:
        for name, (code, amount) in ASKED.items():
            found = found_on(page, code, amount, given.k)
            away = distances(images, given.k, code)
            within = [
                np.mean([shares[far <= most].sum() >= amount / 2 for far, shares in away])
                for most in (12, 15)
            ]
            wrong = sum(away[places[image]][0].min() > 15 for image in found)
            parts = [len(found) / len(images), *within]
            told = " | ".join(f"{100 * part:.1f} %" for part in parts)
            print(f"| {name} `{code}`, {100 * amount:.0f} % | {told} | {wrong} |")


if __name__ == "__main__":
    main()
