import json
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest

from scripts.page.language import read_words
from scripts.page.page import json_for_html, make_page, page_data

PAGE = Path(__file__).parents[3] / "page"
TEMPLATE, WORDS = PAGE / "template.html", PAGE / "words.json"
ENGLISH = read_words(WORDS, "en")
HOSTILE = "</script><script>alert('1')</script><!-- \"quoted\" & \u2028\u2029"


def colour(code, share):
    rgb = [int(code[i : i + 2], 16) for i in (1, 3, 5)]
    name = {"#804020": "dark orange", "#ff8000": "orange", "#0080ff": "bright blue"}[code]
    return {"hex": code, "rgb": rgb, "share": share, "name": name}


def image(image_id, **fields):
    palettes = {
        "1": [colour("#804020", 1.0)],
        "2": [colour("#ff8000", 0.75), colour("#0080ff", 0.25)],
    }
    nothing = {"year": None, "artist": None, "link": None, "licence": None, "fallback": False}
    nothing |= {"date": None, "facets": {}}
    return {"image": image_id, "title": image_id, **nothing, "palettes": palettes} | fields


NO_PLACES = {"tile": 0, "columns": 0, "sizes": []}


def alone(count):
    """Return what neighbours.py writes of paintings without neighbours."""
    return {"neighbours": [[]] * count, "distances": [[]] * count}


def data_of(palettes):
    """Return the page's data of palettes, without neighbours and in the middle of the map."""
    count = len(palettes["images"])
    parts = np.empty((0, 3), dtype=int), alone(count), [[0.5, 0.5]] * count, NO_PLACES
    return page_data(palettes, *parts, 1, ENGLISH)


@pytest.fixture
def page(tmp_path):
    """Return a function that makes a page and returns its text."""

    def made(
        *images,
        places=NO_PLACES,
        neighbours=None,
        positions=None,
        sheet=b"",
        script="/* script */",
        title="Palettes",
        k=2,
        method="color_balance",
        weight="area",
        language="en",
        about="",
        address="",
        is_sample=False,
        unreadable=(),
        template=TEMPLATE,
    ):
        parts = {
            "palettes": {"ks": [1, 2], "images": list(images), "unreadable": list(unreadable)},
            "codes": [],
            "neighbours": neighbours or alone(len(images)),
            "map": positions or [[0.5, 0.5]] * len(images),
            "places": places,
        }
        paths = [tmp_path / f"{name}.json" for name in parts]
        for path, part in zip(paths, parts.values(), strict=True):
            path.write_text(json.dumps(part))
        paths.insert(4, tmp_path / "sheet.webp")
        paths[4].write_bytes(sheet)
        code, worker, style = (tmp_path / name for name in ("page.js", "worker.js", "style.css"))
        code.write_text(script)
        worker.write_text("/* worker */")
        style.write_text("p { margin: 0 }")
        output = tmp_path / "index.html"
        options = {"title": title, "k": k, "method": method, "weight": weight}
        options |= {
            "language": language,
            "about": about,
            "address": address,
            "is_sample": is_sample,
        }
        make_page(*paths, code, worker, [style], template, WORDS, output, **options)
        return output.read_text(encoding="utf-8")

    return made


class Elements(HTMLParser):
    """The text of each element that has an id, and of h1, title and style, as a browser sees it."""

    def __init__(self, text):
        super().__init__()
        self.texts, self.open, self.count = {}, None, {}
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.open = dict(attributes).get("id") or tag
        self.count[tag] = self.count.get(tag, 0) + 1

    def handle_endtag(self, tag):
        self.open = None

    def handle_data(self, data):
        if self.open:
            self.texts[self.open] = self.texts.get(self.open, "") + data


