"""Read: exports become raw records, one at a time, each with its place.

An export is a JSON object, a JSON array, JSON Lines, a folder of such files, or ``-`` for standard input. A
fault inside a record belongs to that record; the records around it are still read.
"""

import codecs
import json
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from docgen.errors import BadInput, Finding, NoInput, NotPermitted, UsageError
from docgen.outcome import Place

STDIN = "-"
LINES = frozenset({".jsonl", ".ndjson"})
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

# What matters for where an element of an array ends: whole strings, brackets, commas, and a string that never ends.
_TOKEN = re.compile(r'"(?:[^"\\\n]|\\.)*"|[][{},"]')


@dataclass(frozen=True, slots=True)
class Raw:
    """One record as it stood in the export; ``fault`` says why there is no record there."""

    place: Place
    data: bytes
    fault: Finding | None = None


def records(sources: Iterable[str]) -> Iterator[Raw]:
    """Yield every record of every source, in order.

    Raises NoInput J-10 (no such file) or J-11 (a folder without exports), NotPermitted J-12, BadInput J-03 (encoding).
    """
    for source in sources:
        if source == STDIN:
            yield from _document("stdin", _decoded("stdin", sys.stdin.buffer.read()))
            continue
        with _refusals(source):
            yield from _folder(Path(source)) if Path(source).is_dir() else _file(Path(source))


def only(raws: Iterator[Raw]) -> Iterator[Raw]:
    """Yield the one record there is; raise BadInput J-14 when there is none, UsageError U-02 when there are more."""
    first, second = next(raws, None), next(raws, None)
    if first is None:
        raise BadInput("J-14")
    if second is not None:
        raise UsageError("U-02", fil=first.place.source)
    yield first


@contextmanager
def _refusals(source: str) -> Iterator[None]:
    try:
        yield
    except PermissionError:
        raise NotPermitted("J-12", fil=source) from None
    except OSError:
        raise NoInput("J-10", fil=source) from None


def _folder(folder: Path) -> Iterator[Raw]:
    """Yield the records of every export in ``folder``; one that cannot be read costs the others nothing."""
    found = sorted(one for one in folder.iterdir() if one.suffix.lower() in LINES | {".json"} and one.is_file())
    if not found:
        raise NoInput("J-11", mapp=str(folder))
    for path in found:
        try:
            yield from _file(path)
        except BadInput as error:
            yield Raw(Place(str(path), 1), b"", Finding(error.code, "$", facts=error.facts))


def _file(path: Path) -> Iterator[Raw]:
    with path.open("rb") as stream:
        if path.suffix.lower() in LINES:
            yield from _lines(str(path), stream)
        else:
            yield from _document(str(path), _decoded(str(path), stream.read()))


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _lines(source: str, lines: Iterable[bytes]) -> Iterator[Raw]:
    number = 0
    for line in lines:
        data = (line if number else line.removeprefix(codecs.BOM_UTF8)).strip()
        if number == 0:
            _refuse_utf16(source, data)
        if data:
            number += 1
            yield Raw(Place(source, number), data)


def _document(source: str, text: str) -> Iterator[Raw]:
    """Yield the records of a text: an array's elements, lines if the first line is a record, else the whole."""
    first, _, rest = text.strip().partition("\n")
    if first.startswith("["):
        yield from _elements(source, text)
    elif rest and _is_json(first):
        yield from _lines(source, text.encode().splitlines())
    else:
        yield Raw(Place(source, 1), text.strip().encode())


def _decoded(source: str, data: bytes) -> str:
    _refuse_utf16(source, data)
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadInput("J-03", fil=source, orsak="inte_utf8", byte=str(error.start)) from None


def _refuse_utf16(source: str, data: bytes) -> None:
    if data.startswith(_UTF16):
        raise BadInput("J-03", fil=source, orsak="utf16", byte="0")


def _elements(source: str, text: str) -> Iterator[Raw]:
    """Yield the elements of an array by their bounds alone; whether each is JSON is for validate to say.

    Where the array itself breaks, the last raw record carries the fault J-13: nothing after it can be read.
    """
    number, start = 0, text.index("[") + 1
    for separator in _separators(text, start):
        mark, element = separator[0], text[start : separator.start()].strip()
        if mark not in ",]" or (not element and (mark == "," or number)):
            break
        if element:
            number += 1
            yield Raw(Place(source, number), element.encode())
        start = separator.end()
        if mark == "]":
            if text[start:].strip():
                break
            return
    yield _broken(source, number + 1, text, start)


def _separators(text: str, start: int) -> Iterator[re.Match[str]]:
    """Yield what stands between the elements of an array: commas, its end, and what should not be there."""
    depth = 0
    for token in _TOKEN.finditer(text, start):
        mark = token[0]
        if mark in "[{":
            depth += 1
        elif mark in "]}" and depth:
            depth -= 1
        elif mark == '"' or (depth == 0 and mark in ",]}"):
            yield token


def _broken(source: str, number: int, text: str, at: int) -> Raw:
    facts = {"rad": str(text.count("\n", 0, at) + 1), "tecken": str(at - text.rfind("\n", 0, at))}
    return Raw(Place(source, number), b"", Finding("J-13", "$", facts=facts))
