# ruff: noqa: RUF001 - titles and dates are written with these signs
import re

import pytest

from scripts.collections.rows import images_of_table
from scripts.common.errors import InputError

NOTHING = {"columns": {}, "facets": None, "rows": {}}


def write_table(folder, *lines, name="paintings.csv", files=("a.jpg", "b.jpg")):
    for file in files:
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).touch()
    (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder / name


def read(path, **asked):
    return images_of_table(path, **(NOTHING | asked))


def told(images, *keys):
    return [tuple(image[key] for key in keys) for image in images]


# A made-up row of each published form: what its image is, and what is told of it.
FORMS = {
    "Tate": (
        "id,accession_number,artist,artistId,title,dateText,medium,year,thumbnailUrl\n"
        '9,N01234,"Turner, J.",55,Evening,c.1835–40,Oil paint,1835,http://tate.example/N01.jpg',
        ("N01234", "http://tate.example/N01.jpg", "Evening", "c.1835–40", 1835, "Turner, J."),
    ),
    "MoMA": (
        "Title,Artist,ConstituentID,Nationality,BeginDate,EndDate,Date,ObjectID,URL,ImageURL\n"
        "Pond,Claude Monet,4058,(French),(1840),(1926),1914-26,80,"
        "https://moma.example/80,https://moma.example/80.jpg",
        ("80", "https://moma.example/80.jpg", "Pond", "1914-26", None, "Claude Monet"),
    ),
    "NGA": (
        "objectid,title,displaydate,beginyear,endyear,attribution,iiifurl\n"
        "7,Bridge,probably 1899,1899,1899,Claude Monet,https://nga.example/iiif/77",
        (
            "7",
            "https://nga.example/iiif/77/full/1024,/0/default.jpg",
            "Bridge",
            "probably 1899",
            1899,
            "Claude Monet",
        ),
    ),
    "NGA's images": (
        "uuid,iiifurl,viewtype,sequence,depictstmsobjectid\n"
        "00-aa,https://nga.example/iiif/00-aa,primary,0,7",
        (
            "00-aa",
            "https://nga.example/iiif/00-aa/full/1024,/0/default.jpg",
            "00-aa",
            None,
            None,
            None,
        ),
    ),
    "Met": (
        "Object Number,Is Public Domain,Object ID,Title,Artist Display Name,Object Date,"
        "Object Begin Date,Object End Date\n29.1,True,437,Ice,Claude Monet,1880,1880,1880",
        ("437", "437.jpg", "Ice", None, 1880, "Claude Monet"),
    ),
    "Carnegie": (
        "title,creation_date,creation_date_earliest,creation_date_latest,id,images,creator\n"
        "Mill,c. 1897,1892-01-01,1902-01-01,c/1,https://cmoa.example/1.jpg|"
        "https://cmoa.example/2.jpg,Claude Monet|Anonymous",
        ("c-1", "https://cmoa.example/1.jpg", "Mill", "c. 1897", 1897, "Claude Monet; Anonymous"),
    ),
    "PixPlot": (
        "filename,category,tags,description,permalink,Year\n"
        "b.jpg,people,a|b,A woman,https://pix.example/b,1890",
        ("b", "b.jpg", "b", None, 1890, None),
    ),
    "VIKUS": (
        'id,keywords,year,_title\nb,"sea,sky",um 1890,Meer',
        ("b", "b.jpg", "Meer", "um 1890", 1890, None),
    ),
    "CollectionBuilder": (
        "objectid,parentid,title,creator,date,object_location,image_small,image_thumb\n"
        "demo_1,,Barn,Unknown,1907-05-01,/objects/barn.jpg,/objects/small/barn.jpg,",
        ("demo_1", "objects/small/barn.jpg", "Barn", "1907-05-01", 1907, "Unknown"),
    ),
}


@pytest.mark.parametrize("form", FORMS)
def test_published_tables_are_read_as_they_come(form, tmp_path):
    text, (image_id, source, *rest) = FORMS[form]
    files = ("437.jpg", "b.jpg", "objects/barn.jpg", "objects/small/barn.jpg")
    images, _ = read(write_table(tmp_path, text, files=files))
    if "://" not in source:
        source = str(tmp_path / source)
    assert told(images, "image_id", "source", "title", "date", "year", "artist") == [
        (image_id, source, *rest)
    ]


def test_dates_keep_their_span_and_say_whether_they_are_exact(tmp_path):
    lines = ["id,source,date", "1,a.jpg,1890", "2,a.jpg,c. 1890", "3,a.jpg,17th century"]
    images, _ = read(write_table(tmp_path, *lines, "4,a.jpg,n.d.", "5,a.jpg,"))
    assert told(images, "date", "year", "earliest", "latest", "approximate") == [
        (None, 1890, 1890, 1890, False),
        ("c. 1890", 1890, 1885, 1895, True),
        ("17th century", None, 1600, 1699, True),
        ("n.d.", None, None, None, False),
        (None, None, None, None, False),
    ]


def test_what_is_odd_is_counted_with_three_examples_and_refuses_nothing(tmp_path):
    rows = [f"{n},a.jpg,{word},https://a.example/{n}" for n, word in enumerate("pqrs")]
    rows += ["4,,1890,", "5,gone.jpg,1890,", "6,ftp://a.example/6.jpg,1890,", "7,b.jpg,,ftp://x"]
    images, lines = read(write_table(tmp_path, "id,source,date,link", *rows))
    assert [image["image_id"] for image in images] == ["0", "1", "2", "3", "7"]
    assert [line.partition("paintings.csv: ")[2] for line in lines] == [
        "image_id from id",
        "1 row without an image, left out (row 6)",
        "2 rows with an image that is not there, left out (row 7 gone.jpg,"
        " row 8 ftp://a.example/6.jpg)",
        "4 rows with a date that cannot be read, undated (row 2 p, row 3 q, row 4 r, ...)",
        "1 row with a link that is no http or https address, without it (row 9 ftp://x)",
    ]
    assert told(images[:1], "date", "year") == [("p", None)]
    assert images[-1]["link"] is None


def test_ids_are_made_safe_and_unique_and_told(tmp_path):
    rows = ["Łódź,a.jpg", "x,a.jpg", "X,b.jpg", "ok.1,b.jpg", "ok.1,b.jpg"]
    images, lines = read(write_table(tmp_path, "id,source", *rows))
    made = [image["image_id"] for image in images]
    assert made[0] == "Lodz"
    assert re.fullmatch("x-[0-9a-f]{8}", made[1])
    assert re.fullmatch("X-[0-9a-f]{8}", made[2])
    assert made[3:] == ["ok.1"]
    assert f"(row 2 Łódź: Lodz, row 3 x: {made[1]}, row 4 X: {made[2]})" in lines[1]
    assert "1 row with what another row has told, left out (row 6)" in lines[2]


def test_an_image_has_the_same_id_whatever_the_order_of_rows(tmp_path):
    rows = ["a b,a.jpg", "a-b,b.jpg", "A-B,c.jpg", ",b.jpg", ",sub/b.jpg"]
    files = ["a.jpg", "b.jpg", "c.jpg", "sub/b.jpg"]
    one, _ = read(write_table(tmp_path, "id,source", *rows, files=files))
    other, _ = read(write_table(tmp_path, "id,source", *rows[::-1], files=files))
    assert set(told(one, "source", "image_id")) == set(told(other, "source", "image_id"))
    assert len({image["image_id"].lower() for image in one}) == 5


def test_facets_are_columns_whose_cells_may_hold_several(tmp_path):
    table = write_table(
        tmp_path,
        "id,source,artist,Medium,dept",
        "1,a.jpg,Monet,oil | canvas;oil,A",
        "2,b.jpg,,,B",
    )
    images, lines = read(table, facets=["medium", "artist"])
    assert [image["facets"] for image in images] == [
        {"medium": ["oil", "canvas"], "artist": ["Monet"]},
        {"medium": [], "artist": []},
    ]
    assert "not used: dept" in lines[0]
    images, _ = read(table)
    assert [image["facets"] for image in images] == [{"artist": ["Monet"]}, {"artist": []}]
    images, _ = read(table, facets=[])
    assert [image["facets"] for image in images] == [{}, {}]
    with pytest.raises(InputError, match="facets: unknown column mediun, did you mean Medium"):
        read(table, facets=["mediun"])


def test_rows_are_those_whose_column_has_one_of_the_values(tmp_path):
    table = write_table(
        tmp_path, "id,source,Class", "1,a.jpg,Painting", "2,b.jpg,print|Painting", "3,a.jpg,Print"
    )
    for values in ("Painting", ["Painting", "x"]):
        images, _ = read(table, rows={"class": values})
        assert [image["image_id"] for image in images] == ["1", "2"]
    with pytest.raises(InputError) as refusal:
        read(table, rows={"class": ["paintings"]})
    assert "no row is left in which Class is paintings; most common there: Painting (1)" in str(
        refusal.value
    )


def test_a_table_without_images_is_refused_with_a_block_to_paste(tmp_path):
    table = write_table(tmp_path, "Ttle,Bild,wann", "Poppies,a.jpg,c. 1890", "Snow,b.jpg,1891")
    with pytest.raises(InputError) as refusal:
        read(table)
    message = str(refusal.value)
    assert "none of the columns Ttle, Bild, wann is known to hold images" in message
    assert "columns: {source: Bild, year: wann, title: Ttle}" in message
    images, _ = read(table, columns={"source": "Bild", "year": "wann", "title": "Ttle"})
    assert told(images, "image_id", "year", "title") == [
        ("a", 1890, "Poppies"),
        ("b", 1891, "Snow"),
    ]


@pytest.mark.parametrize("rows", [["1,gone.jpg", "2,"], []])
def test_a_table_in_which_no_image_is_left_is_refused(tmp_path, rows):
    with pytest.raises(InputError, match=r"no images: .*allowed: paths as seen from"):
        read(write_table(tmp_path, "id,source", *rows))


def test_images_are_found_by_name_beside_the_table_and_in_folders_there(tmp_path):
    table = write_table(
        tmp_path,
        "id,file",
        "1,a",
        "2,B.png",
        "3,/pics/c.jpg",
        files=["a.jpg", "pics/B.png", "pics/c.jpg"],
    )
    images, _ = read(table)
    assert [image["source"] for image in images] == [
        str(tmp_path / file) for file in ("a.jpg", "pics/B.png", "pics/c.jpg")
    ]


def test_a_path_that_snakemake_cannot_use_is_named_with_its_row(tmp_path):
    table = write_table(tmp_path, "id,source", "1,{x}.jpg", files=["{x}.jpg"])
    with pytest.raises(InputError, match=r"paintings\.csv row 2: .*\{x\}.*wildcard"):
        read(table)
