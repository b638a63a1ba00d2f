"""How soon a run of many images ends that is told to, and whether the next one goes on from there.

    python -m benchmarks.leaving path/to/a/collection.tsv -n 15000 --times 20

Ctrl-C and SIGTERM in turns, at random moments: while the DAG is read, while images are worked on,
while all is gathered. At last the run goes on to its end, and its files are compared with those of
the first one, which nobody disturbed. The collection's images are repeated. What a run of
so many in `--folder` has made is taken as the first. Prints Markdown. Needs Linux.
"""

import argparse
import hashlib
import os
import random
import re
import signal
import subprocess
import tempfile
import time
from datetime import date
from pathlib import Path

from benchmarks.folder import ROOT, SNAKEMAKE, Folder, repeated
from scripts.page.bundle import install_modules

SIGNALS = {"Ctrl-C": signal.SIGINT, "SIGTERM": signal.SIGTERM}
MOMENTS = ("start", "images", "gathering")


def digests(folder):
    """Return the digests of results by their paths, less logs, npm's modules and what is kept."""
    results = folder / "results"
    return {
        str(path.relative_to(results)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in results.rglob("*")
        if path.is_file()
        and not {"logs", "node_modules", "kept"} & set(path.relative_to(results).parts)
    }


def prepare(folder, moment):
    """Take away results so that the next run comes to a `moment` soon."""
    results = folder / "results"
    gone = [] if moment == "start" else [*results.glob("palettes*.json"), results / "index.html"]
    if moment == "images":
        images = sorted(path.stem for path in (results / "thumbnails").iterdir())
        for image in random.sample(images, min(1000, len(images) // 2)):
            gone += [
                results / f"pixels/{image}.parquet",
                *results.glob(f"palettes/k*/{image}.json"),
            ]
    for path in gone:
        path.unlink(missing_ok=True)


def wait_for(moment, run, log, reading):
    """Wait until a `run` that writes to `log` is at a random point of a moment.

    `reading` is how many seconds it takes to read the DAG.
    """
    if moment == "start":
        time.sleep(random.uniform(1, reading))
        return
    while "job/s" not in log.read_text(errors="replace") and run.poll() is None:
        time.sleep(0.05)
    time.sleep(random.uniform(0, 4))


def leave(folder, kind, moment, reading):
    """Return how many seconds a run took to end after a signal, and what it said."""
    log = folder / "said.log"
    command = [SNAKEMAKE, "-s", ROOT / "Snakefile", "-j8"]
    command += ["--workflow-profile", ROOT / "profiles/default"]
    with log.open("w") as said:
        run = subprocess.Popen(
            command, cwd=folder, stdout=said, stderr=said, start_new_session=True
        )
    wait_for(moment, run, log, reading)
    start = time.perf_counter()
    if run.poll() is not None:
        raise RuntimeError(f"the run had ended: {log.read_text(errors='replace')[-300:]}")
    if kind == "Ctrl-C":
        os.killpg(run.pid, SIGNALS[kind])  # as a terminal does
    else:
        run.send_signal(SIGNALS[kind])
    run.wait()
    return time.perf_counter() - start, log.read_text(errors="replace")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("collection")
    parser.add_argument("-n", type=int, default=15_000, help="number of images")
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--folder", help="where to work, in place of a folder that is then gone")
    arguments = parser.parse_args()
    print(f"{arguments.n:,} images, {date.today()}, {os.cpu_count()} cores\n", flush=True)
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary)
        modules = root / "node_modules"
        install_modules(ROOT / "page/package.json", ROOT / "page/package-lock.json", modules)
        path = Path(arguments.folder or root / "run").resolve()
        folder = Folder(path, repeated(arguments.collection, arguments.n), modules)
        if not (path / "results").exists():
            folder.bring_modules(ROOT)
        first = folder.snakemake(ROOT, "-j8")
        whole = digests(folder.path)
        nothing = folder.snakemake(ROOT, "-j8")
        print("| | wall | CPU | main process |\n|---|---|---|---|")
        begun = "the rest of the first run" if arguments.folder else "first run"
        for name, used in ((f"{begun}, -j8", first), ("nothing to do", nothing)):
            memory = f"{used.main_memory / 1e6:.0f} MB"
            print(f"| {name} | {used.wall:.0f} s | {used.cpu:.0f} s | {memory} |", flush=True)
        print("\n| | told to end | the prompt after | traceback |\n|---|---|---|---|", flush=True)
        random.seed(0)
        for number in range(arguments.times):
            kind, moment = list(SIGNALS)[number % 2], MOMENTS[number % 3]
            prepare(folder.path, moment)
            seconds, said = leave(folder.path, kind, moment, nothing.wall)
            traceback = "yes" if re.search(r"Traceback|Exception", said) else "no"
            print(f"| {kind} | {moment} | {seconds:.2f} s | {traceback} |", flush=True)
        folder.snakemake(ROOT, "-j8")
        same = digests(folder.path) == whole
        print(f"\nThe files at last are {'the same' if same else 'NOT the same'} as undisturbed.")


if __name__ == "__main__":
    main()
