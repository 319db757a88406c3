"""Word templates made for the purpose, sound and damaged, and what the linter says of them."""

from collections.abc import Mapping
from typing import Annotated, Any, TypedDict

from docgen.templating.contract import contract
from docgen.templating.fault import Fault, Place
from docgen.templating.lint import check

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BODY, HEADER, FOOTNOTES = "word/document.xml", "word/header1.xml", "word/footnotes.xml"
KINDS = {
    "header1": "header",
    "footer1": "footer",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "comments": "comments",
    "styles": "styles",
    "settings": "settings",
    "numbering": "numbering",
    "theme": "theme",
}
SWEDISH = '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="sv-SE"/></w:rPr></w:rPrDefault></w:docDefaults>'
"""The styles of a template that has none but says its language."""

Members = dict[str, bytes]


class Stycke(TypedDict):
    text: Annotated[str, "Stycket"]
    punkter: Annotated[list[str], "Punkterna i en lista"]


class Punkt(TypedDict):
    nummer: Annotated[str, "Punktens nummer"]
    text: Annotated[str, "Beslutsmeningen"]
    anmarkning: Annotated[str | None, "Anmärkning"]


class Avsnitt(TypedDict):
    rubrik: Annotated[str, "Rubriken"]
    stycken: Annotated[list[Stycke], "Styckena"]


class Dokument(TypedDict):
    titel: Annotated[str, "Titeln"]


class Vy(TypedDict):
    """A small view with one of each: a text, a flag, lists of texts and groups, a group, a part that may be absent."""

    dokument: Annotated[Dokument, "Vad dokumentet är"]
    rubrik: Annotated[str, "Rubriken överst"]
    beslut_rubrik: Annotated[str, "Rubriken över besluten"]
    bifall: Annotated[bool, "Om det bifalls"]
    rader: Annotated[list[str], "Adressraderna"]
    beslut: Annotated[list[Punkt], "Beslutspunkterna"]
    utredning: Annotated[Avsnitt, "Utredningen"]
    overklagande: Annotated[Avsnitt | None, "Hur man överklagar"]


class AnnanVy(TypedDict):
    instanser: Annotated[list[str], "Organen"]
    organ: Annotated[str, "Organet"]


CONTRACT, OTHER = contract("brev", Vy), contract("protokoll", AnnanVy)


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def run(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{escaped(text)}</w:t></w:r>'


def p(*runs: str, properties: str = "") -> str:
    """Return a paragraph; what is no XML becomes a run of text."""
    return f"<w:p>{properties}{''.join(one if one.startswith('<') else run(one) for one in runs)}</w:p>"


def paragraphs(*texts: str) -> str:
    return "".join(text if text.startswith("<") else p(text) for text in texts)


def table(*rows: tuple[str | tuple[str, ...], ...]) -> str:
    """Return a table; a cell is a text or several paragraphs."""
    cells = [[cell if isinstance(cell, tuple) else (cell,) for cell in row] for row in rows]
    body = "".join(
        f"<w:tr>{''.join(f'<w:tc><w:tcPr/>{paragraphs(*cell)}</w:tc>' for cell in row)}</w:tr>" for row in cells
    )
    return f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>{body}</w:tbl>"


def text_box(*texts: str) -> str:
    """Return a run with a text box, twice as Word writes it: for itself and for an older Word."""
    inside = f"<w:txbxContent>{paragraphs(*texts)}</w:txbxContent>"
    new = f"<w:drawing><wp:inline><wps:wsp><wps:txbx>{inside}</wps:txbx></wps:wsp></wp:inline></w:drawing>"
    old = f"<w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict>"
    choice = f'<mc:Choice Requires="wps">{new}</mc:Choice>'
    return f"<w:r><mc:AlternateContent>{choice}<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"


def template(*body: str, title: str = "", **parts: str) -> Members:
    """Return the members of a Word file with ``body``; ``parts`` are other parts by the name of their file."""
    names = {"document": f"<w:document {SPACES}><w:body>{paragraphs(*body)}<w:sectPr/></w:body></w:document>"}
    roots = {"header1": "hdr", "footer1": "ftr"}
    parts["styles"] = SWEDISH + parts.get("styles", "")
    names |= {
        name: f"<w:{roots.get(name, name)} {SPACES}>{xml}</w:{roots.get(name, name)}>" for name, xml in parts.items()
    }
    related = (name for name in parts if name in KINDS)
    relations = "".join(
        f'<Relationship Id="r{name}" Type="{RELATIONS}/{KINDS[name]}" Target="{name}.xml"/>' for name in related
    )
    space = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    main = f'<Relationship Id="r1" Type="{RELATIONS}/officeDocument" Target="{BODY}"/>'
    files = {f"word/{name}.xml": xml for name, xml in names.items()}
    files["_rels/.rels"] = f"<Relationships {space}>{main}</Relationships>"
    files["word/_rels/document.xml.rels"] = f"<Relationships {space}>{relations}</Relationships>"
    files["docProps/core.xml"] = core(title)
    return {name: xml.encode() for name, xml in files.items()}


def core(title: str = "", keywords: str = "") -> str:
    spaces = 'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    spaces += ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
    inside = f"<dc:title>{escaped(title)}</dc:title><cp:keywords>{escaped(keywords)}</cp:keywords>"
    return f"<cp:coreProperties {spaces}>{inside}</cp:coreProperties>"


def faults(members: Mapping[str, bytes]) -> list[Fault]:
    """Return what the linter says, the note on unused names left out."""
    return [fault for fault in check(members, CONTRACT, [OTHER]) if fault.code != "M-46"]


def codes(*body: str, **parts: str) -> list[str]:
    return [fault.code for fault in faults(template(*body, **parts))]


Spot = tuple[int, ...]
Facts = dict[str, str]
Told = tuple[str, Spot, Facts]


def spot(place: Place) -> Spot:
    """Return the paragraph, and in a table the table, row and cell."""
    cell = (place.table, place.row, place.cell)
    return (place.paragraph, *cell) if any(cell) else (place.paragraph,)


def assert_told(members: Mapping[str, bytes], *expected: Told) -> None:
    """Assert that exactly ``expected`` is told, in order; of the facts those that are named."""
    found = faults(members)
    told: list[Any] = []
    for number, fault in enumerate(found):
        named = expected[number][2] if number < len(expected) else fault.facts
        told.append((fault.code, spot(fault.place), {key: fault.facts.get(key, "") for key in named}))
    assert told == list(expected)
