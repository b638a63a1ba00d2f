import pytest
from playwright.sync_api import expect

from tests.page.checks import assert_bar, bar, cursor, drawn, paintings, settle, visit
from tests.page.conftest import IMAGES

SUNRISE = IMAGES[0]["palettes"]
SAID_OF_SUNRISE = (
    "Sunrise, 1872. 5 colours: blue #5080b0 40\u00a0%, very light bluish grey #d0d8e0 25\u00a0%, "
    "orange #e08040 20\u00a0%, dark green #405030 10\u00a0%, "
    "very dark bluish grey #101820 5\u00a0%"
)


def said(page):
    return page.locator("#said").text_content()


def opened(page):
    return page.locator("#panel h2").text_content() if page.locator("#panel").is_visible() else None


def address(page):
    return page.evaluate("location.hash")


def test_all_can_be_done_with_the_keyboard_alone(browser, page_file):
    with visit(browser, page_file) as page:
        for _ in range(10):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.id") == "paintings":
                break
        assert cursor(page)["image"] == "sunrise"
        assert page.locator("#label .title").text_content() == "Sunrise"
        page.keyboard.press("End")
        assert cursor(page)["position"] == len(IMAGES)
        page.keyboard.press("ArrowRight")
        assert cursor(page)["position"] == len(IMAGES)
        page.keyboard.press("ArrowLeft")
        assert cursor(page)["position"] == len(IMAGES) - 1
        page.keyboard.press("Home")
        page.keyboard.press("ArrowRight")
        first = cursor(page)
        page.keyboard.press("ArrowUp")
        assert cursor(page)["y"] < first["y"]
        page.keyboard.press("ArrowDown")
        assert cursor(page)["image"] == first["image"]
        page.keyboard.press("Home")
        page.keyboard.press("Enter")
        assert opened(page) == "Sunrise"
        assert said(page) == SAID_OF_SUNRISE
        page.keyboard.press("3")
        assert said(page).startswith(
            "Palettes of 3 colours. Sunrise, 1872. 3 colours: very light brown #f0e0c0"
        )
        page.keyboard.press("End")
        assert opened(page) == "Fog"
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.id") == "close"
        page.keyboard.press("Escape")
        assert opened(page) is None
        assert said(page) == "Closed"
        assert page.evaluate("document.activeElement.id") == "paintings"
        assert cursor(page)["position"] == len(IMAGES)


def test_the_choice_of_k_is_a_group_of_radio_buttons(browser, page_file):
    with visit(browser, page_file) as page:
        assert page.get_by_role("radio", name="5").is_checked()
        page.get_by_role("radio", name="5").focus()
        page.keyboard.press("ArrowLeft")
        assert page.get_by_role("radio", name="3").is_checked()
        assert said(page) == "Palettes of 3 colours"
        assert address(page) == "#k=3"
        settle(page)
        assert_bar(bar(drawn(page), paintings(page)[0]), SUNRISE["3"])


def test_the_mouse_shows_a_title_and_opens_the_painting_under_it(browser, page_file):
    titles = {item["image"]: item["title"] for item in IMAGES}
    with visit(browser, page_file) as page:
        for option in paintings(page):
            right, bottom = option["x"] + option["width"], option["y"] + option["height"]
            for x, y in ((option["x"] + 2, option["y"] + 2), (right - 2, bottom - 2)):
                page.mouse.move(x, y)
                assert page.locator("#label .title").text_content() == titles[option["image"]]
        sunrise = paintings(page)[0]
        page.mouse.click(sunrise["x"] + 5, sunrise["y"] + 5)
        assert opened(page) == "Sunrise"
        assert page.locator("#panel .facts").text_content() == "1872 \u00b7 Nobody"
        assert (
            page.locator("#panel .source a").get_attribute("href") == "https://example.org/sunrise"
        )
        assert page.locator("#panel .source span").text_content() == "CC0"
        page.get_by_role("button", name="Close").click()
        assert opened(page) is None


def test_beside_the_open_panel_all_paintings_are_in_view(browser, page_file):
    with visit(browser, page_file, "#image=sunrise") as page:
        left = page.locator("#panel").bounding_box()["x"]
        assert 0 < left < 1280
        for option in paintings(page):
            assert option["x"] + option["width"] <= left


