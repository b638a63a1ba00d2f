"""What Snakemake leaves out where jobs run on this machine: it grows faster than their number."""

import os
from collections import defaultdict

MOST = 8
"""Jobs of a rule from which Snakemake selects those that it starts."""


class Listed:
    """What a function returns, each time that someone asks for it."""

    def __init__(self, make):
        self._make = make

    def __iter__(self):
        return iter(self._make())

    def __bool__(self):
        return bool(self._make())


class Queue:
    """Jobs that are ready, by their rules, in the order they came, and by their files' names.

    Snakemake draws some at random of all that are ready, so that it goes through all of them, and
    thousands of images are begun before any is at its end.
    """

    def __init__(self):
        self._known = set()
        self._of_rules = defaultdict(dict)

    def first(self, ready):
        """Return the first of the set of jobs that are `ready`, at most MOST of each rule."""
        for job in sorted(ready - self._known, key=_name_of_file):
            self._known.add(job)
            self._of_rules[job.name][job] = None
        taken = []
        for jobs in self._of_rules.values():
            gone, room = [], MOST
            for job in jobs:
                if job not in ready:
                    gone.append(job)
                elif room:
                    taken.append(job)
                    room -= 1
                else:
                    break
            for job in gone:
                del jobs[job]
                self._known.discard(job)  # it may be ready once more
        return taken


def _name_of_file(job):
    """Return the name of what a job makes: it is the same for an image's palettes of each k."""
    return os.path.basename(next(iter(job.output), ""))


def schedule_locally(scheduler):
    """Let Snakemake's JobScheduler, before its first look at the queue, do what it must only."""
    usual, queue, measured = type(scheduler), Queue(), set()

    @property
    def open_jobs(self):
        return queue.first(self.workflow.dag.ready_jobs)

    # The greedy selection does not ask for the jobs that remain: to list them at each look at the
    # queue took half of the scheduler's time in a run of 15,000 images.
    @property
    def remaining_jobs(self):
        return Listed(lambda: usual.remaining_jobs.fget(self))

    # Jobs that wait have the same inputs at each look: thousands, where they gather.
    async def update_input_sizes(self, jobs):
        known, self._input_sizes = self._input_sizes, {}
        await usual.update_input_sizes(self, set(jobs) - measured)
        self._input_sizes |= known
        measured.update(jobs)

    own = {"open_jobs": open_jobs, "remaining_jobs": remaining_jobs}
    own |= {"update_input_sizes": update_input_sizes}
    scheduler.__class__ = type(usual.__name__, (usual,), own)
    # The limit of 100 jobs a second starts a thread at every look at the queue, which looks again a
    # second later: soon Snakemake does little else.
    scheduler.job_rate_limiter = None
    scheduler.subsample = None


def look_up_pipes(jobs):
    """Let Snakemake's `jobs` know at once which of their inputs are pipes.

    Looking through all dependencies for each input took 0.8 s for a job that gathers 3,000 files,
    and grows with their square.
    """
    pipes = set().union(*(job.pipe_or_service_output for job in jobs))
    for kind in {type(job) for job in jobs}:
        kind.is_pipe_or_service_input = lambda job, path: path in pipes
