import re

import pytest

from scripts.common.files import ROOT
from scripts.running.closing import KINDS, closing_line, next_step


@pytest.mark.parametrize(
    ("made", "told"),
    [
        ({"palette": 12, "pixels": 4, "all": 1}, "4 images: 12 palettes made, 8 s."),
        ({"download": 1, "palette": 1}, "4 images: 1 download, 1 palette made, 8 s."),
        ({"swatches_of_image": 4, "swatches_of_all": 1}, "4 images: 5 swatch sets made, 8 s."),
        ({"overlay": 1200}, "4 images: 1,200 overlays made, 8 s."),
        ({"pixels": 1}, "4 images, 8 s."),
        ({"page": 1}, "4 images, 8 s. The page: results/index.html"),
    ],
)
def test_each_kind_that_was_made_is_counted(made, told):
    assert closing_line(4, made, 7.6, unreadable=0, folder="") == told


def test_paths_are_those_from_where_the_user_stands():
    line = closing_line(1, {"page": 1, "study_sheet": 1}, 0, unreadable=2, folder="other/monet")
    assert line == (
        "1 image: 1 study sheet made, 0 s. 2 could not be read: other/monet/results/unreadable.tsv."
        " The page: other/monet/results/index.html The sheets are in other/monet/results/studies:"
        " run snakemake again, and the page links to them."
    )


def test_a_table_of_a_museum_is_told_with_what_to_do_next():
    told = "collections/a_b.tsv: 1 painting. Now: snakemake --config collection=collections/a_b.tsv"
    assert next_step("collections/a_b.tsv", 1) == told


def test_every_kind_is_a_rule():
    rules = (ROOT / "rules").glob("*.smk")
    named = {name for file in rules for name in re.findall(r"^rule (\w+):", file.read_text(), re.M)}
    assert KINDS.keys() <= named
