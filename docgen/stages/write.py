"""Write: finished files reach their final names whole or not at all, readable by their owner only."""

import errno
import os
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import NewType

from docgen.documents.kind import Exemplar, Kopia
from docgen.documents.record import Record
from docgen.errors import CannotCreate, Finding, NotPermitted, OutputFailed, RecordError, RunError
from docgen.outcome import Place
from docgen.stages.finish import Finished
from docgen.stages.render import Docx
from docgen.values.diarienummer import file_name_part

PRIVATE_FILE, PRIVATE_FOLDER = 0o600, 0o700
FORMS = (".docx", ".pdf")
_NO_HARD_LINKS = {errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS}
_NOT_PERMITTED = {errno.EACCES, errno.EPERM, errno.EROFS}
_NO_SUCH_PLACE = {errno.ENOENT, errno.ENOTDIR, errno.EEXIST, errno.EISDIR, errno.ENAMETOOLONG, errno.ELOOP}


Copied = NewType("Copied", bytes)
"""What is no document: a file of a template kit, the picture of a page."""


@dataclass(frozen=True, slots=True)
class File:
    """Finished bytes, the name they are to have, and what is to be remarked of them."""

    path: Path
    data: Docx | Finished | Copied
    remarks: Sequence[Finding] = ()


def remarks(files: Sequence[File]) -> list[Finding]:
    """Return what is to be remarked of ``files``, each thing once."""
    found: list[Finding] = []
    for file in files:
        found += [one for one in file.remarks if one not in found]
    return found


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


def path(out: Path, name: str, kopia: Kopia, suffix: str) -> Path:
    """Return the final path; file copies lie in a folder of their own so that nobody posts one by accident.

    The letters of one record are told apart by the number of the recipient, never by a name.
    """
    numbered = f"{name}_mottagare-{kopia.mottagare:02}" if kopia.mottagare else name
    if kopia.exemplar is Exemplar.AKT:
        return out / Exemplar.AKT.value / f"{numbered}_{Exemplar.AKT.value}.{suffix}"
    return out / f"{numbered}.{suffix}"


def atomically(files: Sequence[File], *, overwrite: bool) -> list[Path]:
    """Write all ``files`` or none, and return their paths.

    Each is written beside its final name, flushed to the disk, and only then named. Without ``overwrite`` a name that
    is refused takes back the others; with it, the same document in another format goes too, and a failure of the disk
    between two renames is the one gap. Raises RecordError S-01 (there is such a file already), CannotCreate S-03,
    OutputFailed S-04 (disk full, I/O) or NotPermitted S-05.
    """
    with _refusals(files):
        for final in (*(file.path for file in files), *_other_forms(files)):
            _check_name(final, overwrite=overwrite)
        for file in files:
            _make_folder(file.path.parent)
        drafts: list[Path] = []
        try:
            for file in files:
                drafts.append(file.path.with_name(f".{file.path.name}.{secrets.token_hex(4)}.tmp"))
                _write(drafts[-1], file.data)
            (_replace if overwrite else _name)(drafts, files)
            for stale in _other_forms(files):
                stale.unlink(missing_ok=True)
        finally:
            for draft in drafts:
                draft.unlink(missing_ok=True)
        for folder in {file.path.parent for file in files}:
            _flush_folder(folder)
    return [file.path for file in files]


def _other_forms(files: Sequence[File]) -> set[Path]:
    """Return the names that the same documents have in another format: an old PDF beside a new Word file misleads."""
    names = {file.path for file in files}
    return {name.with_suffix(form) for name in names for form in FORMS} - names


def _make_folder(folder: Path) -> None:
    """Make ``folder`` and the parents it lacks, one by one: ``mkdir(parents=True)`` leaves parents open to others."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    for one in reversed(missing):
        one.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
        _flush_folder(one.parent)


def _check_name(final: Path, *, overwrite: bool) -> None:
    """Refuse a name that cannot be given, before any is."""
    if not overwrite and final.exists():
        raise RecordError("S-01", namn=final.name)
    if final.is_dir() and not final.is_symlink():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(final))


def _write(draft: Path, data: bytes) -> None:
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE)
    with os.fdopen(handle, "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _replace(drafts: Sequence[Path], files: Sequence[File]) -> None:
    for draft, file in zip(drafts, files, strict=True):
        draft.replace(file.path)


def _name(drafts: Sequence[Path], files: Sequence[File]) -> None:
    """Give the drafts their names; a name that has appeared meanwhile undoes the others."""
    named: list[Path] = []
    try:
        for draft, file in zip(drafts, files, strict=True):
            _name_one(draft, file.path)
            named.append(file.path)
    except BaseException:
        for path in named:
            path.unlink(missing_ok=True)
        raise


def _name_one(draft: Path, final: Path) -> None:
    """Give ``draft`` a name that nobody has: a rename would take another's."""
    try:
        os.link(draft, final)
    except FileExistsError:
        raise RecordError("S-01", namn=final.name) from None
    except OSError as error:
        if error.errno not in _NO_HARD_LINKS:
            raise
        _name_without_link(draft, final)


def _name_without_link(draft: Path, final: Path) -> None:
    """Do the same where there are no hard links (network shares, FAT): take the name first, then fill it."""
    try:
        os.close(os.open(final, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE))
    except FileExistsError:
        raise RecordError("S-01", namn=final.name) from None
    try:
        draft.replace(final)
    except BaseException:
        final.unlink(missing_ok=True)
        raise


def _flush_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _refusals(files: Sequence[File]) -> Iterator[None]:
    """Turn what the file system says into what the run does next."""
    try:
        yield
    except OSError as error:
        place = Path(str(error.filename)) if error.filename else files[0].path
        raise _refusal(error.errno or 0, str(place.parent)) from None


def _refusal(number: int, folder: str) -> RunError:
    if number in _NOT_PERMITTED:
        return NotPermitted("S-05", mapp=folder)
    if number in _NO_SUCH_PLACE:
        return CannotCreate("S-03", mapp=folder)
    return OutputFailed("S-04", orsak=errno.errorcode.get(number, "I/O"), mapp=folder)
