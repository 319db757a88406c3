"""The fields of a Word file: which may stand in a template, and which would fetch, run, tell or change something.

A field's code is what Word carries out, so every code is put together as Word would do it, from all its runs, and its
name looked up among those that do no harm. What is not known is refused by name.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from docgen.templating.fault import Fault
from docgen.templating.unzip import told
from docgen.templating.xml_part import WORDS, XmlPart, names

_IN_THE_DOCUMENT = "PAGE NUMPAGES SECTION SECTIONPAGES PAGEREF NOTEREF REF STYLEREF HYPERLINK"
_LISTS = "TOC TC TOA TA INDEX XE SEQ LISTNUM AUTONUM AUTONUMLGL AUTONUMOUT CITATION BIBLIOGRAPHY"
_PROPERTIES = "TITLE SUBJECT AUTHOR COMMENTS KEYWORDS DOCPROPERTY DOCVARIABLE NUMWORDS NUMCHARS"
_COMPUTED = "= IF COMPARE SET QUOTE SYMBOL ADVANCE EQ SHAPE FORMTEXT FORMCHECKBOX FORMDROPDOWN"
HARMLESS = frozenset(f"{_IN_THE_DOCUMENT} {_LISTS} {_PROPERTIES} {_COMPUTED}".split())
_CLOCK = "DATE TIME CREATEDATE SAVEDATE PRINTDATE EDITTIME REVNUM"
_WHO_AND_WHERE = "USERNAME USERINITIALS USERADDRESS LASTSAVEDBY FILENAME FILESIZE TEMPLATE INFO"
CHANGING = frozenset(f"{_CLOCK} {_WHO_AND_WHERE}".split())
"""What says another thing another day or on another machine, or tells who wrote the document and where it lies."""
DATE_BLOCKS = names("dayShort", "dayLong", "monthShort", "monthLong", "yearShort", "yearLong")
"""A forerunner of DATE, without a code."""

_CHAR, _SIMPLE, _CODE = names("fldChar"), names("fldSimple"), names("instrText", "delInstrText")
_SPACE = names("tab", "br", "cr")
_TEXT = ("{*}t", "{*}delText")
_CHANGED = (names("del", "moveFrom"), names("ins", "moveTo"))
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_BRANCH = (f"{_MC}Choice", f"{_MC}Fallback")
_P = names("p")
_INNER = "\N{OBJECT REPLACEMENT CHARACTER}"
"""What stands in a code for a field inside it."""
_NAME = re.compile(r"=|[^\s\\\"]{0,40}")
_TAG = re.compile(r"\{\{ *[\w.]+ *\}\}")
_BRACES = re.compile(r"\{[{%#]|[}%#]\}")
_WORD = re.compile(r'"((?:[^"\\]|\\.)*)"?|(\\[a-z*#@!])|([^\s"]+)', re.IGNORECASE)
_QUOTES = str.maketrans("“”„", '"""')
_WITH_A_WORD = {"\\l", "\\o", "\\s", "\\t", "\\*", "\\#", "\\@"}
_DEEPEST = 20
"""Word's own limit for fields in fields."""
_ADDRESS = re.compile(r"\s*(?:https?:|mailto:|tel:|#|$)", re.IGNORECASE)


@dataclass(slots=True)
class _Field:
    """A field while its part is read: its code so far, and all text that stands in its code."""

    begin: etree._Element
    codes: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    separator: etree._Element | None = None
    is_odd: bool = False

    @property
    def code(self) -> str:
        return "".join(self.codes)


def is_link(address: str) -> bool:
    """Tell whether a link leads to a web page, a mailbox, a telephone or a place in the document itself."""
    return _ADDRESS.match(address) is not None


def faults(part: XmlPart) -> Iterator[Fault]:
    """Yield what is wrong with the fields of a part, in their order."""
    for block in part.root.iter(*DATE_BLOCKS):
        yield Fault("M-17", part.place(block), facts={"falt": "DATE"})
    if next(part.root.iter(*_CHAR, *_SIMPLE, *_CODE), None) is not None:
        for found in _Reader().read(part.root):
            yield from _judged(part, found)


