"""Requests to other people's servers: polite, patient and limited in size."""

import json
import logging
import sys
import threading
import time
from contextlib import contextmanager, suppress
from functools import cache
from io import BytesIO
from urllib.parse import urljoin, urlsplit

import requests
from tqdm import tqdm
from urllib3 import Retry
from urllib3.exceptions import HTTPError, InvalidHeader, MaxRetryError

from scripts.collections.public_hosts import PublicSession
from scripts.collections.refusals import lets_only_browsers_in, words_of
from scripts.common.errors import InputError, Interrupted
from scripts.running.interrupts import interrupted

PASSING_STATUS = frozenset({408, 429, 500, 502, 503, 504})
GONE_STATUS = frozenset({404, 410})
MOST_REDIRECTS = 10
LONGEST_WAIT = 900  # s; who is told to wait for longer had better come back later
TOLD_WAIT = 10  # s; longer ones are told in the terminal too
CHUNK = 1 << 16  # bytes

logger = logging.getLogger(__name__)

_connecting = threading.Lock()


class OddAnswer(InputError):
    """What stands at one address is not there (HTTP 404, 410), or not of the form it should be."""


def shared_web(**settings):
    """Return the Web with these settings, which all threads of this process share."""
    with _connecting:
        return _web(**settings)


@cache
def _web(**settings):
    return Web(**settings)


