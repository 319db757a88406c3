"""Write: finished files reach their final names whole or not at all, readable by their owner only."""

import errno
import hashlib
import os
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from docgen.documents.kind import Exemplar, Kopia
from docgen.documents.record import Record
from docgen.errors import RecordError
from docgen.outcome import Made, Place
from docgen.stages.disk import draft, flush_folder, make_folder, name_new, refusals
from docgen.stages.files import File, other_forms
from docgen.values.diarienummer import file_name_part


@dataclass(slots=True)
class Names:
    """The file names that this run has given out, so that no document takes another's place."""

    taken: dict[str, Place] = field(default_factory=dict)

    def claim(self, stem: str, place: Place) -> None:
        """Take ``stem`` for the record at ``place``; raise RecordError S-02 when it is taken already."""
        key = stem.casefold()
        if key in self.taken:
            other = self.taken[key]
            raise RecordError("S-02", namn=stem, fil=other.source, post=str(other.number))
        self.taken[key] = place


def stem(record: Record) -> str:
    """Return the file name of a record, without suffix: type, number, day and version, never a person."""
    dokument = record.dokument
    version = f"_v{dokument.version}" if dokument.version > 1 else ""
    return f"{dokument.typ}_{file_name_part(record.nyckel)}_{dokument.datum.isoformat()}{version}"


def path(out: Path, name: str, kopia: Kopia, suffix: str, *, spread: bool = False) -> Path:
    """Return the final path; file copies lie in a folder of their own so that nobody posts one by accident.

    The letters of one record are told apart by the number of the recipient, never by a name. With ``spread`` the
    documents lie in one of 256 subfolders, which follows from the name alone.
    """
    within = hashlib.sha256(name.casefold().encode()).hexdigest()[:2] if spread else ""
    numbered = f"{name}_mottagare-{kopia.mottagare:02}" if kopia.mottagare else name
    if kopia.exemplar is Exemplar.AKT:
        return out / Exemplar.AKT.value / within / f"{numbered}_{Exemplar.AKT.value}.{suffix}"
    return out / within / f"{numbered}.{suffix}"


def atomically(files: Sequence[File], *, overwrite: bool) -> list[Made]:
    """Write all ``files`` or none, and return what they became.

    Each is written beside its final name, flushed to the disk, and only then named. Without ``overwrite`` a name that
    is refused takes back the others; with it, the same document in another format goes too, and a failure of the disk
    between two renames is the one gap. Raises RecordError S-01 (there is such a file already), CannotCreate S-03,
    OutputFailed S-04 (disk full, I/O) or NotPermitted S-05.
    """
    with refusals(files[0].path.parent):
        for final in (*(file.path for file in files), *other_forms(files)):
            _check_name(final, overwrite=overwrite)
        for file in files:
            make_folder(file.path.parent)
        drafts: list[Path] = []
        try:
            for file in files:
                drafts.append(file.path.with_name(f".{file.path.name}.{secrets.token_hex(4)}.tmp"))
                draft(drafts[-1], file.data)
            (_replace if overwrite else _name)(drafts, files)
            for stale in other_forms(files):
                stale.unlink(missing_ok=True)
        finally:
            for path in drafts:
                path.unlink(missing_ok=True)
        for folder in {file.path.parent for file in files}:
            flush_folder(folder)
    return [file.made for file in files]


def _check_name(final: Path, *, overwrite: bool) -> None:
    """Refuse a name that cannot be given, before any is."""
    if not overwrite and final.exists():
        raise RecordError("S-01", namn=final.name)
    if final.is_dir() and not final.is_symlink():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(final))


def _replace(drafts: Sequence[Path], files: Sequence[File]) -> None:
    for path, file in zip(drafts, files, strict=True):
        path.replace(file.path)


def _name(drafts: Sequence[Path], files: Sequence[File]) -> None:
    """Give the drafts their names; a name that has appeared meanwhile undoes the others."""
    named: list[Path] = []
    try:
        for path, file in zip(drafts, files, strict=True):
            _name_one(path, file.path)
            named.append(file.path)
    except BaseException:
        for path in named:
            path.unlink(missing_ok=True)
        raise


def _name_one(draft: Path, final: Path) -> None:
    """Give ``draft`` a name that nobody has."""
    try:
        name_new(draft, final)
    except FileExistsError:
        raise RecordError("S-01", namn=final.name) from None
