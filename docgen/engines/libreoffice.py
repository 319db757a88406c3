"""PDF by LibreOffice: one process kept alive, in its own fresh profile, never trusted.

``soffice`` returns 0 whatever happens and outlives the process that started it. So it is started
in a session of its own together with the bridge that speaks UNO (``uno_bridge.py``), behind a wall where
there is one (``confinement.py``); the whole group is killed at the first doubt, or when it has made its share of
documents or grown too large, and a PDF is believed only by its own bytes.
"""

import contextlib
import shutil
import subprocess
from pathlib import Path
from sys import executable
from types import TracebackType
from typing import Self

from docgen.engines import outside_links, page_formulas
from docgen.engines.office import MEGABYTE, Office
from docgen.errors import EngineMissing

_VERSION_SECONDS = 60


class LibreOfficeEngine:
    """Makes PDFs with one LibreOffice, started at the first document and ended by ``close``.

    One worker, one engine: it is not shared between threads, nor started before a fork.
    """

    def __init__(
        self,
        timeout_seconds: float = 60,
        recycle_after: int = 200,
        soffice: str = "soffice",
        recycle_above: int = 600 * MEGABYTE,
    ) -> None:
        self._timeout = timeout_seconds
        self._recycle_after = recycle_after
        self._recycle_above = recycle_above
        self._soffice = soffice
        self._python: str | None = None
        self._office: Office | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def convert(self, docx: bytes) -> bytes:
        """Return the tagged PDF/A-2 of a finished Word file.

        Raises ``EngineMissing`` P-01, ``OutputFailed`` S-04 (no room for its temporary files),
        ``TransientError`` P-02 (time-out) and P-03 (it did not start, died, ate the memory or gave no PDF),
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
        if office.documents >= self._recycle_after or office.resident > self._recycle_above:
            self.close()
        return pdf

    def close(self) -> None:
        """Kill LibreOffice and remove its files; a later ``convert`` starts anew."""
        if self._office:
            self._office.stop()
        self._office = None

    def _started(self) -> Office:
        found = shutil.which(self._soffice)
        if found is None:
            raise EngineMissing("P-01", program="LibreOffice")
        script = Path(found).resolve()
        binary = script.with_name("soffice.bin")
        self._python = self._python or _python_with_uno(script.parent)
        # The script only starts the binary; without it one process less can be orphaned.
        return Office(self._python, binary if binary.exists() else script)


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
