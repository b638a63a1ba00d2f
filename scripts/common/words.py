"""Words that many say alike."""


def count(number, noun):
    """Return a number and its noun.

    >>> count(1, "colour"), count(2000, "pixel")
    ('1 colour', '2,000 pixels')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def year_text(year):
    """Return a historical year (1 BC is -1) as people write it.

    >>> year_text(1890), year_text(-500)
    ('1890', '500 BC')
    """
    return f"{-year} BC" if year < 0 else str(year)


def date_text(image):
    """Return the `date` of an image, a dict, or its `year` as a text, or None."""
    if image["date"] is None and image["year"] is not None:
        return year_text(image["year"])
    return image["date"]
