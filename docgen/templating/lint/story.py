"""What a part says, paragraph by paragraph, as docxtpl sees it: the texts joined, and what is around and between."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from functools import cached_property

from lxml import etree

from docgen.templating.fault import Place
from docgen.templating.unzip import told
from docgen.templating.xml_part import W, XmlPart

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_TAGGED = re.compile(r"\{\{|\{%|\{#|\}\}|%\}")
_WHOLE = re.compile(r"\{\{[^{}]*\}\}|\{%-? *(end)?\w+[^{}]*%\}")
_GOES_ON = re.compile(r"\{%-? *(?:else|elif|set|vm|hm)\b")
GONE = frozenset(
    {f"{W}del", f"{W}moveFrom", f"{W}delText", f"{W}delInstrText", f"{W}pPrChange", f"{W}rPrChange", f"{_MC}Fallback"}
)
"""What is not read: deleted and moved text, how it looked before, and a text box's copy for an older Word."""
_TRACKED = frozenset({"ins", "moveTo"})
_SIGNS = {
    "tab": "mall_tabb",
    "ptab": "mall_tabb",
    "br": "mall_radbrytning",
    "cr": "mall_radbrytning",
    "sym": "mall_specialtecken",
    "noBreakHyphen": "mall_hart_bindestreck",
    "softHyphen": "mall_mjukt_bindestreck",
    "footnoteReference": "mall_fotnot",
    "endnoteReference": "mall_slutnot",
    "fldChar": "mall_falt",
    "fldSimple": "mall_falt",
    "drawing": "mall_bild",
    "pict": "mall_bild",
    "object": "mall_bild",
}
"""What can stand between the texts of a paragraph, as the key of the word for it."""

OFF = frozenset({"0", "false", "off"})

Room = tuple[str, int]
"""An element that holds paragraphs, or is one: its name in Word and a number of its own."""


