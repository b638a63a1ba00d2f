"""Times of the page beside a bare D3 page that draws the same palettes on a canvas.

    python -m benchmarks.page --paintings 3000 30000

Both pages are opened in turns in one headless Chromium, without a GPU: medians and ratios of one
run can be compared, those of two runs cannot. Prints Markdown. Needs what the page's tests need.
"""

import argparse
import json
import tempfile
from datetime import date
from pathlib import Path
from statistics import median

from benchmarks.made_up import PAGE, make_up_page
from scripts.page.bundle import bundle_page, bundle_script, install_modules
from scripts.page.page import json_for_html
from tests.page.checks import chromium

WINDOW = {"width": 1440, "height": 900}
BARE = """<!doctype html><html><body><button>Move</button>
<canvas width="1368" height="700"></canvas>
<script type="application/json" id="data">{data}</script><script>{script}</script></body></html>"""
SHOWN = """() => new Promise((resolve) => {
    const since = () => resolve(performance.now());
    requestAnimationFrame(() => requestAnimationFrame(since));
})"""
FRAMES = """async (button) => {
    const canvas = document.querySelector("canvas");
    document.querySelector(button).click();
    const frames = [];
    let last = performance.now();
    return new Promise((resolve) => {
        const look = () => {
            const now = performance.now();
            frames.push(now - last);
            last = now;
            if (canvas.dataset.still === "true") resolve(frames.slice(1, -1));
            else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
    });
}"""
SEARCH = """() => new Promise((resolve) => {
    const start = performance.now();
    const found = document.querySelector("#hits");
    const told = new MutationObserver(() => resolve(performance.now() - start));
    told.observe(found, { childList: true });
    location.hash = "view=grid&colours=8a7a50:20,4a6080:20&tolerance=0.15";
})"""


def opened(browser, path):
    """Return a page, and the ms from its start until it is painted with all marks."""
    page = browser.new_context(viewport=WINDOW).new_page()
    page.goto(path.as_uri())
    return page, page.evaluate(SHOWN)


def measure(browser, path, bare, rounds):
    """Return the medians in ms: first paint and frame of both pages, and our search by colour."""
    times = {"paint": [], "bare paint": [], "frame": [], "bare frame": [], "search": []}
    for _ in range(rounds):
        page, elapsed = opened(browser, path)
        times["paint"].append(elapsed)
        page.wait_for_selector("#marks[data-complete=true][data-still=true]", timeout=60_000)
        times["frame"].append(median(page.evaluate(FRAMES, "#views input[value=grid]")))
        times["search"].append(page.evaluate(SEARCH))
        page.context.close()
        page, elapsed = opened(browser, bare)
        times["bare paint"].append(elapsed)
        times["bare frame"].append(median(page.evaluate(FRAMES, "button")))
        page.context.close()
    return {name: median(values) for name, values in times.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--paintings", type=int, nargs="+", default=[300, 3_000, 30_000])
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    print(f"{date.today()}, {arguments.rounds} rounds, medians; in brackets the ratio to bare D3\n")
    print("| paintings | MB | first paint | frame of a transition | search by two colours |")
    print("|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        modules, bare_script = Path(folder, "node_modules"), Path(folder, "bare.js")
        scripts = Path(folder, "page.js"), Path(folder, "worker.js")
        install_modules(PAGE / "package.json", PAGE / "package-lock.json", modules)
        bundle_page(PAGE / "src", modules, *scripts)
        bundle_script(Path(__file__).with_name("bare.js"), modules, bare_script)
        for count in arguments.paintings:
            path = make_up_page(folder, count, *scripts)
            palettes = json.loads(path.with_name("palettes.json").read_text())
            bare = Path(folder, "bare.html")
            bare.write_text(
                BARE.format(data=json_for_html(palettes), script=bare_script.read_text())
            )
            ms = measure(browser, path, bare, arguments.rounds)
            print(
                f"| {count:,} | {path.stat().st_size / 1e6:.1f} "
                f"| {ms['paint']:.0f} ms ({ms['paint'] / ms['bare paint']:.2f}) "
                f"| {ms['frame']:.0f} ms ({ms['frame'] / ms['bare frame']:.2f}) "
                f"| {ms['search']:.0f} ms |",
                flush=True,
            )


if __name__ == "__main__":
    main()
