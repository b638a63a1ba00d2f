"""What a worker process runs, apart from workers.py so that it imports no more than it needs."""

import gc
import os
import pickle
import queue
import signal
import threading


def serve():
    """Call what comes through standard input, one after the other, until its other end is gone."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    # Programs started by a function must not read requests, nor what it prints be an answer.
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)
    # Jobs that gather read hundreds of thousands of objects, in which there is no garbage to find.
    gc.set_threshold(100_000)
    calls = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(requests, calls), daemon=True).start()
    while True:
        function, args, kwargs = calls.get()
        try:
            answer = True, function(*args, **kwargs)
        except Exception as error:
            answer = False, error
        pickle.dump(answer, answers)
        answers.flush()


def _listen(requests, calls):
    try:
        while True:
            calls.put(pickle.load(requests))
    except EOFError:
        pass
    finally:
        os.killpg(0, signal.SIGKILL)
