"""Ctrl-C in a process of its own, at a chosen moment."""

import signal
import subprocess
import sys

import pytest

pytestmark = pytest.mark.usefixtures("ctrl_c")

START = """
import asyncio, os, signal, threading, time
from scripts.running import interrupts
from scripts.running.interrupts import end_jobs_on_signals, end_on_signals

lock, asked = threading.Lock(), threading.Event()
at_work = True

def are_at_work():
    return at_work

def press():
    os.kill(os.getpid(), signal.SIGINT)

def end(*_):
    with lock:
        asked.set()

end_on_signals()
signal.signal(signal.SIGTERM, end)  # as Snakemake does when it begins with jobs
"""


def said_by(script):
    """Return the exit code and what a process says that runs `script` after START."""
    done = subprocess.run(
        [sys.executable, "-u", "-c", START + script],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=60,
    )
    return done.returncode, done.stdout


@pytest.mark.parametrize("number", ["SIGINT", "SIGTERM"])
def test_before_there_are_jobs_it_ends_all_at_once_and_tidily(number):
    script = f"""
async def build():
    try:
        os.kill(os.getpid(), signal.{number})
        print("went on")
    finally:
        print("unlocked")

signal.signal(signal.SIGTERM, signal.SIG_DFL)
end_on_signals()
asyncio.run(build())
"""
    assert said_by(script) == (-signal.SIGINT, "unlocked\nInterrupted.\n")


def test_jobs_are_killed_and_snakemake_is_asked_to_end_without_an_exception():
    script = """
end_jobs_on_signals(lambda: print("killed"), are_at_work, lambda: print("left"))
with lock:
    press()
    time.sleep(0.1)
    assert not asked.is_set()
assert asked.wait(10)
"""
    assert said_by(script) == (0, "killed\n")


def test_sigterm_kills_no_job():
    script = """
end_jobs_on_signals(lambda: print("killed"), are_at_work, lambda: print("left"))
os.kill(os.getpid(), signal.SIGTERM)
assert asked.wait(10)
"""
    assert said_by(script) == (0, "")


def test_a_run_that_is_to_ignore_ctrl_c_ignores_it():
    script = """
signal.signal(signal.SIGINT, signal.SIG_IGN)
end_on_signals()
end_jobs_on_signals(lambda: print("killed"), are_at_work, lambda: print("left"))
press()
print("went on")
"""
    assert said_by(script) == (0, "went on\n")


@pytest.mark.parametrize("number", ["SIGINT", "SIGTERM"])
def test_a_snakemake_that_goes_on_after_the_last_job_is_left(number):
    script = f"""
interrupts.PATIENCE = 0.3
start = time.monotonic()
end_jobs_on_signals(lambda: None, are_at_work, lambda: os._exit(9))
os.kill(os.getpid(), signal.{number})
time.sleep(0.6)
print("waited for the job")
at_work = False
time.sleep(0.1)
at_work = True
time.sleep(0.6)
print("and for one that had just begun")
at_work = False
time.sleep(10)
"""
    said = "waited for the job\nand for one that had just begun\n"
    assert said_by(script) == (9, said)
