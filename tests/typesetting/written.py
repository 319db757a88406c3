"""Documents built as models, typeset, and read back from the PDF as a person would see and hear them."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject
from yardstick import Word, sheets

from docgen.engines.typst import TypstEngine
from docgen.typesetting.formats import Label, Look, Shape
from docgen.typesetting.model import Block, Cell, Document, Inline, Page, Paragraph, Row, Section, Story, Table, Text
from docgen.typesetting.refusal import CannotSet

ARIAL = Look("Arial", 11)
SINGLE = 12.65  # the height of a line of Arial 11
OVER = 10.3  # of it over the base line
# 400 x 400 points for text.
PAGE = Page(width=600, height=600, top=100, right=100, bottom=100, left=100, header=36, footer=36)
LORUM = "Ansökan avser stöd i hemmet och handläggaren har talat med den enskilde om vad som behövs "

Content = Inline | Block | str


def said(*content: Inline | str, look: Look = ARIAL) -> tuple[Inline, ...]:
    """Return inline content; plain text is set in ``look``."""
    return tuple(Text(one, look) if isinstance(one, str) else one for one in content)


def paragraph(*content: Inline | str, look: Look = ARIAL, shape: Shape | None = None, **named: Any) -> Paragraph:  # noqa: ANN401 - whatever a shape or a paragraph has
    """Return a paragraph; what a shape has may be named with what a paragraph has."""
    own: dict[str, Any] = {"place": 1}
    own |= {name: named.pop(name) for name in ("label", "heading", "frame", "place") if name in named}
    return Paragraph(said(*content, look=look), replace(shape or Shape(), **named), look, **own)


def item(text: str, content: Inline | str, *, level: int = 0, numbered: bool = True, **named: Any) -> Paragraph:  # noqa: ANN401 - as above
    """Return a list item that hangs by 20 points."""
    own: dict[str, Any] = {"series": "1", "level": level, "numbered": numbered}
    own |= {name: named.pop(name) for name in ("suffix", "align", "series") if name in named}
    return paragraph(content, label=Label(text, ARIAL, **own), **({"left": 20.0 * (level + 1), "first": -20.0} | named))


def cell(column: int, *content: Content, **named: Any) -> Cell:  # noqa: ANN401 - whatever a cell has
    """Return a cell; loose text becomes a paragraph each."""
    blocks = tuple(one if isinstance(one, Paragraph | Table) else paragraph(one) for one in content)
    return Cell(column, blocks or (paragraph(),), **named)


def row(*content: Content | Cell, **named: Any) -> Row:  # noqa: ANN401 - whatever a row has
    """Return a row; loose text becomes a cell each."""
    cells = (one if isinstance(one, Cell) else cell(index, one) for index, one in enumerate(content))
    return Row(tuple(cells), **named)


def table(*rows: Row, widths: Sequence[float] = (100.0, 100.0), **named: Any) -> Table:  # noqa: ANN401 - whatever a table has
    """Return a table of two columns."""
    return Table(tuple(widths), rows, 1, **named)


def story(*blocks: Content, part: str = "word/header1.xml") -> Story:
    """Return a header, a footer or a note; loose text becomes a paragraph each."""
    return Story(part, tuple(one if isinstance(one, Paragraph | Table) else paragraph(one) for one in blocks))


def section(*blocks: Content, **named: Any) -> Section:  # noqa: ANN401 - whatever a section has
    """Return a section; loose text becomes a paragraph each."""
    parts: dict[str, Any] = {"page": PAGE, "headers": {}, "footers": {}} | named
    return Section(blocks=story(*blocks).blocks, **parts)


def document(*blocks: Content | Section, notes: Mapping[str, Story] | None = None, **named: Any) -> Document:  # noqa: ANN401 - whatever a document has
    """Return a document of the sections given, or of one section."""
    sections = [one for one in blocks if isinstance(one, Section)]
    loose = [one for one in blocks if not isinstance(one, Section)]
    made = sections or [section(*loose)]
    return Document("Prov", "sv-SE", made, 36.0, notes or {}, **named)


@cache
def engine() -> TypstEngine:
    """Return the engine; it looks for its fonts once."""
    return TypstEngine()


def typeset(*blocks: Content | Section, **named: Any) -> bytes:  # noqa: ANN401 - whatever a document has
    """Return the PDF of a document of ``blocks``."""
    return engine().typeset(document(*blocks, **named))


def words(*blocks: Content | Section, **named: Any) -> list[Word]:  # noqa: ANN401 - whatever a document has
    """Return the words of the PDF of a document with their places, from the page's left and top."""
    return [word for sheet in sheets(typeset(*blocks, **named)) for word in sheet.words]


def places(*blocks: Content | Section, **named: Any) -> dict[str, Word]:  # noqa: ANN401 - whatever a document has
    """Return each word of the PDF by its text; the last of those alike."""
    return {word.text: word for word in words(*blocks, **named)}


def refused(*blocks: Content | Section, **named: Any) -> list[str]:  # noqa: ANN401 - whatever a document has
    """Return the constructs that a document is refused for."""
    with pytest.raises(CannotSet) as found:
        typeset(*blocks, **named)
    return [one.construct for one in found.value.constructs]


def reader(*blocks: Content | Section, **named: Any) -> PdfReader:  # noqa: ANN401 - whatever a document has
    """Return the PDF of a document, opened."""
    return PdfReader(io.BytesIO(typeset(*blocks, **named)))


def text(*blocks: Content | Section, **named: Any) -> str:  # noqa: ANN401 - whatever a document has
    """Return the text that is copied out of the PDF."""
    return "\n".join(page.extract_text() for page in reader(*blocks, **named).pages)


def heard(*blocks: Content | Section, **named: Any) -> str:  # noqa: ANN401 - whatever a document has
    """Return the structure of the PDF as it is read aloud: ``Document(H1 P L(LI(Lbl LBody)))``."""
    root = reader(*blocks, **named).trailer["/Root"]["/StructTreeRoot"]  # type: ignore[index]  # pypdf: any object
    return " ".join(_heard(one) for one in _kids(root))


def elements(opened: PdfReader, name: str) -> list[DictionaryObject]:
    """Return the elements of the structure of a PDF that are called ``name``."""
    found: list[DictionaryObject] = []
    open_ = [opened.trailer["/Root"]["/StructTreeRoot"]]  # type: ignore[index]  # pypdf: any object
    while open_:
        kids = _kids(open_.pop())
        found += [one for one in kids if str(one["/S"]) == name]
        open_ += kids
    return found


def _kids(element: DictionaryObject) -> list[DictionaryObject]:
    kids = element.get("/K", [])
    kids = kids.get_object() if hasattr(kids, "get_object") else kids
    loose = [kid.get_object() for kid in (kids if isinstance(kids, list) else [kids])]
    return [kid for kid in loose if isinstance(kid, DictionaryObject) and "/S" in kid]


def _heard(element: DictionaryObject) -> str:
    name = str(element["/S"])[1:]
    inside = " ".join(_heard(one) for one in _kids(element))
    return f"{name}({inside})" if inside else name
