import pytest

from scripts.collections.iiif.texts import text_of, texts_of
from scripts.collections.iiif.told import (
    artist_told,
    date_after_title,
    date_told,
    licence_told,
    link_told,
    metadata_of,
    year_navigated,
)


@pytest.mark.parametrize(
    ("value", "languages", "texts"),
    [
        ("Plain", ["en"], ["Plain"]),
        (["One", "Two"], ["en"], ["One", "Two"]),
        (1890, ["en"], ["1890"]),
        ({"en": ["A", "B"], "de": ["C"]}, ["de"], ["C"]),
        ({"en": ["A"], "de": ["C"]}, ["fr", "de"], ["C"]),
        ({"en-GB": ["A"], "de": ["C"]}, ["en"], ["A"]),
        ({"fr": ["A"], "none": ["N"]}, ["en"], ["N"]),
        ({"fr": ["A"], "en": ["E"]}, ["de"], ["E"]),
        ({"ja": ["睡蓮"]}, ["en"], ["睡蓮"]),
        ({"@value": "Wert", "@language": "de"}, ["en"], ["Wert"]),
        ([{"@value": "W", "@language": "de"}, {"@value": "V", "@language": "en"}], ["en"], ["V"]),
        ({"value": "V", "language": "en"}, ["en"], ["V"]),
        ({"@value": ["V", "W"], "@language": "en"}, ["en"], ["V", "W"]),
        ("<b>Bold</b> &amp; caf&eacute;", ["en"], ["Bold & café"]),
        ("Georges Seurat\nFrench, 1859-1891", ["en"], ["Georges Seurat\nFrench, 1859-1891"]),
        ({}, ["en"], []),
        (None, ["en"], []),
        ("<br/>", ["en"], []),
        ([{"odd": 1}, None, {"en": None}], ["en"], []),
    ],
)
def test_texts_are_those_of_the_preferred_language_without_tags(value, languages, texts):
    assert texts_of(value, languages) == texts
    assert text_of(value, languages) == " ".join("; ".join(texts).split())


def metadata(**values):
    entries = [
        {"label": label.replace("_", " "), "value": value} for label, value in values.items()
    ]
    return metadata_of({"metadata": entries}, ["en"])


@pytest.mark.parametrize(
    ("told", "date"),
    [
        ({"Date": "c. 1890"}, "c. 1890"),
        ({"Date_Statement": "1838", "Record_Created": "2019-06-17T15:37:01Z"}, "1838"),
        ({"Accession_Date": "by 1838"}, ""),
        ({"DateTime": "2021-04-30 15:09:38"}, ""),
        ({"Date": "2021-04-30 15:09:38"}, ""),
        ({"Date_Acquired": "1926", "Datierung": "um 1890"}, "um 1890"),
        ({"Année_de_création :": "1890"}, "1890"),
        ({"Date de création": "vers 1890"}, "vers 1890"),
        ({"Fecha": "hacia 1890"}, "hacia 1890"),
        ({"Datazione": "1890 circa"}, "1890 circa"),
        ({"制作年": "1890"}, "1890"),
        ({"Date": "a fine day", "Year": "1890"}, "1890"),
        ({"Date_Modified": "2020", "Digitization_Date": "2019", "Last_Updated": "2021"}, ""),
        ({"Provenance": "1890"}, ""),
    ],
)
def test_a_date_is_read_from_its_label_and_not_from_its_false_friends(told, date):
    assert date_told(metadata(**told)) == date


@pytest.mark.parametrize(
    ("label", "date"),
    [
        ("Haystacks, 1884/86. Georges Seurat, French, 1859-1891", "1884/86"),
        ("Haystacks, c. 1890", "c. 1890"),
        ("Haystacks, detail", ""),
        ("Haystacks, page 3", ""),
        ("Haystacks", ""),
        ("Other, 1890", ""),
    ],
)
def test_a_date_may_follow_the_title_in_a_canvas_label(label, date):
    assert date_after_title(label, "Haystacks") == date


@pytest.mark.parametrize(
    ("date", "year"),
    [
        ("1838-01-01T00:00:00Z", "1838"),
        ("1838-07-03T00:00:00+01:00", "1838"),
        ("-0500-01-01T00:00:00Z", "-0500"),
        ("soon", ""),
        (None, ""),
    ],
)
def test_a_year_may_be_that_of_the_navigation(date, year):
    assert year_navigated({"navDate": date}) == year


def test_artists_licences_and_links_are_found_where_institutions_put_them():
    assert artist_told(metadata(**{"Artist / Maker": "Georges Seurat\nFrench, 1859-1891"})) == (
        "Georges Seurat"
    )
    assert artist_told(metadata(Künstler=["A", "B", "A"])) == "A; B"
    assert artist_told(metadata(Sitter="Somebody")) == ""

    by_address = "http://creativecommons.org/publicdomain/mark/1.0/"
    statement = {"requiredStatement": {"label": "Terms", "value": {"en": ["<b>CC BY</b>"]}}}
    for resource, told, licence in (
        ({"rights": by_address} | statement, {}, by_address),
        ({"license": [by_address]}, {}, by_address),
        ({"license": {"@id": by_address}}, {}, by_address),
        (statement, {"Rights": "CC0"}, "CC0"),
        (statement, {}, "CC BY"),
        ({"attribution": "Museum"}, {}, "Museum"),
        ({}, {}, ""),
    ):
        assert licence_told(resource, metadata(**told), ["en"]) == licence

    page, data = "https://museum.example/1", "https://museum.example/1.json"
    for resource, link in (
        ({"homepage": [{"id": page, "type": "Text"}]}, page),
        ({"related": {"@id": page, "format": "text/html"}}, page),
        ({"related": page}, page),
        ({"rendering": [{"@id": data, "format": "application/pdf"}, {"@id": page}]}, page),
        ({"homepage": {"id": "javascript:alert(1)"}}, ""),
        ({}, ""),
    ):
        assert link_told(resource) == link
