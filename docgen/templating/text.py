"""The text of a Word file: a template's with its tags, for people and for git; a document's as its reader sees it."""

from collections.abc import Iterator

from lxml import etree

from docgen.templating.outline import UNUSED, Members, named_parts, properties, root_of
from docgen.templating.verdict import NamedPart
from docgen.templating.xml_part import W

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_TEXT = {f"{W}t", f"{_M}t"}
_SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\N{NON-BREAKING HYPHEN}"}
_DELETED = {f"{W}delText", f"{W}delInstrText"}
_PASSED = {f"{W}pPr", f"{W}rPr", f"{W}txbxContent", f"{_MC}Fallback"}
_OFF = {"0", "false", "off"}

Lines = list[str]


def read(members: Members) -> Iterator[tuple[NamedPart, Lines]]:
    """Yield each part that says something and its lines: a paragraph or a table row each, tags as they stand.

    What does not show on paper is in brackets: field codes, what is deleted under track changes, alternative texts.
    """
    for part in named_parts(members):
        root = root_of(part.name, members)
        lines = [] if root is None else list(_lines(root))
        if lines:
            yield part, lines
    yield from ((part, [part.says]) for part in properties(members) if part.says)


def printed(members: Members) -> str:
    """Return what stands on the paper, in every part that is used, with a single space between words."""
    used = [root_of(part.name, members) for part in named_parts(members) if part.word not in UNUSED]
    paragraphs = (one for root in used if root is not None for one in _blocks(root, f"{W}p"))
    return " ".join(" ".join(_shown(paragraph) for paragraph in paragraphs).split())


def _lines(room: etree._Element) -> Iterator[str]:
    """Yield the lines of a part, a cell or a text box."""
    for block in _blocks(room, f"{W}p", f"{W}tbl"):
        if block.tag == f"{W}p":
            yield from filter(None, [_told(block).strip()])
            for box in _boxes(block):
                yield from _lines(box)
        else:
            yield from (_row(row) for row in _blocks(block, f"{W}tr"))


def _row(row: etree._Element) -> str:
    return " | ".join(" / ".join(_lines(cell)) for cell in _blocks(row, f"{W}tc")).rstrip()


def _blocks(room: etree._Element, *tags: str) -> Iterator[etree._Element]:
    """Yield the nearest elements of ``tags`` in ``room``, through content controls and whatever else wraps them."""
    for child in room:
        if child.tag in tags:
            yield child
        elif child.tag != f"{_MC}Fallback":  # the same once more, for an older Word
            yield from _blocks(child, *tags)


def _boxes(paragraph: etree._Element) -> Iterator[etree._Element]:
    yield from _blocks(paragraph, f"{W}txbxContent")


def _told(paragraph: etree._Element) -> str:
    """Return all that a paragraph of a template says; a line break in it does not break the line."""
    return "".join(_pieces(paragraph)).replace("\n", " ↵ ")


def _pieces(element: etree._Element) -> Iterator[str]:
    for child in _content(element):
        if child.tag in _DELETED:
            yield f"[-{child.text or ''}-]"
        elif child.tag == f"{W}instrText":
            yield child.text or ""
        elif child.tag == f"{W}fldChar":
            yield {"begin": "[", "separate": "→", "end": "]"}.get(child.get(f"{W}fldCharType"), "")
        elif child.tag == f"{W}fldSimple":
            yield f"[{child.get(f'{W}instr', '')}→{''.join(_pieces(child))}]"
        elif child.tag == f"{_WP}docPr" and child.get("descr"):
            yield f"[{child.get('name', '')}: {child.get('descr')}]"
        else:
            yield from _said(child) if child.tag in _TEXT or child.tag in _SIGNS else _pieces(child)


def _shown(paragraph: etree._Element) -> str:
    """Return what a paragraph of a document shows, text boxes included; hidden and moved text does not show."""
    own = "".join(text for child in _content(paragraph) for text in _visible(child))
    return " ".join([own, *(_shown(one) for box in _boxes(paragraph) for one in _blocks(box, f"{W}p"))])


def _visible(element: etree._Element) -> Iterator[str]:
    if element.tag == f"{W}moveFrom" or (element.tag == f"{W}r" and _hidden(element)):
        return
    yield from _said(element)
    for child in _content(element):
        yield from _visible(child)


def _hidden(run: etree._Element) -> bool:
    vanish = run.find(f"{W}rPr/{W}vanish")
    return vanish is not None and vanish.get(f"{W}val") not in _OFF


def _content(element: etree._Element) -> Iterator[etree._Element]:
    """Yield what is inside ``element``, save its properties and what stands apart from its text."""
    return (child for child in element if child.tag not in _PASSED)


def _said(element: etree._Element) -> Iterator[str]:
    if element.tag in _TEXT:
        yield element.text or ""
    elif element.tag in _SIGNS:
        yield _SIGNS[element.tag]
