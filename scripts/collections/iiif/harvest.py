"""The manifests that stand at an address of IIIF, in collections of collections and their pages."""

import logging
import sys

from tqdm import tqdm

from scripts.collections.iiif.texts import address_of, listed, type_of
from scripts.collections.odd_records import told
from scripts.common.errors import InputError
from scripts.common.words import count

MEMBERS = ("manifests", "collections", "members", "items")
CONTENT = (*MEMBERS, "sequences", "first")
MOST_FAILURES = 5  # one after another: then it is the server, not the documents
TOLD_EVERY = 100  # documents

logger = logging.getLogger(__name__)


def read_manifests(address, fetch, most):
    """Return the manifests at `address`, and lines on what could not be read.

    They are in the order in which collections name them, each once; a cycle ends. `fetch` returns
    the JSON at an address; at most `most` are asked for. What a reference tells that the document
    itself does not, such as navDate, is added to it.

    Raises InputError if there is no manifest or collection at `address`, and as `fetch` does there
    or for MOST_FAILURES documents one after another.
    """
    manifests, failed, seen = [], [], {address}
    waiting, asked, unread, in_a_row, total = [{"id": address}], 0, 0, 0, None
    while waiting:
        document = waiting.pop()
        if not any(key in document for key in CONTENT):
            if asked == most:
                unread += 1
                continue
            at = address_of(document)
            asked += 1
            _tell(asked, manifests)
            try:
                document = {**document, **_document(fetch(at), at)}
                document["id"] = address_of(document.get("@id")) or address_of(document) or at
                in_a_row = 0
            except InputError as error:
                in_a_row += 1
                if asked == 1 or in_a_row == MOST_FAILURES:
                    raise
                logger.warning("%s", error)
                failed.append(at)
                continue
        if type_of(document) == "Manifest":
            manifests.append(document)
            continue
        total = total or document.get("total")
        members = filter(None, map(_reference, _members(document)))
        waiting += [member for member in members if _is_new(member, seen)][::-1]
    return manifests, _lines(failed, unread, asked, total)


def _document(document, address):
    """Return what stands at an address if it is a manifest or collection; raise InputError."""
    kind = type_of(document)
    if kind != "Manifest" and "Collection" not in kind:
        found = f"type {kind}" if kind else "no type"
        raise InputError(f"{address}: {found}; allowed: a manifest or collection of IIIF")
    return document


def _members(collection):
    """Return what a collection, or a page of one, leads to, in order."""
    members = [member for key in MEMBERS for member in listed(collection.get(key))]
    # Members are told by some as in version 2.0 and 2.1, twice: then the second is not new.
    return [*members, *([] if members else listed(collection.get("first"))), collection.get("next")]


def _reference(member):
    if isinstance(member, str):
        member = {"id": member}
    is_one = isinstance(member, dict) and address_of(member)
    return member if is_one and type_of(member) not in ("Canvas", "Range") else None


def _is_new(member, seen):
    address = address_of(member)
    is_new = address not in seen
    seen.add(address)
    return is_new


def _tell(asked, manifests):
    if asked % TOLD_EVERY == 0:
        tqdm.write(f"{asked} documents read, {len(manifests)} works found", file=sys.stderr)


def _lines(failed, unread, asked, total):
    lines = []
    if failed:
        lines.append(told("document", "not to be read, left out", failed))
    if unread:
        of = f" of a collection of {total:,}" if isinstance(total, int) else ""
        lines.append(
            f"the first {count(asked, 'document')}{of} are read, more are there; iiif.most in the"
            " config is how many are at most"
        )
    return lines
