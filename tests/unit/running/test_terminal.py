import io
import logging
import os
import time

import pytest

from scripts.common.errors import JobError
from scripts.running.steps import run_step
from scripts.running.terminal import BriefFormatter, be_brief, tell_failures_elsewhere


@pytest.fixture
def terminal():
    """A BriefFormatter that draws its bar on a text stream."""
    return BriefFormatter(logging.Formatter("usual: %(message)s"), stream=io.StringIO())


def said(terminal, message, **event):
    record = logging.LogRecord("snakemake", logging.INFO, "", 0, message, None, None)
    record.__dict__.update(event)
    return terminal.format(record)


@pytest.mark.parametrize(
    ("message", "event"),
    [
        ("Select jobs to execute...", {}),
        ("Execute 12 jobs...", {}),
        ("Using shell: /bin/bash", {}),
        ("Finished jobid: 3", {"event": "job_finished"}),
        ("Provided cores: 2", {"event": "resources_info"}),
    ],
)
def test_what_repeats_at_every_job_or_run_is_left_out(terminal, message, event):
    assert said(terminal, message, **event) == ""


def test_all_else_is_said_as_usual(terminal):
    assert said(terminal, "Nothing to be done") == "usual: Nothing to be done"


def test_what_the_terminal_has_no_letters_for_is_said_all_the_same():
    logger, screen = logging.Logger("snakemake"), io.TextIOWrapper(io.BytesIO(), "ascii")
    logger.addHandler(logging.StreamHandler(screen))
    be_brief(logger, set())
    logger.error("cannot read Künstler.png")
    assert screen.buffer.getvalue() == b"cannot read K\\xfcnstler.png\n"


def test_the_table_of_jobs_is_said_once(terminal):
    table = "Job stats:\njob  count\nall  1\n"
    assert said(terminal, table, event="run_info") == table.rstrip()
    assert said(terminal, table, event="run_info") == ""


@pytest.mark.parametrize(
    ("message", "line"),
    [
        (
            'InputError in file "/x/rules/common.smk", line 3:\nconfig: unknown key\n'
            '  File "/x/rules/common.smk", line 3, in <module>',
            "config: unknown key",
        ),
        (
            'RuleException:\nJobError in file "/x/rules/images.smk", line 9:\n'
            'lilies: cannot read it\n  File "/x", line 9, in __rule_thumbnail',
            "lilies: cannot read it",
        ),
        (
            "InputFunctionException in rule thumbnail:\nError:\n  InputError: no image lily\n"
            "Wildcards:\n  image=lily",
            "no image lily",
        ),
        (
            "InputFunctionException in rule palette in file x, line 1:\nError:\n"
            "  KeyboardInterrupt: \nWildcards:\n  k=5",
            "Interrupted.",
        ),
        ("MissingRuleException:\nNo rule", "usual: MissingRuleException:\nNo rule"),
    ],
)
def test_what_a_user_can_mend_is_said_in_one_line(terminal, message, line):
    assert said(terminal, message, event="error") == line


def test_progress_is_drawn_as_a_bar_and_not_said(terminal):
    assert said(terminal, "", event="progress", done=1, total=4) == ""
    assert "1/4" in terminal.stream.getvalue() or "0/4" in terminal.stream.getvalue()
    assert said(terminal, "", event="progress", done=4, total=4) == ""
    assert terminal.bar is None


OLDER = (
    "WorkflowError:\nOutput results/thumbnails/a.png has older modification time"
    " (2026-11-26 12:00:00.25) than input a.png ({}). This could indicate a clock skew problem"
    " in your network and would trigger a rerun of this job in the next execution and should"
    " therefore be fixed on system level. System time: 2026-11-26 12:00:00.5"
)


@pytest.mark.parametrize("time", ["2030-01-01 10:00:00.125", "2030-01-01 10:00:00"])
def test_a_date_in_the_future_is_told_whatever_the_file_system_keeps_of_a_second(terminal, time):
    line = said(terminal, OLDER.format(time), event="error")
    assert line.startswith(
        "results/thumbnails/a.png: its input a.png is dated 2030-01-01 10:00:00,"
    )
    assert "clock skew" not in line


@pytest.fixture
def elsewhere():
    """A logger that tells failures of jobs elsewhere, and a list of what it says."""
    logger, lines = logging.Logger("snakemake"), []
    screen = logging.Handler()
    screen.emit = lambda record: lines.append(record.getMessage())
    screen.addFilter(lambda record: not hasattr(record, "event"))
    logger.addHandler(screen)
    tell_failures_elsewhere(logger, {"rules", "host"}, time.time() - 1)
    return logger, lines


def failed_log(folder, name, words):
    """Let a step fail with some `words`, and return the path of its log."""
    log = str(folder / f"{name}.log")
    with pytest.raises(JobError):
        run_step("common.files.read_json", log, f"/no/such/{words}.json")
    return log


def test_the_failure_of_a_job_elsewhere_is_told_once_with_image_reason_and_log(elsewhere, tmp_path):
    logger, lines = elsewhere
    log = failed_log(tmp_path, "lilies", "pond")
    failure = {"event": "job_error", "rule_name": "thumbnail", "log": [log], "indent": False}
    for _ in range(2):
        logger.error("Error in rule thumbnail", extra=failure)
    (line,) = lines
    assert line.startswith("lilies: FileNotFoundError: ")
    assert "/no/such/pond.json" in line
    assert line.endswith(f"(log: {log})")


def test_what_snakemake_has_told_of_a_job_is_not_told_again(elsewhere, tmp_path):
    logger, lines = elsewhere
    log = str(tmp_path / "lilies.log")
    with pytest.raises(JobError) as failure:
        run_step("common.files.read_json", log, "/no/such/pond.json")
    logger.error(f"RuleException:\nJobError in file x:\n{failure.value}", extra={"event": "error"})
    record = {"event": "job_error", "rule_name": "thumbnail", "log": [log], "indent": False}
    logger.error("Error in rule thumbnail", extra=record)
    assert lines == []


def test_of_a_group_the_jobs_that_failed_are_told(elsewhere, tmp_path):
    logger, lines = elsewhere
    logs = [failed_log(tmp_path, "old", "x"), failed_log(tmp_path, "new", "y")]
    os.utime(logs[0], (1, 1))  # of an earlier run
    logs.append(str(tmp_path / "never written.log"))
    jobs = [{"rule_name": "pixels", "log": [log]} for log in logs]
    logger.error("Error in group", extra={"event": "group_error", "job_error_info": jobs})
    for job in jobs:
        logger.error("Error", extra={"event": "job_error", "indent": True, **job})
    (line,) = lines
    assert line.startswith("new: FileNotFoundError: ")


def test_where_a_log_tells_no_reason_that_is_told(elsewhere, tmp_path):
    logger, lines = elsewhere
    log = str(tmp_path / "lilies.log")
    failure = {"event": "job_error", "rule_name": "thumbnail", "log": [log], "indent": False}
    logger.error("Error in rule thumbnail", extra=failure)
    assert lines == [f"thumbnail failed, and its log does not tell why (log: {log})"]


def test_who_wants_to_hear_nothing_hears_nothing():
    logger = logging.Logger("snakemake")
    tell_failures_elsewhere(logger, {"all"}, 0)
    assert logger.handlers == []
