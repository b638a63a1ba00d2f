"""The journey of a visitor in Debian's Firefox, which page/journey/firefox.js makes."""

import json
import shutil
import subprocess

import pytest

from scripts.page.bundle import node_command
from tests.page.checks import visit
from tests.page.conftest import SOURCE
from tests.page.test_views import VIEWS

LEAST_COLOURS = 40  # on the canvas of a view that is drawn


@pytest.fixture(scope="module")
def seen(gallery):
    """What Firefox saw of 60 made-up paintings."""
    firefox = shutil.which("firefox-esr") or shutil.which("firefox")
    assert firefox, "the page's tests need Firefox on PATH: `make firefox` installs it on Debian"
    page, _ = gallery
    script = SOURCE / "journey" / "firefox.js"
    command = [node_command(), str(script), firefox, page.resolve().as_uri()]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_nothing_is_complained_of(seen):
    assert seen["complaints"] == []


def test_every_view_is_drawn_and_fits_the_window(seen):
    assert set(seen["views"]) == set(VIEWS)
    for view, told in seen["views"].items():
        assert told["colours"] > LEAST_COLOURS, view
        assert told["wider"] <= 0, view
        assert told["higher"] == 0 or view == "table", view


def test_the_header_and_its_fields_are_as_high_as_in_chromium(browser, gallery, seen):
    with visit(browser, gallery[0]) as page:
        for selector, height in seen["heights"].items():
            box = page.locator(selector).bounding_box()
            assert abs(box["height"] - height) <= 3, selector


def test_a_painting_is_opened_and_closed_by_the_keyboard(seen, gallery):
    painting = next(
        item for item in gallery[1].values() if item["title"] == seen["opened"]["title"]
    )
    assert seen["opened"]["colours"] == [colour["hex"] for colour in painting["palettes"]["5"]]
    assert seen["closed"] is True


def test_words_and_colours_find_paintings(seen, gallery):
    titles = [item["title"].lower() for item in gallery[1].values()]
    some = sum("painting" in title and "1" in title for title in titles)
    assert seen["found"].startswith(f"{some} of 60 paintings")
    assert "colours=" in seen["asked"]
    assert seen["hits"].endswith("of 60 paintings")


def test_about_is_a_dialog(seen):
    assert seen["about"] is True


def test_groups_are_compared_in_a_worker(seen):
    compared, trends = (seen["reports"][name] for name in ("compared", "trends"))
    assert (compared["rows"], trends["rows"]) == (12, 13)
    assert compared["summary"]
    assert trends["summary"]
    assert compared["wider"] <= 0
    assert trends["wider"] <= 0
