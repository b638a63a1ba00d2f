import numpy as np
import pytest
from PIL import Image

from scripts.common.files import write_json
from scripts.exports.montage import ORDERS, describe, make_montage
from scripts.exports.plan import BAR

RED, BLUE, WHITE = (
    {"hex": "#ff0000", "oklch": [0.628, 0.2577, 29.2339]},
    {"hex": "#0000ff", "oklch": [0.452, 0.3132, 264.0520]},
    {"hex": "#ffffff", "oklch": [1.0, 0.0, 0.0]},
)


PALE = {"hex": "#eadcf0", "oklch": [0.9, 0.03, 310.0]}


def painting(image, year, *colours, title="Poppies"):
    """Return an image as palettes_k{k}.json has it, of colours and their shares."""
    named = [colour | {"share": share} for colour, share in colours]
    return {"image": image, "title": title, "date": None, "year": year, "colors": named}


@pytest.fixture
def montage(tmp_path):
    """A function that makes a montage of paintings and returns it, opened."""

    def make(*images, order="year", title="Studies"):
        write_json(tmp_path / "p.json", {"k": 2, "images": images, "unreadable": []})
        make_montage(tmp_path / "p.json", tmp_path / "m.png", title=title, order=order)
        return Image.open(tmp_path / "m.png")

    return make


# One bar on A4 at 300 dpi: at scale 2.4 two columns of (297 - 2 x 13 + 2.4 x 4.2) / 2 mm. Its left
# is 13 + 2.4 x 8.2 mm, its right 2.4 x 4.2 mm left of the second column, its top 34 mm below the
# sheet's, and its bottom 2.4 x 4.3 mm below.
LEFT, RIGHT, TOP, BOTTOM = 386, 1694, 402, 523


def test_a_bar_has_the_colours_as_wide_as_their_shares(montage):
    sheet = montage(painting("a", 1872, (RED, 0.75), (BLUE, 0.25)))
    assert sheet.size == (3508, 2480)
    assert sheet.info["dpi"] == pytest.approx((300, 300), abs=0.01)
    until = LEFT + round(0.75 * (RIGHT - LEFT))
    pixels = np.asarray(sheet)[TOP + 2 : BOTTOM - 2]
    assert (pixels[:, LEFT + 2 : until - 1] == (255, 0, 0)).all()
    assert (pixels[:, until + 1 : RIGHT - 2] == (0, 0, 255)).all()
    assert (pixels[:, RIGHT + 2 :] == 255).all()


def test_a_white_bar_is_told_from_the_paper(montage):
    sheet = montage(painting("a", 1872, (WHITE, 1.0)))
    middle = (TOP + BOTTOM) // 2
    assert sheet.getpixel((RIGHT - 10, middle)) == (255, 255, 255)
    assert sum(sheet.getpixel((RIGHT - 1, middle))) < 3 * 230


def inked(sheet, left, right, upper, lower):
    """Tell whether anything dark is written in a box."""
    return bool((np.asarray(sheet.convert("L"))[upper:lower, left:right] < 128).any())


def test_a_year_stands_beside_its_first_painting_and_titles_below(montage):
    sheet = montage(painting("a", 1872, (RED, 1.0)), painting("b", 1872, (BLUE, 1.0)))
    row = round((BAR + 2.5 + 1.1) * 2.4 / 25.4 * 300)  # a bar, its label and the gap
    assert sheet.getpixel((1000, TOP + 50)) == (255, 0, 0)  # the lighter one
    assert sheet.getpixel((1000, TOP + row + 50)) == (0, 0, 255)
    assert inked(sheet, 155, LEFT - 20, TOP, BOTTOM)
    assert not inked(sheet, 0, LEFT - 20, TOP + row, BOTTOM + row)
    for above in (0, row):
        assert inked(sheet, LEFT, LEFT + 400, BOTTOM + 10 + above, BOTTOM + 65 + above)


def test_by_year_the_undated_come_last_and_light_before_dark():
    images = [
        painting("undated", None, (WHITE, 1.0)),
        painting("dark", 1872, (BLUE, 1.0)),
        painting("light", 1872, (WHITE, 1.0)),
        painting("before Christ", -40, (BLUE, 1.0)),
    ]
    found = [image["image"] for image in ORDERS["year"](images)]
    assert found == ["before Christ", "light", "dark", "undated"]


def test_by_hue_what_has_most_of_share_and_chroma_counts_and_greys_come_last():
    images = [
        painting("grey", 1, (WHITE, 1.0)),
        painting("mostly blue", 2, (BLUE, 0.6), (RED, 0.4)),
        painting("mostly red", 3, (PALE, 0.5), (RED, 0.3), (BLUE, 0.2)),
    ]
    found = [image["image"] for image in ORDERS["hue"](images)]
    assert found == ["mostly red", "mostly blue", "grey"]


def test_by_hue_what_is_nearly_grey_stands_with_the_greys():
    bluish = {"hex": "#7a7c7f", "oklch": [0.58, 0.005, 260.0]}
    reddish = {"hex": "#7f7c7a", "oklch": [0.58, 0.005, 60.0]}
    images = [
        painting("bluish", 1, (bluish, 1.0)),
        painting("blue", 2, (BLUE, 1.0)),
        painting("reddish", 3, (reddish, 1.0)),
        painting("red", 4, (RED, 1.0)),
    ]
    found = [image["image"] for image in ORDERS["hue"](images)]
    assert found[:2] == ["red", "blue"]


def test_the_head_tells_how_many_of_when_and_what_the_bars_are():
    images = [painting("a", 1867, (RED, 0.5), (BLUE, 0.5)), painting("b", None, (RED, 1.0))]
    told = describe(images, 2, "hue")
    assert (
        told == "2 paintings, 1867, by hue: up to 2 colours of each, as wide as their shares of it"
    )
    assert describe(images[:1], 2, "year").startswith("1 painting, 1867, by year: 2 colours of")
    assert describe([], 2, "year").startswith("0 paintings, by year: 2 colours")


def test_the_same_palettes_give_the_same_bytes(montage, tmp_path):
    images = [painting(str(i), 1860 + i // 3, (RED, 0.5), (BLUE, 0.5)) for i in range(9)]
    montage(*images)
    first = (tmp_path / "m.png").read_bytes()
    montage(*images)
    assert (tmp_path / "m.png").read_bytes() == first


def test_what_the_font_lacks_gives_way_to_the_id(montage):
    plain = montage(painting("id", 1872, (RED, 1.0), title="id")).tobytes()
    assert montage(painting("id", 1872, (RED, 1.0), title="睡蓮")).tobytes() == plain
    assert montage(painting("id", 1872, (RED, 1.0), title="Мост")).tobytes() != plain
    assert montage(painting("id", 1872, (RED, 1.0), title="\u202bid\n")).tobytes() == plain


@pytest.mark.parametrize(("title", "told"), [("Studies", True), ("غروب", True), ("睡蓮", False)])
def test_a_title_that_no_font_has_is_left_out(montage, title, told):
    sheet = montage(painting("a", 1872, (RED, 1.0)), title=title)
    assert inked(sheet, 100, 1000, 154, 250) == told
    assert inked(sheet, 100, 1000, 260, 330)
