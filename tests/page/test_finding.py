"""Finding paintings: by words, years, colours and likeness; and what the address keeps of it."""

import re
from itertools import pairwise

import numpy as np
import pytest
from playwright.sync_api import expect
from scipy.optimize import linprog

from scripts.colour.spaces import oklab_of_rgb
from tests.page.checks import drawn, paintings, settle, visit
from tests.page.conftest import IMAGES

RGB = {"#8a7a50": [138, 122, 80], "#4a6080": [74, 96, 128], "#d8d0c0": [216, 208, 192]}


def score(image, asked, tolerance):
    """Return how well an image answers [(hex, amount)] by the linear program; None if one lacks."""
    palette = image["palettes"]["5"]
    colours = oklab_of_rgb([c["rgb"] for c in palette])
    wanted = oklab_of_rgb([RGB[code] for code, _ in asked])
    costs = np.minimum(1, np.linalg.norm(wanted[:, None] - colours[None], axis=2) / tolerance)
    if (costs.min(axis=1) == 1).any():
        return None
    n, m = costs.shape
    amounts = [amount for _, amount in asked]
    met = [np.eye(n)[i].repeat(m) for i in range(n)]
    taken = [np.tile(np.eye(m)[j], n) for j in range(m)]
    limits = [c["share"] for c in palette]
    done = linprog(costs.ravel(), A_eq=met, b_eq=amounts, A_ub=taken, b_ub=np.array(limits) + 1e-9)
    return 1 - done.fun / sum(amounts)


def order(page):
    return [option["image"] for option in paintings(page)]


def hits(page):
    return page.locator("#hits").text_content()


@pytest.mark.parametrize(
    ("asked", "tolerance"),
    [
        ([("#8a7a50", 0.2)], 0.12),
        ([("#8a7a50", 0.3), ("#4a6080", 0.2)], 0.2),
        ([("#8a7a50", 0.2), ("#4a6080", 0.1), ("#d8d0c0", 0.3)], 0.3),
    ],
)
def test_colours_find_what_the_reference_finds_in_its_order(browser, gallery, asked, tolerance):
    path, images = gallery
    told = ",".join(f"{code[1:]}:{round(100 * amount)}" for code, amount in asked)
    expected = {name: score(image, asked, tolerance) for name, image in images.items()}
    expected = {name: value for name, value in expected.items() if value is not None}
    assert 3 < len(expected) < 60
    with visit(browser, path, f"#view=grid&colours={told}&tolerance={tolerance}") as page:
        found = order(page)
        assert sorted(found) == sorted(expected)
        ranked = [expected[name] for name in found]
        # Shares are stored in 4095ths.
        assert all(a >= b - 1e-3 for a, b in pairwise(ranked))
        assert hits(page) == f"{len(expected)} of 60 paintings"
        best = paintings(page)[0]
        page.mouse.move(best["x"] + 3, best["y"] + best["height"] - 3)
        told = page.locator("#label .year").text_content()
        assert told.endswith(f"{round(100 * ranked[0])}\u00a0% alike")


def test_a_colour_is_added_typed_weighed_and_removed(browser, gallery):
    path, _ = gallery
    with visit(browser, path, "#view=grid") as page:
        page.get_by_role("button", name="Find by colour").click()
        finder = page.get_by_role("dialog", name="Find by colour")
        finder.get_by_role("button", name="Add a colour").click()
        code = finder.get_by_label("Colour 1, as hex")
        code.fill("8a7a5")
        assert code.get_attribute("aria-invalid") == "true"
        code.fill("#8A7A50")
        assert code.get_attribute("aria-invalid") == "false"
        assert finder.get_by_label("Colour 1, picked").input_value() == "#8a7a50"
        finder.get_by_label("Amount of colour 1").fill("45")
        expect(page).to_have_url(re.compile("colours=8a7a50%3A45"))
        for _ in range(4):
            finder.get_by_role("button", name="Add a colour").click()
        assert finder.get_by_role("button", name="Add a colour").is_disabled()
        amounts = [int(a.input_value()) for a in finder.locator(".amount").all()]
        assert len(amounts) == 5
        assert sum(amounts) <= 102
        for n in range(5, 0, -1):
            finder.get_by_role("button", name=f"Remove colour {n}").click()
        expect(page.locator("#found")).to_be_hidden()


