"""A phone: one row above, the views at hand below, and a sheet that one drags."""

import pytest

from tests.page.checks import visit
from tests.page.conftest import image

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
LONG = "Paintings of a long title, such as a museum likes to give to what it shows"


@pytest.fixture(scope="module")
def many(build):
    """The page of 150 paintings, which a phone scrolls, under a long title."""
    images = [image(f"i{i}", f"Painting {i}", 1860 + i % 50) for i in range(150)]
    return build(images, title=LONG)


def box(page, selector):
    return page.locator(selector).bounding_box()


def test_title_and_buttons_are_one_row(browser, many):
    with visit(browser, many, **PHONE) as page:
        title = box(page, "h1")
        assert title["height"] < 40
        for button in ("#export", "#theme", "#help-button"):
            place = box(page, button)
            middle = place["y"] + place["height"] / 2
            assert title["y"] < middle < title["y"] + title["height"]
            assert place["x"] >= title["x"] + title["width"]
        assert page.evaluate("document.documentElement.scrollWidth") == 390


@pytest.mark.parametrize("scrolled", [0, 400, 100_000])
def test_views_and_years_are_at_hand_however_far_one_scrolled(browser, many, scrolled):
    with visit(browser, many, **PHONE) as page:
        page.evaluate("(y) => window.scrollTo(0, y)", scrolled)
        views, years = box(page, "#views"), box(page, "#years")
        assert views["y"] + views["height"] == pytest.approx(844, abs=1)
        assert 844 - 120 < years["y"] < years["y"] + years["height"] <= views["y"]
        for label in page.locator("#views label").all():
            assert label.bounding_box()["height"] >= 44
        page.locator("#views label", has_text="Grid").tap()
        assert page.evaluate("document.documentElement.dataset.view") == "grid"


def drag(page, by):
    """Drag the sheet's grip by so many px."""
    grip = box(page, "#grip")
    x, y = grip["x"] + grip["width"] / 2, grip["y"] + grip["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x, y + by / 2)
    page.mouse.move(x, y + by)
    page.mouse.up()


def test_the_panel_is_as_high_as_one_drags_it(browser, many):
    with visit(browser, many, "#image=i7", **PHONE) as page:
        before = box(page, "#panel")["height"]
        drag(page, 200)
        assert box(page, "#panel")["height"] == pytest.approx(before - 200, abs=2)
        drag(page, -100)
        assert box(page, "#panel")["height"] == pytest.approx(before - 100, abs=2)


def test_a_panel_dragged_to_the_foot_is_closed_and_opens_again_as_high_as_ever(browser, many):
    with visit(browser, many, "#image=i7", **PHONE) as page:
        before = box(page, "#panel")["height"]
        drag(page, before - 60)
        assert page.locator("#panel").is_hidden()
        assert "image" not in page.evaluate("location.hash")
        page.evaluate("() => { location.hash = '#image=i7'; }")
        page.locator("#panel").wait_for()
        assert box(page, "#panel")["height"] == pytest.approx(before, abs=2)


def test_wide_windows_have_no_grip(browser, many):
    with visit(browser, many, "#image=i7") as page:
        assert page.locator("#grip").is_hidden()
