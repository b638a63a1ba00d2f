"""Take the README's pictures of a built page: python -m scripts.screenshots results/index.html docs

Needs what the tests need: Playwright, and a Chromium on PATH.
"""

import argparse
import io
import shutil
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from scripts.files import moved_into_place

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
DESKTOP = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
QUALITY = 88  # of 100: colours stay true, at a fifth of a PNG's bytes
PICTURES = {
    "page-light.webp": {"viewport": DESKTOP, "color_scheme": "light"},
    "page-dark.webp": {"viewport": DESKTOP, "color_scheme": "dark"},
    "page-detail.webp": {"viewport": DESKTOP, "color_scheme": "light", "opened": True},
    "page-phone.webp": {"viewport": PHONE, "color_scheme": "light", "device_scale_factor": 2},
    "page-phone-detail.webp": {
        "viewport": PHONE,
        "color_scheme": "dark",
        "device_scale_factor": 2,
        "opened": True,
    },
}


def take_pictures(path_to_page, path_to_folder):
    """Write PICTURES of the page into the folder and return their paths.

    Raises FileNotFoundError if there is no Chromium on PATH.
    """
    chromium = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if chromium is None:
        raise FileNotFoundError(f"no Chromium on PATH under one of the names {CHROMIUM}")
    address = Path(path_to_page).resolve(strict=True).as_uri()
    paths = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        for name, options in PICTURES.items():
            paths.append(Path(path_to_folder, name))
            with moved_into_place(paths[-1]) as path:
                picture = Image.open(io.BytesIO(_picture(browser, address, **options)))
                picture.save(path, format="WEBP", quality=QUALITY)
        browser.close()
    return paths


def _picture(browser, address, *, opened=False, **options):
    """Return a PNG of the page at rest, with the painting in the middle of its order opened."""
    context = browser.new_context(reduced_motion="reduce", **options)
    page = context.new_page()
    page.goto(address)
    page.wait_for_selector("#marks[data-complete=true]")
    if opened:
        images = page.evaluate("JSON.parse(document.querySelector('#data').textContent).image")
        page.evaluate("id => { location.hash = `image=${id}`; }", images[len(images) // 2])
        page.wait_for_selector("#panel:not([hidden])")
    picture = page.screenshot(animations="disabled")
    context.close()
    return picture


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Take the README's pictures of a built page.")
    parser.add_argument("page", type=Path)
    parser.add_argument("folder", type=Path)
    arguments = parser.parse_args()
    for written in take_pictures(arguments.page, arguments.folder):
        print(f"{written}: {written.stat().st_size / 1024:.0f} kB")
