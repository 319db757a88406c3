"""The file that an import writes: it has its name when all of it is on the disk, and not before."""

import os
import secrets
from collections.abc import Iterable
from pathlib import Path

from docgen.errors import CannotCreate
from docgen.stages.disk import draft, flush_folder, make_folder, name_new, refusals


def write(lines: Iterable[bytes], path: Path, *, overwrite: bool) -> None:
    """Write ``lines`` as they come to ``path``, for this user only.

    What raises while ``lines`` are made leaves no file. Raises CannotCreate I-29 (there is such a file already) or
    S-03, OutputFailed S-04 (disk full, I/O) or NotPermitted S-05.
    """
    with refusals(path.parent):
        if not overwrite and path.exists():
            raise CannotCreate("I-29", fil=str(path))
        make_folder(path.parent)
        unnamed = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
        draft(unnamed, b"", flush=False)
        try:
            with unnamed.open("ab") as stream:
                for line in lines:
                    stream.write(line)
                stream.flush()
                os.fsync(stream.fileno())
            if overwrite:
                unnamed.replace(path)
            else:
                _name(unnamed, path)
        finally:
            unnamed.unlink(missing_ok=True)
        flush_folder(path.parent)


def _name(unnamed: Path, path: Path) -> None:
    """Give the file its name, which someone else may have taken since: a rename would put ours in theirs' place."""
    try:
        name_new(unnamed, path)
    except FileExistsError:
        raise CannotCreate("I-29", fil=str(path)) from None
