"""Finding paintings: by words, years, colours and likeness; and what the address keeps of it."""

import json
import re
from itertools import pairwise

import numpy as np
import pytest
from playwright.sync_api import expect
from scipy.optimize import linprog

from scripts.colour.differences import delta_e_2000
from scripts.colour.spaces import lab_of_rgb, oklab_of_rgb
from tests.page.checks import bar, drawn, paintings, settle, visit
from tests.page.conftest import IMAGES

RGB = {"#8a7a50": [138, 122, 80], "#4a6080": [74, 96, 128], "#d8d0c0": [216, 208, 192]}


def distances(rgb, colours, tolerance):
    """Return the ΔE2000 of each of `colours` (n x 3) from `rgb`, infinite where it is no match."""
    own, lab = lab_of_rgb(np.array(rgb)), lab_of_rgb(np.array(colours))
    found = delta_e_2000(lab, own)
    matches = found <= tolerance
    chroma = np.hypot(own[1], own[2])
    if chroma > 8:
        turn = np.degrees(np.arctan2(lab[:, 2], lab[:, 1]) - np.arctan2(own[2], own[1]))
        matches &= np.abs((turn + 180) % 360 - 180) <= 40
        matches &= np.hypot(lab[:, 1], lab[:, 2]) >= 0.4 * chroma
    return np.where(matches, found, np.inf)


def least_cost(costs, amounts, limits):
    """Return the least cost of amounts (n) met from limits (m), by the linear program."""
    n, m = costs.shape
    met = [np.eye(n)[i].repeat(m) for i in range(n)]
    taken = [np.tile(np.eye(m)[j], n) for j in range(m)]
    done = linprog(costs.ravel(), A_eq=met, b_eq=amounts, A_ub=taken, b_ub=np.array(limits) + 1e-9)
    return done.fun


def score(image, asked, tolerance):
    """Return how well an image answers [(hex, amount)]; None if it has not half of each amount."""
    palette = image["palettes"]["5"]
    colours = [c["rgb"] for c in palette]
    limits = [c["share"] for c in palette]
    away = np.array([distances(RGB[code], colours, tolerance) for code, _ in asked])
    amounts = np.array([amount for _, amount in asked])
    if least_cost(np.isinf(away).astype(float), amounts / 2, limits) > 1e-3:
        return None
    costs = np.where(np.isinf(away), 1, away / tolerance / 2)
    return 1 - least_cost(costs, amounts, limits) / amounts.sum()


def order(page):
    return [option["image"] for option in paintings(page)]


def hits(page):
    return page.locator("#hits").text_content()


@pytest.mark.parametrize(
    ("asked", "tolerance"),
    [
        ([("#8a7a50", 0.2)], 12),
        ([("#8a7a50", 0.3), ("#4a6080", 0.2)], 24),
        ([("#8a7a50", 0.2), ("#4a6080", 0.1), ("#d8d0c0", 0.1)], 24),
    ],
)
def test_colours_find_what_the_reference_finds_in_its_order(browser, gallery, asked, tolerance):
    path, images = gallery
    told = ",".join(f"{code[1:]}:{round(100 * amount)}" for code, amount in asked)
    expected = {name: score(image, asked, tolerance) for name, image in images.items()}
    expected = {name: value for name, value in expected.items() if value is not None}
    assert 0 < len(expected) < 60
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
        assert told.endswith(f"{round(100 * ranked[0])}\u00a0% of what is asked")


def test_a_colour_is_added_typed_weighed_and_removed(browser, gallery):
    path, _ = gallery
    with visit(browser, path, "#view=grid") as page:
        page.get_by_role("button", name="Find by colour").click()
        finder = page.get_by_role("dialog", name="Find by colour")
        finder.get_by_role("button", name="Add a colour").click()
        code = finder.get_by_label("Colour 1, by name or as hex")
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


