"""A Word file as parts and relationships, read without trusting it."""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from lxml import etree

from docgen.errors import RecordError
from docgen.typesetting.reading.kept import Kept
from docgen.typesetting.reading.names import Element

_RELATIONSHIP: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_PARSER: Final = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
    "collect_ids": False,
}
_BROKEN: Final = (zipfile.BadZipFile, EOFError, NotImplementedError, ValueError)
_RAW: Final = -zlib.MAX_WBITS  # deflated without a header of its own
_LOCAL_HEADER: Final = 30  # bytes; the last four are the lengths of what else stands before the content (APPNOTE 4.3.7)

Packed: TypeAlias = tuple[int, int, int, bytes]
"""A part as it lies in the file, with its checksum first: the same in two files is the same part."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship: its kind (the end of its type), and a part of the file or an address outside it."""

    kind: str
    target: str
    is_external: bool


@dataclass(slots=True)
class Package:
    """The parts of a Word file, unpacked when they are asked for."""

    data: bytes
    entries: Mapping[str, zipfile.ZipInfo]
    read_relations: dict[str, Mapping[str, Relation]] = field(default_factory=dict)

    def part(self, name: str) -> bytes:
        """Return the bytes of a part. Raises RecordError P-06."""
        checksum, size, method, data = self.packed(name)
        try:
            content = zlib.decompressobj(_RAW).decompress(data, size + 1) if method == zipfile.ZIP_DEFLATED else data
        except zlib.error:
            raise RecordError("P-06") from None
        if len(content) != size or zlib.crc32(content) != checksum:
            raise RecordError("P-06")
        return content

    def packed(self, name: str) -> Packed:
        """Return a part as it lies in the file, to be told from others and not to be read. Raises RecordError P-06."""
        if name not in self.entries:
            raise RecordError("P-06")
        entry = self.entries[name]
        head = entry.header_offset + _LOCAL_HEADER
        before = (int.from_bytes(self.data[at : at + 2], "little") for at in (head - 4, head - 2))
        begin = head + sum(before)
        return entry.CRC, entry.file_size, entry.compress_type, self.data[begin : begin + entry.compress_size]

    def relations(self, part: str = "") -> Mapping[str, Relation]:
        """Return the relationships of a part by their id; those of the whole file without a name."""
        if part not in self.read_relations:
            folder, name = posixpath.split(part)
            self.read_relations[part] = self._relations(posixpath.join(folder, "_rels", f"{name}.rels"), folder)
        return self.read_relations[part]

    def _relations(self, name: str, folder: str) -> Mapping[str, Relation]:
        if name not in self.entries:
            return {}
        key = self.packed(name), folder
        known = _RELATIONS.get(key)
        return _RELATIONS.keep(key, _relations(self.part(name), folder)) if known is None else known

    def related(self, kind: str, part: str = "") -> str | None:
        """Return the name of the part that ``part`` has for a purpose (``styles``, ``theme``), None without one."""
        found = (one.target for one in self.relations(part).values() if one.kind == kind and not one.is_external)
        return next(found, None)


def opened(docx: bytes) -> Package:
    """Return the parts of a Word file. Raises RecordError P-06."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(docx))
    except _BROKEN:
        raise RecordError("P-06") from None
    return Package(docx, archive.NameToInfo)


def parsed(content: bytes) -> Element:
    """Return the root of a part; nothing outside it is read. Raises RecordError P-06."""
    try:
        root = etree.fromstring(content, etree.XMLParser(**_PARSER))
    except etree.XMLSyntaxError:
        raise RecordError("P-06") from None
    if root.getroottree().docinfo.doctype:
        raise RecordError("P-06")
    return root


_RELATIONS: Final = Kept[tuple[Packed, str], Mapping[str, Relation]](64)
"""The relationships of parts, which are the same in all documents of a template."""


def _relations(content: bytes, folder: str) -> Mapping[str, Relation]:
    found = {}
    for one in parsed(content).iter(_RELATIONSHIP):
        target, is_external = one.get("Target", ""), one.get("TargetMode") == "External"
        if not is_external:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        found[one.get("Id", "")] = Relation(one.get("Type", "").rpartition("/")[2], target, is_external)
    return found
