"""``--cluster``: a real scheduler and real workers on this machine, of which some are killed."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from letters import DOCGEN, MADE, batch, docgen, documents, environment, export, letters, number, own

HERE = Path(__file__).parent
QUICK = {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1"}
"""Two workers that fall are enough for the scheduler, as for the local pool; its own default is four."""


@dataclass
class Machines:
    """A scheduler and its workers, each a process with processes of its own."""

    folder: Path
    env: dict[str, str] = field(default_factory=dict)
    running: list["subprocess.Popen[bytes]"] = field(default_factory=list)

    @property
    def address(self) -> str:
        """Return where the scheduler is, when it has said so."""
        file = self.folder / "scheduler.json"
        until = time.monotonic() + 60
        while not file.exists() and time.monotonic() < until:
            time.sleep(0.05)
        time.sleep(0.1)
        return str(json.loads(file.read_text(encoding="utf-8"))["address"])

    def scheduler(self, *more: str) -> None:
        file = f"--scheduler-file={self.folder / 'scheduler.json'}"
        self._starts("dask_scheduler", "--host=127.0.0.1", "--port=0", "--no-dashboard", file, *more)

    def worker(self, *more: str) -> "subprocess.Popen[bytes]":
        where = f"--scheduler-file={self.folder / 'scheduler.json'}"
        local = f"--local-directory={self.folder}"
        return self._starts(
            "dask_worker", "--host=127.0.0.1", "--nthreads=1", "--no-dashboard", "--memory-limit=0", local, where, *more
        )

    def _starts(self, program: str, *arguments: str) -> "subprocess.Popen[bytes]":
        process = subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.{program}", *arguments],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=environment(QUICK | self.env),
            cwd=self.folder,
            start_new_session=True,
        )
        self.running.append(process)
        return process

    def end(self) -> None:
        for process in self.running:
            kill(process)


def kill(process: "subprocess.Popen[bytes]") -> None:
    """Kill a process of ours with all below it, at once."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@pytest.fixture
