"""The system calls of docgen, as strace saw them: which there were, in which order, and on what."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

WRITING = (
    "openat,open,creat,write,pwrite64,writev,pwritev,fsync,fdatasync,syncfs,sync,rename,renameat,renameat2,link,linkat,"
    "unlink,unlinkat,mkdir,mkdirat,rmdir,ftruncate,truncate,fallocate,copy_file_range,sendfile,msync"
)
FAILING = "openat,write,pwrite64,fsync,fdatasync,syncfs,rename,link"
_LINE = re.compile(r"^(?P<pid>\d+) +(?:<\.\.\. (?P<resumed>\w+) resumed>|(?P<name>\w+)\()(?P<rest>.*)$", re.DOTALL)
_RESULT = re.compile(r"^(?P<arguments>.*?)\) += (?P<result>-?\d+|\?)(?P<more>.*)$", re.DOTALL)
_HEX = re.compile(r"(?:\\x[0-9a-f]{2})+")
_QUOTED = re.compile(r'"([^"]*)"')
_OPENED = re.compile(r"<([^>]*)>")
UNFINISHED = " <unfinished ...>"


@dataclass(frozen=True)
class Call:
    """A call that ended, with what strace printed of its arguments; ``began`` and ``ended`` are places in the trace."""

    pid: int
    name: str
    arguments: Sequence[str]
    result: int
    began: int
    ended: int
    opened: str = ""

    def file(self, at: int) -> str:
        """Return the file behind an argument: a path, or an open file."""
        found = _QUOTED.search(self.arguments[at]) or _OPENED.search(self.arguments[at])
        return _bytes(found[1]).decode() if found else ""

    def data(self, at: int) -> bytes:
        """Return the bytes of an argument."""
        found = _QUOTED.search(self.arguments[at])
        return _bytes(found[1]) if found else b""

    def number(self, at: int) -> int:
        """Return an argument that is a number."""
        return int(self.arguments[at])

    @property
    def descriptor(self) -> int:
        """Return the number of the open file that is the first argument."""
        return int(self.arguments[0].partition("<")[0])


def traced(output: Path, *more: str) -> list[str]:
    """Return the command that lays down every call by which something is written, with all its bytes."""
    return [
        "strace",
        "-f",
        "--seccomp-bpf",
        "-y",
        "-qq",
        "-xx",
        "-s",
        str(1 << 24),
        "-e",
        f"trace={WRITING}",
        "-o",
        str(output),
        *more,
    ]


def calls(trace: Path) -> Iterator[Call]:
    """Yield the calls that went well, in the order in which they ended."""
    begun: dict[int, tuple[int, str, str]] = {}
    for at, line in enumerate(trace.read_text(encoding="ascii").splitlines()):
        found = _LINE.match(line)
        if not found:
            continue
        pid, rest = int(found["pid"]), found["rest"]
        if rest.endswith(UNFINISHED):
            begun[pid] = at, found["name"], rest.removesuffix(UNFINISHED)
            continue
        began, name, before = begun.pop(pid) if found["resumed"] else (at, found["name"], "")
        ended = _RESULT.match(before + rest)
        if ended and ended["result"].isdigit():
            opened = _OPENED.search(ended["more"])
            file = _bytes(opened[1]).decode() if opened else ""
            yield Call(pid, name, ended["arguments"].split(", "), int(ended["result"]), began, at, file)


def _bytes(text: str) -> bytes:
    """Return what strace printed as ``\\x2f`` or as it is."""
    if not _HEX.search(text):
        return text.encode()
    return _HEX.sub(lambda found: bytes.fromhex(found[0].replace(r"\x", "")).decode("latin-1"), text).encode("latin-1")


@dataclass(frozen=True)
class Place:
    """The call ``at`` of its name, from 1, in a process; ``file`` is what it was about.

    ``failed``: it was made to. Which is which may change from run to run: how many records are made sure of together
    hangs on what else the machine does.
    """

    name: str
    at: int
    file: str
    failed: bool


def watched(output: Path, *injected: str, alone: bool = True) -> list[str]:
    """Return the command that lays down the calls of one process, and lets those that are ``injected`` fail.

    One that has no processes of its own need not be watched ``alone``, and is not slowed down then.
    """
    quick = [] if alone else ["-f", "--seccomp-bpf"]
    return ["strace", *quick, "-y", "-qq", "-e", f"trace={FAILING}", "-o", str(output), *injected]


def places(trace: Path, beneath: Path) -> list[Place]:
    """Return the calls in a watched process that were about something beneath a folder; injected faults are marked."""
    count: dict[str, int] = {}
    found = []
    for line in trace.read_text(encoding="utf-8").splitlines():
        name = line.partition("(")[0].rpartition(" ")[2]
        count[name] = count.get(name, 0) + 1
        file = re.search(rf"{re.escape(str(beneath))}/([^\">]+)", line)
        if file:
            found.append(Place(name, count[name], file[1], line.endswith("(INJECTED)")))
    return found


def injected(trace: Path, beneath: Path) -> list[Place]:
    """Return the calls that were made to fail."""
    return [one for one in places(trace, beneath) if one.failed]
