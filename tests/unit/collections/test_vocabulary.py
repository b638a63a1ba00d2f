import pytest

from scripts.collections.vocabulary import read_vocabulary
from scripts.common.errors import InputError


def vocabulary(tmp_path, text):
    (tmp_path / "names.csv").write_text(text, encoding="utf-8")
    return read_vocabulary(tmp_path / "names.csv")


def test_names_may_stand_for_several_colours(tmp_path):
    text = "name,hex\nBlau,#0000ff\nBlau,#8080FF\nGrün,#00ff00\n"
    expected = [["Blau", "#0000ff"], ["Blau", "#8080FF"], ["Grün", "#00ff00"]]
    assert vocabulary(tmp_path, text) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("name,colour\nBlau,#0000ff\n", "hex"),
        ("name,hex\nBlau,blue\n", "row 2: hex is 'blue'; allowed: a colour as #rrggbb"),
        ("name,hex\nBlau,#0000ff\n,#00ff00\n", "row 3: name is empty; allowed: a name for #00ff00"),
        ("name,hex\n", "names.csv"),
        ("name,hex\n" + "".join(f"n{i},#000000\n" for i in range(4097)), "4,097 names; .*4,096"),
    ],
)
def test_a_table_that_cannot_be_read_is_told_in_one_line(tmp_path, text, words):
    with pytest.raises(InputError, match=words) as refusal:
        vocabulary(tmp_path, text)
    assert "names.csv" in str(refusal.value)
    assert "\n" not in str(refusal.value)
