"""The documents of a batch joined into print jobs: one type a job, each document from the front of a sheet.

Only what the logbook knows and what is as it was made is printed, never a file copy. Documents are read one by one and
a job is written before the next begins, so memory does not grow with the batch; the list of contents comes last, so
that a folder without it holds no whole order.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby
from pathlib import Path, PurePosixPath

from pypdf import PdfWriter

from docgen.binding import pages
from docgen.binding.opened import Unusable, opened, parsing
from docgen.binding.saving import folder_is_new, saved
from docgen.documents.catalogue import KINDS
from docgen.documents.kind import Exemplar
from docgen.errors import BadInput, CannotCreate, NoInput
from docgen.folder import logbooks
from docgen.logbook.tables import Finished, Status
from docgen.logbook.verify import disagreements
from docgen.outcome import Made
from docgen.stages.files import BUNDLED, Copied, File
from docgen.stages.xmp import CREATOR

CONTENTS = "innehall.json"
MOST_DOCUMENTS = 500
MOST_BYTES = 50_000_000
"""Of the documents of a job; one that is larger is a job by itself."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A document in a print job; sheets count from 1, and ``sha256`` is of the document as it was made."""

    jobb: str
    dokument: str
    forsta_blad: int
    sidor: int
    blad: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Bundled:
    """What a folder became: the files, the documents in them, and how many records have no document yet."""

    made: Sequence[Made]
    placed: Sequence[Placed]
    undone: int


def bundle(folder: Path, out: Path) -> Bundled:
    """Join the documents of a batch ``folder`` into print jobs in ``out``.

    Raises NoInput S-09 (no logbook) and B-21 (nothing to print), CannotCreate B-20 (``out`` is in the folder) and B-22
    (it holds something), BadInput B-23 (the folder is not as it was made), and what writing raises.
    """
    if out.resolve().is_relative_to(folder.resolve()):
        raise CannotCreate("B-20", mapp=str(out))
    if not folder_is_new(out):
        raise CannotCreate("B-22", mapp=str(out))
    with logbooks(folder) as books:
        changed = sum(1 for _ in disagreements(folder, books))
        if changed:
            raise BadInput("B-23", antal=str(changed), mapp=str(folder))
        documents = _printable([one for book in books for one in book.files()])
        undone = sum(book.counts().get(one, 0) for book in books for one in (Status.VANTAR, Status.MISSLYCKAD))
    if not documents:
        raise NoInput("B-21", mapp=str(folder))
    made: list[Made] = []
    placed: list[Placed] = []
    for name, portion in _jobs(documents):
        job, listed = _joined(folder, name, portion)
        made += saved([File(out / f"{name}.pdf", job)], overwrite=False)
        placed += listed
    made += saved([File(out / CONTENTS, Copied(_contents(made, placed)))], overwrite=False)
    return Bundled(made, placed, undone)


def _printable(files: Sequence[Finished]) -> list[tuple[str, Finished]]:
    """Return the types and the documents to print, by type and file name.

    A document with its attachments goes in the place of the document alone.
    """
    names = {PurePosixPath(one.namn).name for one in files}
    found = []
    for one in files:
        path = PurePosixPath(one.namn)
        alone = f"{path.stem}{BUNDLED}.pdf" not in names
        if path.suffix == ".pdf" and path.parts[0] != Exemplar.AKT and alone:
            found.append((_type(path.stem), one))
    return sorted(found, key=lambda each: (each[0], PurePosixPath(each[1].namn).name))


def _type(stem: str) -> str:
    """Return the document type that a file name begins with."""
    return max((slug for slug in KINDS if stem.startswith(f"{slug}_")), key=len, default="ovrigt")


def _jobs(documents: Sequence[tuple[str, Finished]]) -> Iterator[tuple[str, Sequence[Finished]]]:
    """Yield the name and the documents of each job."""
    for typ, group in groupby(documents, key=lambda each: each[0]):
        for number, portion in enumerate(_portions([one for _, one in group]), start=1):
            yield f"{typ}_{number:03}", portion


def _portions(documents: Sequence[Finished]) -> Iterator[Sequence[Finished]]:
    portion: list[Finished] = []
    for one in documents:
        size = sum(each.storlek for each in portion) + one.storlek
        if portion and (len(portion) == MOST_DOCUMENTS or size > MOST_BYTES):
            yield portion
            portion = []
        portion.append(one)
    yield portion


def _joined(folder: Path, name: str, portion: Sequence[Finished]) -> tuple[Copied, Sequence[Placed]]:
    """Return a print job and what lies where in it."""
    writer, placed = pages.empty(), []
    for one in portion:
        try:
            first, count = len(writer.pages) // 2 + 1, _laid(_content(folder, one), writer)
        except Unusable as fault:
            raise BadInput("B-09", fil=one.namn, orsak=fault.reason) from None
        placed.append(Placed(name, one.namn, first, count, (count + 1) // 2, one.sha256))
    return Copied(pages.written(writer, {"Title": name, "Creator": CREATOR})), placed


def _laid(document: bytes, writer: PdfWriter) -> int:
    """Lay a document on the next sheet, the back of its last one blank if need be, and return how many pages it has."""
    reader = opened(document)
    with parsing():
        for page in reader.pages:
            pages.take(page, writer)
    count = len(reader.pages)
    if count % 2:
        box = writer.pages[-1].mediabox
        writer.add_blank_page(box.width, box.height)
    pages.forget(reader, writer)
    return count


def _content(folder: Path, one: Finished) -> bytes:
    """Return the bytes of a document; what has changed since it was verified is not printed either."""
    try:
        data = (folder / one.namn).read_bytes()
    except OSError:
        data = b""
    if hashlib.sha256(data).hexdigest() != one.sha256:
        raise BadInput("B-23", antal="1", mapp=str(folder))
    return data


def _contents(made: Sequence[Made], placed: Sequence[Placed]) -> bytes:
    jobs = [
        {
            "jobb": one.path.stem,
            "fil": one.path.name,
            "dokument": sum(1 for each in placed if each.jobb == one.path.stem),
            "blad": sum(each.blad for each in placed if each.jobb == one.path.stem),
            "sha256": one.sha256,
        }
        for one in made
    ]
    listed = {"jobb": jobs, "dokument": [asdict(one) for one in placed]}
    return (json.dumps(listed, ensure_ascii=False, indent=1) + "\n").encode()
