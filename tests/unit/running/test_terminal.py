import io
import logging

import pytest

from scripts.running.terminal import BriefFormatter


@pytest.fixture
def terminal():
    """A BriefFormatter that draws its bar on a text stream."""
    return BriefFormatter(logging.Formatter("usual: %(message)s"), io.StringIO())


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
