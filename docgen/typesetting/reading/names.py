"""The names of WordprocessingML and its plainest values: switches, lengths, numbers."""

from collections.abc import Iterable
from typing import Final, TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element  # noqa: SLF001 (lxml has no public name for it)

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
VAL: Final = f"{W}val"

_PREFIXES: Final = {
    W: "w:",
    R: "r:",
    MC: "mc:",
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}": "m:",
    "{http://schemas.microsoft.com/office/word/2010/wordml}": "w14:",
    "{http://schemas.microsoft.com/office/word/2012/wordml}": "w15:",
    "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}": "wp:",
    "{http://schemas.openxmlformats.org/drawingml/2006/main}": "a:",
    "{http://schemas.openxmlformats.org/drawingml/2006/picture}": "pic:",
    "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}": "wps:",
    "{urn:schemas-microsoft-com:vml}": "v:",
    "{urn:schemas-microsoft-com:office:office}": "o:",
}
_OFF: Final = frozenset({"0", "false", "off"})


def told(name: str) -> str:
    """Return an element's or attribute's name as people write it: ``w:tbl``."""
    space, brace, local = name.rpartition("}")
    return _PREFIXES.get(space + brace, "") + local


def construct(element: Element, attribute: str = "") -> str:
    """Return an element as a named construct, with the attribute that decides: ``w:jc w:val=distribute``."""
    value = element.get(attribute) if attribute else None
    return told(element.tag) if value is None else f"{told(element.tag)} {told(attribute)}={value}"


def first(children: Iterable[Element], name: str) -> Element | None:
    """Return the first child of that name; where it stands first, as properties do, quicker than ``find`` does."""
    for child in children:
        if child.tag == name:
            return child
    return None


def on(element: Element | None) -> bool:
    """Tell whether a switch is there and not turned off."""
    return element is not None and element.get(VAL, "1") not in _OFF


def said_on(value: str | None) -> bool:
    """Tell whether an attribute is there and not turned off."""
    return value is not None and value not in _OFF


_UNITS: Final = {"mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0, "pt": 1.0, "pc": 12.0, "pi": 12.0}


def points(value: str, per_point: int = 20) -> float:
    """Return a length in points: a number of ``per_point`` to the point, or with a unit. Raises ValueError."""
    unit = _UNITS.get(value[-2:])
    return float(value) / per_point if unit is None else float(value[:-2]) * unit
