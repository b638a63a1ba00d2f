import fcntl
import os
import shutil
import signal
from pathlib import Path

import pytest

from scripts.page.bundle import install_modules
from tests.page.checks import chromium
from tests.server import serving

PAGE = Path(__file__).parents[1] / "page"


@pytest.fixture(scope="session")
def browser():
    """The system's Chromium, one for all tests."""
    with chromium() as opened:
        yield opened


@pytest.fixture(scope="session")
def shared(tmp_path_factory):
    """A function that returns the folder of a name, which the first process to ask for it fills."""
    root = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        root = root.parent

    def filled(name, fill):
        folder, done = root / name, root / f"{name}.done"
        with (root / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not done.exists():
                shutil.rmtree(folder, ignore_errors=True)
                fill(folder)
                done.touch()
        return folder

    return filled


@pytest.fixture(scope="session")
def modules(shared):
    """The folder of npm's modules that the page needs."""
    lists = [PAGE / "package.json", PAGE / "package-lock.json"]
    return shared("node_modules", lambda folder: install_modules(*lists, folder))


@pytest.fixture
def ctrl_c():
    """This process and what it starts listen to Ctrl-C, which a script's background jobs do not."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def no_proxy(monkeypatch):
    """Connections of this test and of what it starts go straight to their hosts."""
    monkeypatch.setenv("NO_PROXY", "*")


@pytest.fixture
def server(no_proxy):
    """An HTTP server on loopback; see tests/server.py."""
    with serving() as running:
        yield running
