"""Filters by facets, the comparison of two groups, and trends over the years."""

import re
from xml.etree import ElementTree

import numpy as np
import pandas as pd
import pytest
from PIL import Image

from scripts.groups.series import SERIES, series_of_palette
from tests.page.checks import settle, visit
from tests.page.conftest import image
from tests.page.test_views import check_with_axe

PAINTERS = ("Ada Grün", "Bea Rot", "Cy Blau")
COMPARED = "#report:not([data-waiting]) .compared:not([hidden])"
TRENDS = "#report:not([data-waiting]) .trends:not([hidden])"
COLOURS = {
    "Ada Grün": ["#3f7f3f", "#c8b890", "#404a38", "#80a060", "#202020"],
    "Bea Rot": ["#b04030", "#d8c0a0", "#603028", "#e08050", "#181414"],
    "Cy Blau": ["#4060a8", "#d0d8e0", "#303a50", "#7090c0", "#101420"],
}


def made_up(n):
    """Return the nth painting: each painter's own colours, the blues more and more from 1890 on."""
    random = np.random.default_rng(n)
    painter = PAINTERS[n % 3]
    year = None if n % 11 == 0 else 1860 + (7 * n) % 60
    colours = [COLOURS[painter][0], *random.permutation(COLOURS[painter][1:]).tolist()]
    if year is not None and year >= 1890 and random.random() < 0.8:
        colours[1] = "#4878c0"
    medium = ["oil"] if n % 4 else ["pastel", "paper"]
    facets = {"artist": [painter], "medium": medium}
    title = f"{'Haystack' if n % 5 == 0 else 'Garden'} {n}"
    told = {"artist": painter, "facets": facets}
    return image(f"p{n}", title, year, colours[:3], colours, **told)


@pytest.fixture(scope="session")
def images():
    return [made_up(n) for n in range(240)]


@pytest.fixture(scope="session")
def grouped(build, images):
    """The page of paintings with facets."""
    return build(images, title="Facets")


@pytest.fixture(scope="session")
def table(images):
    """Their series as a table, with painter, year and medium."""
    rows = [series_of_palette(item["palettes"]["5"]) for item in images]
    told = [
        {"painter": item["artist"], "year": item["year"], "medium": item["facets"]["medium"]}
        for item in images
    ]
    return pd.concat([pd.DataFrame(told), pd.DataFrame(rows, columns=SERIES)], axis=1)


def report(browser, page, hash_, **options):
    """Visit a page whose hash asks for a report: no marks will stand still."""
    return visit(browser, page, hash_, ready="#report:not([hidden])", **options)


def choose(page, side, text):
    """Type what a group is called, and take the first that is offered."""
    page.click(f"#group-{side}")
    page.keyboard.type(text)
    page.keyboard.press("Enter")


def numbers(page):
    """Return the table of the comparison: the name of a series, its means, and what is told."""
    rows = page.evaluate(
        """[...document.querySelectorAll(".series tbody tr")].map((row) => [
          row.querySelector("th").textContent,
          ...[...row.querySelectorAll(".mean")].map((cell) => cell.textContent),
          row.querySelector(".told").textContent, row.classList.contains("pale")])"""
    )
    number = re.compile(r"\u2212?[\d.]+")
    read = {}
    for name, a, b, told, pale in rows:
        means = [float(number.search(text)[0].replace("\u2212", "-")) for text in (a, b)]
        read[name] = (*means, told, pale)
    return read


def test_typing_a_name_and_enter_filters_by_it(browser, grouped, table):
    with visit(browser, grouped) as page:
        page.keyboard.press("f")
        page.keyboard.type("gru")
        page.keyboard.press("Enter")
        count = (table.painter == "Ada Grün").sum()
        assert page.text_content("#hits") == f"{count} of 240 paintings"
        assert "in=artist%3AAda+Gr%C3%BCn" in page.evaluate("location.hash")
        page.keyboard.press("Escape")
        page.click("#chosen button")
        assert page.is_hidden("#found")


def test_each_facet_counts_what_the_others_leave(browser, grouped, table):
    hash_ = "#in=artist:Ada Grün&in=artist:Bea Rot&in=medium:pastel"
    with visit(browser, grouped, hash_) as page:
        page.click("#filter")
        page.wait_for_selector("#values [role=option]")
        offered = page.evaluate(
            """[...document.querySelectorAll("#values [role=option]")].map((option) => [
              option.querySelector(".name").textContent,
              Number(option.querySelector(".number").textContent),
              option.getAttribute("aria-selected")])"""
        )
    pastel = table[table.medium.map(lambda some: "pastel" in some)]
    both = table[table.painter.isin(["Ada Grün", "Bea Rot"])]
    expected = {
        **pastel.painter.value_counts().to_dict(),
        **both.medium.explode().value_counts().to_dict(),
    }
    assert {name: count for name, count, _ in offered} == expected
    chosen = {name for name, _, selected in offered if selected == "true"}
    assert chosen == {"Ada Grün", "Bea Rot", "pastel"}


