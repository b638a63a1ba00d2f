"""Palettes as design tokens, the JSON of the Design Tokens Community Group.

Format and colours: https://www.designtokens.org/TR/2025.10/format/ and …/color/
"""

import json
import re

from scripts.common.words import year_text
from scripts.exports.formats.text import fixed, on_one_line

_REFUSED = re.compile(r"[{}.$\s]+")  # in names; a $ only at their start, but some tools choke on it


def to_tokens(paintings, title):
    """Return the palettes of `paintings` (swatches.record) as bytes, under a `title`.

    A group for each painting, named by its title, holds tokens named by their colours; a name that
    is there already gets a number.
    """
    groups = {
        name: _group(painting)
        for name, painting in zip(_names(p["title"] for p in paintings), paintings, strict=True)
    }
    tokens = {"$description": on_one_line(title), **groups}
    return (json.dumps(tokens, ensure_ascii=False, indent=2) + "\n").encode()


def _group(painting):
    year = painting["year"]
    told = [painting["artist"], painting["title"], None if year is None else year_text(year)]
    colours = painting["colours"]
    return {
        "$type": "color",
        "$description": on_one_line(f"{', '.join(filter(None, told))} ({painting['image']})"),
        **dict(zip(_names(c["name"] for c in colours), map(_token, colours), strict=True)),
    }


def _token(colour):
    rgb = bytes.fromhex(colour["hex"][1:])
    return {
        "$value": {
            "colorSpace": "srgb",
            "components": [round(value / 255, 4) for value in rgb],
            "hex": colour["hex"],
        },
        "$description": f"{fixed(100 * colour['share'], 1)}%",
    }


def _names(texts):
    """Return `texts` as names that the format allows, each once."""
    names = []
    taken = set()
    for text in texts:
        plain = name = _REFUSED.sub(" ", on_one_line(text)).strip() or "untitled"
        number = 1
        while name in taken:
            number += 1
            name = f"{plain} {number}"
        taken.add(name)
        names.append(name)
    return names
