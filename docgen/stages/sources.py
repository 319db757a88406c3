"""The files of an order: folders are looked into, what can be read only once is laid down as a plain file."""

import gzip
import shutil
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from docgen.errors import BadInput, NoInput, NotPermitted

STDIN = "-"
PACKED = ".gz"
LINES = frozenset({".jsonl", ".ndjson"})
EXPORTS = LINES | {".json"}


@dataclass(frozen=True, slots=True)
class Source:
    """A file that can be read from any place: ``name`` is what it is called, ``path`` where it lies."""

    name: str
    path: Path
    lines: bool
    in_folder: bool = False


def files(source: str, spool: Callable[[], Path]) -> Iterator[Source]:
    """Yield the files behind ``source``; standard input and packed files are laid in the folder ``spool`` returns.

    Raises NoInput J-10 (no such file) or J-11 (a folder without exports), NotPermitted J-12, BadInput J-17 (packed
    wrongly).
    """
    if source == STDIN:
        yield Source("stdin", _laid(sys.stdin.buffer, spool() / "stdin.json"), lines=False)
        return
    with refusals(source):
        if not Path(source).is_dir():
            yield _file(Path(source), spool, in_folder=False)
            return
        found = sorted(one for one in Path(source).iterdir() if _kind(one) in EXPORTS and one.is_file())
        if not found:
            raise NoInput("J-11", mapp=source)
        yield from (_file(one, spool, in_folder=True) for one in found)


@contextmanager
def refusals(source: str) -> Iterator[None]:
    """Turn what the file system says of ``source`` into a failure of ours."""
    try:
        yield
    except PermissionError:
        raise NotPermitted("J-12", fil=source) from None
    except (gzip.BadGzipFile, EOFError, zlib.error):
        raise BadInput("J-17", fil=source) from None
    except OSError:
        raise NoInput("J-10", fil=source) from None


def _kind(path: Path) -> str:
    """Return the suffix that tells what the file holds, in small letters, a packed file's own aside."""
    return (Path(path.stem) if path.suffix.lower() == PACKED else path).suffix.lower()


def _file(path: Path, spool: Callable[[], Path], *, in_folder: bool) -> Source:
    lines = _kind(path) in LINES
    packed = path.suffix.lower() == PACKED
    if path.is_file() and not packed:
        with path.open("rb"):
            return Source(str(path), path, lines, in_folder)
    plain = spool() / f"{len(list(spool().iterdir()))}-{path.stem}"
    with gzip.open(path) if packed else path.open("rb") as stream:
        return Source(str(path), _laid(stream, plain), lines, in_folder)


def _laid(stream: IO[bytes] | gzip.GzipFile, path: Path) -> Path:
    """Copy ``stream`` to a file for this user only."""
    path.touch(mode=0o600)
    with path.open("wb") as plain:
        shutil.copyfileobj(stream, plain, 1 << 20)
    return path
