"""The workflow in slices over a real Slurm, of one node on loopback: make cluster-test."""

import getpass
import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.workflow.runner import Workflow

ROOT = Path(__file__).parents[2]
SUBMIT = ROOT / "profiles/slurm/submit.sh"
COUNT, SLICES = 60, 3
CPUS = 4  # of a slice, as slice.sh says
CONFIG = """
collection: paintings
palette: {ks: [3, 5], algorithm: farthest_first, restarts: 10}
"""
# One node of twice the CPUs that a slice is given, so that two slices are at work at once.
SLURM_CONF = """
ClusterName=loopback
SlurmctldHost=localhost(127.0.0.1)
SlurmUser={user}
SlurmdUser={user}
SlurmctldPort={controller}
SlurmdPort={node}
AuthType=auth/munge
AuthInfo=socket={folder}/munge.socket
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SlurmdParameters=config_overrides
AccountingStorageType=accounting_storage/none
JobAcctGatherType=jobacct_gather/none
MpiDefault=none
MailProg=/bin/true
SchedulerParameters=sched_interval=1
KillWait=1
NodeName=node NodeHostname=localhost NodeAddr=127.0.0.1 CPUs={cpus} RealMemory={memory}
PartitionName=all Nodes=node Default=YES
"""
USER = getpass.getuser()
SECONDS = 120


@pytest.fixture(scope="session")
def slurm():
    """The environment in which sbatch finds a Slurm of one node."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        folder.chmod(0o755)  # munge refuses a socket that others could not reach
        (folder / "munge.key").write_bytes(secrets.token_bytes(128))
        (folder / "munge.key").chmod(0o600)
        munge = [f"--{name}-file={folder}/munge.{name}" for name in ("key", "log", "pid", "seed")]
        conf = folder / "slurm.conf"
        controller, node = free_ports(2)
        conf.write_text(
            SLURM_CONF.format(
                folder=folder,
                user=USER,
                controller=controller,
                node=node,
                cpus=2 * CPUS,
                memory=2 * CPUS * 1024,
            )
        )
        for name in ("state", "spool"):
            (folder / name).mkdir()
        stack.enter_context(daemon("munged", "-F", f"--socket={folder}/munge.socket", *munge))
        wait_until((folder / "munge.socket").exists)
        stack.enter_context(daemon("slurmctld", "-D", "-f", conf))
        stack.enter_context(daemon("slurmd", "-D", "-N", "node", "-f", conf))
        path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
        environment = os.environ | {"SLURM_CONF": str(conf), "PATH": path}
        wait_until(lambda: is_ready(environment))
        yield environment


def is_ready(environment):
    """Tell whether the controller answers and its node is free."""
    command = ["sinfo", "--noheader", "--format=%t"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    return done.stdout.strip() == "idle"


def free_ports(count):
    """Return numbers of ports of loopback that nobody listens at."""
    with ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in sockets]


@contextmanager
def daemon(*command):
    """Run a daemon in the foreground; pytest shows what it said where a test fails."""
    process = subprocess.Popen(command)
    try:
        yield
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def wait_until(condition):
    deadline = time.monotonic() + SECONDS
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.1)


def said_by(environment, *command):
    """Return what a command of Slurm says, which must succeed."""
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return done.stdout


class Cluster(Workflow):
    """The workflow in a folder of its own, over Slurm."""

    def __init__(self, folder, environment):
        super().__init__(folder)
        self.environment = environment

    def submit(self, slices=SLICES):
        """Run submit.sh and return the finished process."""
        return subprocess.run(
            [SUBMIT, str(slices), "-s", ROOT / "Snakefile"],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=False,
        )

    def start(self):
        """Submit the slices and return the IDs of the array's job and of the last."""
        done = self.submit()
        assert done.returncode == 0, done.stderr
        return re.findall(r"job (\d+), the last and the page (\d+)", done.stdout)[0]

    def queue(self, *options):
        """Return the slices that wait or are at work, a line each."""
        return said_by(self.environment, "squeue", "--noheader", "--array", *options)

    def end(self):
        """Wait until no slice is left, and return what the last ones said."""
        wait_until(lambda: not self.queue())
        logs = sorted((self.folder / "results/logs/slurm").iterdir(), key=os.path.getmtime)
        return "\n".join(log.read_text() for log in logs)

    def made(self):
        """Return the time stamps of the files of single images, by path."""
        folders = [self.folder / "results" / name for name in ("thumbnails", "pixels", "palettes")]
        paths = [path for folder in folders for path in folder.rglob("*.*")]
        return {path: path.stat().st_mtime_ns for path in paths if not path.name.startswith(".")}


