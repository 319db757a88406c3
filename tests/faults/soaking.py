"""A long batch looked at from outside: what each of its processes weighs and has open as the documents become many."""

import contextlib
import os
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

MB = 1024
"""Kilobytes in one."""
WARM, FEW = 0.3, 10
"""The part of the documents after which a process is warm, and the looks that are too few to tell anything."""


@dataclass(frozen=True)
class Look:
    """One look at a process: how many documents there were then, its memory in MB, and what it had open."""

    documents: int
    weighs: float
    opened: int


@dataclass
class Soak:
    """A batch, and the looks at each of its processes; ``supervisor`` is the number of the first."""

    arguments: Sequence[str | Path]
    out: Path
    environment: Mapping[str, str] = field(default_factory=dict)
    looks: dict[int, list[Look]] = field(default_factory=lambda: defaultdict(list))
    supervisor: int = 0
    code: int = 0

    def __post_init__(self) -> None:
        command = [sys.executable, "-m", "docgen", *map(str, self.arguments)]
        told = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        with subprocess.Popen(command, env={**os.environ, **self.environment}, **told) as process:  # type: ignore[call-overload]
            self.supervisor = process.pid
            while process.poll() is None:
                documents = sum(1 for _ in self.out.iterdir()) if self.out.is_dir() else 0
                for pid in (process.pid, *_children(process.pid)):
                    with contextlib.suppress(OSError, IndexError):
                        self.looks[pid].append(_look(pid, documents))
                time.sleep(0.02)
            self.code = process.returncode

    def workers(self) -> list[list[Look]]:
        """Return the looks at each process that has made documents, from when it was warm."""
        settled = [self._settled(looks) for pid, looks in self.looks.items() if pid != self.supervisor]
        return [looks for looks in settled if len(looks) >= FEW]

    def supervising(self) -> list[Look]:
        """Return the looks at the supervisor, from when it was warm."""
        return self._settled(self.looks[self.supervisor])

    def _settled(self, looks: Sequence[Look]) -> list[Look]:
        made = max(one.documents for one in self.looks[self.supervisor])
        return [one for one in looks if WARM * made <= one.documents < made]


def slope(looks: Sequence[Look]) -> float:
    """Return the MB that a process grew by with each document: the line of least squares."""
    middle = sum(one.documents for one in looks) / len(looks)
    spread = sum((one.documents - middle) ** 2 for one in looks)
    return sum((one.documents - middle) * one.weighs for one in looks) / spread if spread else 0.0


def _children(pid: int) -> list[int]:
    path = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(one) for one in path.read_text(encoding="ascii").split()] if path.exists() else []


def _look(pid: int, documents: int) -> Look:
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
    weighs = int(status.partition("RssAnon:")[2].split()[0]) / MB
    return Look(documents, weighs, sum(1 for _ in Path(f"/proc/{pid}/fd").iterdir()))
