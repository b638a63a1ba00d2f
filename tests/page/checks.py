"""What holds for every page, whichever collection it shows: `check_page` looks at a whole one.

Everything is read as a visitor's tools would: what the listbox tells assistive technology, where
its focused option lies, and the pixels of the canvas there.
"""

import base64
import io
import re
import shutil
from contextlib import contextmanager
from itertools import groupby

import numpy as np
from PIL import Image
from playwright.sync_api import sync_playwright

ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")


STILL = "#marks[data-still=true]"
COMPLETE = f"{STILL}[data-complete]"


@contextmanager
def chromium():
    """Yield the system's Chromium, without a window: its headless shell, if it is there."""
    with sync_playwright() as playwright:
        browser = launched(playwright.chromium)
        yield browser
        browser.close()


def launched(browser_type, **options):
    """Return the system's Chromium of Playwright's `browser_type`, launched with its `options`."""
    names = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
    path = next(filter(None, map(shutil.which, names)), None)
    assert path, f"the page's tests need a Chromium on PATH under one of the names {names}"
    return browser_type.launch(executable_path=path, args=ARGUMENTS, **options)


@contextmanager
def visit(browser, path_to_page, hash_="", ready=COMPLETE, **options):
    """Yield an opened page that stands still; assert that it asked for nothing, nor complained.

    Once a painting is opened or enlarged, it may ask for its pictures beside the page, and need not
    find them. `ready` selects an element that is there when it does.
    `options` are Playwright's for a new context; without them the window has 1280 x 720 px and
    its visitor prefers no motion, which saves the tests a second a visit.
    """
    usual = {"viewport": {"width": 1280, "height": 720}, "reduced_motion": "reduce"}
    context = browser.new_context(**(usual | options))
    page = context.new_page()
    complaints, requests = [], []
    page.on("console", lambda message: complaints.append(message))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: requests.append(request.url))
    address = path_to_page.resolve().as_uri()
    page.goto(address + hash_)
    if options.get("java_script_enabled", True):
        page.wait_for_selector(ready)
    yield page
    asked = {url.split("#")[0] for url in requests if not url.startswith(("data:", "blob:"))}
    folder = address.rpartition("/")[0]
    beside = (f"{folder}/pictures/", f"{folder}/thumbnails/")
    pictures = {url for url in asked if url.startswith(beside)}
    assert asked - pictures == {address}
    unexpected = [
        str(told)
        for told in complaints
        if isinstance(told, str) or not told.location["url"].startswith(beside)
    ]
    assert unexpected == []
    context.close()


def settle(page):
    """Wait until no mark moves."""
    page.wait_for_selector(STILL)


CURSOR = """() => {
    const id = document.querySelector("#paintings").getAttribute("aria-activedescendant");
    const option = document.getElementById(id);
    const { x, y, width, height } = option.getBoundingClientRect();
    return { image: option.dataset.image, text: option.textContent, x, y, width, height,
             position: Number(option.getAttribute("aria-posinset")),
             setsize: Number(option.getAttribute("aria-setsize")) };
}"""
WALK = f"""() => {{
    const cursor = {CURSOR};
    const press = (key) => {{
        const event = new KeyboardEvent("keydown", {{ key, bubbles: true }});
        document.querySelector("#paintings").dispatchEvent(event);
        return cursor();
    }};
    const walked = [press("Home")];
    while (walked.length < walked[0].setsize) walked.push(press("ArrowRight"));
    return walked;
}}"""


def cursor(page):
    """Return what the listbox tells of the painting under the keyboard's cursor, and its place."""
    return page.evaluate(CURSOR)


def paintings(page):
    """Walk through all paintings by keyboard and return what `cursor` does of each."""
    page.locator("#paintings").focus()
    return page.evaluate(WALK)


def drawn(page):
    """Return the canvas as an array (height, width, 4) of device pixels, with its place in px.

    After them come the device pixels a px and the colour of the ground.
    """
    address = page.evaluate("document.querySelector('#marks').toDataURL()")
    png = base64.b64decode(address.removeprefix("data:image/png;base64,"))
    ratio = page.evaluate("window.devicePixelRatio")
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    ground = [int(value) for value in re.findall(r"\d+", paper)[:3]]
    place = page.locator("#marks").bounding_box()
    return np.asarray(Image.open(io.BytesIO(png))), place, ratio, ground


