import os
import sys
import time
from collections import Counter

from scripts.running.closing import advice, closing_line, next_step
from scripts.running.interrupts import end_on_signals
from scripts.running.leaving import leave_memory_to_the_system
from scripts.running.slices import slice_in_turn
from scripts.running.steps import call
from scripts.running.terminal import be_brief

STARTED = time.time()
QUIET = {part.name.lower() for part in workflow.output_settings.quiet or ()}
# Another workflow that imports this one says itself what a run says, and how it ends.
IMPORTED = workflow.modifier.namespace is not None
PART = slice_in_turn(os.environ)

if workflow.is_main_process and not IMPORTED:
    be_brief(logger, QUIET, PART)
    end_on_signals()
    leave_memory_to_the_system()


def summary():
    """Return the closing line, of a table or of all that was made."""
    asked = sorted(filter(is_museum_table, workflow.dag_settings.targets))
    if tables := asked or ([] if IS_THERE else [LOCATION]):
        return "\n".join(next_step(table, len(read_collection(table)[0])) for table in tables)
    unreadable = 0
    # Otherwise the table is that of another run, and perhaps of another collection.
    if any(job.rule.name == "unreadable" for job in workflow.dag.jobs):
        unreadable = call("palettes.unreadable.count_unreadable", "results/unreadable.tsv")
    return closing_line(
        len(IMAGES),
        Counter(job.rule.name for job in workflow.dag.finished_jobs),
        time.time() - STARTED,
        unreadable=unreadable,
        folder=workflow.overwrite_workdir or "",
    )


if not IMPORTED:

    onsuccess:
        is_last = PART is None or PART[0] == PART[1]
        if is_last and "all" not in QUIET and not workflow.touch:
            print(summary(), file=sys.stderr)

    onerror:
        logger.warning(advice())  # not print: a bar that is still there would be in its line
