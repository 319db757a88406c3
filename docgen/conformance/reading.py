"""A PDF opened: its bytes, its objects and its pages."""

import io
import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject

from docgen.conformance.objects import MAX_HOPS, STUMBLES, Unreadable, at, dictionary, integer, items

MAX_BYTES = 200_000_000
MAX_OBJECTS = 500_000
MAX_PAGES = 20_000


class Locked(Unreadable):
    """The file is encrypted; ``rights`` is what its encryption allows, None when it does not say."""

    def __init__(self, rights: int | None) -> None:
        super().__init__()
        self.rights = rights


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its number from 1, its dictionary, its resources, and whether they are its own or inherited."""

    number: int
    entries: DictionaryObject
    resources: DictionaryObject
    own_resources: bool


@dataclass(frozen=True, slots=True)
class Document:
    """A file that could be opened; ``offsets`` are the places of the objects that stand in the file by themselves."""

    data: bytes
    trailer: DictionaryObject
    root: DictionaryObject
    objects: Mapping[int, object]
    offsets: Mapping[int, int]
    pages: Sequence[Page]


@contextmanager
def quiet() -> Iterator[None]:
    """Keep out of the log what the parsers would write about a damaged file, with parts of it."""
    loggers = [logging.getLogger(one) for one in ("pypdf", "fontTools")]
    before = [one.level for one in loggers]
    for one in loggers:
        one.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for one, level in zip(loggers, before, strict=True):
            one.setLevel(level)


def opened(data: bytes) -> Document:
    """Return the file opened; raise Unreadable when it is no PDF, damaged, locked, or larger than any document."""
    if len(data) > MAX_BYTES:
        raise Unreadable("pdf_for_stor")
    if b"%PDF-" not in data[:1024]:
        raise Unreadable("pdf_inte_pdf")
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            raise Locked(integer(at(reader.trailer, "/Encrypt", "/P")))
        return _document(data, reader)
    except STUMBLES:
        raise Unreadable from None


def _document(data: bytes, reader: PdfReader) -> Document:
    root = dictionary(reader.trailer.raw_get("/Root"))
    pages = [Page(number, *page) for number, page in enumerate(_pages(root), 1)]
    if not pages:
        raise Unreadable("pdf_tom")
    offsets = {number: offset for table in reader.xref.values() for number, offset in table.items() if offset}
    return Document(data, reader.trailer, root, _objects(reader), offsets, pages)


def _objects(reader: PdfReader) -> Mapping[int, object]:
    """Return every object that the cross-reference names, by number."""
    generations = dict.fromkeys(reader.xref_objStm, 0)
    generations |= {number: generation for generation, table in reader.xref.items() for number in table}
    if len(generations) > MAX_OBJECTS:
        raise Unreadable("pdf_for_stor")
    found: dict[int, object] = {}
    for number, generation in sorted(generations.items()):
        try:
            found[number] = reader.get_object(IndirectObject(number, generation, reader))
        except STUMBLES:  # an object that cannot be read matters where something refers to it
            continue
    return found


def _pages(root: DictionaryObject) -> Iterator[tuple[DictionaryObject, DictionaryObject, bool]]:
    """Yield the pages in order; what stands twice in the tree is a loop and not followed again."""
    waiting: list[tuple[object, DictionaryObject]] = [(at(root, "/Pages"), DictionaryObject())]
    seen: set[int] = set()
    while waiting:
        value, inherited = waiting.pop()
        node = dictionary(value)
        if not node or id(node) in seen:
            continue
        seen.add(id(node))
        if len(seen) > MAX_PAGES:
            raise Unreadable("pdf_for_stor")
        own = "/Resources" in node
        resources = dictionary(at(node, "/Resources")) if own else inherited
        if "/Kids" in node:
            waiting += [(kid, resources) for kid in reversed(items(at(node, "/Kids")))]
        else:
            yield node, resources, own


def inherited(page: DictionaryObject, key: str) -> object:
    """Return what ``page`` has under ``key``, else the nearest branch of the page tree above it."""
    node = page
    for _ in range(MAX_HOPS):
        if not node or key in node:
            break
        node = dictionary(at(node, "/Parent"))
    return at(node, key)
