"""The output folder of a batch: what docgen keeps in it for itself, and the lock that one run holds at a time.

``.docgen/`` holds the logbook, the key of its seals, the lock, and a place for drafts that is empty between runs.
"""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from docgen.errors import FolderInUse, NoInput, OutputFailed
from docgen.logbook.book import Logbook
from docgen.logbook.seal import Sealer, sealer
from docgen.order import Order, recalled
from docgen.stages.disk import make_folder, refusals

OWN = ".docgen"


def own(out: Path) -> Path:
    """Return docgen's own folder in the output folder."""
    return out / OWN


def drafts(out: Path) -> Path:
    """Return the folder for what is not finished: drafts, temporary files of the engines, standard input."""
    return own(out) / "tmp"


def book_name(order: Order) -> str:
    """Return the name of the order's logbook: each shard has its own."""
    return f"logbook-{order.shard.number}-av-{order.shard.of}" if order.shard else "logbook"


@contextmanager
def opened(order: Order) -> Iterator[tuple[Logbook, Sealer]]:
    """Give the logbook of an order and what seals its rows; raise as ``held`` when they cannot be used."""
    with refusals(order.out):
        seal = sealer(own(order.out))
        path = own(order.out) / f"{book_name(order)}.sqlite"
        path.touch(mode=0o600)
    with _readable(path), closing(Logbook(path, seal, order.out)) as book:
        yield book, seal


@contextmanager
def logbooks(out: Path) -> Iterator[list[Logbook]]:
    """Give the logbooks of a folder, that of each shard; raise NoInput S-09 when there is none."""
    paths = sorted(own(out).glob("logbook*.sqlite"))
    if not paths:
        raise NoInput("S-09", mapp=str(out))
    with ExitStack() as opened_books, refusals(out):
        seal = sealer(own(out))
        books = []
        for path in paths:
            opened_books.enter_context(_readable(path))
            books.append(opened_books.enter_context(closing(Logbook(path, seal, out))))
        yield books


def ordered_in(out: Path) -> Order:
    """Return the order that was last carried out in a folder.

    Raises NoInput S-09 when there is none.
    """
    path = own(out) / "logbook.sqlite"
    if not path.is_file():
        raise NoInput("S-09", mapp=str(out))
    with _readable(path), closing(Logbook(path, sealer(own(out)), out)) as book:
        said = book.note("order")
    if not said:
        raise NoInput("S-09", mapp=str(out))
    return recalled(said)


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    """Turn what SQLite says of a file that it cannot use into a failure of ours."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise OutputFailed("S-08", fil=str(path), orsak=getattr(error, "sqlite_errorname", "SQLITE")) from None


@contextmanager
def held(out: Path, name: str = "logbook") -> Iterator[Path]:
    """Hold the output folder for one run, and give docgen's own folder in it, with nothing left of an earlier run.

    The lock is the kernel's, so it is free as soon as its holder is gone, however it went. Raises FolderInUse S-06 when
    another run has it, CannotCreate S-03 or NotPermitted S-05 when there can be no such folder.
    """
    with refusals(out):
        make_folder(own(out))
        lock = FileLock(own(out) / f"{name}.lock", timeout=0, mode=0o600)
        try:
            lock.acquire()
        except Timeout:
            raise FolderInUse("S-06", mapp=str(out)) from None
    try:
        with refusals(out):
            _cleared(drafts(out))
        yield own(out)
    finally:
        shutil.rmtree(drafts(out), ignore_errors=True)
        if not any(own(out).glob("*.sqlite")):
            _left_as_found(out)
        lock.release()


def _cleared(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    make_folder(folder)


def _left_as_found(out: Path) -> None:
    """Take away what was made for a run that was refused before it had a logbook."""
    shutil.rmtree(own(out), ignore_errors=True)
    with suppress(OSError):
        out.rmdir()
