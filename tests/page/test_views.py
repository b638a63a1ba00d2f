"""Every view: what it shows, where, and how one gets about in it."""

import json
import re
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import expect

from tests.page.checks import assert_bar, bar, cursor, drawn, launched, paintings, settle, visit
from tests.page.conftest import IMAGES

VIEWS = ["timeline", "grid", "wheel", "stream", "map", "table"]
AXE = Path(__file__).parents[2] / "page" / "node_modules" / "axe-core" / "axe.min.js"


def seen(page, x, y):
    """Return the colour of the canvas at a point of the page."""
    pixels, canvas, ratio, _ = drawn(page)
    column, row = round((x - canvas["x"]) * ratio), round((y - canvas["y"]) * ratio)
    return tuple(map(int, pixels[row, column, :3]))


def opened(page):
    return page.locator("#panel h2").text_content() if page.locator("#panel").is_visible() else None


@pytest.mark.parametrize("k", [3, 5])
@pytest.mark.parametrize("view", [view for view in VIEWS if view != "table"])
def test_each_view_has_each_painting_at_a_finite_place(browser, gallery, view, k):
    path, images = gallery
    with visit(browser, path, f"#view={view}&k={k}") as page:
        found = paintings(page)
        assert sorted(option["image"] for option in found) == sorted(images)
        numbers = [[option[side] for side in ("x", "y", "width", "height")] for option in found]
        assert np.isfinite(numbers).all()
        assert (np.array(numbers)[:, 2:] > 0).all()


@pytest.mark.parametrize("k", [3, 5])
@pytest.mark.parametrize("view", ["timeline", "grid", "map"])
def test_marks_have_their_palettes_colours_from_top_to_bottom(browser, gallery, view, k):
    path, images = gallery
    with visit(browser, path, f"#view={view}&k={k}") as page:
        found = paintings(page)
        page.locator("#paintings").blur()
        picture = drawn(page)
        for option in found:
            assert_bar(bar(picture, option), images[option["image"]]["palettes"][str(k)])


@pytest.mark.parametrize("k", [3, 5])
def test_the_wheel_has_discs_by_hue_and_chroma(browser, gallery, k):
    path, images = gallery
    with visit(browser, path, f"#view=wheel&k={k}") as page:
        rim = page.locator("#guides .rim").bounding_box()
        middle = np.array([rim["x"] + rim["width"] / 2, rim["y"] + rim["height"] / 2])
        found = paintings(page)
        scales = []
        for option in found:
            first = images[option["image"]]["palettes"][str(k)][0]
            _, chroma, hue = first["oklch"]
            if chroma < 0.02:
                continue
            place = [option["x"] + option["width"] / 2, option["y"] + option["height"] / 2]
            away = (np.array(place) - middle) * [1, -1]
            assert np.degrees(np.arctan2(away[1], away[0])) % 360 == pytest.approx(hue, abs=1.5)
            scales.append(np.hypot(*away) / np.sqrt(chroma))
        assert len(scales) > 20
        assert max(scales) / min(scales) < 1.05
        # The painting at the rim lies upon no other.
        outer = max(
            found, key=lambda option: abs(option["x"] - middle[0]) + abs(option["y"] - middle[1])
        )
        point = (outer["x"] + outer["width"] / 2, outer["y"] + outer["height"] / 2)
        page.locator("#paintings").blur()
        assert seen(page, *point) in {
            tuple(c["rgb"]) for image in images.values() for c in image["palettes"][str(k)]
        }


