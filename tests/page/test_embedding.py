"""The page as a part of another one."""

import pytest
from playwright.sync_api import expect

from tests.page.checks import COMPLETE, visit

HOST = """<!doctype html><body style="margin: 0">
<iframe src="{page}#embed&view=grid" style="width: 900px; height: 500px" allow="clipboard-write">
</iframe><div style="height: 3000px"></div></body>"""


@pytest.fixture
def host(browser, gallery, tmp_path):
    """A page that has the page of 60 paintings inside, and the frame of that one."""
    path, _ = gallery
    outer = tmp_path / "host.html"
    outer.write_text(HOST.format(page=path.as_uri()))
    context = browser.new_context(viewport={"width": 1000, "height": 700}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(outer.as_uri())
    frame = page.frames[1]
    frame.wait_for_selector(COMPLETE)
    yield page, frame
    context.close()


def test_embedded_it_has_no_header_and_the_wheel_is_the_hosts_until_it_is_pressed(host):
    page, frame = host
    assert frame.locator("header").is_hidden()
    assert frame.locator("#views").is_visible()
    page.mouse.move(400, 300)
    page.mouse.wheel(0, 200)
    page.wait_for_timeout(200)
    assert page.evaluate("window.scrollY") > 100
    assert "zoom=" not in frame.evaluate("location.hash")
    page.evaluate("window.scrollTo(0, 0)")
    page.mouse.click(400, 300)
    frame.locator("#close").click()
    page.mouse.move(400, 300)
    page.mouse.wheel(0, -300)
    page.wait_for_timeout(700)
    assert page.evaluate("window.scrollY") == 0
    assert "zoom=" in frame.evaluate("location.hash")


def test_embedded_it_leaves_no_steps_in_the_hosts_history(host):
    page, frame = host
    before = page.evaluate("history.length")
    frame.locator("#views label", has_text="Wheel").click()
    frame.locator("#views label", has_text="Map").click()
    assert "view=map" in frame.evaluate("location.hash")
    assert "embed" in frame.evaluate("location.hash")
    assert page.evaluate("history.length") == before


def test_all_colours_and_the_link_can_be_copied(browser, page_file):
    options = {"permissions": ["clipboard-read", "clipboard-write"]}
    with visit(browser, page_file, "#image=sunrise&k=3", **options) as page:
        page.get_by_role("button", name="Copy all").click()
        expect(page.locator("#said")).to_have_text("3 colours copied")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied.split() == ["#f0e0c0", "#c08030", "#302010"]
        page.get_by_role("button", name="Export").click()
        page.get_by_role("button", name="Link to what is seen").click()
        expect(page.locator("#said")).to_have_text("The link copied")
        assert page.evaluate("navigator.clipboard.readText()") == page.url
