"""A PDF with a classic table of its objects (ISO 32000-1, 7.5), as LibreOffice and Typst write it.

Every byte between the header and the table belongs to one object, and each object stands where the
table says: a file in which that is not so is refused, not repaired.
"""

import hashlib
import re
import zlib
from itertools import accumulate, pairwise, repeat
from typing import Self

from docgen.stages.pdf.refusal import Unreadable
from docgen.stages.pdf.syntax import Dictionary, Ref, Value, parsed, written

DEFLATED = b"/FlateDecode"

_HEADER = re.compile(rb"%PDF-1\.[0-7]\r?\n%[\x80-\xff]{4,}\s*")
_END = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
_TABLE = re.compile(rb"xref\s+0 (\d+)\s*\n")
_ENTRIES = re.compile(rb"(?:\d{10} \d{5} [nf](?: \r| \n|\r\n))*+")
_ENTRY_LENGTH, _WORDS = 20, 3
_TAIL = 64  # bytes in which the place of the table stands
_STREAM = re.compile(rb">>\s*stream\r?\n")
_STREAM_END = re.compile(rb"\s*endstream\s*\Z")
_OBJECT_END = b"endobj"
_IN_USE, _FREE = b"%010d 00000 n \n", b"0000000000 00000 f \n"
_ELSEWHERE = {b"Prev", b"XRefStm", b"Encrypt"}


class PdfFile:
    """The numbered objects of a file, parsed when they are asked for."""

    def __init__(self, header: bytes, raw: dict[int, bytes], trailer: Dictionary) -> None:
        self.raw = raw
        self._header = header
        self._trailer = trailer
        self._parsed: dict[int, Value] = {}

    @classmethod
    def read(cls, data: bytes) -> Self:
        """Return the file in ``data``; raise Unreadable when it is laid out in another way."""
        end, header = _END.search(data, max(0, len(data) - _TAIL)), _HEADER.match(data)
        if end is None or header is None:
            raise Unreadable
        offsets, trailer = _table(data, int(end[1]))
        if not _ELSEWHERE.isdisjoint(trailer):
            raise Unreadable
        return cls(header[0], _objects(data, header.end(), offsets, int(end[1])), trailer)

    @property
    def root(self) -> Dictionary:
        """The document catalog."""
        return self.dictionary(self._trailer[b"Root"])

    @property
    def info(self) -> Dictionary:
        """The information dictionary, empty where there is none."""
        return self.dictionary(self._trailer.get(b"Info", {}))

    def resolved(self, value: Value) -> Value:
        """Return the object that a value refers to, or the value itself."""
        return self._at(value.number) if isinstance(value, Ref) else value

    def dictionary(self, value: Value) -> Dictionary:
        """Return a dictionary, or the dictionary of a stream; what is done to it counts once it is ``put``."""
        found = self.resolved(value)
        if not isinstance(found, dict):
            raise Unreadable
        return found

    def array(self, value: Value) -> list[Value]:
        """Return an array."""
        found = self.resolved(value)
        if not isinstance(found, list):
            raise Unreadable
        return found

    def stored(self, value: Value) -> bytes:
        """Return what a stream holds as it stands in the file."""
        head = self.dictionary(value)
        if not isinstance(value, Ref):
            raise Unreadable
        raw = self.raw[value.number]
        begin = _STREAM.search(raw)
        end = begin.end() + _integer(self.resolved(head[b"Length"])) if begin else 0
        if not (begin and _STREAM_END.fullmatch(raw, end)):
            raise Unreadable
        return raw[begin.end() : end]

    def stream(self, value: Value) -> bytes:
        """Return what a stream holds, inflated."""
        stored, kind = self.stored(value), self.dictionary(value).get(b"Filter", b"")
        if not kind:
            return stored
        if kind != DEFLATED:
            raise Unreadable
        return zlib.decompress(stored)

    def put(self, value: Value, dictionary: Dictionary) -> None:
        """Have the object that ``value`` refers to be this dictionary."""
        self._put(value, written(dictionary))

    def put_root(self, root: Dictionary) -> None:
        """Have this be the document catalog."""
        self.put(self._trailer[b"Root"], root)

    def put_stream(self, value: Value, data: bytes) -> None:
        """Give a stream other data."""
        self.store(value, zlib.compress(data), DEFLATED)

    def store(self, value: Value, stored: bytes, kind: bytes) -> None:
        """Give a stream other data as they are to stand in the file, deflated or (``kind`` empty) plain.

        The length stands where it stood; what has been done to the stream's dictionary counts.
        """
        head = self.dictionary(value)
        head.pop(b"Filter", None)
        if kind:
            head[b"Filter"] = kind
        if isinstance(head[b"Length"], Ref):
            self._put(head[b"Length"], b"%d" % len(stored))
        else:
            head[b"Length"] = b"%d" % len(stored)
        self._put(value, b"%b\nstream\n%b\nendstream" % (written(head), stored))

    def add(self, dictionary: Dictionary) -> Ref:
        """Give a new object a number and return where it stands."""
        new = Ref(max(self.raw) + 1)
        self.put(new, dictionary)
        return new

    def written(self, info: Dictionary) -> bytes:
        """Return the file with this information dictionary and an identifier that follows from its content."""
        at = self._trailer.get(b"Info")
        self._trailer[b"Info"] = at if isinstance(at, Ref) else Ref(max(self.raw) + 1)
        self.put(self._trailer[b"Info"], info)
        objects = sorted(self.raw.items())
        parts = [self._header, *[b"%d 0 obj\n%b\nendobj\n" % one for one in objects]]
        body, starts = b"".join(parts), tuple(accumulate(map(len, parts)))[:-1]
        size = objects[-1][0] + 1
        table = b"".join([_IN_USE if number in self.raw else _FREE for number in range(1, size)]) % starts
        name = b"<%b>" % hashlib.sha256(body).hexdigest()[:32].encode()
        trailer: Dictionary = {
            b"Size": b"%d" % size,
            b"Root": self._trailer[b"Root"],
            b"Info": self._trailer[b"Info"],
            b"ID": [name, name],
        }
        end = b"trailer\n%b\nstartxref\n%d\n%%%%EOF\n" % (written(trailer), len(body))
        return b"%bxref\n0 %d\n0000000000 65535 f \n%b%b" % (body, size, table, end)

    def _at(self, number: int) -> Value:
        found = self._parsed.get(number)
        if found is None:
            raw = self.raw[number]
            begin = _STREAM.search(raw) if is_stream(raw) else None
            found = self._parsed[number] = parsed(raw[: begin.start() + len(b">>")] if begin else raw)
        return found

    def _put(self, value: Value, raw: bytes) -> None:
        if not isinstance(value, Ref):
            raise Unreadable
        self.raw[value.number] = raw
        self._parsed.pop(value.number, None)


