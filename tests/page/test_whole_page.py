import pytest

from tests.page.checks import assert_bar, bar, check_page, drawn, paintings, settle, visit
from tests.page.conftest import IMAGES, image
from tests.page_code import faults_in_html

PALETTES = {"ks": [3, 5], "images": IMAGES}


def test_the_page_shows_all_of_its_data(browser, page_file):
    check_page(browser, page_file, PALETTES)


@pytest.mark.parametrize("undated", [0, 30, 120])
def test_so_does_a_page_of_many(browser, build, undated):
    images = [
        image(f"i{i}", f"Painting {i}", None if i < undated else 1860 + i * i % 50)
        for i in range(120)
    ]
    check_page(browser, build(images), {"ks": [3, 5], "images": images})


def test_a_page_of_one_painting_shows_it(browser, build):
    check_page(browser, build(IMAGES[:1]), PALETTES | {"images": IMAGES[:1]})


def test_a_page_without_paintings_says_so(browser, build):
    with visit(browser, build([])) as page:
        assert page.locator("#count").text_content() == "no paintings"
        page.locator("#paintings").focus()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Enter")
        assert page.locator("#panel").is_hidden()


def test_titles_and_links_run_no_script(browser, page_file):
    with visit(browser, page_file, "#image=long") as page:
        assert page.locator("#panel .source a").is_hidden()
    with visit(browser, page_file, "#image=trap") as page:
        assert page.title() == "Palettes </title><script>window.broken = 1</script>"
        assert page.locator("h1").text_content() == page.title()
        page.locator("#about-button").click()
        assert page.locator("#about > p").first.text_content() == "A & B"
        page.keyboard.press("Escape")
        assert page.locator("#panel .source a").is_hidden()
        assert page.evaluate("window.broken") is None


def test_the_undated_stand_right_of_all_others_under_their_own_label(browser, page_file):
    with visit(browser, page_file) as page:
        found = {option["image"]: option for option in paintings(page)}
        undated = [found.pop(name) for name in ("fog", "fog.2")]
        right = max(option["x"] + option["width"] for option in found.values())
        assert min(option["x"] for option in undated) > right
        assert page.locator("#guides text", has_text="undated").is_visible()


@pytest.mark.parametrize("undated", [0, 40, 49])
def test_no_label_lies_on_a_mark(browser, build, undated):
    images = [image(f"i{i}", "Fog", None if i < undated else 1880 + i) for i in range(49)]
    with visit(browser, build(images)) as page:
        marks = paintings(page)
        labels = page.locator("#guides text").all()
        assert labels
        for label in labels:
            box = label.bounding_box()
            for mark in marks:
                beside = (
                    box["x"] >= mark["x"] + mark["width"] or mark["x"] >= box["x"] + box["width"]
                )
                below = box["y"] >= mark["y"] + mark["height"]
                above = mark["y"] >= box["y"] + box["height"]
                assert beside or below or above, label.text_content()


def test_years_run_from_left_to_right(browser, page_file):
    with visit(browser, page_file) as page:
        middles = [option["x"] + option["width"] / 2 for option in paintings(page)[:7]]
        years = [1872, 1874, 1874, 1880, 1881, 1881, 1899]
        for (year, x), (next_year, next_x) in zip(
            zip(years, middles, strict=True),
            list(zip(years, middles, strict=True))[1:],
            strict=False,
        ):
            assert next_x > x if next_year > year else next_x == pytest.approx(x, abs=1)


@pytest.mark.parametrize("width", [320, 390])
def test_on_a_phone_nothing_is_wider_than_the_screen(browser, page_file, width):
    phone = {"viewport": {"width": width, "height": 640}, "has_touch": True, "is_mobile": True}
    with visit(browser, page_file, device_scale_factor=2, **phone) as page:
        for hash_ in ("", "#image=long", "#image=fog.2&k=3"):
            page.evaluate("hash => { location.hash = hash; }", hash_)
            settle(page)
            assert page.evaluate("document.documentElement.scrollWidth") == width


def test_on_a_phone_marks_are_fit_for_fingers_and_drawn_where_one_scrolls(browser, build):
    images = [image(f"i{i}", f"Painting {i}", 1860 + i % 50) for i in range(150)]
    phone = {"viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True}
    with visit(browser, build(images), device_scale_factor=2, **phone) as page:
        last = paintings(page)[-1]
        assert last["width"] >= 22
        assert last["height"] >= 24
        assert page.evaluate("window.scrollY") > 640
        assert last["y"] + last["height"] <= 640
        page.wait_for_timeout(100)
        assert_bar(bar(drawn(page), last), images[-1]["palettes"]["5"])
        page.touchscreen.tap(last["x"] + last["width"] / 2, last["y"] + last["height"] / 2)
        assert page.locator("#panel h2").text_content() == "Painting 149"


def test_on_a_sharp_screen_bars_are_as_exact(browser, page_file):
    with visit(browser, page_file, device_scale_factor=2) as page:
        found = paintings(page)
        assert_bar(bar(drawn(page), found[0]), IMAGES[0]["palettes"]["5"])


def test_marks_follow_the_window(browser, page_file):
    with visit(browser, page_file) as page:
        page.set_viewport_size({"width": 900, "height": 600})
        page.wait_for_timeout(100)
        for option in paintings(page):
            assert option["x"] >= 0
            assert option["x"] + option["width"] <= 900
            assert option["y"] + option["height"] <= 600
        page.set_viewport_size({"width": 400, "height": 600})
        page.wait_for_timeout(100)
        page.set_viewport_size({"width": 900, "height": 600})
        page.wait_for_timeout(100)
        assert page.evaluate("document.documentElement.scrollHeight") == 600


def test_without_scripts_paintings_and_palettes_are_listed(browser, page_file):
    with visit(browser, page_file, java_script_enabled=False) as page:
        items = page.locator(".listing li").all_text_contents()
        assert len(items) == len(IMAGES)
        assert items[0].startswith("Sunrise, 1872: #5080b0 40%")


def test_it_is_valid_html(page_file):
    assert faults_in_html(page_file) == ""
