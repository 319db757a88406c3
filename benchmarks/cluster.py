"""Times the cluster against the local pool: the same letters, both with two processes that make them.

Repeat with ``python benchmarks/cluster.py [rounds [letters]]``. The cluster is a scheduler and two workers on this
machine, started before the clock; each round is a fresh ``docgen batch`` into a fresh folder, one of each in turn. The
figure is the CPU time of all processes, scheduler and workers with them, the middle of the rounds. The first batch of
all is not timed: the workers of a cluster stand ready, as they do where there is one.
"""

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LETTER = ROOT / "samples" / "bistandsbeslut" / "utkast-kontaktperson.json"
ORGANISATION = ROOT / "samples" / "organisation.toml"
PROCESSES = 2
TARGET = 0.8


def export(path: Path, count: int) -> Path:
    """Write ``count`` letters that differ by their number."""
    letter = json.loads(LETTER.read_text(encoding="utf-8"))
    del letter["$schema"]
    records = (letter | {"arende": {"diarienummer": f"IFO 2026/{at:05}"}} for at in range(1, count + 1))
    path.write_text("".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in records), encoding="utf-8")
    return path


@contextmanager
def cluster(folder: Path) -> Iterator[tuple[str, Sequence[int]]]:
    """Give the address of a scheduler with two workers, all on this machine, and the numbers of their processes."""
    file, numbers = folder / "scheduler.json", []
    with ExitStack() as stack:
        for program, *more in (
            ("dask_scheduler", "--port=0"),
            *[("dask_worker", "--no-nanny", "--nthreads=1", f"--local-directory={folder}")] * PROCESSES,
        ):
            command = [sys.executable, "-m", f"distributed.cli.{program}", "--host=127.0.0.1", "--no-dashboard"]
            process = subprocess.Popen(
                [*command, f"--scheduler-file={file}", *more], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            numbers.append(process.pid)
            stack.callback(process.wait)
            stack.callback(process.terminate)
        while not file.exists() or not file.read_text(encoding="utf-8").endswith("}"):
            time.sleep(0.05)
        yield str(json.loads(file.read_text(encoding="utf-8"))["address"]), numbers


def spent(processes: Sequence[int]) -> float:
    """Return the CPU seconds of all that has ended below this process, and of ``processes``, which have not."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    running = [Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split() for pid in processes]
    ticks = sum(int(one[11]) + int(one[12]) for one in running)
    return ended.ru_utime + ended.ru_stime + ticks / os.sysconf("SC_CLK_TCK")


def once(source: Path, way: Sequence[str], processes: Sequence[int]) -> float:
    """Return the CPU seconds of one batch, those that the cluster's processes spend on it included."""
    with tempfile.TemporaryDirectory() as out:
        order = [sys.executable, "-m", "docgen", "batch", str(source), "--out", out, "--format", "docx", *way]
        before = spent(processes)
        subprocess.run([*order, "--organisation", str(ORGANISATION)], check=True, capture_output=True)
        return spent(processes) - before


def main() -> None:
    """Print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000  # noqa: PLR2004 (rounds, letters)
    print(f"{count} brev, {rounds} omgångar; python benchmarks/cluster.py {' '.join(sys.argv[1:])}".rstrip())
    with tempfile.TemporaryDirectory() as folder, cluster(Path(folder)) as (address, processes):
        source = export(Path(folder) / "export.jsonl", count)
        ways = {"lokalt": ["--workers", str(PROCESSES)], "kluster": ["--cluster", address]}
        once(export(Path(folder) / "first.jsonl", PROCESSES), ways["kluster"], processes)
        runs = [{name: once(source, way, processes) for name, way in ways.items()} for _ in range(rounds)]
    for name in ways:
        middle = statistics.median(run[name] for run in runs)
        print(f"{name:<8} mitten {middle:7.2f} s  {count / middle:6.0f} brev per sekund")
    ratio = statistics.median(run["lokalt"] / run["kluster"] for run in runs)
    print(f"kluster mot lokalt {ratio:.2f}x  >= {TARGET}x")


if __name__ == "__main__":
    main()
