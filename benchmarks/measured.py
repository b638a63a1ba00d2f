"""Wall and CPU time and memory of a command and of all processes that it starts (Linux)."""

import ctypes
import os
import resource
import subprocess
import threading
import time
from typing import NamedTuple

import psutil

PR_SET_CHILD_SUBREAPER = 36


class Usage(NamedTuple):
    """What a command used, its processes included."""

    wall: float
    """s"""
    cpu: float
    """s, user and system"""
    memory: int
    """bytes, the largest sum of the processes' proportional sets"""
    main_memory: int
    """bytes, the largest resident set of the process started"""


def run_measured(command, folder, allowed=(0,)):
    """Run `command` in `folder` and return its Usage.

    Raises CalledProcessError, with what it said, if its return code is not one of `allowed`.
    """
    # Workers that outlive the command become children of this process, which counts them.
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1)
    before, start = _cpu_of_children(), time.monotonic()
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    peaks, done = [0, 0], threading.Event()
    watch = threading.Thread(target=_watch, args=(process.pid, peaks, done))
    watch.start()
    said, _ = process.communicate()
    wall = time.monotonic() - start
    done.set()
    watch.join()
    _wait_for_orphans()
    if process.returncode not in allowed:
        raise subprocess.CalledProcessError(process.returncode, command, said)
    return Usage(wall, _cpu_of_children() - before, *peaks)


def _cpu_of_children():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _watch(pid, peaks, done):
    main = psutil.Process(pid)
    while not done.wait(0.3):
        try:
            processes = [main, *main.children(recursive=True)]
            total = sum(process.memory_full_info().pss for process in processes)
            resident = main.memory_info().rss
        except psutil.Error:
            continue
        peaks[:] = max(peaks[0], total), max(peaks[1], resident)


def _wait_for_orphans():
    while True:
        try:
            os.waitpid(-1, 0)
        except ChildProcessError:
            return
