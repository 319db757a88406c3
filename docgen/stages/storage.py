"""Where documents lie: in a folder of a disk or, when an address such as ``s3://hink/ut`` says so, in an object store.

A document's name is its path below the folder or the address, with ``/``.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from docgen.outcome import Made
from docgen.stages import grouped
from docgen.stages.files import File
from docgen.stages.objects import Objects

OWN = ".docgen"
"""Docgen's own folder in an output folder: what lies there is no document."""


class Storage(Protocol):
    """Keeps documents; what is written is lasting when ``together`` returns."""

    def size(self, name: str) -> int | None:
        """Return how many bytes the document has, None when there is none of that name."""
        ...

    def sha256(self, name: str) -> str | None:
        """Return the SHA-256 of the document in hexadecimal, None when there is none of that name."""
        ...

    def names(self) -> Iterator[str]:
        """Yield the name of everything that lies there."""
        ...

    def together(self, documents: Sequence[Sequence[File]]) -> list[list[Made]]:
        """Write the files of each record, as ``grouped.together`` does, and return what they became."""
        ...

    def delete(self, name: str) -> None:
        """Take a document away; one that is not there is no fault."""
        ...


@dataclass(frozen=True, slots=True)
class Disk:
    """A folder; drafts lie in another on the same disk."""

    out: Path
    drafts: Path

    def size(self, name: str) -> int | None:
        """Return how many bytes the file has, None when there is none of that name."""
        try:
            return (self.out / name).stat().st_size
        except OSError:
            return None

    def sha256(self, name: str) -> str | None:
        """Return the SHA-256 of a file; None when it is none, or a link to one."""
        path = self.out / name
        if path.is_symlink() or not path.is_file():
            return None
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()

    def names(self) -> Iterator[str]:
        """Yield every file and link outside docgen's own folder, sorted."""
        for path in sorted(self.out.rglob("*")):
            name = path.relative_to(self.out)
            if name.parts[0] != OWN and (path.is_symlink() or not path.is_dir()):
                yield name.as_posix()

    def together(self, documents: Sequence[Sequence[File]]) -> list[list[Made]]:
        """Write the files of each record; raise as ``grouped.together``."""
        return grouped.together(documents, self.drafts)

    def delete(self, name: str) -> None:
        """Take a file away."""
        (self.out / name).unlink(missing_ok=True)


def at(address: str, out: Path, drafts: Path, *, overwrite: bool = False) -> Storage:
    """Return what keeps the documents at ``address``, or in the folder ``out`` when that is "".

    Raises Unavailable W-05 when what an address needs is not installed.
    """
    if not address:
        return Disk(out, drafts)
    return Objects(address, out, overwrite=overwrite)
