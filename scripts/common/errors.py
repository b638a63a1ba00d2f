"""Why something ended early, told in one line."""


class InputError(ValueError):
    """Something given to the workflow is not as it must be.

    The message is one line: where (file, row or key), what was found, and what is allowed.
    """


class Interrupted(Exception):
    """Ctrl-C ended the job."""


class JobError(RuntimeError):
    """A job failed. The message is one line: which job, why, and where its log is."""
