"""Damage image files at random, and see that each is read or refused: python -m tests.mutations 600

Tells every file that crashed its reader, hung, took much memory, or was refused in more than a
line; a seed makes it again.
"""

import contextlib
import logging
import os
import resource
import select
import subprocess
import sys
import tempfile
import time
import warnings
from pathlib import Path

import numpy as np

from tests.image_kinds import for_browsers, for_other_viewers

LONGEST = 3  # s a file
MOST_MEMORY = 100  # MB a file
ROOT = Path(__file__).parents[1]


def mutated(content, seed):
    """Return the bytes of a file after a few accidents: bits flipped, cut, repeated, set, moved."""
    random = np.random.default_rng(seed)
    data = bytearray(content)
    for _ in range(random.integers(1, 5)):
        at, length = int(random.integers(len(data))), int(random.integers(1, 64))
        accident = random.integers(6)
        if accident == 0:
            data[at] ^= 1 << int(random.integers(8))
        elif accident == 1:
            del data[max(at, 16) :]
        elif accident == 2:
            data[at:at] = data[at : at + length]
        elif accident == 3:
            data[at : at + length] = random.bytes(length)
        elif accident == 4:  # sizes stand near the beginning
            at = int(random.integers(min(len(data), 64)))
            data[at : at + 2] = random.bytes(2)
        else:
            data[at : at + length] = bytes(length)
        data = data or bytearray(1)
    return bytes(data)


def find_faults(seconds, first_seed=0):
    """Return how many files were tried in so many seconds, and what was wrong with which, lines."""
    kinds, faults, tried = [*for_browsers(), *for_other_viewers()], [], 0
    end, reader = time.monotonic() + seconds, None
    while time.monotonic() < end:
        kind, seed = kinds[tried % len(kinds)], first_seed + tried
        reader = reader if reader and reader.poll() is None else _reader()
        os.write(reader.stdin.fileno(), f"{tried % len(kinds)} {seed}\n".encode())
        ready, _, _ = select.select([reader.stdout], [], [], LONGEST)
        said = reader.stdout.readline().strip() if ready else b"hung"
        if said != b"fine":
            faults.append(f"{kind.name}, seed {seed}: {said.decode() or 'crashed'}")
            reader.kill()
            reader.wait()
        tried += 1
    if reader:
        reader.kill()
    return tried, faults


def _reader():
    reader = subprocess.Popen(
        [sys.executable, "-m", "tests.mutations", "read"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
    )
    assert reader.stdout.readline() == b"ready\n"
    return reader


def _read_as_told():
    from scripts.images.decode import UnreadableImage, read_small

    logging.disable()
    warnings.simplefilter("ignore")
    kinds = [*for_browsers(), *for_other_viewers()]
    with tempfile.TemporaryDirectory() as folder, open(os.devnull, "w") as nothing:
        path = Path(folder, "image")
        for kind in kinds:  # what a decoder needs once is not counted
            path.write_bytes(kind.content)
            read_small(path, 64)
        print("ready", flush=True)
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        for line in sys.stdin:
            number, seed = map(int, line.split())
            path.write_bytes(mutated(kinds[number].content, seed))
            said = "fine"
            try:
                with contextlib.redirect_stderr(nothing):
                    read_small(path, 64)
            except UnreadableImage as error:
                said = "fine" if "\n" not in str(error) else "refused in more than a line"
            now = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            if now - most > MOST_MEMORY * 1024:
                said = f"took {(now - most) / 1024:.0f} MB"
            print(said, flush=True)


def main():
    if sys.argv[1:] == ["read"]:
        _read_as_told()
        return
    tried, faults = find_faults(float(sys.argv[1]), int(time.time()))
    print(*faults, f"{tried} files, {len(faults)} faults", sep="\n")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
