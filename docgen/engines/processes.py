"""The processes of one life of LibreOffice, as the kernel tells of them: what they weigh, and their end."""

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

_PROC = Path("/proc")
_PAGE = os.sysconf("SC_PAGE_SIZE")
_PATIENCE = 5
_PAUSE = 0.005


def resident(leader: int) -> int:
    """Return the bytes of memory that a process and all below it hold; 0 where the kernel does not tell."""
    return sum(_resident(pid) for pid in _with_descendants(leader))


def kill(leader: "subprocess.Popen[bytes]") -> None:
    """Kill the whole group; the leader is not yet waited for, so its number is still its own."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(leader.pid, signal.SIGKILL)


def end(leader: "subprocess.Popen[bytes]", home: Path) -> None:
    """Kill the group and whoever left it but still calls ``home`` his home; return when all are gone.

    Only SIGKILL is used, which nobody can refuse. A process held by the kernel is waited for 5 s.
    """
    kill(leader)
    deadline = time.monotonic() + _PATIENCE
    while (living := list(_living(leader.pid, home))) and time.monotonic() < deadline:
        for pid in living:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.kill(pid, signal.SIGKILL)
        time.sleep(_PAUSE)
    leader.wait()


def _living(group: int, home: Path) -> Iterator[int]:
    mark = b"\0HOME=%s\0" % os.fsencode(home)
    for folder in _PROC.glob("[0-9]*"):
        with contextlib.suppress(OSError):
            state, _parent, its_group = (folder / "stat").read_bytes().rpartition(b")")[2].split()[:3]
            if state != b"Z" and (int(its_group) == group or mark in b"\0" + (folder / "environ").read_bytes()):
                yield int(folder.name)


def _with_descendants(pid: int) -> Iterator[int]:
    yield pid
    for file in _PROC.glob(f"{pid}/task/*/children"):
        with contextlib.suppress(OSError):
            for child in file.read_bytes().split():
                yield from _with_descendants(int(child))


def _resident(pid: int) -> int:
    with contextlib.suppress(OSError):
        return int((_PROC / str(pid) / "statm").read_bytes().split()[1]) * _PAGE
    return 0
