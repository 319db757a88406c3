"""Read: exports become raw records, one at a time, each with its place; memory does not grow with the export.

An export is a JSON object, a JSON array, JSON Lines, a paged answer ``{"TotalNumberOfRecords": n, "Result": [...]}``,
any of them packed by gzip, a folder of such files, or ``-`` for standard input. A fault inside a record belongs to that
record; the records around it are still read.
"""

import codecs
import io
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from docgen.errors import BadInput, Finding, UsageError
from docgen.order import STDIN, is_address
from docgen.outcome import Place
from docgen.stages.sources import Source, files, opened, refusals
from docgen.stages.window import LARGEST, UTF16, Broken, Window, elements

__all__ = ["STDIN", "Exports", "Raw", "of", "only", "records"]

_PAGE = re.compile(rb'\s*\{[^{}\[\]]*"Result"\s*:\s*\[')
_OPENING = re.compile(_PAGE.pattern.decode())
_TOTAL = "TotalNumberOfRecords"
_PAIRS = json.JSONDecoder(object_pairs_hook=list)


@dataclass(frozen=True, slots=True)
class Raw:
    """One record as it stood in the export; ``fault`` says why there is no record there.

    ``file`` and ``offset`` are where its bytes can be read again.
    """

    place: Place
    data: bytes
    fault: Finding | None = None
    file: str = ""
    offset: int = 0


@dataclass(slots=True)
class _Pages:
    """What the pages of a paged export say there is, and what they hold."""

    said: set[int] = field(default_factory=set)
    held: int = 0

    def add(self, envelope: Sequence[tuple[str, object]], held: int) -> None:
        """Count the ``held`` records of a page, if it says how many there are in all."""
        said = dict(envelope).get(_TOTAL)
        if isinstance(said, int):
            self.said.add(said)
            self.held += held

    def refuse_missing(self) -> None:
        """Raise BadInput J-16 when the pages hold other than they say: a record would be lost."""
        if self.said and self.said != {self.held}:
            raise BadInput("J-16", antal=str(self.held), sagt=", ".join(str(one) for one in sorted(self.said)))


def records(sources: Iterable[str]) -> Iterator[Raw]:
    """Yield every record of every source, in order.

    Standard input and packed files are laid in a folder that is gone when all is read. Raises NoInput J-10 (no such
    file) or J-11 (a folder without exports), NotPermitted J-12, BadInput J-03 (encoding), J-15 (a record without end),
    J-16 (pages are missing) or J-17 (packed wrongly).
    """
    with ExitStack() as until_read:
        spool = cache(lambda: Path(until_read.enter_context(TemporaryDirectory(prefix="docgen-"))))
        yield from of(one for source in sources for one in files(source, spool))


def of(found: Iterable[Source]) -> Iterator[Raw]:
    """Yield every record of every file, in order; raise as ``records``."""
    pages = _Pages()
    for one in found:
        yield from _of(one, pages)
    pages.refuse_missing()


def only(raws: Iterator[Raw]) -> Iterator[Raw]:
    """Yield the one record there is; raise BadInput J-14 when there is none, UsageError U-02 when there are more."""
    first, second = next(raws, None), next(raws, None)
    if first is None:
        raise BadInput("J-14")
    if second is not None:
        raise UsageError("U-02", fil=first.place.source)
    yield first


@dataclass(frozen=True, slots=True)
class Exports:
    """The exports of a run, of which records are read again; what lies at an address is opened once for all of them."""

    objects: dict[str, BinaryIO] = field(default_factory=dict)

    def again(self, place: Place, file: str, offset: int, length: int) -> Raw:
        """Return the record that was read at ``offset`` before; raise NoInput J-10 when the file has gone."""
        with refusals(file):
            if not is_address(file):
                with Path(file).open("rb") as stream:
                    return Raw(place, _piece(stream, offset, length), None, file, offset)
            if file not in self.objects:
                self.objects[file] = opened(file)
            return Raw(place, _piece(self.objects[file], offset, length), None, file, offset)

    def close(self) -> None:
        """Let go of what is open."""
        for stream in self.objects.values():
            stream.close()


def _piece(stream: BinaryIO, offset: int, length: int) -> bytes:
    stream.seek(offset)
    return stream.read(length)


