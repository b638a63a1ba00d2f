import pytest

from tests.page.checks import chromium
from tests.server import serving


@pytest.fixture(scope="session")
def browser():
    """The system's Chromium, one for all tests."""
    with chromium() as opened:
        yield opened


@pytest.fixture
def no_proxy(monkeypatch):
    """Connections of this test and of what it starts go straight to their hosts."""
    monkeypatch.setenv("NO_PROXY", "*")


@pytest.fixture
def server(no_proxy):
    """An HTTP server on loopback; see tests/server.py."""
    with serving() as running:
        yield running
