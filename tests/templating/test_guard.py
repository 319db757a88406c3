"""What is dangerous in a Word file is refused before anything opens it, and nothing else is."""

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import hostile_docx
import pytest
from conftest import ROOT
from docx.shared import Mm
from heavy_docx import HEAVY
from hostile_docx import (
    DOCUMENT,
    LINKS,
    MAIN,
    PNG,
    TYPES,
    Hostile,
    Members,
    body,
    chart,
    link,
    links,
    package,
    paragraph,
    types,
)
from hostile_docx import docx as word_file
from hostile_fields import FIELDS, HARMLESS, field
from hostile_zip import BOMBS, ODD

from docgen import messages
from docgen.errors import TemplateError
from docgen.messages import Lang
from docgen.templating import guard
from docgen.templating.fault import Fault, Place

HOSTILE = [*hostile_docx.PARTS, *FIELDS, *ODD, *BOMBS]
SHIPPED = sorted((ROOT / "templates").glob("*/template.docx"))
SECONDS, MEGABYTES = 2, 300
DEFAULT = Path(docx.__file__).parent / "templates/default.docx"


def refusals(content: bytes) -> list[Fault]:
    """Return everything that is said of a file."""
    try:
        return list(guard.faults(guard.members(content)))
    except TemplateError as error:
        return [Fault(error.code, Place(""), facts=error.facts)]


def picture() -> bytes:
    """Return a picture of one pixel from a shipped template."""
    with zipfile.ZipFile(SHIPPED[0]) as archive:
        return archive.read("word/media/image1.png")


@pytest.mark.parametrize("one", HOSTILE, ids=lambda one: one.name)
def test_a_hostile_file_is_refused_with_its_code(one: Hostile) -> None:
    said = refusals(one.content())
    assert {fault.code for fault in said} >= {one.code}
    assert one.why in {"", *(fact for fault in said if fault.code == one.code for fact in fault.facts.values())}


def test_there_are_many_hostile_files_and_no_two_are_called_the_same() -> None:
    assert len({one.name for one in HOSTILE}) == len(HOSTILE) >= 50


@pytest.mark.parametrize("path", [*SHIPPED, DEFAULT], ids=lambda path: path.parent.name)
def test_a_template_of_ours_and_the_plainest_document_pass(path: Path) -> None:
    assert refusals(path.read_bytes()) == []


@pytest.mark.parametrize("xml", HARMLESS)
def test_what_does_no_harm_passes(xml: str) -> None:
    assert refusals(word_file({DOCUMENT: body(paragraph(xml))})) == []


NOTE = "xmlns:i='http://www.inkscape.org/namespaces/inkscape' i:export-filename='C:\\\\bild.png'"
SVG = f"<svg xmlns='http://www.w3.org/2000/svg' {NOTE}><style>.a{{fill:url(#b)}}</style><use href='#b'/></svg>"
ADDRESSES = ("https://a.example", "mailto:a@b.example", "tel:+461", "#a", "")
HARMLESS_PACKAGES: dict[str, Members] = {
    "chart": chart({}),
    "UTF-16": {"customXml/item1.xml": "<?xml version='1.0' encoding='UTF-16'?><a/>".encode("utf-16")},
    "font": {
        TYPES: types(MAIN, "odttf=application/vnd.openxmlformats-officedocument.obfuscatedFont"),
        LINKS: links(link("font", "/word/fonts/font1.odttf")),
        "word/fonts/font1.odttf": b"MZ",
    },
    "SVG": {
        TYPES: types(MAIN, "svg=image/svg+xml"),
        LINKS: links(link("image", "media/a.svg")),
        "word/media/a.svg": SVG,
    },
    "links": {
        LINKS: links(*(link("hyperlink", address, "External") for address in ADDRESSES)),
        DOCUMENT: body(paragraph('<w:hyperlink r:id="rId1"><w:r><w:t>här</w:t></w:r></w:hyperlink>')),
    },
    "folders": {"word/": b"", "word/media/": b""},
    "something else": {"word/.DS_Store": b"\0\0\0\1Bud1"},
}


@pytest.mark.parametrize("members", HARMLESS_PACKAGES.values(), ids=HARMLESS_PACKAGES)
def test_what_ordinary_files_hold_passes(members: Members) -> None:
    assert refusals(word_file(members)) == []