def _of(source: Source, pages: _Pages) -> Iterator[Raw]:
    """Yield the records of one file; in a folder, one that cannot be read costs the others nothing."""
    try:
        with refusals(source.name), opened(source.file) as stream:
            yield from _lines(source, stream, pages) if source.lines else _document(source, stream, pages)
    except BadInput as error:
        if not source.in_folder:
            raise
        yield Raw(Place(source.name, 1), b"", Finding(error.code, "$", facts=error.facts))


def _lines(source: Source, stream: BinaryIO, pages: _Pages) -> Iterator[Raw]:
    number, offset = 0, 0
    for at, line in enumerate(iter(lambda: stream.readline(LARGEST), b""), 1):
        if len(line) == LARGEST and not line.endswith(b"\n"):
            raise BadInput("J-15", fil=source.name, mb=str(LARGEST >> 20), rad=str(at))
        if offset == 0 and line.startswith(UTF16):
            raise BadInput("J-03", fil=source.name, orsak="utf16", byte="0")
        bare = line.removeprefix(codecs.BOM_UTF8) if offset == 0 else line
        begins = offset + len(line) - len(bare.lstrip())
        offset += len(line)
        data = bare.strip()
        if _PAGE.match(data):
            for raw in _paged(source, Window(source.name, io.BytesIO(data), begins), pages, number):
                number = raw.place.number
                yield raw
        elif data:
            number += 1
            yield Raw(Place(source.name, number), data, None, source.file, begins)


def _document(source: Source, stream: BinaryIO, pages: _Pages) -> Iterator[Raw]:
    """Yield the records of a file: an array's elements, pages', lines if the first is a record, else the whole."""
    window = Window(source.name, stream)
    first = window.next()
    head = window.text[window.at :]
    if first == "[":
        window.take(window.at + 1)
        yield from _array(source, window)
    elif _PAGE.match(head.encode()):
        yield from _paged(source, window, pages, 0)
    elif _is_json(head.partition("\n")[0]) and head.partition("\n")[2].strip():
        stream.seek(0)
        yield from _lines(source, stream, pages)
    else:
        yield _whole(source, window)


def _whole(source: Source, window: Window) -> Raw:
    while window.more():
        pass
    place = window.byte
    return Raw(Place(source.name, 1), window.take(len(window.text)).strip(), None, source.file, place)


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _paged(source: Source, window: Window, pages: _Pages, number: int) -> Iterator[Raw]:
    """Yield the records of the pages that fill ``window``, numbered after ``number``, and count them.

    Where a page breaks, the last raw record carries the fault J-13: nothing after it can be read.
    """
    try:
        while window.next():
            opening, before = _opening(window), number
            for place, data in elements(window):
                number += 1
                yield Raw(Place(source.name, number), data, None, source.file, place)
            pages.add(_envelope(window, opening), number - before)
    except Broken as error:
        yield _broken(source, number + 1, error.line, error.column)


def _opening(window: Window) -> str:
    """Take what a page says before its records and return it; raise Broken when no page begins here."""
    while not (found := _OPENING.match(window.text, window.at)):
        if window.text[window.at] != "{" or not window.more():
            raise Broken(window.line, window.column)
    return window.take(found.end()).decode()


def _envelope(window: Window, opening: str) -> Sequence[tuple[str, object]]:
    """Take what stands in a page after its records, and return all that it says besides them.

    Raises Broken when the page does not end, or has other records in a second list: they would be lost.
    """
    found: Sequence[tuple[str, object]] = ()
    while not found:
        try:
            found, end = _PAIRS.raw_decode(f"{opening}]{window.text[window.at :]}")
        except (ValueError, RecursionError):
            if not window.more():
                raise Broken(window.line, window.column) from None
        else:
            window.take(window.at + end - len(opening) - 1)
    if len(dict(found)) != len(found):
        raise Broken(window.line, window.column)
    return found


def _array(source: Source, window: Window) -> Iterator[Raw]:
    """Yield the elements of an array that fills the file as records.

    Where the array itself breaks, the last raw record carries the fault J-13: nothing after it can be read.
    """
    number = 0
    try:
        for place, data in elements(window):
            number += 1
            yield Raw(Place(source.name, number), data, None, source.file, place)
    except Broken as error:
        yield _broken(source, number + 1, error.line, error.column)
    else:
        if window.next():
            yield _broken(source, number + 1, window.line, window.column)


def _broken(source: Source, number: int, line: int, column: int) -> Raw:
    fault = Finding("J-13", "$", facts={"rad": str(line), "tecken": str(column)})
    return Raw(Place(source.name, number), b"", fault)