@pytest.mark.parametrize("k", [3, 5])
def test_a_decade_of_the_stream_is_made_of_its_paintings_colours_by_share(browser, gallery, k):
    path, images = gallery
    with visit(browser, path, f"#view=stream&k={k}") as page:
        label = page.locator("#guides .tick text", has_text="1880s").bounding_box()
        pixels, canvas, _, ground = drawn(page)
        x = round(label["x"] + label["width"] / 2 - canvas["x"])
        column = [tuple(map(int, p[:3])) for p in pixels[:, x]]
        painted = [rgb for rgb in column if list(rgb) != ground]
        decade = [
            image for image in images.values() if image["year"] and image["year"] // 10 == 188
        ]
        shares = {}
        for image in decade:
            for colour in image["palettes"][str(k)]:
                rgb = tuple(colour["rgb"])
                shares[rgb] = shares.get(rgb, 0) + colour["share"] / len(decade)
        assert set(painted) <= set(shares)
        for rgb, share in shares.items():
            assert painted.count(rgb) / len(painted) == pytest.approx(share, abs=0.012)


@pytest.mark.parametrize("k", [3, 5])
def test_the_table_tells_all_in_words_and_draws_palettes_beside_them(browser, gallery, k):
    path, images = gallery
    with visit(browser, path, f"#view=table&k={k}") as page:
        table = page.get_by_role("table", name="Paintings")
        assert table.get_attribute("aria-rowcount") == str(len(images) + 1)
        rows = table.locator("tr[data-image]")
        years = []
        for row in rows.all()[:10]:
            image = images[row.get_attribute("data-image")]
            years.append(image["year"])
            assert row.locator("button").text_content() == image["title"]
            assert row.locator(".year").text_content() == str(image["year"])
            assert row.locator(".first").text_content() == image["palettes"][str(k)][0]["name"]
            box = row.locator(".paint").bounding_box()
            palette = image["palettes"][str(k)]
            left = box["x"] + 52 + 6
            assert seen(page, left, box["y"] + box["height"] / 2) == tuple(palette[0]["rgb"])
        assert years == sorted(years)


def test_the_table_sorts_by_its_headings(browser, gallery):
    path, _ = gallery
    with visit(browser, path, "#view=table") as page:
        heading = page.locator("#rows thead th", has_text="Title")
        heading.get_by_role("button").click()
        assert heading.get_attribute("aria-sort") == "ascending"
        titles = page.locator("#rows .rows button").all_text_contents()
        assert titles == sorted(titles, key=str.casefold)
        heading.get_by_role("button").click()
        assert heading.get_attribute("aria-sort") == "descending"
        assert "by=-title" in page.evaluate("location.hash")


def test_the_tables_last_row_is_reached_by_a_key_and_opened(browser, gallery):
    path, images = gallery
    with visit(browser, path, "#view=table") as page:
        page.locator("#rows .rows button").first.focus()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("End")
        focused = page.evaluate(
            "document.activeElement.closest('tr').getAttribute('aria-rowindex')"
        )
        assert focused == str(len(images) + 1)
        page.keyboard.press("Enter")
        assert opened(page) == page.evaluate("document.activeElement.textContent")
        assert page.locator("#rows tr[data-image]").count() < len(images)


def zoomed(page, option):
    """Return where a mark that was at `option` before any zoom is now, by what the address says."""
    expect(page).to_have_url(re.compile("zoom="))
    k, x, y = page.evaluate("location.hash.match(/zoom=([^&]*)/)[1].split('%2C').map(Number)")
    plot = page.locator("#plot").bounding_box()
    axis = 36 if re.search("view=stream|^[^#]*#(?!.*view=)", page.url) else 0
    width, height = plot["width"], plot["height"] - axis
    left = plot["x"] + (option["x"] - plot["x"] - x * width) * k + width / 2
    top = plot["y"] + (option["y"] - plot["y"] - y * height) * k + height / 2
    return option | {
        "x": left,
        "y": top,
        "width": option["width"] * k,
        "height": option["height"] * k,
    }


