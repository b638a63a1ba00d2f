import gzip
import re
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import pytest

from scripts.collections import web
from scripts.collections.web import OddAnswer, Web, shared_web
from scripts.common.errors import InputError
from tests.server import (
    SETTINGS,
    body,
    chunked,
    error_page,
    hang_up,
    huge,
    json_body,
    redirect,
    retry_at,
    slow,
    status,
    truncated,
)

pytestmark = pytest.mark.usefixtures("no_proxy")


def fetch(server, path="/a", **settings):
    """Return the body at a path of the server."""
    file = BytesIO()
    Web(**SETTINGS | settings).fetch(server.address + path, file)
    return file.getvalue()


@pytest.fixture
def waits(monkeypatch):
    """The seconds that were waited, which do not pass."""
    waited = []
    monkeypatch.setattr(web, "_pause", lambda seconds: waited.append(max(0, seconds)))
    return waited


def test_a_request_says_who_asks_and_keeps_no_cookie(server):
    server.answers["/a"] = [status(503, Set_Cookie="a=1"), body(b"x")]
    assert fetch(server) == b"x"
    assert server.headers["/a"]["User-Agent"].startswith("palettes (me@example.org) python-req")
    assert "Cookie" not in server.headers["/a"]


@pytest.mark.parametrize(
    "fault",
    [
        status(429),
        status(429, Retry_After="soon"),
        status(500),
        status(503, Retry_After=0),
        retry_at(-10),
        hang_up,
        huge,
        truncated(b"0" * 100),
        chunked([b"01234"], whole=False),
        slow(b"0" * 3, pause=1),
    ],
)
def test_what_may_pass_is_tried_again(server, fault):
    server.answers["/a"] = [fault, body(b"0123456789")]
    assert fetch(server, timeout=0.5) == b"0123456789"
    assert server.requests["/a"] == 2


def test_what_does_not_pass_is_told_after_the_retries(server):
    server.answers["/a"] = [status(502, Retry_After="soon")]
    with pytest.raises(InputError, match=r"/a: HTTP 502 Bad Gateway \(tried 3 times\)"):
        fetch(server)
    assert server.requests["/a"] == 3


def test_a_server_that_is_not_there_is_told_in_one_line():
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    with pytest.raises(InputError, match=r"broken connection, .*refused.* 3 times") as failure:
        Web(**SETTINGS).fetch(f"http://127.0.0.1:{port}/", BytesIO())
    assert "\n" not in str(failure.value)


@pytest.mark.parametrize("code", [400, 403, 404, 410, 501])
def test_an_error_is_told_at_once(server, code):
    server.answers["/a"] = [status(code)]
    with pytest.raises(InputError, match=f"/a: HTTP {code} "):
        fetch(server)
    assert server.requests["/a"] == 1


def test_who_is_refused_without_a_contact_is_told_to_set_one(server):
    server.answers["/a"] = [status(403)]
    with pytest.raises(InputError, match=r"perhaps since download\.contact is not set"):
        fetch(server, contact="")
    assert server.headers["/a"]["User-Agent"].startswith("palettes python-requests/")


@pytest.mark.parametrize(
    ("fault", "seconds"), [(status(429, Retry_After=30), 30), (retry_at(40), 40)]
)
def test_all_wait_for_as_long_as_the_server_says(server, waits, capsys, fault, seconds):
    server.answers["/a"] = [fault, body(b"x")]
    patient = Web(**SETTINGS)
    patient.fetch(server.address + "/a", BytesIO())
    assert re.search("/a: HTTP 429 Too Many Requests.*; waiting for", capsys.readouterr().err)
    assert max(waits) == pytest.approx(seconds, abs=2)
    assert server.requests["/a"] == 2


def test_who_is_told_to_wait_for_hours_gives_up_and_asks_no_more(server):
    server.answers["/a"] = [status(429, Retry_After=7200)]
    banned = Web(**SETTINGS)
    for path in ("/a", "/b"):
        with pytest.raises(InputError, match=r"127\.0\.0\.1 wants no requests for the next \d+ s"):
            banned.fetch(server.address + path, BytesIO())
    assert server.requests.total() == 1


def test_waits_between_retries_double(server, waits):
    server.answers["/a"] = [status(500)]
    with pytest.raises(InputError):
        fetch(server, retries=4, backoff=1)
    assert [round(seconds) for seconds in waits if seconds > 0.5] == [2, 4, 8]


def test_all_threads_ask_a_host_one_at_a_time_and_at_the_rate(server):
    server.answers["/a"] = [body(b"x")]
    shared = Web(**SETTINGS | {"rate": 20})
    start = time.monotonic()
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda _: shared.fetch(server.address + "/a", BytesIO()), range(9)))
    assert time.monotonic() - start >= 8 / 20
    assert server.most_at_once == 1


def test_all_threads_share_one_web(monkeypatch):
    class SlowlyMade(Web):
        def __init__(self, **settings):
            time.sleep(0.05)
            super().__init__(**settings)

    monkeypatch.setattr(web, "Web", SlowlyMade)
    with ThreadPoolExecutor(8) as threads:
        assert len(set(threads.map(lambda _: shared_web(**SETTINGS), range(8)))) == 1


