"""The parts of a Word file that hold text, under the names that a person who knows Word has for them."""

import posixpath
from collections.abc import Iterator, Mapping

from lxml import etree

from docgen.errors import TemplateError
from docgen.templating import xml_part
from docgen.templating.verdict import NamedPart
from docgen.templating.xml_part import W

Members = Mapping[str, bytes]

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_DC = "{http://purl.org/dc/elements/1.1/}"
CORE = "docProps/core.xml"
WORDS: Mapping[tuple[str, str], str] = {
    ("header", "first"): "sidhuvud_forsta",
    ("header", "default"): "sidhuvud",
    ("header", "even"): "sidhuvud_jamna",
    ("header", ""): "sidhuvud_oanvant",
    ("footer", "first"): "sidfot_forsta",
    ("footer", "default"): "sidfot",
    ("footer", "even"): "sidfot_jamna",
    ("footer", ""): "sidfot_oanvant",
    ("footnotes", ""): "fotnoter",
    ("endnotes", ""): "slutnoter",
}
BODY = "brodtext"
UNUSED = {WORDS["header", ""], WORDS["footer", ""]}
"""The words for headers and footers that no section asks for."""
PROPERTIES: Mapping[str, str] = {
    f"{_DC}title": "egenskap_titel",
    f"{_DC}subject": "egenskap_amne",
    f"{_DC}creator": "egenskap_forfattare",
    f"{_DC}description": "egenskap_kommentarer",
    f"{_DC}identifier": "egenskap_id",
    f"{_DC}language": "egenskap_sprak",
}


def root_of(name: str, members: Members) -> etree._Element | None:
    """Return the root of a part, None when there is no such part or it is no XML to read."""
    try:
        return xml_part.parsed(name, members.get(name, b"")).root
    except TemplateError:
        return None


def related(members: Members, kind: str) -> etree._Element | None:
    """Return the root of what the body has one of, such as ``styles`` or ``theme``; None when there is none to read."""
    name = next((target for _, target in _targets(members, _main(members), kind)), "")
    return root_of(name, members)


def _main(members: Members) -> str:
    return next(_targets(members, "", "officeDocument"), ("", "word/document.xml"))[1]


def named_parts(members: Members) -> list[NamedPart]:
    """Return the parts that hold text in the order of the paper: headers, body, footers, notes."""
    main = _main(members)
    found = {kind: _of_kind(members, main, kind) for kind in ("header", "footer", "footnotes", "endnotes")}
    body = [NamedPart(main, BODY)] if main in members else []
    ordered = (*found["header"], *body, *found["footer"], *found["footnotes"], *found["endnotes"])
    first: dict[str, NamedPart] = {}
    for part in ordered:
        first.setdefault(part.name, part)
    return list(first.values())


def properties(members: Members) -> Iterator[NamedPart]:
    """Yield the document properties that say something, and last what they are called together."""
    core = root_of(CORE, members)
    if core is not None:
        said = ((word, (core.findtext(tag) or "").strip()) for tag, word in PROPERTIES.items())
        yield from (NamedPart(CORE, word, says=text) for word, text in said if text)
        yield NamedPart(CORE, "egenskaper")


def _of_kind(members: Members, main: str, kind: str) -> Iterator[NamedPart]:
    """Yield the parts of one kind as the sections ask for them, and last those that no section asks for."""
    targets = dict(_targets(members, main, kind))
    sections = _sections(root_of(main, members))
    for number, section in enumerate(sections, 1):
        asked = {one.get(f"{W}type"): one.get(f"{_R}id", "") for one in section.iter(f"{W}{kind}Reference")}
        for sort in ("first", "default", "even"):
            name = targets.pop(asked.get(sort, ""), "")
            if name in members:
                yield NamedPart(name, WORDS[kind, sort], number if len(sections) > 1 else 0)
    yield from (NamedPart(name, WORDS[kind, ""]) for name in targets.values() if name in members)


def _sections(document: etree._Element | None) -> list[etree._Element]:
    """Return what Word says of each section; what a section said before a tracked change is left out."""
    found = [] if document is None else list(document.iter(f"{W}sectPr"))
    return [one for one in found if one.getparent().tag != f"{W}sectPrChange"]


def _targets(members: Members, source: str, kind: str) -> Iterator[tuple[str, str]]:
    """Yield the id and the part of each relation of ``source`` ("" is the package) to a part of ``kind``."""
    folder, name = posixpath.split(source)
    root = root_of(posixpath.join(folder, "_rels", f"{name}.rels"), members)
    for relation in () if root is None else root:
        if relation.get("Type", "").removeprefix(_RELATIONS) == kind:
            target = posixpath.join("/", folder, relation.get("Target", ""))
            yield relation.get("Id", ""), posixpath.normpath(target).lstrip("/")
