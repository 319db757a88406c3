"""Loaded by a worker of the tests: its disk is full."""

import errno
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from docgen.stages import grouped
from docgen.stages.files import File


def full(staged: Sequence[tuple[Path, File]], drafts: Path) -> NoReturn:  # noqa: ARG001 - as it is called
    """Refuse as the kernel does."""
    raise OSError(errno.ENOSPC, "no space")


grouped._lay_down = full  # noqa: SLF001