def test_the_data_are_columns_with_palettes_as_base64_digits():
    images = [image("a", year=1880), image("b", artist="Nobody", fallback=True)]
    codes = np.array([[0, 128, 255], [255, 128, 0]])
    neighbours = {"neighbours": [[1], [0]], "distances": [[0.0255], [0.0255]]}
    positions = [[0, 1], [1, 0.75]]
    places = {"tile": 64, "columns": 2, "sizes": [[64, 32], [9, 64]]}
    palettes = {"ks": [1, 2], "images": images}
    studies = ["b", "gone"]
    parts = codes, neighbours, positions, places
    assert page_data(palettes, *parts, 1, ENGLISH, studies=studies) == {
        "k": 1,
        "ks": [1, 2],
        "image": ["a", "b"],
        "title": ["a", "b"],
        "year": [1880, None],
        "artist": [None, "Nobody"],
        "facets": {},
        "names": ["bright blue", "dark orange", "orange"],
        "kinds": ["blue", "orange", "orange"],
        # Three bytes are four digits of base64. Of 4095ths, 0.75 are 3071 = 47 * 64 + 63 (v/), 0.25
        # are 1024 = 16 * 64 (QA), 0.0255 are 104 = 64 + 40 (Bo), and all are //.
        "palettes": {"1": ["gEAg//AB"] * 2, "2": ["/4AAv/ACAID/QAAA"] * 2},
        "codes": [0x0080FF, 0xFF8000],
        "fallback": [1],
        "remarks": [],
        "studies": [1],
        "neighbours": ["AABBo", "AAABo"],
        "map": "AA////v/",
        "tile": 64,
        "columns": 2,
        "sizes": [[64, 32], [9, 64]],
    }


def test_damage_and_missing_grounds_are_remarks():
    told = {"damaged": "2 of 90 rows are missing", "backdrop": "no plain ground"}
    images = [image("a"), image("b", **told), image("c", backdrop="removed")]
    assert data_of({"ks": [1], "images": images})["remarks"] == [
        [
            1,
            "Its file is damaged: 2 of 90 rows are missing."
            " No plain ground was found behind it: all its pixels count.",
        ]
    ]


def test_facets_are_places_among_their_values():
    facets = [{"medium": ["oil", "canvas"], "room": []}, {"medium": ["oil"], "room": ["2"]}]
    palettes = {"ks": [1], "images": [image("a", facets=facets[0]), image("b", facets=facets[1])]}
    assert data_of(palettes)["facets"] == {
        "medium": {"values": ["canvas", "oil"], "of": [[1, 0], [1]]},
        "room": {"values": ["2"], "of": [[], [0]]},
    }


def test_only_links_to_the_web_are_kept():
    links = ["https://a.org", "HTTP://b.org", "javascript:alert(1)", "data:text/html,x", "", None]
    palettes = {"ks": [1], "images": [image(f"i{i}", link=link) for i, link in enumerate(links)]}
    assert data_of(palettes)["link"] == links[:2] + [None] * 4


def test_json_in_html_is_compact_harmless_and_the_same_data():
    data = {"title": HOSTILE, "n": [1, 2]}
    text = json_for_html(data)
    assert json.loads(text) == data
    assert not set("<>&\u2028\u2029") & set(text)
    assert text.endswith('","n":[1,2]}')


def test_not_a_number_is_refused():
    with pytest.raises(ValueError, match="Out of range float"):
        json_for_html({"share": float("nan")})


def test_a_hostile_title_is_text_and_nothing_else(page):
    plain = Elements(page(image("a"), title="A"))
    hostile = Elements(page(image("a", title=HOSTILE), title=HOSTILE, about=HOSTILE))
    assert hostile.count["script"] == plain.count["script"]
    assert hostile.texts["title"] == hostile.texts["h1"] == HOSTILE
    assert json.loads(hostile.texts["data"])["title"] == [HOSTILE]


def test_script_style_and_sheet_are_inside(page):
    elements = Elements(
        page(image("a"), sheet=b"abc", places={"tile": 8, "columns": 1, "sizes": [[8, 8]]})
    )
    assert elements.texts["script"] == "/* script */"
    assert elements.texts["style"].strip() == "p { margin: 0 }"
    assert elements.texts["sheet"] == "data:image/webp;base64,YWJj"


def test_without_a_sheet_there_is_no_picture(page):
    assert "sheet" not in Elements(page(image("a"))).texts


