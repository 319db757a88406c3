"""The attachments of a record laid after its finished document, in a file of its own.

The document itself stays the archival and accessible file that it is. The file with attachments is for whoever reads
or prints all of it at once: foreign pages keep no promise of ours, so it claims none (decision 0013).
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from docgen.documents.bilaga import Bilaga
from docgen.documents.kind import View
from docgen.documents.record import Record
from docgen.errors import Finding, RecordError, Severity
from docgen.stages.files import BUNDLED, File
from docgen.stages.finish import Finished
from docgen.stages.validate import Validated

MOST_BYTES = 100_000_000

Listed = Sequence[tuple[str, Bilaga]]
"""Attachments and their places in the record."""


@dataclass(frozen=True, slots=True)
class Attached:
    """An attachment and the bytes of its file; ``path`` is where the record names the file."""

    bilaga: Bilaga
    path: str
    data: bytes


def files(final: Path, document: Finished, validated: Validated, view: View) -> Iterator[File]:
    """Yield the file with attachments that lies beside ``final``, the finished ``document``; none without attachments.

    The files of the attachments are named from the folder of the export. Remarked are an attachment without a file
    (B-06) and one with other pages than the record says (B-05). Raises RecordError with all that keeps the files from
    being attached: B-01 (not there), B-02 (outside the folder), B-03 (no PDF, damaged, locked) and B-04 (too large).
    """
    if has_files(validated.record):
        from docgen.binding import joining  # noqa: PLC0415 - only a record that has attachments pays for the library

        listed = _bilagor(validated.record)
        attached = _read(listed, Path(validated.place.source).parent)
        joined, remarks = joining.joined(document, attached, view)
        yield File(beside(final), joined, [*_without_file(listed), *remarks])


def has_files(record: Record) -> bool:
    """Tell whether anything is to be laid after the document of a record."""
    return any(one.fil for _, one in _bilagor(record))


def beside(final: Path) -> Path:
    """Return where the file with attachments lies that belongs to a PDF."""
    return final.with_stem(f"{final.stem}{BUNDLED}")


def fingerprint(record: Record, source: str) -> bytes:
    """Return what tells whether the files of a record's attachments are as they were; nothing when it has none."""
    folder = Path(source).parent
    return b"".join(_digest(folder, one.fil) for _, one in _bilagor(record) if one.fil)


def _digest(folder: Path, name: str) -> bytes:
    try:
        return hashlib.sha256(_content(folder, name, MOST_BYTES)).digest()
    except _Refused as refused:
        return refused.code.encode()


def _without_file(listed: Listed) -> Sequence[Finding]:
    return [Finding("B-06", path, Severity.WARNING, {"nummer": str(one.nr)}) for path, one in listed if one.fil is None]


def _read(listed: Listed, folder: Path) -> Sequence[Attached]:
    found: list[Attached] = []
    faults: list[Finding] = []
    room = MOST_BYTES
    for place, one in listed:
        if one.fil is None:
            continue
        path = f"{place}.fil"
        try:
            data = _content(folder, one.fil, room)
        except _Refused as refused:
            facts = {"nummer": str(one.nr), "storlek": str(MOST_BYTES // 1_000_000)}
            faults.append(Finding(refused.code, path, facts=facts))
            continue
        room -= len(data)
        found.append(Attached(one, path, data))
    if faults:
        raise RecordError.of(faults)
    return found


def _bilagor(record: Record) -> Listed:
    listed = getattr(record, "bilagor", ())
    return [(f"$.bilagor[{at}]", one) for at, one in enumerate(listed) if isinstance(one, Bilaga)]


class _Refused(Exception):
    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def _content(folder: Path, name: str, room: int) -> bytes:
    """Return the bytes of a file in ``folder``; an export must not fetch what lies elsewhere on the machine."""
    try:
        home = folder.resolve()
        file = (home / name).resolve()
        if not file.is_relative_to(home):
            raise _Refused("B-02")
        if not file.is_file():
            raise _Refused("B-01")
        if file.stat().st_size > room:
            raise _Refused("B-04")
        return file.read_bytes()
    except (OSError, RuntimeError):  # RuntimeError: links in a circle
        raise _Refused("B-01") from None