@pytest.mark.parametrize("view", ["timeline", "grid", "wheel", "stream", "map"])
def test_a_click_opens_what_is_under_it_before_and_after_zoom(browser, gallery, view):
    path, images = gallery
    with visit(browser, path, f"#view={view}") as page:
        options = paintings(page)
        # A disc far from the middle, where others would lie upon it; elsewhere one amid the marks.
        away = {o["image"]: np.hypot(o["x"] - 640, o["y"] - 380) for o in options}
        choose = max if view == "wheel" else min
        option = choose(options, key=lambda o: away[o["image"]])
        for _ in range(2):
            x, y = option["x"] + option["width"] / 2, option["y"] + option["height"] / 2
            page.mouse.click(x, y)
            assert opened(page) == images[option["image"]]["title"]
            page.keyboard.press("Escape")
            settle(page)
            page.mouse.move(x, y)
            for _ in range(3):
                page.mouse.wheel(0, -300)
            option = zoomed(page, option)


def test_zoom_keeps_what_is_under_the_pointer_there(browser, gallery):
    path, _ = gallery
    with visit(browser, path, "#view=grid") as page:
        option = paintings(page)[20]
        x, y = option["x"] + 5, option["y"] + 5
        page.mouse.move(x, y)
        page.mouse.wheel(0, -400)
        after = zoomed(page, option)
        scale = after["width"] / option["width"]
        assert scale > 1.5
        assert x - after["x"] == pytest.approx(scale * 5, abs=0.5)
        assert y - after["y"] == pytest.approx(scale * 5, abs=0.5)
        page.keyboard.press("0")
        back = next(o for o in paintings(page) if o["image"] == option["image"])
        assert [back["x"], back["y"]] == pytest.approx([option["x"], option["y"]], abs=0.1)


def test_the_cursor_stays_in_view_when_zoomed(browser, gallery):
    path, _ = gallery
    with visit(browser, path, "#view=grid&zoom=5,0.43,0.39") as page:
        plot = page.locator("#plot").bounding_box()
        for option in paintings(page)[::9]:
            assert option["x"] >= plot["x"]
            assert option["x"] + option["width"] <= plot["x"] + plot["width"]
            assert option["y"] + option["height"] > plot["y"]


def marked(page):
    """Return the part of the canvas that is not paper."""
    pixels, _, _, ground = drawn(page)
    return (pixels[..., :3] != ground).any(axis=2).mean()


def is_seen(page, option):
    """Return whether the middle of a mark lies within the plot."""
    plot = page.locator("#plot").bounding_box()
    x, y = (option[p] + option[s] / 2 - plot[p] for p, s in (("x", "width"), ("y", "height")))
    return 0 <= x <= plot["width"] and 0 <= y <= plot["height"]


@pytest.mark.parametrize("view", ["map", "grid", "timeline"])
def test_a_click_in_a_zoomed_view_opens_what_is_there_and_keeps_it_in_view(browser, thousand, view):
    with visit(browser, thousand, f"#view={view}&zoom=8,0.8,0.7") as page:
        plot = page.locator("#plot").bounding_box()
        before = marked(page)
        assert before > 0.15
        for part in np.linspace(0.9, 0.5, 20):
            page.mouse.click(plot["x"] + part * plot["width"], plot["y"] + 0.5 * plot["height"])
            if opened(page):
                break
        settle(page)
        assert marked(page) > before / 2
        assert is_seen(page, cursor(page))


@pytest.mark.parametrize("view", ["map", "grid", "timeline"])
def test_an_address_shows_the_same_paintings_in_a_window_of_any_size(browser, thousand, view):
    with visit(browser, thousand, f"#view={view}&zoom=6,0.7,0.6") as page:
        page.mouse.move(640, 400)
        page.mouse.wheel(0, -50)
        expect(page).to_have_url(re.compile("at="))
        hash_ = page.evaluate("location.hash")
        middle = re.search("at=([^&]*)", hash_)[1]
        page.set_viewport_size({"width": 1700, "height": 700})
        page.wait_for_timeout(200)
        assert f"at={middle}" in page.evaluate("location.hash")
    for width, height in [(1280, 720), (1920, 1080), (800, 1000)]:
        size = {"viewport": {"width": width, "height": height}}
        with visit(browser, thousand, f"{hash_}&image={middle}", **size) as page:
            assert cursor(page)["image"] == middle
            assert is_seen(page, cursor(page))


