"""The page that a run makes, in a browser."""

import json

from tests.page.checks import check_page


def test_the_built_page_shows_every_painting_at_every_k(browser, built):
    palettes = json.loads((built / "results/palettes.json").read_text())
    check_page(browser, built / "results/index.html", palettes)
