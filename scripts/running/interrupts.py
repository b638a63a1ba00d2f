"""What Ctrl-C and SIGTERM do to a run, whose jobs are in threads that no signal reaches."""

import logging
import signal
import sys
import threading
import time

interrupted = threading.Event()
"""Whether Ctrl-C was pressed: jobs end, and no more start."""

terminated = threading.Event()
"""Whether the run was told to end after the jobs that are at work."""

PATIENCE = 2
"""Seconds."""


def end_on_signals():
    """Let Ctrl-C and SIGTERM end a run that has not started jobs yet, in one word.

    As an exception, so that the folder does not stay locked.
    """

    def interrupt(number, frame):
        interrupted.set()
        logging.disable()  # of tasks that are broken off asyncio tells more than anyone wants
        raise KeyboardInterrupt

    def tell(kind, error, traceback):
        if kind is KeyboardInterrupt:
            print("Interrupted.", file=sys.stderr)
        else:
            sys.__excepthook__(kind, error, traceback)

    if _listens_to_ctrl_c():
        # asyncio puts its own handler in the place of the usual one, which waits for the whole DAG.
        signal.signal(signal.SIGINT, interrupt)
        signal.signal(signal.SIGTERM, interrupt)
        sys.excepthook = tell


def end_jobs_on_signals(kill_jobs, are_at_work, leave):
    """Let SIGTERM end a run after the jobs at work, and Ctrl-C at once: `kill_jobs` ends those.

    Both by the handler that Snakemake has for SIGTERM: an exception from a signal may come out
    anywhere in Snakemake, where it is lost or taken for a failed job. The handler waits for a lock
    that the main thread may hold, so it has a thread of its own.

    If Snakemake has not ended PATIENCE after `are_at_work` tells that no job is, it is busy with
    what can as well be done anew, such as the sums of thousands of files: `leave` ends the process.
    """
    end = signal.getsignal(signal.SIGTERM)

    def end_or_leave():
        threading.Thread(target=end, daemon=True).start()
        last = time.monotonic()
        while time.monotonic() < last + PATIENCE:
            if are_at_work():  # some may just have begun
                last = time.monotonic()
            time.sleep(0.05)
        leave()

    def end_in_a_thread():
        threading.Thread(target=end_or_leave, daemon=True).start()

    def terminate(number, frame):
        terminated.set()
        end_in_a_thread()

    def interrupt(number, frame):
        interrupted.set()
        kill_jobs()
        end_in_a_thread()

    if callable(end):
        signal.signal(signal.SIGTERM, terminate)
        if _listens_to_ctrl_c():
            signal.signal(signal.SIGINT, interrupt)


def _listens_to_ctrl_c():
    main = threading.current_thread() is threading.main_thread()
    return main and callable(signal.getsignal(signal.SIGINT))
