"""The years that the tokens of a date mean."""

from itertools import pairwise
from math import ceil
from typing import NamedTuple

from scripts.collections.dates.points import UnreadableDate, points_of
from scripts.collections.dates.tokens import LATEST_YEAR

EARLIEST_BC = 10_000


class Span(NamedTuple):
    """The years a text names, from `first` to `last`; those it allows for; whether it is vague."""

    first: int
    last: int
    earliest: int | None
    latest: int | None
    approximate: bool


def span_of(tokens):
    """Return the Span of tokens between which there is no break; raise UnreadableDate."""
    points = points_of(tokens)
    if points[0].turn:
        first, _ = _years(points[-1])
        return Span(first - 10, first + 10, first - 10, first + 10, True)
    groups = []
    for point in points:
        if point.joined == "to":
            groups[-1].append(point)
        else:
            groups.append([point])
    spans = [_group_span(group) for group in groups]
    vague = any(point.joined == "or" for point in points)
    if [group[0].bound for group in groups] == ["after", "before"]:
        after, before = spans
        _in_order(after.first, before.last)
        return Span(after.first, before.last, after.earliest, before.latest, True)
    return union(spans, vague)


def union(spans, vague=False):
    """Return one Span around all of `spans`."""
    earliest = [span.earliest for span in spans]
    latest = [span.latest for span in spans]
    return Span(
        min(span.first for span in spans),
        max(span.last for span in spans),
        None if None in earliest else min(earliest),
        None if None in latest else max(latest),
        vague or any(span.approximate for span in spans),
    )


def _group_span(group):
    bound, circa = group[0].bound or group[-1].bound, group[0].circa
    ends = [_years(point) for point in group]
    for (start, _), (_, end) in pairwise(ends):
        _in_order(start, end)
    first, last = ends[0][0], ends[-1][1]
    vague = any(point.circa or point.vague or not _is_exact(point) for point in group)
    earliest = _shifted(first, -1) if circa and _is_exact(group[0]) else first
    loose_end = (circa or group[-1].circa) and _is_exact(group[-1])
    latest = _shifted(last, 1) if loose_end else last
    if bound == "from":
        bound = "after" if len(group) == 1 and _is_exact(group[0]) else None
    earliest = None if bound == "before" else earliest
    latest = None if bound == "after" else latest
    return Span(first, last, earliest, latest, vague or bound is not None)


def _is_exact(point):
    return point.number.kind in ("year", "number") and not point.unit


def _in_order(first, last):
    if first > last:
        raise UnreadableDate


def _shifted(year, direction):
    """Return the bound of circa: 5 years, 10 before 1700; there is no year 0."""
    shifted = year + direction * (10 if year < 1700 else 5)
    return shifted + direction if (shifted <= 0 < year) or (year < 0 <= shifted) else shifted


def _years(point):
    """Return the first and the last year that a point names."""
    if point.number is None:
        raise UnreadableDate
    (kind, value), bc = point.number, point.era == "bc"
    if kind == "period":
        return _part_of(*value, point.part)
    if point.unit in ("century", "millennium"):
        length = 100 if point.unit == "century" else 1000
        longest = EARLIEST_BC if bc else LATEST_YEAR
        if kind not in ("ordinal", "number") or not 1 <= value <= ceil(longest / length):
            raise UnreadableDate
        start = -value * length if bc else (value - 1) * length
    elif kind == "decade" or point.unit == "ten years":
        if kind not in ("decade", "year") or value % 10 or not 100 <= value <= LATEST_YEAR:
            raise UnreadableDate
        length = 100 if value % 100 == 0 and point.unit is None else 10
        start = -value - length + 1 if bc else value
    elif kind == "year" or (kind == "number" and point.era):
        return (-abs(value),) * 2 if bc else (value, value)
    else:
        raise UnreadableDate
    first, last = _part_of(start, start + length - 1, point.part)
    return max(first, 1) if start == 0 else first, last


def _part_of(first, last, part):
    length = last - first + 1
    if part is None:
        return first, last
    kind, (low, high) = part
    if kind == "tenths":
        return first + length * low // 10, min(first + length * high // 10, last)
    return first + length * (low - 1) // high, first + length * low // high - 1
