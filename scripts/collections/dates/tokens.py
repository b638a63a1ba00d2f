# ruff: noqa: RUF001 - dates are written with these letters and signs
"""The tokens of a date: numbers, words and signs, each of a kind."""

import re
from typing import NamedTuple

from scripts.collections.dates.words import MEANINGS, folded


class Token(NamedTuple):
    """A part of a date: `year`, `number`, `ordinal`, `decade`, a kind of word, or a sign."""

    kind: str
    value: int | tuple | None = None


NUMBERS = ("year", "number", "ordinal", "decade", "period")
LATEST_YEAR = 2100

_SIGNS = {"/": "to", "?": "circa", "~": "circa", "&": "and", ";": "break", ",": "break",
          ":": "break", "(": "break", ")": "break", "[": "break", "]": "break", "-": "dash",
          "<": "before", ">": "after"}  # fmt: skip
_SILENT = " \t\n\r.'’‘\"“”"
# Words that stand before a number without a space between them.
_PREFIXES = ("circa", "before", "after", "ad")
_ROMAN = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10,
    "xi": 11, "xii": 12, "xiii": 13, "xiv": 14, "xv": 15, "xvi": 16, "xvii": 17, "xviii": 18,
    "xix": 19, "xx": 20, "xxi": 21,
}  # fmt: skip


def _phrase_pattern(phrase):
    words = phrase.split()
    between = (r"(?:\.[\s-]?|[/-])" if len(word) == 1 else r"[\s.'’-]{1,3}" for word in words)
    return (
        "".join(f"{word}{gap}" for word, gap in zip(words[:-1], between, strict=False)) + words[-1]
    )


_PHRASES = sorted((phrase for phrase in MEANINGS if " " in phrase), key=len, reverse=True)
_TOKEN = re.compile(
    rf"""
    (?P<iso>      (?:(?<!.)[+-])? \d{{4}}-\d\d-\d\d (?:[t ]\d\d:\d\d[\d:.+-]*z?)? (?![\d-]) )
  | (?P<day>      \d{{1,2}}(?P<gap>[./-])\d{{1,2}}(?P=gap)\d{{4}} (?!\w)
                | \d{{4}}(?P<gap2>[./])\d\d?(?P=gap2)\d\d? (?!\w) | \d\d?/\d{{4}} (?!\w) )
  | (?P<decade>   \d{{1,3}}0 ['’]? (?: s | ern? | -?[ех] ) (?!\w) )
  | (?P<ordinal>  \d{{1,2}} -? (?: st|nd|rd|th|er|ere|re|eme|e|de|ste|nde|o|a|°|-?и ) (?!\w) )
  | (?P<tens>     \d{{3}}(?: [xu](?!\w) | [-_?](?!\s*\w) ) )
  | (?P<hundreds> \d\d(?:xx|uu|--|__|\?\?) (?!\s*\w) )
  | (?P<thousand> \d,\d{{3}} (?!\w|[.,]\d) )
  | (?P<number>   (?:(?<!.)[+-])? \d+ (?:\.0+)? (?!\w|\.\d) )
  | (?P<unknown>  \d\w* (?:\.\w+)* )
  | (?P<phrase>   (?: {"|".join(map(_phrase_pattern, _PHRASES))} ) (?![^\W\d_]) )
  | (?P<word>     [^\W\d_]+ )
  | (?P<sign>     . )
    """,
    re.VERBOSE | re.DOTALL,
)


def tokens_of(text):
    """Return the tokens of a date, a list; those that say nothing of when are left out."""
    plain = re.sub("[\u2010\u2011\u2212]", "-", folded(text).strip())
    plain = re.sub("[\u2012-\u2015]", " - ", plain)
    # Librarians put what they add to a date in brackets, also a single digit.
    plain = re.sub(r"(?<=\d)[\[\]](?=\d)|[(\[]\s*(?=\?)|(?<=\bc),", "", plain)
    tokens = []
    for match in _TOKEN.finditer(plain):
        token = _token(match, tokens[-1].kind if tokens else None)
        if token.kind not in ("filler", "silent"):
            tokens.append(token)
    return tokens


def _token(match, kind_before):
    kind, text = match.lastgroup, match[0]
    if kind in ("iso", "day"):
        return _year(re.search(r"^[+-]?\d{4}|\d{4}", text)[0])
    if kind in ("thousand", "number"):
        return _year(text.replace(",", ""))
    if kind in ("decade", "ordinal", "tens", "hundreds"):
        scale = {"tens": 10, "hundreds": 100}.get(kind, 1)
        return Token("ordinal" if kind == "ordinal" else "decade", _digits(text) * scale)
    if kind == "phrase":
        return Token(*MEANINGS[" ".join(re.findall(r"[^\W\d_]+", text))])
    if kind == "word":
        return _word(text, match.string[match.end() : match.end() + 1], kind_before)
    if kind == "sign":
        return Token("silent" if text in _SILENT else _SIGNS.get(text, "unknown"))
    return Token("unknown", 0)


def _digits(text):
    return int(re.search(r"\d+", text)[0])


def _year(text):
    year = int(text.partition(".")[0])
    digits = len(text.partition(".")[0].lstrip("+-"))
    if year > LATEST_YEAR or digits > 4:
        return Token("unknown", year)
    if year == 0:
        return Token("undated")
    return Token("number" if year > 0 and digits < 3 else "year", year)


def _word(word, next_letter, kind_before):
    kind, value = MEANINGS.get(word, ("unknown", None))
    roman = re.sub("(?<=[ivx])(?:eme|er|e|o)$", "", word)
    if word == "c" and kind_before in ("ordinal", "number"):
        kind = "century"
    elif kind == "unknown" and roman in _ROMAN:
        kind, value = "ordinal", _ROMAN[roman]
    if next_letter.isdigit() and kind not in _PREFIXES:
        kind = "unknown"
    return Token(kind, value)
