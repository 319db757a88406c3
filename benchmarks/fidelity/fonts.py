"""The fonts of a PDF: what each code stands for and how wide it is."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

from pypdf.generic import DictionaryObject

_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)end", re.DOTALL)
_CHAR = re.compile(rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]*)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]*)>|\[(.*?)\])", re.DOTALL)
_THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class Font:
    """The widths (in thousandths) and characters of a font by code; a code is one byte or two."""

    code_bytes: int
    widths: Mapping[int, float]
    missing_width: float
    characters: Mapping[int, str]

    @classmethod
    def of(cls, font: DictionaryObject) -> Self:
        """Return what is needed of a font dictionary."""
        characters = dict(_characters(font))
        children: Any = font.get("/DescendantFonts")
        if children:
            child = children[0].get_object()
            return cls(2, dict(_wide(child.get("/W", []))), float(child.get("/DW", _THOUSAND)), characters)
        first = int(font.get("/FirstChar", 0))
        widths = {first + at: float(width) for at, width in enumerate(font.get("/Widths", []))}
        return cls(1, widths, 0, characters)

    def codes(self, data: bytes) -> Iterator[int]:
        """Yield the codes of a string."""
        for at in range(0, len(data), self.code_bytes):
            yield int.from_bytes(data[at : at + self.code_bytes])

    def width(self, code: int) -> float:
        """Return the width of a code in thousandths of the size."""
        return self.widths.get(code, self.missing_width)

    def character(self, code: int) -> str:
        """Return what a code stands for; a code that the file does not explain is shown as such."""
        return self.characters.get(code, f"\ufffd{code:x}")


def _characters(font: DictionaryObject) -> Iterator[tuple[int, str]]:
    stream = font.get("/ToUnicode")
    if stream is None:
        yield from ((code, bytes([code]).decode("cp1252", "replace")) for code in range(256))
        return
    for kind, body in _SECTION.findall(stream.get_object().get_data()):
        if kind == b"bfchar":
            yield from ((int(code, 16), _utf16(text)) for code, text in _CHAR.findall(body))
        else:
            for first, last, start, listed in _RANGE.findall(body):
                yield from _range(int(first, 16), int(last, 16), start, listed)


def _range(first: int, last: int, start: bytes, listed: bytes) -> Iterator[tuple[int, str]]:
    if listed:
        texts = re.findall(rb"<([0-9A-Fa-f]*)>", listed)
        yield from ((first + at, _utf16(text)) for at, text in enumerate(texts))
        return
    base = _utf16(start)
    for at in range(last - first + 1):
        yield first + at, base[:-1] + chr(ord(base[-1]) + at)


def _utf16(digits: bytes) -> str:
    return bytes.fromhex(digits.decode("ascii")).decode("utf-16-be", "replace")


def _wide(entries: Sequence[Any]) -> Iterator[tuple[int, float]]:
    """Yield the widths of a CID font's ``/W``: ``c [w w]`` or ``first last w``."""
    rest = [entry.get_object() for entry in entries]
    while rest:
        first = int(rest.pop(0))
        second = rest.pop(0)
        if isinstance(second, list):
            yield from ((first + at, float(width)) for at, width in enumerate(second))
        else:
            width = float(rest.pop(0))
            yield from ((cid, width) for cid in range(first, int(second) + 1))