def test_a_colour_is_taken_from_the_palette_and_from_the_picture(browser, page_file):
    with visit(browser, page_file, "#image=sunrise&view=grid") as page:
        page.get_by_role("button", name="Find paintings with orange, #e08040").click()
        expect(page).to_have_url(re.compile("colours=e08040"))
        page.get_by_role("button", name="Take a colour").click()
        picture = page.locator("#panel .picture").bounding_box()
        middle = (picture["x"] + picture["width"] / 2, picture["y"] + picture["height"] / 2)
        page.mouse.click(*middle)
        # The picture of Sunrise is all of its first colour, within what WebP changes.
        expect(page).to_have_url(re.compile("%3A.*%3A"))
        code = page.evaluate("location.hash.match(/%2C([0-9a-f]{6})/)[1]")
        taken = [int(code[i : i + 2], 16) for i in (0, 2, 4)]
        assert taken == pytest.approx(IMAGES[0]["palettes"]["5"][0]["rgb"], abs=6)


def test_words_find_titles_and_an_empty_result_can_be_reset(browser, page_file):
    with visit(browser, page_file) as page:
        page.keyboard.press("/")
        page.keyboard.type("fog")
        assert hits(page) == "2 of 9 paintings"
        assert set(order(page)) == {"fog", "fog.2"}
        expect(page.locator("#said")).to_have_text("2 paintings found")
        page.get_by_role("searchbox").fill("no such thing")
        assert page.locator("#nothing").is_visible()
        expect(page.locator("#said")).to_have_text("no paintings found")
        page.locator("#paintings").focus()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Enter")
        assert page.locator("#panel").is_hidden()
        page.get_by_role("button", name="Show all").click()
        assert page.locator("#nothing").is_hidden()
        assert len(order(page)) == 9
        assert page.get_by_role("searchbox").input_value() == ""


def test_years_are_brushed_and_typed(browser, gallery):
    path, images = gallery
    years = sorted(image["year"] for image in images.values() if image["year"])
    with visit(browser, path) as page:
        strip = page.locator("#years > svg").bounding_box()
        y = strip["y"] + 10
        page.mouse.move(strip["x"] + 0.25 * strip["width"], y)
        page.mouse.down()
        page.mouse.move(strip["x"] + 0.4 * strip["width"], y, steps=4)
        page.mouse.move(strip["x"] + 0.5 * strip["width"], y)
        page.mouse.up()
        low, high = (
            int(page.get_by_label(f"{side} year").input_value()) for side in ("From", "To")
        )
        span = years[-1] - years[0] + 1
        assert low == pytest.approx(years[0] + 0.25 * span, abs=1)
        assert high == pytest.approx(years[0] + 0.5 * span - 1, abs=1)
        expected = {n for n, i in images.items() if i["year"] and low <= i["year"] <= high}
        assert set(order(page)) == expected
        page.get_by_label("To year").fill(str(high + 5))
        page.keyboard.press("Enter")
        more = {n for n, i in images.items() if i["year"] and low <= i["year"] <= high + 5}
        assert set(order(page)) == more
        page.get_by_role("button", name="All years").click()
        assert len(order(page)) == len(images)


def test_more_like_this_shows_a_painting_and_its_neighbours(browser, gallery):
    path, _ = gallery
    with visit(browser, path, "#view=grid&image=painting-7") as page:
        near = [b.get_attribute("data-image") for b in page.locator(".alike ol button").all()]
        page.get_by_role("button", name="More like this").click()
        settle(page)
        assert order(page) == ["painting-7", *near]
        assert page.locator("#liked").is_visible()
        page.get_by_role("button", name="No longer only what is alike").click()
        assert len(order(page)) == 60


