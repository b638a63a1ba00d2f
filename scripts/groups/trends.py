"""How colours change over the years, and which changes are more than chance."""

from typing import NamedTuple

import numpy as np

from scripts.groups.chance import shuffles
from scripts.groups.intervals import FEW, bootstrap, interval
from scripts.groups.ranks import chance_of, standard_ranks

STREAM = 4
CHANCE = 0.02
"""How often, at most, shuffled years give a change as large, in any series, as one that is told."""
SIDE = 0.1
"""The part of the paintings, FEW of them at least, that lie before and after a change."""


class Change(NamedTuple):
    """A year from which a series is another, and how sure that is."""

    series: int
    """Its place among the series."""
    year: int
    """The first year after the change."""
    before: float
    """The mean."""
    after: float
    paintings: tuple
    """How many there are before and after."""
    by_chance: float
    """The part of shuffles that have as large a change in any series."""


class Span(NamedTuple):
    """Some years, and what their paintings come to."""

    year: int
    """The first one."""
    n: int
    means: np.ndarray
    """s, of the series."""
    interval: np.ndarray | None
    """2 ends x s; None for fewer paintings than FEW."""


def course(years, series, every=10):
    """Return a Span for each span of so many years, of `years` (n), and their `series` (n x s)."""
    firsts = np.asarray(years) // every * every
    spans = []
    for year in np.unique(firsts).tolist():
        own = series[firsts == year]
        ends = interval(bootstrap(own, year)) if len(own) >= FEW else None
        spans.append(Span(year, len(own), own.mean(axis=0), ends))
    return spans


def changes(years, series):
    """Return the Change of each of the `series` (n x s) over `years` (n) that has one, or None.

    The change of a series is where the ranks before and after a year differ most, by their standard
    error if all years were alike (Pettitt, "A non-parametric approach to the change-point problem",
    1979). It is more than chance if no more than CHANCE of the rounds in which years are shuffled
    have as large a one in any series: a collection without changes has a false one in one of fifty
    cases. Paintings must have a year.
    """
    order = np.argsort(years, kind="stable")
    years, values = np.asarray(years)[order], series[order]
    cuts = _cuts(years)
    if not len(cuts):
        return [None] * values.shape[1]
    ranks = standard_ranks(values)
    seen = _contrasts(ranks, np.arange(len(years))[None], cuts)[0]
    parts = shuffles(STREAM, len(years), len(years))
    largest = [np.abs(_contrasts(ranks, places, cuts)).max(axis=(1, 2)) for places in parts]
    by_chance = chance_of(np.abs(seen).max(axis=0), np.concatenate(largest))
    found = []
    for s, column in enumerate(values.T):
        at = np.abs(seen[:, s]).argmax()
        before, after = column[: cuts[at]], column[cuts[at] :]
        change = Change(
            series=s,
            year=int(years[cuts[at]]),
            before=float(before.mean()),
            after=float(after.mean()),
            paintings=(len(before), len(after)),
            by_chance=float(by_chance[s]),
        )
        # The ranks before a year are less where it grows.
        same_way = (change.after - change.before) * seen[at, s] < 0
        found.append(change if same_way and change.by_chance <= CHANCE else None)
    return found


def _cuts(years):
    """Return how many of the sorted `years` lie before each year that may be one of change."""
    least = max(FEW, int(np.ceil(SIDE * len(years))))
    firsts = np.flatnonzero(np.diff(years)) + 1
    return firsts[(firsts >= least) & (firsts <= len(years) - least)]


def _contrasts(ranks, places, cuts):
    """Return the sums of the ranks before each cut (rounds x cuts x s), in standard errors.

    `ranks` (n x s) have the mean 0 and the standard deviation 1; `places` (rounds x n) are the
    orders of their rows.
    """
    size = len(ranks)
    error = np.sqrt(cuts * (size - cuts) / size)
    sums = [np.cumsum(column[places], axis=1)[:, cuts - 1] for column in ranks.T]
    return np.stack(sums, axis=2) / error[None, :, None]
