"""Templates changed as a person changes them in Word."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from docgen.resources import shipped_file


def changed(target: Path, slug: str, *changes: tuple[str, str]) -> Path:
    """Write the shipped template of a type to ``target`` with each old text exchanged for a new one."""
    document = docx.Document(str(shipped_file(f"{slug}/template.docx")))
    for old, new in changes:
        found = [paragraph for paragraph in paragraphs(document) if old in paragraph.text]
        assert found, old
        for paragraph in found:
            paragraph.text = paragraph.text.replace(old, new)
    target.parent.mkdir(parents=True, exist_ok=True)
    document.save(str(target))
    return target


def written(target: Path, *paragraphs: str, language: str = "sv-SE") -> Path:
    """Write a template in ``language`` that says ``paragraphs``."""
    document = docx.Document()
    for spoken in document.styles.element.xpath(".//w:lang"):
        spoken.set(qn("w:val"), language)
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(str(target))
    return target


def paragraphs(document: Document) -> Iterator[Paragraph]:
    """Yield every paragraph of the body, tables included, and of each header and footer."""
    stories: list[Any] = [document]
    for section in document.sections:
        stories += [section.header, section.first_page_header, section.footer, section.first_page_footer]
    for story in stories:
        yield from (Paragraph(one, story) for one in story._element.iter(qn("w:p")))  # noqa: SLF001


def packed(document: Document) -> bytes:
    """Return the bytes of a document."""
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()
