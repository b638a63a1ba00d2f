import pytest

from scripts.exports.plan import BAR, BAR_WIDTH, SHEETS, Bar, plan_sheet


@pytest.mark.parametrize(
    ("count", "sheet", "labelled"),
    [(0, "A4", 1), (1, "A4", 1), (36, "A4", 1), (300, "A2", 1), (1300, "A0", 1), (10_000, "A0", 0)],
)
def test_bars_fill_the_smallest_sheet_that_holds_them(count, sheet, labelled):
    years = [str(1840 + i * 90 // max(count, 1)) for i in range(count)]
    plan = plan_sheet(count, years)
    assert (plan.sheet, plan.labelled) == (sheet, bool(labelled))
    assert len(plan.bars) == count
    width, height = SHEETS[sheet]
    margin = 13 * width / 297
    last = Bar(0, 0, 0, 0, 34 * width / 297)
    for bar in plan.bars:
        assert margin <= bar.left <= bar.right - BAR_WIDTH * plan.scale
        assert bar.right <= width - margin + 1e-9
        assert bar.bottom == pytest.approx(bar.top + BAR * plan.scale)
        assert bar.bottom <= height - margin
        if bar.column == last.column:
            assert bar.top >= last.bottom
        else:
            assert bar.column == last.column + 1
            assert bar.left >= last.right
        last = bar