@pytest.mark.parametrize("large", [huge(1001), chunked([b"0" * 600] * 2), huge(10_000_000)])
def test_a_large_body_is_refused(server, large):
    server.answers["/a"] = [large]
    with pytest.raises(InputError, match=r"more bytes than download\.max_bytes, 1000"):
        fetch(server)
    assert server.requests["/a"] == 1


def test_a_body_of_just_the_allowed_size_is_taken(server):
    server.answers["/a"] = [body(b"0" * 1000)]
    assert len(fetch(server)) == 1000


def test_what_a_small_compressed_body_becomes_is_limited_too(server):
    def bomb(handler):
        handler.send(200, gzip.compress(b"0" * 100_000), Content_Encoding="gzip")

    server.answers["/a"] = [bomb]
    with pytest.raises(InputError, match=r"download\.max_bytes"):
        fetch(server)
    assert fetch(server, max_bytes=100_000) == b"0" * 100_000


@pytest.mark.parametrize("drip", [slow(b"0" * 100, pause=0.1), chunked([b"0"] * 100, pause=0.1)])
def test_a_slow_body_has_a_deadline(server, drip):
    server.answers["/a"] = [drip]
    with pytest.raises(InputError, match=r"bytes in 0\.3 s, and not yet all"):
        fetch(server, deadline=0.3)
    assert server.requests["/a"] == 1


def test_an_address_may_have_any_characters(server):
    server.answers["/%C3%A9t%C3%A9%20%7Ba%7D.jpg"] = [body(b"x")]
    assert fetch(server, "/été {a}.jpg?width=1024#top") == b"x"


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed_relative_to_its_address(server, code):
    server.answers["/a/b"] = [redirect("../c", code)]
    server.answers["/c"] = [body(b"x")]
    assert fetch(server, "/a/b") == b"x"


def test_a_redirect_loop_ends(server):
    server.answers["/a"] = [redirect("/b")]
    server.answers["/b"] = [redirect("/a")]
    with pytest.raises(InputError, match="/a: more than 10 redirects"):
        fetch(server)
    assert server.requests.total() == 11


def test_the_body_of_a_redirect_is_not_read(server):
    def endless(handler):
        handler.send_response(302)
        handler.send_header("Location", "/b")
        handler.end_headers()
        while True:
            handler.wfile.write(b"0" * 1_000_000)

    server.answers["/a"] = [endless]
    server.answers["/b"] = [body(b"x")]
    assert fetch(server) == b"x"


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("http://127.0.0.1:9/", "127.0.0.1"),
        ("http://localhost:9/", "localhost"),
        ("http://2130706433/", "2130706433"),
        ("http://[::1]/", "::1"),
        ("http://[::ffff:10.0.0.1]/", "::ffff:10.0.0.1"),
        ("https://10.1.2.3/", "10.1.2.3"),
        ("http://172.16.0.1/", "172.16.0.1"),
        ("http://192.168.1.1/", "192.168.1.1"),
        ("http://100.64.0.1/", "100.64.0.1"),
        ("http://169.254.169.254/latest/meta-data", "169.254.169.254"),
        ("http://0.0.0.0/", "0.0.0.0"),
        ("http://240.0.0.1/", "240.0.0.1"),
        ("http://224.0.0.1/", "224.0.0.1"),
        ("http://[fe80::1]/", "fe80::1"),
        ("http://[fd00::1]/", "fd00::1"),
    ],
)
def test_hosts_that_are_not_public_are_refused(address, host):
    with pytest.raises(InputError, match=r"has the address .*; allowed: a public one") as refusal:
        Web(**SETTINGS | {"allow_loopback": False}).fetch(address, BytesIO())
    assert str(refusal.value).startswith(host.strip("[]"))


def test_a_redirect_to_a_private_address_is_refused(server):
    server.answers["/a"] = [redirect("http://10.0.0.1/secret")]
    with pytest.raises(InputError, match=r"10\.0\.0\.1 has the address"):
        fetch(server)


def test_a_name_that_changes_its_address_meanwhile_is_refused(server, monkeypatch):
    server.answers["/a"] = [body(b"secret")]
    resolve, answers = socket.getaddrinfo, iter(["198.41.0.4", "127.0.0.1"])
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda host, *more, **named: resolve(next(answers), *more, **named)
    )
    with pytest.raises(InputError, match=r"paintings\.example has the address 127\.0\.0\.1"):
        Web(**SETTINGS | {"allow_loopback": False}).fetch(
            f"http://paintings.example:{server.server_port}/a", BytesIO()
        )
    assert server.requests.total() == 0


@pytest.mark.parametrize("address", ["ftp://example.org/a", "file:///etc/passwd", "http://[a/"])
def test_only_http_and_https_are_allowed(server, address):
    server.answers["/a"] = [redirect(address)]
    for start in (address, server.address + "/a"):
        with pytest.raises(InputError, match="; allowed: an http or https address") as refusal:
            Web(**SETTINGS).fetch(start, BytesIO())
        assert address in str(refusal.value)