@pytest.fixture(scope="session")
def whole(tmp_path_factory):
    """The bytes of what one machine makes of the images, by path, and the folder."""
    folder = tmp_path_factory.mktemp("whole")
    (folder / "config.yaml").write_text(CONFIG)
    (folder / "paintings").mkdir()
    for number in range(COUNT):
        noise = np.random.default_rng(number).integers(0, 256, (48, 48, 3), dtype=np.uint8)
        Image.fromarray(noise).save(folder / f"paintings/noise-{number}.png")
    untouched = shutil.copytree(folder, folder.with_name("untouched"))
    workflow = Workflow(folder)
    workflow.build("-s", str(ROOT / "Snakefile"))
    return workflow.outputs(), untouched


@pytest.fixture
def cluster(slurm, whole, tmp_path):
    """A cluster's folder, in which nothing has run."""
    cluster = Cluster(shutil.copytree(whole[1], tmp_path / "shared"), slurm)
    yield cluster
    said_by(slurm, "scancel", f"--user={USER}")
    wait_until(lambda: not cluster.queue())


def test_slices_make_the_same_bytes_as_one_machine(cluster, whole):
    first, last = cluster.start()
    refused = cluster.submit()
    assert refused.returncode == 1
    assert "slices are at work in this folder" in refused.stderr
    wait_until(lambda: cluster.queue("--states=running").count("\n") == SLICES - 1)
    said = cluster.end()
    assert cluster.outputs() == whole[0], said
    for task in (f"{first}_1", f"{first}_2", f"{last}_{SLICES}"):
        log = (cluster.folder / f"results/logs/slurm/{task}.log").read_text()
        assert re.search(rf"^thumbnail +{COUNT // SLICES}$", log, re.MULTILINE)
        assert f"{COUNT} images: {COUNT // SLICES * 2} palettes made, " in log


def test_a_killed_slice_is_completed_by_submitting_again(cluster, whole):
    first, last = cluster.start()
    wait_until(lambda: len(list((cluster.folder / "results/palettes").rglob("*.json"))) >= 5)
    task = [f"{first}_1"]
    said_by(cluster.environment, "scancel", "--signal=KILL", "--full", *task)
    cluster.end()
    made = cluster.made()
    assert not (cluster.folder / f"results/logs/slurm/{last}_{SLICES}.log").exists()
    assert len(made) < 4 * COUNT * (SLICES - 1) // SLICES  # four files an image
    cluster.start()
    said = cluster.end()
    assert cluster.outputs() == whole[0], said
    again = cluster.made()
    # Only what was being made is made again.
    assert sum(again[path] != made[path] for path in made) <= CPUS


@pytest.mark.parametrize("slices", ["1", "many"])
def test_a_number_of_slices_that_cannot_be_is_refused(cluster, slices):
    refused = cluster.submit(slices)
    assert refused.returncode == 2
    assert refused.stderr == (
        f"submit.sh: the number of slices is {slices}; allowed: a whole number from 2\n"
    )


def test_more_slices_than_images_are_refused_before_anything_is_submitted(cluster):
    refused = cluster.submit(COUNT + 1)
    assert refused.returncode == 1
    assert "palettes_k has less input files than batches" in refused.stderr
    assert not cluster.queue()
