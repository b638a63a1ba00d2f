"""A small HTTP server on loopback that answers as told, well or badly, and counts."""

import json
import threading
import time
from collections import Counter, defaultdict
from contextlib import contextmanager
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

# For Web, with short waits and small bodies.
SETTINGS = {
    "contact": "me@example.org",
    "rate": 1000,
    "timeout": 5,
    "deadline": 5,
    "max_bytes": 1000,
    "retries": 2,
    "backoff": 0,
    "allow_loopback": True,
}


class Server(ThreadingHTTPServer):
    """Answers each path with its `answers`, one after the other, the last for good; else 404.

    An answer is a function of the request's handler, which returns True if it sent what was asked
    for. `requests` counts the requests by path, `delivered` these answers, `headers` keeps the
    headers received last, and `most_at_once` tells how many requests were under way at a time.
    """

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.address = f"http://127.0.0.1:{self.server_port}"
        self.answers = defaultdict(list)
        self.requests = Counter()
        self.delivered = Counter()
        self.headers = {}
        self.under_way = self.most_at_once = 0
        self.changing = threading.Lock()

    def handle_error(self, request, client_address):
        """Say nothing: clients leave early when they have seen enough."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        parts = urlsplit(self.path)
        self.query = {key: value for key, (value,) in parse_qs(parts.query).items()}
        server = self.server
        with server.changing:
            server.requests[parts.path] += 1
            server.headers[parts.path] = self.headers
            server.under_way += 1
            server.most_at_once = max(server.most_at_once, server.under_way)
            answers = server.answers[parts.path] or [status(404)]
            answer = answers.pop(0) if len(answers) > 1 else answers[0]
        try:
            if answer(self):
                server.delivered[parts.path] += 1
        finally:
            with server.changing:
                server.under_way -= 1

    def log_message(self, *arguments):
        """Say nothing."""

    def send(self, code, body, **headers):
        """Send a whole answer; underscores in names of headers stand for dashes."""
        self.send_response(code)
        for name, value in {"Content_Length": len(body), **headers}.items():
            self.send_header(name.replace("_", "-"), str(value))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def serving():
    """Yield a Server that runs in a thread of its own."""
    with Server() as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}).start()
        try:
            yield server
        finally:
            server.shutdown()


def body(content, media_type="image/jpeg"):
    """Answer with status 200 and these bytes."""

    def answer(handler):
        handler.send(200, content, Content_Type=media_type)
        return True

    return answer


def json_body(data, media_type="application/json"):
    """Answer with status 200 and `data` as JSON."""
    return body(json.dumps(data).encode(), media_type)


def error_page():
    """Answer with status 200 and a page of HTML, as some servers do when they are unwell."""
    page = b"<!DOCTYPE html><title>Sorry</title>"
    return lambda handler: handler.send(200, page, Content_Type="text/html; charset=utf-8")


def huge(size):
    """Answer with status 200 and so many bytes."""
    return lambda handler: handler.send(200, b"0" * size)


def status(code, **headers):
    """Answer with a status, a short text and headers, such as Retry_After=1."""
    return lambda handler: handler.send(code, b"as told", Content_Type="text/plain", **headers)


def retry_at(seconds):
    """Answer with status 429 and, as an HTTP date, the time in so many seconds."""
    return lambda handler: handler.send(
        429, b"", Retry_After=formatdate(time.time() + seconds, usegmt=True)
    )


def redirect(location, code=302):
    """Answer with a redirect."""
    return status(code, Location=location)


def truncated(content):
    """Announce these bytes, send half of them, and hang up."""

    def answer(handler):
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(content)))
        handler.end_headers()
        handler.wfile.write(content[: len(content) // 2])
        handler.close_connection = True

    return answer


def chunked(chunks, pause=0, whole=True):
    """Send chunks without telling their total size, `pause` seconds between two.

    If not `whole`, hang up instead of saying that this was all.
    """

    def answer(handler):
        handler.send_response(200)
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        for chunk in chunks:
            handler.wfile.write(b"%x\r\n%s\r\n" % (len(chunk), chunk))
            handler.wfile.flush()
            time.sleep(pause)
        if whole:
            handler.wfile.write(b"0\r\n\r\n")
        handler.close_connection = not whole
        return whole

    return answer


def slow(content, pause):
    """Announce these bytes and send them one by one, `pause` seconds between two."""

    def answer(handler):
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(content)))
        handler.end_headers()
        for byte in content:
            handler.wfile.write(bytes([byte]))
            handler.wfile.flush()
            time.sleep(pause)
        return True

    return answer


def hang_up(handler):
    """Answer nothing."""
    handler.close_connection = True
