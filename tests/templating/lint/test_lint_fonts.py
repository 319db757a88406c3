"""The fonts of a template must be there and allow that they go with the PDF; the font files here are real ones."""

from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib.tables._g_l_y_f import Glyph
from lint_template import CONTRACT, RELATIONS, p, run, table, template

from docgen.errors import Severity
from docgen.templating import lint
from docgen.templating.fault import Fault
from docgen.templating.lint import check
from docgen.typesetting.fonts import Embedding, Faces, FontFile

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
LICENCES = {
    "installable": (0x0000, False),
    "restricted": (0x0002, True),
    "preview and print": (0x0004, False),
    "editable": (0x0008, False),
    "restricted or preview, the mildest counts": (0x0006, False),
    "restricted or editable, the mildest counts": (0x000A, False),
}


def font_file(folder: Path, family: str, fs_type: int) -> FontFile:
    """Return a font file with a licence, empty but for what every font has."""
    made = FontBuilder(1000, isTTF=True)
    made.setupGlyphOrder([".notdef"])
    made.setupCharacterMap({})
    made.setupGlyf({".notdef": Glyph()})
    made.setupHorizontalMetrics({".notdef": (500, 0)})
    made.setupHorizontalHeader(ascent=800, descent=-200)
    made.setupNameTable({"familyName": family, "styleName": "Regular"})
    made.setupOS2(fsType=fs_type)
    made.setupPost()
    path = folder / f"{family}.ttf"
    made.save(path)
    return FontFile(family, italic=False, weight=400, stretch=1.0, path=str(path), index=0)


def told(*body: str, faces: lint.Faces, theme: str = "", **parts: str) -> list[Fault]:
    """Return what is told of the fonts; ``theme`` is the theme's font of text."""
    held = template(*body, **parts)
    if theme:
        fonts = f'<a:minorFont><a:latin typeface="{theme}"/></a:minorFont>'
        held |= {"word/theme.xml": f'<a:theme xmlns:a="{DRAWING}">{fonts}</a:theme>'.encode()}
        held["word/_rels/document.xml.rels"] = held["word/_rels/document.xml.rels"].replace(
            b"</Relationships>",
            f'<Relationship Id="t" Type="{RELATIONS}/theme" Target="theme.xml"/></Relationships>'.encode(),
        )
    return [one for one in check(held, CONTRACT, faces=faces) if one.code != "M-46"]


def names(found: list[Fault]) -> list[tuple[str, int]]:
    assert {one.code for one in found} <= {"M-69"}
    return [(one.facts["namn"], one.place.paragraph) for one in found]


def nothing(_name: str) -> Embedding:
    return Embedding.MISSING


def fonts(**named: str) -> str:
    """Return the settings of characters in a font; ``ascii`` and ``hAnsi`` are those of western text."""
    return f"<w:rPr><w:rFonts {' '.join(f'w:{key}={chr(34)}{name}{chr(34)}' for key, name in named.items())}/></w:rPr>"


@pytest.mark.parametrize(("fs_type", "is_told"), LICENCES.values(), ids=LICENCES)
def test_a_font_whose_licence_forbids_it_is_a_warning(fs_type: int, *, is_told: bool, tmp_path: Path) -> None:
    faces = Faces([font_file(tmp_path, "Kommunens Grotesk", fs_type)])
    found = told(p(run("x", fonts(ascii="Kommunens Grotesk"))), faces=faces.embedding)
    assert names(found) == ([("Kommunens Grotesk", 1)] if is_told else [])
    assert {one.facts["orsak"] for one in found} <= {"mall_typsnitt_far_inte"}


def test_a_font_that_is_not_there_is_a_warning_told_once_where_it_is_used_first(tmp_path: Path) -> None:
    faces = Faces([font_file(tmp_path, "Finns Sans", 0)])
    marked = p(run("Hej", fonts(ascii="Saknas Sans", hAnsi="Finns Sans")))
    (fault,) = told("x", marked, marked, faces=faces.embedding)
    assert (fault.code, fault.severity, fault.facts["orsak"]) == ("M-69", Severity.WARNING, "mall_typsnitt_saknas")
    assert (fault.place.paragraph, fault.place.words, fault.facts["namn"]) == (2, "Hej", "Saknas Sans")


