"""The points in time that the tokens of a date name: a range has two."""

from dataclasses import dataclass
from itertools import pairwise

from scripts.collections.dates.tokens import NUMBERS, Token
from scripts.collections.dates.words import LAST


class UnreadableDate(ValueError):
    """A date that is none, or not surely one."""


@dataclass
class Point:
    """One end of a range: a number and what is said of it."""

    number: Token | None = None
    unit: str | None = None
    part: tuple | None = None  # kind and value, as of the token
    era: str | None = None
    bound: str | None = None
    circa: bool = False
    vague: bool = False
    turn: bool = False
    joined: str | None = None  # how it follows the point before


def points_of(tokens):
    """Return the Points of tokens between which there is no break; raise UnreadableDate."""
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
        elif kind == "parts" and following == "parts":
            _set(point, "number", Token("ordinal", value))  # `third quarter`
        elif kind == "parts":
            _set_part(point, value)
        elif kind == "ten years" and point.number and point.number.kind == "ordinal":
            _set_part(point, 10)
        elif kind == "tenths":
            _set(point, "part", (kind, value))
        elif kind in ("century", "millennium", "ten years"):
            _set(point, "unit", kind)
        elif kind in ("bc", "ad"):
            _set(point, "era", kind)
        elif kind in ("before", "after", "from"):
            _set(point, "bound", kind)
        elif kind == "circa":
            point.circa = True
        elif kind == "between":
            between = point.vague = True
        elif kind == "turn":
            point.turn = True
        elif kind not in ("dynasty", "month", "undated"):
            raise UnreadableDate
    _without_bare(points)
    _fill(points)
    return points


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
        if point.era == "bc" and after.era is None:
            raise UnreadableDate
        if after.number is None or after.unit or point.number is None:
            continue
        kind, value = after.number
        if point.unit in ("century", "millennium") and kind in ("ordinal", "number"):
            after.unit = point.unit
        elif kind == "number" and point.number.kind == "year" and after.era is None:
            after.number = Token("year", _completed(point.number.value, value, after.joined))
        elif kind == "number":
            after.era = after.era or point.era
        elif kind == "decade" and point.number.kind == "decade":
            whole = value if value >= 100 else point.number.value // 100 * 100 + value
            after.number, after.unit = Token(kind, whole), "ten years"


def _completed(year, digits, joined):
    """Return the year of which only the last digits are given (`1890-91`)."""
    scale = 10 if digits < 10 else 100
    completed = year // scale * scale + digits
    if year < 1000 or (completed <= year and not (joined == "to" and digits <= 12)):
        raise UnreadableDate
    return max(completed, year)  # what is no later year is a month