def test_the_panel_switches_k_too(browser, page_file):
    with visit(browser, page_file, "#image=sunrise") as page:
        page.get_by_role("button", name="In 3 colours").click()
        assert page.get_by_role("radio", name="3").is_checked()
        assert page.locator("#panel .hex").all_text_contents() == [c["hex"] for c in SUNRISE["3"]]


def test_the_panel_says_why_a_palette_has_fewer_colours(browser, page_file):
    with visit(browser, page_file, "#k=5&image=rtl") as page:
        assert page.locator("#panel .hex").count() == 1
        assert page.locator("#panel .few").text_content().startswith("Fewer than 5")
    with visit(browser, page_file, "#k=5&image=sunrise") as page:
        assert page.locator("#panel .few").is_hidden()


def test_the_picture_carries_the_palette_on_its_top_edge(browser, page_file):
    with visit(browser, page_file, "#image=sunrise") as page:
        settle(page)
        values = page.evaluate(
            """() => {
                const canvas = document.querySelector(".picture");
                const { width, height } = canvas;
                const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
                const counts = {};
                for (let i = 0; i < data.length; i += 4) {
                    const key = [...data.slice(i, i + 3)].join();
                    counts[key] = (counts[key] ?? 0) + 1;
                }
                return counts;
            }"""
        )
        # The picture itself has the first colour; the circles of the others are as large as shares.
        sizes = [values[",".join(map(str, c["rgb"]))] for c in SUNRISE["5"][1:]]
        ratios = [size / sizes[0] for size in sizes]
        assert ratios == pytest.approx([1, 0.8, 0.4, 0.2], abs=0.08)


def test_a_click_copies_a_colour(browser, page_file):
    with visit(browser, page_file, "#image=sunrise") as page:
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.locator(".copy", has_text="#e08040").click()
        expect(page.locator("#said")).to_have_text("#e08040 copied")
        assert page.evaluate("navigator.clipboard.readText()") == "#e08040"


def test_the_address_brings_back_what_was_seen(browser, page_file):
    with visit(browser, page_file) as page:
        page.keyboard.press("3")
        option = next(o for o in paintings(page) if o["image"] == "fog.2")
        page.mouse.click(option["x"] + 5, option["y"] + option["height"] - 5)
        left = address(page)
        assert left == "#k=3&image=fog.2"
    with visit(browser, page_file, left) as page:
        assert page.get_by_role("radio", name="3").is_checked()
        assert opened(page) == "Fog"
        page.evaluate("location.hash = '#k=5&image=emoji'")
        expect(page.locator("#panel h2")).to_contain_text("Sunflowers")
        assert page.get_by_role("radio", name="5").is_checked()


@pytest.mark.parametrize(
    "hash_", ["#k=99&image=nobody", "#%%%&&==", "#k=&image=", "#image=constructor", "#<b>"]
)
def test_a_malformed_address_is_ignored(browser, page_file, hash_):
    with visit(browser, page_file, hash_) as page:
        assert page.get_by_role("radio", name="5").is_checked()
        assert opened(page) is None


# Switches to k = 3, and returns what the canvas has at (x, y) at once and in each frame until all
# marks rest. It is read through a copy of one pixel, which a browser does not complain of.
SWITCH = """([x, y]) => {
    const marks = document.querySelector("#marks");
    const copy = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const colour = () => {
        copy.drawImage(marks, x, y, 1, 1, 0, 0, 1, 1);
        return [...copy.getImageData(0, 0, 1, 1).data].slice(0, 3);
    };
    document.querySelector("#ks input").click();
    const seen = [colour()];
    return new Promise((resolve) => {
        const look = () => {
            if (marks.dataset.still === "true") return resolve(seen);
            seen.push(colour());
            return requestAnimationFrame(look);
        };
        look();
    });
}"""


def switch(page):
    """Switch from k = 5 to 3; return the last colour of Sunrise's bar in each frame."""
    box = paintings(page)[0]
    canvas = page.locator("#marks").bounding_box()
    x, y = box["x"] + box["width"] / 2 - canvas["x"], box["y"] + box["height"] - 3 - canvas["y"]
    return page.evaluate(SWITCH, [round(x), round(y)])


