import pytest

from scripts.collections.people import read_people
from scripts.common.errors import InputError


def people(tmp_path, text):
    (tmp_path / "people.tsv").write_text(text)
    return read_people(tmp_path / "people.tsv")


def test_palettes_are_told_by_image(tmp_path):
    text = "image_id\tchosen_by\tpalette\na\tAnna\t#FF0000 #00ff00\nb\t\t#000000,#ffffff\n"
    assert people(tmp_path, text + "a\tBen\t#010203\n") == {
        "a": [
            {"chosen_by": "Anna", "palette": ["#ff0000", "#00ff00"]},
            {"chosen_by": "Ben", "palette": ["#010203"]},
        ],
        "b": [{"chosen_by": None, "palette": ["#000000", "#ffffff"]}],
    }


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("image_id\tcolours\na\t#ff0000\n", "palette"),
        ("image_id\tpalette\na\tred blue\n", "row 2: palette is 'red blue'; allowed: colours as #"),
        ("image_id\tpalette\na\t#ff0000 #00f\n", "row 2: palette is '#ff0000 #00f'"),
        ("image_id\tpalette\na\t#ff0000\nb\t\n", "row 3: palette is ''"),
    ],
)
def test_a_table_that_cannot_be_read_is_told_in_one_line(tmp_path, text, words):
    with pytest.raises(InputError, match=words) as refusal:
        people(tmp_path, text)
    assert "people.tsv" in str(refusal.value)
    assert "\n" not in str(refusal.value)
