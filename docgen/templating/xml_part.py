"""One XML part of a Word file, read without trusting it, and the places in it."""

import re
from collections import Counter
from dataclasses import dataclass, field

from lxml import etree

from docgen.errors import TemplateError
from docgen.templating.fault import Place
from docgen.templating.unzip import is_xml, told

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{WORD}}}"
WORDS = (W, "{http://purl.oclc.org/ooxml/wordprocessingml/main}")
"""The two namespaces of Word's own elements: as Word saves, and as it saves "strict"."""
_DECLARATION = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?<\?xml\s([^>]{0,300})(>?)")
_ENCODING = re.compile(rb"encoding\s*=\s*[\"']([^\"']*)")
_ENCODINGS = {b"utf-8", b"utf-16", b"us-ascii"}


def names(*local: str) -> tuple[str, ...]:
    """Return Word's elements of these names, in both namespaces."""
    return tuple(f"{space}{one}" for space in WORDS for one in local)


_P, _TBL, _TR, _TC, _T = (names(one) for one in ("p", "tbl", "tr", "tc", "t"))
_AROUND = {_TR: _TBL, _TC: _TR}


@dataclass(slots=True)
class XmlPart:
    """A part: its name in the package, its root, and whether braces stand anywhere in it.

    Its paragraphs and cells are numbered when a place is asked for.
    """

    name: str
    root: etree._Element
    has_braces: bool
    numbers: dict[etree._Element, int] = field(default_factory=dict)
    words: dict[etree._Element, str] = field(default_factory=dict)

    @property
    def is_words(self) -> bool:
        """Tell whether it is written in Word's own language."""
        return str(self.root.tag).startswith(WORDS)

    def place(self, element: etree._Element) -> Place:
        """Return where ``element`` stands, with the words of its paragraph."""
        if not self.numbers:
            self._number()
        paragraph = _nearest(element, _P)
        said = "" if paragraph is None else self._words(paragraph)
        number, table, row, cell = (self.numbers.get(_nearest(element, kind), 0) for kind in (_P, _TBL, _TR, _TC))
        return Place(self.name, number, table, row, cell, said)

    def _number(self) -> None:
        """Number the paragraphs and tables of the part, the rows of each table and the cells of each row."""
        counts: Counter[tuple[tuple[str, ...], etree._Element | None]] = Counter()
        for one in self.root.iter(*_P, *_TBL, *_TR, *_TC):
            kind = next(kind for kind in (_P, _TBL, _TR, _TC) if one.tag in kind)
            around = _AROUND.get(kind)
            key = (kind, _nearest(one, around) if around else None)
            counts[key] += 1
            self.numbers[one] = counts[key]

    def _words(self, paragraph: etree._Element) -> str:
        if paragraph not in self.words:
            own = (one.text or "" for one in paragraph.iter(*_T) if _nearest(one, _P) is paragraph)
            self.words[paragraph] = told("".join(own))
        return self.words[paragraph]


def parsed(name: str, content: bytes) -> XmlPart:
    """Return the part; nothing outside it is read.

    Raises TemplateError M-13 when it is no whole XML, in an encoding that Word files may not have, or has a DOCTYPE:
    the parser is never shown one.
    """
    squeezed = content.replace(b"\0", b"")  # UTF-16 as ASCII, near enough to see what matters here
    declared = _DECLARATION.match(squeezed)
    encoding = _ENCODING.search(declared[1]) if declared else None
    if declared and (not declared[2] or (encoding and encoding[1].lower() not in _ENCODINGS)):
        raise TemplateError("M-13", orsak="xml_kodning", namn=told(name))
    if b"<!DOCTYPE" in squeezed:
        raise TemplateError("M-13", orsak="xml_doctype", namn=told(name))
    # Some parsers read EBCDIC as well, where what was counted and looked for above has other bytes.
    content = content if is_xml(content) else b""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        raise TemplateError("M-13", orsak="xml_trasig", namn=told(name)) from None
    return XmlPart(name, root, any(sign in squeezed for sign in (b"{", b"}", b"&#")))


def _nearest(element: etree._Element, kind: tuple[str, ...]) -> etree._Element | None:
    return next(element.iterancestors(*kind), None)
