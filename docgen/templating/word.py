"""A Word template: read once, filled for each record."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from docx.opc.exceptions import PackageNotFoundError
from docx.opc.part import Part
from docxtpl import DocxTemplate
from jinja2 import Environment
from jinja2.exceptions import SecurityError, TemplateSyntaxError, UndefinedError
from lxml.etree import XMLSyntaxError

from docgen.errors import TemplateError
from docgen.templating.layout import Layout
from docgen.templating.package import normalised
from docgen.templating.sandbox import Sandbox

# AttributeError: python-docx meets another root element than it takes for granted.
NOT_WORD = (zipfile.BadZipFile, PackageNotFoundError, XMLSyntaxError, KeyError, ValueError, AttributeError)
PROPERTIES = ("author", "comments", "identifier", "language", "subject", "title")
LONGEST_PROPERTY = 255  # python-docx refuses more
QUOTED = {"{_{": "{{", "}_}": "}}", "{_%": "{%", "%_}": "%}"}


@dataclass(frozen=True, slots=True)
class WordTemplate:
    """A template that the sandbox has accepted, with the municipality's logo and window in place."""

    path: Path
    content: bytes

    @classmethod
    def load(cls, path: Path, layout: Layout) -> Self:
        """Return the template of a file.

        Raises TemplateError M-01 (cannot be read), M-02 (no Word file), M-03 (error in the template language) or M-05
        (the sandbox refuses it), and SettingsError M-06 (the logo).
        """
        try:
            raw = path.read_bytes()
        except OSError:
            raise TemplateError("M-01", fil=str(path)) from None
        try:
            template = cls(path, layout.applied_to(raw))
        except NOT_WORD:
            raise TemplateError("M-02", fil=str(path)) from None
        template._compile()
        return template

    def fill(self, data: Mapping[str, Any]) -> bytes:
        """Return the finished Word file; the same bytes for the same data.

        Raises TemplateError M-04 (a name that the view does not have, or that has no value in this document) or M-05.
        """
        made, target = _Docx(io.BytesIO(self.content)), io.BytesIO()
        try:
            made.render(dict(data), Sandbox())
        except UndefinedError as error:
            raise TemplateError("M-04", fil=str(self.path), namn=str(error)) from None
        except SecurityError as error:
            raise TemplateError("M-05", fil=str(self.path), konstruktion=str(error)) from None
        made.save(target)
        return normalised(target.getvalue())

    def _compile(self) -> None:
        """Refuse what can be known to be wrong without data."""
        sandbox = Sandbox()
        for part, source in _Docx(io.BytesIO(self.content)).sources():
            try:
                sandbox.compile(source)
            except SecurityError as error:
                raise TemplateError("M-05", fil=str(self.path), konstruktion=str(error)) from None
            except TemplateSyntaxError as error:
                facts = {"dokumentdel": part, "orsak": error.message or "", "text": _text(source, error.lineno)}
                raise TemplateError("M-03", fil=str(self.path), **facts) from None


class _Docx(DocxTemplate):  # type: ignore[misc] # docxtpl has no types
    """docxtpl, put right where it is wrong.

    It would change quoted braces in values, fill the footnotes once for each section (so that a value
    could be run) and escape the core properties twice.
    """

    def sources(self) -> Iterator[tuple[str, str]]:
        """Yield each part's name and its text in the template language."""
        self.init_docx()
        yield "word/document.xml", _source(self.patch_xml(self.get_xml()))
        for kind in (self.HEADER_URI, self.FOOTER_URI):
            for _, part in self.get_headers_footers(kind):
                yield part.partname.lstrip("/"), _source(self.patch_xml(self.get_part_xml(part)))
        for part in self._footnotes():
            yield part.partname.lstrip("/"), _source(self.patch_xml(part.blob.decode()))
        for name in PROPERTIES:
            yield "docProps/core.xml", getattr(self.docx.core_properties, name)

    def render_xml_part(self, src_xml: str, part: object, context: dict[str, Any], jinja_env: Environment) -> str:
        """Return the part filled with the values."""
        self.current_rendering_part = part
        try:
            filled = jinja_env.from_string(_source(src_xml)).render(context)
        except TypeError as error:  # a loop over nothing, a comparison of text and number
            raise SecurityError(str(error)) from None
        return str(self.resolve_listing(filled.replace("\n<w:p", "<w:p")))

    def render_footnotes(self, context: dict[str, Any], jinja_env: Environment) -> None:
        """Fill the footnotes, once."""
        for part in self._footnotes():
            filled = self.render_xml_part(self.patch_xml(part.blob.decode()), part, context, jinja_env)
            part._blob = filled.encode()  # noqa: SLF001 (as docxtpl does; python-docx has no public way)

    def _footnotes(self) -> Iterator[Part]:
        return (p for p in self.docx.part.package.iter_parts() if p.content_type.endswith(".footnotes+xml"))

    def render_properties(self, context: dict[str, Any], jinja_env: Environment) -> None:
        """Fill the core properties; python-docx escapes them."""
        plain = jinja_env.overlay(autoescape=False)
        for name in PROPERTIES:
            text = plain.from_string(getattr(self.docx.core_properties, name)).render(context)
            setattr(self.docx.core_properties, name, text[:LONGEST_PROPERTY])


def _source(xml: str) -> str:
    """Return the part with each paragraph on its own line, and with quoted braces as Jinja quotes them."""
    for quoted, braces in QUOTED.items():
        xml = xml.replace(quoted, f'{{{{ "{braces}" }}}}')
    return re.sub(r"<w:p([ >])", r"\n<w:p\1", xml)


def _text(source: str, line: int) -> str:
    """Return what the paragraph on this line says in Word."""
    return re.sub(r"<[^>]+>", "", source.splitlines()[line - 1]).strip()
