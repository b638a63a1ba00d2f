"""Dates of paintings as museums write them."""

import re
from functools import lru_cache
from typing import NamedTuple

from scripts.collections.dates.points import UnreadableDate
from scripts.collections.dates.spans import span_of, union
from scripts.collections.dates.tokens import LATEST_YEAR, NUMBERS, Token, tokens_of

PLAIN_YEAR = re.compile(r"[12]\d{3}", re.ASCII)
EARLY_YEAR = re.compile(r"[1-9]\d?(?:\.0+)?", re.ASCII)
LONGEST_DATE = 200  # letters; what is longer is no date
DECADE = 10  # years; the last span that has a single year is shorter


class Dating(NamedTuple):
    """When a painting was made, in historical years: 1 BC is -1, and there is no year 0.

    `year` is what sorts, None if none is known or if the span is above a decade; `earliest` and
    `latest` are the bounds, None where open; `approximate` says that the year is not exact.
    """

    year: int | None
    earliest: int | None
    latest: int | None
    approximate: bool


UNDATED = Dating(None, None, None, False)


def read_date(text):
    """Return the Dating of a date in words; None if it cannot be read, UNDATED if it is `n.d.`.

    The year of a short range (`1890-91`) is its first, and not approximate; circa means 5 years,
    before 1700 10; `early`, `mid` and `late` are the tenths 0-3, 4-6 and 7-10 of a century.

    >>> read_date("c. 1890")
    Dating(year=1890, earliest=1885, latest=1895, approximate=True)
    """
    text = text.strip()
    return _read(text) if len(text) <= LONGEST_DATE else None


@lru_cache(maxsize=100_000)
def read_dates(year_cell, date_cell):
    """Return the Dating of a row's cells of year and date, each of which may be empty or None.

    The year's cell decides. Where it has no single year, the date's counts if it lies inside; where
    it is a plain year, the date's bounds around it are kept. Either can say `approximate`. Returns
    None if all that is given cannot be read, UNDATED if nothing is given.
    """
    given = [(year_cell or "").strip(), (date_cell or "").strip()]
    if not any(given):
        return UNDATED
    year, date = (_read_year(given[0]) if given[0] else None), read_date(given[1] or "?")
    if year is None or date in (None, UNDATED):
        return (date if given[1] else None) if year is None else year
    if year == UNDATED:
        return date
    approximate = year.approximate or date.approximate
    if year.year is None and date.year is not None and _within(date.year, year):
        return year._replace(year=date.year, approximate=approximate)
    if year.year == year.earliest == year.latest and _within(year.year, date):
        return date._replace(year=year.year, approximate=approximate)
    return year._replace(approximate=approximate)


def _read_year(text):
    if EARLY_YEAR.fullmatch(text):  # in a date it might be any number
        year = int(float(text))
        return Dating(year, year, year, False)
    return read_date(text)


def _within(year, dating):
    low = dating.earliest if dating.earliest is not None else year
    high = dating.latest if dating.latest is not None else year
    return year is not None and low <= year <= high


@lru_cache(maxsize=100_000)
def _read(text):
    if PLAIN_YEAR.fullmatch(text) and int(text) <= LATEST_YEAR:
        return Dating(int(text), int(text), int(text), False)
    if not re.search(r"[^\W_]", text):
        return UNDATED if re.search(r"\S", text) else None
    try:
        return _dating(_clauses(tokens_of(text)))
    except UnreadableDate:
        return None


def _clauses(tokens):
    """Return lists of tokens between breaks, without days and months."""
    clauses, seen_year = [[]], False
    for index, token in enumerate(tokens):
        if token.kind == "style" and seen_year:
            break
        more = any(later.kind in NUMBERS for later in tokens[index:])
        if token.kind == "break" or (token.kind == "later work" and (more or len(clauses) == 1)):
            clauses.append([])
        if token.kind != "break":
            clauses[-1].append(token)
        seen_year = seen_year or token.kind in NUMBERS
    return [_without_days(clause) for clause in clauses]


def _without_days(clause):
    if all(token.kind != "month" for token in clause):
        return clause
    left = [
        token
        for index, token in enumerate(clause)
        if token.kind != "month" and not (_is_day(token) and _beside_month(clause, index))
    ]
    # What joined two days of one year joins nothing now.
    while left and left[0].kind in ("dash", "to", "and", "or", "until"):
        left.pop(0)
    return left


def _is_day(token):
    return token.kind in ("number", "ordinal") and 1 <= token.value <= 31


def _beside_month(clause, index):
    return any(token.kind == "month" for token in clause[max(index - 3, 0) : index + 4])


def _dating(clauses):
    found = {"painting": [], "period": [], "later": []}
    undated, circa, before = False, [], []
    for clause in clauses:
        kinds = {token.kind for token in clause}
        undated = undated or ("undated" in kinds and not kinds & {"year", "decade"})
        if not kinds - {"circa"}:
            circa += clause
            continue
        if not kinds & {*NUMBERS, "tenths", "parts"} or _names_no_year(clause, kinds):
            continue
        if not kinds & {"year", "number", "decade", "century", "millennium", "period"}:
            clause = clause + before  # `17th century, second half`
        before = clause
        rank = "later" if "later work" in kinds else "period" if "period" in kinds else "painting"
        try:
            span = span_of(circa + [token for token in clause if token.kind != "later work"])
        except UnreadableDate:
            if found["painting"]:
                continue
            if rank != "later" and not undated:
                raise
            continue
        found[rank].append(span)
        circa = []
    spans = found["painting"] or found["period"]
    if not spans and undated:
        return UNDATED
    spans = spans or found["later"]
    if not spans:
        raise UnreadableDate
    span = _combined(spans)
    single = span.last - span.first < DECADE
    approximate = span.approximate or bool(circa)
    return Dating(span.first if single else None, span.earliest, span.latest, approximate)


def _names_no_year(clause, kinds):
    """Return whether a clause is of names (`Henry VIII`, `Dynasty 18`), with no year in it."""
    if Token("unknown", 0) in clause or kinds & {"year", "decade", "century", "millennium"}:
        return False
    return "unknown" in kinds or ("dynasty" in kinds and "period" not in kinds)


def _combined(spans):
    """Return the narrowest of spans that lie in each other, otherwise one around all."""
    narrow = min(spans, key=lambda span: span.last - span.first)
    if all(span.first <= narrow.first and narrow.last <= span.last for span in spans):
        return narrow
    return union(spans)
