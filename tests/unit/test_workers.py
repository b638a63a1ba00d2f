import logging
import os
import signal
import subprocess
import sys
import threading
import time
import types
from concurrent.futures import ThreadPoolExecutor
from unittest import mock

import psutil
import pytest

from scripts.errors import JobError
from scripts.workers import run_in_thread, run_in_worker, run_step, succeeded


def test_a_failure_names_the_job_its_reason_and_its_log(tmp_path):
    log = tmp_path / "logs" / "lilies.log"
    with pytest.raises(JobError) as failure:
        run_step("files.read_json", log, tmp_path / "gone.json")
    assert str(failure.value).startswith("lilies: FileNotFoundError: ")
    assert str(failure.value).endswith(f"(log: {log})")
    assert "Traceback" in log.read_text()


def test_a_workers_failure_comes_back_and_the_next_job_succeeds(tmp_path):
    before = succeeded["files.write_json"]
    with pytest.raises(JobError, match="not JSON serializable"):
        run_in_worker(1, "files.write_json", tmp_path / "a.log", tmp_path / "a.json", {1j})
    run_in_worker(1, "files.write_json", tmp_path / "a.log", tmp_path / "a.json", [1])
    assert (tmp_path / "a.json").read_text() == "[1]\n"
    assert succeeded["files.write_json"] == before + 1


def test_all_threads_share_the_workers(tmp_path):
    def job(number):
        run_in_worker(
            2, "files.write_text", tmp_path / f"{number}.log", tmp_path / f"{number}", "x"
        )

    before = children()
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(job, range(16)))
    assert len(children() - before) <= 2


def test_each_thread_writes_its_own_log(tmp_path):
    logs = [tmp_path / f"{number}.log" for number in range(4)]
    together = threading.Barrier(4)

    def step(number):
        together.wait()
        for _ in range(20):
            logging.getLogger("scripts.files").info("thread %d", number)
        together.wait()

    module = types.SimpleNamespace(log_much=step)
    with (
        mock.patch.dict(sys.modules, {"scripts.chatty": module}),
        ThreadPoolExecutor(4) as threads,
    ):
        list(threads.map(lambda n: run_in_thread("chatty.log_much", logs[n], n), range(4)))
    for number, log in enumerate(logs):
        assert log.read_text() == f"thread {number}\n" * 20
    assert succeeded["chatty.log_much"] == 4


def test_when_a_worker_is_killed_the_job_fails_and_the_next_one_succeeds(tmp_path):
    def job():
        run_in_worker(1, "files.write_text", tmp_path / "a.log", tmp_path / "a.txt", "x")

    job()
    for process in children():
        os.kill(process, signal.SIGKILL)
    with pytest.raises(JobError, match="a: a worker process was killed"):
        job()
    job()


def children():
    """Return the IDs of this process's workers."""
    return {
        process.pid
        for process in psutil.Process().children()
        if any("popen_loky" in word for word in process.cmdline())
    }


def test_workers_leave_when_their_parent_is_killed(tmp_path):
    program = (
        "import os, signal; from scripts.workers import run_in_worker;"
        f"run_in_worker(2, 'files.write_text', {str(tmp_path / 'a.log')!r},"
        f" {str(tmp_path / 'a.txt')!r}, 'x'); os.kill(os.getpid(), signal.SIGKILL)"
    )
    mark = f"tmp_path={tmp_path}"
    subprocess.run([sys.executable, "-c", program], env=os.environ | {"MARK": mark}, check=False)
    deadline = time.monotonic() + 10
    while left := processes_with(mark):
        assert time.monotonic() < deadline, f"still there: {left}"
        time.sleep(0.1)


def processes_with(mark):
    """Return the IDs of the processes in whose environment `mark` stands."""
    found = []
    for folder in os.scandir("/proc"):
        if folder.name.isdigit():
            try:
                with open(f"/proc/{folder.name}/environ", "rb") as file:
                    found += [folder.name] if mark.encode() in file.read() else []
            except OSError:
                pass
    return found
