"""What IIIF documents tell of a painting in labelled texts: when, by whom, under which licence."""

import re

from scripts.collections.dates.reading import read_date
from scripts.collections.iiif.labels import ARTISTS, DATES, LICENCES, plain_label
from scripts.collections.iiif.texts import address_of, listed, text_of, texts_of

LONGEST_LICENCE = 200


def metadata_of(resource, languages):
    """Return the labelled texts of a resource: a list of texts by label, in its own words."""
    told = {}
    for entry in listed(resource.get("metadata")):
        if isinstance(entry, dict):
            label = text_of(entry.get("label"), languages)
            told.setdefault(label, []).extend(texts_of(entry.get("value"), languages))
    return {label: texts for label, texts in told.items() if label and texts}


def date_told(metadata):
    """Return the first text under a label for dates that may be when a painting was made, or ""."""
    for text in _under(metadata, DATES):
        date = " ".join(text.split())
        if not re.search(r"\d\d:\d\d", date) and read_date(date):
            return date
    return ""


def date_after_title(label, title):
    """Return the date of a label that goes on after its title (`Haystacks, 1890. Oil`), or ""."""
    if not title or not label.startswith(f"{title}, "):
        return ""
    rest = re.split(r"(?<=\d)\.\s|[,;]", label.removeprefix(f"{title}, "))[0].strip(" .")
    dating = read_date(rest)
    return rest if dating and (dating.earliest or dating.latest) else ""


def year_navigated(resource):
    """Return the year of a resource's navDate as text, or ""."""
    found = re.match(r"-?\d{4}(?=-\d\d-\d\d|$)", str(resource.get("navDate", "")))
    return found[0] if found else ""


def artist_told(metadata):
    """Return the artists in labelled texts, without their dates, or ""."""
    return "; ".join(dict.fromkeys(text.split("\n")[0] for text in _under(metadata, ARTISTS)))


def licence_told(resource, metadata, languages):
    """Return the licence of a resource: its address or name, or what must be said, or ""."""
    for told in listed(resource.get("rights")) + listed(resource.get("license")):
        if licence := address_of(told) or (told if isinstance(told, str) else ""):
            return licence
    if texts := _under(metadata, LICENCES):
        return " ".join(texts[0].split())[:LONGEST_LICENCE]
    statement = resource.get("requiredStatement")
    value = statement.get("value") if isinstance(statement, dict) else resource.get("attribution")
    return text_of(value, languages)[:LONGEST_LICENCE]


def link_told(resource):
    """Return the address of the web page of a resource, or ""."""
    pages = listed(resource.get("homepage"))
    for key in ("related", "rendering"):
        pages += [page for page in listed(resource.get(key)) if _is_web_page(page)]
    return next(filter(None, map(address_of, pages)), "")


def _is_web_page(page):
    return not isinstance(page, dict) or "html" in str(page.get("format", "html"))


def _under(metadata, labels):
    """Return the texts under the first labels of a kind."""
    by_plain_label = {}
    for label, texts in metadata.items():
        by_plain_label.setdefault(plain_label(label), []).extend(texts)
    return [text for label in dict.fromkeys(labels) for text in by_plain_label.get(label, ())]
