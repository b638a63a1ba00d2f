"""The study sheet in a browser: the cloud that turns, the choice of a method, axe."""

import base64
import io
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from scripts.collections.config import enhancements
from scripts.images.thumbnail import make_thumbnail
from scripts.page.bundle import bundle_script
from scripts.studies.figures import make_figures
from scripts.studies.sheet import make_sheet
from tests.page import checks
from tests.page.test_views import check_with_axe

SOURCE = Path(__file__).parents[2] / "page"


@pytest.fixture(scope="session")
def sheet(modules, shared):
    """The sheet of a painting of noise around four colours."""
    return shared("sheet", partial(write_sheet, modules)) / "a.html"


def write_sheet(modules, folder):
    folder.mkdir()
    random = np.random.default_rng(3)
    middles = np.array([[200, 60, 50], [60, 90, 180], [220, 200, 150], [40, 60, 40]])
    pixels = middles[random.integers(4, size=(48, 64))] + random.normal(0, 14, (48, 64, 3))
    Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8)).save(folder / "original.png")
    make_thumbnail(
        folder / "original.png", folder / "a.png", size=64, most_megapixels=179, skip=False
    )
    image = {"image_id": "a", "title": "Noise", "date": None, "year": 1900}
    image |= {"artist": "Nobody", "link": "https://example.org/a", "licence": "CC0"}
    palette = {"algorithm": "fast", "colour": "mean", "distinct": 0, "order": "share"}
    palette |= {"space": "lab_2_1", "weight": "prominence"}
    methods = enhancements({})
    people = [{"chosen_by": "Anna", "palette": ["#c83c32", "#3c5ab4"]}]
    make_figures(
        folder / "a.png",
        folder / "a.json",
        image=image,
        ks=[3, 5, 8],
        k=5,
        method=next(each for each in methods if each["method"] == "color_balance"),
        methods=methods,
        palette=palette,
        people=people,
    )
    bundle_script(SOURCE / "src" / "study" / "main.js", modules, folder / "study.js")
    styles = [SOURCE / "base.css", SOURCE / "study.css"]
    paths = [folder / name for name in ("original.png", "a.json", "a.png", "study.js")]
    make_sheet(*paths, styles, SOURCE / "study.html", folder / "a.html", most_megapixels=179)


def visit(browser, path, **options):
    """Return a visit of the sheet, as of the page."""
    return checks.visit(browser, path, ready="#cloud canvas[aria-label]", **options)


def drawn(page):
    """Return the canvas as an array, after what was asked for has been drawn."""
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    address = page.evaluate("document.querySelector('#cloud canvas').toDataURL()")
    return np.asarray(Image.open(io.BytesIO(base64.b64decode(address.partition(",")[2]))))


def test_keys_turn_the_cloud_there_and_back(browser, sheet):
    with visit(browser, sheet) as page:
        canvas = page.locator("#cloud canvas")
        canvas.focus()
        before = drawn(page)
        seen = [before]
        for key in ("ArrowRight", "ArrowUp"):
            page.keyboard.press(key)
            seen.append(drawn(page))
            assert (seen[-1] != seen[-2]).any()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowLeft")
        assert np.abs(drawn(page).astype(int) - before).mean() < 1


@pytest.mark.parametrize("touch", [False, True])
def test_a_drag_turns_the_cloud_and_a_mere_move_does_not(browser, sheet, touch):
    with visit(browser, sheet, has_touch=touch) as page:
        page.locator("#cloud canvas").scroll_into_view_if_needed()
        box = page.locator("#cloud canvas").bounding_box()
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        before = drawn(page)
        page.mouse.move(x, y)
        page.mouse.move(x + 40, y)
        assert (drawn(page) == before).all()
        if touch:
            client = page.context.new_cdp_session(page)
            for kind, points in [
                ("touchStart", [{"x": x, "y": y}]),
                *[("touchMove", [{"x": x + 12 * i, "y": y}]) for i in range(1, 6)],
                ("touchEnd", []),
            ]:
                parameters = {"type": kind, "touchPoints": points}
                client.send("Input.dispatchTouchEvent", parameters)
        else:
            page.mouse.down()
            page.mouse.move(x + 100, y)
            page.mouse.up()
        after = drawn(page)
        assert (after != before).any()
        page.mouse.move(x, y + 60)
        assert (drawn(page) == after).all()


def test_the_cloud_shows_pixels_as_painted_enhanced_and_by_cluster(browser, sheet):
    with visit(browser, sheet) as page:
        pictures = []
        for name in ("As painted", "Colour balance", "By cluster"):
            page.locator("#cloud").get_by_label(name).check()
            pictures.append(drawn(page))
            told = page.locator("#cloud canvas").get_attribute("aria-label")
            assert told == f"The pixels in the RGB cube: {name.lower()}"
        for one, other in ((0, 1), (1, 2)):
            assert (pictures[one] != pictures[other]).any()
        # By cluster, nearly all that is painted has one of five colours.
        by_cluster, as_painted = (
            len(np.unique(p[p[..., 3] == 255][:, :3], axis=0)) for p in (pictures[2], pictures[0])
        )
        assert by_cluster < as_painted / 2


def test_it_turns_by_itself_for_a_while_unless_asked_not_to(browser, sheet):
    with visit(browser, sheet, reduced_motion="no-preference") as page:
        before = drawn(page)
        page.wait_for_timeout(200)
        assert (drawn(page) != before).any()
    with visit(browser, sheet) as page:
        before = drawn(page)
        page.wait_for_timeout(200)
        assert (drawn(page) == before).all()


def test_the_lines_for_the_config_are_those_of_the_chosen_palette(browser, sheet):
    with visit(browser, sheet) as page:
        assert "method: color_balance" in page.locator("#lines").text_content()
        page.locator("input[name=way]").first.check(force=True)
        assert page.locator("#lines").text_content() == (
            "enhance:\n  method: none\npalette:\n  weight: prominence\n  space: rgb\n  colour: mean"
        )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser, sheet, scheme):
    with visit(browser, sheet, color_scheme=scheme) as page:
        assert check_with_axe(page) == []


@pytest.mark.parametrize("width", [320, 390])
def test_on_a_phone_nothing_is_wider_than_the_screen(browser, sheet, width):
    with visit(browser, sheet, viewport={"width": width, "height": 700}) as page:
        assert page.evaluate("document.documentElement.scrollWidth") == width