def bar(picture, box):
    """Return the bands of a mark's bar, [((r, g, b), height)], from the top to the bottom.

    The bar ends the mark; what is above it, if anything, is the paper's seam and the picture. The
    outline covers the first and the last pixel, which are taken as their neighbours.
    """
    pixels, canvas, ratio, ground = picture
    middle = round((box["x"] - canvas["x"] + box["width"] / 2) * ratio)
    top = round((box["y"] - canvas["y"]) * ratio)
    bottom = round((box["y"] - canvas["y"] + box["height"]) * ratio)
    column = pixels[max(0, top - 1) : bottom + 1, middle]
    painted = (column[:, :3] != ground).any(axis=1)
    last = np.flatnonzero(painted)[-1]
    first = max(np.flatnonzero(~painted[:last]), default=-1) + 1
    column = [tuple(map(int, pixel[:3])) for pixel in column[first : last + 1]]
    column[:ratio] = [column[ratio]] * ratio
    column[-ratio:] = [column[-ratio - 1]] * ratio
    return [(rgb, len(list(run))) for rgb, run in groupby(column)]


def assert_bar(bands, palette):
    """Assert that the bands are the palette's colours, as tall as their shares within 1.5 px.

    Neighbours of one colour are one band, and a sliver may have no pixel of its own.
    """
    total = sum(height for _, height in bands)
    expected = [(tuple(colour["rgb"]), colour["share"] * total) for colour in palette]
    slivers = sum(1 for _, height in expected if height < 2)
    assert {rgb for rgb, _ in bands} <= {rgb for rgb, _ in expected}
    for rgb in {rgb for rgb, _ in expected}:
        seen, wanted = (
            sum(height for other, height in rows if other == rgb) for rows in (bands, expected)
        )
        assert abs(seen - wanted) <= 1.5 + slivers, (rgb, bands)


def in_order(images):
    """Return the IDs by year, those without one last; within a year any order will do."""
    years = sorted({image["year"] for image in images}, key=lambda year: (year is None, year))
    return [{image["image"] for image in images if image["year"] == year} for year in years]


def check_page(browser, path_to_page, palettes):
    """Assert that a page shows all that its palettes.json holds: each painting at each k."""
    images = {image["image"]: image for image in palettes["images"]}
    with visit(browser, path_to_page) as page:
        found = paintings(page)
        walked = iter(found)
        for group in in_order(palettes["images"]):
            assert {next(walked)["image"] for _ in group} == group
        assert [option["position"] for option in found] == list(range(1, len(images) + 1))
        assert {option["setsize"] for option in found} == {len(images)}
        page.locator("#paintings").blur()
        for k in palettes["ks"]:
            page.locator("#ks label", has_text=str(k)).first.click()
            settle(page)
            picture = drawn(page)
            for option in found:
                image = images[option["image"]]
                facts = [image["title"], image["artist"], image["date"] or image["year"]]
                told = ", ".join(str(fact) for fact in [*facts[:2], facts[2] or "undated"] if fact)
                assert option["text"].startswith(f"{told}: ")
                assert_bar(bar(picture, option), image["palettes"][str(k)])
        for option in (found[0], found[len(found) // 2], found[-1]):
            check_detail(page, option, images[option["image"]], palettes["ks"])


def check_detail(page, option, image, ks):
    """Assert that a click on a painting opens it, with each of its palettes."""
    page.mouse.click(option["x"] + option["width"] / 2, option["y"] + option["height"] - 3)
    panel = page.locator("#panel")
    for k in ks:
        panel.get_by_label(f"In {k} colours").click()
        assert panel.locator("h2").text_content() == image["title"]
        palette = image["palettes"][str(k)]
        assert panel.locator(".hex").all_text_contents() == [c["hex"] for c in palette]
        assert panel.locator(".colours .name").all_text_contents() == [c["name"] for c in palette]
        for text, colour in zip(panel.locator(".share").all_text_contents(), palette, strict=True):
            shown = 0 if text.startswith("<") else int(text.removesuffix("\u00a0%"))
            assert abs(shown - 100 * colour["share"]) <= 0.51
    page.keyboard.press("Escape")
    settle(page)
    assert panel.is_hidden()
