"""What museums tell of painters and their dates, in the forms that several of them share."""

import re

from scripts.collections.ids import safe_id

DECADE = 10  # years; a date that may be any of so many is none


def slug(name):
    """Return a name in small letters and digits, with dashes between its words.

    >>> slug("J. M. W. Turner"), slug("Édouard Manet")
    ('j-m-w-turner', 'edouard-manet')
    """
    return re.sub(r"[._-]+", "-", safe_id(name).lower())


def year_of_span(first, last):
    """Return the year of a painting that was made from `first` to `last`, or None.

    It is the first, if the span is narrower than a decade. 0 and None say that a year is not known,
    and a last year before the first says nothing.
    """
    if not first:
        return None
    return first if not last or last < first or last - first < DECADE - 1 else None
