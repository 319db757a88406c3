"""The text that is read out of a PDF is the text that others read out of it."""

import io
import random
import re
import subprocess
import unicodedata
from collections import Counter
from pathlib import Path

import papers
import pytest
from pypdf import PdfReader

from docgen.engines.libreoffice import LibreOfficeEngine
from docgen.stages.pdf.file import PdfFile
from docgen.stages.pdf.fonts import characters
from docgen.stages.pdf.pages import contents, pages
from docgen.stages.pdf.refusal import Unreadable
from docgen.stages.pdf.syntax import Ref, Value
from docgen.stages.pdf.text import page_texts

SIGNS = "abcdefghijklmnopqrstuvwxyzåäöABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ0123456789()()()[]<>\\/.,;:!?–—§%&'\"@€éèüñ½•…‑→≤ "
FONTS = ["Liberation Sans", "Liberation Serif", "Liberation Mono", "DejaVu Sans", "Carlito"]
SETTINGS = [
    "= Rubrik\n{}",
    "= Rubrik\n#set par(justify: true)\n#set text(hyphenate: true)\n{}",
    "= Rubrik\n#strong[{}] #emph[{}]",
    "= Rubrik\n#table(columns: 2, table.header[A][B], [{}], [{}])",
    '= Rubrik\nOrd#footnote[{}] #link("https://example.org/")[{}]',
    "= Rubrik\n#set page(columns: 2, header: [Sidhuvud])\n{}",
]


def words(dice: random.Random) -> str:
    return " ".join("".join(dice.choices(SIGNS, k=dice.randint(1, 12))) for _ in range(dice.randint(1, 150)))


def quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'#text("{escaped}")'


def squeezed(text: str) -> Counter[str]:
    return Counter("".join(unicodedata.normalize("NFC", text).replace("\u00ad", "").split()))


def by_poppler(pdf: bytes, folder: Path) -> str:
    (folder / "a.pdf").write_bytes(pdf)
    done = subprocess.run(["pdftotext", "-raw", folder / "a.pdf", "-"], capture_output=True, check=True)
    return done.stdout.decode()


@pytest.mark.parametrize("setting", SETTINGS)
@pytest.mark.parametrize("font", FONTS)
def test_all_that_typst_writes_is_read_as_poppler_reads_it(setting: str, font: str, tmp_path: Path) -> None:
    dice = random.Random(f"{setting} {font}")  # noqa: S311 - the same documents each time
    body = setting
    while "{}" in body:
        body = body.replace("{}", quoted(words(dice)), 1)
    pdf = papers.typeset(body, font=font)
    assert squeezed("".join(page_texts(PdfFile.read(pdf)))) == squeezed(by_poppler(pdf, tmp_path))


def test_a_page_is_read_in_the_order_of_its_lines(tmp_path: Path) -> None:
    pdf = papers.typeset("= Ett\nTvå *tre* fyra.\n+ Fem\n+ Sex (sju)\n#pagebreak()\nÅtta [nio] \\\\ tio")
    pages = ["".join(one.split()) for one in page_texts(PdfFile.read(pdf))]
    assert pages == ["EttTvåtrefyra.1.Fem2.Sex(sju)", "Åtta[nio]\\tio"]
    assert "".join(pages) == "".join(by_poppler(pdf, tmp_path).split())


def test_a_divided_word_is_read_whole() -> None:
    word = "socialtjänstlagstiftningsöversyn"
    setting = "#set page(width: 9cm)\n#set text(hyphenate: true)\n#set par(justify: true)\n= Rubrik\n"
    (page,) = page_texts(PdfFile.read(papers.typeset(setting + f"{word} " * 9)))
    assert "\u00ad" in page
    assert "".join(page.replace("\u00ad", "").split()) == "Rubrik" + word * 9


def test_words_that_the_file_says_are_others_are_read_as_those() -> None:
    file = PdfFile.read(papers.typeset("= Rubrik\nHej"))
    (page,) = pages(file)
    (drawing,) = contents(file, page)
    file.put_stream(drawing, b"/Span<</ActualText(Annat)>>BDC\n%b\nEMC" % file.stream(drawing))
    assert page_texts(file) == ["Annat"]


