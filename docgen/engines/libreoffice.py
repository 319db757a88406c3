"""PDF by LibreOffice: one process kept alive, in its own fresh profile, never trusted.

``soffice`` returns 0 whatever happens and outlives the process that started it. So it is started
in a session of its own together with the bridge that speaks UNO (``uno_bridge.py``), the whole
group is killed at the first doubt, and a PDF is believed only by its own bytes.
"""

import contextlib
import errno
import hashlib
import json
import os
import re
import shutil
import signal
import struct
import subprocess
import tempfile
import threading
import weakref
from collections.abc import Mapping
from pathlib import Path
from sys import executable
from types import TracebackType
from typing import Self

from docgen.engines import outside_links, page_formulas
from docgen.errors import EngineMissing, OutputFailed, RecordError, TransientError

_BRIDGE = Path(__file__).with_name("uno_bridge.py")
_FRAME = struct.Struct(">II")
_PAGE = re.compile(rb"/Type\s*/Page\b")
_VERSION_SECONDS = 60
_TAIL = 32  # bytes in which %%EOF must stand


class LibreOfficeEngine:
    """Makes PDFs with one LibreOffice, started at the first document and ended by ``close``.

    One worker, one engine: it is not shared between threads, nor started before a fork.
    """

    def __init__(self, timeout_seconds: float = 60, recycle_after: int = 200, soffice: str = "soffice") -> None:
        self._timeout = timeout_seconds
        self._recycle_after = recycle_after
        self._soffice = soffice
        self._python: str | None = None
        self._office: _Office | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def convert(self, docx: bytes) -> bytes:
        """Return the tagged PDF/A-2 of a finished Word file.

        Raises ``EngineMissing`` P-01, ``OutputFailed`` S-04 (no room for its temporary files),
        ``TransientError`` P-02 (time-out) and P-03 (it did not start, died or gave no PDF),
        ``RecordError`` P-05 (a page formula that is not understood), P-06 (no Word file) and P-07 (it
        would fetch something from outside itself).
        """
        outside_links.refuse(docx)
        prepared = page_formulas.prepare(docx)
        office = self._office = self._office or self._started()
        try:
            pdf = office.convert(prepared, self._timeout)
        except BaseException:
            self.close()
            raise
        if office.documents >= self._recycle_after:
            self.close()
        return pdf

    def close(self) -> None:
        """Kill LibreOffice and remove its files; a later ``convert`` starts anew."""
        if self._office:
            self._office.stop()
        self._office = None

    def _started(self) -> "_Office":
        found = shutil.which(self._soffice)
        if found is None:
            raise EngineMissing("P-01", program="LibreOffice")
        script = Path(found).resolve()
        binary = script.with_name("soffice.bin")
        self._python = self._python or _python_with_uno(script.parent)
        # The script only starts the binary; without it one process less can be orphaned.
        return _Office(self._python, binary if binary.exists() else script)


def _python_with_uno(beside: Path) -> str:
    """Return the Python that can talk to LibreOffice: its own, the system's or ours."""
    for python in (str(beside / "python"), "/usr/bin/python3", executable):
        with contextlib.suppress(OSError, subprocess.SubprocessError):
            subprocess.run(  # noqa: S603 - three fixed places, no shell
                [python, "-c", "import uno"], check=True, env={}, capture_output=True, timeout=20
            )
            return python
    raise EngineMissing("P-01", program="python3-uno")


def version(soffice: str = "soffice") -> str:
    """Return what LibreOffice says it is; raise EngineMissing P-01 when it or its bridge is not here."""
    found = shutil.which(soffice)
    if found is None:
        raise EngineMissing("P-01", program="LibreOffice")
    _python_with_uno(Path(found).resolve().parent)
    try:
        asked = subprocess.run(  # noqa: S603 - as above
            [found, "--version"], capture_output=True, check=False, timeout=_VERSION_SECONDS
        )
    except (OSError, subprocess.TimeoutExpired):
        raise EngineMissing("P-01", program="LibreOffice") from None
    return asked.stdout.decode(errors="replace").strip()


