import pytest

from tests.page.checks import chromium


@pytest.fixture(scope="session")
def browser():
    """The system's Chromium, one for all tests."""
    with chromium() as opened:
        yield opened
