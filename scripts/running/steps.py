"""A step of the workflow, called by its name, with a log of its own."""

import importlib
import logging
import threading
import warnings
from contextlib import contextmanager
from pathlib import Path

from scripts.common.errors import InputError, Interrupted, JobError

REASON = "Reason: "
"""How the last line in the log of a failed job begins."""


def call(step, *args, **kwargs):
    """Return what `step`, "room.module.function" of scripts/, returns."""
    module, _, function = step.rpartition(".")
    return getattr(importlib.import_module(f"scripts.{module}"), function)(*args, **kwargs)


def reason_in(log, since):
    """Return why the job with this `log` failed, as its last line tells, or "" if it does not.

    A log written before `since` (seconds since the epoch) is that of an earlier run.
    """
    try:
        if Path(log).stat().st_mtime < since:
            return ""
        last = Path(log).read_text(encoding="utf-8", errors="replace").rstrip().rpartition("\n")[2]
    except OSError:
        return ""
    return last.removeprefix(REASON) if last.startswith(REASON) else ""


def run_step(step, log, *args, **kwargs):
    """Call `step`, "room.module.function" of scripts/, with its log records and warnings in `log`.

    Raises JobError, with the reason in one line, if the step raises anything but Interrupted.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.showwarning = lambda message, *_: logging.getLogger("scripts").warning(message)
        call_step(step, log, *args, **kwargs)


def call_step(step, log, *args, **kwargs):
    """Call `step` as `run_step` does, beside others in the threads of this process.

    Warnings, which belong to all threads, are not logged.
    """
    Path(log).parent.mkdir(parents=True, exist_ok=True)
    with _logging_to(log) as logger:
        try:
            call(step, *args, **kwargs)
        except Interrupted:
            raise
        except Exception as error:
            logger.exception("%s failed", step)
            told = isinstance(error, InputError)
            reason = str(error) if told else f"{type(error).__name__}: {error}"
            reason = " ".join(reason.split())
            logger.error("%s%s", REASON, reason)
            raise JobError(f"{Path(log).stem}: {reason} (log: {log})") from None


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
