"""What Snakemake's scheduler is spared, and what it must still find."""

import asyncio
import inspect
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import pytest
from snakemake.jobs import Job as SnakemakeJob
from snakemake.scheduling.greedy import Scheduler
from snakemake.scheduling.job_scheduler import JobScheduler

from scripts.running.scheduling import MOST, Queue, look_up_pipes, schedule_locally


@pytest.fixture
def scheduler():
    """A scheduler of three jobs, the first of which is finished, that counts how often it asks."""
    asked = []

    def needrun_jobs():
        asked.append(True)
        return ["a", "b", "c"]

    made = object.__new__(JobScheduler)
    made.workflow = SimpleNamespace(
        dag=SimpleNamespace(needrun_jobs=needrun_jobs, finished=lambda job: job == "a")
    )
    made.running, made.failed = set(), set()
    made.job_rate_limiter, made.asked = object(), asked
    schedule_locally(made)
    return made


def test_jobs_that_remain_are_listed_only_for_who_asks(scheduler):
    remaining = scheduler.remaining_jobs
    assert scheduler.asked == []
    assert list(remaining) == list(remaining) == ["b", "c"]
    assert remaining
    scheduler.failed.update({"b", "c"})
    assert not scheduler.remaining_jobs


def test_there_is_no_limit_of_jobs_a_second(scheduler):
    assert scheduler.job_rate_limiter is None


def test_the_selection_of_the_profile_does_not_ask():
    assert inspect.getsource(Scheduler).count("remaining_jobs") == 1  # its own argument


class Job:
    """What a Job of Snakemake knows of its outputs and of those that it depends on."""

    def __init__(self, pipes=(), dependencies=()):
        self.pipe_or_service_output = set(pipes)
        self.dag = SimpleNamespace(dependencies={self: {job: {path} for job, path in dependencies}})

    is_pipe_or_service_input = SnakemakeJob.is_pipe_or_service_input


def test_pipes_are_those_that_snakemake_finds_itself():
    piping, plain = Job(pipes=["pipe"]), Job()
    reading = Job(dependencies=[(piping, "pipe"), (plain, "plain")])
    usual = {path: reading.is_pipe_or_service_input(path) for path in ("pipe", "plain", "other")}
    look_up_pipes([piping, plain, reading])
    assert {path: reading.is_pipe_or_service_input(path) for path in usual} == usual
    assert usual == {"pipe": True, "plain": False, "other": False}


class HashedJob(SimpleNamespace):
    output = ()
    __hash__ = object.__hash__


def test_the_first_jobs_of_each_rule_are_told_in_the_order_they_came():
    queue, thumbnails, palettes = Queue(), [], []
    for number in range(3 * MOST):
        thumbnails.append(HashedJob(name="thumbnail", number=number))
        queue.first(set(thumbnails))
    for number in range(3):
        palettes.append(HashedJob(name="palette", number=number))
        queue.first({*thumbnails, *palettes})
    told = queue.first({*thumbnails, *palettes})
    assert told == [*thumbnails[:MOST], *palettes]


def test_jobs_that_run_are_not_told_and_one_that_failed_comes_again():
    queue = Queue()
    jobs = [HashedJob(name="thumbnail", number=number) for number in range(2 * MOST)]
    for end in range(1, len(jobs) + 1):
        queue.first(set(jobs[:end]))
    ready = set(jobs) - {jobs[0], jobs[3]}
    assert queue.first(ready) == [jobs[1], jobs[2], *jobs[4 : MOST + 2]]
    assert jobs[0] not in queue.first(ready)
    again = queue.first(ready | {jobs[0]})
    assert jobs[0] not in again  # it is behind the others of its rule
    assert jobs[0] in queue.first({jobs[0], jobs[5]})


def test_snakemake_takes_the_open_jobs_from_the_queue(scheduler):
    jobs = {HashedJob(name="thumbnail", number=number) for number in range(2 * MOST)}
    scheduler.workflow.dag.ready_jobs = jobs
    assert len(scheduler.open_jobs) == MOST
    assert set(scheduler.open_jobs) < jobs


def in_its_own_loop(function, *args):
    """Call a coroutine function in a thread: a browser's tests leave a loop at work in this one."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(lambda: asyncio.run(function(*args))).result()


def test_the_size_of_an_input_is_asked_for_once(scheduler):
    asked = []

    class Input(str):
        async def exists(self):
            return True

        async def size(self):
            asked.append(str(self))
            return len(self)

    shared, own = Input("shared.parquet"), Input("own.png")
    jobs = [HashedJob(input=[shared]), HashedJob(input=[shared, own]), HashedJob(input=[own])]
    scheduler._input_sizes = {}
    for some in (jobs[:1], jobs[:2], jobs[:2]):
        in_its_own_loop(scheduler.update_input_sizes, some)
    assert sorted(asked) == ["own.png", "shared.parquet", "shared.parquet"]
    in_its_own_loop(scheduler.update_input_sizes, jobs)
    assert scheduler._input_sizes == {"shared.parquet": 14, "own.png": 7}


def test_palettes_of_an_image_follow_one_another():
    images, ks = ["b", "a", "c"], [3, 5]
    jobs = {
        HashedJob(name="palette", output=[f"results/palettes/k{k}/{image}.json"])
        for k in ks
        for image in images
    }
    told = [job.output[0][-6] for job in Queue().first(jobs)]
    assert told == ["a", "a", "b", "b", "c", "c"]