def test_a_colour_is_said_by_name_or_picked_from_a_chip(browser, page_file):
    with visit(browser, page_file, "#view=grid&colours=4f7cac:20") as page:
        page.get_by_role("button", name="Find by colour").click()
        code = page.get_by_label("Colour 1, by name or as hex")
        code.fill("Bluish")
        assert code.get_attribute("aria-invalid") == "true"
        code.fill("Green")
        assert code.get_attribute("aria-invalid") == "false"
        assert page.locator(".well").input_value() != "#4f7cac"
        chips = page.get_by_role("group", name="Kinds of colours").get_by_role("button")
        chips.filter(visible=True).first.click()
        expect(page).to_have_url(re.compile("%3A.*%3A"))


def test_a_colour_is_taken_from_a_picture_dropped_on_the_page(browser, page_file):
    with visit(browser, page_file) as page:
        page.evaluate("""async () => {
            const canvas = new OffscreenCanvas(40, 20);
            const context = canvas.getContext("2d");
            context.fillStyle = "#336699";
            context.fillRect(0, 0, 40, 20);
            const type = "image/png";
            const file = new File([await canvas.convertToBlob()], "mine.png", { type });
            const dataTransfer = new DataTransfer();
            dataTransfer.items.add(file);
            document.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true }));
        }""")
        page.locator("#dropped").click()
        expect(page).to_have_url(re.compile("colours=336699"))


def test_what_is_no_picture_is_said_to_be_none(browser, page_file):
    with visit(browser, page_file) as page:
        page.evaluate("""() => {
            const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File(["no"], "mine.png", { type: "image/png" }));
            document.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true }));
        }""")
        expect(page.locator("#said")).to_have_text("mine.png can\u2019t be read as a picture")


def test_bands_asked_for_stay_and_the_others_fade(browser, gallery):
    path, images = gallery
    asked = images["painting-0"]["palettes"]["5"][1]
    told = f"#view=grid&k=5&colours={asked['hex'][1:]}:{max(1, round(100 * asked['share']))}"
    with visit(browser, path, told) as page:
        option = paintings(page)[0]
        assert option["image"] == "painting-0"
        page.locator("#paintings").blur()
        found = [rgb for rgb, _ in bar(drawn(page), option)]
        ground = drawn(page)[3]
        assert tuple(asked["rgb"]) in found
        others = [c for c in images["painting-0"]["palettes"]["5"] if c is not asked]
        for colour in others:
            if np.isinf(distances(asked["rgb"], [colour["rgb"]], 12)[0]):
                assert tuple(colour["rgb"]) not in found
                faded = np.array(ground) + 0.22 * (np.array(colour["rgb"]) - ground)
                nearest = np.abs(np.array(found) - faded).max(axis=1).min()
                assert nearest <= 1 or colour["share"] < 0.03


def test_what_is_pale_as_too_few_stays_pale_in_a_search(browser, page_file):
    asked = IMAGES[0]["palettes"]["5"][0]
    with visit(browser, page_file, f"#view=stream&colours={asked['hex'][1:]}:20") as page:
        pixels = drawn(page)[0][..., :3]
        assert not (pixels == asked["rgb"]).all(axis=2).any()


def test_the_nearest_are_shown_and_said_to_be_where_none_has_a_colour(browser, gallery):
    path, _ = gallery
    with visit(browser, path, "#view=grid&colours=ff00ff:90") as page:
        assert hits(page) == "none has these colours; the nearest 12"
        assert len(order(page)) == 12
        assert page.locator("#nothing").is_hidden()


def test_a_misspelt_word_is_offered_as_it_is_spelt(browser, page_file):
    with visit(browser, page_file) as page:
        page.locator("#search").fill("sunrize")
        page.get_by_role("button", name="sunrise").click()
        assert hits(page) == "1 of 9 paintings"


