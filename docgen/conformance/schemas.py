"""The properties that XMP itself knows, the types of their values, and extension schemas (ISO 19005-2, 6.6.2.3)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from docgen.conformance.packet import Property

PDFA = "http://www.aiim.org/pdfa/ns/id/"
PDFUA = "http://www.aiim.org/pdfua/ns/id/"
DC = "http://purl.org/dc/elements/1.1/"
XMP = "http://ns.adobe.com/xap/1.0/"
PDF = "http://ns.adobe.com/pdf/1.3/"
EXTENSION = "http://www.aiim.org/pdfa/ns/extension/"
SCHEMA = "http://www.aiim.org/pdfa/ns/schema#"
PROPERTY = "http://www.aiim.org/pdfa/ns/property#"
TYPE = "http://www.aiim.org/pdfa/ns/type#"
FIELD = "http://www.aiim.org/pdfa/ns/field#"

_DATE = re.compile(
    r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])"
    r"(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)?)?)?)?"
)
_PATTERNS: Mapping[str, re.Pattern[str]] = {
    "boolean": re.compile(r"True|False"),
    "integer": re.compile(r"[+-]?\d+"),
    "real": re.compile(r"[+-]?\d+\.?\d*|[+-]?\d*\.?\d+"),
    "mimetype": re.compile(r"[-\w+.]+/[-\w+.]+"),
    "date": _DATE,
}
_SIMPLE = frozenset(_PATTERNS) | frozenset(
    {"text", "propername", "agentname", "rational", "renditionclass", "locale", "uri", "url", "xpath", "gpscoordinate"}
)
_STRUCTURES = frozenset(
    {"dimensions", "thumbnail", "resourceevent", "resourceref", "version", "job", "flash", "oecf/sfr", "cfapattern"}
    | {"devicesettings", "colorant", "font", "beatsplicestretch", "marker", "media", "projectlink"}
    | {"resamplestretch", "time", "timecode", "timescalestretch"}
)
_ARRAYS = ("bag", "seq", "alt")


def _table(words: str) -> dict[str, str]:
    """Return the types by property of ``name: type; name: type``."""
    return dict(part.strip().split(": ", 1) for part in words.split(";"))


PREDEFINED: Mapping[str, Mapping[str, str]] = {
    PDFA: _table("part: integer; amd: text; corr: text; conformance: text"),
    DC: _table(
        "contributor: bag propername; coverage: text; creator: seq propername; date: seq date; description: lang alt;"
        "format: mimetype; identifier: text; language: bag locale; publisher: bag propername; relation: bag text;"
        "rights: lang alt; source: text; subject: bag text; title: lang alt; type: bag text"
    ),
    XMP: _table(
        "Advisory: bag text; BaseURL: url; CreateDate: date; CreatorTool: agentname; Identifier: bag text;"
        "MetadataDate: date; ModifyDate: date; Nickname: text; Thumbnails: alt thumbnail; Label: text; Rating: real"
    ),
    "http://ns.adobe.com/xap/1.0/rights/": _table(
        "Certificate: url; Marked: boolean; Owner: bag propername; UsageTerms: lang alt; WebStatement: url"
    ),
    "http://ns.adobe.com/xap/1.0/mm/": _table(
        "DerivedFrom: resourceref; DocumentID: uri; History: seq resourceevent; InstanceID: uri;"
        "ManagedFrom: resourceref; Manager: agentname; ManageTo: uri; ManageUI: uri; ManagerVariant: text;"
        "RenditionClass: renditionclass; RenditionParams: text; VersionID: text; Versions: seq version; LastURL: url;"
        "RenditionOf: resourceref; SaveID: integer"
    ),
    "http://ns.adobe.com/xap/1.0/bj/": _table("JobRef: bag job"),
    "http://ns.adobe.com/xap/1.0/t/pg/": _table(
        "MaxPageSize: dimensions; NPages: integer; Colorants: seq colorant; Fonts: bag font; PlateNames: seq text"
    ),
    PDF: _table("Keywords: text; PDFVersion: text; Producer: agentname"),
}
"""The type of each property that an office document may have without describing it (XMP 2005)."""
_UNEXAMINED = frozenset(
    {"http://ns.adobe.com/photoshop/1.0/", "http://ns.adobe.com/tiff/1.0/", "http://ns.adobe.com/exif/1.0/"}
    | {"http://ns.adobe.com/exif/1.0/aux/", "http://ns.adobe.com/camera-raw-settings/1.0/"}
    | {"http://ns.adobe.com/xmp/1.0/DynamicMedia/"}
)
"""The namespaces of pictures and films that XMP knows too; no office program writes them of a document."""
_CHOICE = re.compile(r"(open |closed )?(choice |choice$)(of )?")
_PARTS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "schema": (SCHEMA, _table("schema: text; namespaceURI: uri; prefix: text; property: seq; valueType: seq")),
    "property": (PROPERTY, _table("name: text; valueType: text; category: text; description: text")),
    "type": (TYPE, _table("type: text; namespaceURI: uri; prefix: text; description: text; field: seq")),
    "field": (FIELD, _table("name: text; valueType: text; description: text")),
}
"""What the description of each part of an extension schema may say, and in which form."""
_PREFIXES = {SCHEMA: "pdfaSchema", PROPERTY: "pdfaProperty", TYPE: "pdfaType", FIELD: "pdfaField"}
_OPTIONAL = {"schema": {"property", "valueType"}, "type": {"field"}}
_INNER = {("schema", "property"): "property", ("schema", "valueType"): "type", ("type", "field"): "field"}


@dataclass(slots=True)
class Schemas:
    """The schemas that a packet describes: the types of their properties, and their own types, by namespace."""

    properties: dict[str, dict[str, str]] = field(default_factory=dict)
    types: dict[str, set[str]] = field(default_factory=dict)

    def type_of(self, found: Property) -> str | None:
        """Return the type of a property, "" where it is not examined, or None when nothing describes it."""
        space, local = found.label.space, found.label.local
        if space in _UNEXAMINED:
            return ""
        return self.properties.get(space, {}).get(local) or PREDEFINED.get(space, {}).get(local)


def described(found: Iterable[Property]) -> Schemas:
    """Return the schemas that the extension schemas of a packet describe."""
    schemas = Schemas()
    for container in found:
        for schema in container.parts:
            space = _value(schema, "namespaceURI")
            types = {simplified(_value(one, "type")) for one in _listed(schema, "valueType")}
            schemas.types.setdefault(space, set()).update(types)
            for one in _listed(schema, "property"):
                kind = simplified(_value(one, "valueType"))
                if is_known(kind, types):
                    schemas.properties.setdefault(space, {})[_value(one, "name")] = kind
    return schemas


def is_well_described(container: Property, schemas: Schemas) -> bool:
    """Return whether extension schemas are written as ISO 19005-2, 6.6.2.3.3, has it."""
    if container.form != "bag" or container.label.prefix != "pdfaExtension":
        return False
    return all(
        _is_well_formed(schema, "schema", schemas.types.get(_value(schema, "namespaceURI"), set()))
        for schema in container.parts
    )


def _is_well_formed(part: Property, kind: str, types: set[str]) -> bool:
    space, forms = _PARTS[kind]
    labels = {one.label.local: one for one in part.parts}
    if any(one.label.space != space or one.label.local not in forms for one in part.parts):
        return False
    if any(one.label.prefix != _PREFIXES[space] for one in part.parts) or set(forms) - _OPTIONAL.get(kind, set()) - set(
        labels
    ):
        return False
    if any(one.form != ("seq" if forms[one.label.local] == "seq" else "simple") for one in part.parts):
        return False
    if kind in {"property", "field"} and not is_known(simplified(labels["valueType"].value), types):
        return False
    if kind == "property" and labels["category"].value not in {"external", "internal"}:
        return False
    return all(
        _is_well_formed(inner, _INNER[kind, one.label.local], types)
        for one in part.parts
        if (kind, one.label.local) in _INNER
        for inner in one.parts
    )


def _value(part: Property, local: str) -> str:
    return next((one.value for one in part.parts if one.label.local == local), "")


def _listed(part: Property, local: str) -> Iterator[Property]:
    for one in part.parts:
        if one.label.local == local:
            yield from one.parts


def simplified(kind: str) -> str:
    """Return the name of a type as it is compared: ``Open Choice of Text`` is ``text``, ``Bag`` is ``bag text``."""
    plain = _CHOICE.sub("", kind.lower()).strip()
    if not plain:
        return "text"
    return f"{plain} text" if plain.endswith(_ARRAYS) and not plain.endswith("lang alt") else plain


def is_known(kind: str, types: set[str]) -> bool:
    """Return whether XMP or the schema itself knows a type."""
    while kind.startswith(tuple(f"{one} " for one in _ARRAYS)):
        kind = kind.split(" ", 1)[1]
    return kind in _SIMPLE or kind in _STRUCTURES or kind in types or kind in {"lang alt", "any"}


def corresponds(found: Property, kind: str) -> bool:
    """Return whether the value of a property is of the type."""
    form, _, inner = kind.partition(" ")
    if kind == "lang alt":
        return found.form == "alt" and all(one.language for one in found.parts)
    if form in _ARRAYS and inner:
        return found.form == form and all(corresponds(one, inner) for one in found.parts)
    if kind in _SIMPLE:
        pattern = _PATTERNS.get(kind)
        return found.form == "simple" and (pattern is None or pattern.fullmatch(found.value) is not None)
    return True
