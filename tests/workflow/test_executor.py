"""Jobs that another process runs for Snakemake, as on a cluster: here one a job on this machine."""

import pytest

SUBMIT = '#!/bin/sh\nsh "$1" >>jobs.txt 2>&1\n'
OPTIONS = ("--executor", "cluster-generic", "--cluster-generic-submit-cmd", "./submit.sh")
OPTIONS += ("--seconds-between-status-checks", "1", "--latency-wait", "0")
GROUPS = ("--groups", "thumbnail=image", "pixels=image", "--group-components", "image=3")


@pytest.fixture
def cluster(unbuilt):
    """As `unbuilt`, and image b has become a web page."""
    (unbuilt.folder / "b.png").write_text("<html></html>")
    (unbuilt.folder / "submit.sh").write_text(SUBMIT)
    (unbuilt.folder / "submit.sh").chmod(0o755)
    return unbuilt


@pytest.mark.parametrize("groups", [(), GROUPS], ids=["alone", "grouped"])
def test_a_failed_job_is_told_once_with_image_reason_and_log(cluster, groups):
    targets = [f"results/pixels/{image}.parquet" for image in "ab"]
    done = cluster.run("-j2", "-k", *OPTIONS, *groups, "--", *targets)
    assert done.returncode != 0
    line = "b: cannot read b.png: not an image of a known kind; it begins with '<html></html>'"
    line += " (log: results/logs/thumbnails/b.log)"
    assert done.stderr.count("cannot read b.png") == 1
    assert line in [said.strip() for said in done.stderr.splitlines()]
    assert "What succeeded is kept." in done.stderr
    assert "Traceback" not in done.stderr


def test_what_was_made_elsewhere_is_counted(cluster):
    group = ("--groups", "thumbnail=g", "pixels=g", "palette=g")
    said = cluster.build(*OPTIONS, *group, "--", "results/palettes/k3/a.json")
    assert said.strip().splitlines()[-1].strip().startswith("3 images: 1 palette made, ")
