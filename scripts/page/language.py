"""The words of the page in its language, among them the names of colours."""

import re
from functools import partial

from scripts.colour.names import GREYS, HUES, MODIFIERS, TINTS
from scripts.common.files import read_json

LEANS = sorted({*(lean for leans in HUES.values() for lean in leans), *TINTS})
SHADES = sorted({shade for shades in MODIFIERS.values() for shade in shades if shade})
BESIDE = ("the darker", "the darkest", "the lighter", "the lightest")
NAMES = re.compile(
    rf"(?:({'|'.join(sorted(SHADES, key=len, reverse=True))}) )?(?:({'|'.join(LEANS)}) )?"
    rf"({'|'.join((*HUES, *GREYS))})(?:, ({'|'.join(sorted(BESIDE, key=len, reverse=True))}))?"
)
"""A name of scripts/colour/names.py: shade, lean, term, and what tells it from another."""


def read_words(path_to_words, language):
    """Return the words of a `language`, by their names: texts, or dicts of texts by plural form."""
    return {name: told[language] for name, told in read_json(path_to_words).items()}


def told(words, name, **values):
    """Return a word or sentence with `values` in place of what stands in braces.

    A whole number `n` also tells which form it has.
    """
    text = words[name]
    if not isinstance(text, str):
        text = text["one" if values["n"] == 1 else "other"]
    return text.format(**{key: _number(words, value) for key, value in values.items()})


def year_text(words, year):
    """Return a year as the page shows it."""
    return told(words, "bc", year=str(-year)) if year < 0 else str(year)


def date_text(words, image):
    """Return the date of an image of palettes.json as it was told, or its year, or None."""
    if not image["date"] and image["year"] is not None:
        return year_text(words, image["year"])
    return image["date"]


def translated_name(words, name):
    """Return the name of a colour, as names.py tells it, in the language of `words`.

    >>> words = {"term_red": "Rot", "shade_dark": "dunkles"}
    >>> translated_name(words | {"colour_name": "{modifier} {lean} {term}"}, "dark red")
    'dunkles Rot'
    """
    shade, lean, term, beside = NAMES.fullmatch(name).groups()
    part = partial(_part, words)
    parts = {"modifier": part("shade", shade), "lean": part("lean", lean)}
    told = " ".join(words["colour_name"].format(term=part("term", term), **parts).split())
    return told + part("beside", beside)


def kind_of(words, name):
    """Return what kind of colour a name of names.py names: its term in the language of `words`."""
    return words[f"term_{NAMES.fullmatch(name)[3]}"]


def _part(words, kind, text):
    return words[f"{kind}_{text.replace(' ', '_')}"] if text else ""


def _number(words, value):
    return f"{value:,}".replace(",", words["thousands"]) if isinstance(value, int) else value
