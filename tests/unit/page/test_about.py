from pathlib import Path

import pytest

from scripts.page.about import html_of_markdown, html_of_sources
from scripts.page.language import read_words

ENGLISH = read_words(Path(__file__).parents[3] / "page" / "words.json", "en")


def test_markdown_is_told_below_the_headings_of_the_page():
    text = "# Rooms\n\nAll *we* have.\n\n###### Deep"
    assert html_of_markdown(text) == (
        "<h3>Rooms</h3>\n<p>All <em>we</em> have.</p>\n<h6>Deep</h6>\n"
    )


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "![x](data:image/svg+xml;base64,AAAA)",
        '![x](https://a.org/"onload="alert)',
        '![x" onload="y](https://a.org)',
        "[x]: <javascript:alert(1)>\n\n[x]",
        "<style>@import 'https://a.org/b.css'</style>",
        "<iframe src=https://a.org></iframe>",
    ],
)
def test_markdown_runs_and_loads_nothing(hostile):
    made = html_of_markdown(hostile)
    tags = [part.split(">")[0] for part in made.split("<")[1:]]
    assert {tag.split()[0].strip("/") for tag in tags} <= {"p", "a"}
    for tag in tags:
        assert "javascript:" not in tag
        assert tag.count('"') in (0, 4), tag


def test_links_lead_on_without_telling_more():
    assert html_of_markdown("[us](https://a.org)") == (
        '<p><a href="https://a.org" rel="noopener">us</a></p>\n'
    )


def test_sources_are_hosts_and_licences_the_most_first():
    images = [
        {"link": "https://www.a.org/1", "licence": "CC0"},
        {"link": "https://a.org/2", "licence": "CC0"},
        {"link": None, "licence": "<ours>"},
        {"link": "https://[nowhere", "licence": None},
        {"link": "javascript:alert(1)", "licence": None},
    ]
    assert html_of_sources(images, ENGLISH) == (
        "<h3>Where the pictures are from</h3>\n<ul>\n"
        "<li>a.org, CC0: 2 paintings</li>\n<li>&lt;ours&gt;: 1 painting</li>\n</ul>"
    )


def test_many_sources_are_counted():
    images = [{"link": f"https://{n:02}.org/", "licence": None} for n in range(15)]
    made = html_of_sources(images, ENGLISH)
    assert made.count("<li>") == 13
    assert "<li>and 3 more</li>" in made


def test_without_sources_there_is_no_heading():
    assert html_of_sources([{"link": None, "licence": None}], ENGLISH) == ""
