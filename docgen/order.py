"""What to make: one frozen order, filled alike by the command line and a library call."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path


class Format(StrEnum):
    """The files wanted of each document."""

    DOCX = "docx"
    PDF = "pdf"
    BOTH = "both"


class Packing(StrEnum):
    """How the parts of a Word file are packed: as fast as can be, or as small."""

    SNABB = "snabb"
    LITEN = "liten"


class Engine(StrEnum):
    """What makes the PDFs; ``AUTO`` is Typst, and LibreOffice, where it is here, for what Typst cannot set as Word."""

    AUTO = "auto"
    TYPST = "typst"
    LIBREOFFICE = "libreoffice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One run: where the records are, what to make of them and where to put it.

    ``today`` is the only clock of the run. ``sources`` are paths; ``-`` is standard input. ``single`` says that there
    is exactly one record, so that nobody else's document is made by accident.
    """

    sources: Sequence[str]
    out: Path
    organisation: Path
    today: date
    format: Format = Format.BOTH
    overwrite: bool = False
    templates: Path | None = None
    single: bool = False
    packing: Packing = Packing.SNABB
    engine: Engine = Engine.AUTO
    publik: bool = False

    @property
    def wants_docx(self) -> bool:
        """Tell whether the Word file is to be kept."""
        return self.format in {Format.DOCX, Format.BOTH}

    @property
    def wants_pdf(self) -> bool:
        """Tell whether a PDF is to be made."""
        return self.format in {Format.PDF, Format.BOTH}
