"""Tags where they would change more than the text of a Word file.

A tag is read in the XML as it stands, wherever it stands. In an attribute or a comment it would take elements away
after they have been looked at (in the name of a namespace the parser refuses it); and docxtpl makes ``<`` of ``&lt;``
between braces, so that what was text becomes elements.
"""

import re
from collections.abc import Iterator

from lxml import etree

from docgen.templating.fault import Fault, Place
from docgen.templating.unzip import told
from docgen.templating.xml_part import XmlPart

_TEXT = {"t", "instrText", "delText", "delInstrText"}
_SAID = {"alt", "descr", "displayText", "instr", "name", "title", "tooltip", "val", "value"}
"""What a person writes in Word: alternative texts, tooltips, names, what content controls hold, and codes of fields."""
_OPEN, _CLOSE = re.compile(r"\{[{%]"), re.compile(r"[}%]\}")
_SEATED = r"(?!-|(?:p|tr|tc|r)\s)"
"""What takes more than itself away: a dash, and the prefixes of docxtpl."""
_TAG = re.compile(rf"\{{\{{{_SEATED}[^{{}}]*(?<!-)\}}\}}|\{{%{_SEATED} *(?!(?:end)?raw)(\w+)[^{{}}]*(?<!-)%\}}")
_BRACES = re.compile(r"\{[{%#]|[}%#]\}")
_MARKUP = re.compile(r"<(?:[!?/]|\w[^<:>]*[:>])")
_WITH_BRACES = " or ".join(f"contains(., '{braces}')" for braces in ("{{", "}}", "{%", "%}", "{#", "#}"))
_ATTRIBUTES = etree.XPath(f"//@*[{_WITH_BRACES}]")
_ASIDES = etree.XPath("(//comment() | //processing-instruction())[contains(., '{') or contains(., '}')]")
_TEXTS = etree.XPath("//text()[translate(., '{}%#', '') != .]")


def faults(part: XmlPart) -> Iterator[Fault]:
    """Yield what is wrong with the places of the tags in a part."""
    for value in _ATTRIBUTES(part.root):
        if value.attrname.rpartition("}")[2] not in _SAID or not _stays_inside(value):
            place = part.place(value.getparent())
            yield Fault("M-18", place, facts={"orsak": "tagg_i_attribut", "falt": told(value)})
    for text in _TEXTS(part.root):
        if text.is_tail or etree.QName(text.getparent()).localname not in _TEXT:
            place = part.place(text.getparent())
            yield Fault("M-18", place, facts={"orsak": "tagg_utanfor_text", "falt": told(text.strip())})
    for aside in _ASIDES(part.root):
        yield Fault("M-18", Place(part.name), facts={"orsak": "tagg_i_xml", "falt": told(aside.text.strip())})
    yield from _made_markup(part)


def _stays_inside(value: str) -> bool:
    """Tell whether every tag of an attribute, and every block, begins and ends in it."""
    open_blocks = 0
    for tag in _TAG.finditer(value):
        if tag[1] and tag[1] not in {"else", "elif", "set"}:
            open_blocks += -1 if tag[1].startswith("end") else 1
        if open_blocks < 0:
            return False
    return not open_blocks and not _BRACES.search(_TAG.sub("", value))


def _made_markup(part: XmlPart) -> Iterator[Fault]:
    """Yield each place between braces where text would become elements."""
    said = "".join(part.root.itertext())
    begin = _OPEN.search(said)
    while begin and (end := _CLOSE.search(said, begin.end())):
        if _MARKUP.search(said, begin.end(), end.start()):
            inside = told(said[begin.start() : end.end()])
            yield Fault("M-18", Place(part.name, words=inside), facts={"orsak": "tagg_blir_xml", "falt": inside})
        begin = _OPEN.search(said, end.start())
