"""Make the pictures in docs/ of what can be asked for: python -m tools.pictures results docs

Needs results/report.html, an overlay and a montage of the sample, and what the screenshots need.
"""

import argparse
import io
from pathlib import Path

from PIL import Image

from tools.screenshots import DESKTOP, chromium, save

SIZE = (900, 900)  # px, at the most
SHRUNK = {
    "overlay.webp": "overlays/k5/footbridge-green.jpg",
    "montage.webp": "montage_k5.png",
}
"""The pictures that are files of a run, by name, as paths in results/."""


def make_pictures(path_to_results, path_to_folder):
    """Write the pictures SHRUNK, and one of Snakemake's report, into the folder."""
    for name, source in SHRUNK.items():
        with Image.open(Path(path_to_results, source)) as picture:
            picture.thumbnail(SIZE, Image.Resampling.LANCZOS)
            save(picture, Path(path_to_folder, name))
    report = Path(path_to_results, "report.html").resolve(strict=True)
    with chromium() as browser:
        page = browser.new_page(viewport=DESKTOP)
        page.goto(report.as_uri())
        page.get_by_role("link", name="Montages").click()
        page.locator("tbody a").first.click()
        page.locator("img[src^='data:image/png']").evaluate("image => image.decode()")
        save(Image.open(io.BytesIO(page.screenshot())), Path(path_to_folder, "report.webp"))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Make the pictures in docs/ of a run's exports.")
    parser.add_argument("results", type=Path)
    parser.add_argument("folder", type=Path)
    arguments = parser.parse_args()
    make_pictures(arguments.results, arguments.folder)