def test_two_pinned_paintings_are_compared(browser, page_file):
    with visit(browser, page_file, "#image=sunrise") as page:
        page.get_by_role("button", name="Pin to compare").click()
        page.evaluate("location.hash = 'image=fog.2&pin=sunrise'")
        expect(page.locator("#panel h2")).to_have_text("Fog")
        page.keyboard.press("p")
        dialog = page.get_by_role("dialog", name="Two paintings compared")
        assert dialog.locator("h3").all_text_contents() == ["Sunrise", "Fog"]
        hexes = [c["hex"] for i in (0, 8) for c in IMAGES[i]["palettes"]["5"]]
        assert dialog.locator("code").all_text_contents() == hexes
        # Both have the same palette of five.
        assert dialog.locator(".distance").text_content().startswith("Palette distance 0.000")
        assert page.evaluate("location.hash").count("pin=") == 2
        page.keyboard.press("Escape")
        assert dialog.is_hidden()
        expect(page).to_have_url(re.compile(r"^[^#]*#(?!.*pin=.*pin=).*pin="))


COMPLETE = "#marks[data-still=true][data-complete]"
STATES = [
    "#view=grid&k=3&by=-title&image=fog",
    "#view=stream&k=5&by=years",
    "#view=table&k=5&q=fog",
    "#k=3&years=1872..1880",
    "#view=wheel&k=5&colours=e08040%3A20%2C5080b0%3A10&tolerance=0.2",
    "#view=map&k=5&zoom=2.000%2C0.40000%2C0.30000",
    "#view=wheel&k=5&zoom=4.000%2C0.40000%2C0.60000",
    "#view=grid&k=5&pin=sunrise&like=sunrise",
]


@pytest.mark.parametrize("hash_", STATES)
def test_an_address_brings_back_the_view_in_a_fresh_window(browser, page_file, hash_):
    with visit(browser, page_file, hash_, ready=COMPLETE) as page:
        first = drawn(page)[0]
        # A change there and back writes the state anew.
        page.keyboard.press("[")
        page.keyboard.press("[")
        k = "3" if "k=3" in hash_ else "5"
        page.get_by_role("radio", name=k).check(force=True)
        settle(page)
        written = page.evaluate("location.hash")
        assert sorted(written[1:].split("&")) == sorted(hash_[1:].split("&"))
    with visit(browser, page_file, written, ready=COMPLETE) as page:
        assert (drawn(page)[0] == first).all()


def test_back_and_forward_go_through_what_was_seen(browser, page_file):
    with visit(browser, page_file) as page:
        page.keyboard.press("g")
        page.keyboard.press("3")
        option = paintings(page)[0]
        page.mouse.click(option["x"] + 5, option["y"] + option["height"] - 4)
        assert page.locator("#panel").is_visible()
        page.go_back()
        expect(page.locator("#panel")).to_be_hidden()
        assert page.get_by_role("radio", name="3").is_checked()
        page.go_back()
        expect(page.get_by_role("radio", name="5")).to_be_checked()
        page.go_back()
        expect(page.get_by_role("radio", name="Timeline")).to_be_checked()
        page.go_forward()
        expect(page.get_by_role("radio", name="Grid")).to_be_checked()


def test_typing_and_zooming_leave_one_step_in_the_history(browser, page_file):
    with visit(browser, page_file, "#view=grid") as page:
        before = page.evaluate("history.length")
        page.keyboard.press("/")
        page.keyboard.type("fog")
        expect(page).to_have_url(re.compile("q=fog"))
        page.locator("#paintings").focus()
        for _ in range(4):
            page.keyboard.press("+")
        expect(page).to_have_url(re.compile("zoom="))
        assert page.evaluate("history.length") == before
