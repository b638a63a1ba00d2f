"""Texts of files, whichever encoding they are in, and what a file is by its first bytes."""

import codecs
import re

MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
KINDS = {
    b"PK\x03\x04": "a zip file, as .xlsx and .ods are",
    b"\xd0\xcf\x11\xe0": "an old or locked file of an office program, as .xls is",
    b"PAR1": "parquet",
    b"%PDF": "a PDF",
    b"\x1f\x8b": "a gzip file",
    b"SQLite format 3": "a database",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
}
LOOKED_AT = 4096  # bytes


def kind_of(data):
    """Return in words what the bytes of a file are, or None if they may be plain text or JSON."""
    for start, kind in KINDS.items():
        if data.startswith(start):
            return kind
    start = data[:LOOKED_AT].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<table")):
        return "a web page (HTML)"
    return "XML" if start.startswith(b"<?xml") else None


def decode(data):
    """Return the text of bytes with `\\n` at line ends, and a list of lines that tell what was odd.

    It is in UTF-8, or UTF-16 if it starts with a mark or has a zero in every second byte, or else
    in cp1252, where bytes without a meaning are replaced.
    """
    text, notes = _decode(data)
    if "\0" in text:
        text = text.replace("\0", "")
        notes.append("zero bytes are left out")
    return text.replace("\r\n", "\n").replace("\r", "\n"), notes


def _decode(data):
    for mark, encoding in MARKS.items():
        if data.startswith(mark) and encoding != "utf-8":
            return _replaced(data[len(mark) :], encoding, [f"read as {encoding.upper()}"])
    data = data.removeprefix(codecs.BOM_UTF8)
    if encoding := _unmarked_utf_16(data):
        return _replaced(data, encoding, [f"read as {encoding.upper()}"])
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        line = len(re.findall(rb"\r\n?|\n", data[: error.start])) + 1
        return _replaced(data, "cp1252", [f"read as cp1252: line {line} is not UTF-8"])


def _unmarked_utf_16(data):
    """Return the encoding if every second byte is zero in most of the first ones, or None."""
    start = data[:LOOKED_AT]
    for encoding, zeros, others in (
        ("utf-16-le", start[1::2], start[::2]),
        ("utf-16-be", start[::2], start[1::2]),
    ):
        if zeros.count(0) > len(zeros) / 2 and others.count(0) < len(others) / 10:
            return encoding
    return None


def _replaced(data, encoding, notes):
    text = data.decode(encoding, errors="replace")
    if "\ufffd" in text:
        line = len(re.findall(r"\r\n?|\n", text[: text.index("\ufffd")])) + 1
        count = text.count("\ufffd")
        bytes_ = "a byte" if count == 1 else f"{count} bytes, the first"
        notes = [*notes, f"line {line}: {bytes_} without a meaning in {encoding}, replaced"]
    return text, notes
