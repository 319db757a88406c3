"""Paragraphs of a template: text, tabs, fields, tags of the template language and repeated blocks.

A paragraph in the style Mallkod holds one tag; it is gone from every finished document.
"""

from itertools import pairwise
from typing import NamedTuple, Protocol

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph


class Story(Protocol):
    """Whatever holds paragraphs: the body, a header, a footer, a cell."""

    def add_paragraph(self, text: str = "", style: str | None = None) -> Paragraph:
        """Return a new last paragraph."""
        ...


class Field(NamedTuple):
    """A Word field: its instruction, in which other fields may stand, and what shows until Word counts."""

    instruction: "tuple[str | Field, ...]"
    result: str


Piece = str | Field
PAGE = Field((" PAGE ",), "1")
PAGES = Field((" NUMPAGES ",), "1")
PAGE_OF_PAGES: tuple[Piece, ...] = ("Sida\u00a0", PAGE, "\u00a0(", PAGES, ")")


def line(story: Story, style: str, *pieces: Piece) -> Paragraph:
    """Return a new paragraph of text, tabs and fields."""
    paragraph = story.add_paragraph(style=style)
    for piece in pieces:
        if isinstance(piece, Field):
            _add_field(paragraph, piece)
        else:
            paragraph.add_run(piece)
    return paragraph


def _add_field(paragraph: Paragraph, field: Field) -> None:
    _add_mark(paragraph, "begin")
    for piece in field.instruction:
        if isinstance(piece, Field):
            _add_field(paragraph, piece)
        else:
            text = OxmlElement("w:instrText", {qn("xml:space"): "preserve"})
            text.text = piece
            paragraph.add_run().element.append(text)
    _add_mark(paragraph, "separate")
    paragraph.add_run(field.result)
    _add_mark(paragraph, "end")


def _add_mark(paragraph: Paragraph, kind: str) -> None:
    paragraph.add_run().element.append(OxmlElement("w:fldChar", {qn("w:fldCharType"): kind}))


def code(story: Story, tag: str) -> None:
    """Add a paragraph that holds one tag of the template language, e.g. ``for r in rader``."""
    line(story, "Mallkod", "{%p " + tag + " %}")


def when(story: Story, name: str, style: str, *pieces: Piece) -> None:
    """Add a paragraph that is there only when ``name`` has a value."""
    code(story, f"if {name}")
    line(story, style, *pieces)
    code(story, "endif")


def each(story: Story, style: str, name: str, values: str) -> None:
    """Add one paragraph for each of ``values``."""
    code(story, f"for {name} in {values}")
    line(story, style, "{{ " + name + " }}")
    code(story, "endfor")


def stycken(story: Story, values: str, bullets: str = "List Bullet", body: str = "Body Text") -> None:
    """Add paragraphs and lists; the words that lead into a list stay with it."""
    code(story, f"for s in {values}")
    code(story, "if s.punkter")
    when(story, "s.text", "Brödtext före lista", "{{ s.text }}")
    each(story, bullets, "punkt", "s.punkter")
    code(story, "else")
    line(story, body, "{{ s.text }}")
    code(story, "endif")
    code(story, "endfor")


def firm_lists(document: Document) -> None:
    """Part no first or last item of the lists so far from the others: each is kept with its neighbour."""
    for item, end in pairwise(document.paragraphs):
        if item.style is not None and item.style.name == "List Bullet":
            keep_when("loop.revindex == 2 or (loop.first and not loop.last)", item, end)


def keep_when(condition: str, paragraph: Paragraph, end: Paragraph) -> None:
    """Keep a paragraph of a repeated block with the next where ``condition`` holds; ``end`` stands below it."""
    paragraph.insert_paragraph_before("{%p if " + condition + " %}", "Mallkod")
    end.insert_paragraph_before("{%p else %}", "Mallkod")
    end.insert_paragraph_before(paragraph.text, paragraph.style)
    end.insert_paragraph_before("{%p endif %}", "Mallkod")
    paragraph.paragraph_format.keep_with_next = True


def heading(story: Story, level: int, name: str, *, own_page: bool = False) -> None:
    """Add a heading, on a new page if so wished."""
    paragraph = line(story, f"Heading {level}", "{{ " + name + " }}")
    if own_page:
        paragraph.paragraph_format.page_break_before = True


def avsnitt(story: Story, name: str, bullets: str = "List Bullet", body: str = "Body Text") -> None:
    """Add a heading with its paragraphs and lists."""
    heading(story, 2, f"{name}.rubrik")
    stycken(story, f"{name}.stycken", bullets, body)


def avsnitt_if_any(story: Story, name: str, bullets: str = "List Bullet") -> None:
    """Add a section that not every document has."""
    code(story, f"if {name}")
    avsnitt(story, name, bullets)
    code(story, "endif")


def appendix(story: Story, name: str, bullets: str = "List Bullet") -> None:
    """Add a section on a page of its own, when the document has it."""
    code(story, f"if {name}")
    heading(story, 1, f"{name}.rubrik", own_page=True)
    stycken(story, f"{name}.stycken", bullets)
    code(story, "endif")


def markningar(story: Story) -> None:
    """Add the frame with what the document is marked with."""
    when(story, "dokument.markningar", "Märkning", '{{ dokument.markningar|join("  ·  ") }}')


def signature(story: Story, name: str) -> None:
    """Add a block that stays together: on whose behalf, the day, the line for the pen, the names, how it was signed."""
    line(story, "Underskrift inledning", "{{ " + name + ".inledning }}")
    when(story, f"{name}.ort_och_datum", "Underskrift", "{{ " + name + ".ort_och_datum }}")
    when(story, f"not {name}.satt", "Underskriftslinje", "Underskrift")
    code(story, f"for rad in {name}.rader")
    code(story, f"if loop.last and not {name}.satt")
    line(story, "Underskrift slut", "{{ rad }}")
    code(story, "else")
    line(story, "Underskrift", "{{ rad }}")
    code(story, "endif")
    code(story, "endfor")
    when(story, f"{name}.satt", "Underskrift sätt", "{{ " + name + ".satt }}")
