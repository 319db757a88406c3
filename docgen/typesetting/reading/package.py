"""A Word file as parts and relationships, read without trusting it."""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from lxml import etree

from docgen.errors import RecordError
from docgen.typesetting.reading.names import Element

_RELATIONSHIPS: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_PARSER: Final = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}
_BROKEN: Final = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, KeyError, ValueError)


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship: its kind (the end of its type), and a part of the file or an address outside it."""

    kind: str
    target: str
    is_external: bool


@dataclass(slots=True)
class Package:
    """The parts of a Word file, unpacked when they are asked for."""

    archive: zipfile.ZipFile
    names: frozenset[str]
    read_relations: dict[str, Mapping[str, Relation]] = field(default_factory=dict)

    def part(self, name: str) -> bytes:
        """Return the bytes of a part. Raises RecordError P-06."""
        try:
            return self.archive.read(name)
        except _BROKEN:
            raise RecordError("P-06") from None

    def find(self, name: str) -> bytes | None:
        """Return the bytes of a part, None when there is none."""
        return self.part(name) if name in self.names else None

    def relations(self, part: str = "") -> Mapping[str, Relation]:
        """Return the relationships of a part by their id; those of the whole file without a name."""
        if part not in self.read_relations:
            folder, name = posixpath.split(part)
            content = self.find(posixpath.join(folder, "_rels", f"{name}.rels"))
            self.read_relations[part] = {} if content is None else _relations(content, folder)
        return self.read_relations[part]

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
    return Package(archive, frozenset(archive.namelist()))


def parsed(content: bytes) -> Element:
    """Return the root of a part; nothing outside it is read. Raises RecordError P-06."""
    try:
        root = etree.fromstring(content, etree.XMLParser(**_PARSER))
    except etree.XMLSyntaxError:
        raise RecordError("P-06") from None
    if root.getroottree().docinfo.doctype:
        raise RecordError("P-06")
    return root


@lru_cache(maxsize=64)
def _relations(content: bytes, folder: str) -> Mapping[str, Relation]:
    """Return the relationships of a part, the same in all documents of a template."""
    found = {}
    for one in parsed(content).iter(_RELATIONSHIPS):
        target, is_external = one.get("Target", ""), one.get("TargetMode") == "External"
        if not is_external:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        found[one.get("Id", "")] = Relation(one.get("Type", "").rpartition("/")[2], target, is_external)
    return found