@dataclass(slots=True)
class _Reader:
    """Goes through a part once; ``open`` are the fields around the place that is read, the outermost first."""

    open: list[_Field] = field(default_factory=list)

    def read(self, root: etree._Element) -> Iterator[_Field]:
        """Yield each field when it ends."""
        for one in root.iter(*_CHAR, *_SIMPLE, *_CODE, *_SPACE, *_TEXT):
            if one.tag in _CHAR:
                yield from self._char(one)
            elif one.tag in _SIMPLE:
                yield _whole(one, _attribute(one, "instr"))
                self._say(one, _INNER)
            elif one.tag in _CODE and all(outer.separator is not None for outer in self.open):
                yield _whole(one, "".join(one.itertext()))  # Word takes it for plain text; others may not
            else:
                self._say(one, " " if one.tag in _SPACE else "".join(one.itertext()))
        yield from self.open

    def _in_code(self) -> bool:
        return bool(self.open) and self.open[-1].separator is None

    def _char(self, char: etree._Element) -> Iterator[_Field]:
        kind = _attribute(char, "fldCharType")
        if kind == "begin" and len(self.open) < _DEEPEST:
            self.open.append(_Field(char))
        elif kind == "separate" and self._in_code():
            self._check(char)
            self.open[-1].separator = char
        elif kind == "end":
            if self.open:
                yield self.open.pop()
                self._say(char, _INNER)
        else:
            yield _Field(char, is_odd=True)

    def _say(self, one: etree._Element, text: str) -> None:
        """Add a text to the code that it stands in, if it does."""
        for outer in self.open:
            if outer.separator is None or outer.separator.getparent() is one.getparent():
                outer.texts.append(text.replace(_INNER, ""))
                break
        if self._in_code():
            self._check(one)
            self.open[-1].codes.append(text)

    def _check(self, one: etree._Element) -> None:
        """Mark the field as odd when this piece of its code could come or go without its beginning."""
        innermost = self.open[-1]
        innermost.is_odd |= _layer(one) != _layer(innermost.begin)


def _whole(element: etree._Element, code: str) -> _Field:
    return _Field(element, [code], [code])


def _layer(one: etree._Element) -> tuple[object, ...]:
    """Return what an element comes and goes with: its paragraph, a tracked change, a branch for one kind of reader."""
    paragraph, branch = (next(one.iterancestors(*kind), None) for kind in (_P, _BRANCH))
    return (paragraph, branch, *(next(one.iterancestors(*kind), None) is not None for kind in _CHANGED))


def _judged(part: XmlPart, found: _Field) -> Iterator[Fault]:
    """Yield the fault of one field, if any."""
    code, heard = found.code.translate(_QUOTES).strip(), "".join(found.texts)
    name = (_NAME.match(code) or [""])[0].upper()
    said = told(code.replace(_INNER, "{…}")) or "{ }"
    strange = [address for address in _addresses(code) if not is_link(address)] if name == "HYPERLINK" else []
    fault = None
    if name in CHANGING:
        fault = "M-17", {"falt": name}
    elif code and name not in HARMLESS and not _BRACES.search(name):
        fault = "M-16", {"falt": name.replace(_INNER, "{…}") or said}
    elif _BRACES.search(heard) and not _is_sum_with_tags(name, found.code, heard):
        fault = "M-18", {"orsak": "falt_mallkod", "falt": said}
    elif found.is_odd:
        fault = "M-18", {"orsak": "falt_oklar", "falt": said}
    elif strange:
        fault = "M-19", {"mal": told(strange[0])}
    if fault:
        yield Fault(fault[0], part.place(found.begin), facts=fault[1])


def _is_sum_with_tags(name: str, code: str, heard: str) -> bool:
    """Tell whether the tags are only numbers in a formula: ``= { PAGE } + {{ sida }}``."""
    rest, tags = _TAG.subn("", code)
    plain, all_tags = _TAG.subn("", heard)
    return name == "=" and tags == all_tags and not _BRACES.search(rest) and not _BRACES.search(plain)


def _addresses(code: str) -> Iterator[str]:
    """Yield where a HYPERLINK leads: every word that does not belong to a switch."""
    before = ""
    for quoted, switch, plain in _WORD.findall(code[len("HYPERLINK") :]):
        if not switch and before.lower() not in _WITH_A_WORD:
            yield quoted.replace("\\\\", "\\") or plain
        before = switch


def _attribute(element: etree._Element, name: str) -> str:
    """Return one of Word's attributes; two of the same name in Word's two namespaces make nonsense together."""
    return "".join(element.get(f"{space}{name}", "") for space in WORDS)