def test_a_region_drawn_on_the_wheel_finds_what_has_colours_there(browser, thousand):
    palettes = json.loads(thousand.with_name("palettes.json").read_text())["images"]
    with visit(browser, thousand, "#view=wheel&k=5") as page:
        rim = page.locator("#guides .rim").bounding_box()
        middle = np.array([rim["x"] + rim["width"] / 2, rim["y"] + rim["height"] / 2])
        page.get_by_role("button", name="Draw a region").click()
        # A quarter of the wheel, from the middle right and up.
        corners = [(0, 0), (1.05, 0), (1.05, 1.05), (0, 1.05), (0, 0)]
        places = [middle + np.array([x, -y]) * rim["width"] / 2 for x, y in corners]
        page.mouse.move(*places[0])
        page.mouse.down()
        for place in places[1:]:
            page.mouse.move(*place, steps=20)
        page.mouse.up()
        expect(page).to_have_url(re.compile("region="))
        asked = page.locator("#asked")
        assert asked.is_visible()
        found = 0
        for image in palettes:
            lab = oklab_of_rgb([c["rgb"] for c in image["palettes"]["5"]])
            shares = np.array([c["share"] for c in image["palettes"]["5"]])
            chroma = np.hypot(lab[:, 1], lab[:, 2])
            found += shares[(chroma >= 0.022) & (lab[:, 1] > 0) & (lab[:, 2] > 0)].sum() >= 0.05
        told = int(hits(page).removesuffix(" of 1,000 paintings"))
        assert told == pytest.approx(found, abs=20)
        asked.get_by_role("button").click()
        expect(page.locator("#found")).to_be_hidden()
        # The next press is none of the drawing.
        page.mouse.click(rim["x"] + rim["width"] / 2, rim["y"] + 0.3 * rim["height"])
        expect(page.locator("#asked")).to_be_visible()


def test_a_press_on_a_hexagon_finds_its_paintings(browser, thousand):
    with visit(browser, thousand, "#view=wheel") as page:
        rim = page.locator("#guides .rim").bounding_box()
        page.mouse.move(rim["x"] + rim["width"] / 2, rim["y"] + 0.3 * rim["height"])
        told = page.locator("#label .year").text_content().split(" ")[0]
        page.mouse.click(rim["x"] + rim["width"] / 2, rim["y"] + 0.3 * rim["height"])
        expect(page).to_have_url(re.compile("region="))
        # Those with a twentieth of their colours there, of all that have some.
        assert 0 < int(hits(page).split(" ")[0]) <= int(told)


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


def test_what_is_pinned_is_seen_with_the_panel_closed_and_told_before_an_export(browser, page_file):
    with visit(browser, page_file, "#view=grid&pin=sunrise&q=fog") as page:
        tray = page.locator("#pinned")
        assert tray.locator(".title").text_content() == "Sunrise"
        page.get_by_role("button", name="Export").click()
        assert page.locator("#exported").text_content() == "pinned Sunrise"
        page.keyboard.press("Escape")
        tray.get_by_role("button", name="Unpin").click()
        expect(tray).to_be_hidden()
        page.get_by_role("button", name="Export").click()
        assert page.locator("#exported").text_content() == "2 paintings at 5 colours"


STATES = [
    "#view=grid&k=3&by=-title&image=fog",
    "#view=stream&k=5&by=years",
    "#view=table&k=5&q=fog",
    "#k=3&years=1872..1880",
    "#view=wheel&k=5&colours=e08040%3A20%2C5080b0%3A10&tolerance=20",
    "#view=map&k=5&zoom=2.000%2C0.40000%2C0.30000",
    "#view=wheel&k=5&zoom=4.000%2C0.40000%2C0.60000",
    "#view=grid&k=5&pin=sunrise&like=sunrise",
]


@pytest.mark.parametrize("hash_", STATES)
def test_an_address_brings_back_the_view_in_a_fresh_window(browser, page_file, hash_):
    with visit(browser, page_file, hash_) as page:
        first = drawn(page)[0]
        # A change there and back writes the state anew.
        page.keyboard.press("[")
        page.keyboard.press("[")
        k = "3" if "k=3" in hash_ else "5"
        page.get_by_role("radio", name=k).check(force=True)
        settle(page)
        written = page.evaluate("location.hash")
        assert sorted(written[1:].split("&")) == sorted(hash_[1:].split("&"))
    with visit(browser, page_file, written) as page:
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
