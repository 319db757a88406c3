"""Reads finished documents back, as a person would."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
from docx.table import Table
from docx.text.paragraph import Paragraph
from pypdf import PdfReader


def docx_text(path: Path) -> str:
    """Return the text of a Word file: first-page header, header, body, footers, in that order."""
    document = docx.Document(str(path))
    section = document.sections[0]
    rooms: list[tuple[str, Any]] = [
        ("sidhuvud, första sidan", section.first_page_header),
        ("sidhuvud", section.header),
        ("brödtext", document),
        ("sidfot, första sidan", section.first_page_footer),
        ("sidfot", section.footer),
    ]
    lines: list[str] = []
    for name, room in rooms:
        found = list(_lines(room))
        if found:
            lines += [f"== {name}", *found, ""]
    return "\n".join(lines)


def page_texts(pdf: bytes) -> list[str]:
    """Return the text of each page of a PDF."""
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]


def _lines(room: Any) -> Iterator[str]:  # noqa: ANN401 - python-docx has no common type for what holds paragraphs
    for block in room.iter_inner_content():
        if isinstance(block, Paragraph):
            if block.text.strip():
                style = block.style.name if block.style is not None else ""
                mark = f"{'#' * int(style[-1])} " if style and style.startswith("Heading") else ""
                yield mark + block.text
        elif isinstance(block, Table):
            for row in block.rows:
                cells = [" ".join(_lines(cell)) for cell in row.cells]
                if any(cells):
                    yield " | ".join(cells)
