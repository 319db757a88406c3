"""The seam between docgen and whatever makes the PDF."""

from typing import Protocol


class PdfEngine(Protocol):
    """A maker of PDFs; how it is started and closed is its own affair."""

    def convert(self, docx: bytes) -> bytes:
        """Return the PDF of a finished Word file.

        Raises ``EngineMissing`` when there is nothing to convert with, ``RecordError`` when this
        document cannot be set rightly, and ``TransientError`` when a second try may succeed.
        """
        ...
