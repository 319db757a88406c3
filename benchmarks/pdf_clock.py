"""The clocks of the PDF benchmark: time of day, and CPU time of this process and of what it has started (Linux)."""

import gc
import os
import resource
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

_PROCESSES = Path("/proc")
_PARENT = 1  # in what follows the name in /proc/<pid>/stat
_TIMES = slice(11, 15)  # utime, stime, and those of children that have ended


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds of a piece of work."""

    wall: float
    cpu: float

    def of_one(self, number: int) -> "Spent":
        """Return what one of so many took."""
        return Spent(self.wall / number, self.cpu / number)


def spent(work: Callable[[], object], *, alone: bool = True) -> Spent:
    """Return what ``work`` took; what others have left behind is collected before, not during.

    ``alone``: it is all done in this process. The LibreOffice of another way, which is kept alive, has affairs of its
    own to see to meanwhile.
    """
    gc.collect()
    wall, cpu = time.perf_counter(), _cpu(alone=alone)
    work()
    return Spent(time.perf_counter() - wall, _cpu(alone=alone) - cpu)


def _cpu(*, alone: bool) -> float:
    """Return the CPU seconds of this process; of those it has waited for and of those that still run, too."""
    if alone:
        return time.process_time()
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    ticks = sum(_descendants(os.getpid()))
    return time.process_time() + ended.ru_utime + ended.ru_stime + ticks / os.sysconf("SC_CLK_TCK")


def _descendants(process: int) -> Iterator[int]:
    """Yield the clock ticks of each process that descends from ``process``."""
    children: dict[int, list[tuple[int, int]]] = {}
    for folder in _PROCESSES.iterdir():
        fields = _fields(folder) if folder.name.isdigit() else []
        if fields:
            children.setdefault(int(fields[_PARENT]), []).append((int(folder.name), sum(map(int, fields[_TIMES]))))
    waiting = [process]
    while waiting:
        for child, ticks in children.get(waiting.pop(), ()):
            waiting.append(child)
            yield ticks


def _fields(folder: Path) -> list[str]:
    """Return what follows the name in a process' line of facts; nothing when it has just ended."""
    try:
        return (folder / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    except OSError:
        return []
