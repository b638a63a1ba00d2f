"""Words that many say alike."""


def count(number, noun):
    """Return a number and its noun.

    >>> count(1, "colour"), count(2000, "pixel")
    ('1 colour', '2,000 pixels')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
