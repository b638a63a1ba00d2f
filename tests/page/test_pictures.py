"""The sharper pictures beside the page: when they are asked for, shown, and missed by nobody."""

import functools
import http.server
import io
import re
import shutil
import threading
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.page.checks import COMPLETE, drawn, paintings, settle, visit
from tests.page.conftest import IMAGES

RED, GREEN = (200, 30, 30), (30, 160, 60)


@pytest.fixture
def beside(page_file, tmp_path):
    """A page whose pictures are red, and whose thumbnails green."""
    for folder, colour, ending in (("pictures", RED, "webp"), ("thumbnails", GREEN, "png")):
        (tmp_path / folder).mkdir()
        for image in IMAGES:
            picture = Image.new("RGB", (800, 600), colour)
            picture.save(tmp_path / folder / f"{image['image']}.{ending}", quality=95)
    return Path(shutil.copy(page_file, tmp_path))


@pytest.fixture
def served(beside):
    """The address of the page from a web server."""
    handler = functools.partial(QuietHandler, directory=beside.parent)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{beside.name}"
        server.shutdown()


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def colour_in(page, selector, taken=(0.5, 0.7)):
    """Return the colour of an element on the screen, at a part of its width and height."""
    box = page.locator(selector).bounding_box()
    shot = page.screenshot(clip=box)
    with Image.open(io.BytesIO(shot)) as picture:
        pixels = np.asarray(picture.convert("RGB"))
    return pixels[int(taken[1] * pixels.shape[0]), int(taken[0] * pixels.shape[1])]


def near(colour, expected):
    return np.abs(np.array(colour).astype(int) - expected).max() < 12


def opened_from(browser, address):
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    page.wait_for_selector(COMPLETE)
    return page, asked


@pytest.mark.parametrize("where", ["disk", "server"])
def test_an_opened_painting_is_shown_by_its_picture(browser, beside, served, where):
    address = beside.as_uri() if where == "disk" else served
    page, asked = opened_from(browser, address)
    assert [url for url in asked if not url.startswith(("data:", address))] == []
    page.evaluate("location.hash = 'image=sunrise'")
    page.wait_for_function("document.querySelector('#panel .picture').width > 250")
    settle(page)
    expect(page.locator("#panel .picture")).to_be_visible()
    page.wait_for_timeout(200)
    assert near(colour_in(page, "#panel .picture"), RED)
    assert {
        url.rpartition("/")[0].rpartition("/")[2] for url in asked[1:] if "data:" not in url
    } == {"pictures"}
    page.locator("#panel .picture").click()
    large = page.locator("#large canvas")
    assert large.bounding_box()["width"] > 600
    assert near(colour_in(page, "#large .stage"), RED)
    before = large.bounding_box()["width"]
    page.mouse.move(300, 300)
    page.mouse.wheel(0, -400)
    assert large.bounding_box()["width"] > 1.5 * before
    page.keyboard.press("Escape")
    assert page.locator("#large").is_hidden()
    assert page.locator("#panel").is_visible()
    page.context.close()


def test_without_pictures_the_thumbnail_is_shown_and_without_it_the_sheet(browser, beside):
    shutil.rmtree(beside.parent / "pictures")
    with visit(browser, beside, "#image=sunrise") as page:
        page.wait_for_timeout(300)
        assert near(colour_in(page, "#panel .picture"), GREEN)
    shutil.rmtree(beside.parent / "thumbnails")
    with visit(browser, beside, "#image=sunrise") as page:
        page.wait_for_timeout(300)
        first = [int(IMAGES[0]["palettes"]["5"][0]["hex"][i : i + 2], 16) for i in (1, 3, 5)]
        assert near(colour_in(page, "#panel .picture"), first)


def test_a_dead_picture_gives_way_to_the_thumbnail_and_others_stay(browser, beside):
    (beside.parent / "pictures/sunrise.webp").write_bytes(b"no picture")
    with visit(browser, beside, "#image=sunrise") as page:
        page.wait_for_timeout(300)
        assert near(colour_in(page, "#panel .picture"), GREEN)
        page.evaluate("location.hash = 'image=script'")
        page.wait_for_timeout(300)
        assert near(colour_in(page, "#panel .picture"), RED)


@pytest.mark.parametrize("where", ["disk", "server"])
def test_a_colour_is_taken_from_the_sheet_where_files_may_not_be_read(
    browser, beside, served, where
):
    page, _ = opened_from(
        browser, (beside.as_uri() if where == "disk" else served) + "#image=sunrise"
    )
    page.wait_for_timeout(300)
    page.get_by_role("button", name="Take a colour").click()
    box = page.locator("#panel .picture").bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page).to_have_url(re.compile("colours="))
    code = page.evaluate("location.hash.match(/colours=([0-9a-f]{6})/)[1]")
    taken = [int(code[i : i + 2], 16) for i in (0, 2, 4)]
    first = [int(IMAGES[0]["palettes"]["5"][0]["hex"][i : i + 2], 16) for i in (1, 3, 5)]
    assert near(taken, first if where == "disk" else RED)
    page.context.close()


def test_enlarged_marks_have_pictures_and_can_still_be_exported(browser, beside):
    with visit(browser, beside, "#view=grid") as page:
        option = paintings(page)[4]
        page.locator("#paintings").blur()
        page.mouse.move(option["x"] + option["width"] / 2, option["y"] + option["height"] / 3)
        for _ in range(4):
            page.mouse.wheel(0, -300)
        page.wait_for_timeout(400)
        box = page.locator("#plot").bounding_box()
        pixels = np.asarray(Image.open(io.BytesIO(page.screenshot(clip=box))).convert("RGB"))
        assert (np.abs(pixels.astype(int) - RED).max(axis=2) < 12).mean() > 0.1
        # The canvas that is exported has no pixel of another file.
        assert (np.abs(drawn(page)[0][..., :3].astype(int) - RED).max(axis=2) < 12).mean() < 0.01
