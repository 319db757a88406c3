"""Write: finished files reach their final names whole or not at all, readable by their owner only."""

import errno
import os
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from docgen.documents.kind import Exemplar
from docgen.documents.record import Record
from docgen.errors import CannotCreate, NotPermitted, OutputFailed, RecordError
from docgen.outcome import Place
from docgen.values.diarienummer import file_name_part

PRIVATE_FILE, PRIVATE_FOLDER = 0o600, 0o700
AKT = "akt"


@dataclass(frozen=True, slots=True)
class File:
    """Finished bytes and the name they are to have."""

    path: Path
    data: bytes


@dataclass(slots=True)
class Names:
    """The file names that this run has given out, so that no document takes another's place."""

    taken: dict[str, Place] = field(default_factory=dict)

    def claim(self, stem: str, place: Place) -> None:
        """Take ``stem`` for the record at ``place``; raise RecordError S-02 when another record has it."""
        other = self.taken.setdefault(stem.casefold(), place)
        if other != place:
            raise RecordError("S-02", namn=stem, fil=other.source, post=str(other.number))


def stem(record: Record) -> str:
    """Return the file name of a record, without suffix: type, number, day and version, never a person."""
    dokument = record.dokument
    version = f"_v{dokument.version}" if dokument.version > 1 else ""
    return f"{dokument.typ}_{file_name_part(record.nyckel)}_{dokument.datum.isoformat()}{version}"


def path(out: Path, name: str, exemplar: Exemplar, suffix: str) -> Path:
    """Return the final path; file copies lie in a folder of their own so that nobody posts one by accident."""
    if exemplar is Exemplar.AKT:
        return out / AKT / f"{name}_{AKT}.{suffix}"
    return out / f"{name}.{suffix}"


def atomically(files: Sequence[File], *, overwrite: bool) -> list[Path]:
    """Write all ``files`` or none, and return their paths.

    Each is written beside its final name, flushed to the disk, and only then named. Raises RecordError S-01 (there is
    such a file already), CannotCreate S-03, OutputFailed S-04 (disk full, I/O) or NotPermitted S-05.
    """
    with _refusals():
        for file in files:
            file.path.parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
            if not overwrite and file.path.exists():
                raise RecordError("S-01", namn=file.path.name)
        drafts: list[Path] = []
        try:
            for file in files:
                drafts.append(file.path.with_name(f".{file.path.name}.{secrets.token_hex(4)}.tmp"))
                _write(drafts[-1], file.data)
            _name(drafts, files, overwrite=overwrite)
        finally:
            for draft in drafts:
                draft.unlink(missing_ok=True)
        for folder in {file.path.parent for file in files}:
            _flush_folder(folder)
    return [file.path for file in files]


def _write(draft: Path, data: bytes) -> None:
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE)
    with os.fdopen(handle, "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _name(drafts: Sequence[Path], files: Sequence[File], *, overwrite: bool) -> None:
    """Give the drafts their names; without ``overwrite`` a name that has appeared meanwhile undoes the others."""
    named: list[Path] = []
    for draft, file in zip(drafts, files, strict=True):
        if overwrite:
            draft.replace(file.path)
            continue
        try:
            os.link(draft, file.path)
        except OSError as error:
            for path in named:
                path.unlink(missing_ok=True)
            if error.errno == errno.EEXIST:
                raise RecordError("S-01", namn=file.path.name) from None
            raise
        named.append(file.path)


def _flush_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _refusals() -> Iterator[None]:
    """Turn what the file system says into what the run does next."""
    try:
        yield
    except PermissionError as error:
        raise NotPermitted("S-05", mapp=_folder(error)) from None
    except (NotADirectoryError, FileExistsError, FileNotFoundError, IsADirectoryError) as error:
        raise CannotCreate("S-03", mapp=_folder(error)) from None
    except OSError as error:
        raise OutputFailed("S-04", orsak=errno.errorcode.get(error.errno or 0, "I/O"), mapp=_folder(error)) from None


def _folder(error: OSError) -> str:
    return str(Path(str(error.filename)).parent) if error.filename else ""
