"""Finished files on their way to their names: bytes, and what is to be remarked of them.

The supervisor of a batch knows them too, so nothing that makes documents is loaded with them.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NewType

from docgen.errors import Finding
from docgen.outcome import Made

if TYPE_CHECKING:
    from docgen.stages.finish import Finished
    from docgen.stages.render import Docx

FORMS = (".docx", ".pdf")
BUNDLED = "_med_bilagor"
"""What the name of a PDF ends in that has its attachments after it."""

Copied = NewType("Copied", bytes)
"""What is no document: a file of a template kit, the picture of a page."""


@dataclass(frozen=True, slots=True)
class File:
    """Finished bytes, the name they are to have, and what is to be remarked of them."""

    path: Path
    data: "Docx | Finished | Copied"
    remarks: Sequence[Finding] = ()

    @property
    def made(self) -> Made:
        """Return what it becomes on the disk."""
        return Made(self.path, len(self.data), hashlib.sha256(self.data).hexdigest())


def remarks(files: Sequence[File]) -> list[Finding]:
    """Return what is to be remarked of ``files``, each thing once."""
    found: list[Finding] = []
    for file in files:
        found += [one for one in file.remarks if one not in found]
    return found


def other_forms(files: Sequence[File]) -> set[Path]:
    """Return the names that the same documents have in another format: an old PDF beside a new Word file misleads."""
    names = {file.path for file in files}
    forms = {name.with_suffix(form) for name in names for form in FORMS}
    return (forms | {one.with_stem(one.stem + BUNDLED) for one in forms if one.suffix == ".pdf"}) - names
