"""Pictures need a text for those who do not see them, in all that a PDF says."""

import pytest
from lint_template import Members, assert_told, faults, p, table, template, text_box

from docgen.errors import Severity

PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
DECORATIVE = (
    "<a:extLst><a:ext><adec:decorative "
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="{}"/></a:ext></a:extLst>'
)
INSIDE = {"picture": f'<pic:pic xmlns:pic="{PIC}"/>', "shape": f'<s:wsp xmlns:s="{SHAPE}"/>', "chart": "<c/>"}
INSIDE["box"] = INSIDE["shape"].replace("/>", f"><w:txbxContent>{p('En ruta.')}</w:txbxContent></s:wsp>")


def drawing(descr: str | None = None, *, kind: str = "inline", inside: str = "picture", decorative: str = "") -> str:
    """Return a run with a picture as Word writes it; ``decorative`` is the value of the mark, none without."""
    told = "" if descr is None else f' descr="{descr}"'
    marks = DECORATIVE.format(decorative) if decorative else ""
    return (
        f'<w:r xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><w:drawing><wp:{kind}>'
        f'<wp:docPr id="7" name="Bildobjekt 7"{told}>{marks}</wp:docPr>'
        f"<a:graphic><a:graphicData>{INSIDE[inside]}</a:graphicData></a:graphic></wp:{kind}></w:drawing></w:r>"
    )


def old(alt: str = "", element: str = "pict") -> str:
    """Return a run with a picture as older programs write it."""
    told = f' alt="{alt}"' if alt else ""
    return f'<w:r><w:{element}><v:shape id="Bild 2"{told}><v:imagedata/></v:shape></w:{element}></w:r>'


MUTE = {
    "no text": drawing(),
    "an empty text": drawing(""),
    "spaces": drawing("  "),
    "anchored": drawing(kind="anchor"),
    "the mark switched off": drawing(decorative="0"),
}


@pytest.mark.parametrize("run", MUTE.values(), ids=MUTE)
def test_a_picture_without_a_text_keeps_the_template_from_use(run: str) -> None:
    (fault,) = faults(template("x", p("Se bilden.", run)))
    assert (fault.code, fault.severity, fault.facts["namn"]) == ("M-60", Severity.ERROR, "Bildobjekt 7")
    assert (fault.place.paragraph, fault.place.words) == (2, "Se bilden.")


def test_a_picture_of_the_old_kind_needs_a_text_too() -> None:
    assert_told(template(p(old())), ("M-60", (1,), {"namn": "Bild 2"}))
    assert_told(template(p(old("Entrén sedd från gatan"))))


def test_a_picture_in_a_cell_a_text_box_or_a_footnote_is_told_where_it_stands() -> None:
    assert_told(template(table(("x", p(drawing())))), ("M-60", (2, 1, 1, 2), {}))
    assert_told(template(p(text_box(p(drawing())))), ("M-60", (2,), {}))
    (fault,) = faults(template("x", footnotes=f"<w:footnote>{p(drawing())}</w:footnote>"))
    assert (fault.code, fault.place.part) == ("M-60", "word/footnotes.xml")


FINE: dict[str, Members] = {
    "a text": template(p(drawing("Karta med vägen från stationen"))),
    "a text that is filled": template(p(drawing("{{ rubrik }}"))),
    "a title, which older programs have in its place": template(p(drawing().replace(" name=", ' title="Karta" name='))),
    "decoration": template(p(drawing(decorative="1"))),
    "a header": template("x", header1=p(drawing())),
    "a footer": template("x", footer1=p(old())),
    "a text box": template(p(drawing(inside="box"))),
    "a copy for an older Word": template(
        p(
            "<w:r><mc:AlternateContent><mc:Choice>"
            + drawing("Ett vapen")
            + f"</mc:Choice><mc:Fallback>{old()}</mc:Fallback></mc:AlternateContent></w:r>"
        )
    ),
    "a paragraph that is taken away": template(p("{%p if bifall %}"), "x", "{%p endif %}"),
}


@pytest.mark.parametrize("members", FINE.values(), ids=FINE)
def test_a_picture_that_is_described_decorates_or_is_repeated_is_fine(members: Members) -> None:
    assert faults(members) == []


@pytest.mark.parametrize("inside", ["shape", "chart"])
def test_a_drawing_without_a_text_is_a_warning(inside: str) -> None:
    (fault,) = faults(template(p(drawing(inside=inside))))
    assert (fault.code, fault.severity) == ("M-60", Severity.WARNING)


EMPTY = [
    ("image1.png", "mall_alt_filnamn"),
    ("C:\\Bilder\\Logga 2 ny.JPEG", "mall_alt_filnamn"),
    ("Bildobjekt 3", "mall_alt_namn"),
    ("Picture 12", "mall_alt_namn"),
    ("bild", "mall_alt_namn"),
    ("En bild som visar text, clipart&#xA;&#xA;Automatiskt genererad beskrivning", "mall_alt_gissad"),
    ("A picture containing text Description automatically generated", "mall_alt_gissad"),
    ("Skärmbild. AI-genererat innehåll kan vara felaktigt.", "mall_alt_gissad"),
]


@pytest.mark.parametrize(("text", "reason"), EMPTY)
def test_a_text_that_no_person_has_written_is_noted(text: str, reason: str) -> None:
    for run in (drawing(text), old(text)):
        (fault,) = faults(template(p(run)))
        assert (fault.code, fault.severity, fault.facts["orsak"]) == ("M-61", Severity.NOTE, reason)


@pytest.mark.parametrize(
    "text", ["Kommunens logotyp", "Bild som visar vägen till entrén", "Figur 3: ansökningar per år"]
)
def test_a_text_that_a_person_may_have_written_is_not_noted(text: str) -> None:
    assert faults(template(p(drawing(text)))) == []
