"""What is bound reaches its name as documents do: whole or not at all, for its owner only, and over nobody's file."""

from collections.abc import Sequence
from pathlib import Path

from docgen.errors import CannotCreate, RecordError
from docgen.outcome import Made
from docgen.stages.files import File, other_forms
from docgen.stages.write import atomically


def saved(files: Sequence[File], *, overwrite: bool) -> list[Made]:
    """Write ``files`` and return what they became; raise CannotCreate S-01 when a name is taken.

    A Word file of the same name is no other form of what is bound here, and is never taken away for it.
    """
    for other in other_forms(files):
        if other.exists():
            raise CannotCreate("S-01", namn=other.name)
    try:
        return atomically(files, overwrite=overwrite)
    except RecordError as error:
        raise CannotCreate(error.code, **error.facts) from None


def folder_is_new(folder: Path) -> bool:
    """Tell whether ``folder`` is not there or empty."""
    return not folder.exists() or (folder.is_dir() and not any(folder.iterdir()))