@pytest.mark.parametrize("ask", ["q=mist", "years=1870..1890", "colours=4f7cac:20"])
def test_what_is_asked_for_comes_into_view_as_a_whole(browser, thousand, ask):
    with visit(browser, thousand, "#view=grid&zoom=8,0.8,0.7") as page:
        if ask.startswith("q"):
            page.locator("#search").fill("mist")
        elif ask.startswith("years"):
            page.locator("#from").fill("1870")
            page.keyboard.press("Enter")
        else:
            page.locator("#colours").click()
            page.locator("#add-colour").click()
        expect(page).not_to_have_url(re.compile("zoom="))
        assert page.locator("#hits").is_visible()


def test_more_like_this_comes_into_view_as_a_whole(browser, thousand):
    with visit(browser, thousand, "#view=map&zoom=8,0.8,0.7&image=painting-7") as page:
        page.locator("#like").click()
        assert all(is_seen(page, option) for option in paintings(page))
        assert "zoom=" not in page.evaluate("location.hash")


def test_the_seam_between_picture_and_palette_does_not_grow_with_the_zoom(browser, gallery):
    path, _ = gallery
    with visit(browser, path, "#view=grid") as page:
        page.wait_for_selector("#marks[data-complete]")
        option = paintings(page)[25]
        page.locator("#paintings").blur()
        for steps in (0, 4):
            middle = option["x"] + option["width"] / 2, option["y"] + option["height"] / 2
            page.mouse.move(*middle)
            for _ in range(steps):
                page.mouse.wheel(0, -200)
            if steps:
                option = zoomed(page, option)
                assert option["width"] > 150
                page.mouse.move(5, 5)
            pixels, canvas, _, ground = drawn(page)
            top, height = option["y"] - canvas["y"], option["height"]
            rows = pixels[round(top + 0.3 * height) : round(top + 0.9 * height)]
            column = rows[:, round(option["x"] - canvas["x"] + option["width"] / 2), :3]
            assert (column == ground).all(axis=1).sum() == 2


@pytest.mark.parametrize("view", ["timeline", "stream"])
def test_an_enlarged_axis_names_years_and_no_mark_covers_it(browser, thousand, view):
    wide = {"viewport": {"width": 1600, "height": 900}}
    with visit(browser, thousand, f"#view={view}&by=years&zoom=8,0.5,0.5", **wide) as page:
        labels = page.locator("#guides .tick .of")
        plot = page.locator("#plot").bounding_box()
        seen = [
            label.text_content()
            for label in labels.all()
            if 0 <= label.bounding_box()["x"] - plot["x"] < plot["width"]
        ]
        years = sorted(map(int, seen))
        assert len(years) >= 4
        assert years == list(range(years[0], years[0] + len(years)))
        pixels, canvas, _, ground = drawn(page)
        top = min(label.bounding_box()["y"] for label in labels.all())
        assert (pixels[round(top - canvas["y"]) :, :, :3] == ground).all()


def test_a_hexagon_names_its_colour_and_counts_paintings(browser, thousand):
    with visit(browser, thousand, "#view=wheel") as page:
        rim = page.locator("#guides .rim").bounding_box()
        page.mouse.move(rim["x"] + rim["width"] / 2, rim["y"] + 0.32 * rim["height"])
        label = page.locator("#label")
        assert label.locator(".title").text_content()
        assert re.fullmatch(
            r"[\d,]+ paintings? · <?\d+\xa0% of all colour", label.locator(".year").text_content()
        )