def test_a_font_is_there_when_its_twin_is(tmp_path: Path) -> None:
    faces = Faces([font_file(tmp_path, "Carlito", 0)])
    body = (p(run("x", fonts(ascii="Calibri"))), p(run("x", fonts(ascii="Cambria"))))
    assert names(told(*body, faces=faces.embedding)) == [("Cambria", 2)]


def test_without_knowledge_of_the_machine_nothing_is_told() -> None:
    body = p(run("Hej", fonts(ascii="Saknas Sans")))
    assert [one.code for one in check(template(body), CONTRACT)] == ["M-46"]


NORMAL = '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/>{}</w:style>'
OTHER = '<w:style w:type="paragraph" w:styleId="O"><w:name w:val="Annan"/><w:basedOn w:val="N"/>{}</w:style>'
SIGNS = '<w:style w:type="character" w:styleId="C"><w:name w:val="Tecken"/>{}</w:style>'
STYLED = '<w:pPr><w:pStyle w:val="O"/></w:pPr>'
PLACES: dict[str, tuple[str, dict[str, str], list[str]]] = {
    "the run": (p(run("x", fonts(ascii="A", hAnsi="B"))), {}, ["A", "B"]),
    "a style for characters": (
        p(run("x", '<w:rPr><w:rStyle w:val="C"/></w:rPr>')),
        {"styles": SIGNS.format(fonts(ascii="A"))},
        ["A"],
    ),
    "the style of the paragraph": (p("x", properties=STYLED), {"styles": OTHER.format(fonts(ascii="A"))}, ["A"]),
    "the style it is based on": (
        p("x", properties=STYLED),
        {"styles": NORMAL.format(fonts(ascii="A")) + OTHER.format("")},
        ["A"],
    ),
    "the theme": ("x", {"styles": NORMAL.format(fonts(asciiTheme="minorHAnsi")), "theme": "A"}, ["A"]),
    "the theme before a name": (
        "x",
        {"styles": NORMAL.format(fonts(asciiTheme="minorHAnsi", ascii="B")), "theme": "A"},
        ["A"],
    ),
    "a header": ("x", {"header1": p(run("x", fonts(ascii="A")))}, ["A"]),
    "a cell": (table((p(run("x", fonts(ascii="A"))),)), {}, ["A"]),
}


@pytest.mark.parametrize(("body", "parts", "expected"), PLACES.values(), ids=PLACES)
def test_a_font_is_found_wherever_it_is_named(body: str, parts: dict[str, str], expected: list[str]) -> None:
    assert [name for name, _ in names(told(body, faces=nothing, **parts))] == expected


UNUSED = {
    "a style that nothing has": ("x", {"styles": OTHER.format(fonts(ascii="A"))}),
    "a font of another script": (p(run("x", fonts(eastAsia="A", cs="A"))), {}),
    "a tag that is taken away": (p(run("{#p kommentar #}", fonts(ascii="A"))), {}),
    "an empty run": (p(run("", fonts(ascii="A"))), {}),
    "a tab": (p("x", f"<w:r>{fonts(ascii='A')}<w:tab/></w:r>"), {}),
    "a font for bullets": (p(run("x", fonts(ascii="Wingdings"))), {}),
}


@pytest.mark.parametrize(("body", "parts"), UNUSED.values(), ids=UNUSED)
def test_a_font_that_nothing_is_set_in_is_not_told(body: str, parts: dict[str, str]) -> None:
    assert told(body, faces=nothing, **parts) == []


LISTS = (
    f'<w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0">{fonts(ascii="A")}</w:lvl>'
    f'<w:lvl w:ilvl="1">{fonts(ascii="B")}</w:lvl></w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0">{fonts(ascii="Symbol")}</w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="4"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="5"/></w:num>'
)


@pytest.mark.parametrize(("number", "expected"), [("1", ["A"]), ("2", []), ("3", [])])
def test_the_numbers_of_a_list_have_fonts_too(number: str, expected: list[str]) -> None:
    numbered = f'<w:pPr><w:numPr><w:numId w:val="{number}"/></w:numPr></w:pPr>'
    for body, styles in ((p("x", properties=numbered), ""), (p("x", properties=STYLED), OTHER.format(numbered))):
        found = told(body, faces=nothing, styles=styles, numbering=LISTS)
        assert [name for name, _ in names(found)] == expected


def test_the_style_to_change_is_named_as_word_names_it() -> None:
    (fault,) = told(p("x", properties=STYLED), faces=nothing, styles=OTHER.format(fonts(ascii="A")))
    assert fault.facts["formatmall"] == "Annan"
