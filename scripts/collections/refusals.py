"""What a server says when it refuses a request, in a few words."""

import json
import re
import time
from contextlib import suppress

import requests
from urllib3.exceptions import HTTPError

from scripts.common.plain_text import plain_text

MOST_BYTES = 4096
MOST_SECONDS = 5  # s, between two pieces of a body; none is waited for longer than Web's timeout
MOST_LETTERS = 200
KEYS = ("message", "msg", "detail", "error_description", "error", "errors", "title")
"""The keys at which JSON tells what is wrong, the best first."""


def lets_only_browsers_in(response):
    """Tell whether a response is the riddle that Cloudflare sets to whatever is no browser."""
    return response.headers.get("cf-mitigated", "").lower() == "challenge"


def words_of(response):
    """Return the first sentence of a refusal's body, on one line, or "" if it says nothing.

    `response` is one of requests, its body not read yet: at most MOST_BYTES of it are. A body that
    is not text, or that only repeats the status, says nothing.
    """
    kind = response.headers.get("Content-Type", "text/plain").lower()
    if not re.search("text|json|xml|html", kind):
        return ""
    text = _start_of_body(response).decode(errors="replace")
    told = _told_by_json(text) if "json" in kind or text.lstrip()[:1] in ("{", "[") else text
    lines = plain_text(told).splitlines() if re.search("<[a-z!]", told, re.IGNORECASE) else [told]
    return next(filter(None, (_sentence(line, response) for line in lines)), "")


def _start_of_body(response):
    body, end = b"", time.monotonic() + MOST_SECONDS
    # A refusal stays what it is, whatever becomes of its body.
    with suppress(HTTPError, requests.RequestException, OSError):
        while len(body) < MOST_BYTES and time.monotonic() < end:
            piece = response.raw.read1(MOST_BYTES, decode_content=True)
            if not piece:
                break
            body += piece
    return body[:MOST_BYTES]


def _told_by_json(text):
    with suppress(ValueError, RecursionError):
        return _first_text(json.loads(text))
    return ""


def _first_text(data):
    if isinstance(data, dict):
        inside = (data[key] for key in KEYS if key in data)
    elif isinstance(data, list):
        inside = data
    else:
        return data if isinstance(data, str) else ""
    return next(filter(None, map(_first_text, inside)), "")


def _sentence(line, response):
    shown = "".join(letter if letter.isprintable() else " " for letter in line)
    shown = " ".join(shown.split())
    repeated = f"{response.status_code} {response.reason} error http".lower().split()
    # One word is a server's name, or nothing that helps.
    if len(set(re.findall(r"\w+", shown.lower())) - set(repeated)) < 2:
        return ""
    sentence = re.split(r"(?<=[.!?])\s", shown, maxsplit=1)[0]
    if len(sentence) <= MOST_LETTERS:
        return sentence
    return sentence[: MOST_LETTERS - 1] + "…"