@pytest.mark.parametrize("zoom", ["", "&zoom=3,0.4,0.4"])
def test_the_middle_of_the_wheel_is_as_light_in_both_themes(browser, thousand, zoom):
    seen_in = {}
    for scheme in ("light", "dark"):
        with visit(browser, thousand, f"#view=wheel{zoom}", color_scheme=scheme) as page:
            pixels, _, _, ground = drawn(page)
            seen_in[scheme] = pixels[..., :3].astype(int), ground
    light, dark = (seen_in[scheme][0] for scheme in ("light", "dark"))
    inside = (light != seen_in["light"][1]).any(axis=2) & (dark != seen_in["dark"][1]).any(axis=2)
    assert inside.sum() > 10_000
    # Edges are mixed with the ground; what they surround is not.
    assert np.median(np.abs(light - dark).max(axis=2)[inside]) == 0


def test_a_span_of_years_says_how_many_undated_it_leaves_out(browser, page_file):
    with visit(browser, page_file, "#years=1872..1880") as page:
        assert page.locator("#hits").text_content() == "4 of 9 paintings, 2 undated left out"


def test_a_pinch_zooms_and_a_finger_pans(browser, gallery):
    path, _ = gallery
    phone = {"viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True}
    with visit(browser, path, "#view=map", **phone) as page:
        page.locator("#paintings").focus()
        before = cursor(page)
        touch = page.context.new_cdp_session(page)

        def send(kind, *points):
            touch.send(
                "Input.dispatchTouchEvent",
                {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in points]},
            )

        send("touchStart", (140, 380), (180, 420))
        for spread in (10, 20, 40, 60):
            send("touchMove", (140 - spread, 380 - spread), (180 + spread, 420 + spread))
        send("touchEnd")
        after = cursor(page)
        assert after["width"] / before["width"] > 1.5
        assert page.evaluate("document.documentElement.scrollWidth") == 320
        send("touchStart", (160, 400))
        for step in (10, 20, 30):
            send("touchMove", (160 + step, 400))
        send("touchEnd")
        assert cursor(page)["x"] > after["x"] + 5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing(browser, page_file, view, scheme):
    with visit(browser, page_file, f"#view={view}&image=sunrise", color_scheme=scheme) as page:
        settle(page)
        found = check_with_axe(page)
        assert found == []


PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


@pytest.mark.parametrize("image", ["", "&image=sunrise"])
@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing_on_a_phone(browser, page_file, view, image):
    with visit(browser, page_file, f"#view={view}{image}", **PHONE) as page:
        settle(page)
        assert check_with_axe(page) == []


def test_finding_by_colour_has_a_name_and_room_for_a_finger(browser, page_file):
    with visit(browser, page_file, **PHONE) as page:
        box = page.get_by_role("button", name="Find by colour").bounding_box()
        assert box["width"] >= 44
        assert box["height"] >= 44


@pytest.fixture(scope="session")
def with_scrollbars(browser):
    """A browser that shows scrollbars, which Playwright hides."""
    opened = launched(browser.browser_type, ignore_default_args=["--hide-scrollbars"])
    yield opened
    opened.close()


@pytest.mark.parametrize("size", [(1440, 900), (768, 1024)])
@pytest.mark.parametrize("view", VIEWS[:-1])
def test_no_view_has_a_scrollbar_for_nothing(with_scrollbars, gallery, view, size):
    path, _ = gallery
    viewport = {"width": size[0], "height": size[1]}
    with visit(with_scrollbars, path, f"#view={view}", viewport=viewport) as page:
        for element in ("html", "main", "#plot"):
            over = page.locator(element).evaluate(
                "e => [e.scrollWidth - e.clientWidth, e.scrollHeight - e.clientHeight]"
            )
            assert over == [0, 0], element


