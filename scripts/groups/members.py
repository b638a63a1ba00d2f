"""Which groups a collection has: the values of its facets, and its decades."""

from difflib import get_close_matches
from typing import NamedTuple

from scripts.collections.ids import safe_id
from scripts.common.errors import InputError

NEAREST = 8
"""Names that are told, where there is no group of one."""
ALL, DECADE, REST = "all", "decade", "rest"


class Group(NamedTuple):
    """Some paintings that have a name."""

    facet: str
    """The facet, DECADE or ALL."""
    value: str
    """The value of it, a decade as 1890s, or ALL."""
    members: list
    """Their places among the images of palettes.json."""

    @property
    def name(self):
        """What it is called in the names of files."""
        return safe_id(self.value).lower().replace("_", "-")


def find_groups(images):
    """Return the Groups of `images`, those of palettes.json: all, each facet's values, and decades.

    The values of a facet come as the alphabet has them, decades in their order.
    """
    found = [Group(ALL, ALL, list(range(len(images))))] if images else []
    for facet in images[0]["facets"] if images else ():
        values = {}
        for place, image in enumerate(images):
            for value in image["facets"][facet]:
                values.setdefault(value, []).append(place)
        found += [Group(facet, value, values[value]) for value in sorted(values)]
    decades = {}
    for place, image in enumerate(images):
        if image["year"] is not None:
            decades.setdefault(image["year"] // 10 * 10, []).append(place)
    return found + [Group(DECADE, decade_text(year), decades[year]) for year in sorted(decades)]


def decade_text(year):
    """Return what the decade from a year on is called, one before Christ by its ends.

    >>> decade_text(1890), decade_text(-500)
    ('1890s', '500-491 BC')
    """
    return f"{-year}-{-year - 9} BC" if year < 0 else f"{year}s"


def two_groups(images, a, b):
    """Return the Groups of `images` that are called `a` and `b`, without what is in both.

    One of them may be REST, the paintings that are not in the other; the rest of a decade has other
    years. The first of several groups with a name is meant.

    Raises InputError if there is none of a name, or one of the two has no paintings of its own.
    """
    named = {}
    for group in find_groups(images)[1:]:
        named.setdefault(group.name, group)
    for name in (a, b):
        if name not in named and name != REST:
            near = get_close_matches(name, named, NEAREST) or list(named)[:NEAREST]
            told = (
                f"of {len(named)} that are there: {', '.join(near)}" if named else "there is none"
            )
            raise InputError(f"no group {name}; {told}")
    if a == b:
        raise InputError(f"a group is compared with another one, not {a} with itself")
    if REST in (a, b):
        other = named[b if a == REST else a]
        dated = other.facet == DECADE
        rest = [
            place
            for place, image in enumerate(images)
            if place not in set(other.members) and not (dated and image["year"] is None)
        ]
        named[REST] = Group(other.facet, "the rest", rest)
    both = set(named[a].members) & set(named[b].members)
    groups = [
        named[name]._replace(members=[place for place in named[name].members if place not in both])
        for name in (a, b)
    ]
    for group in groups:
        if not group.members:
            raise InputError(f"{group.value} has no paintings of its own beside {a} and {b}")
    return groups
