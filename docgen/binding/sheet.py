"""A sheet of our own among the pages of others, typeset in the look of the shipped templates."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from pypdf import PageObject, PdfWriter

from docgen.binding import pages
from docgen.binding.opened import opened
from docgen.engines.typst import TypstEngine
from docgen.typesetting.formats import Border, Borders, Look, Shape, TabStop
from docgen.typesetting.model import Document, Inline, Page, Paragraph, Section, Story, Tab, Text

_FAMILY = "Arial"
_PAGE = Page(595.3, 841.9, 65.2, 85.05, 56.7, 70.85, 25.5, 28.35)
_WIDTH = _PAGE.width - _PAGE.left - _PAGE.right
_BODY, _SMALL, _FAINT = Look(_FAMILY, 11), Look(_FAMILY, 8), Look(_FAMILY, 8, color="595959")
_MARK, _TITLE = Look(_FAMILY, 11, bold=True), Look(_FAMILY, 18, bold=True)
_LINE = Borders(top=Border(0.5, space=2.0))


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on a sheet. ``huvud`` are the words at the left and at the right of the head.

    ``markningar`` stand above all, as on every page of the document. With ``underskrift``, the word below a line to
    sign on, ``undertecknare`` follows it.
    """

    huvud: tuple[str, str]
    rubrik: str
    rader: Sequence[str]
    lang: str
    markningar: Sequence[str] = ()
    underskrift: str = ""
    undertecknare: str = ""
    ovanfor: float = 0.0


def typeset(sheet: Sheet) -> bytes:
    """Return the PDF of a sheet; raise RecordError P-11 for a character that no font here has."""
    section = Section(_PAGE, tuple(_blocks(sheet)), {"default": Story("header", tuple(_head(sheet)))}, {})
    return _engine().typeset(Document(sheet.rubrik, sheet.lang, [section], default_tab=_PAGE.top))


def page(sheet: Sheet, writer: PdfWriter) -> PageObject:
    """Typeset a sheet, put it last in ``writer`` and return it there."""
    reader = opened(typeset(sheet))
    taken = pages.take(reader.pages[0], writer)
    pages.forget(reader, writer)
    return taken


@cache
def _engine() -> TypstEngine:
    return TypstEngine()


def _head(sheet: Sheet) -> Iterable[Paragraph]:
    left, right = sheet.huvud
    for text in sheet.markningar:
        yield _paragraph([Text(text, _MARK)], _MARK, Shape(style="Markning", after=3))
    inlines: list[Inline] = [Text(left, _SMALL)]
    if right:
        inlines += [Tab(_SMALL), Text(right, _SMALL)]
    yield _paragraph(inlines, _SMALL, Shape(style="Header", tabs=(TabStop(_WIDTH, "right"),)))


def _blocks(sheet: Sheet) -> Iterable[Paragraph]:
    # Space before the first line of a page does not count in Word; an empty paragraph of that height does.
    if sheet.ovanfor:
        yield _paragraph([], _BODY, Shape(after=sheet.ovanfor))
    yield _paragraph([Text(sheet.rubrik, _TITLE)], _TITLE, Shape(style="Heading1", after=10, line=1.05), heading=1)
    for text in sheet.rader:
        yield _paragraph([Text(text, _BODY)], _BODY, Shape(style="BodyText", after=7, line=1.15))
    if sheet.underskrift:
        under = Shape(style="Underskriftslinje", right=205, before=40, after=3, line=1.15, borders=_LINE)
        yield _paragraph([Text(sheet.underskrift, _FAINT)], _FAINT, under)
        if sheet.undertecknare:
            yield _paragraph([Text(sheet.undertecknare, _BODY)], _BODY, Shape(style="UnderskriftSlut", line=1.15))


def _paragraph(inlines: Sequence[Inline], mark: Look, shape: Shape, heading: int = 0) -> Paragraph:
    return Paragraph(tuple(inlines), shape, mark, place=1, heading=heading)