@pytest.mark.parametrize("options", [{}, PHONE], ids=["window", "phone"])
@pytest.mark.parametrize("part", ["finder", "exports", "help", "comparison", "large"])
def test_axe_finds_nothing_in_what_opens(browser, page_file, part, options):
    hash_ = "#colours=4f7cac:20"
    hash_ += {"comparison": "&pin=sunrise&pin=fog", "large": "&image=sunrise"}.get(part, "")
    with visit(browser, page_file, hash_, **options) as page:
        if part in ("finder", "exports"):
            page.evaluate("id => document.getElementById(id).showPopover()", part)
        if part == "help":
            page.keyboard.press("?")
        if part == "large":
            page.locator("#enlarge").click()
        assert check_with_axe(page) == []


def check_with_axe(page):
    """Return what axe-core finds fault with: each rule and the elements that break it."""
    page.evaluate(AXE.read_text())
    result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [(rule["id"], [n["html"][:160] for n in rule["nodes"]]) for rule in result["violations"]]


def test_all_views_are_reached_by_keys_and_told(browser, page_file):
    with visit(browser, page_file) as page:
        for key, view in zip(
            "gwsmlt", ["grid", "wheel", "stream", "map", "table", "timeline"], strict=True
        ):
            page.keyboard.press(key)
            assert page.evaluate("document.documentElement.dataset.view") == view
            assert (
                page.locator("#said").text_content()
                == f"{view.capitalize()}, {len(IMAGES)} paintings"
            )
        page.keyboard.press("?")
        assert page.get_by_role("dialog", name="How to read this page").is_visible()
        page.keyboard.press("Escape")
        page.keyboard.press("/")
        assert page.evaluate("document.activeElement.id") == "search"
        page.keyboard.type("g")
        assert page.evaluate("document.documentElement.dataset.view") == "timeline"


def test_the_cursor_stays_on_the_painting_from_view_to_view(browser, gallery):
    path, _ = gallery
    with visit(browser, path) as page:
        page.locator("#paintings").focus()
        for _ in range(5):
            page.keyboard.press("ArrowRight")
        name = cursor(page)["image"]
        for key in "gwsmt":
            page.keyboard.press(key)
            assert cursor(page)["image"] == name


def test_a_view_turns_into_the_next_by_moving(browser, gallery):
    path, _ = gallery
    with visit(browser, path, reduced_motion="no-preference") as page:
        before = drawn(page)[0].copy()
        page.evaluate("document.querySelector('#views input[value=grid]').click()")
        page.wait_for_timeout(450)
        assert page.locator("#marks").get_attribute("data-still") == "false"
        between = drawn(page)[0].copy()
        settle(page)
        after = drawn(page)[0]
        assert (before != between).any()
        assert (between != after).any()


def test_print_has_a_table_of_all_paintings(browser, gallery):
    path, images = gallery
    with visit(browser, path) as page:
        page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
        rows = page.locator("#print tbody tr")
        assert rows.count() == len(images)
        assert page.locator("#print").is_visible()
        assert not page.locator("#plot").is_visible()
        first = next(
            i for i in images.values() if i["title"] == rows.first.locator("th").text_content()
        )
        assert first["palettes"]["5"][0]["hex"] in rows.first.text_content()
        # A row is as high as its words need: some twenty fit on a sheet.
        assert all(row.bounding_box()["height"] < 60 for row in rows.all()[:9])
        pdf = page.pdf(format="A4")
        assert 1 < pdf.count(b"/Type /Page\n") <= 1 + len(images) / 15
        page.evaluate("window.dispatchEvent(new Event('afterprint'))")
        assert rows.count() == 0


def test_print_of_an_open_painting_is_a_label_for_a_wall(browser, page_file):
    with visit(browser, page_file, "#image=sunrise") as page:
        page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
        wall = page.locator("#print .wall")
        assert wall.locator("h2").text_content() == "Sunrise"
        assert wall.locator(".facts").text_content() == "Nobody · 1872"
        assert wall.locator("canvas").bounding_box()["width"] > 100
        assert wall.locator("code").all_text_contents() == [
            c["hex"] for c in IMAGES[0]["palettes"]["5"]
        ]
        assert wall.locator(".share").first.text_content() == "40\xa0%"
        assert page.locator("#print table").is_hidden()
        assert page.pdf(format="A4").count(b"/Type /Page\n") == 1