def test_what_follows_words_that_stand_for_others_is_read() -> None:
    file = PdfFile.read(papers.typeset("= Rubrik\nHej"))
    (page,) = pages(file)
    (drawing,) = contents(file, page)
    (said,) = page_texts(file)
    own = file.stream(drawing)
    file.put_stream(drawing, b"/Span<</ActualText(Annat)>>BDC\n%b\nEMC/Span<</MCID 9>>BDC\n%b\nEMC" % (own, own))
    assert page_texts(file) == [f"Annat{said}"]


def test_strings_beside_each_other_are_read_each_by_itself() -> None:
    file = PdfFile.read(papers.typeset(f"= Rubrik\n{quoted(SIGNS)}", font="Liberation Sans"))
    (page,) = pages(file)
    (drawing,) = contents(file, page)
    name = re.findall(rb"/(\w+) [\d.]+ Tf", file.stream(drawing))[-1]
    (table, *_) = (characters(file.stream(one)) for one in tables(file) if len(characters(file.stream(one))) > ord("1"))
    file.put_stream(drawing, b"BT /%b 10 Tf 1 0 0 -1 0 0 Tm[(\\0)5(1) <0031>]TJ ET" % name)
    assert page_texts(file) == [table[ord("1")] * 2]


def test_what_a_picture_says_in_letters_is_read(tmp_path: Path) -> None:
    words = '<text opacity="0.5" y="20">Kommunen</text>'
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" width="300" height="30">{words}</svg>'
    escaped = drawing.replace('"', '\\"')
    pdf = papers.typeset(f'= Rubrik\n#image(bytes("{escaped}"), format: "svg", alt: "Logotyp")')
    assert "Kommunen" in page_texts(PdfFile.read(pdf))[0]
    assert "Kommunen" in by_poppler(pdf, tmp_path)


def test_all_that_libreoffice_writes_is_read_as_poppler_and_pypdf_read_it(tmp_path: Path) -> None:
    document = papers.paper()
    papers.add_notes(document, "footnote", ["Första noten.", "Andra noten (med parentes)."])
    dice = random.Random(4)  # noqa: S311 - the same document each time
    for style in ("List Bullet", "List Number", "Normal", "Heading 2"):
        document.add_paragraph(words(dice), style=style)
    papers.add_table(document, 70, header=True)
    with LibreOfficeEngine() as engine:
        pdf = engine.convert(papers.saved(document))
    read = squeezed("".join(page_texts(PdfFile.read(pdf))))
    assert read == squeezed(by_poppler(pdf, tmp_path))
    assert read == squeezed("".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages))


def test_a_code_that_the_font_does_not_explain_is_not_guessed() -> None:
    pdf = papers.typeset("= Rubrik\nHej")
    file = PdfFile.read(pdf)
    for table in tables(file):
        file.put_stream(table, file.stream(table).replace(b"<0001> ", b"<00FF> "))
    with pytest.raises(Unreadable):
        page_texts(PdfFile.read(file.written({})))


def tables(file: PdfFile) -> list[Value]:
    fonts = [file.dictionary(Ref(number)) for number, raw in file.raw.items() if b"/ToUnicode" in raw]
    return [font[b"ToUnicode"] for font in fonts]


def test_a_table_of_characters_is_read() -> None:
    table = (
        b"2 beginbfchar\n<0001> <0041>\n<0002> <006600660069>\nendbfchar\n1 beginbfchar\n<0003><D83DDE00>\nendbfchar"
    )
    assert characters(table) == {1: "A", 2: "ffi", 3: "\U0001f600"}


def test_a_table_with_ranges_which_neither_engine_writes_is_refused() -> None:
    with pytest.raises(Unreadable):
        characters(b"1 beginbfrange\n<0001> <0005> <0041>\nendbfrange")
