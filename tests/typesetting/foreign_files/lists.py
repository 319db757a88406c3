"""Bulleted and numbered lists."""

from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from .prose import a4, element, saved, sentences, set_format

_NUMBERS, _NUMBER = qn("w:num"), 40
_ORDER = ("%1.", "%1.%2", "%1.%2.%3")


def shipped_lists() -> bytes:
    """The lists that python-docx's own template brings, on three levels."""
    document = a4()
    for style in ("List Bullet", "List Bullet 2", "List Bullet 3", "List Number", "List Number 2", "List Continue"):
        for place in range(4):
            document.add_paragraph(sentences(1 + place % 3, place), style)
    return saved(document)


def levels() -> bytes:
    """Numbers that hold the numbers of the levels above."""
    document = a4("Calibri")
    formats = [_level(level, "decimal", text, 720 * (level + 1), 720) for level, text in enumerate(_ORDER)]
    number = _define(document, formats)
    for level in (0, 1, 1, 2, 2, 1, 0, 1, 2, 0):
        _listed(document, sentences(1 + level, level), number, level)
    return saved(document)


def number_formats() -> bytes:
    """Letters and Roman numerals with brackets and dots."""
    document = a4()
    for form, text in (("lowerLetter", "%1)"), ("upperLetter", "%1."), ("lowerRoman", "(%1)"), ("upperRoman", "%1.")):
        number = _define(document, [_level(0, form, text, 567, 567)])
        for place in range(5):
            _listed(document, sentences(1 + place % 2, place), number, 0)
    return saved(document)


def restarts() -> bytes:
    """A second list that begins anew, a third that begins at 5."""
    document = a4("Times New Roman", 12)
    first = _define(document, [_level(0, "decimal", "%1.", 567, 567)])
    again = _instance(document, first, 1)
    later = _instance(document, first, 5)
    for number in (first, first, again, again, first, later, later):
        _listed(document, sentences(2, number), number, 0)
    return saved(document)


def bullets() -> bytes:
    """Bullets of symbol fonts, and a dash."""
    document = a4()
    for font, text in (("Symbol", "\uf0b7"), ("Wingdings", "\uf0a7"), ("Courier New", "o"), ("Arial", "–")):
        look = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:hint="default"/></w:rPr>'
        number = _define(document, [_level(0, "bullet", text, 720, 360, look=look)])
        for place in range(4):
            _listed(document, sentences(1 + place % 2, place), number, 0)
    return saved(document)


def suffixes() -> bytes:
    """After the number: a tab, a space, nothing; numbers wider than their room, and to the right."""
    document = a4()
    for suffix in ('<w:suff w:val="space"/>', '<w:suff w:val="nothing"/>', ""):
        for text, hanging in (("%1.", 360), ("Paragraf %1:", 360), ("§ %1", 1134)):
            number = _define(document, [_level(0, "decimal", text, 1134, hanging, between=suffix)])
            for place in range(3):
                _listed(document, sentences(2, place), number, 0)
    right = _define(document, [_level(0, "decimal", "%1.", 567, 283, side="right")])
    for place in range(11):
        _listed(document, sentences(1, place), right, 0)
    return saved(document)


def numbered_headings() -> bytes:
    """Headings that get their numbers from their styles."""
    document = a4()
    number = _define(document, [_level(level, "decimal", text, 567, 567) for level, text in enumerate(_ORDER)])
    for level in range(2):
        properties = document.styles[f"Heading {level + 1}"].element.get_or_add_pPr()
        properties.append(element(_reference(number, level)))
    for level in (1, 2, 2, 1, 2):
        document.add_heading("En rubrik om något", level)
        document.add_paragraph(sentences(3, level))
    return saved(document)


def own_indents() -> bytes:
    """Items with indents of their own, and a paragraph that has left the list."""
    document = a4()
    number = _define(document, [_level(0, "decimal", "%1.", 567, 567)])
    for left, hanging in ((1134, 567), (567, 283), (0, 0), (2268, 1134)):
        one = _listed(document, sentences(2), number, 0)
        set_format(one, f'<w:ind w:left="{left}" w:hanging="{hanging}"/>')
    _listed(document, sentences(1), 0, 0)
    return saved(document)


def _level(  # noqa: PLR0913 - what a level of a list has
    level: int, form: str, text: str, left: int, hanging: int, *, look: str = "", between: str = "", side: str = "left"
) -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{between}<w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="{side}"/><w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr>{look}</w:lvl>'
    )


def _define(document: Document, levels_xml: list[str]) -> int:
    """Add a list and return its number."""
    numbering = document.part.numbering_part.element
    number = _NUMBER + len(numbering.findall(_NUMBERS))
    abstract = f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{"".join(levels_xml)}'
    numbering.find(_NUMBERS).addprevious(element(f"{abstract}</w:abstractNum>"))
    numbering.append(element(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'))
    return number


def _instance(document: Document, of: int, start: int) -> int:
    """Add another list in the form of list ``of`` that begins at ``start``, and return its number."""
    numbering = document.part.numbering_part.element
    number = _NUMBER + len(numbering.findall(_NUMBERS))
    begins = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>'
    numbering.append(element(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{begins}</w:num>'))
    return number


def _reference(number: int, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def _listed(document: Document, text: str, number: int, level: int) -> Paragraph:
    return set_format(document.add_paragraph(text), _reference(number, level))


BUILDERS = (
    shipped_lists,
    levels,
    number_formats,
    restarts,
    bullets,
    suffixes,
    numbered_headings,
    own_indents,
)
