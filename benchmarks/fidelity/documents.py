"""The finished Word files that are compared: every shipped sample in all its copies, and files made by others."""

import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from foreign_files import DOCUMENTS, FROZEN
from foreign_files.libreoffice import exported

from docgen.documents.catalogue import KINDS
from docgen.order import Format, Order
from docgen.outcome import Outcome, Written
from docgen.resources import samples
from docgen.run import run


@dataclass(frozen=True, slots=True)
class Document:
    """A finished Word file and what it is called in the table."""

    name: str
    docx: bytes


def shipped() -> Iterator[Document]:
    """Yield the Word files of all valid samples of all types, made as users make them."""
    sources = sorted(path for slug in KINDS for path in (samples() / slug).glob("*.json"))
    with tempfile.TemporaryDirectory() as folder:
        order = Order(
            sources=tuple(map(str, sources)),
            out=Path(folder),
            organisation=samples() / "organisation.toml",
            today=date(2026, 11, 22),
            format=Format.DOCX,
        )
        for source, outcome in zip(sources, run(order), strict=True):
            yield from _copies(source, outcome)


def _copies(source: Path, outcome: Outcome) -> Iterator[Document]:
    if not isinstance(outcome, Written):
        raise SystemExit(f"{source}: {outcome}")
    for path in outcome.files:
        folder = "/akt" if path.parent.name == "akt" else ""
        yield Document(f"{source.parent.name}{folder}/{source.stem}", path.read_bytes())


def foreign() -> Iterator[Document]:
    """Yield the Word files that were not made by us: one for each construct, and LibreOffice's own."""
    yield from (Document(name, build()) for name, build in DOCUMENTS.items() if name != FROZEN)
    with tempfile.TemporaryDirectory() as folder:
        yield from (Document(name, docx) for name, docx in exported(Path(folder)).items())


def given(paths: Iterable[Path]) -> Iterator[Document]:
    """Yield the Word files at ``paths``; a folder stands for all that lies in it."""
    for path in paths:
        files = sorted(path.rglob("*.docx")) if path.is_dir() else [path]
        yield from (Document(file.stem, file.read_bytes()) for file in files)
