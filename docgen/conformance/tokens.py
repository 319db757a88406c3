"""Content streams and character maps cut into operators and operands (ISO 32000-1, 7.2 and 7.8.2)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from docgen.conformance.objects import Unreadable

MAX_DEPTH = 64
MAX_OPERANDS = 100_000
MOST_INTEGER, MOST_NAME, MOST_STRING = 2**31, 127, 32_767


class Name(str):
    """A name, without its slash."""

    __slots__ = ()


Operand: TypeAlias = "Name | bytes | float | bool | list[Operand] | dict[str, Operand] | None"
Operation: TypeAlias = tuple[str, list[Operand]]

_SPACE = rb"\x00\t\n\f\r "
_DELIMITERS = _SPACE + rb"()<>\[\]{}/%"
_TOKEN = re.compile(
    rb"[%s]*(?:%%[^\r\n]*[%s]*)*(?:"
    rb"(?P<number>[+-]?(?:\d+\.?\d*|\.\d+)(?=[%s]|$))"
    rb"|(?P<name>/[^%s]*)"
    rb"|(?P<text>\((?:[^()\\]|\\[\s\S])*\))"
    rb"|(?P<nested>\()"
    rb"|(?P<dict><<)|(?P<end>>>)"
    rb"|(?P<hex><[^<>]*>)"
    rb"|(?P<open>[\[{])|(?P<close>[\]}])"
    rb"|(?P<word>[^%s]+)"
    rb"|(?P<odd>[\s\S])"
    rb"|$)" % (_SPACE, _SPACE, _DELIMITERS, _DELIMITERS, _DELIMITERS)
)
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|\r|\n)|([\s\S]))|\r\n?")
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_PARENTHESIS = re.compile(rb"\\[\s\S]|[()]")
_HASH = re.compile(rb"#([0-9A-Fa-f]{2})")
_NOT_HEX = re.compile(rb"[^0-9A-Fa-f]")
_IMAGE_END = re.compile(rb"[\x00\t\n\f\r ]EI(?=[\x00\t\n\f\r ]|$)")
_CONSTANTS: dict[bytes, bool | None] = {b"true": True, b"false": False, b"null": None}


@dataclass(slots=True)
class Scanner:
    """Reads one stream; ``odd`` and ``beyond`` tell afterwards of what archives may not hold.

    ``odd``: a hexadecimal string with half a byte or another character; ``beyond``: a value past the limits.
    """

    data: bytes
    odd: bool = False
    beyond: bool = False
    _at: int = 0
    _open: list[list[Operand]] = field(default_factory=lambda: [[]])
    _brackets: list[str] = field(default_factory=list)

    def operations(self) -> Iterator[Operation]:
        """Yield each operator with its operands; an inline image is one ``BI`` with its dictionary.

        Raises Unreadable when brackets nest deeper than any program writes them.
        """
        while (found := _TOKEN.match(self.data, self._at)) is not None and found.lastgroup is not None:
            self._at = found.end()
            kind, raw = found.lastgroup, found[found.lastgroup]
            if kind == "word" and raw not in _CONSTANTS:
                yield self._operation(raw.decode("latin-1"))
            else:
                self._take(kind, raw)

    def _operation(self, operator: str) -> Operation:
        operands: list[Operand] = self._open[0]
        self._open, self._brackets = [[]], []
        if operator == "ID":
            self._skip_image()
            return "BI", [_dictionary(operands)]
        return operator, [] if operator == "BI" else operands

    def _skip_image(self) -> None:
        found = _IMAGE_END.search(self.data, self._at)
        self._at = found.end() if found else len(self.data)

    def _take(self, kind: str, raw: bytes) -> None:
        if kind in {"dict", "open"}:
            self._begin(kind)
        elif kind in {"end", "close"}:
            self._finish()
        elif kind != "odd":
            if len(self._open[-1]) >= MAX_OPERANDS:
                raise Unreadable
            value = self._value(kind, raw)
            self.beyond |= _is_beyond(value)
            self._open[-1].append(value)

    def _begin(self, kind: str) -> None:
        if len(self._open) > MAX_DEPTH:
            raise Unreadable
        self._open.append([])
        self._brackets.append(kind)

    def _finish(self) -> None:
        if self._brackets:
            inside, kind = self._open.pop(), self._brackets.pop()
            self._open[-1].append(_dictionary(inside) if kind == "dict" else inside)

    def _value(self, kind: str, raw: bytes) -> Operand:
        if kind == "number":
            return float(raw)
        if kind == "name":
            return Name(_HASH.sub(lambda found: bytes([int(found[1], 16)]), raw[1:]).decode("latin-1"))
        if kind == "text":
            return _unescaped(raw[1:-1])
        if kind == "nested":
            return self._nested()
        return self._from_hex(raw[1:-1]) if kind == "hex" else _CONSTANTS[raw]

    def _nested(self) -> bytes:
        """Return the literal string that began just before, with its inner parentheses."""
        start, depth = self._at, 1
        for found in _PARENTHESIS.finditer(self.data, start):
            depth += {b"(": 1, b")": -1}.get(found[0], 0)
            if not depth:
                self._at = found.end()
                return _unescaped(self.data[start : found.start()])
        self._at = len(self.data)
        return self.data[start:]

    def _from_hex(self, raw: bytes) -> bytes:
        digits = b"".join(raw.split())
        self.odd |= len(digits) % 2 == 1 or _NOT_HEX.search(digits) is not None
        digits = _NOT_HEX.sub(b"", digits)
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


def _is_beyond(value: Operand) -> bool:
    """Return whether a value is past the limits of archives (ISO 19005-2, 6.1.13)."""
    if isinstance(value, float):
        return abs(value) > MOST_INTEGER and value.is_integer()
    return (
        len(value) > (MOST_NAME if isinstance(value, str) else MOST_STRING) if isinstance(value, str | bytes) else False
    )


def _dictionary(inside: list[Operand]) -> dict[str, Operand]:
    return {key: value for key, value in zip(inside[::2], inside[1::2], strict=False) if isinstance(key, Name)}


def _unescaped(raw: bytes) -> bytes:
    if b"\\" not in raw and b"\r" not in raw:
        return raw
    return _ESCAPE.sub(_character, raw)


def _character(found: re.Match[bytes]) -> bytes:
    octal, line, other = found.groups()
    if octal:
        return bytes([int(octal, 8) & 255])
    if line:
        return b""
    return _ESCAPED.get(other, other) if other else b"\n"
