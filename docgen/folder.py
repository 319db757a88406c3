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
from docgen.logbook import merge
from docgen.logbook.book import Logbook
from docgen.logbook.seal import Sealer, sealer
from docgen.order import Order, recalled
from docgen.stages.disk import make_folder, refusals
from docgen.stages.storage import OWN, Storage, at

BOOK = "logbook"


def own(out: Path) -> Path:
    """Return docgen's own folder in the output folder."""
    return out / OWN


def drafts(order: Order) -> Path:
    """Return the folder for what is not finished: drafts, temporary files of the engines, standard input.

    Each shard has its own, and on a cluster each run: what an earlier run has left at work there cannot finish.
    """
    return _drafts(order.out, book_name(order)) / order.run


def _drafts(out: Path, name: str) -> Path:
    return own(out) / name.replace(BOOK, "tmp")


def storage(order: Order) -> Storage:
    """Return where the documents of the order lie."""
    return at(order.store, order.out, drafts(order), overwrite=order.overwrite)


def book_name(order: Order) -> str:
    """Return the name of the order's logbook: each shard has its own."""
    return f"{BOOK}-{order.shard.number}-av-{order.shard.of}" if order.shard else BOOK


@contextmanager
def opened(order: Order) -> Iterator[tuple[Logbook, Sealer]]:
    """Give the logbook of an order and what seals its rows; raise as ``held`` when they cannot be used."""
    with refusals(order.out):
        seal = sealer(own(order.out), drafts(order))
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
        seal = sealer(own(out), own(out))
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
    with _readable(path), closing(Logbook(path, sealer(own(out), own(out)), out)) as book:
        said = book.note("order")
    if not said:
        raise NoInput("S-09", mapp=str(out))
    return recalled(said)


def merged(out: Path) -> tuple[int, int]:
    """Join the logbooks of all shards into that of one whole run; return how many shards and records there are.

    Raises NoInput S-09 when there is no shard, FolderInUse S-06 when one is at work, and what ``merge.join`` raises.
    """
    parts = sorted(own(out).glob(f"{BOOK}-*-av-*.sqlite"))
    if not parts:
        raise NoInput("S-09", mapp=str(out))
    with ExitStack() as stack, refusals(out):
        for name in (BOOK, *(path.stem for path in parts)):
            stack.enter_context(held(out, name))
        for path in parts:
            stack.enter_context(_readable(path))
        draft = _drafts(out, BOOK) / f"{BOOK}.sqlite"
        return len(parts), merge.join(parts, draft, own(out) / draft.name, sealer(own(out), own(out)))


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    """Turn what SQLite says of a file that it cannot use into a failure of ours."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        said = getattr(error, "sqlite_errorname", "SQLITE")
        if said.startswith(("SQLITE_FULL", "SQLITE_IOERR")):  # the disk's fault, and the book is as it was
            raise OutputFailed("S-04", orsak=said, mapp=str(path.parent)) from None
        raise OutputFailed("S-08", fil=str(path), orsak=said) from None


@contextmanager
def held(out: Path, name: str = BOOK) -> Iterator[Path]:
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
            _cleared(_drafts(out, name))
        yield own(out)
    finally:
        shutil.rmtree(_drafts(out, name), ignore_errors=True)
        if not (own(out) / f"{name}.sqlite").exists():
            _left_as_found(out, name)
        lock.release()


def _cleared(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    make_folder(folder)


def _left_as_found(out: Path, name: str) -> None:
    """Take away what was made for a run that was refused before it had a logbook; another shard's things stay."""
    with suppress(OSError):
        (own(out) / f"{name}.lock").unlink()
        own(out).rmdir()
        out.rmdir()
