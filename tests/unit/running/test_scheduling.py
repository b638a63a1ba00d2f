"""What Snakemake's scheduler is spared, and what it must still find."""

import inspect
from types import SimpleNamespace

import pytest
from snakemake.scheduling.greedy import Scheduler
from snakemake.scheduling.job_scheduler import JobScheduler

from scripts.running.scheduling import schedule_locally


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
