import gc
from functools import partial

from scripts.running.closing import BROKEN_OFF
from scripts.running.interrupts import end_jobs_on_signals
from scripts.running.leaving import leave_at_once, remove_empty_folders
from scripts.running.scheduling import look_up_pipes, schedule_locally
from scripts.running.slices import memory_here, slices_advice
from scripts.running.steps import call, run_step
from scripts.running.terminal import tell_failures_elsewhere
from scripts.running.workers import (
    are_at_work,
    call_in_worker,
    kill_workers,
    run_in_thread,
    run_in_worker,
)

if workflow.is_main_process and not IMPORTED:
    if told := slices_advice(len(IMAGES), 2 + len(KS), memory_here(), os.environ):
        logger.warning(told)

if not IMPORTED:
    # All of the DAG stays: to look through it for garbage takes a fifth of a dry run's time.
    gc.disable()

    onstart:
        gc.freeze()
        gc.enable()
        workflow.dag.cleanup_workdir = partial(remove_empty_folders, workflow.dag.jobs)
        if workflow.local_exec:
            schedule_locally(workflow.scheduler)
            look_up_pipes(workflow.dag.jobs)
            behind = workflow.persistence.unlock, workflow.snakemake_tmp_dir
            leave = partial(leave_at_once, *behind, BROKEN_OFF)
            end_jobs_on_signals(kill_workers, are_at_work, leave)
        else:
            tell_failures_elsewhere(logger, QUIET, STARTED)


def run_job(step, log, *args, **kwargs):
    """Run a step where Python is warm; a child of another snakemake has no use for a pool."""
    if workflow.is_main_process:
        run_in_worker(workflow.cores, step, str(log), *args, **kwargs)
    else:
        run_step(step, str(log), *args, **kwargs)


def run_waiting_job(step, log, *args, **kwargs):
    """Run a step that waits for the network in this thread, so that it keeps no worker."""
    run_in_thread(step, str(log), *args, **kwargs)


def run_download(log, address, output):
    """Download an image in this thread; a worker decodes it, which may crash."""

    def check(path):
        step = "images.decode.check_image"
        most = CONFIG["thumbnail"]["most_megapixels"]
        if workflow.is_main_process:
            call_in_worker(workflow.cores, str(log), call, step, path, most)
        else:
            call(step, path, most)

    step = "collections.download.download_image"
    run_waiting_job(step, log, address, output, check=check, **CONFIG["download"])
