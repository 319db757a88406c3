"""The disk: files and folders for their owner only, what it takes to be sure of them, and what refusals mean."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from docgen.errors import CannotCreate, NotPermitted, OutputFailed, RunError

PRIVATE_FILE, PRIVATE_FOLDER = 0o600, 0o700
_NO_HARD_LINKS = {errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS}
_NOT_PERMITTED = {errno.EACCES, errno.EPERM, errno.EROFS}
NO_SUCH_PLACE = {errno.ENOENT, errno.ENOTDIR, errno.EEXIST, errno.EISDIR, errno.ENAMETOOLONG, errno.ELOOP}


def make_folder(folder: Path) -> None:
    """Make ``folder`` and the parents it lacks, one by one: ``mkdir(parents=True)`` leaves parents open to others."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    for one in reversed(missing):
        one.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
        flush_folder(one.parent)


def draft(path: Path, data: bytes, *, flush: bool = True) -> None:
    """Write ``data`` to a new file for this user only; with ``flush``, wait until it is on the disk."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE)
    with os.fdopen(handle, "wb") as stream:
        stream.write(data)
        if flush:
            stream.flush()
            os.fsync(stream.fileno())


def name_new(draft: Path, final: Path) -> None:
    """Give ``draft`` a name that nobody has; raise FileExistsError when somebody has it: a rename would take it."""
    try:
        os.link(draft, final)
    except OSError as error:
        if error.errno not in _NO_HARD_LINKS:
            raise
        _name_without_link(draft, final)


def _name_without_link(draft: Path, final: Path) -> None:
    """Do the same where there are no hard links (network shares, FAT): take the name first, then fill it."""
    os.close(os.open(final, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE))
    try:
        draft.replace(final)
    except BaseException:
        final.unlink(missing_ok=True)
        raise


def flush_folder(folder: Path) -> None:
    """Wait until the names in ``folder`` are on the disk."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def refusals(folder: Path) -> Iterator[None]:
    """Turn what the file system says into what the run does next; ``folder`` is told when it does not say where."""
    try:
        yield
    except BrokenPipeError:  # whoever read what we say has gone; that is no matter of the disk's
        raise
    except OSError as error:
        place = Path(str(error.filename)).parent if error.filename else folder
        raise _refusal(error.errno or 0, str(place)) from None


def _refusal(number: int, folder: str) -> RunError:
    if number in _NOT_PERMITTED:
        return NotPermitted("S-05", mapp=folder)
    if number in NO_SUCH_PLACE:
        return CannotCreate("S-03", mapp=folder)
    return OutputFailed("S-04", orsak=errno.errorcode.get(number, "I/O"), mapp=folder)
