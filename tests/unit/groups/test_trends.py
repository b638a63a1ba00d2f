import numpy as np
import pytest
from scipy.stats import rankdata

from scripts.groups.trends import changes
from tests.unit.groups.conftest import drawn_series

BLUES = 5


def collection(seed, count=79):
    """Return years and series of a made-up collection in which nothing changes."""
    years = np.random.default_rng(seed).integers(1860, 1920, count)
    return years, drawn_series(count, 1000 + seed)


def planted(seed):
    """Return one in which blues are a fifth more of the canvas from 1890 on."""
    years, series = collection(seed)
    late = years >= 1890
    series[late, :9] *= 0.8
    series[late, BLUES] += 0.2
    return years, series


def test_a_planted_change_is_found_and_near_its_year():
    found = [changes(*planted(seed))[BLUES] for seed in range(100)]
    assert sum(change is not None for change in found) >= 95
    years = [change.year for change in found if change]
    assert np.percentile(np.abs(np.array(years) - 1890), 75) <= 6
    assert all(change.after > change.before for change in found if change)


def test_where_nothing_changes_hardly_ever_anything_is_told():
    false = sum(any(changes(*collection(seed))) for seed in range(100))
    assert false <= 5


def test_before_and_after_are_means_on_both_sides_of_the_year():
    years, series = planted(3)
    change = changes(years, series)[BLUES]
    early = years < change.year
    assert change.before == pytest.approx(series[early, BLUES].mean())
    assert change.after == pytest.approx(series[~early, BLUES].mean())
    assert change.paintings == (early.sum(), (~early).sum())
    assert change.series == BLUES


def test_the_year_is_where_rank_sums_differ_most():
    years, series = planted(4)
    ranks = rankdata(series[:, BLUES])

    def score(year):
        early = years < year
        few = min(early.sum(), (~early).sum())
        if few < 10:
            return 0
        error = np.sqrt(1 / early.sum() + 1 / (~early).sum())
        return abs(ranks[early].mean() - ranks[~early].mean()) / error

    assert changes(years, series)[BLUES].year == max(np.unique(years), key=score)


@pytest.mark.parametrize("years", [[1880] * 60, [1870] * 9 + [1880] * 51, list(range(1880, 1899))])
def test_without_ten_paintings_before_and_after_nothing_is_told(years):
    series = np.zeros((len(years), 12))
    series[-9:] = 1
    assert changes(np.array(years), series) == [None] * 12


def test_what_is_the_same_in_all_has_no_change():
    assert changes(np.arange(1800, 1900), np.full((100, 2), 0.5)) == [None, None]