def test_the_comparison_has_the_means_of_pandas(browser, grouped, table):
    with visit(browser, grouped) as page:
        page.keyboard.press("a")
        choose(page, "a", "ada")
        page.wait_for_selector(COMPARED)
        choose(page, "b", "blau")
        page.wait_for_selector(".pair .b h2:text-is('Cy Blau')")
        read = numbers(page)
        summary = page.text_content(".compared .summary")
        assert page.locator(".typical button").count() == 8
    means = table.groupby("painter")[list(SERIES)].mean() * 100
    for name in SERIES:
        a, b, *_ = read[{"chroma": "intensity"}.get(name, name)]
        assert a == pytest.approx(means.loc["Ada Grün", name], abs=0.51)
        assert b == pytest.approx(means.loc["Cy Blau", name], abs=0.51)
    assert not read["greens"][3]
    assert not read["blues"][3]
    assert "More in Ada Grün: " in summary
    assert "greens" in summary.split("Less in")[0]
    assert "blues" in summary.split("Less in")[1]


def test_an_address_shows_the_same_comparison(browser, grouped):
    hash_ = "#view=compare&a=years:1890..&b=years:..1889"
    with report(browser, grouped, hash_) as page:
        page.wait_for_selector(COMPARED)
        first = page.text_content(".compared")
        assert page.input_value("#group-a") == "from 1890 on"
        page.click("#swap")
        page.wait_for_selector(".pair .a h2:text-is('before 1890')")
        page.go_back()
        page.wait_for_selector(".pair .a h2:text-is('from 1890 on')")
        page.wait_for_selector(COMPARED)
        assert page.text_content(".compared") == first


def test_fewer_than_ten_are_too_few_to_tell(browser, grouped):
    with report(browser, grouped, "#view=compare&a=words:%22Haystack 4%22") as page:
        page.wait_for_selector(COMPARED)
        assert "Too few to tell" in page.text_content(".compared .summary")
        assert all("too few to tell" in told for *_, told, _ in numbers(page).values())


def test_what_is_filtered_is_what_is_compared(browser, grouped, table):
    with report(browser, grouped, "#view=compare&in=medium:pastel&a=in:artist:Bea Rot") as page:
        page.wait_for_selector(COMPARED)
        told = [text.split()[0] for text in page.locator(".pair .n").all_text_contents()]
    pastel = table.medium.map(lambda some: "pastel" in some)
    bea = table.painter == "Bea Rot"
    assert told == [str((pastel & bea).sum()), str((pastel & ~bea).sum())]


def test_a_painting_of_both_groups_is_in_none(browser, grouped, table):
    with report(browser, grouped, "#view=compare&a=in:artist:Bea Rot&b=years:1880..1889") as page:
        page.wait_for_selector(COMPARED)
        both = ((table.painter == "Bea Rot") & table.year.between(1880, 1889)).sum()
        assert both > 1
        assert page.text_content("#report .both") == f"{both} paintings are in both, and left out."


def test_a_change_over_the_years_is_told_in_words(browser, grouped, table):
    with report(browser, grouped, "#view=trends") as page:
        page.wait_for_selector(TRENDS)
        told = page.locator(".trends .summary p").all_text_contents()
        blues = next(text for text in told if text.startswith("blues"))
    dated = table[table.year.notna()]
    share, year, later, n, m = re.fullmatch(
        r"blues: ([\d.]+)\u00a0% of the canvas before (\d+), ([\d.]+)\u00a0% since; "
        r"n\u00a0=\u00a0(\d+) and (\d+)\.",
        blues,
    ).groups()
    assert 1885 <= int(year) <= 1895
    early = dated.year < int(year)
    assert float(share) == pytest.approx(100 * dated[early].blues.mean(), abs=0.5)
    assert float(later) == pytest.approx(100 * dated[~early].blues.mean(), abs=0.5)
    assert (int(n), int(m)) == (early.sum(), (~early).sum())


