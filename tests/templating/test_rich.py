"""Values that bring their own formatting, pictures and links."""

import io
import struct
import zipfile
import zlib
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.shared import Mm
from docxtpl import Listing, RichTextParagraph

from docgen.errors import RecordError, TemplateError
from docgen.templating.layout import Layout
from docgen.templating.rich import Image, RichText
from docgen.templating.word import WordTemplate


def png(shade: int) -> bytes:
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", 2, 2, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(bytes((0, shade, shade)) * 2)),
        (b"IEND", b""),
    )
    body = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(body)


def template(folder: Path, *paragraphs: str, header: str = "") -> WordTemplate:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.sections[0].header.paragraphs[0].text = header
    document.save(str(folder / "mall.docx"))
    return WordTemplate.load(folder / "mall.docx", Layout())


def filled(made: WordTemplate, **data: Any) -> Document:  # noqa: ANN401 (what may be filled in)
    return docx.Document(io.BytesIO(made.fill(data)))


def test_formatted_text_keeps_its_look_and_its_signs(tmp_path: Path) -> None:
    text = RichText("AT&T <b> ", bold=True)
    text.add("{{ namn }}", italic=True)
    (paragraph,) = filled(template(tmp_path, "{{r text }}"), text=text).paragraphs
    runs = [run for run in paragraph.runs if run.text]
    assert [(run.text, run.bold, run.italic) for run in runs] == [
        ("AT&T <b> ", True, None),
        ("{{ namn }}", None, True),
    ]


def test_a_listing_breaks_lines_tabs_and_paragraphs(tmp_path: Path) -> None:
    document = filled(template(tmp_path, "{{ text }}"), text=Listing("a\tb\nc\ad & e"))
    assert [paragraph.text for paragraph in document.paragraphs] == ["a\tb\nc", "d & e"]


def test_plain_text_breaks_lines_and_tabs_where_it_stands(tmp_path: Path) -> None:
    document = filled(template(tmp_path, "Till {{ text }}!"), text="a\tb\nc < d")
    assert [paragraph.text for paragraph in document.paragraphs] == ["Till a\tb\nc < d!"]


def test_whole_paragraphs_can_be_filled_in(tmp_path: Path) -> None:
    paragraphs = RichTextParagraph("ett")
    paragraphs.add("två", parastyle="Heading1")
    document = filled(template(tmp_path, "{{p text }}"), text=paragraphs)
    assert [paragraph.text for paragraph in document.paragraphs] == ["ett", "två"]


def test_a_link_leads_where_it_says_in_the_body_and_in_the_header(tmp_path: Path) -> None:
    text = RichText()
    text.link("Läs mer", "https://exempel.invalid/?a=1&b=2", underline=True)
    document = filled(template(tmp_path, "{{r text }}", header="{{r text }}"), text=text)
    for story in (document, document.sections[0].header):
        (link,) = story.paragraphs[0].hyperlinks
        assert (link.text, link.address) == ("Läs mer", "https://exempel.invalid/?a=1&b=2")


@pytest.mark.parametrize("url", ["file:///etc/passwd", "javascript:x", r"\\server\fil", ""])
def test_a_link_leads_nowhere_else(url: str) -> None:
    with pytest.raises(ValueError, match=r"^$"):
        RichText().link("x", url)


def test_a_picture_stands_in_the_text_as_large_as_it_is_told(tmp_path: Path) -> None:
    made = template(tmp_path, "{{ bild }}", "{{ bild }}", "{{ annan }}", header="{{ annan }}")
    document = filled(made, bild=Image(png(1), width=Mm(20)), annan=Image(png(2)))
    assert [shape.width for shape in document.inline_shapes][:2] == [Mm(20), Mm(20)]
    assert document.element.xpath("//wp:docPr/@id") == ["1001", "1002", "1003"]
    pictures = {part.blob for part in document.part.package.iter_parts() if "/media/" in part.partname}
    assert pictures == {png(1), png(2)}


def test_a_document_with_a_picture_leaves_nothing_to_the_next(tmp_path: Path) -> None:
    made = template(tmp_path, "{{ bild }}")
    before = made.fill({"bild": "ingen"})
    with_picture = made.fill({"bild": Image(png(1))})
    assert made.fill({"bild": "ingen"}) == before
    assert made.fill({"bild": Image(png(1))}) == with_picture
    with zipfile.ZipFile(io.BytesIO(before)) as package:
        assert not [name for name in package.namelist() if "media" in name]


class Sly(str):
    __slots__ = ()

    def __html__(self) -> str:
        return "<w:altChunk/>"


UNSOUND: dict[str, object] = {
    "text that is its own XML": Sly("x"),
    "bytes": b"x",
    "a set": {"x"},
    "an object": object(),
    "no picture": Image(b"ingen bild"),
    "XML in a colour": RichText("x", color='"/><w:altChunk w:val="'),
    "another's relation": RichText("x", url_id="rId1"),
}


@pytest.mark.parametrize("value", UNSOUND.values(), ids=UNSOUND)
def test_what_is_neither_plain_nor_sound_is_refused(tmp_path: Path, value: object) -> None:
    with pytest.raises((TypeError, TemplateError)):
        template(tmp_path, "{{ x }}").fill({"x": value})


@pytest.mark.parametrize(
    ("text", "sign"), [("a\x07b", "U+0007"), ("\ud800", "U+D800"), ("￿", "U+FFFF"), ("\x0c", "U+000C")]
)
def test_a_sign_that_no_document_can_hold_is_told_with_its_place(tmp_path: Path, text: str, sign: str) -> None:
    with pytest.raises(RecordError) as caught:
        template(tmp_path, "{%p for r in rader %}", "{{ r.text }}", "{%p endfor %}").fill(
            {"rader": [{"text": "ren"}, {"text": text}]}
        )
    (finding,) = caught.value.findings
    assert (finding.code, finding.path, finding.facts["tecken"]) == ("F-13", "$.rader[1].text", sign)
