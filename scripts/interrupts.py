"""What Ctrl-C and SIGTERM do to a run, whose jobs are in threads that no signal reaches."""

import asyncio
import signal
import sys
import threading
import time

interrupted = threading.Event()
"""Whether Ctrl-C was pressed: jobs end, and no more start."""

terminated = threading.Event()
"""Whether the run was told to end after the jobs that are at work."""

PATIENCE = 1  # s
AGAIN = 0.05  # s
NOTICED = "Terminating processes on user request"

_noticed = threading.Event()


def hear_interrupts(logger, action):
    """Let Ctrl-C call `action`, which ends the jobs; Snakemake waits for them before it leaves.

    The exception that Snakemake is told by is lost where it is raised in a callback, and comes
    twice from a task of an event loop. So it waits for the loop to end, at most PATIENCE, and is
    raised again each PATIENCE until the `logger` of Snakemake says that it was noticed.
    """
    usual = signal.getsignal(signal.SIGINT)
    pressed, raised = None, -PATIENCE

    def interrupt(number, frame):
        nonlocal pressed, raised
        now = time.monotonic()
        if pressed is None:
            pressed = now
            interrupted.set()
            threading.Thread(target=_insist, daemon=True).start()
        action()
        if _noticed.is_set() or now - raised < PATIENCE:
            return
        if not _loop_is_running() or now - pressed >= PATIENCE:
            raised = now
            usual(number, frame)

    def tell(kind, error, traceback):
        if kind is KeyboardInterrupt:
            _noticed.set()
            print("Interrupted.", file=sys.stderr)
        else:
            sys.__excepthook__(kind, error, traceback)

    if callable(usual) and threading.current_thread() is threading.main_thread():
        logger.addFilter(_look_for_notice)
        signal.signal(signal.SIGINT, interrupt)
        sys.excepthook = tell  # before there are jobs, nothing else tells


def _loop_is_running():
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True


def _look_for_notice(record):
    if str(record.msg).startswith(NOTICED):
        _noticed.set()
    return True


def _insist():
    while not _noticed.wait(AGAIN):
        signal.pthread_kill(threading.main_thread().ident, signal.SIGINT)


def handle_termination_in_a_thread():
    """Call the handler of SIGTERM in a thread: Snakemake's waits for a lock of the main thread."""
    usual = signal.getsignal(signal.SIGTERM)

    def terminate(number, frame):
        terminated.set()
        threading.Thread(target=usual, args=(number, frame), daemon=True).start()

    if callable(usual):
        signal.signal(signal.SIGTERM, terminate)