def test_more_contrast_is_given_where_it_is_asked_for(browser, page_file):
    seen = {}
    for contrast_ in ("no-preference", "more"):
        with visit(browser, page_file, contrast=contrast_) as page:
            muted, paper = page.evaluate(
                """() => [getComputedStyle(document.querySelector("#count")).color,
                          getComputedStyle(document.body).backgroundColor]"""
            )
            rgb = [[int(v) for v in re.findall(r"\d+", colour)[:3]] for colour in (muted, paper)]
            seen[contrast_] = contrast(*rgb)
    assert seen["more"] > 12 > seen["no-preference"]


def test_hex_and_per_cent_keep_their_order_where_words_run_from_right_to_left(browser, page_file):
    with visit(browser, page_file, "#image=rtl") as page:
        page.evaluate("document.documentElement.dir = 'rtl'")
        for element in (".colours .hex", ".colours .share"):
            style = page.locator(element).first.evaluate(
                "e => [getComputedStyle(e).direction, getComputedStyle(e).unicodeBidi]"
            )
            assert style == ["ltr", "isolate"]


def test_forced_colours_keep_the_paint(browser, page_file):
    with visit(browser, page_file, "#image=sunrise", forced_colors="active") as page:
        row = page.locator(".colours li").first
        assert row.evaluate("li => getComputedStyle(li).backgroundColor") == "rgb(80, 128, 176)"
        for view in VIEWS:
            page.evaluate("view => { location.hash = `view=${view}&image=sunrise`; }", view)
            settle(page)
            paint = drawn(page)[0][..., :3]
            for colour in IMAGES[0]["palettes"]["5"]:
                assert (paint == colour["rgb"]).all(axis=2).any()


