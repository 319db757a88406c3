"""Both engines on one template, for the tests that show where they differ."""

import io
from pathlib import Path
from typing import Any

import docx
import pytest
from lxml import etree
from ooxml import NAMESPACES
from reference import parts

from docgen.errors import DocgenError
from docgen.templating.layout import Layout
from docgen.templating.word import WordTemplate

MAIN = "word/document.xml"


def loaded(folder: Path, content: bytes) -> WordTemplate:
    (folder / "template.docx").write_bytes(content)
    return WordTemplate.load(folder / "template.docx", Layout())


def docgen(folder: Path, content: bytes, **context: Any) -> bytes:  # noqa: ANN401 (whatever a template is filled with)
    return loaded(folder, content).fill(context)


def refusal(folder: Path, content: bytes, **context: Any) -> str:  # noqa: ANN401 (the same)
    """Return the code with which docgen refuses the template or what it is filled with."""
    with pytest.raises(DocgenError) as caught:
        docgen(folder, content, **context)
    return caught.value.code


def said(content: bytes, part: str = MAIN) -> str:
    """Return the text of a part, its paragraphs apart."""
    root = etree.fromstring(parts(content)[part])
    paragraphs = root.xpath("//w:p", namespaces=NAMESPACES)
    return "|".join("".join(one.xpath(".//w:t/text()", namespaces=NAMESPACES)) for one in paragraphs)


def grid(content: bytes) -> list[str]:
    root = etree.fromstring(parts(content)[MAIN])
    return [str(width) for width in root.xpath("//w:gridCol/@w:w", namespaces=NAMESPACES)]


def properties(content: bytes) -> Any:  # noqa: ANN401 (python-docx has no types)
    return docx.Document(io.BytesIO(content)).core_properties