def test_each_decade_has_its_mean_and_number(browser, grouped, table):
    with report(browser, grouped, "#view=trends") as page:
        page.wait_for_selector(TRENDS)
        told = page.text_content(".panels figure[data-series='5'] .unseen")
    dated = table[table.year.notna()]
    of_decade = dated.groupby(dated.year // 10 * 10).blues.agg(["mean", "size"])
    read = re.findall(r"(\d{4})s: ([\d.]+)\u00a0%[^;]*n\u00a0=\u00a0(\d+)", told)
    assert [int(decade) for decade, _, _ in read] == of_decade.index.astype(int).tolist()
    for (_, mean, n), (expected, size) in zip(read, of_decade.to_numpy(), strict=True):
        assert float(mean) == pytest.approx(100 * expected, abs=0.51)
        assert int(n) == size


def test_two_groups_have_their_course_over_each_other(browser, grouped):
    hash_ = "#view=trends&a=in:artist:Ada Grün&b=in:artist:Cy Blau"
    with report(browser, grouped, hash_) as page:
        page.wait_for_selector(TRENDS)
        panel = page.locator(".panels figure[data-series='5']")
        assert panel.locator("path.line").count() == 2
        assert all(
            "M" in d
            for d in panel.locator("path.line").evaluate_all(
                "(paths) => paths.map((path) => path.getAttribute('d'))"
            )
        )


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        (["a", ("a", "1890")], "before 1890"),
        (["a", ("a", "ada"), ("b", "rot")], "Ada Grün"),
        (["a", ("a", "1890s")], "1890s"),
    ],
)
def test_a_question_takes_at_most_four_steps(browser, grouped, steps, told):
    with visit(browser, grouped) as page:
        page.keyboard.press(steps[0])
        for side, text in steps[1:]:
            choose(page, side, text)
        page.wait_for_selector(COMPARED)
        assert page.text_content(".pair h2") == told


@pytest.mark.parametrize("width", [320, 390])
def test_it_is_answered_by_pressing_only(browser, grouped, width):
    options = {"has_touch": True, "is_mobile": True, "viewport": {"width": width, "height": 700}}
    with visit(browser, grouped, **options) as page:
        page.tap("#views label:has([value=compare])")
        page.tap(".suggested button >> nth=0")
        page.wait_for_selector(COMPARED)
        assert page.evaluate("document.documentElement.scrollWidth") == width
        page.tap("#views label:has([value=trends])")
        page.wait_for_selector(TRENDS)
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_suggestions_and_lists_are_gone_when_a_group_is_chosen(browser, grouped):
    with report(browser, grouped, "#view=compare") as page:
        assert page.is_visible(".choose")
        page.click("#group-a")
        assert page.is_visible("#groups-a")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        active = page.get_attribute("#group-a", "aria-activedescendant")
        label = page.text_content(f"#{active} .name")
        page.keyboard.press("Enter")
        page.wait_for_selector(COMPARED)
        assert page.input_value("#group-a") == label
        assert page.is_hidden("#groups-a")
        assert page.is_hidden(".choose")
        page.keyboard.press("g")
        assert page.is_hidden("#report")
        assert page.is_visible("#plot")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", ["compare", "trends"])
def test_axe_finds_nothing_in_a_report(browser, grouped, view, scheme):
    ready = {"compare": COMPARED, "trends": TRENDS}[view]
    hash_ = f"#view={view}&a=in:artist:Ada Grün"
    with visit(browser, grouped, hash_, ready=ready, color_scheme=scheme) as page:
        assert check_with_axe(page) == []
        page.click("#group-b")
        assert check_with_axe(page) == []


def test_axe_finds_nothing_in_the_filters(browser, grouped):
    with visit(browser, grouped, "#in=medium:oil") as page:
        page.click("#filter")
        page.wait_for_selector("#values [role=option]")
        assert check_with_axe(page) == []


@pytest.mark.parametrize("view", ["grid", "timeline", "table"])
def test_views_are_split_by_a_facet(browser, grouped, images, view):
    with visit(browser, grouped, f"#view={view}") as page:
        page.select_option("#group", "medium")
        assert "group=medium" in page.evaluate("location.hash")
        if view == "table":
            rows = page.locator("#rows [data-image]")
            told = rows.evaluate_all("(rows) => rows.map((row) => row.dataset.image)")
            media = {item["image"]: item["facets"]["medium"][0] for item in images}
            assert {media[image] for image in told[:10]} == {"oil"}
        else:
            settle(page)
            words = page.locator("#guides .lane").all_text_contents()
            oil = sum(item["facets"]["medium"][0] == "oil" for item in images)
            assert words == [f"oil\u2002{oil}", f"pastel\u2002{len(images) - oil}"]


def test_a_collection_without_facets_has_neither_filters_nor_lanes(browser, page_file):
    with visit(browser, page_file, "#view=grid") as page:
        assert page.is_hidden("#filter")
        assert page.is_hidden("#grouping")


