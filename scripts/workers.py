"""Warm worker processes: Python and its libraries start once a worker, not once a job."""

import importlib
import logging
import os
import signal
import threading
import time
import warnings
from collections import Counter
from contextlib import contextmanager
from multiprocessing import resource_tracker
from pathlib import Path

import loky  # unlike concurrent.futures, it sets variables before imports and needs no __main__
from loky.process_executor import BrokenProcessPool

from scripts.errors import InputError, JobError

ONE_THREAD = dict.fromkeys(
    ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"], "1"
)

# A worker that has loaded large libraries makes way for a new one: no news to a user.
warnings.filterwarnings("ignore", "A worker was restarted", UserWarning)

succeeded = Counter()
"""How many jobs of each step succeeded in this process and its workers."""

_pools = {}
_changing_pools = threading.Lock()


def run_in_worker(cores, step, log, *args, **kwargs):
    """Run `step` as `run_step` does, in one of at most `cores` processes that outlive the job.

    All threads share them. When one is killed, the jobs at work fail, and the next starts others.
    """
    call_in_worker(cores, log, run_step, step, log, *args, **kwargs)
    succeeded[step] += 1


def call_in_worker(cores, log, function, *args, **kwargs):
    """Return what `function` returns in one of the processes; `log` is only told if it is killed.

    Raises what the function raises, or JobError if the process is killed.
    """
    # More workers than the machine has cores only get in each other's way.
    workers = min(cores, loky.cpu_count())
    pool = _pool(workers)
    try:
        with _not_interrupted():
            done = pool.submit(function, *args, **kwargs)
        return done.result()
    except BrokenProcessPool:
        _forget(workers, pool)
        raise JobError(f"{Path(log).stem}: a worker process was killed (log: {log})") from None


def _pool(workers):
    with _changing_pools:
        if workers not in _pools:
            _pools[workers] = loky.ProcessPoolExecutor(
                workers, initializer=_leave_with, initargs=(os.getpid(),), env=ONE_THREAD
            )
        return _pools[workers]


def _forget(workers, pool):
    with _changing_pools:
        if _pools.get(workers) is pool:
            del _pools[workers]


def run_step(step, log, *args, **kwargs):
    """Call `step`, "module.function" of scripts/, with its log records and warnings in `log`.

    Raises JobError, with the reason in one line, if the step raises anything.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.showwarning = lambda message, *_: logging.getLogger("scripts").warning(message)
        _call(step, log, *args, **kwargs)


def run_in_thread(step, log, *args, **kwargs):
    """Run `step` as `run_step` does, beside others in the threads of this process.

    For what waits and does not compute. Warnings, which belong to all threads, are not logged.
    """
    _call(step, log, *args, **kwargs)
    succeeded[step] += 1


def _call(step, log, *args, **kwargs):
    Path(log).parent.mkdir(parents=True, exist_ok=True)
    module, _, function = step.rpartition(".")
    with _logging_to(log) as logger:
        try:
            getattr(importlib.import_module(f"scripts.{module}"), function)(*args, **kwargs)
        except Exception as error:
            logger.exception("%s failed", step)
            told = isinstance(error, InputError)
            reason = str(error) if told else f"{type(error).__name__}: {error}"
            raise JobError(f"{Path(log).stem}: {' '.join(reason.split())} (log: {log})") from None


@contextmanager
def _logging_to(log):
    """Write the records of this thread to the file `log`."""
    logger = logging.getLogger("scripts")
    logger.setLevel(logging.INFO)
    handler = logging.FileHandler(log, mode="w", encoding="utf-8")
    thread = threading.get_ident()
    handler.addFilter(lambda record: record.thread == thread)
    logger.addHandler(handler)
    try:
        yield logger
    finally:
        logger.removeHandler(handler)
        handler.close()


@contextmanager
def _not_interrupted():
    """Let processes started in this block not see Ctrl-C: it is Snakemake's to handle."""
    resource_tracker.ensure_running()  # its start would let the signal through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _leave_with(parent):
    """End this process when the process `parent` is gone, however it went."""
    threading.Thread(target=_wait_for_end_of, args=(parent,), daemon=True).start()


def _wait_for_end_of(parent):
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(1)
