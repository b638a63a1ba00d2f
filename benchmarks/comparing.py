"""How long a comparison and a trend take on the page, and how long a frame waits meanwhile.

    python -m benchmarks.comparing results/index.html --made-up 30000

From the choice to what is drawn, the bootstrap of 1,000 rounds included, in a Chromium with a
window of 1440 x 900 px, for the given page and one of so many made-up paintings. Prints Markdown,
medians.
"""

import argparse
import tempfile
from pathlib import Path
from statistics import median

from benchmarks.made_up import PAGE, make_up_page
from scripts.page.bundle import bundle_page, install_modules
from tests.page.checks import chromium

FIRST = "#view=compare&a=years:..1880"
ASKED = {
    "a decade and the rest": "view=compare&a=years:1890..1899",
    "before and after a year": "view=compare&a=years:..1884",
    "two decades": "view=compare&a=years:1870..1879&b=years:1890..1899",
    "trends by decade": "view=trends",
    "trends by year": "view=trends&by=year",
}
DRAWN = """(hash) => new Promise((done) => {
    const report = document.getElementById("report");
    const start = performance.now();
    let [last, longest, began] = [start, 0, false];
    const look = () => {
        const now = performance.now();
        [last, longest] = [now, Math.max(longest, now - last)];
        const waits = "waiting" in report.dataset;
        began ||= waits;
        if (began && !waits) done([now - start, longest]);
        else requestAnimationFrame(look);
    };
    location.hash = hash;
    requestAnimationFrame(look);
})"""


def measure(browser, path, rounds):
    """Return, by what is asked, the median ms until it is drawn, and the longest frame."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(path.resolve().as_uri() + FIRST)
    page.wait_for_selector("#report:not([data-waiting]) .compared:not([hidden])")
    times = {name: [] for name in ASKED}
    for _ in range(rounds):
        for name, hash_ in ASKED.items():
            times[name].append(page.evaluate(DRAWN, hash_))
    context.close()
    return {
        name: (median(ms for ms, _ in some), max(frame for _, frame in some))
        for name, some in times.items()
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("page", type=Path)
    parser.add_argument("--made-up", type=int, default=30_000)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        modules = Path(folder, "node_modules")
        scripts = Path(folder, "page.js"), Path(folder, "worker.js")
        install_modules(PAGE / "package.json", PAGE / "package-lock.json", modules)
        bundle_page(PAGE / "src", modules, *scripts)
        pages = [arguments.page, make_up_page(folder, arguments.made_up, *scripts)]
        print(f"| | {arguments.page} | {arguments.made_up:,} made-up paintings |")
        print("|---|---|---|")
        found = [measure(browser, path, arguments.rounds) for path in pages]
    for name in ASKED:
        (own, frame), (made, longest) = (times[name] for times in found)
        print(
            f"| {name} | {own:.0f} ms, longest frame {frame:.0f} ms"
            f" | {made:.0f} ms, longest frame {longest:.0f} ms |"
        )


if __name__ == "__main__":
    main()
