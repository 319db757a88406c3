"""One life of LibreOffice: the processes, their folder, and the pipe to the bridge that speaks UNO."""

import contextlib
import hashlib
import json
import os
import re
import shutil
import struct
import subprocess
import threading
import time
import weakref
from collections.abc import Mapping
from pathlib import Path
from typing import Self

from docgen.engines import confinement, private_folder, processes
from docgen.errors import RecordError, TransientError

MEGABYTE = 2**20

_BRIDGE = Path(__file__).with_name("uno_bridge.py")
_FRAME = struct.Struct(">II")
_LONGEST_HEAD = 4096
_PAGE = re.compile(rb"/Type\s*/Page\b")
_TAIL = 32  # bytes in which %%EOF must stand
_CEILING = 2000 * MEGABYTE  # what one document may cost in memory before it is given up
_NO_ROOM = 16 * MEGABYTE  # free space below which LibreOffice fails for want of it
_TICK = 0.25


class Office:
    """A LibreOffice that was started for us; ``stop`` ends it and removes all that it left."""

    def __init__(self, python: str, soffice: Path) -> None:
        """Start it; raise ``OutputFailed`` S-04 or ``TransientError`` P-03 when that cannot be done."""
        self.documents = 0
        confinement.confinement()  # tried while there is nothing yet that a killed docgen would leave
        self._home = private_folder.made()
        sockets = _sockets(self._home)
        try:
            self._process = _spawned(python, soffice, self._home, sockets)
        except OSError:
            reason = _reason("start", self._home)
            _remove(self._home, sockets)
            raise TransientError("P-03", orsak=reason) from None
        self.stop = weakref.finalize(self, _end, self._process, self._home, sockets)

    @property
    def resident(self) -> int:
        """The bytes of memory that all its processes hold."""
        return processes.resident(self._process.pid)

    def convert(self, docx: bytes, seconds: float) -> bytes:
        """Return the PDF, or raise what became of it within ``seconds``."""
        with _Watch(self._process, seconds) as watch:
            try:
                head, pdf = self._asked(docx)
            except (OSError, EOFError):
                raise watch.verdict or TransientError("P-03", orsak=_reason("avslutad", self._home)) from None
            except ValueError:
                raise TransientError("P-03", orsak="svar") from None
        self.documents += 1
        return self._believed(head, pdf)

    def _asked(self, docx: bytes) -> tuple[Mapping[str, object], bytes]:
        """Return the answer to this document and to no other."""
        sending = self._process.stdin
        if sending is None:
            raise EOFError
        text = json.dumps({"document": self.documents}).encode()
        sending.write(_FRAME.pack(len(text), len(docx)) + text + docx)
        sending.flush()
        head_length, body_length = _FRAME.unpack(self._read(_FRAME.size))
        if head_length > _LONGEST_HEAD:
            raise ValueError
        head = json.loads(self._read(head_length))
        if not isinstance(head, dict) or head.get("document") != self.documents:
            raise ValueError
        return head, self._read(body_length)

    def _read(self, length: int) -> bytes:
        receiving = self._process.stdout
        data = receiving.read(length) if receiving else b""
        if len(data) < length:
            raise EOFError
        return data

    def _believed(self, head: Mapping[str, object], pdf: bytes) -> bytes:
        """Return ``pdf`` when it looks like one."""
        match head.get("fault"):
            case "load":
                raise RecordError("P-06")
            case "profile":
                raise TransientError("P-03", orsak="profil")
            case str():
                raise TransientError("P-03", orsak=_reason("export", self._home))
        if not (pdf.startswith(b"%PDF-") and b"%%EOF" in pdf[-_TAIL:] and _PAGE.search(pdf)):
            raise TransientError("P-03", orsak=_reason("ingen-pdf", self._home))
        return pdf


class _Watch:
    """Kills a life that takes too long or too much memory over a document; ``verdict`` then says which."""

    def __init__(self, process: "subprocess.Popen[bytes]", seconds: float) -> None:
        self.verdict: TransientError | None = None
        self._process, self._seconds = process, seconds
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def _look(self) -> None:
        deadline = time.monotonic() + self._seconds
        while not self._done.wait(max(0, min(_TICK, deadline - time.monotonic()))):
            if time.monotonic() >= deadline:
                self.verdict = TransientError("P-02", sekunder=f"{self._seconds:g}")
            elif processes.resident(self._process.pid) > _CEILING:
                self.verdict = TransientError("P-03", orsak="minne")
            if self.verdict:
                processes.kill(self._process)
                return


def _reason(reason: str, home: Path) -> str:
    """Return why LibreOffice failed: for want of room, if there is none, and else for ``reason``."""
    with contextlib.suppress(OSError):
        if shutil.disk_usage(home.parent).free < _NO_ROOM:
            return "fullt"
    return reason


def _spawned(python: str, soffice: Path, home: Path, sockets: list[str]) -> "subprocess.Popen[bytes]":
    (home / "tmp").mkdir(mode=0o700)
    confined = confinement.order(soffice, home)
    if confined:
        # The bridge stands outside the wall and finds LibreOffice's socket by the name it would have without one.
        Path(sockets[0]).symlink_to(home / "tmp" / Path(sockets[0]).name)
    start = [*confined, str(soffice)]
    order = {"start": start, "workdir": str(home), "pipe": home.name, "leftovers": sockets}
    return subprocess.Popen(  # noqa: S603 - our own script, no shell
        [python, "-I", str(_BRIDGE), json.dumps(order)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=home,
        env=_environment(home),
        start_new_session=True,
    )


def _environment(home: Path) -> dict[str, str]:
    """Return all that LibreOffice may know of the world."""
    return {
        "PATH": "/usr/bin:/bin",
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "TMPDIR": str(home / "tmp"),
        "SAL_USE_VCLPLUGIN": "svp",
    }


def _sockets(home: Path) -> list[str]:
    """Return the sockets that a killed LibreOffice leaves in /tmp: ours, and its own for a second start.

    LibreOffice names the latter by the MD5 of its profile's address, bytes in hex without padding.
    """
    address = (home / "profile").as_uri().encode("utf-16-le")
    digest = "".join(f"{byte:x}" for byte in hashlib.md5(address, usedforsecurity=False).digest())
    prefix = f"/tmp/OSL_PIPE_{os.getuid()}_"  # noqa: S108 - LibreOffice's own choice of place
    return [prefix + home.name, f"{prefix}SingleOfficeIPC_{digest}"]


def _end(process: "subprocess.Popen[bytes]", home: Path, sockets: list[str]) -> None:
    processes.end(process, home)
    for stream in (process.stdin, process.stdout):
        with contextlib.suppress(OSError):  # unsent bytes of a dead conversation
            if stream:
                stream.close()
    _remove(home, sockets)


def _remove(home: Path, sockets: list[str]) -> None:
    for socket in sockets:
        Path(socket).unlink(missing_ok=True)
    shutil.rmtree(home, ignore_errors=True)