def linear(value):
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def contrast(one, other):
    """Return the contrast of two colours by WCAG 2.2."""
    light = [
        sum(part * linear(c / 255) for part, c in zip((0.2126, 0.7152, 0.0722), rgb, strict=True))
        for rgb in (one, other)
    ]
    return (max(light) + 0.05) / (min(light) + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", ["wheel", "map"])
def test_what_the_ground_would_swallow_has_an_outline(browser, build, scheme, view):
    faint = {"light": "#f4f1ea", "dark": "#1c1a18"}[scheme]
    rgb = tuple(int(faint[i : i + 2], 16) for i in (1, 3, 5))
    colour = IMAGES[0]["palettes"]["5"][0] | {"hex": faint, "rgb": rgb, "share": 1}
    images = [
        IMAGES[0] | {"image": f"i{i}", "palettes": {"3": [colour], "5": [colour]}}
        for i in range(5 if view == "wheel" else 900)
    ]
    options = {"viewport": {"width": 700, "height": 560}, "color_scheme": scheme}
    with visit(browser, build(images), f"#view={view}", **options) as page:
        option = paintings(page)[0]
        page.locator("#paintings").blur()
        pixels, canvas, _, ground = drawn(page)
        assert contrast(rgb, ground) < 1.2
        row = round(option["y"] - canvas["y"] + option["height"] / 2)
        left = round(option["x"] - canvas["x"])
        across = pixels[row, max(0, left - 1) : left + round(option["width"]) + 1, :3]
        assert any((pixel == rgb).all() for pixel in across)
        for side in (across[:4], across[-4:]):
            assert max(contrast(pixel, ground) for pixel in side) >= 3


@pytest.mark.parametrize("count", [0, 1])
def test_every_view_bears_none_and_one(browser, build, count):
    with visit(browser, build(IMAGES[3 : 3 + count])) as page:
        page.locator("#paintings").focus()
        for view in VIEWS:
            page.evaluate("view => { location.hash = `view=${view}`; }", view)
            page.wait_for_function(f"document.documentElement.dataset.view === '{view}'")
            settle(page)
            marks = "#rows tr[data-image]" if view == "table" else "#paintings [role=option]"
            assert page.locator(marks).count() == count


@pytest.mark.parametrize("width", [320, 390])
def test_no_order_is_cut_off_on_a_phone(browser, page_file, width):
    phone = {"viewport": {"width": width, "height": 700}, "has_touch": True, "is_mobile": True}
    with visit(browser, page_file, device_scale_factor=2, **phone) as page:
        for view in ("timeline", "grid", "stream", "table"):
            page.evaluate("view => { location.hash = `view=${view}`; }", view)
            settle(page)
            field = page.locator("#by")
            for name in field.locator("option").evaluate_all("all => all.map((o) => o.value)"):
                field.select_option(name)
                needed = field.evaluate(WORDS)
                assert field.bounding_box()["width"] >= needed + 16  # and the arrow's
                assert page.evaluate("document.documentElement.scrollWidth") == width
                others = page.locator(".finding").bounding_box()
                assert field.bounding_box()["x"] + field.bounding_box()["width"] <= others["x"]


# How wide the words are of what is chosen.
WORDS = """(field) => {
    const context = document.createElement("canvas").getContext("2d");
    context.font = getComputedStyle(field).font;
    return context.measureText(field.selectedOptions[0].text).width;
}"""


def test_a_click_in_the_table_opens_its_row(browser, gallery):
    path, images = gallery
    with visit(browser, path, "#view=table") as page:
        row = page.locator("#rows tr[data-image]").nth(4)
        row.locator("button").click()
        assert opened(page) == images[row.get_attribute("data-image")]["title"]


def test_at_200_per_cent_nothing_is_wider_than_the_window(browser, page_file):
    # What a browser's zoom does to a window of 1280 px: half as many CSS px, each of twice as many
    # device pixels.
    options = {"viewport": {"width": 640, "height": 360}, "device_scale_factor": 2}
    with visit(browser, page_file, "#image=sunrise", **options) as page:
        for view in VIEWS:
            page.evaluate("view => { location.hash = `view=${view}&image=long`; }", view)
            settle(page)
            assert page.evaluate("document.documentElement.scrollWidth") == 640


def test_two_builds_of_the_same_data_are_the_same_bytes(build):
    assert build(IMAGES).read_bytes() == build(IMAGES).read_bytes()


def test_a_filter_that_left_nothing_is_told(browser, build):
    images = [IMAGES[0] | {"fallback": True}, IMAGES[1]]
    with visit(browser, build(images), "#image=sunrise") as page:
        assert "palette is of all its pixels" in page.locator("#panel .fallback").text_content()
        page.evaluate("location.hash = 'image=script'")
        expect(page.locator("#panel .fallback")).to_be_hidden()


def test_what_is_odd_about_a_file_is_told(browser, build):
    images = [IMAGES[0] | {"damaged": "2 of 90 rows are missing"}, IMAGES[1]]
    with visit(browser, build(images), "#image=sunrise") as page:
        remark = page.locator("#panel .remark")
        assert remark.text_content() == "Its file is damaged: 2 of 90 rows are missing."
        page.evaluate("location.hash = 'image=script'")
        expect(remark).to_be_hidden()


def test_neighbours_are_those_of_the_workflow(browser, gallery):
    path, images = gallery
    neighbours = json.loads(path.with_name("neighbours.json").read_text())
    names = list(images)
    for i in (0, 17, 59):
        with visit(browser, path, f"#image={names[i]}") as page:
            buttons = page.locator(".alike ol button")
            found = [b.get_attribute("data-image") for b in buttons.all()]
            assert found == [names[j] for j in neighbours["neighbours"][i]]
            far = [float(b.get_attribute("data-distance")) for b in buttons.all()]
            assert far == pytest.approx(neighbours["distances"][i], abs=2e-4)
            buttons.first.click()
            assert opened(page) == images[found[0]]["title"]
