"""Read: exports become raw records, one at a time, each with its place.

An export is a JSON object, a JSON array, JSON Lines, a folder of such files, or ``-`` for standard input. A
fault inside the export belongs to the record where it stands; the records around it are still read.
"""

import codecs
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from docgen.errors import BadInput, Finding, NoInput, NotPermitted
from docgen.outcome import Place

STDIN = "-"
LINES = frozenset({".jsonl", ".ndjson"})
_SPACE = " \t\r\n"
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class Raw:
    """One record as it stood in the export; ``fault`` says why there is no record there."""

    place: Place
    data: bytes
    fault: Finding | None = None


def records(sources: Iterable[str]) -> Iterator[Raw]:
    """Yield every record of every source, in order.

    Raises NoInput J-10 (no such file), J-11 (a folder without exports), NotPermitted J-12, BadInput J-03.
    """
    for source in sources:
        if source == STDIN:
            yield from _document("stdin", sys.stdin.buffer.read())
            continue
        for path in _files(Path(source)):
            yield from _file(path)


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    found = sorted(one for one in path.iterdir() if one.suffix in LINES | {".json"} and one.is_file())
    if not found:
        raise NoInput("J-11", mapp=str(path))
    return found


def _file(path: Path) -> Iterator[Raw]:
    try:
        with path.open("rb") as stream:
            if path.suffix in LINES:
                yield from _lines(path.name, stream)
            else:
                yield from _document(path.name, stream.read())
    except FileNotFoundError:
        raise NoInput("J-10", fil=str(path)) from None
    except PermissionError:
        raise NotPermitted("J-12", fil=str(path)) from None


def _lines(source: str, stream: BinaryIO | Iterable[bytes]) -> Iterator[Raw]:
    number = 0
    for line in stream:
        data = (line if number else line.removeprefix(codecs.BOM_UTF8)).strip()
        if number == 0 and data.startswith(_UTF16):
            raise BadInput("J-03", fil=source, orsak="UTF-16", byte="0")
        if data:
            number += 1
            yield Raw(Place(source, number), data)


def _document(source: str, data: bytes) -> Iterator[Raw]:
    """Yield the records of one JSON text: an array's elements, else the object, else one for each line."""
    text = _decoded(source, data)
    start = len(text) - len(text.lstrip(_SPACE))
    if text[start : start + 1] == "[":
        yield from _elements(source, text, start + 1)
    elif source == "stdin" and not _is_one_value(text):
        yield from _lines(source, text.encode().splitlines())
    else:
        yield Raw(Place(source, 1), text.strip().encode())


def _decoded(source: str, data: bytes) -> str:
    if data.startswith(_UTF16):
        raise BadInput("J-03", fil=source, orsak="UTF-16", byte="0")
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadInput("J-03", fil=source, orsak="inte UTF-8", byte=str(error.start)) from None


def _is_one_value(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def _elements(source: str, text: str, at: int) -> Iterator[Raw]:
    """Yield the elements of an array; where it breaks, one raw record that carries the fault, and no more."""
    decoder = json.JSONDecoder()
    number = 0
    at = _skip(text, at)
    while text[at : at + 1] != "]":
        number += 1
        try:
            _, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            yield _broken(source, number, text, at)
            return
        yield Raw(Place(source, number), text[at:end].encode())
        at = _skip(text, end)
        if text[at : at + 1] == ",":
            at = _skip(text, at + 1)
        elif text[at : at + 1] != "]":
            yield _broken(source, number + 1, text, at)
            return
    if text[at + 1 :].strip(_SPACE):
        yield _broken(source, number + 1, text, at + 1)


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in _SPACE:
        at += 1
    return at


def _broken(source: str, number: int, text: str, at: int) -> Raw:
    facts = {"rad": str(text.count("\n", 0, at) + 1), "tecken": str(at - text.rfind("\n", 0, at))}
    return Raw(Place(source, number), b"", Finding("J-01", "$", facts=facts))
