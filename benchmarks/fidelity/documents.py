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
from docgen.stages import write


@dataclass(frozen=True, slots=True)
class Document:
    """A finished Word file and what it is called in the table."""

    name: str
    docx: bytes


def shipped() -> Iterator[Document]:
    """Yield the Word files of all valid samples of all types, made as users make them.

    Each type is a run of its own, for samples of two types may speak of the same meeting.
    """
    with tempfile.TemporaryDirectory() as folder:
        for slug in KINDS:
            sources = _sources(slug)
            order = Order(
                sources=tuple(map(str, sources)),
                out=Path(folder) / slug,
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
        yield Document(_name(source, path), path.read_bytes())


def shipped_names() -> Iterator[str]:
    """Yield what the documents of ``shipped`` are called, without making them."""
    for source in (path for slug in KINDS for path in _sources(slug)):
        kind = KINDS[source.parent.name]
        record = kind.model.model_validate_json(source.read_bytes())
        for one in (record, *(following.record for following in kind.foljer(record))):
            for kopia in KINDS[one.dokument.typ].kopior(one):
                yield _name(source, write.path(Path(), write.stem(one), kopia, "docx"))


def _sources(slug: str) -> list[Path]:
    return sorted((samples() / slug).glob("*.json"))


def _name(source: Path, path: Path) -> str:
    """Return the name of a document: the type, the sample and the file, of which a sample may give several."""
    return f"{source.parent.name}/{source.stem}/{path.stem}"


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
