"""Ways to break docgen, each as a careless change of it would: Python runs this file before any program.

``DOCGEN_BROKEN`` says how it is broken; ``DOCGEN_TEST_PYTHON`` what docgen starts its own processes with.
"""

from __future__ import annotations

import atexit
import os
import sqlite3
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path
from pkgutil import resolve_name
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docgen.outcome import Made
    from docgen.stages.files import File

GROUPED, CALLING = "docgen.stages.grouped", "docgen.executors.calling"


def swap(place: str, name: str, by: object) -> None:
    """Put something else in the place of a name in a module or a class."""
    setattr(resolve_name(place), name, by)


def said_of(documents: Sequence[Sequence[File]]) -> list[list[Made]]:
    """Return what a writer says of documents, whatever it has done with them."""
    return [[file.made for file in one] for one in documents]


def writes_in_place() -> None:
    """Write documents under their final names, piece by piece."""
    grouped = resolve_name(GROUPED)

    def together(documents: Sequence[Sequence[File]], _drafts: Path) -> list[list[Made]]:
        for file in (file for one in documents for file in one):
            grouped.make_folder(file.path.parent)
            with grouped.refusals(file.path.parent), file.path.open("wb", buffering=0) as stream:
                stream.write(file.data[:1000])
                time.sleep(0.005)
                stream.write(file.data[1000:])
        return said_of(documents)

    swap(GROUPED, "together", together)


def says_before_it_does() -> None:
    """Answer for documents that are written a little later."""
    together = resolve_name(f"{GROUPED}:together")

    def write(documents: Sequence[Sequence[File]], drafts: Path) -> None:
        time.sleep(0.5)
        together(documents, drafts)

    def later(documents: Sequence[Sequence[File]], drafts: Path) -> list[list[Made]]:
        threading.Thread(target=write, args=(documents, drafts)).start()
        return said_of(documents)

    swap(GROUPED, "together", later)


def outlives_its_caller() -> None:
    """Let a process of docgen go on when the one that called it is gone."""
    swap(CALLING, "_PR_SET_PDEATHSIG", 0)
    atexit.register(time.sleep, 60)


def flushes_nothing() -> None:
    """Rename documents that are not on the disk yet."""
    swap(GROUPED, "_SYNCFS", lambda _: 0)


def forgets_the_folder() -> None:
    """Write rows of documents whose names are not on the disk yet."""
    swap(GROUPED, "flush_folder", lambda _: None)


class Hasty(sqlite3.Connection):
    """A connection that waits for no disk."""

    def executescript(self, script: str, /) -> sqlite3.Cursor:
        """Carry out a script."""
        return super().executescript(script.replace("synchronous = FULL", "synchronous = OFF"))


def leaves_the_logbook_to_chance() -> None:
    """Let SQLite wait for no disk."""
    connect = sqlite3.connect
    swap("sqlite3", "connect", lambda *given, **named: connect(*given, **named, factory=Hasty))


def takes_no_for_an_answer() -> None:
    """Take a disk that refuses for one that has written."""
    together, refusal = resolve_name(f"{GROUPED}:together"), resolve_name("docgen.errors:RunError")

    def hopeful(documents: Sequence[Sequence[File]], drafts: Path) -> list[list[Made]]:
        try:
            made: list[list[Made]] = together(documents, drafts)
        except refusal:
            return said_of(documents)
        return made

    swap(GROUPED, "together", hopeful)


def lets_refusals_through() -> None:
    """Let what the file system says travel as it is."""

    @contextmanager
    def nothing(_: Path) -> Iterator[None]:
        yield

    swap("docgen.folder", "refusals", nothing)


def forgets_records() -> None:
    """Let the supervisor end before all that is to be done is done."""
    swap("docgen.executors.pool:Pool", "_give", lambda *_: False)


def falls_over_the_plan() -> None:
    """Let a fault of ours say what a record says."""

    def plan(_order: object) -> None:
        raise ValueError("Zqkaabqz")

    swap("docgen.plan", "plan", plan)


def locks_nothing() -> None:
    """Let any number of batches work in a folder."""
    swap("filelock:FileLock", "acquire", lambda *_, **__: None)


def keeps_what_is_there() -> None:
    """Let a file that is there be, whatever it was made of, if it is a file copy."""
    replace = Path.replace

    def kept(path: Path, to: Path) -> Path:
        return to if "akt" in to.parts and to.exists() else replace(path, to)

    swap("pathlib:Path", "replace", kept)


if __name__ == "sitecustomize":
    sys.executable = os.environ.get("DOCGEN_TEST_PYTHON", sys.executable)
    if how := os.environ.get("DOCGEN_BROKEN"):
        globals()[how]()
