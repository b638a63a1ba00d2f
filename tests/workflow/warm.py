"""Snakemake kept warm: a process that has imported it, and is forked for each run.

All that it has imported is other projects': a run finds its own scripts/, edited or not.
"""

import gc
import importlib
import json
import os
import runpy
import signal
import sys

PACKAGES = ["snakemake.cli", "snakemake.report", "PIL.Image", "fastjsonschema", "jinja2", "joblib"]
PACKAGES += ["pandas", "requests", "smart_open", "tqdm.auto"]


def serve():
    """Be the run that a line of standard input asks for, in a fork, and print its exit code."""
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            return run(**json.loads(line))
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


def run(arguments, folder, environment, outputs, timeout):
    """Be `python -m snakemake` in a folder, with its two outputs in files."""
    signal.alarm(timeout)
    for number, path in enumerate([os.devnull, *outputs]):
        os.dup2(os.open(path, os.O_RDWR), number)
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    sys.path[0] = folder
    sys.argv[1:] = arguments
    runpy.run_module("snakemake", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    for name in PACKAGES:
        importlib.import_module(name)
    gc.freeze()
    serve()
