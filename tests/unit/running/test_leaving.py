"""What is left of a run's folders."""

import subprocess
import sys
from types import SimpleNamespace

import pytest

from scripts.running.leaving import remove_empty_folders


def jobs(*outputs):
    return [SimpleNamespace(output=paths) for paths in outputs]


def test_folders_without_files_go_and_those_above_them_while_others_stay(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for folder in ("results/palettes/k3", "results/pixels", "results/thumbnails", "mine"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "results/pixels/a.parquet").touch()
    remove_empty_folders(
        jobs(
            ["results/palettes/k3/a.json"],
            ["results/thumbnails/a.png", "results/pixels/a.parquet"],
            ["results/never/there.json", "results/pixels/b.parquet", "plain.txt"],
        )
    )
    found = sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*"))
    assert found == ["mine", "results", "results/pixels", "results/pixels/a.parquet"]


@pytest.mark.parametrize("unlock", ["lambda: print('unlocked', flush=True)", "lambda: 1 / 0"])
def test_a_process_is_left_with_its_last_words_whatever_is_wrong(tmp_path, unlock):
    (tmp_path / "temporary").mkdir()
    (tmp_path / "temporary/file").touch()
    script = f"""
import threading
from scripts.running.leaving import leave_at_once
threading.Thread(target=threading.Event().wait).start()
leave_at_once({unlock}, {str(tmp_path / "temporary")!r}, "Interrupted.")
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 1
    assert done.stdout == ("unlocked\n" if "print" in unlock else "")
    assert done.stderr == "\nInterrupted.\n"
    assert not (tmp_path / "temporary").exists()
