"""Take pictures of a built page: python -m tools.screenshots results/index.html docs

Those in docs/, or with --all every view in both themes and all sizes. Needs what the tests
need: Playwright, and a Chromium on PATH.
"""

import argparse
import io
import shutil
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from scripts.common.files import moved_into_place

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "chromium-headless-shell")
DESKTOP = {"width": 1440, "height": 900}
STUDY = {"width": 1280, "height": 1690}
PHONE = {"width": 390, "height": 844}
QUALITY = 88  # of 100: colours stay true, at a fifth of a PNG's bytes
SHARP_PHONE = {"viewport": PHONE, "device_scale_factor": 2}
PICTURES = {
    "page-light.webp": {"viewport": DESKTOP, "color_scheme": "light"},
    "page-dark.webp": {"viewport": DESKTOP, "color_scheme": "dark"},
    "page-detail.webp": {"viewport": DESKTOP, "color_scheme": "light", "opened": True},
    "page-wheel.webp": {"viewport": DESKTOP, "color_scheme": "dark", "view": "wheel"},
    "page-stream.webp": {"viewport": DESKTOP, "color_scheme": "light", "view": "stream"},
    "page-compare.webp": {
        "viewport": {"width": 1440, "height": 1560},
        "color_scheme": "light",
        "view": "compare&a=words:dusk OR sunset OR evening OR night",
    },
    "page-map.webp": {"viewport": DESKTOP, "color_scheme": "dark", "view": "map"},
    "study-light.webp": {"viewport": STUDY, "color_scheme": "light", "study": "haystacks-sunset"},
    "page-phone.webp": {**SHARP_PHONE, "color_scheme": "light"},
    "page-phone-detail.webp": {**SHARP_PHONE, "color_scheme": "dark", "opened": True},
}
"""The pictures in docs/, of the README and its pages."""

REPORTS = ("compare", "trends")
VIEWS = ("timeline", "grid", "wheel", "stream", "map", "table", *REPORTS)
SIZES = {
    "phone-320": {"viewport": {"width": 320, "height": 640}, "device_scale_factor": 2},
    "phone-390": SHARP_PHONE,
    "tablet": {"viewport": {"width": 820, "height": 1180}},
    "desktop": {"viewport": DESKTOP},
    "4k": {"viewport": {"width": 2560, "height": 1440}, "device_scale_factor": 2},
}
ALL = {
    f"{view}-{scheme}-{size}{'-opened' if opened else ''}.webp": {
        **options,
        "view": view,
        "color_scheme": scheme,
        "opened": opened,
    }
    for view in VIEWS
    for scheme in ("light", "dark")
    for size, options in SIZES.items()
    for opened in (False, True)
}
"""Every view in both themes and all sizes, alone and beside an open painting."""


def take_pictures(path_to_page, path_to_folder, pictures):
    """Write `pictures`, as in PICTURES, of the page into the folder.

    Raises FileNotFoundError if there is no Chromium on PATH.
    """
    address = Path(path_to_page).resolve(strict=True).as_uri()
    with chromium() as browser:
        for name, options in pictures.items():
            picture = Image.open(io.BytesIO(_picture(browser, address, **options)))
            save(picture, Path(path_to_folder, name))


@contextmanager
def chromium():
    """Yield the system's Chromium; raise FileNotFoundError if there is none on PATH."""
    path = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if path is None:
        raise FileNotFoundError(f"no Chromium on PATH under one of the names {CHROMIUM}")
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu"]
        )


def save(picture, path):
    """Write a picture, and say so."""
    with moved_into_place(path) as temporary:
        picture.save(temporary, format="WEBP", quality=QUALITY)
    print(f"{path}: {path.stat().st_size / 1024:.0f} kB")


def _picture(browser, address, *, view="timeline", opened=False, study=None, **options):
    """Return a PNG of a view at rest, `opened` with the painting in the middle of the data.

    With a `study`, the ID of an image, it is of its sheet.
    """
    context = browser.new_context(reduced_motion="reduce", **options)
    page = context.new_page()
    if study:
        page.goto(address.replace("index.html", f"studies/{study}.html"))
        page.wait_for_selector("#cloud canvas[aria-label]")
        picture = page.screenshot(animations="disabled")
        context.close()
        return picture
    page.goto(f"{address}#view={view}")
    page.wait_for_selector("#marks[data-complete=true]", state="attached")
    if view.startswith(REPORTS):
        page.wait_for_selector("#report:not([data-waiting])")
        page.wait_for_load_state("networkidle")  # the pictures beside the page
    if opened:
        images = page.evaluate("JSON.parse(document.querySelector('#data').textContent).image")
        page.evaluate("id => { location.hash += `&image=${id}`; }", images[len(images) // 2])
        page.wait_for_selector("#panel:not([hidden])")
    picture = page.screenshot(animations="disabled")
    context.close()
    return picture


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Take pictures of a built page.")
    parser.add_argument("page", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--all", action="store_true", help="every view, theme and size")
    arguments = parser.parse_args()
    chosen = ALL if arguments.all else PICTURES
    take_pictures(arguments.page, arguments.folder, chosen)
