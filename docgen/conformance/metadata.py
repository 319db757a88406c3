"""What a file says of itself: its XMP packet, its claims, its title, and the dictionary beside it (6.6, 7.1, 5)."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta, timezone

from pypdf.generic import DictionaryObject

from docgen.conformance import rules, schemas
from docgen.conformance.finding import Finding
from docgen.conformance.objects import Unreadable, at, data, dictionary, stream, text
from docgen.conformance.packet import Property, properties
from docgen.conformance.reading import Document

_SAFE = re.compile(r"[^A-Za-z0-9:_.-]")
_NAME_LENGTH = 60
_PACKET = re.compile(rb"<\?xpacket\s[^>]*?\b(?:bytes|encoding)\s*=")
_PDF_DATE = re.compile(r"(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z|[+-])(\d\d)?'?(\d\d)?'?)?")
_SAME = {
    "/Author": (schemas.DC, "creator"),
    "/Subject": (schemas.DC, "description"),
    "/Title": (schemas.DC, "title"),
} | {
    "/Keywords": (schemas.PDF, "Keywords"),
    "/Producer": (schemas.PDF, "Producer"),
    "/Creator": (schemas.XMP, "CreatorTool"),
}
_DATES = {"/CreationDate": (schemas.XMP, "CreateDate"), "/ModDate": (schemas.XMP, "ModifyDate")}
Index = Mapping[tuple[str, str], Property]


def findings(document: Document) -> Iterator[Finding]:
    """Yield what is wrong with what a file says of itself."""
    found = stream(at(document.root, "/Metadata"))
    if found is None:
        yield rules.NO_METADATA.at("pdf_metadata")
        return
    try:
        raw = data(found)
        held = properties(raw)
    except Unreadable:
        yield rules.METADATA_FORM.at("pdf_metadata", orsak="pdf_xmp_skadad")
        return
    if _PACKET.search(raw):
        yield rules.METADATA_FORM.at("pdf_metadata", orsak="pdf_xmp_huvud")
    index = {(one.label.space, one.label.local): one for one in held}
    yield from _claims(index)
    yield from _title(document, index)
    yield from _schemas(held)
    yield from _information(dictionary(at(document.trailer, "/Info")), index)


def _claims(index: Index) -> Iterator[Finding]:
    """Yield claims to the two standards that are missing or other than ours."""
    for space, prefix, wanted, rule in (
        (schemas.PDFA, "pdfaid", {"part": "2", "conformance": "A"}, rules.NO_ARCHIVE_CLAIM),
        (schemas.PDFUA, "pdfuaid", {"part": "1"}, rules.NO_ACCESS_CLAIM),
    ):
        said = {local: one for (where, local), one in index.items() if where == space}
        right = all(local in said and said[local].value == value for local, value in wanted.items())
        if not right or any(one.label.prefix != prefix for one in said.values()):
            yield rule.at("pdf_metadata")


def _title(document: Document, index: Index) -> Iterator[Finding]:
    title = index.get((schemas.DC, "title"))
    if title is None or title.label.prefix != "dc" or not any(one.language for one in title.parts):
        yield rules.NO_TITLE.at("pdf_metadata")
    elif text(at(document.root, "/Lang")) is None and [one.language for one in title.parts] == ["x-default"]:
        yield rules.TITLE_LANGUAGE.at("pdf_metadata")


def _schemas(held: list[Property]) -> Iterator[Finding]:
    """Yield properties that nothing describes, or whose value is not what it is described to be."""
    containers = [one for one in held if one.label.space == schemas.EXTENSION]
    known = schemas.described(containers)
    for container in containers:
        if container.label.local != "schemas" or not schemas.is_well_described(container, known):
            yield rules.EXTENSION_SCHEMA.at("pdf_metadata", orsak="pdf_egenskap_schema")
    for one in held:
        if one.label.space == schemas.EXTENSION:
            continue
        kind = known.type_of(one)
        told = _SAFE.sub("", f"{one.label.prefix}:{one.label.local}")[:_NAME_LENGTH]
        if kind is None:
            yield rules.PROPERTY_UNKNOWN.at("pdf_metadata", name=told, orsak="pdf_egenskap_okand")
        elif kind and not schemas.corresponds(one, kind):
            yield rules.PROPERTY_UNKNOWN.at("pdf_metadata", name=told, orsak="pdf_egenskap_typ")


def _information(held: DictionaryObject, index: Index) -> Iterator[Finding]:
    """Yield entries of the older dictionary that say something else than the packet."""
    for key, place in _SAME.items():
        said = text(at(held, key))
        if said and place in index and said != _words(index[place]):
            yield rules.INFORMATION.at("pdf_metadata", name=key.removeprefix("/"))
    for key, place in _DATES.items():
        said, told = text(at(held, key)), _xmp_moment(index[place].value) if place in index else None
        if said and told and _pdf_moment(said) != told:
            yield rules.INFORMATION.at("pdf_metadata", name=key.removeprefix("/"))


def _words(found: Property) -> str:
    """Return the value that is compared: the one for all languages, or the parts as one list."""
    default = [one.value for one in found.parts if one.language == "x-default"]
    return default[0] if default else "; ".join(one.value for one in found.parts) or found.value


def _pdf_moment(said: str) -> datetime | None:
    found = _PDF_DATE.fullmatch(said.strip())
    if found is None:
        return None
    year, month, day, hour, minute, second, sign, hours, minutes = found.groups()
    away = timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
    zone = timezone(-away if sign == "-" else away)
    try:
        moment = datetime(int(year), int(month or 1), int(day or 1), tzinfo=zone)
    except ValueError:
        return None
    return moment + timedelta(hours=int(hour or 0), minutes=int(minute or 0), seconds=int(second or 0))


def _xmp_moment(said: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(said)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