class Kind(Enum):
    """How a text is filled."""

    TEXT = auto()
    FIELD = auto()
    ATTRIBUTE = auto()
    PROPERTY = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """Where a text begins in its paragraph and in the part, and the elements around it in the paragraph."""

    start: int
    order: int
    around: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands between texts: how much text there is before it, and the key of the word for it."""

    at: int
    word: str


@dataclass(eq=False)
class Paragraph:
    """A paragraph, or a text beside the text: an attribute, a field code or a property of the document.

    ``home`` are the rooms around it, the outermost first; ``boxed``: a text box hangs in it.
    """

    xml: XmlPart
    element: etree._Element
    home: tuple[Room, ...]
    kind: Kind = Kind.TEXT
    text: str = ""
    pieces: list[Piece] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    boxed: bool = False

    @cached_property
    def place(self) -> Place:
        """Return where the paragraph is."""
        if self.kind is Kind.PROPERTY:
            return Place(self.xml.name, words=told(self.text.strip()))
        place = place_of(self.xml, self.element)
        return place if self.kind is Kind.TEXT else replace(place, words=told(self.text))

    def piece(self, offset: int) -> Piece:
        """Return the piece that holds the character at ``offset``."""
        return self.pieces[max(bisect_right(self.pieces, offset, key=lambda one: one.start) - 1, 0)]

    def zone(self, name: str) -> tuple[Room, ...]:
        """Return the rooms down to the innermost one of ``name``; nothing when there is none."""
        depth = max((depth for depth, room in enumerate(self.home, 1) if room[0] == name), default=0)
        return self.home[:depth]


def place_of(xml: XmlPart, element: etree._Element) -> Place:
    """Return the place of an element; that of a paragraph is the place of what is in it."""
    return xml.place(next(element.iterchildren(), element) if element.tag == f"{W}p" else element)


def paragraphs(xml: XmlPart) -> list[Paragraph]:
    """Return the paragraphs of a part as they begin, those in tables and text boxes and the texts beside included."""
    return _Reader(xml).read()


class _Reader:
    """One reading of a part."""

    def __init__(self, xml: XmlPart) -> None:
        self.xml = xml
        self.found: list[Paragraph] = []
        self.order = 0
        self.rooms = 0
        self.asides = _asides(xml.root)

    def read(self) -> list[Paragraph]:
        body = self.xml.root.find(f"{W}body")
        self._outside(self.xml.root if body is None else body, ())
        return self.found

    def _next(self) -> int:
        self.order += 1
        return self.order

    def _outside(self, element: etree._Element, home: tuple[Room, ...]) -> None:
        """Read what stands outside paragraphs; every element on the way is a room."""
        self._aside(element, home)
        self.rooms += 1
        name = _local(element)
        inner = (*home, (name, self.rooms)) if name not in _TRACKED else home
        for child in element.iterchildren(etree.Element):
            if child.tag == f"{W}p":
                self._paragraph(child, inner)
            elif child.tag not in GONE:
                self._outside(child, inner)

    def _paragraph(self, element: etree._Element, home: tuple[Room, ...]) -> None:
        paragraph = Paragraph(self.xml, element, home)
        self.found.append(paragraph)
        self._aside(element, home)
        self._inside(element, paragraph, ())

    def _inside(self, element: etree._Element, paragraph: Paragraph, around: tuple[str, ...]) -> None:
        """Read what stands in a paragraph."""
        for child in element.iterchildren(etree.Element):
            name = _local(child)
            if child.tag == f"{W}t":
                self._text(child, paragraph, around)
            elif child.tag == f"{W}txbxContent":
                self.rooms += 1
                paragraph.boxed = True
                self._outside(child, (*paragraph.home, ("p", self.rooms)))
            elif child.tag == f"{W}p":
                self._paragraph(child, paragraph.home)
            elif child.tag not in GONE and (name != "rPr" or self.asides):
                self._aside(child, (*paragraph.home, ("p", 0)))
                self._mark(child, name, paragraph)
                self._inside(child, paragraph, around if name in _PLAIN else (*around, name))

    def _text(self, element: etree._Element, paragraph: Paragraph, around: tuple[str, ...]) -> None:
        if element.text:
            paragraph.pieces.append(Piece(len(paragraph.text), self._next(), around))
            paragraph.text += element.text
        elif element.attrib:  # docxtpl takes an empty text that says how its spaces are kept for one that goes on
            paragraph.marks.append(Mark(len(paragraph.text), "mall_tom_text"))

    @staticmethod
    def _mark(element: etree._Element, name: str, paragraph: Paragraph) -> None:
        word = _SIGNS.get(name, "")
        if name == "sectPr":
            word = "mall_avsnittsbrytning"
        elif (name == "br" and element.get(f"{W}type") in {"page", "column"}) or _is_on(element, "pageBreakBefore"):
            word = "mall_sidbrytning"
        if word and element.get(f"{W}fldCharType", "begin") == "begin":
            paragraph.marks.append(Mark(len(paragraph.text), word))

    def _aside(self, element: etree._Element, home: tuple[Room, ...]) -> None:
        for kind, text in self.asides.get(element, ()):
            self.rooms += 1
            one = Paragraph(self.xml, element, (*home, ("@", self.rooms)), kind, text, [Piece(0, self._next())])
            self.found.append(one)


_PLAIN = frozenset({"r", "pPr", "rPr", *_TRACKED})
"""The elements in a paragraph that make no difference to where a text stands."""


def _asides(root: etree._Element) -> dict[etree._Element, list[tuple[Kind, str]]]:
    """Return the texts with tags that are not the text of a paragraph: attributes, field codes, formulas."""
    found: dict[etree._Element, list[tuple[Kind, str]]] = {}
    for text in root.xpath("//@*[contains(., '{')] | //text()[contains(., '{') or contains(., '}')]"):
        owner = text.getparent()
        if owner.tag in {f"{W}t", f"{W}delText"} or not _TAGGED.search(text):
            continue
        if not text.is_attribute or _is_whole(text):
            found.setdefault(owner, []).append((Kind.ATTRIBUTE if text.is_attribute else Kind.FIELD, str(text)))
    return found


def _is_whole(text: str) -> bool:
    """Tell whether the tags and blocks of an attribute begin and end in it; where they do not, the guard tells."""
    depth = 0
    for tag in _WHOLE.finditer(text):
        if tag[0].startswith("{%") and not _GOES_ON.match(tag[0]):
            depth += -1 if tag[1] else 1
    return depth == 0 and not _TAGGED.search(_WHOLE.sub("", text))


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _is_on(element: etree._Element, name: str) -> bool:
    """Tell whether ``element`` is the setting ``name``, switched on."""
    return element.tag == f"{W}{name}" and element.get(f"{W}val") not in OFF


def properties(xml: XmlPart, filled: Iterable[str]) -> Iterator[Paragraph]:
    """Yield the core properties that are filled; ``filled`` are the names of their elements."""
    for name in filled:
        element = xml.root.find(name)
        if element is not None and element.text:
            yield Paragraph(xml, element, (("property", 0),), Kind.PROPERTY, element.text, [Piece(0, 0)])
