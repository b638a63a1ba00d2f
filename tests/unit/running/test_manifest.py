import sys

import numpy
import pytest

from scripts.common.errors import InputError
from scripts.common.files import read_json
from scripts.running.manifest import check_manifest, make_manifest


@pytest.fixture
def manifest(tmp_path, monkeypatch):
    """The manifest of two files in the current folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "b.txt").write_bytes(b"abc")
    (tmp_path / "a.txt").write_bytes(b"")
    make_manifest(["b.txt", "a.txt"], "manifest.json", config={"k": 5})
    return tmp_path / "manifest.json"


def test_a_manifest_has_the_sums_of_fips_180_4(manifest):
    assert list(read_json(manifest)["files"].items()) == [
        ("a.txt", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("b.txt", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ]


def test_a_manifest_tells_versions_and_what_it_is_told(manifest):
    told = read_json(manifest)
    assert told["versions"]["numpy"] == numpy.__version__
    assert told["versions"]["python"] == "{}.{}.{}".format(*sys.version_info)
    assert told["config"] == {"k": 5}


def test_whole_files_are_counted(manifest):
    assert check_manifest(manifest) == 2


def test_each_file_that_differs_is_told(manifest):
    (manifest.parent / "a.txt").write_bytes(b"x")
    (manifest.parent / "b.txt").unlink()
    with pytest.raises(InputError) as failure:
        check_manifest(manifest)
    assert str(failure.value).splitlines() == [
        "a.txt: changed since the manifest was made",
        "b.txt: No such file or directory",
        "2 of 2 files differ",
    ]