def test_a_link_to_the_page_has_a_picture_where_it_is_on_the_web(page):
    text = page(address='https://a.org/"x"/')
    assert '<meta property="og:image" content="https://a.org/&quot;x&quot;/card.png">' in text
    assert "og:image" not in page()


def test_only_the_page_of_the_sample_says_that_it_is_one(page):
    assert '<p class="note">These studies were painted by the program' in page(is_sample=True)
    assert 'class="note"' not in page()


def test_the_page_forbids_connections(page):
    assert "default-src 'none'" in page()


def test_the_list_without_scripts_has_the_palettes_of_the_first_k(page):
    text = page(image("a", title="A & B", year=1880), image("b", title="C"), k=2)
    assert "<li>A &amp; B, 1880: <i style=--c:#ff8000>#ff8000 75%</i>" in text
    assert "<li>C: " in text
    assert "#804020" not in text


def test_dollar_signs_in_the_script_and_titles_are_left_alone(page):
    text = page(image("a"), script="const $title = '$k';", title="$script for $5")
    assert "const $title = '$k';" in text
    assert "<h1>$script for $5</h1>" in text


def test_a_k_without_palettes_is_refused(page):
    with pytest.raises(ValueError, match=r"^page\.k is 4, but the palettes have k = 1, 2$"):
        page(image("a"), k=4)


def test_places_of_other_images_are_refused(page):
    with pytest.raises(ValueError, match=r"places\.json is of 1 images, not of the 2 of"):
        page(image("a"), image("b"), places={"tile": 8, "columns": 1, "sizes": [[8, 8]]})


def test_neighbours_of_other_images_are_refused(page):
    with pytest.raises(ValueError, match=r"neighbours\.json is of 1 images, not of the 2 of"):
        page(image("a"), image("b"), neighbours=alone(1))
    with pytest.raises(ValueError, match=r"map\.json is of 3 images, not of the 2 of"):
        page(image("a"), image("b"), positions=[[0, 0]] * 3)


@pytest.mark.parametrize("ending", ["</script>", "</SCRIPT", "<!--"])
def test_a_script_that_would_end_its_element_is_refused(page, ending):
    with pytest.raises(ValueError, match=r"page\.js contains .* which would end it early"):
        page(script=f"'{ending}'")


def test_the_same_data_give_the_same_bytes(page):
    assert page(image("a"), image("b")) == page(image("a"), image("b"))


def test_the_page_says_what_was_clustered(page):
    assert "The pixels of a small, colour-balanced copy are grouped" in page()
    text = page(method="saturation_filter", weight="area")
    assert "The saturated pixels of a small copy are grouped by k\u2011means: three" in text
    text = page(weight="prominence")
    assert "grouped by k\u2011means, the more what stands out: three" in text


def test_the_page_tells_what_could_not_be_read_and_why(page):
    assert 'id="unreadable"' not in page(image("a"))
    rows = [{"image": f"i{i}", "source": f"<{i}>.jpg", "reason": "torn"} for i in range(60)]
    told = page(image("a"), unreadable=rows)
    assert "60 images could not be read" in told
    assert "<li>&lt;0&gt;.jpg: torn\n" in told
    assert told.count(".jpg: torn") == 50
    assert "<li>and 10 more, in results/unreadable.tsv" in told
    assert "1 image could not be read" in page(image("a"), unreadable=rows[:1])


class Metas(HTMLParser):
    """The contents of meta elements, by their name or property."""

    def __init__(self):
        super().__init__()
        self.found = {}

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if tag == "meta" and "content" in attributes:
            self.found[attributes.get("name") or attributes.get("property")] = attributes["content"]


def test_a_link_to_the_page_is_shown_with_its_title_and_what_is_on_it(page):
    metas = Metas()
    metas.feed(page(image("a", year=1872), image("b", year=-30), image("c"), title=HOSTILE))
    assert metas.found["og:title"] == HOSTILE
    told = "The colours of 3 paintings, 30 BC\u20131872: palettes by year, hue and likeness"
    assert metas.found["og:description"] == metas.found["description"] == told
    metas = Metas()
    metas.feed(page(image("a")))
    assert metas.found["description"].startswith("The colours of 1 painting: ")
