"""Questions to the objects of a PDF that answer whatever a damaged or hostile file holds there."""

import struct
import zlib
from collections.abc import Mapping, Sequence

from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

MAX_HOPS = 32
# All that a parser of damaged bytes stumbles over, found by damaging some.
STUMBLES = (
    PyPdfError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    MemoryError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
_NOTHING = DictionaryObject()


class Unreadable(Exception):
    """The file, or a part of it, cannot be read as PDF; ``reason`` is a key of the messages' reasons."""

    def __init__(self, reason: str = "pdf_skadad") -> None:
        super().__init__(reason)
        self.reason = reason


def resolve(value: object) -> object:
    """Return what an object or a reference to it stands for; None for nothing."""
    for _ in range(MAX_HOPS):
        if not isinstance(value, IndirectObject):
            return None if isinstance(value, NullObject) else value
        value = value.get_object()
    return None


def at(owner: object, *path: str) -> object:
    """Return what stands under the keys of ``path``, one inside the other; None where there is nothing."""
    for key in path:
        found = resolve(owner)
        owner = found.raw_get(NameObject(key)) if isinstance(found, DictionaryObject) and key in found else None
    return resolve(owner)


def dictionary(value: object) -> DictionaryObject:
    """Return the dictionary (of a stream too), or an empty one for anything else."""
    found = resolve(value)
    return found if isinstance(found, DictionaryObject) else _NOTHING


def stream(value: object) -> StreamObject | None:
    """Return the stream, or None for anything else."""
    found = resolve(value)
    return found if isinstance(found, StreamObject) else None


def items(value: object) -> Sequence[object]:
    """Return the elements of an array, as they stand; none for anything else."""
    found = resolve(value)
    return list(found) if isinstance(found, ArrayObject) else []


def entries(value: object) -> Mapping[str, object]:
    """Return the entries of a dictionary resolved, by key without the slash."""
    found = dictionary(value)
    return {key.removeprefix("/"): at(found, key) for key in found}


def name(value: object) -> str:
    """Return the name without its slash, or "" for anything else."""
    found = resolve(value)
    return str(found).removeprefix("/") if isinstance(found, NameObject) else ""


def number(value: object) -> float | None:
    """Return the number, or None for anything else."""
    found = resolve(value)
    return float(found) if isinstance(found, NumberObject | FloatObject) else None


def integer(value: object) -> int | None:
    """Return the whole number, or None for anything else."""
    found = resolve(value)
    return int(found) if isinstance(found, NumberObject) else None


def numbers(value: object) -> list[float]:
    """Return the numbers of an array, without what is none."""
    return [found for found in map(number, items(value)) if found is not None]


def text(value: object) -> str | None:
    """Return the text string, or None for anything else."""
    found = resolve(value)
    if isinstance(found, ByteStringObject):
        return found.decode("latin-1")
    return str(found) if isinstance(found, TextStringObject) else None


def octets(value: object) -> bytes:
    """Return the bytes of a string, or none for anything else."""
    found = resolve(value)
    if isinstance(found, TextStringObject):
        return found.original_bytes
    return bytes(found) if isinstance(found, ByteStringObject) else b""


def data(value: object) -> bytes:
    """Return the decoded data of a stream; raise Unreadable when its filters cannot undo it."""
    found = stream(value)
    if found is None:
        return b""
    try:
        return bytes(found.get_data())
    except STUMBLES:
        raise Unreadable from None


def identity(value: object) -> int:
    """Return what two references to one object have in common."""
    if isinstance(value, IndirectObject):
        return value.idnum
    reference = getattr(value, "indirect_reference", None)
    return reference.idnum if isinstance(reference, IndirectObject) else -id(value)
