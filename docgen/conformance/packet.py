"""The XMP packet read into properties, without entities, network or recursion (ISO 16684-1, 7)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from docgen.conformance.objects import Unreadable

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XML = "http://www.w3.org/XML/1998/namespace"
MAX_DEPTH = 64
MAX_ELEMENTS = 50_000
_ARRAYS = {"Bag", "Seq", "Alt"}


@dataclass(frozen=True, slots=True)
class Label:
    """The name of an element or attribute: its namespace, its local name, its prefix."""

    space: str
    local: str
    prefix: str = ""


@dataclass(slots=True)
class Element:
    """One element of the packet."""

    label: Label
    attributes: Mapping[Label, str]
    kids: "list[Element]" = field(default_factory=list)
    text: str = ""


@dataclass(frozen=True, slots=True)
class Property:
    """One property: its name, its form (``simple``, ``struct``, ``bag``, ``seq``, ``alt``), its value or its parts.

    ``language`` is the one that the value of a part of an ``alt`` is in.
    """

    label: Label
    form: str
    value: str = ""
    parts: "tuple[Property, ...]" = ()
    language: str = ""


def properties(raw: bytes) -> list[Property]:
    """Return the properties of a packet; raise Unreadable when it is no XML with RDF inside, or no UTF-8."""
    top = _parsed(raw)
    return [found for one in _descriptions(top) for found in _of(one)]


def _parsed(raw: bytes) -> Element:
    """Return the tree of elements under one that stands for the packet."""
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        raise Unreadable("pdf_xmp_skadad") from None
    builder = _Builder()
    parser = expat.ParserCreate("utf-8", namespace_separator="\t")
    parser.namespace_prefixes = True
    parser.StartElementHandler, parser.EndElementHandler = builder.start, builder.end
    parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = builder.take, builder.refuse
    try:
        parser.Parse(raw.strip(b"\0 \t\r\n"), True)
    except expat.ExpatError:
        raise Unreadable("pdf_xmp_skadad") from None
    return builder.open[0]


@dataclass(slots=True)
class _Builder:
    open: list[Element] = field(default_factory=lambda: [Element(Label("", ""), {})])
    count: int = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.count += 1
        if len(self.open) > MAX_DEPTH or self.count > MAX_ELEMENTS:
            raise Unreadable("pdf_xmp_skadad")
        element = Element(_label(name), {_label(key): value for key, value in attributes.items()})
        self.open[-1].kids.append(element)
        self.open.append(element)

    def end(self, _name: str) -> None:
        self.open.pop()

    def take(self, text: str) -> None:
        self.open[-1].text += text

    def refuse(self, *_declaration: object) -> None:
        raise Unreadable("pdf_xmp_skadad")


def _label(name: str) -> Label:
    space, local, prefix = [*name.split("\t"), "", ""][:3]
    return Label(space, local, prefix) if local else Label("", space)


def _descriptions(top: Element) -> Iterator[Element]:
    """Yield the descriptions directly under the RDF of the packet."""
    waiting = [top]
    while waiting:
        element = waiting.pop()
        if element.label.space == RDF and element.label.local == "RDF":
            yield from (kid for kid in element.kids if kid.label.local == "Description")
            return
        waiting += element.kids
    raise Unreadable("pdf_xmp_skadad")


def _is_own(label: Label) -> bool:
    """Return whether a name is of the packet's subject, not of RDF or XML."""
    return bool(label.space) and label.space not in {RDF, XML}


def _of(description: Element) -> Iterator[Property]:
    """Yield the properties of a description; an attribute is one too."""
    for label, value in description.attributes.items():
        if _is_own(label):
            yield Property(label, "simple", value)
    for kid in description.kids:
        yield _property(kid)


def _property(element: Element) -> Property:
    attributes = {(label.space, label.local): value for label, value in element.attributes.items()}
    spoken = attributes.get((XML, "lang"), "")
    if (RDF, "resource") in attributes:
        return Property(element.label, "simple", attributes[RDF, "resource"], language=spoken)
    own = [Property(label, "simple", value) for label, value in element.attributes.items() if _is_own(label)]
    if attributes.get((RDF, "parseType")) == "Resource" or own:
        return Property(element.label, "struct", parts=(*own, *map(_property, element.kids)), language=spoken)
    if not element.kids:
        return Property(element.label, "simple", element.text.strip(), language=spoken)
    inner = element.kids[0]
    if inner.label.space == RDF and inner.label.local in _ARRAYS:
        return Property(element.label, inner.label.local.lower(), parts=tuple(map(_property, inner.kids)))
    described = inner.label.space == RDF and inner.label.local == "Description"
    return _structure(element.label, tuple(_of(inner) if described else map(_property, element.kids)))


def _structure(label: Label, parts: tuple[Property, ...]) -> Property:
    """Return a property of parts, or the value itself where the other parts only qualify it (``rdf:value``)."""
    value = [one for one in parts if (one.label.space, one.label.local) == (RDF, "value")]
    return Property(label, "simple", value[0].value) if value else Property(label, "struct", parts=parts)
