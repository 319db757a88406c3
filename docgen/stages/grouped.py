"""Write for a batch: the files of many records reach the disk together, and only then their names.

Every file is written in the folder's own place for drafts, the file system is told once to put all of them on the disk,
each is then renamed to its final name, and the folders are put on the disk. A crash leaves either no name or a whole
file; the row of the logbook comes after.
"""

import ctypes
import os
import secrets
from collections.abc import Sequence
from pathlib import Path

from docgen.outcome import Made
from docgen.stages.disk import draft, flush_folder, make_folder, refusals
from docgen.stages.files import File, other_forms

_SYNCFS = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)


def together(documents: Sequence[Sequence[File]], drafts: Path) -> list[list[Made]]:
    """Write the files of each record and return what they became, in the same order.

    The names belong to these records: what has them is an earlier version of the same document, and is replaced. Raises
    CannotCreate S-03, OutputFailed S-04 (disk full, I/O) or NotPermitted S-05; then some records may have their files
    and others not, and none half a file.
    """
    files = [file for one in documents for file in one]
    if not files:
        return [[] for _ in documents]
    with refusals(files[0].path.parent):
        folders = sorted({file.path.parent for file in files})
        for folder in folders:
            make_folder(folder)
        staged = [(drafts / f"{secrets.token_hex(8)}.tmp", file) for file in files]
        try:
            _lay_down(staged, drafts)
            for path, file in staged:
                path.replace(file.path)
        finally:
            for path, _ in staged:
                path.unlink(missing_ok=True)
        for stale in other_forms(files):
            stale.unlink(missing_ok=True)
        for folder in folders:
            flush_folder(folder)
    return [[file.made for file in one] for one in documents]


def _lay_down(staged: Sequence[tuple[Path, File]], drafts: Path) -> None:
    """Write every draft and wait until all are on the disk: once, where the kernel has syncfs."""
    for path, file in staged:
        draft(path, file.data, flush=_SYNCFS is None)
    if _SYNCFS is None:
        return
    handle = os.open(drafts, os.O_RDONLY | os.O_DIRECTORY)
    try:
        if _SYNCFS(handle) != 0:
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), str(drafts))
    finally:
        os.close(handle)
