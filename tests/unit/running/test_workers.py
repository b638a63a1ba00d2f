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

from scripts.common.errors import Interrupted, JobError
from scripts.running.steps import run_step
from scripts.running.workers import (
    Pool,
    WorkerGone,
    call_in_worker,
    kill_workers,
    run_in_thread,
    run_in_worker,
)


def test_a_failure_names_the_job_its_reason_and_its_log(tmp_path):
    log = tmp_path / "logs" / "lilies.log"
    with pytest.raises(JobError) as failure:
        run_step("common.files.read_json", log, tmp_path / "gone.json")
    assert str(failure.value).startswith("lilies: FileNotFoundError: ")
    assert str(failure.value).endswith(f"(log: {log})")
    assert "Traceback" in log.read_text()


def test_a_workers_failure_comes_back_and_the_next_job_succeeds(tmp_path):
    with pytest.raises(JobError, match="not JSON serializable"):
        run_in_worker(1, "common.files.write_json", tmp_path / "a.log", tmp_path / "a.json", {1j})
    run_in_worker(1, "common.files.write_json", tmp_path / "a.log", tmp_path / "a.json", [1])
    assert (tmp_path / "a.json").read_text() == "[1]\n"


def test_all_threads_share_the_workers(tmp_path):
    def job(number):
        run_in_worker(
            2, "common.files.write_text", tmp_path / f"{number}.log", tmp_path / f"{number}", "x"
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
            logging.getLogger("scripts.common.files").info("thread %d", number)
        together.wait()

    module = types.SimpleNamespace(log_much=step)
    with (
        mock.patch.dict(sys.modules, {"scripts.chatty": module}),
        ThreadPoolExecutor(4) as threads,
    ):
        list(threads.map(lambda n: run_in_thread("chatty.log_much", logs[n], n), range(4)))
    for number, log in enumerate(logs):
        assert log.read_text() == f"thread {number}\n" * 20


NAP = """
import os, time
with open({path!r}, "a") as file:
    file.write(f"{{os.getpid()}} ")
time.sleep({seconds})
"""


def test_a_killed_worker_harms_no_other_and_its_job_is_called_again(tmp_path):
    def nap(name, seconds):
        code = NAP.format(path=str(tmp_path / name), seconds=seconds)
        call_in_worker(2, tmp_path / f"{name}.log", exec, code)

    def starts(name):
        return (tmp_path / name).read_text().split() if (tmp_path / name).exists() else []

    with ThreadPoolExecutor(2) as threads:
        naps = [threads.submit(nap, "long", 1), threads.submit(nap, "short", 0.3)]
        wait_until(lambda: starts("long") and starts("short"))
        os.kill(int(starts("short")[0]), signal.SIGKILL)
        for one in naps:
            one.result()
    assert len(starts("long")) == 1
    assert len(set(starts("short"))) == 2


def test_a_job_whose_worker_is_killed_twice_fails_and_the_next_one_succeeds(tmp_path):
    died = "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"
    with pytest.raises(JobError, match=r"a: its worker process was killed twice \(SIGKILL\)"):
        call_in_worker(1, tmp_path / "a.log", exec, died)
    assert call_in_worker(1, tmp_path / "a.log", abs, -1) == 1


@pytest.mark.parametrize(
    ("end", "told"),
    [
        ("os._exit(3)", "exit code 3"),
        ("os.write(2, b'one\\ntwo words\\n\\n'); os._exit(3)", "exit code 3: two words"),
    ],
)
def test_a_worker_that_ends_by_itself_is_told_as_ended_with_its_last_words(tmp_path, end, told):
    with pytest.raises(JobError) as failure:
        call_in_worker(1, tmp_path / "a.log", exec, f"import os; {end}")
    words = f"a: its worker process ended twice ({told}) (log: {tmp_path / 'a.log'})"
    assert str(failure.value) == words


def test_workers_find_the_modules_that_their_parent_finds(tmp_path, monkeypatch):
    (tmp_path / "only_here.py").write_text("VALUE = 7\n")
    monkeypatch.syspath_prepend(tmp_path)
    Pool(1).call("a", exec, "import only_here; assert only_here.VALUE == 7")


def test_what_a_step_prints_is_no_answer_and_what_it_starts_reads_no_request(tmp_path):
    code = "import os, sys; os.system('echo x; cat'); print('x'); assert sys.stdin.read() == ''"
    assert call_in_worker(1, tmp_path / "a.log", exec, code) is None
    assert call_in_worker(1, tmp_path / "a.log", abs, -1) == 1


def test_an_interrupt_ends_jobs_and_lets_none_start(tmp_path, monkeypatch):
    monkeypatch.setattr("scripts.running.workers.interrupted", interrupted := threading.Event())
    monkeypatch.setitem(sys.modules, "scripts.time", time)
    started = tmp_path / "started"
    sleeping = f"import time; open({str(started)!r}, 'w').close(); time.sleep(60)"
    with ThreadPoolExecutor(2) as threads:
        jobs = [
            threads.submit(call_in_worker, 2, tmp_path / "a.log", exec, sleeping),
            threads.submit(run_in_thread, "time.sleep", tmp_path / "b.log", 60),
        ]
        wait_until(lambda: started.exists() and (tmp_path / "b.log").exists())
        interrupted.set()
        kill_workers()
        for job in jobs:
            with pytest.raises(Interrupted):
                job.result(timeout=10)
    with pytest.raises(Interrupted):
        call_in_worker(2, tmp_path / "a.log", abs, -1)


def children():
    """Return the IDs of this process's workers."""
    return {
        process.pid
        for process in psutil.Process().children()
        if any("serve()" in word for word in process.cmdline())
    }


def wait_until(condition):
    deadline = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_workers_leave_when_their_parent_is_killed(tmp_path):
    program = (
        "import os, signal; from scripts.running.workers import run_in_worker;"
        f"run_in_worker(2, 'common.files.write_text', {str(tmp_path / 'a.log')!r},"
        f" {str(tmp_path / 'a.txt')!r}, 'x'); os.kill(os.getpid(), signal.SIGKILL)"
    )
    mark = f"tmp_path={tmp_path}"
    subprocess.run([sys.executable, "-c", program], env=os.environ | {"MARK": mark}, check=False)
    wait_until(lambda: not processes_with(mark))


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


def test_a_worker_goes_on_with_an_image_that_it_has_worked_for(tmp_path):
    done, blocked = tmp_path / "done", tmp_path / "blocked"

    def note(image):
        return f"open({str(done)!r}, 'a').write({image!r})"

    wait = f"import os, time\nwhile os.path.exists({str(blocked)!r}): time.sleep(0.01)\n"
    blocked.touch()
    pool = Pool(1)
    with ThreadPoolExecutor(6) as threads:
        calls = []
        for number, image in enumerate("abcab"):
            code = (wait if number == 0 else "") + note(image)
            calls.append(threads.submit(pool.call, image, exec, code))
            wait_until(lambda: len(pool._waiting) == len(calls) - 1)
        blocked.unlink()
    for call in calls:
        call.result()
    # Then b, the first that waited; it has worked for that by now too.
    assert done.read_text() == "aabbc"


def test_of_idle_workers_the_one_that_knows_the_image_is_taken():
    pool, together = Pool(2), ThreadPoolExecutor(2)
    sleep = "import time; time.sleep(0.3)"
    with together as threads:
        list(threads.map(lambda image: pool.call(image, exec, sleep), "ab"))
    of_image = {image: worker for worker in pool._idle for image in worker.images}
    assert len({*of_image.values()}) == 2
    for image in "abba":
        pool.call(image, abs, -1)
        assert pool._idle[-1] is of_image[image]


def test_a_worker_that_is_gone_leaves_its_place_to_those_that_wait(tmp_path):
    pool = Pool(1)
    with ThreadPoolExecutor(4) as threads:
        gone = threads.submit(pool.call, "a", exec, "import os, time; time.sleep(0.3); os._exit(1)")
        wait_until(lambda: pool._unused == 0)
        calls = [threads.submit(pool.call, image, abs, -1) for image in "abc"]
        with pytest.raises(WorkerGone):
            gone.result(timeout=20)
        assert [call.result(timeout=20) for call in calls] == [1, 1, 1]


def test_an_image_is_left_to_the_worker_that_has_it(tmp_path):
    pool, threads = Pool(2), ThreadPoolExecutor(4)

    def start(image, name):
        (tmp_path / name).touch()
        code = f"import os, time\nwhile os.path.exists({str(tmp_path / name)!r}): time.sleep(0.01)"
        threads.submit(pool.call, image, exec, code)

    try:
        start("a", "a")
        wait_until(lambda: pool._unused == 1)
        start("b", "b")
        wait_until(lambda: pool._unused == 0)
        start("a", "a again")
        wait_until(lambda: len(pool._waiting) == 1)
        start("c", "c")
        wait_until(lambda: len(pool._waiting) == 2)
        (tmp_path / "b").unlink()
        wait_until(lambda: len(pool._waiting) == 1)
        assert [turn.image for turn in pool._waiting] == ["a"]
    finally:
        for path in tmp_path.iterdir():
            path.unlink()
        threads.shutdown()


def test_a_worker_remembers_the_last_different_images():
    pool = Pool(1)
    for image in "abcaaadde":
        pool.call(image, abs, -1)
    [worker] = pool._idle
    assert "".join(worker.images) == "cade"
