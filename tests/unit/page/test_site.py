import json
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

from scripts.page.site import make_site
from tests.page_code import faults_in_html

PAGE = Path(__file__).parents[3] / "page"
HOSTILE = '</title><script>alert("1")</script> & <!-- '


def image(image_id, title, year, **fields):
    colours = [
        {"hex": "#804020", "rgb": [128, 64, 32], "share": 0.996, "name": "dark orange"},
        {"hex": "#0080ff", "rgb": [0, 128, 255], "share": 0.004, "name": "bright blue"},
    ]
    nothing = {"date": None, "artist": None, "link": None, "licence": None}
    return {"image": image_id, "title": title, "year": year, "palettes": {"2": colours}} | (
        nothing | fields
    )


IMAGES = [
    image("index", "Fog", 1880, artist="Ada", link="https://a.org/?a=1&b=2", licence="CC0"),
    image("a.b_c", HOSTILE, None, date="19th century", link="javascript:alert(1)"),
    image("style", "\u0634\u0631\u0648\u0642", -500),
]


@pytest.fixture
def site(tmp_path):
    """Return a function that makes the site of IMAGES and returns its folder."""

    def made(**options):
        palettes, page, card = (tmp_path / n for n in ("palettes.json", "index.html", "card.png"))
        palettes.write_text(json.dumps({"ks": [2], "images": IMAGES}))
        page.write_text("<!doctype html><title>Page</title>")
        card.write_bytes(b"card")
        (tmp_path / "pictures").mkdir(exist_ok=True)
        pictures = [tmp_path / "pictures" / f"{item['image']}.webp" for item in IMAGES]
        for picture in pictures:
            Image.new("RGB", (64, 48), "brown").save(picture)
        templates = [PAGE / "painting.html", PAGE / "paintings.html"]
        usual = {"title": f"Ours {HOSTILE}", "language": "en", "address": ""}
        make_site(
            *(page, palettes, [palettes], pictures, card, templates),
            *([PAGE / "base.css", PAGE / "painting.css"], PAGE / "words.json", tmp_path / "site"),
            **(usual | options),
        )
        return tmp_path / "site"

    return made


def pages(folder):
    return [folder / "paintings.html", *sorted((folder / "painting").glob("*.html"))]


@pytest.mark.parametrize("options", [{}, {"address": "https://a.org/x?y&z", "language": "fr"}])
def test_all_pages_are_valid_html(site, options):
    assert faults_in_html(*pages(site(**options))) == ""


class Links(HTMLParser):
    """The addresses in a page, and its texts."""

    def __init__(self, path):
        super().__init__()
        self.found, self.text, self.tags = [], "", []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.found += [value for name, value in attributes if name in ("href", "src")]

    def handle_data(self, data):
        self.text += data


def test_every_link_within_the_site_leads_somewhere_and_nothing_runs(site):
    folder = site()
    for page in pages(folder):
        links = Links(page)
        assert "script" not in links.tags
        for address in links.found:
            if address.startswith(("https://", "data:")):
                continue
            target = (page.parent / address.partition("#")[0]).resolve()
            assert target.is_file(), address
    assert len(list((folder / "painting").glob("*.html"))) == 3


def test_a_painting_has_its_facts_names_and_shares(site):
    text = Links(site() / "painting" / "index.html").text
    for told in ("Fog", "1880", "Ada", "CC0", "https://a.org/?a=1&b=2", "dark orange", "#804020"):
        assert told in text
    assert "100\u00a0%" in text
    assert "<1\u00a0%" in text
    unsafe = Links(site() / "painting" / "a.b_c.html")
    assert HOSTILE.strip() in unsafe.text
    assert "javascript:alert(1)" not in unsafe.found


def test_names_of_colours_and_years_follow_the_language(site):
    folder = site(language="de")
    assert "500 v. Chr." in Links(folder / "painting" / "style.html").text
    assert "leuchtendes Blau" in Links(folder / "painting" / "index.html").text
    assert "bright blue" in Links(site(vocabulary="names.csv") / "painting" / "index.html").text


def test_an_address_gives_a_sitemap_and_pictures_of_links(site):
    folder = site(address="https://museum.example/farben/")
    assert (
        "Sitemap: https://museum.example/farben/sitemap.xml" in (folder / "robots.txt").read_text()
    )
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    root = ElementTree.parse(folder / "sitemap.xml").getroot()
    told = [place.text for place in root.iter(f"{space}loc")]
    expected = ["index.html", "paintings.html"]
    expected += [f"painting/{item['image']}.html" for item in IMAGES]
    assert told == [f"https://museum.example/farben/{path}" for path in expected]
    page = (folder / "painting" / "a.b_c.html").read_text()
    assert 'content="https://museum.example/farben/pictures/a.b_c.webp"' in page


def test_without_an_address_there_is_no_sitemap_of_an_earlier_one(site):
    site(address="https://museum.example")
    folder = site()
    assert not (folder / "sitemap.xml").exists()
    assert (folder / "robots.txt").read_text() == "User-agent: *\nAllow: /\n"


def test_pictures_and_data_are_those_of_the_results(site):
    folder = site()
    assert json.loads((folder / "data" / "palettes.json").read_text())["images"] == IMAGES
    assert Image.open(folder / "pictures" / "index.webp").size == (64, 48)
    assert (folder / "card.png").read_bytes() == b"card"
    assert (folder / ".nojekyll").exists()
