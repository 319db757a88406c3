"""The folder of its own that an engine works in."""

import errno
import os
import tempfile
from pathlib import Path

from docgen.errors import OutputFailed


def made() -> Path:
    """Return a new folder that only this user can read; raise OutputFailed S-04 when there is no room for one."""
    try:
        return Path(tempfile.mkdtemp(prefix="docgen-")).resolve()
    except OSError as error:
        raise no_room(error) from None


def no_room(error: OSError) -> OutputFailed:
    """Return what it means that the folder for temporary files takes no more."""
    folder = tempfile.tempdir or os.environ.get("TMPDIR", "/tmp")  # noqa: S108 - only told, not used
    return OutputFailed("S-04", orsak=errno.errorcode.get(error.errno or 0, "I/O"), mapp=str(folder))
