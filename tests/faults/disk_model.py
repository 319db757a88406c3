"""A disk that forgets all that it was not made to keep: what may be left on it when the power goes.

POSIX promises of a write only that fsync of the file, or syncfs, makes its bytes lasting, and of a name only that fsync
of its folder does. All else may be there or not, in any order, the bytes of one file and each name by itself.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from started import by_chance
from syscalls import Call

Keep = Callable[[int, int], bool]
"""Whether the change ``at`` of ``of`` that were made to one thing since it was last lasting has reached the disk."""


@dataclass(frozen=True)
class Bytes:
    """Bytes that are written into a file, or with no ``data`` the length to which it is cut."""

    offset: int
    data: bytes | None

    def on(self, before: bytes) -> bytes:
        """Return a file's bytes after the change."""
        if self.data is None:
            return before[: self.offset].ljust(self.offset, b"\0")
        return before[: self.offset].ljust(self.offset, b"\0") + self.data + before[self.offset + len(self.data) :]


@dataclass(eq=False)
class File:
    """A file: its bytes that are lasting, and what has been done to them since."""

    lasting: bytes = b""
    changes: list[Bytes] = field(default_factory=list)

    def size(self) -> int:
        """Return the bytes it has for those who read it."""
        return len(self.after(self.changes))

    def after(self, changes: Sequence[Bytes]) -> bytes:
        """Return its bytes when these changes have reached the disk."""
        data = self.lasting
        for change in changes:
            data = change.on(data)
        return data

    def flushed(self, asked: set[int]) -> None:
        """Let the changes that were ``asked`` for, known by their id, be lasting."""
        self.lasting = self.after([one for one in self.changes if id(one) in asked])
        self.changes = [one for one in self.changes if id(one) not in asked]


@dataclass(eq=False)
class Folder:
    """A folder: the names that are lasting, those that are seen, and what has been done to them since."""

    lasting: dict[str, "File | Folder"] = field(default_factory=dict)
    seen: dict[str, "File | Folder"] = field(default_factory=dict)
    changes: list[dict[str, "File | Folder | None"]] = field(default_factory=list)

    def change(self, names: dict[str, "File | Folder | None"]) -> None:
        """Give or take names, all at once."""
        self.changes.append(names)
        _apply(self.seen, names)

    def after(self, changes: Sequence[dict[str, "File | Folder | None"]]) -> dict[str, "File | Folder"]:
        """Return its names when these changes have reached the disk."""
        names = dict(self.lasting)
        for change in changes:
            _apply(names, change)
        return names

    def flushed(self, asked: set[int]) -> None:
        """Let the changes that were ``asked`` for, known by their id, be lasting."""
        self.lasting = self.after([one for one in self.changes if id(one) in asked])
        self.changes = [one for one in self.changes if id(one) not in asked]


def _apply(names: dict[str, File | Folder], change: dict[str, File | Folder | None]) -> None:
    for name, thing in change.items():
        if thing is None:
            names.pop(name, None)
        else:
            names[name] = thing


@dataclass(frozen=True)
class Crash:
    """One way in which the power may go: which names, and which bytes, have reached the disk without being asked to.

    ``torn`` makes of the bytes of a change what had reached the disk of them.
    """

    name: str
    names: Keep
    data: Keep
    torn: Callable[[bytes], bytes] = bytes


def _all(_at: int, _of: int) -> bool:
    return True


def _none(_at: int, _of: int) -> bool:
    return False


def some(seed: int) -> Crash:
    """Return a crash after which any of the changes are there."""
    chance = by_chance(seed)
    return Crash(f"some ({seed})", lambda *_: chance.random() < 0.5, lambda *_: chance.random() < 0.5)


