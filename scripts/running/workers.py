"""Warm worker processes: Python and its libraries start once a worker, not once a job.

Unlike those of concurrent.futures and loky, a process that is killed harms no job but its own, all
end at once with an interrupt, and none outlives the process that started it.
"""

import os
import pickle
import signal
import subprocess
import sys
import tempfile
import threading
from collections import deque
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

from scripts.common.errors import Interrupted, JobError
from scripts.common.files import ROOT
from scripts.running.interrupts import interrupted
from scripts.running.steps import call_step, run_step

ENVIRONMENT = {
    "PYTHONSAFEPATH": "1",
    **dict.fromkeys(
        ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"],
        "1",
    ),
    # Arrays of some megabytes come and go; memory handed back to the system is zeroed each time.
    "MALLOC_TRIM_THRESHOLD_": "268435456",
    "MALLOC_MMAP_THRESHOLD_": "268435456",
}

REMEMBERED = 4
"""Images for which a worker has things ready; see `_read_points` in scripts/palettes/palette.py."""

_locked = threading.Lock()
_workers = set()
_at_work = set()
"""The threads whose jobs are at work."""


class WorkerGone(Exception):
    """A worker process has ended; the message tells how, twice as this is said the second time."""

    def __init__(self, code, last_words):
        if code < 0:
            how = f"was killed twice ({signal.Signals(-code).name}), perhaps for lack of memory"
        else:
            how = f"ended twice (exit code {code}{': ' * bool(last_words)}{last_words})"
        super().__init__(how)


class Worker:
    """A process that runs one function at a time."""

    def __init__(self):
        self.images = deque(maxlen=REMEMBERED)
        """The images that it last worked for."""
        paths = [str(ROOT), *filter(None, sys.path)]  # what this process finds, it finds too
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - open as long as the process
        self._process = subprocess.Popen(
            [sys.executable, "-c", "from scripts.running.serving import serve; serve()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            env=os.environ | ENVIRONMENT | {"PYTHONPATH": os.pathsep.join(paths)},
            start_new_session=True,  # Ctrl-C is for Snakemake, and `kill` also for its children
        )

    def remember(self, image):
        """Take note that the process works for an `image` now."""
        if image in self.images:
            self.images.remove(image)
        self.images.append(image)

    def call(self, function, *args, **kwargs):
        """Return what the function returns in the process, or raise what it raises.

        Raises WorkerGone if the process ends.
        """
        try:
            pickle.dump((function, args, kwargs), self._process.stdin)
            self._process.stdin.flush()
            returned, result = pickle.load(self._process.stdout)
        except (EOFError, OSError, pickle.UnpicklingError):
            code = self._end()
            raise WorkerGone(code, self._last_words()) from None
        if not returned:
            raise result
        return result

    def _end(self):
        """End the process, unless it does so by itself, and return its exit code."""
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(1)
        self.kill()
        return self._process.wait()

    def _last_words(self):
        """Return the last line that the process wrote to its standard error, or ""."""
        self._errors.seek(0)
        lines = self._errors.read().decode(errors="replace").split("\n")
        return next((line.strip() for line in reversed(lines) if line.strip()), "")

    def kill(self):
        """End the process and its children."""
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)


class Turn:
    """A call for an `image` that waits for a worker."""

    def __init__(self, image):
        self.image = image
        self.worker = None
        self.come = threading.Event()


class Pool:
    """At most `size` workers, shared by all threads; they start when they are needed."""

    def __init__(self, size):
        self._unused = size
        """How many calls may begin at once, beside those at work."""
        self._members, self._idle, self._waiting = set(), [], []

    def call(self, image, function, /, *args, **kwargs):
        """Return what `Worker.call` returns, from the first worker to be free.

        Of several, from one that has worked for the same `image`, or else the last one used: it has
        most of what it needs. A worker that gets free is for the first call that waits for an image
        that it has worked for, or else for one that no worker has, or else for the first of all.

        Raises WorkerGone if that one ends, Interrupted if Ctrl-C ended or ends all.
        """
        worker = self._wait_for_worker(image)
        try:
            if interrupted.is_set():
                raise Interrupted
            worker = worker or Worker()
            worker.remember(image)
            _workers.add(worker)
            self._members.add(worker)
            with _told_as_at_work():
                return worker.call(function, *args, **kwargs)
        except WorkerGone:
            _workers.discard(worker)
            self._members.discard(worker)
            worker = None
            if interrupted.is_set():
                raise Interrupted from None
            raise
        finally:
            self._hand_on(worker)

    def _wait_for_worker(self, image):
        """Return a worker when it is the turn of this call, None if one is to be started."""
        with _locked:
            if self._unused:
                self._unused -= 1
                with_it = [worker for worker in self._idle if image in worker.images]
                worker = (with_it or self._idle or [None])[-1]
                if worker:
                    self._idle.remove(worker)
                return worker
            turn = Turn(image)
            self._waiting.append(turn)
        turn.come.wait()
        return turn.worker

    def _hand_on(self, worker):
        """Give a worker that is free, or None for one that is gone, to a call that waits."""
        with _locked:
            if not self._waiting:
                self._unused += 1
                if worker:
                    self._idle.append(worker)
                return
            own = worker.images if worker else ()
            known = {image for one in self._members for image in one.images}
            turn = min(self._waiting, key=lambda turn: (turn.image not in own, turn.image in known))
            self._waiting.remove(turn)
            turn.worker = worker
            turn.come.set()


def _pool(cores):
    with _locked:
        return _pool_of(cores)


@cache
def _pool_of(cores):
    # Imported here because a dry run does without. It knows the limits of containers and batch
    # systems too: more workers than there are cores only get in each other's way.
    from joblib import cpu_count

    return Pool(min(cores, cpu_count()))


def run_in_worker(cores, step, log, *args, **kwargs):
    """Run `step` as `run_step` does, in one of at most `cores` processes that outlive the job."""
    call_in_worker(cores, log, run_step, step, log, *args, **kwargs)


def call_in_worker(cores, log, function, *args, **kwargs):
    """Return what `function` returns in one of the processes, or raise what it raises.

    It is called again, in another process, if its own is killed. Raises JobError if that one is
    killed too, with the path `log` as where to look; Interrupted after Ctrl-C.
    """
    for _ in range(2):
        try:
            return _pool(cores).call(Path(log).stem, function, *args, **kwargs)
        except WorkerGone as gone:
            how = gone
    raise JobError(f"{Path(log).stem}: its worker process {how} (log: {log})")


def run_in_thread(step, log, *args, **kwargs):
    """Run `step` as `call_step` does, for what waits and does not compute.

    Raises Interrupted a second after Ctrl-C at most: what still waits for a server then ends with
    this process.
    """
    ended, raised = threading.Event(), []

    def run():
        try:
            call_step(step, log, *args, **kwargs)
        except BaseException as error:
            raised.append(error)
        ended.set()

    threading.Thread(target=run, daemon=True).start()
    with _told_as_at_work():
        while not ended.wait(0.2):
            if interrupted.is_set() and not ended.wait(1):
                raise Interrupted
    if raised:
        raise raised[0]


@contextmanager
def _told_as_at_work():
    thread = threading.get_ident()
    _at_work.add(thread)
    try:
        yield
    finally:
        _at_work.discard(thread)


def are_at_work():
    """Tell whether a job is at work, in a worker or waiting for the network."""
    return bool(_at_work)


def kill_workers():
    """End all workers at once. What they were writing was not yet in its place."""
    for worker in list(_workers):
        worker.kill()
