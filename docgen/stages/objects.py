"""Object stores: exports are read from and documents laid at an address, over fsspec.

An object appears whole or not at all, so there is neither draft nor rename: it is put, its length is asked for, and
only then it is told. A crash leaves whole objects, and the row of the logbook comes after.
"""

import hashlib
import io
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from docgen.errors import CannotCreate, NotPermitted, RunError, Unavailable
from docgen.outcome import Made
from docgen.stages.files import File, other_forms

BLOCK = 1 << 20


@contextmanager
def reached(address: str) -> Iterator[None]:
    """Turn what a store says, besides that something is not there or not ours to have, into a failure of ours."""
    try:
        yield
    except (FileNotFoundError, PermissionError, RunError):
        raise
    except ImportError:
        raise Unavailable("W-05", tillagg="objekt") from None
    except Exception as error:  # noqa: BLE001 - each store has faults of its own, whose texts can hold anything
        raise Unavailable("W-06", adress=address, orsak=type(error).__name__) from None


def system(address: str) -> tuple[Any, str]:
    """Return the file system of fsspec behind ``address``, and what the address is called in it."""
    with reached(address):
        from fsspec.core import url_to_fs  # noqa: PLC0415 - only an address pays for the library

        fs, path = url_to_fs(address)
        fs.invalidate_cache()
        return fs, path.rstrip("/")


def opened(address: str, block: int = 5 * BLOCK) -> io.BufferedReader:
    """Open an object to be read from any place; raise FileNotFoundError or PermissionError as a file would."""
    fs, path = system(address)
    with reached(address):
        return io.BufferedReader(_Reported(fs.open(path, "rb", block_size=block, cache_type="readahead"), address))


class _Reported(io.RawIOBase):
    """An open object whose faults are ours."""

    def __init__(self, stream: Any, address: str) -> None:  # noqa: ANN401 - fsspec has no types
        super().__init__()
        self._stream, self._address = stream, address

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        return int(self._stream.seek(offset, whence))

    def tell(self) -> int:
        return int(self._stream.tell())

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 - as io has it
        with reached(self._address):
            return int(self._stream.readinto(buffer))


def size(address: str) -> int:
    """Return the bytes of an object."""
    fs, path = system(address)
    with reached(address):
        return int(fs.size(path))


def inside(address: str) -> list[str] | None:
    """Return the addresses of the objects right below ``address``; None when it is an object itself."""
    fs, path = system(address)
    with reached(address):
        if not fs.isdir(path):
            return None
        return sorted(fs.unstrip_protocol(one["name"]) for one in fs.ls(path, detail=True) if one["type"] == "file")


@dataclass(frozen=True)
class Objects:
    """The documents below ``address``; ``out`` is the local folder that their paths are said to begin with.

    Without ``overwrite`` nothing is taken away that this run did not put there.
    """

    address: str
    out: Path
    overwrite: bool = False

    @cached_property
    def _sizes(self) -> dict[str, int]:
        """What lies there: one listing, instead of a question for each name."""
        fs, root = system(self.address)
        found: dict[str, int] = {}
        with reached(self.address):
            for one in _below(fs, root):
                found[one["name"].removeprefix(f"{root}/")] = int(one["size"])
        return found

    def size(self, name: str) -> int | None:
        """Return how many bytes the object had when it was first asked for one."""
        return self._sizes.get(name)

    def sha256(self, name: str) -> str | None:
        """Return the SHA-256 of an object, read anew."""
        with suppress(FileNotFoundError), opened(f"{self.address}/{name}") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
        return None

    def names(self) -> Iterator[str]:
        """Yield the name of every object, sorted."""
        yield from sorted(self._sizes)

    def together(self, documents: Sequence[Sequence[File]]) -> list[list[Made]]:
        """Put the files of each record, side by side, and see that each is there with its length.

        Raises CannotCreate S-03 (no such store), NotPermitted S-05 or Unavailable W-06.
        """
        files = [file for one in documents for file in one]
        fs, root = system(self.address)
        with self._refusals():
            fs.pipe({f"{root}/{self._name(file.path)}": bytes(file.data) for file in files})
            there = fs.sizes([f"{root}/{self._name(file.path)}" for file in files])
            if there != [len(file.data) for file in files]:
                raise OSError
            for stale in other_forms(files) if self.overwrite else ():
                self.delete(self._name(stale))
        return [[self._made(file) for file in one] for one in documents]

    def delete(self, name: str) -> None:
        """Take an object away."""
        fs, root = system(self.address)
        with self._refusals(), suppress(FileNotFoundError):
            fs.rm_file(f"{root}/{name}")

    def _name(self, path: Path) -> str:
        return path.relative_to(self.out).as_posix()

    def _made(self, file: File) -> Made:
        digest = hashlib.sha256(file.data).hexdigest()
        return Made(file.path, len(file.data), digest, f"{self.address}/{self._name(file.path)}")

    @contextmanager
    def _refusals(self) -> Iterator[None]:
        try:
            with reached(self.address):
                yield
        except FileNotFoundError:
            raise CannotCreate("S-03", mapp=self.address) from None
        except PermissionError:
            raise NotPermitted("S-05", mapp=self.address) from None


def _below(fs: Any, folder: str) -> Iterator[Mapping[str, Any]]:  # noqa: ANN401 - fsspec has no types
    """Yield what fsspec tells of each object below ``folder``; a listing that is refused is no empty one."""
    with suppress(FileNotFoundError):
        for one in fs.ls(folder, detail=True):
            if one["type"] == "directory":
                yield from _below(fs, one["name"])
            elif one["name"] != folder:
                yield one
