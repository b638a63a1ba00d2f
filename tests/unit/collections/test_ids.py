import pytest

from scripts.collections.ids import distinct_ids, safe_id


@pytest.mark.parametrize(
    ("name", "image_id"),
    [
        ("Monet 1906", "Monet-1906"),
        ("-leading", "leading"),
        ("Étretat, soir", "Etretat-soir"),
        ('"quoted"', "quoted"),
        ("a.b_c-d", "a.b_c-d"),
        ("..", "image-5ec1f7e7"),  # from sha256sum
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
