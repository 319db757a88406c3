"""What the codes of a font say, by the font's own table (ISO 32000-1, 9.10)."""

import re
from codecs import charmap_decode
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

from docgen.stages.pdf.refusal import Unreadable
from docgen.stages.pdf.strings import BESIDE

_PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>")
_RANGES = b"beginbfrange"
_BIG_ENDIAN = b"\xfe\xff"
_END = "\uffff"  # no character; the code that stands for it is no font's
_NARROW_END, _WIDE_END = BESIDE + rb"\uffff", BESIDE + rb"\377\377"
_BYTE_ENDS = (BESIDE + rb"\000", BESIDE + rb"\000\000")
_BYTES = 256
_NONE = "\ufffe"  # what no code of a table of characters says (codecs.charmap_decode)


class Characters(dict[int, str]):
    """What each code of a font says; Unreadable is raised for one that says nothing."""

    def __missing__(self, code: int) -> str:
        """Refuse a code."""
        raise Unreadable


@dataclass(frozen=True, slots=True)
class Font:
    """How the codes of a font are read: one or two bytes each, and what each of them says.

    ``table`` has a character for each code below 256, "" when the font has others or says several letters by one.
    """

    wide: bool
    characters: Characters
    table: str

    @classmethod
    def of(cls, cmap: bytes, *, wide: bool) -> Self:
        """Return a font by its ToUnicode table."""
        found = characters(cmap)
        return cls(wide, found, _table(found))

    def read(self, strings: Sequence[bytes]) -> list[str]:
        """Return what each string says, written as in a literal one; raise Unreadable when a code says nothing."""
        if not strings:
            return []
        said = (self._by_table(strings) if self.table else self._by_codes(strings)).split(_END)
        if len(said) != len(strings):
            raise Unreadable
        return said

    def _by_table(self, strings: Sequence[bytes]) -> str:
        """Return what strings say, several times quicker than by their codes."""
        codes = _BYTE_ENDS[self.wide].join(strings).decode("unicode_escape").encode("latin-1")
        if self.wide and (len(codes) % 2 or codes[::2].strip(b"\0")):
            raise Unreadable
        try:
            return charmap_decode(codes[1::2] if self.wide else codes, "strict", self.table)[0]
        except UnicodeDecodeError:
            raise Unreadable from None

    def _by_codes(self, strings: Sequence[bytes]) -> str:
        codes = (_WIDE_END if self.wide else _NARROW_END).join(strings).decode("unicode_escape")
        if self.wide:
            codes = (_BIG_ENDIAN + codes.encode("latin-1")).decode("utf-16")  # several times quicker than "utf-16-be"
        return codes.translate(Characters(self.characters | {ord(_END): _END}))


def _table(characters: Characters) -> str:
    size = max(characters, default=0) + 1
    if 0 in characters or size > _BYTES or set(map(len, characters.values())) != {1}:
        return ""
    return _END + "".join([characters.get(code, _NONE) for code in range(1, size)])


def characters(cmap: bytes) -> Characters:
    """Return what each code says, by a ToUnicode table."""
    if _RANGES in cmap:
        raise Unreadable
    pairs = _PAIR.findall(b"".join([part.partition(b"endbfchar")[0] for part in cmap.split(b"beginbfchar")[1:]]))
    return Characters({int(code, 16): _said(said) for code, said in pairs})


@lru_cache(maxsize=1000)
def _said(code: bytes) -> str:
    return bytes.fromhex(code.decode()).decode("utf-16-be")
