"""Verify: the files of a folder held against its logbook."""

import hashlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from docgen.logbook.book import Logbook


class Fault(StrEnum):
    """What a folder and its logbook can disagree about."""

    SAKNAS = "saknas"
    ANDRAD = "andrad"
    FRAMMANDE = "frammande"
    LOGGRAD = "loggrad"


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One thing that is not as the logbook says; ``namn`` is a file's, or what a row is known by."""

    fault: Fault
    namn: str


def disagreements(out: Path, books: Sequence[Logbook]) -> Iterator[Disagreement]:
    """Yield every file that is missing, changed or not in the logbook, and every row that docgen did not write so."""
    known: set[str] = set()
    for file in (file for book in books for file in book.files()):
        known.add(file.namn)
        path = out / file.namn
        if path.is_symlink() or not path.is_file():
            yield Disagreement(Fault.SAKNAS, file.namn)
        elif path.stat().st_size != file.storlek or _sha256(path) != file.sha256:
            yield Disagreement(Fault.ANDRAD, file.namn)
    yield from (Disagreement(Fault.FRAMMANDE, name) for name in _strangers(out, known))
    yield from (Disagreement(Fault.LOGGRAD, name) for book in books for name in book.broken_seals())


def _strangers(out: Path, known: Collection[str]) -> Iterator[str]:
    for path in sorted(out.rglob("*")):
        name = path.relative_to(out)
        if name.parts[0] != ".docgen" and (path.is_symlink() or not path.is_dir()) and name.as_posix() not in known:
            yield name.as_posix()


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