def test_a_document_with_a_bit_of_everything_passes() -> None:
    document = docx.Document()
    document.add_heading("Beslut", 1)
    document.add_table(2, 2).cell(0, 0).text = "{{ namn }}"
    document.add_picture(io.BytesIO(picture()), Mm(10))
    document.add_section().header.paragraphs[0].text = "{{ diarienummer }}"
    document.add_comment(document.paragraphs[0].runs, "Se över", "Karin Exempelsson")
    document.core_properties.title = "{{ titel }}"
    target = io.BytesIO()
    document.save(target)
    assert refusals(target.getvalue()) == []


def test_the_members_are_unpacked_without_the_folders() -> None:
    members = package({"word/media/": b"", "word/media/a.png": PNG})
    content = hostile_docx.zipped(members)
    assert guard.members(content) == {name: one for name, one in members.items() if not name.endswith("/")}


def test_a_fault_is_told_with_its_place() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('')}</w:txbxContent></w:pict></w:r>"
    rows = "<w:tr><w:tc><w:tbl><w:tr/></w:tbl></w:tc></w:tr>"
    cell = f"<w:tbl>{rows}<w:tr><w:tc/><w:tc>{paragraph(field('DATE'))}</w:tc></w:tr></w:tbl>"
    (first, second) = refusals(word_file({DOCUMENT: body(paragraph(box + field("ASK x")) + cell)}))
    assert (first.code, first.place) == ("M-16", Place(DOCUMENT, 2, words="Hej 1"))
    assert (second.code, second.place) == ("M-17", Place(DOCUMENT, 6, 1, 2, 2, "Hej 1"))


def test_a_linked_picture_is_told_where_it_stands() -> None:
    shown = {DOCUMENT: body(paragraph('<w:r><a:blip r:link="rId1"/></w:r>'))}
    (said,) = refusals(word_file({LINKS: links(link("image", "http://ond.example/", "External")), **shown}))
    assert (said.place.part, said.place.paragraph, said.facts) == (DOCUMENT, 2, {"mal": "http://ond.example/"})


def test_an_embedded_object_is_told_once_where_it_stands() -> None:
    shown = paragraph('<w:r><w:object><o:OLEObject r:id="rId1"/></w:object></w:r>')
    one = hostile_docx.part("word/embeddings/a.bin", "oleObject", hostile_docx.OLE, "objekt")
    with zipfile.ZipFile(io.BytesIO(one.content())) as archive:
        members: Members = {name: archive.read(name) for name in archive.namelist()} | {DOCUMENT: body(shown).encode()}
    assert [(said.code, said.place.paragraph) for said in refusals(word_file(members))] == [("M-15", 2)]


def test_all_faults_are_told_at_once_and_each_once() -> None:
    members: Members = {
        LINKS: links(link("vbaProject", "vbaProject.bin"), link("image", "file:///a", "External")),
        "word/vbaProject.bin": hostile_docx.OLE,
        TYPES: types(MAIN, "bin=application/vnd.ms-office.vbaProject"),
        DOCUMENT: body(paragraph(field("DATE") + field("DATE")) + paragraph(field("DATE"))),
        "customXml/item1.xml": "<a>",
    }
    codes = [fault.code for fault in refusals(word_file(members))]
    assert sorted(codes) == ["M-13", "M-14", "M-15", "M-17", "M-17"]


def test_what_a_file_says_is_told_without_control_characters_and_cut() -> None:
    (said,) = refusals(word_file({LINKS: links(link("image", "file:\u202e" + "a" * 500, "External"))}))
    assert said.facts["mal"] == "file:\N{REPLACEMENT CHARACTER}" + "a" * 114 + "…"


@pytest.mark.parametrize("lang", Lang)
def test_every_refusal_is_told_in_words(lang: Lang) -> None:
    said = messages.of(lang)
    for fault in (fault for one in HOSTILE if one not in BOMBS for fault in refusals(one.content())):
        facts = {"fil": "mall.docx", **fault.facts}
        assert fault.facts.get("orsak", "makro") in said.table["orsak"]
        assert "\N{EN DASH}" not in said.what(fault.code, facts) + said.remedy(fault.code, facts)


def test_no_file_however_hostile_or_heavy_costs_much_or_opens_anything(tmp_path: Path) -> None:
    for number, content in enumerate([*(one.content() for one in HOSTILE), *(made() for made in HEAVY.values())]):
        (tmp_path / str(number)).write_bytes(content)
    ground = Path(__file__).with_name("hostile_ground.py")
    done = subprocess.run([sys.executable, ground, tmp_path], capture_output=True, check=True, timeout=120)
    seconds, megabytes, opened = json.loads(done.stdout)
    assert seconds <= SECONDS
    assert megabytes <= MEGABYTES
    assert opened == []
