"""Ctrl-C in a process of its own, at a chosen moment."""

import signal
import subprocess
import sys

START = """
import asyncio, logging, os, signal, time
from scripts.interrupts import hear_interrupts

hear_interrupts(logging.getLogger("snakemake"), lambda: None)
runner = asyncio.Runner()

async def press(seconds):
    os.kill(os.getpid(), signal.SIGINT)
    await asyncio.gather(pause(seconds))

async def pause(seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        time.sleep(0.01)
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


def test_an_event_loop_ends_before_it_is_told():
    script = "runner.run(press(0.3)); print('whole'); time.sleep(60)"
    assert said_by(script) == (-signal.SIGINT, "whole\nInterrupted.\n")


def test_an_event_loop_that_takes_long_is_broken_off():
    code, said = said_by("runner.run(press(60))")
    assert code == -signal.SIGINT
    assert said.endswith("Interrupted.\n")


def test_it_is_told_again_if_the_first_time_is_lost():
    script = """
try:
    os.kill(os.getpid(), signal.SIGINT)
    time.sleep(60)
except KeyboardInterrupt:
    print("lost")
time.sleep(60)
"""
    assert said_by(script) == (-signal.SIGINT, "lost\nInterrupted.\n")


def test_it_is_told_once_if_snakemake_notices():
    script = """
try:
    os.kill(os.getpid(), signal.SIGINT)
    time.sleep(60)
except KeyboardInterrupt:
    logging.getLogger("snakemake").error("Terminating processes on user request, ...")
time.sleep(2)
print("ended")
"""
    assert said_by(script) == (0, "Terminating processes on user request, ...\nended\n")
