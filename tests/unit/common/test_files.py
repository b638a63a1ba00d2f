import pytest

from scripts.common.files import moved_into_place, read_json, write_json, write_text


def test_a_failure_leaves_the_old_file_and_no_other(tmp_path):
    path = tmp_path / "a.json"
    write_json(path, {"old": True})
    with pytest.raises(ValueError, match="not JSON compliant"):
        write_json(path, [1, float("nan")])
    with pytest.raises(UnicodeEncodeError):
        write_text(path, "half of \ud800")
    assert read_json(path) == {"old": True}
    assert list(tmp_path.iterdir()) == [path]


def test_the_file_is_not_there_before_the_block_ends(tmp_path):
    path = tmp_path / "new folder" / "a.txt"
    with moved_into_place(path) as temporary:
        temporary.write_text("all of it")
        assert not path.exists()
    assert path.read_text() == "all of it"


def test_json_keeps_letters_and_order(tmp_path):
    write_json(tmp_path / "a.json", {"b": "Nymphéas", "a": 1})
    assert (tmp_path / "a.json").read_bytes() == '{"b": "Nymphéas", "a": 1}\n'.encode()
