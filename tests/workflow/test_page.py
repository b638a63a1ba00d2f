"""The page that a run makes, in a browser."""

from tests.page.checks import check_page, chromium


def test_the_built_page_shows_every_painting_at_every_k(built):
    with chromium() as browser:
        check_page(browser, built / "results/index.html", built / "results/palettes.json")