def is_stream(raw: bytes) -> bool:
    """Tell whether an object is a stream; fonts are none, and pictures are."""
    return raw.endswith(b"endstream")


def _table(data: bytes, start: int) -> tuple[dict[int, int], Dictionary]:
    """Return where each object begins, and the trailer."""
    head = _TABLE.match(data, start)
    if head is None:
        raise Unreadable
    first, end = head.end(), head.end() + int(head[1]) * _ENTRY_LENGTH
    entries = data[first:end]
    if len(entries) != end - first or not _ENTRIES.fullmatch(entries) or not data.startswith(b"trailer", end):
        raise Unreadable
    trailer = parsed(data[end + len(b"trailer") :])
    if not isinstance(trailer, dict):
        raise Unreadable
    starts, kinds = (entries.split()[first::_WORDS] for first in (0, _WORDS - 1))
    return {number: int(starts[number]) for number, kind in enumerate(kinds) if kind == b"n"}, trailer


def _objects(data: bytes, start: int, offsets: dict[int, int], end: int) -> dict[int, bytes]:
    """Return each object's bytes by its number; all that stands between ``start`` and ``end`` belongs to one."""
    order = sorted(offsets, key=offsets.__getitem__)
    bounds = [*(offsets[number] for number in order), end]
    if bounds[0] != start:
        raise Unreadable
    labels = [b"%d 0 obj" % number for number in order]
    wholes = [data[begin:stop].rstrip() for begin, stop in pairwise(bounds)]
    if not (all(map(bytes.startswith, wholes, labels)) and all(map(bytes.endswith, wholes, repeat(_OBJECT_END)))):
        raise Unreadable
    last = -len(_OBJECT_END)
    return {n: whole[len(label) : last].strip() for n, label, whole in zip(order, labels, wholes, strict=True)}


def _integer(value: Value) -> int:
    if not isinstance(value, bytes):
        raise Unreadable
    return int(value)
