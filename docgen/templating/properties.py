"""The properties of a document: those a template may fill (the core), and where the document comes from (our own)."""

import re
import secrets
from dataclasses import dataclass
from typing import Any, Self
from xml.sax.saxutils import escape

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.coreprops import CoreProperties
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.opc.parts.coreprops import CorePropertiesPart
from docx.package import Package
from jinja2.exceptions import TemplateSyntaxError
from lxml import etree

from docgen import __version__
from docgen.errors import TemplateError
from docgen.templating.bounds import Budget
from docgen.templating.package import DECLARATION
from docgen.templating.program import PLAIN, Program

CORE = ("author", "comments", "identifier", "language", "subject", "title")
"""The core properties that docxtpl fills."""
ORIGIN_NAME = "docProps/custom.xml"
LONGEST = 255
"""The characters that a property may have; python-docx refuses more."""

_CORE_ENDING = "/metadata/core-properties"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_START = DECLARATION + f'<Properties xmlns="{_PROPERTIES}" xmlns:vt="{_VALUES}">'.encode()
_END = b"</Properties>"
_EMPTY = _START + _END
_NUMBER = re.compile(r"[0-9]{1,9}")
_RETURN = {"\r": "&#13;"}  # or it would be read back as a line feed


@dataclass(frozen=True, slots=True)
class Core:
    """The core properties: the part in pieces, with the program of a property between each two."""

    name: str
    pieces: tuple[bytes, ...]
    programs: tuple[Program, ...]

    @classmethod
    def compiled(cls, package: Package) -> Self:
        """Return the core properties of a package, which gets empty ones when it has none.

        Raises TemplateError M-03 and SecurityError as a part does.
        """
        properties = core_of(package)
        texts = [getattr(properties, name) for name in CORE]
        programs = [_program(text) for text in texts]
        mark = secrets.token_hex(16)  # nobody can have written it into the part
        for place, name in enumerate(CORE):
            is_tagged = "{" in texts[place]
            setattr(properties, name, f"{mark}-{place}" if is_tagged else _untagged(programs[place]))
        part = package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES)
        pieces = re.split(rf"{mark}-(\d)".encode(), part.blob)
        return cls(part.partname.membername, tuple(pieces[::2]), tuple(programs[int(one)] for one in pieces[1::2]))

    def filled(self, data: dict[str, Any], budget: Budget) -> bytes:
        """Return the finished part, each property cut at what Word allows."""
        woven = [self.pieces[0]]
        for program, piece in zip(self.programs, self.pieces[1:], strict=True):
            woven += (escape(program.run(data, budget).decode()[:LONGEST], _RETURN).encode(), piece)
        return b"".join(woven)


def _untagged(program: Program) -> str:
    return program.run({}, Budget()).decode()[:LONGEST]


def _program(text: str) -> Program:
    try:
        return Program.of(PLAIN.parse(text), escapes=False)
    except TemplateSyntaxError as error:
        raise TemplateError("M-03", dokumentdel="docProps/core.xml", orsak=error.message or "", text=text) from None


def core_of(package: Package) -> CoreProperties:
    """Return the core properties; python-docx would not find LibreOffice's, and would date new ones by the clock."""
    for relation in package.rels.values():
        if relation.reltype.endswith(_CORE_ENDING):
            relation._reltype = RELATIONSHIP_TYPE.CORE_PROPERTIES  # noqa: SLF001 (python-docx has no public way)
            if not isinstance(relation.target_part, CorePropertiesPart):
                raise TemplateError("M-02")
            return package.core_properties
    properties = package.core_properties
    properties.title = properties.last_modified_by = ""
    for moment in properties._element.xpath("dcterms:modified"):  # noqa: SLF001 (the same)
        moment.getparent().remove(moment)
    return properties


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a document comes from, as custom properties: template, program and, when they are signed, the data."""

    head: bytes
    number: int

    @classmethod
    def compiled(cls, package: Package, sha256: str) -> Self:
        """Return the custom properties of a package with the template's own kept; the package gets a place for them.

        A template made from a finished document does not pass on where that came from.
        """
        part = next((one for one in package.iter_parts() if one.partname == f"/{ORIGIN_NAME}"), None)
        if part is None:
            part = Part(PackURI(f"/{ORIGIN_NAME}"), CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, _EMPTY, package)
            package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
        elements = etree.fromstring(part.blob).iterchildren(f"{{{_PROPERTIES}}}property")
        others = [one for one in elements if not one.get("name", "").casefold().startswith("docgen.")]
        numbers = (one.get("pid", "") for one in others)
        first = max([1, *(int(one) for one in numbers if _NUMBER.fullmatch(one))]) + 1
        own = _property(first, "docgen.mall", sha256) + _property(first + 1, "docgen.version", __version__)
        kept = b"".join(etree.tostring(one, encoding="UTF-8", with_tail=False) for one in others)
        return cls(_START + kept + own, first + 2)

    def filled(self, fingerprint: str) -> bytes:
        """Return the part; ``fingerprint`` is left out when it is empty."""
        signed = _property(self.number, "docgen.uppgifter", fingerprint) if fingerprint else b""
        return self.head + signed + _END


def _property(number: int, name: str, value: str) -> bytes:
    said = f"<vt:lpwstr>{escape(value)}</vt:lpwstr>"
    return f'<property fmtid="{_FORMAT}" pid="{number}" name="{name}">{said}</property>'.encode()