def test_a_selection_is_a_file_that_is_read_again(browser, grouped, tmp_path):
    hash_ = "#view=grid&in=medium:pastel&by=-title&pin=p3"
    with visit(browser, grouped, hash_, accept_downloads=True) as page:
        page.click("#export")
        with page.expect_download() as download:
            page.click("#exports [data-kind=selection]")
        path = tmp_path / download.value.suggested_filename
        download.value.save_as(path)
        assert path.suffix == ".json"
        page.evaluate("location.hash = ''")
        page.wait_for_selector("#found", state="hidden")
        page.click("#export")
        page.set_input_files("#open-file", path)
        page.wait_for_selector("#chosen button")
        told = page.evaluate("location.hash")
        for field in ("view=grid", "in=medium%3Apastel", "by=-title", "pin=p3"):
            assert field in told


def test_a_table_of_ids_shows_just_these(browser, grouped, tmp_path):
    path = tmp_path / "ours.csv"
    path.write_text("title,image\nx,p7\ny,p11\nz,nobody\n")
    with visit(browser, grouped, "#view=grid") as page:
        page.click("#export")
        page.set_input_files("#open-file", path)
        page.wait_for_selector("#only")
        assert page.text_content("#hits") == "2 of 240 paintings"
        assert "only=p7%2Cp11" in page.evaluate("location.hash")
        page.click("#only-all")
        assert page.is_hidden("#found")
        path.write_text("nothing of ours")
        page.click("#export")
        page.set_input_files("#open-file", path)
        page.wait_for_function(
            "() => document.getElementById('said').textContent.startsWith('ours.csv')"
        )


@pytest.mark.parametrize("kind", ["card", "card-svg"])
def test_a_comparison_has_a_card(browser, grouped, tmp_path, kind):
    hash_ = "#view=compare&a=in:artist:Ada Grün&b=in:artist:Cy Blau"
    with visit(browser, grouped, hash_, ready=COMPARED, accept_downloads=True) as page:
        told = page.locator(".compared .summary p").all_text_contents()
        page.click("#export")
        with page.expect_download() as download:
            page.click(f"#exports [data-kind={kind}]")
        path = tmp_path / "card"
        download.value.save_as(path)
    if kind == "card":
        assert Image.open(path).size == (2400, 1260)
        return
    root = ElementTree.parse(path).getroot()
    texts = [node.text or "" for node in root.iter("{http://www.w3.org/2000/svg}text")]
    assert any(text.startswith("Ada Grün, 80 paintings") for text in texts)
    words = " ".join(texts)
    for text in told:
        assert text in words
    assert "violets" in texts


def test_a_report_has_no_picture_of_marks(browser, grouped):
    with visit(browser, grouped, "#view=trends", ready=TRENDS) as page:
        page.click("#export")
        assert page.is_hidden("#exports [data-kind=png]")
        assert page.is_hidden("#exports [data-kind=card]")
        assert page.is_visible("#exports [data-kind=csv]")


def test_where_workers_are_forbidden_it_is_told(browser, grouped, tmp_path):
    path = tmp_path / "index.html"
    path.write_text(grouped.read_text().replace("worker-src blob:", "worker-src 'none'"))
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{path.as_uri()}#view=compare&a=in:artist:Ada Grün")
    page.wait_for_selector("#report .empty:not([hidden])")
    assert "worker-src" in page.text_content("#report .empty")
    assert page.is_hidden("#report .compared")
    context.close()


def test_a_group_without_paintings_is_told(browser, grouped):
    with report(browser, grouped, "#view=compare&a=in:medium:oil&b=in:medium:oil") as page:
        assert "no paintings of its own" in page.text_content("#report .empty")
        assert page.is_hidden("#report .compared")


@pytest.mark.parametrize("press", ["click", "tap"])
@pytest.mark.parametrize(
    ("steps", "told"),
    [
        ([".suggested button:text('before')"], "before"),
        ([".suggested button:text('Ada')", "#group-b", "#groups-b li:has-text('Rot')"], "Ada Grün"),
        ([".suggested button:text('1890s')"], "1890s"),
    ],
)
def test_a_question_is_answered_by_mouse_and_by_touch(browser, grouped, steps, told, press):
    with visit(browser, grouped, has_touch=press == "tap") as page:
        for step in ["#views label:has([value=compare])", *steps]:
            getattr(page, press)(step)
        page.wait_for_selector(COMPARED)
        assert page.text_content(".pair h2").startswith(told)
        if len(steps) > 1:
            page.wait_for_selector(".pair .b h2:text-is('Bea Rot')")
