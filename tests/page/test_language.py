import json

import pytest

from tests.page.checks import visit
from tests.page.conftest import IMAGES, SOURCE, image
from tests.page.test_reports import COMPARED, TRENDS

WORDS = json.loads((SOURCE / "words.json").read_text(encoding="utf-8"))
REPORTS = {"compare": COMPARED, "trends": TRENDS}
BUSY = "image=sunrise&pin=fog&q=n&years=1800..1990&colours=d04020:20"
TOLD = """
() => [...document.querySelectorAll("body *")].flatMap((node) => [
  ...[...node.childNodes].filter(({ nodeType }) => nodeType === 3).map(({ data }) => data),
  ...["aria-label", "title", "placeholder"].map((name) => node.getAttribute(name) ?? ""),
].filter(() => !node.closest("script, style, noscript, .title, h1, h2")))
"""
"""What the page says and names: its texts and labels, but for the titles of paintings."""


def english_of(language):
    """Return what a page in another language must not say: whole texts that differ in it."""
    told = (word for word in WORDS.values() if isinstance(word["en"], str))
    texts = {word["en"] for word in told if word["en"] != word[language]}
    return {text for text in texts if any(map(str.isalpha, text))}


@pytest.fixture(scope="module", params=["de", "fr"])
def translated(request, build):
    """A page in another language, and that language."""
    unreadable = [{"source": "gone.jpg", "reason": "No such file"}]
    more = [image("old", "Old", -500), image("few", "Few", 1900, fallback=True)]
    page = build([*IMAGES, *more], language=request.param, unreadable=unreadable)
    return page, request.param


@pytest.mark.parametrize("view", ["timeline", "grid", "wheel", "stream", "map", "table"])
def test_no_english_is_left(browser, translated, view):
    path, language = translated
    with visit(browser, path, f"#view={view}&{BUSY}") as page:
        assert page.locator("html").get_attribute("lang") == language
        told = {text.strip() for text in page.evaluate(TOLD)}
        assert told & english_of(language) == set()
        assert WORDS[view][language] in told


@pytest.mark.parametrize("view", REPORTS)
def test_no_english_is_left_in_a_report(browser, translated, view):
    path, language = translated
    hash_ = f"#view={view}&a=years:..1880&k=3"
    with visit(browser, path, hash_, ready=REPORTS[view]) as page:
        told = {text.strip() for text in page.evaluate(TOLD)}
        assert told & english_of(language) == set()
        assert WORDS["reds"][language] in told


def test_what_is_said_follows_the_language(browser, translated):
    path, language = translated
    with visit(browser, path) as page:
        page.locator("#search").fill("fog")
        told = {"de": "2 Gemälde gefunden", "fr": "2 peintures trouvées"}[language]
        page.wait_for_function(
            "(told) => document.getElementById('said').textContent === told",
            arg=told,
        )


def test_a_colour_is_told_as_copied_in_the_language(browser, translated):
    path, language = translated
    with visit(browser, path, "#image=sunrise", permissions=["clipboard-write"]) as page:
        page.locator("#panel .copy").first.click()
        page.locator("#panel .copied").wait_for()
        shown = """node => [...node.querySelectorAll("*"), node].map(
            (of) => getComputedStyle(of, "::after").content)"""
        told = page.locator("#panel .copied").evaluate(shown)
        assert any(WORDS["copied"][language] in text for text in told)


def test_a_colour_is_found_by_its_name_in_the_language(browser, translated):
    path, language = translated
    with visit(browser, path) as page:
        page.locator("#colours").click()
        page.locator("#add-colour").click()
        page.locator("#wanted .code").fill(WORDS["term_orange"][language])
        assert page.locator("#wanted .code").get_attribute("aria-invalid") == "false"


def test_the_line_below_the_title_says_what_is_looked_at(browser, page_file):
    with visit(browser, page_file) as page:
        for view in ("timeline", "wheel", "stream", "table"):
            page.locator(f"#views input[value={view}]").check(force=True)
            assert page.locator("#lead span").text_content() == WORDS[f"lead_{view}"]["en"]


def test_about_tells_the_method_and_where_the_pictures_are_from(browser, page_file):
    with visit(browser, page_file) as page:
        page.locator("#about-button").click()
        told = page.locator("#about").inner_text()
        assert "A & B" in told
        assert "grouped by k\u2011means" in told
        assert "example.org, CC0: 1 painting" in told
        page.keyboard.press("Escape")
        assert page.locator("#about").is_hidden()
