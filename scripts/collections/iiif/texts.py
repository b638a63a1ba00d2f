"""Texts of IIIF documents, in the languages that a reader prefers."""

import re

from scripts.common.plain_text import plain_text

UNTAGGED = ("", "none", "@none")


def texts_of(value, languages):
    """Return the texts of a label or value, without tags, in one language.

    It is the first of `languages` (codes such as en) that is there, or else the one of texts
    without a language, or English, or the first. `value` is as in Presentation 3 ({"en": ["Text"]})
    or 2 ("Text", {"@value": "Text", "@language": "en"}, or a list of these). A text has a line for
    each of its own.
    """
    by_language = {}
    for language, text in _tagged(value):
        by_language.setdefault("" if language in UNTAGGED else language.lower(), []).append(text)
    for wanted in (*languages, "", "en", *by_language):
        for language, texts in by_language.items():
            if language == wanted.lower() or language.partition("-")[0] == wanted.lower():
                plain = (plain_text(re.sub(r"\s*[\r\n]\s*", "<br>", text)) for text in texts)
                return list(filter(None, plain))
    return []


def text_of(value, languages):
    """Return the texts of a label or value as one on one line, "" if there are none."""
    return " ".join("; ".join(texts_of(value, languages)).split())


def listed(value):
    """Return a value as a list: JSON-LD puts no brackets around one alone."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def address_of(resource):
    """Return the http or https address of a resource, which may be that alone, or ""."""
    if isinstance(resource, dict):
        resource = resource.get("id") or resource.get("@id")
    is_address = isinstance(resource, str) and re.match("https?://", resource, re.IGNORECASE)
    return resource if is_address else ""


def type_of(resource):
    """Return the type of a resource without its prefix: `Manifest` for `sc:Manifest`."""
    if not isinstance(resource, dict):
        return ""
    kind = listed(resource.get("type") or resource.get("@type"))
    return str(kind[0]).rpartition(":")[2] if kind else ""


def _tagged(value):
    """Yield language and text of each text in a value."""
    for item in listed(value):
        if isinstance(item, str | int | float):
            yield "", str(item)
        elif isinstance(item, dict) and ("@value" in item or "value" in item):
            language = item.get("@language") or item.get("language") or ""
            for text in listed(item.get("@value", item.get("value"))):
                yield str(language), str(text)
        elif isinstance(item, dict):
            for language, texts in item.items():
                yield from ((language, text) for text in listed(texts) if isinstance(text, str))
