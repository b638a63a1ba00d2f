"""Records of which some cannot be read: they are left out, counted and named."""

from scripts.common.words import count

ODD = (AttributeError, LookupError, TypeError, ValueError)
EXAMPLES = 3


def read_each(records, read, name):
    """Return what `read` makes of each of `records`, and lines (one or none) that name the others.

    `name` returns the ID of a record. Both may raise ODD, which say what is odd about a record.
    """
    made, odd = [], []
    for place, record in enumerate(records, start=1):
        try:
            made.append(read(record))
        except ODD as error:
            odd.append(f"{_name(record, name, place)} ({type(error).__name__}: {error})")
    return made, [told("painting", "not of the form known, left out", odd)] if odd else []


def told(noun, what, names):
    """Return how many things are odd in one way, and the first of them.

    >>> told("year", "left out", ["a 0", "b 12345"])
    '2 years left out: a 0, b 12345'
    """
    more = ", ..." if len(names) > EXAMPLES else ""
    return f"{count(len(names), noun)} {what}: {', '.join(names[:EXAMPLES])}{more}"


def _name(record, name, place):
    try:
        return name(record)
    except ODD:
        return f"number {place}"
