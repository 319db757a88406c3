"""Verify: the files of a folder held against its logbook."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from docgen.logbook.book import MISSING, Logbook
from docgen.stages.storage import at


class Fault(StrEnum):
    """What a folder and its logbook can disagree about."""

    SAKNAS = "saknas"
    ANDRAD = "andrad"
    FRAMMANDE = "frammande"
    LOGGRAD = "loggrad"
    RADER = "rader"


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One thing that is not as the logbook says; ``namn`` is a file's, or what a row is known by, "" for rows lost."""

    fault: Fault
    namn: str


def disagreements(out: Path, books: Sequence[Logbook]) -> Iterator[Disagreement]:
    """Yield every file that is missing, changed or not in the logbook, and every row that docgen did not write so."""
    known: set[str] = set()
    storage = at(books[0].note("lager"), out, out)
    for file in (file for book in books for file in book.files()):
        known.add(file.namn)
        sha256 = storage.sha256(file.namn)
        if sha256 is None:
            yield Disagreement(Fault.SAKNAS, file.namn)
        elif sha256 != file.sha256:
            yield Disagreement(Fault.ANDRAD, file.namn)
    yield from (Disagreement(Fault.FRAMMANDE, name) for name in storage.names() if name not in known)
    for name in (name for book in books for name in book.broken_seals()):
        yield Disagreement(Fault.RADER if name == MISSING else Fault.LOGGRAD, name)