def test_json_is_asked_for_with_a_query_and_headers(server):
    server.answers["/a"] = [json_body({"x": [1]})]
    answer = Web(**SETTINGS).fetch_json(server.address + "/a", {"q": "é &"}, {"X-Y": "z"})
    assert answer == {"x": [1]}
    assert server.headers["/a"]["X-Y"] == "z"


def test_a_page_instead_of_json_is_told(server):
    server.answers["/a"] = [error_page()]
    with pytest.raises(InputError, match="/a: the answer is not JSON"):
        Web(**SETTINGS).fetch_json(server.address + "/a", {})


def test_an_error_names_the_address_without_the_query(server):
    with pytest.raises(InputError) as failure:
        Web(**SETTINGS).fetch_json(server.address + "/a", {"query": "SELECT"})
    assert str(failure.value) == f"{server.address}/a: HTTP 404 Not Found, saying 'as told'"


def refusal(code, content, media_type="text/html; charset=utf-8", **headers):
    """Answer with a status and a body, text or bytes."""
    content = content if isinstance(content, bytes) else content.encode()
    return lambda handler: handler.send(code, content, Content_Type=media_type, **headers)


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (
            refusal(403, "Please set a user-agent. See https://w.wiki/4wJS\n", "text/plain"),
            "HTTP 403 Forbidden, saying 'Please set a user-agent.'",
        ),
        (
            refusal(
                404,
                '{"status": 404, "error": "Not found", "detail": "The item cannot be found."}',
                "application/json",
            ),
            "HTTP 404 Not Found, saying 'The item cannot be found.'",
        ),
        (
            refusal(422, '{"detail": [{"loc": ["q"], "msg": "field required"}]}', "text/json"),
            "HTTP 422 Unprocessable Entity, saying 'field required'",
        ),
        (
            refusal(400, '{"error": {"code": 9, "message": "<b>No</b> such\\nkey"}}', "text/plain"),
            "HTTP 400 Bad Request, saying 'No such key'",
        ),
        (
            refusal(404, "<html><title>404 Not Found</title><h1>404 Not Found</h1><hr>nginx"),
            "HTTP 404 Not Found",
        ),
        (
            refusal(
                403, "<title>Error</title><style>p {}</style><p>Our&nbsp;robot \x1b[31mpolicy!"
            ),
            "HTTP 403 Forbidden, saying 'Our robot [31mpolicy!'",
        ),
        (
            refusal(404, "so long " * 1000),
            f"HTTP 404 Not Found, saying '{'so long ' * 24}so long…'",
        ),
        (refusal(404, b"\x89PNG as an image", "image/png"), "HTTP 404 Not Found"),
        (refusal(400, "[" * 10_000, "application/json"), "HTTP 400 Bad Request"),
        (refusal(404, b"no gzip", Content_Encoding="gzip"), "HTTP 404 Not Found"),
        (refusal(501, "of no use to you", "text/plain"), "HTTP 501 Not Implemented"),
        (
            refusal(403, "<title>Just a moment...</title>", cf_mitigated="challenge"),
            "HTTP 403 Forbidden: this server lets only browsers in",
        ),
        (
            refusal(429, "<title>Just a moment...</title>", cf_mitigated="challenge"),
            "HTTP 429 Too Many Requests: this server lets only browsers in",
        ),
    ],
)
def test_what_a_server_says_when_it_refuses_is_passed_on(server, answer, told):
    server.answers["/a"] = [answer]
    with pytest.raises(InputError) as failure:
        fetch(server)
    assert str(failure.value) == f"{server.address}/a: {told}"
    assert server.requests["/a"] == 1


def test_what_a_server_says_is_told_after_the_retries_too(server):
    server.answers["/a"] = [refusal(429, "Your bot asks too often. Wait.", "text/plain")]
    with pytest.raises(InputError, match=r"saying 'Your bot asks too often\.'.*tried 3 times"):
        fetch(server)


def test_a_refusal_that_comes_slowly_is_told_without_all_of_its_words(server, monkeypatch):
    def drip(handler):
        handler.send_response(404)
        handler.send_header("Content-Length", "100")
        handler.end_headers()
        for _ in range(100):
            handler.wfile.write(b"ab ")
            handler.wfile.flush()
            time.sleep(0.05)

    monkeypatch.setattr("scripts.collections.refusals.MOST_SECONDS", 0.2)
    server.answers["/a"] = [drip]
    start = time.monotonic()
    with pytest.raises(OddAnswer, match="HTTP 404 Not Found"):
        fetch(server)
    assert time.monotonic() - start < 2


@pytest.mark.parametrize("depth", [2000, 100_000])
def test_an_answer_nested_thousands_deep_is_told_in_one_line(server, depth):
    server.answers["/a"] = [body(b"[" * depth + b"]" * depth, "application/json")]
    with pytest.raises(OddAnswer, match="/a: the answer is nested too deeply; allowed: JSON"):
        Web(**SETTINGS | {"max_bytes": 10**6}).fetch_json(server.address + "/a", {})