def machines(tmp_path: Path) -> Iterator[Machines]:
    found = Machines(tmp_path / "kluster", {"PYTHONPATH": str(HERE), "DOCGEN_TEST_FALL": str(tmp_path / "fall")})
    found.folder.mkdir()
    yield found
    found.end()


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return what the local pool makes of 150 letters."""
    folder = tmp_path_factory.mktemp("lokalt")
    assert batch(export(folder / "e.jsonl", 150), folder / "ut").returncode == 0
    return documents(folder / "ut")


def started(machines: Machines, source: Path, out: Path) -> "subprocess.Popen[bytes]":
    order = [*DOCGEN, "batch", str(source), "--out", str(out), *MADE, "--json", "--cluster", machines.address]
    return subprocess.Popen(order, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment())


def wait_for(out: Path, files: int) -> None:
    until = time.monotonic() + 120
    while len(documents(out)) < files and time.monotonic() < until:
        time.sleep(0.05)


def told(lines: bytes) -> list[dict[str, str]]:
    return [json.loads(line) for line in lines.splitlines()]


def test_a_killed_worker_costs_nothing_and_the_documents_are_those_of_the_local_pool(
    machines: Machines, tmp_path: Path, local: dict[str, bytes]
) -> None:
    machines.scheduler()
    first, _ = machines.worker("--no-nanny"), machines.worker("--no-nanny")
    out = tmp_path / "ut"
    with started(machines, export(tmp_path / "e.jsonl", 150), out) as running:
        wait_for(out, 20)
        kill(first)
        answer, errors = running.communicate()
    assert running.returncode == 0, errors
    rows = told(answer)
    assert sorted(one["nyckel"] for one in rows) == [number(at) for at in range(1, 151)]
    assert {one["status"] for one in rows} == {"gjord"}
    assert documents(out) == local
    assert own(out) == {"logbook.sqlite", "logbook.lock", "nyckel"}
    assert docgen("verify", out).returncode == 0


@pytest.mark.parametrize("workers", [1, 2])  # on one machine, what falls always waits beside what fells
def test_a_record_that_fells_every_worker_is_put_aside_and_the_others_are_made(
    workers: int, machines: Machines, tmp_path: Path
) -> None:
    (tmp_path / "fall").write_text(number(20), encoding="utf-8")
    machines.scheduler()
    for _ in range(workers):
        machines.worker("--nanny", "--preload", "falling")
    done = batch(export(tmp_path / "e.jsonl", 40), tmp_path / "ut", "--json", "--cluster", machines.address)
    rows = told(done.stdout.encode())
    assert done.returncode == 1, done.stderr
    assert [(one["nyckel"], one["kod"]) for one in rows if one["status"] == "misslyckad"] == [(number(20), "W-01")]
    assert len(rows) == 40
    assert len(documents(tmp_path / "ut")) == 78


def test_asked_to_stop_it_ends_with_the_records_it_is_at_and_goes_on_later(
    machines: Machines, tmp_path: Path, local: dict[str, bytes]
) -> None:
    machines.scheduler()
    machines.worker("--no-nanny")
    out, source = tmp_path / "ut", export(tmp_path / "e.jsonl", 150)
    with started(machines, source, out) as running:
        wait_for(out, 20)
        running.send_signal(signal.SIGTERM)
        answer, errors = running.communicate(timeout=60)
    assert running.returncode == 130, errors
    made = len(told(answer))
    assert 0 < made < 150
    assert len(documents(out)) == 2 * made
    assert docgen("verify", out).returncode == 0
    again = told(batch(source, out, "--json", "--cluster", machines.address).stdout.encode())
    assert [one["status"] for one in again].count("oforandrad") == made
    assert documents(out) == local


def test_what_a_killed_batch_left_at_work_does_not_touch_the_folder_any_more(
    machines: Machines, tmp_path: Path
) -> None:
    machines.scheduler()
    for _ in range(2):
        machines.worker("--no-nanny")
    out, source = tmp_path / "ut", export(tmp_path / "e.jsonl", 100)
    with started(machines, source, out) as running:
        wait_for(out, 20)
        running.kill()
    done = batch(source, out, "--cluster", machines.address, "--packing", "liten", "--overwrite")
    assert (done.returncode, len(documents(out))) == (0, 200), done.stderr
    assert docgen("verify", out).stdout == ""
    assert own(out) == {"logbook.sqlite", "logbook.lock", "nyckel"}


def test_standard_input_and_packed_exports_lie_in_the_folder_that_all_share(machines: Machines, tmp_path: Path) -> None:
    machines.scheduler()
    machines.worker("--no-nanny")
    order = ("batch", "-", "--out", "ut", *MADE, "--cluster", machines.address)
    done = docgen(*order, stdin=letters(3).encode(), cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert len(documents(tmp_path / "ut")) == 6
    assert own(tmp_path / "ut") == {"logbook.sqlite", "logbook.lock", "nyckel"}


def test_retry_asks_the_cluster_that_the_folder_was_made_by(machines: Machines, tmp_path: Path) -> None:
    machines.scheduler()
    machines.worker("--no-nanny")
    source = tmp_path / "e.jsonl"
    source.write_text(letters(2) + "{\n", encoding="utf-8")
    assert batch(source, tmp_path / "ut", "--cluster", machines.address).returncode == 1
    export(source, 3)
    done = docgen("retry", tmp_path / "ut", "--json")
    assert (done.returncode, len(documents(tmp_path / "ut"))) == (0, 6), done.stderr


def test_a_fault_that_stops_a_worker_stops_the_batch_and_is_told(machines: Machines, tmp_path: Path) -> None:
    machines.scheduler()
    machines.worker("--no-nanny", "--preload", "full_disk")
    done = batch(export(tmp_path / "e.jsonl", 3), tmp_path / "ut", "--cluster", machines.address)
    assert (done.returncode, "S-04" in done.stderr, "Traceback" in done.stderr) == (74, True, False), done.stderr


def test_a_worker_of_another_version_is_refused(machines: Machines, tmp_path: Path) -> None:
    machines.scheduler()
    machines.worker("--no-nanny", "--preload", "other_version")
    done = batch(export(tmp_path / "e.jsonl", 3), tmp_path / "ut", "--cluster", machines.address)
    assert (done.returncode, "W-04" in done.stderr, "Traceback" in done.stderr) == (69, True, False), done.stderr
    assert documents(tmp_path / "ut") == {}


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "okand://x", "tls://127.0.0.1:9"])
def test_a_cluster_that_is_not_there_is_told_before_anything_is_planned(address: str, tmp_path: Path) -> None:
    done = batch(export(tmp_path / "e.jsonl", 1), tmp_path / "ut", "--cluster", address)
    assert (done.returncode, "W-03" in done.stderr, "Traceback" in done.stderr) == (69, True, False), done.stderr
    assert not (tmp_path / "ut").exists()


def test_without_the_extra_it_is_told_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text("import sys\nsys.modules['distributed'] = None\n", encoding="utf-8")
    done = batch(
        export(tmp_path / "e.jsonl", 1), tmp_path / "ut", "--cluster", "tcp://x:1", env={"PYTHONPATH": str(tmp_path)}
    )
    assert (done.returncode, "docgen[kluster]" in done.stderr) == (69, True), done.stderr


def test_with_tls_only_who_has_a_certificate_is_answered(machines: Machines, tmp_path: Path) -> None:
    cert, key = tmp_path / "cert.pem", tmp_path / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=k", "-keyout", key, "-out", cert],
        check=True,
        capture_output=True,
    )
    files = (f"--tls-ca-file={cert}", f"--tls-cert={cert}", f"--tls-key={key}")
    machines.scheduler("--protocol=tls", *files)
    machines.worker("--no-nanny", *files)
    ours = ("--cluster-tls-ca", cert, "--cluster-tls-cert", cert, "--cluster-tls-key", key)
    source = export(tmp_path / "e.jsonl", 2)
    assert machines.address.startswith("tls://")
    assert batch(source, tmp_path / "utan", "--cluster", machines.address).returncode == 69
    done = batch(source, tmp_path / "ut", "--cluster", machines.address, *ours)
    assert (done.returncode, len(documents(tmp_path / "ut"))) == (0, 4), done.stderr
