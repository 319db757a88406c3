"""The files of an order: folders are looked into, what can be read only once is laid down as a plain file."""

import errno
import gzip
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import IO, BinaryIO

from docgen.errors import BadInput, NoInput, NotPermitted, OutputFailed
from docgen.order import STDIN, is_address
from docgen.stages import disk, objects
from docgen.values.tecken import readable

PACKED = ".gz"
LINES = frozenset({".jsonl", ".ndjson"})
EXPORTS = LINES | {".json"}
_MOST = 1 << 20  # bytes that are copied at a time


@dataclass(frozen=True, slots=True)
class Source:
    """A file that can be read from any place: ``name`` is what it is called, ``file`` its path or address."""

    name: str
    file: str
    lines: bool
    in_folder: bool = False


def files(source: str, spool: Callable[[], Path]) -> Iterator[Source]:
    """Yield the files behind ``source``; standard input and packed files are laid in the folder ``spool`` returns.

    Raises NoInput J-10 (no such file) or J-11 (a folder without exports), NotPermitted J-12, BadInput J-17 (packed
    wrongly) or J-30 (a name that is no text), OutputFailed J-31 (the disk does not give it) or S-04 (no room to lay it
    down), Unavailable W-05 or W-06 for an address.
    """
    if source == STDIN:
        yield Source("stdin", _laid(sys.stdin.buffer, spool() / "stdin.json", "stdin"), lines=False)
        return
    with refusals(source):
        _refuse_bytes(source)
        inside = _inside(source)
        if inside is None:
            yield _file(source, spool, in_folder=False)
            return
        found = [one for one in inside if _kind(one) in EXPORTS]
        if not found:
            raise NoInput("J-11", mapp=source)
        for one in found:
            _refuse_bytes(one)
        yield from (_file(one, spool, in_folder=True) for one in found)


def opened(file: str) -> BinaryIO:
    """Open what lies at a path or an address to be read from any place; raise OSError."""
    return objects.opened(file) if is_address(file) else Path(file).open("rb")


def size(file: str) -> int:
    """Return how many bytes lie at a path or an address; raise OSError."""
    return objects.size(file) if is_address(file) else Path(file).stat().st_size


def _inside(source: str) -> list[str] | None:
    """Return the files of a folder, sorted; None when it is none."""
    if is_address(source):
        return objects.inside(source)
    if not Path(source).is_dir():
        return None
    return [str(one) for one in sorted(Path(source).iterdir()) if one.is_file()]


@contextmanager
def refusals(source: str) -> Iterator[None]:
    """Turn what the file system says of ``source`` into a failure of ours."""
    try:
        yield
    except PermissionError:
        raise NotPermitted("J-12", fil=source) from None
    except (gzip.BadGzipFile, EOFError, zlib.error):
        raise BadInput("J-17", fil=source) from None
    except OSError as error:
        if isinstance(error, FileNotFoundError) or error.errno in disk.NO_SUCH_PLACE:  # a store's may have no number
            raise NoInput("J-10", fil=source) from None
        raise OutputFailed("J-31", fil=source, orsak=errno.errorcode.get(error.errno or 0, "I/O")) from None


def _refuse_bytes(name: str) -> None:
    """Refuse a name in another encoding than UTF-8: no logbook and no message can hold it."""
    shown = readable(name)
    if shown != name:
        raise BadInput("J-30", fil=shown)


def _kind(file: str) -> str:
    """Return the suffix that tells what the file holds, in small letters, a packed file's own aside."""
    path = PurePath(file)
    return (PurePath(path.stem) if path.suffix.lower() == PACKED else path).suffix.lower()


def _file(file: str, spool: Callable[[], Path], *, in_folder: bool) -> Source:
    lines = _kind(file) in LINES
    packed = file.lower().endswith(PACKED)
    name = file if is_address(file) else str(Path(file))
    if not packed and (is_address(file) or Path(file).is_file()):
        opened(file).close()
        return Source(name, name, lines, in_folder)
    plain = spool() / f"{len(list(spool().iterdir()))}-{PurePath(file).stem}"
    with opened(file) as stream, gzip.open(stream) if packed else stream as unpacked:
        return Source(name, _laid(unpacked, plain, name), lines, in_folder)


def _laid(stream: IO[bytes] | gzip.GzipFile, path: Path, source: str) -> str:
    """Copy ``stream`` to a file for this user only, and return its path; raise OutputFailed S-04 for want of room."""
    with disk.refusals(path.parent):
        path.touch(mode=disk.PRIVATE_FILE)
        with path.open("wb") as plain:
            while data := _read(stream, source):
                plain.write(data)
    return str(path)


def _read(stream: IO[bytes] | gzip.GzipFile, source: str) -> bytes:
    with refusals(source):
        return stream.read(_MOST)