class _Office:
    """One life of LibreOffice: the process group, its folder, and the pipe to the bridge."""

    def __init__(self, python: str, soffice: Path) -> None:
        self.documents = 0
        self._timed_out = False
        self._home = _new_home()
        self._sockets = _sockets(self._home)
        command = [python, "-I", str(_BRIDGE), str(soffice), str(self._home), self._home.name, *self._sockets]
        try:
            self._process = _spawned(command, self._home)
        except OSError:
            shutil.rmtree(self._home, ignore_errors=True)
            raise TransientError("P-03", orsak="start") from None
        self.stop = weakref.finalize(self, _end, self._process, self._home, self._sockets)

    def convert(self, docx: bytes, seconds: float) -> bytes:
        """Return the PDF, or raise what became of it within ``seconds``."""
        watch = threading.Timer(seconds, self._time_out)
        watch.daemon = True
        watch.start()
        try:
            head, pdf = self._ask(docx)
        except (OSError, EOFError, ValueError):
            if self._timed_out:
                raise TransientError("P-02", sekunder=f"{seconds:g}") from None
            raise TransientError("P-03", orsak="avslutad") from None
        finally:
            watch.cancel()
            watch.join()
        self.documents += 1
        return _believed(head, pdf)

    def _ask(self, docx: bytes) -> tuple[Mapping[str, object], bytes]:
        sending, receiving = self._process.stdin, self._process.stdout
        if sending is None or receiving is None:
            raise EOFError
        sending.write(_FRAME.pack(0, len(docx)) + docx)
        sending.flush()
        lengths = receiving.read(_FRAME.size)
        if len(lengths) < _FRAME.size:
            raise EOFError
        head, body = _FRAME.unpack(lengths)
        return json.loads(receiving.read(head)), receiving.read(body)

    def _time_out(self) -> None:
        self._timed_out = True
        _kill(self._process)


def _new_home() -> Path:
    """Return a new folder for LibreOffice; raise OutputFailed S-04 when the temporary folder takes none."""
    try:
        return Path(tempfile.mkdtemp(prefix="docgen-")).resolve()
    except OSError as error:
        folder = tempfile.tempdir or os.environ.get("TMPDIR", "/tmp")  # noqa: S108 - only told, not used
        raise OutputFailed("S-04", orsak=errno.errorcode.get(error.errno or 0, "I/O"), mapp=str(folder)) from None


def _spawned(command: list[str], home: Path) -> subprocess.Popen[bytes]:
    (home / "tmp").mkdir(mode=0o700)
    return subprocess.Popen(  # noqa: S603 - our own script, no shell
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=home,
        env=_environment(home),
        start_new_session=True,
    )


def _believed(head: Mapping[str, object], pdf: bytes) -> bytes:
    """Return ``pdf`` when it looks like one."""
    if head.get("fault") == "load":
        raise RecordError("P-06")
    if "fault" in head:
        raise TransientError("P-03", orsak="export")
    if not (pdf.startswith(b"%PDF-") and b"%%EOF" in pdf[-_TAIL:] and _PAGE.search(pdf)):
        raise TransientError("P-03", orsak="ingen-pdf")
    return pdf


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


def _kill(process: subprocess.Popen[bytes]) -> None:
    """Kill the whole group; the leader is not yet waited for, so its number is still its own."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


def _end(process: subprocess.Popen[bytes], home: Path, sockets: list[str]) -> None:
    _kill(process)
    process.wait()
    for stream in (process.stdin, process.stdout):
        with contextlib.suppress(OSError):  # unsent bytes of a dead conversation
            if stream:
                stream.close()
    for socket in sockets:
        Path(socket).unlink(missing_ok=True)
    shutil.rmtree(home, ignore_errors=True)
