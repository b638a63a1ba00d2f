import hashlib
import itertools

import pytest

from scripts.collections.ids import distinct_ids, row_ids, safe_id


@pytest.mark.parametrize(
    ("name", "image_id"),
    [
        ("Monet 1906", "Monet-1906"),
        ("-leading", "leading"),
        ("Étretat, soir", "Etretat-soir"),
        ('"quoted"', "quoted"),
        ("a.b_c-d", "a.b_c-d"),
        ("..", "image-5ec1f7e7"),  # from sha256sum
        ("Łódź", "Lodz"),
        ("Straße", "Strasse"),
        ("Œuvre", "Oeuvre"),
        ("Афины", "Afiny"),
        ("Δήλος", "Dilos"),
        ("서울.", "SeoUl"),
        ("\u1109\u1165\u110b\u116e\u11af", "SeoUl"),  # the same, as macOS writes it
        ("A\u0308rmel", "Armel"),
    ],
)
def test_ids_are_made_safe(name, image_id):
    assert safe_id(name) == image_id


@pytest.mark.parametrize(
    "ids",
    [
        {"a.jpg": "a.jpg", "a.png": "a.png", "b.png": "b"},
        {"A.jpg": "A.jpg", "sub/a.jpg": "sub-a.jpg"},
        # Digests from sha256sum.
        {"a b.jpg": "a-b.jpg-1f97f74b", "a-b.jpg": "a-b.jpg-d16113db", "a+b.png": "a-b.png"},
        {"A.jpg": "A.jpg-c88c8fca", "a.jpg": "a.jpg-509b0d46", "a.png": "a.png"},
        {"a.jpg": "a.jpg-509b0d46", "a.png": "a.png", "a.jpg.png": "a.jpg.png-9104444b"},
    ],
)
def test_files_with_one_name_are_told_apart_by_their_paths(ids):
    assert distinct_ids(ids) == ids


def test_no_id_passes_to_another_file_when_namesakes_come():
    files = ["b.jpg", "b.png"]
    assert distinct_ids([*files, "b.avif", "a/b.jpg"]).items() >= distinct_ids(files).items()


@pytest.mark.parametrize("name", ["x" * 240 + ".jpg", "\u00e9" * 120 + "x" * 10 + ".jpg"])
def test_a_long_name_gets_an_id_of_at_most_200_characters(name):
    (image_id,) = distinct_ids([name]).values()
    assert len(image_id) <= 200


def test_long_names_that_differ_only_at_the_end_get_different_ids():
    ids = distinct_ids(["x" * 240 + "1.jpg", "x" * 240 + "2.jpg"])
    assert len(set(ids.values())) == 2


def digest(text, length=8):
    return hashlib.sha256(text.encode()).hexdigest()[:length]


@pytest.mark.parametrize(
    ("name", "source", "image_id"),
    [
        ("0042", "x.jpg", "0042"),
        ("a_b.", "x.jpg", "a_b."),  # safe_id would take the dot
        ("Łódź (1890)", "x.jpg", "Lodz-1890"),
        ("x" * 201, "x.jpg", "x" * 191 + "-" + digest("x" * 201)),
        ("", "art/Étude 2.tif", "Etude-2"),
        ("", "art/1999.120.jp2", "1999.120"),
        ("", "art/1999.120", "1999.120"),
        ("", "https://x.org/a/b%20c.jpg?w=600#top", "b-c"),
        ("", "https://x.org/iiif/abc-1/full/1024,/0/default.jpg", "abc-1"),
        ("", "https://x.org/2/ark:%2F1%2F2/pct:0,0,50,50.5/!600,600/90/native.jpg", "ark-1-2"),
        ("", "https://x.org/3/1.jp2/0,0,10,10/max/!0/default.jpg", "1.jp2"),
        ("", "https://[", "https"),
    ],
)
def test_the_id_of_a_row_is_its_name_or_the_name_of_its_source(name, source, image_id):
    assert row_ids([(name, source)]) == {(name, source): image_id}


@pytest.mark.parametrize(
    "ids",
    [
        {("a b", "1"): f"a-b-{digest('a b')}", ("a+b", "2"): f"a-b-{digest('a+b')}"},
        {("a-b", "1"): "a-b", ("a b", "2"): f"a-b-{digest('a b')}"},  # an ID already
        {("a", "1"): f"a-{digest('a')}", ("A", "2"): f"A-{digest('A')}"},
        {("a", "1"): f"a-{digest('1')}", ("a", "2"): f"a-{digest('2')}"},
        {("", "x/a.jpg"): f"a-{digest('x/a.jpg')}", ("", "a.png"): f"a-{digest('a.png')}"},
        {
            ("é", "1"): f"e-{digest('1')}",
            ("é", "2"): f"e-{digest('2')}",
            ("è", "1"): f"e-{digest('è')}",
            ("e", "1"): "e",
        },
    ],
)
def test_rows_with_one_name_are_told_apart_in_any_order(ids):
    for pairs in itertools.permutations(ids):
        assert row_ids(pairs) == ids


def test_rows_whose_digests_are_the_same_too_are_told_apart(monkeypatch):
    monkeypatch.setattr(
        "scripts.collections.ids._digest",
        lambda text, length=8: "0" * 8 if length == 8 else digest(text, length),
    )
    ids = row_ids([("a", str(number)) for number in range(10)])
    assert len(set(ids.values())) == 10


def test_rows_with_one_long_name_get_ids_of_at_most_200_characters():
    ids = row_ids([("é" * 300, "1"), ("é" * 300, "2")])
    assert sorted(map(len, ids.values())) == [200, 200]
    assert len(set(ids.values())) == 2
