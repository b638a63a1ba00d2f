import pytest

from scripts.collections.columns import (
    Text,
    column_named,
    guessed_columns,
    known_columns,
    told_columns,
)
from scripts.common.errors import InputError

# Headers that museums and tools publish, and what of them is what.
TATE = (
    "id,accession_number,artist,artistId,title,dateText,year,width,thumbnailCopyright,thumbnailUrl"
)
MOMA = (
    "Title,Artist,ConstituentID,BeginDate,EndDate,Date,Medium,AccessionNumber,ObjectID,URL,ImageURL"
)
NGA = "objectid,accessionnum,title,displaydate,beginyear,endyear,medium,attribution"
NGA_IMAGES = "uuid,iiifurl,iiifthumburl,viewtype,sequence,depictstmsobjectid,assistivetext"
MET = "Object Number,Is Public Domain,Object ID,Title,Artist Display Name,Object Date," + (
    "Object Begin Date,Object End Date,Medium,Link Resource"
)
CMOA = (
    "title,creation_date,creation_date_earliest,creation_date_latest,accession_number,id,images"
    + (",creator")
)
PIXPLOT = "filename,category,tags,description,permalink,Year"
VIKUS = "id,keywords,year,_title"
COLLECTION_BUILDER = "objectid,parentid,title,creator,date,object_location,image_small,image_thumb"


@pytest.mark.parametrize(
    ("header", "image_id", "source", "title", "year", "date", "artist", "link"),
    [
        (TATE, "accession_number", "thumbnailUrl", "title", "year", "dateText", "artist", None),
        (MOMA, "ObjectID", "ImageURL", "Title", None, "Date", "Artist", "URL"),
        (
            NGA,
            "objectid",
            None,
            "title",
            "{beginyear}/{endyear}",
            "displaydate",
            "attribution",
            None,
        ),
        (NGA_IMAGES, "uuid", "{iiifurl}/full/1024,/0/default.jpg", *[None] * 5),
        (
            MET,
            "Object ID",
            None,
            "Title",
            "{Object Begin Date}/{Object End Date}",
            "Object Date",
            "Artist Display Name",
            "Link Resource",
        ),
        (
            CMOA,
            "accession_number",
            "images",
            "title",
            "{creation_date_earliest}/{creation_date_latest}",
            "creation_date",
            "creator",
            None,
        ),
        (PIXPLOT, None, "filename", None, "Year", None, None, "permalink"),
        (VIKUS, "id", None, "_title", "year", None, None, None),
        (COLLECTION_BUILDER, "objectid", "image_small", "title", None, "date", "creator", None),
        ("Image ID,SOURCE,Titel", "Image ID", "SOURCE", *[None] * 5),
    ],
)
def test_published_headers_are_understood(
    header, image_id, source, title, year, date, artist, link
):
    found = known_columns(header.split(","), {}, "t.csv")
    best = {known: str(texts[0]) for known, texts in found.items() if known != "licence"}
    wanted = {"image_id": image_id, "source": source, "title": title, "year": year}
    wanted |= {"date": date, "artist": artist, "link": link}
    assert best == {known: name for known, name in wanted.items() if name}


def test_what_is_asked_for_goes_before_what_is_usual():
    asked = {"source": "{host}/{No}.jpg", "year": ["Jahr", "von"]}
    found = known_columns(["host", "no", "Jahr", "von", "year", "title"], asked, "t.csv")
    assert [str(text) for text in found["source"]] == ["{host}/{no}.jpg"]
    assert [str(text) for text in found["year"]] == ["Jahr", "von"]
    assert [str(text) for text in found["title"]] == ["title"]


def test_a_text_is_filled_or_empty():
    text = Text(("a", "b"), ("x/", "-", ".jpg"))
    assert text.of({"a": "1", "b": "2"}) == "x/1-2.jpg"
    assert text.of({"a": "1"}) == ""


@pytest.mark.parametrize(
    "asked", [{"title": "Tittel"}, {"title": "{Tittel}!"}, {"title": ["Tittel"]}]
)
def test_a_column_that_is_not_there_is_refused_with_the_near_one(asked):
    with pytest.raises(InputError) as refusal:
        known_columns(["Titel", "Bild"], asked, "t.csv")
    message = str(refusal.value)
    assert message.startswith("t.csv: columns.title: unknown column Tittel")
    assert "did you mean Titel?" in message
    assert "(allowed: Titel, Bild)" in message


def test_a_name_matches_in_any_spelling_its_own_first():
    header = ["image-id", "Image ID", "image_id"]
    assert column_named("Image ID", header, "").names == ("Image ID",)
    assert column_named("IMAGE_ID", header, "").names == ("image-id",)


def test_a_header_is_told_where_names_differ_and_columns_are_not_used():
    header = ["source", "Titel", *"abcdefghij"]
    told = told_columns(known_columns(header, {"title": "Titel"}, ""), {}, header)
    assert told == "title from Titel; not used: a, b, c, d, e, f, g, h and 2 more"
    assert told_columns(known_columns(["source"], {}, ""), {}, ["source"]) == ""


def test_the_guess_is_by_what_cells_look_like_then_by_names():
    rows = [{"Bild": "a.jpg", "wann": "1890", "Ttle": "Poppies"}, {"Bild": "b.jpg", "wann": "1891"}]
    looks_like = {"source": lambda text: text.endswith(".jpg"), "year": str.isdigit}
    assert guessed_columns(["Ttle", "wann", "Bild"], rows, looks_like) == (
        "columns: {source: Bild, year: wann, title: Ttle}"
    )
    assert guessed_columns(["x y", "z"], [], looks_like) == "columns: {source: '...'}"
