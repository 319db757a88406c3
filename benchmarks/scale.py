"""What a batch costs when there are many records: memory, processes, and what it takes to be sure of the disk.

Repeat with ``python benchmarks/scale.py [--records N] [part ...]``; the parts are ``validate``, ``array``,
``processes``, ``memory`` and ``durable``, all of them if none is named. Memory is the highest that the kernel saw of
each process (VmHWM); times are seconds of the wall clock where several processes work, and of the CPU where one does.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from exports import ORGANISATION, array, lines

DOCGEN = (sys.executable, "-m", "docgen")


def ran(*arguments: str | Path) -> tuple[float, float, Mapping[str, float]]:
    """Run docgen; return the seconds on the wall, those of the CPU, and the megabytes of each sort of process."""
    before, began = os.times(), time.perf_counter()
    running = subprocess.Popen([*DOCGEN, *map(str, arguments)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    seen: dict[str, float] = {}
    watch = threading.Thread(target=_watch, args=(running, seen))
    watch.start()
    _, told = running.communicate()
    watch.join()
    wall, after = time.perf_counter() - began, os.times()
    if running.returncode:
        raise SystemExit(told.decode())
    cpu = after.children_user - before.children_user + after.children_system - before.children_system
    return wall, cpu, seen


def _watch(running: "subprocess.Popen[bytes]", seen: dict[str, float]) -> None:
    """Keep the most memory that the process and each sort of its children were seen to have."""
    while running.poll() is None:
        for pid in (running.pid, *_children(running.pid)):
            sort, peak = _of(pid)
            seen[sort] = max(seen.get(sort, 0.0), peak)
        time.sleep(0.05)


def _children(pid: int) -> list[int]:
    try:
        return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()]
    except OSError:
        return []


def _of(pid: int) -> tuple[str, float]:
    """Return what a process is, and the most memory it has had, in megabytes."""
    try:
        command = Path(f"/proc/{pid}/cmdline").read_text(encoding="utf-8")
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except OSError:
        return "?", 0.0
    sort = next((one for one in ("worker", "planner") if f"executors.{one}" in command), "huvudprocess")
    peak = next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")), 0)
    return sort, peak / 1024


def validate(folder: Path, records: int) -> Iterator[str]:
    """Yield the memory of checking an export, and of one a tenth as long."""
    peaks = []
    for count in (records // 10, records):
        wall, cpu, seen = ran("validate", lines(folder / "e.jsonl", count), "--organisation", ORGANISATION)
        peaks.append(seen["huvudprocess"])
        rate = f"{count / cpu:6.0f} poster/s och kärna"
        yield f"granska {count:>8} rader  {wall:7.1f} s  {rate}  {peaks[-1]:5.1f} MB  <= 64 MB"
    yield f"granska, tillväxt  {peaks[1] - peaks[0]:5.1f} MB  <= 4 MB"


def in_array(folder: Path, records: int) -> Iterator[str]:
    """Yield what an array costs against lines, checked alike."""
    count = records // 10
    by = {name: ran("validate", make(folder / name, count), "--organisation", ORGANISATION)[1] for name, make in ARRAYS}
    ratio = by["e.json"] / by["e.jsonl"]
    yield f"lista mot rader, {count} poster  {by['e.json']:6.1f} s mot {by['e.jsonl']:6.1f} s  {ratio:4.2f}x  <= 1,3x"


ARRAYS: tuple[tuple[str, Callable[[Path, int], Path]], ...] = (("e.jsonl", lines), ("e.json", array))


def processes(folder: Path, records: int) -> Iterator[str]:
    """Yield what two processes do against one."""
    walls = []
    export = lines(folder / "e.jsonl", records // 10)
    for workers in (1, 2):
        wall, cpu, _ = _batch(export, folder / f"ut{workers}", workers)
        walls.append(wall)
        rate = f"{records / 10 / wall:6.1f} brev/s"
        yield f"{records // 10} brev, {workers} process(er)  {wall:7.1f} s  {rate}  CPU {cpu:7.1f} s"
    yield f"två processer mot en  {walls[0] / walls[1]:4.2f}x  >= 1,6x"


def memory(folder: Path, records: int) -> Iterator[str]:
    """Yield the memory of each sort of process in a short batch and a long one."""
    for count in (records // 20, records // 2):
        _, _, seen = _batch(lines(folder / "e.jsonl", count), folder / f"minne{count}", 2)
        told = "  ".join(f"{sort} {peak:5.1f} MB" for sort, peak in sorted(seen.items()))
        yield f"{count:>8} brev  {told}  huvudprocess <= 64, worker <= 96"


def durable(folder: Path, records: int) -> Iterator[str]:
    """Yield what it costs that every letter is on the disk, against making it and throwing it away."""
    count = max(records // 100, 16)
    export = lines(folder / "e.jsonl", count)
    program = Path(__file__).with_name("durable.py")
    told = subprocess.run(
        [sys.executable, program, export, folder / "sakert"], capture_output=True, text=True, check=True
    ).stdout.split()
    kept, thrown = map(float, told)
    yield f"{count} brev till disken mot kastade  {kept:6.2f} s mot {thrown:6.2f} s  {kept / thrown:4.2f}x  <= 1,7x"


def _batch(export: Path, out: Path, workers: int) -> tuple[float, float, Mapping[str, float]]:
    more = ("--organisation", ORGANISATION, "--format", "docx", "--workers", str(workers))
    return ran("batch", export, "--out", out, *more)


PARTS: Mapping[str, Callable[[Path, int], Iterator[str]]] = {
    "validate": validate,
    "array": in_array,
    "processes": processes,
    "memory": memory,
    "durable": durable,
}


def main() -> None:
    """Print the table."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--records", type=int, default=100_000)
    asked.add_argument("parts", nargs="*", choices=[[], *PARTS])
    chosen = asked.parse_args()
    print(f"{chosen.records} poster; python benchmarks/scale.py {' '.join(sys.argv[1:])}".rstrip())
    for name in chosen.parts or PARTS:
        with tempfile.TemporaryDirectory() as folder:
            for line in PARTS[name](Path(folder), chosen.records):
                print(line, flush=True)


if __name__ == "__main__":
    main()