class Web:
    """Fetches what stands at http and https addresses, for many threads at once.

    contact: told to the servers, an e-mail address or a page; rate: requests a second to one host,
    and one at a time; timeout: seconds to connect, or without any data; deadline: seconds for one
    body; max_bytes: of a body; retries: of what may pass (broken connections, status 429 and 5xx),
    after backoff x 2, 4, 8, ... seconds or when the server says; allow_loopback: for tests.
    """

    def __init__(
        self, *, contact, rate, timeout, deadline, max_bytes, retries, backoff, allow_loopback
    ):
        told = f" ({contact})" if contact else ""
        self.user_agent = f"palettes{told} python-requests/{requests.__version__}"
        self._contact = contact
        self._interval = 1 / rate
        self._timeout = timeout
        self._deadline = deadline
        self._max_bytes = max_bytes
        self._retry = Retry(total=retries, backoff_factor=backoff)
        self._session = PublicSession(allow_loopback)
        self._session.headers["User-Agent"] = self.user_agent
        self._turns = {}

    def fetch_json(self, address, params, headers=None):
        """Return the JSON that `address` answers to the query `params` (a dict).

        Raises InputError as `fetch` does, and OddAnswer if the answer is not JSON.
        """
        body = BytesIO()
        self.fetch(address, body, params=params, headers=headers)
        try:
            return json.loads(body.getvalue())
        except ValueError as error:
            raise OddAnswer(f"{address}: the answer is not JSON ({error})") from None
        except RecursionError:
            raise OddAnswer(
                f"{address}: the answer is nested too deeply; allowed: JSON of some 900 levels"
            ) from None

    def fetch(self, address, file, *, params=None, headers=None):
        """Write the body at `address` to the binary `file`, and return its media type.

        Raises InputError if the address, or one that it redirects to, is not http or https or not
        public, if the answer is an error (OddAnswer if nothing is there) or too large, or if all
        retries failed.
        """
        retry = self._retry
        while True:
            try:
                return self._attempt(address, file, params, headers)
            except (_Passing, requests.ConnectionError, requests.Timeout, HTTPError) as error:
                reason = _reason(error)
            except requests.RequestException as error:
                raise InputError(f"{address}: {error}") from error
            logger.warning("%s: %s", address, reason)
            try:
                retry = retry.increment("GET", address)
            except MaxRetryError:
                tries = len(retry.history) + 1
                raise InputError(f"{address}: {reason} (tried {tries} times)") from None
            _pause(retry.get_backoff_time())

    def _attempt(self, address, file, params, headers):
        file.seek(0)
        file.truncate()
        base, target = "", address
        for _ in range(MOST_REDIRECTS + 1):
            url, host = _resolve(base, target)
            with (
                self._turn(host) as turn,
                self._session.get(
                    url, params=params, headers=headers, timeout=self._timeout, stream=True
                ) as response,
            ):
                target = self._session.get_redirect_target(response)
                if target is None:
                    self._check_status(response, url, turn)
                    self._copy(response, url, file)
                    logger.info("%s: %d bytes", url, file.tell())
                    return response.headers.get("Content-Type", "")
                logger.info("%s redirects to %s", url, target)
            base, params = response.url, None
        raise InputError(f"{address}: more than {MOST_REDIRECTS} redirects")

    @contextmanager
    def _turn(self, host):
        """Wait for this thread's turn to ask `host`; what it sets `free_at` to, all wait for."""
        turn = self._turns.setdefault(host, _Turn())
        with turn.lock:
            wait = turn.free_at - time.monotonic()
            if wait > LONGEST_WAIT:
                raise InputError(f"{host} wants no requests for the next {wait:.0f} s")
            _pause(wait)
            turn.free_at = time.monotonic() + self._interval
            yield turn

    def _check_status(self, response, url, turn):
        if response.status_code == 200:
            return
        status = self._told(response)
        if response.status_code in PASSING_STATUS and not lets_only_browsers_in(response):
            wait = _retry_after(response)
            if TOLD_WAIT < wait <= LONGEST_WAIT:
                tqdm.write(f"{url}: {status}; waiting for {wait:.0f} s", file=sys.stderr)
            turn.free_at = max(turn.free_at, time.monotonic() + wait)
            raise _Passing(status)
        is_gone = response.status_code in GONE_STATUS
        raise (OddAnswer if is_gone else InputError)(f"{url}: {status}")

    def _told(self, response):
        status = f"HTTP {response.status_code} {response.reason}"
        if lets_only_browsers_in(response):
            return f"{status}: this server lets only browsers in"
        if response.status_code in (403, 429) and not self._contact:
            status += ", perhaps since download.contact is not set"
        words = words_of(response) if 400 <= response.status_code < 500 else ""
        return f"{status}, saying {words!r}" if words else status

    def _copy(self, response, url, file):
        end = time.monotonic() + self._deadline
        self._check_size(url, response.raw.length_remaining or 0)
        size = 0
        # Not iter_content: it waits for a whole chunk, however slowly that comes.
        while chunk := response.raw.read1(CHUNK, decode_content=True):
            size += file.write(chunk)
            self._check_size(url, size)
            if time.monotonic() > end:
                raise InputError(
                    f"{url}: {size} bytes in {self._deadline} s, and not yet all;"
                    " allowed: download.deadline"
                )
            _pause(0)

    def _check_size(self, url, size):
        if size > self._max_bytes:
            raise InputError(f"{url}: more bytes than download.max_bytes, {self._max_bytes}")


class _Turn:
    """Whose turn it is to ask a host, and from when (time.monotonic) it may be asked again."""

    def __init__(self):
        self.lock = threading.Lock()
        self.free_at = 0.0


class _Passing(Exception):
    """An answer that may be another one a little later."""


def _resolve(base, target):
    """Return the address `target` as seen from the address `base`, if any, and its host."""
    with suppress(ValueError):  # from a malformed address
        address = urljoin(base, target)
        parts = urlsplit(address)
        if parts.scheme in ("http", "https") and parts.hostname:
            return address, parts.hostname
    where = f"{base} redirects to {target}" if base else target
    raise InputError(f"{where}; allowed: an http or https address")


def _retry_after(response):
    """Return the seconds (0 if it says nothing) after which the server wants to be asked again."""
    try:
        return Retry().get_retry_after(response.raw) or 0
    except InvalidHeader:
        return 0


def _reason(error):
    if isinstance(error, _Passing):
        return str(error)
    while error.__context__ is not None:
        error = error.__context__
    return f"broken connection, {error or type(error).__name__}"


def _pause(seconds):
    """Wait, unless interrupted; then raise Interrupted, so that what is half there goes."""
    if interrupted.wait(max(0, seconds)):
        raise Interrupted
