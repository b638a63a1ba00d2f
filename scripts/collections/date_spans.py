"""The years that the tokens of a date mean."""

from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from scripts.collections.date_tokens import LATEST_YEAR, NUMBERS, Token
from scripts.collections.date_words import LAST


class UnreadableDate(ValueError):
    """A date that is none, or not surely one."""


class Span(NamedTuple):
    """The years a text names, from `first` to `last`; those it allows for; whether it is vague."""

    first: int
    last: int
    earliest: int | None
    latest: int | None
    approximate: bool


@dataclass
class Point:
    """One end of a range: a number and what is said of it."""

    number: Token | None = None
    unit: str | None = None
    part: tuple | None = None  # kind and value, as of the token
    era: str | None = None
    bound: str | None = None
    circa: bool = False
    turn: bool = False
    joined: str | None = None  # how it follows the point before


def span_of(tokens):
    """Return the Span of tokens between which there is no break; raise UnreadableDate."""
    points = _points(tokens)
    _fill(points)
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


def _points(tokens):
    points, between = [Point()], False
    for index, (kind, value) in enumerate(tokens):
        point = points[-1]
        following = tokens[index + 1].kind if index + 1 < len(tokens) else None
        if kind in ("dash", "to", "until", "or", "and"):
            if kind == "until" and point.number is None and not point.part:
                point.bound = "before"
            elif _joins(kind, point, following):
                how = "to" if kind in ("dash", "until") or (between and kind == "and") else kind
                points.append(Point(joined=how))
            elif kind == "dash" and following is None:
                _set(point, "bound", "after")
        elif kind in NUMBERS:
            _set(point, "number", Token(kind, value))
        elif kind == "parts":
            _set_part(point, value)
        elif kind == "tenths":
            _set(point, "part", (kind, value))
        elif kind in ("century", "millennium", "decade"):
            _set(point, "unit", kind)
        elif kind in ("bc", "ad"):
            _set(point, "era", kind)
        elif kind in ("before", "after", "from"):
            _set(point, "bound", kind)
        elif kind == "circa":
            point.circa = True
        elif kind == "between":
            between = point.circa = True
        elif kind == "turn":
            point.turn = True
        elif kind not in ("dynasty", "month", "undated"):
            raise UnreadableDate
    return _without_bare(points)


def _joins(kind, point, following):
    """Return whether a word or dash after `point` leads to another, or holds words together."""
    if point.number is None:
        return point.part is not None and following == "tenths"
    if kind != "dash":
        return following is not None
    return following in (*NUMBERS, "tenths", "circa", "ad", "bc", "before", "after", "turn")


def _set(point, name, value):
    if getattr(point, name) is not None:
        raise UnreadableDate
    setattr(point, name, value)


def _set_part(point, parts):
    if point.number is None:
        if parts != 2:
            raise UnreadableDate
        _set(point, "part", ("tenths", (4, 6)))  # `metà del` is the middle
        return
    which = parts if point.number.value == LAST else point.number.value
    if not 1 <= which <= parts:
        raise UnreadableDate
    _set(point, "part", ("parts", (which, parts)))
    point.number = None


def _without_bare(points):
    """Give a bound without a number (`or later`) to the point before it."""
    last = points[-1]
    if len(points) > 1 and last.number is None and last.part is None:
        points.pop()
        if last.bound:
            _set(points[-1], "bound", last.bound)
    return points


def _fill(points):
    """Give to each point what it shares with its neighbour (`mid- to late 19th century`)."""
    for point, after in zip(points[-2::-1], points[:0:-1], strict=True):
        ordinal = point.number and point.number.kind in ("ordinal", "number") and not point.unit
        if ordinal and after.part and after.part[0] == "parts" and not point.part:
            point.part, point.number = ("parts", (point.number.value, after.part[1][1])), None
        if point.number is None:
            point.number, point.unit = after.number, after.unit
        elif ordinal and after.number and after.number.kind in ("ordinal", "number"):
            point.unit = after.unit
        point.era = point.era or after.era
    for point, after in pairwise(points):
        if after.number is None or after.unit or point.number is None:
            continue
        kind, value = after.number
        if point.unit in ("century", "millennium") and kind in ("ordinal", "number"):
            after.unit = point.unit
        elif kind == "number" and point.number.kind == "year":
            after.number = Token("year", _completed(point.number.value, value, after.joined))
        elif kind == "number":
            after.era = after.era or point.era
        elif kind == "decade" and point.number.kind == "decade":
            whole = value if value >= 100 else point.number.value // 100 * 100 + value
            after.number, after.unit = Token(kind, whole), "decade"


def _completed(year, digits, joined):
    """Return the year of which only the last digits are given (`1890-91`)."""
    scale = 10 if digits < 10 else 100
    completed = year // scale * scale + digits
    if year < 1000 or (completed <= year and not (joined == "to" and digits <= 12)):
        raise UnreadableDate
    return max(completed, year)  # what is no later year is a month


def _group_span(group):
    bound, circa = group[0].bound or group[-1].bound, group[0].circa
    ends = [_years(point) for point in group]
    for (start, _), (_, end) in pairwise(ends):
        _in_order(start, end)
    first, last = ends[0][0], ends[-1][1]
    vague = any(point.circa or not _is_exact(point) for point in group)
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
        if kind not in ("ordinal", "number") or not 1 <= value <= (
            99 if bc else 2100 // length + 1
        ):
            raise UnreadableDate
        start = -value * length if bc else (value - 1) * length
    elif kind == "decade" or point.unit == "decade":
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
