import pytest

from scripts.collections.folders import read_folder
from scripts.common.errors import InputError


@pytest.fixture
def art(tmp_path, monkeypatch):
    """A folder in the working directory, to which `add` adds files."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "art").mkdir()
    return tmp_path / "art"


def add(folder, *names):
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()


def found(folder):
    files, notes = read_folder(folder)
    return [relative for _, relative in files], notes


def test_numbers_in_names_count_as_such_and_files_come_before_folders(art):
    add(art, "plate 10.jpg", "Plate 2.JPG", "plate 2b.jpg", "1/z.png", "1/y 3/a.png", "10/b.png")
    add(art, "2/c.png", "étude.webp", "Zebra.jp2")
    assert found(art) == (
        [
            "Plate 2.JPG",
            "plate 2b.jpg",
            "plate 10.jpg",
            "Zebra.jp2",
            "étude.webp",
            "1/z.png",
            "1/y 3/a.png",
            "2/c.png",
            "10/b.png",
        ],
        [],
    )


def test_every_suffix_of_an_image_counts(art):
    suffixes = [
        "jfif",
        "jpe",
        "apng",
        "jp2",
        "heic",
        "heif",
        "jxl",
        "jpg",
        "jpeg",
        "png",
        "webp",
        "avif",
        "gif",
        "bmp",
        "tif",
        "tiff",
    ]
    add(art, *(f"a.{suffix}" for suffix in suffixes), *(f"b.{s.upper()}" for s in suffixes))
    assert len(found(art)[0]) == 2 * len(suffixes)


def test_what_is_left_out_is_told(art):
    add(art, "a.jpg", *(f"{i}.pdf" for i in range(12)), *(f"{i}.PSD" for i in range(3)), "README")
    add(art, "@eaDir/a.jpg", "b/@eaDir/b.jpg", "Thumbs.db", ".DS_Store", ".thumbnails/x.jpg")
    assert found(art) == (
        ["a.jpg"],
        ["left out: 12 .pdf, 3 .psd, 2 folders @eaDir, 1 file without a suffix"],
    )


@pytest.mark.parametrize(
    "name", ["#recycle", "$RECYCLE.BIN", "__MACOSX", "System Volume Information", "Thumbs.db"]
)
def test_folders_of_systems_hold_no_paintings(art, name):
    add(art, "a.jpg", f"{name}/b.jpg", f"c/{name}/d/e.jpg")
    assert found(art) == (["a.jpg"], [f"left out: 2 folders {name}"])


def test_many_kinds_are_counted(art):
    add(art, *(f"{suffix}.{suffix}" for suffix in "abcdefghijk"))
    assert found(art)[1] == [
        "left out: 1 .a, 1 .b, 1 .c, 1 .d, 1 .e, 1 .f, 1 .g, 1 .h, 3 more kinds"
    ]


def test_linked_folders_are_followed_each_once(art, tmp_path):
    add(art, "inside/a.jpg")
    add(tmp_path, "elsewhere/b.jpg", "results/c.jpg")
    for name, target in {
        "0 inside": art / "inside",
        "1": tmp_path / "elsewhere",
        "2": tmp_path / "elsewhere",
        "round": art,
        "own": tmp_path / "results",
    }.items():
        (art / name).symlink_to(target)
    (art / "inside/round").symlink_to(art)
    assert found(art) == (["1/b.jpg", "inside/a.jpg"], [])


def test_a_link_to_nothing_is_told(art):
    add(art, "a.jpg")
    (art / "b 2.jpg").symlink_to("gone.jpg")
    (art / "b 10.jpg").symlink_to("gone.jpg")
    assert found(art) == (["a.jpg"], ["left out: 2 links to nothing (the first b 2.jpg)"])


def test_a_folder_that_cannot_be_read_is_told(art, monkeypatch):
    from scripts.collections import folders

    scandir = folders.os.scandir

    def refuse(path):
        if path.name == "locked":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    add(art, "a.jpg", "locked/b.jpg")
    monkeypatch.setattr(folders.os, "scandir", refuse)
    assert found(art) == (["a.jpg"], ["left out: 1 folder locked (Permission denied)"])
    with pytest.raises(InputError, match="locked: Permission denied"):
        read_folder(art / "locked")