def crashes(at: int) -> list[Crash]:
    """Return the ways in which the power may go at the place ``at`` of a trace: the worst, and two at random."""
    return [
        Crash("nothing unasked", _none, _none),
        Crash("names without bytes", _all, _none),
        Crash("bytes without names", _none, _all),
        Crash("all", _all, _all),
        Crash("names, and half of all bytes", _all, _all, lambda data: data[: len(data) // 2]),
        Crash("names, and zeros for bytes", _all, _all, lambda data: bytes(len(data))),
        Crash("the last name alone", lambda one, of: one == of - 1, _none),
        Crash("all names but the last", lambda one, of: one < of - 1, _all),
        Crash("the last bytes alone", _all, lambda one, of: one == of - 1),
        some(2 * at),
        some(2 * at + 1),
    ]


class Disk:
    """What is beneath ``base`` as a trace goes on; what was there before is not known, and lasting."""

    def __init__(self, base: Path) -> None:
        self._base, self._root = base, Folder()
        self._places: dict[tuple[int, int], int] = {}
        self._asked: dict[tuple[int, int], list[tuple[File | Folder, set[int]]]] = {}

    def play(self, calls: Sequence[Call]) -> Iterator[int]:
        """Let the calls happen, and yield the place in the trace each time that something has changed."""
        moments = [(one.began, 0, one) for one in calls if "sync" in one.name] + [(one.ended, 1, one) for one in calls]
        for at, ends, call in sorted(moments, key=lambda moment: moment[:2]):
            if not ends:
                self._asked[call.pid, call.began] = [(one, set(map(id, one.changes))) for one in self._meant(call)]
            elif getattr(self, f"_{call.name}", self._other)(call):
                yield at

    def left(self, folder: Path, crash: Crash) -> dict[str, bytes]:
        """Return the files beneath ``folder`` after a crash, by their names."""
        top = self._found(folder)
        return dict(self._files(top, "", crash)) if isinstance(top, Folder) and self._named(folder, crash) else {}

    def _named(self, folder: Path, crash: Crash) -> bool:
        """Tell whether the name of ``folder`` itself is there."""
        parent = self._found(folder.parent)
        assert isinstance(parent, Folder)
        kept = [one for at, one in enumerate(parent.changes) if crash.names(at, len(parent.changes))]
        return folder.name in parent.after(kept)

    def _files(self, folder: Folder, before: str, crash: Crash) -> Iterator[tuple[str, bytes]]:
        kept = [one for at, one in enumerate(folder.changes) if crash.names(at, len(folder.changes))]
        for name, thing in folder.after(kept).items():
            if isinstance(thing, Folder):
                yield from self._files(thing, f"{before}{name}/", crash)
            else:
                yield f"{before}{name}", self._bytes(thing, crash)

    def _bytes(self, file: File, crash: Crash) -> bytes:
        kept = [one for at, one in enumerate(file.changes) if crash.data(at, len(file.changes))]
        return file.after([Bytes(one.offset, one.data and crash.torn(one.data)) for one in kept])

    def _found(self, path: Path | str) -> File | Folder | None:
        """Return what has a path beneath the base; None for what is not there, or not ours."""
        if not Path(path).is_relative_to(self._base):
            return None
        thing: File | Folder | None = self._root
        for part in Path(path).relative_to(self._base).parts:
            thing = thing.seen.get(part) if isinstance(thing, Folder) else None
        return thing

    def _meant(self, call: Call) -> list[File | Folder]:
        """Return what a call asks to be made lasting."""
        if call.name in {"syncfs", "sync"}:
            return list(_everything(self._root))
        thing = self._found(call.file(0))
        return [thing] if thing else []

    def _other(self, call: Call) -> bool:
        """Refuse a call that the model does not know, if it is about something of ours."""
        if any(self._found(call.file(at)) for at in range(len(call.arguments))):
            raise NotImplementedError(call.name)
        return False

    def _openat(self, call: Call) -> bool:
        path = Path(call.file(1))
        parent, there = self._found(path.parent), self._found(path)
        self._places[call.pid, call.result] = (
            there.size() if isinstance(there, File) and "O_APPEND" in call.arguments[2] else 0
        )
        if isinstance(parent, Folder) and there is None and "O_CREAT" in call.arguments[2]:
            parent.change({path.name: File()})
            return True
        if isinstance(there, File) and "O_TRUNC" in call.arguments[2]:
            there.changes.append(Bytes(0, None))
            return True
        return False

    def _write(self, call: Call) -> bool:
        key = call.pid, call.descriptor
        place = self._places.get(key, 0)
        self._places[key] = place + call.result
        return self._put(call, place)

    def _pwrite64(self, call: Call) -> bool:
        return self._put(call, call.number(3))

    def _put(self, call: Call, offset: int) -> bool:
        file = self._found(call.file(0))
        if isinstance(file, File):
            file.changes.append(Bytes(offset, call.data(1)[: call.result]))
        return file is not None

    def _ftruncate(self, call: Call) -> bool:
        file = self._found(call.file(0))
        if isinstance(file, File):
            file.changes.append(Bytes(call.number(1), None))
        return file is not None

    def _sync(self, call: Call) -> bool:
        asked = self._asked.pop((call.pid, call.began))
        for thing, changes in asked:
            thing.flushed(changes)
        return bool(asked)

    _fsync = _fdatasync = _syncfs = _sync

    def _mkdir(self, call: Call) -> bool:
        return self._named_anew(Path(call.file(0)), Folder())

    def _unlink(self, call: Call) -> bool:
        return self._named_anew(Path(call.file(0)), None)

    _rmdir = _unlink

    def _unlinkat(self, call: Call) -> bool:
        return self._named_anew(Path(call.file(0)) / call.file(1), None)

    def _named_anew(self, path: Path, thing: File | Folder | None) -> bool:
        parent = self._found(path.parent)
        if isinstance(parent, Folder):
            parent.change({path.name: thing})
        return parent is not None

    def _link(self, call: Call) -> bool:
        return self._named_anew(Path(call.file(1)), self._found(call.file(0)))

    def _rename(self, call: Call) -> bool:
        old, new = Path(call.file(0)), Path(call.file(1))
        thing, source, target = self._found(old), self._found(old.parent), self._found(new.parent)
        if thing is None or not isinstance(source, Folder) or not isinstance(target, Folder):
            return False
        if source is target:
            source.change({old.name: None, new.name: thing})
        else:
            target.change({new.name: thing})
            source.change({old.name: None})
        return True


def _everything(folder: Folder) -> Iterator[File | Folder]:
    yield folder
    for thing in folder.seen.values():
        if isinstance(thing, Folder):
            yield from _everything(thing)
        else:
            yield thing
