"""What is left of a run's folders."""

from types import SimpleNamespace

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
