"""What a run says in the terminal: one bar, and one line for each thing that went wrong."""

import logging
import re
import sys

from tqdm import tqdm  # draws the bar, with the time left, in terminals and in log files

PER_JOB = re.compile(r"Select jobs to execute|Execute \d+ jobs")
PER_RUN = re.compile(
    "Assuming unrestricted shared|Using shell|Conda environments: ignored|Complete log|Elapsed time"
)
TOLD_IN_ONE_LINE = re.compile(r"(?:InputError|JobError)\b.*?:\n(.*)|InputError: (.*)")


class BriefFormatter(logging.Formatter):
    """Formats Snakemake's log records for people: what `usual` says, less what repeats."""

    def __init__(self, usual, stream=sys.stderr):
        super().__init__()
        self.usual = usual
        self.stream = stream
        self.bar = None
        self.table = None

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
        if self.bar is None:
            seconds = 0.1 if self.stream.isatty() else 10
            self.bar = tqdm(
                total=total, unit="job", file=self.stream, mininterval=seconds, leave=False
            )
        self.bar.total = total
        self.bar.update(done - self.bar.n)
        if done == total:
            self.bar.close()
            self.bar = None

    def _text(self, record, event):
        message = record.getMessage()
        if event in ("job_finished", "resources_info"):
            return ""
        if event == "run_info":
            # A dry run tells the table of jobs twice.
            repeated, self.table = message == self.table, message
            return "" if repeated else message.rstrip()
        if event == "error":
            told = TOLD_IN_ONE_LINE.search(message)
            return told[1] or told[2] if told else self.usual.format(record)
        if PER_JOB.match(message) or PER_RUN.match(message):
            return ""
        return self.usual.format(record)
