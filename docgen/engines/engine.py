"""The seam between docgen and whatever makes the PDF."""

from dataclasses import dataclass
from typing import Protocol


class PdfEngine(Protocol):
    """A maker of PDFs; how it is started and closed is its own affair."""

    def convert(self, docx: bytes) -> bytes:
        """Return the PDF of a finished Word file.

        Raises ``EngineMissing`` when there is nothing to convert with, ``RecordError`` when this
        document cannot be set rightly, and ``TransientError`` when a second try may succeed.
        """
        ...


@dataclass(frozen=True, slots=True)
class Engines:
    """The engine that makes the PDFs, and a second one for what the first names as not settable."""

    first: PdfEngine
    second: PdfEngine | None = None