def test_bars_move_from_one_k_to_the_next(browser, page_file):
    with visit(browser, page_file, reduced_motion="no-preference") as page:
        ends = [SUNRISE[k][-1]["rgb"] for k in ("5", "3")]
        assert [rgb for rgb in switch(page) if rgb not in ends]
        assert_bar(bar(drawn(page), paintings(page)[0]), SUNRISE["3"])


def test_marks_move_aside_for_the_panel(browser, page_file):
    with visit(browser, page_file, reduced_motion="no-preference") as page:
        page.locator("#paintings").focus()
        still = page.evaluate(
            """async () => {
                const event = new KeyboardEvent("keydown", { key: "Enter", bubbles: true });
                document.querySelector("#paintings").dispatchEvent(event);
                for (let i = 0; i < 3; i += 1) await new Promise(requestAnimationFrame);
                return document.querySelector("#marks").dataset.still;
            }"""
        )
        assert still == "false"
        settle(page)


def test_who_wants_less_motion_sees_none(browser, page_file):
    with visit(browser, page_file, reduced_motion="reduce") as page:
        assert switch(page) == [SUNRISE["3"][-1]["rgb"]]


CONTRASTS = """() => {
    const numbers = (text) => text.match(/[\\d.]+/g).map(Number);
    const linear = (v) => (v <= 10 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4);
    const luminance = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
    const ground = (element) => {
        const paint = getComputedStyle(element).backgroundColor;
        return numbers(paint)[3] === 0 ? ground(element.parentElement) : paint;
    };
    const texts = [...document.querySelectorAll("body *")].filter((element) =>
        element.checkVisibility() && !element.closest("noscript, script, .unseen, [role=option]")
        && [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
    return texts.map((element) => {
        const style = getComputedStyle(element);
        const ink = element.namespaceURI.endsWith("svg") ? style.fill : style.color;
        const [a, b] = [ink, ground(element)].map((c) => luminance(numbers(c)) + 0.05);
        return [element.textContent, Math.max(a, b) / Math.min(a, b)];
    });
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_can_be_read_in_both_themes(browser, page_file, scheme):
    with visit(browser, page_file, "#image=sunrise", color_scheme=scheme) as page:
        contrasts = page.evaluate(CONTRASTS)
        assert len(contrasts) > 15
        assert [pair for pair in contrasts if pair[1] < 4.5] == []


def test_the_theme_is_the_systems_until_it_is_switched(browser, page_file):
    paper = "getComputedStyle(document.body).backgroundColor"
    with visit(browser, page_file, color_scheme="dark") as page:
        dark = page.evaluate(paper)
        button = page.get_by_role("button", name="Dark theme")
        assert button.get_attribute("aria-pressed") == "true"
        button.click()
        assert button.get_attribute("aria-pressed") == "false"
        light = page.evaluate(paper)
        assert sum(map(int, light[4:-1].split(","))) > sum(map(int, dark[4:-1].split(","))) + 400
    with visit(browser, page_file, color_scheme="light") as page:
        assert page.evaluate(paper) == light
        page.emulate_media(color_scheme="dark")
        expect(page.locator("body")).to_have_css("background-color", dark)


def test_all_that_is_pressed_is_24_px_or_larger(browser, page_file):
    with visit(browser, page_file, "#image=sunrise") as page:
        for control in page.locator("button:visible, #ks input").all():
            box = control.bounding_box()
            assert box["width"] >= 24
            assert box["height"] >= 24


def test_there_are_landmarks_and_one_live_region(browser, page_file):
    with visit(browser, page_file, "#image=sunrise") as page:
        for role in (
            "banner",
            "navigation",
            "search",
            "main",
            "complementary",
            "contentinfo",
            "status",
        ):
            assert page.get_by_role(role).count() == 1
        assert page.get_by_role("listbox", name="Paintings").count() == 1
        assert page.get_by_role("heading", level=1).count() == 1


def test_elements_do_not_grow_in_number_with_the_paintings(browser, build, page_file):
    counts = []
    for file in (page_file, build([IMAGES[0] | {"image": f"i{i}"} for i in range(300)])):
        with visit(browser, file) as page:
            page.locator("#paintings").focus()
            page.keyboard.press("ArrowRight")
            counts.append(page.evaluate("document.querySelectorAll('#plot [role=option]').length"))
    assert counts == [3, 3]
