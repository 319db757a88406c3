"""The objects of a PDF (ISO 32000-1, 7.3) as Python values, and back to bytes."""

import re
from dataclasses import dataclass
from typing import TypeAlias

from docgen.stages.pdf.refusal import Unreadable


@dataclass(frozen=True, slots=True)
class Ref:
    """An object that stands elsewhere in the file, by its number."""

    number: int


Value: TypeAlias = "dict[bytes, Value] | list[Value] | Ref | bytes"
"""A dictionary by its names without slash, an array, a reference, or a token as it stands in the file."""
Dictionary: TypeAlias = dict[bytes, Value]

_DEPTH = 8  # how deep unescaped parentheses may stand within each other in a string


def _string() -> bytes:
    plain = rb"[^()\\]++|\\(?:[0-7]{3}|[nrtbf()\\])"
    inner = rb"(?:%b)*+" % plain
    for _ in range(_DEPTH):
        inner = rb"(?:%b|\(%b\))*+" % (plain, inner)
    return rb"\(%b\)" % inner


STRING = _string()
HEX = rb"<[0-9A-Fa-f\s]*+>"
# The last kind is what is out of place.
_TOKEN = re.compile(rb"<<|>>|\[|\]|\d++ 0 R\b|/[^\s<>\[\]()/%%]*+|%b|%b|[^\s<>\[\]()/%%]++|[()<>%%]" % (STRING, HEX))
_OPENS, _CLOSES = (b"<<", b"["), {b">>": b"<<", b"]": b"["}
_REF = b" 0 R"
_STRAY = (b"(", b")", b"<", b">", b"%")
_UTF16 = b"\xfe\xff"


def parsed(data: bytes) -> Value:
    """Return the object with which ``data`` begins."""
    open_: list[bytes] = []
    values: list[list[Value]] = [[]]
    for token in _TOKEN.findall(data):
        if token in _OPENS:
            open_.append(token)
            values.append([])
        elif token in _CLOSES:
            closed = _closed(values.pop(), token, open_.pop())
            values[-1].append(closed)
        elif token in _STRAY:
            raise Unreadable
        else:
            values[-1].append(Ref(int(token[: -len(_REF)])) if token.endswith(_REF) else token)
        if not open_:
            return values[0][0]
    raise Unreadable


def _closed(items: list[Value], token: bytes, opener: bytes) -> Value:
    if opener != _CLOSES[token]:
        raise Unreadable
    if opener == b"[":
        return items
    names = [name[1:] for name in items[::2] if isinstance(name, bytes) and name.startswith(b"/")]
    if len(names) * 2 != len(items):
        raise Unreadable
    return dict(zip(names, items[1::2], strict=True))


def written(value: Value) -> bytes:
    """Return an object as it stands in a file."""
    match value:
        case bytes():
            return value
        case Ref(number):
            return b"%d 0 R" % number
        case list():
            return b"[%b]" % b" ".join(written(one) for one in value)
        case _:
            return b"<<%b>>" % b"".join(b"/%b %b" % (name, written(one)) for name, one in value.items())


def string(text: str) -> bytes:
    """Return a text as a string object."""
    if text.isascii() and text.isprintable():
        return b"(%b)" % re.sub(rb"([()\\])", rb"\\\1", text.encode())
    return b"<%b>" % (_UTF16 + text.encode("utf-16-be")).hex().upper().encode()


def text(token: Value) -> str:
    """Return the text of a string object."""
    data = octets(token)
    return data[2:].decode("utf-16-be") if data.startswith(_UTF16) else data.decode("latin-1")


def octets(token: Value) -> bytes:
    """Return the bytes that a string object stands for."""
    match token:
        case bytes() if token.startswith(b"<"):
            return bytes.fromhex(token[1:-1].decode())
        case bytes() if token.startswith(b"("):
            return _unescaped(token[1:-1])
    raise Unreadable


def _unescaped(literal: bytes) -> bytes:
    """Return a literal string without its escapes, which are Python's own but for the parentheses."""
    if b"\\" not in literal:
        return literal
    plain = literal.replace(rb"\\", rb"\134").replace(rb"\(", b"(").replace(rb"\)", b")")
    return plain.decode("unicode_escape").encode("latin-1")
