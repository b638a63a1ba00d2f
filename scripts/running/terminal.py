"""What a run says in the terminal: one bar, and one line for each thing that went wrong."""

import logging
import re
import sys
from pathlib import Path

from tqdm import tqdm  # draws the bar, with the time left, in terminals and in log files

from scripts.running.interrupts import interrupted
from scripts.running.steps import reason_in

LEFT_OUT = re.compile(
    r"Select jobs to execute|Execute \d+ jobs"
    "|Assuming unrestricted shared|Using shell|Conda environments: ignored"
    # What a run that ends early says besides the reason, which has been told.
    r"|Terminating processes on user|RuleException:\nInterrupted in|Shutting down, this might"
    "|Exiting because a job execution"
    r"|WorkflowError:\nAt least one job did not complete"
    "|Removing output files of failed job|Complete log|Elapsed time"
)
OF_EACH_SLICE = re.compile("Building DAG of jobs|Considering only batch")
OF_A_SLICE_DONE = "Nothing to be done"
LOCKED = (
    "This folder is locked: another snakemake is at work in it, or one was killed there. If one was"
    " killed, give `snakemake --unlock`, and then the same command again."
)
OLDER = re.compile(
    r"Output (.*) has older modification time \(.*?\) than input (.*?) \((\S+ [\d:]+)"
)
FUTURE = (
    "{0}: its input {1} is dated {2}, in the future: was the clock set back? `touch` it, and give"
    " the same command again."
)
WILL_EXIT = "Will exit after finishing currently running jobs"
BROKEN_OFF = re.compile(r"\n +KeyboardInterrupt: ?\n")
TOLD_IN_ONE_LINE = re.compile(r"(?:InputError|JobError)\b.*?:\n(.*)|InputError: (.*)")


def be_brief(logger, quiet, part=None):
    """Let Snakemake's `logger` speak as BriefFormatter does, if it is to be `quiet` (a set).

    `part` is the number of the slice that this run is, and of how many, if they run in turn.
    """
    for handler in logger.handlers:
        if isinstance(handler, logging.StreamHandler):
            # A letter that the terminal or the log's encoding lacks must not end in a traceback.
            handler.stream.reconfigure(errors="backslashreplace")
        if quiet and handler.name == "DefaultStreamHandler":
            handler.setFormatter(BriefFormatter(handler.formatter, part))


def tell_failures_elsewhere(logger, quiet, since):
    """Let Snakemake's `logger` tell the failures of jobs that are not run by this process.

    Of these it only says which rule failed, in a block that `quiet` (a set) may hide: see
    FailureHandler. `since` is when this run began, in seconds since the epoch.
    """
    if "all" not in quiet:
        logger.addHandler(FailureHandler(logger, since))


class FailureHandler(logging.Handler):
    """Says of each failed job, once and in one line, what the log of its step says."""

    def __init__(self, logger, since):
        super().__init__()
        self.logger = logger
        self.since = since
        self.told = ""

    def emit(self, record):
        """Say what a record of failed jobs is about."""
        event = getattr(record, "event", None)
        if event == "error":
            self.told += record.getMessage()
        elif event == "job_error" and not record.indent:  # else its group has been told
            self._tell([(record.rule_name, record.log)])
        elif event == "group_error":
            self._tell([(job["rule_name"], job["log"]) for job in record.job_error_info])

    def _tell(self, jobs):
        """Say why some of `jobs`, pairs of a rule and its logs, failed."""
        reasons = [(log, reason_in(log, self.since)) for _, logs in jobs for log in logs]
        lines = [f"{Path(log).stem}: {reason} (log: {log})" for log, reason in reasons if reason]
        if not lines:
            logs = ", ".join(log for log, _ in reasons)
            lines = [f"{jobs[0][0]} failed, and its log does not tell why (log: {logs})"]
        for line in lines:
            if line not in self.told:
                self.told += line
                self.logger.error(line)


class BriefFormatter(logging.Formatter):
    """Formats Snakemake's log records for people: what `usual` says, less what repeats."""

    def __init__(self, usual, part=None, stream=sys.stderr):
        super().__init__()
        self.usual = usual
        self.part = part
        self.stream = stream
        self.bar = None
        self.last = None

    def format(self, record):
        """Return the text of `record`, or "", which Snakemake does not print."""
        event = getattr(record, "event", None)
        if event == "progress":
            self._draw(record.done, record.total)
            return ""
        text = self._text(record, event)
        if text and self.bar is not None:
            self.bar.clear()
        return text

    def _draw(self, done, total):
        number, slices = self.part or (1, 1)
        before = (number - 1) * total  # other slices have about as many jobs
        if self.bar is None:
            self.bar = tqdm(
                desc=f"Slice {number} of {slices}" if self.part else None,
                total=slices * total,
                initial=before,
                unit="job",
                file=self.stream,
                mininterval=0.1 if self.stream.isatty() else 10,
                leave=self.part is not None,
            )
        self.bar.total = slices * total
        self.bar.update(before + done - self.bar.n)
        if done == total:
            self.bar.close()
            self.bar = None

    def _text(self, record, event):
        message = record.getMessage()
        if event in ("job_finished", "resources_info") or LEFT_OUT.match(message):
            return ""
        if self.part and (event == "run_info" or OF_EACH_SLICE.match(message)):
            return ""
        if self.part and self.part[0] < self.part[1] and message.startswith(OF_A_SLICE_DONE):
            return ""
        if message.startswith("LockException"):
            return LOCKED
        if message.startswith(WILL_EXIT) and interrupted.is_set():
            return ""
        if event == "run_info" or message.startswith(WILL_EXIT):
            # A dry run tells the table of jobs twice; a terminated one tells it with each job.
            repeated, self.last = message == self.last, message
            return "" if repeated else message.rstrip()
        if event == "error":
            if BROKEN_OFF.search(message):
                return "Interrupted."
            if older := OLDER.search(message):
                return FUTURE.format(*older.groups())
            told = TOLD_IN_ONE_LINE.search(message)
            return told[1] or told[2] if told else self.usual.format(record)
        return self.usual.format(record)
