"""What Word drew before 2010 is read, or named."""

import pytest
from drawing_markup import TEXT, box_in, file_with, inlines, picture_in
from raw_word import refused, text_of

from docgen.typesetting.formats import Anchor, Border
from docgen.typesetting.reading.document import read

FLOATS = "position:absolute;margin-left:10pt;margin-top:1in;width:100pt;height:50pt"
AT_REST = "width:100pt;height:50pt"
IMAGE = '<v:imagedata r:id="rId9" o:title=""/>'


def old(content: str, style: str = AT_REST, said: str = 'type="#_x0000_t75"', form: str = "shape") -> str:
    kind = "" if "type=" in said else 'type="#_x0000_t202"'
    shape = f'<v:{form} {kind} {said} style="{style}">{content}</v:{form}>'
    return f'<w:pict><v:shapetype id="_x0000_t202"/>{shape}</w:pict>'


def textbox(text: str = TEXT, said: str = "") -> str:
    return f"<v:textbox {said}>{text.replace('wps:txbx>', 'x>').removeprefix('<x>').removesuffix('</x>')}</v:textbox>"


def test_an_old_picture_is_read() -> None:
    found = picture_in(old(IMAGE, said='type="#_x0000_t75" alt="Vapen"'))
    assert (found.width, found.height, found.alt, found.anchor) == (100, 50, "Vapen", None)


def test_an_old_picture_may_float() -> None:
    style = f"{FLOATS};z-index:-1;mso-position-horizontal:center;mso-position-horizontal-relative:page"
    wrap = '<w10:wrap type="square" anchory="margin"/>'
    assert picture_in(old(IMAGE + wrap, style)).anchor == Anchor(
        "page", "margin", y=72, x_align="center", wrap="around", behind=True
    )


def test_an_old_text_box_is_read() -> None:
    said = 'fillcolor="#eee" strokecolor="red" strokeweight="1.5pt" stroked="f"'
    inner = textbox(said='inset="0,,2pt" style="mso-fit-shape-to-text:t"')
    found = box_in(old(inner, FLOATS, said))
    assert (found.fill, found.line, found.grows, found.insets) == ("EEEEEE", None, True, (3.6, 2, 3.6, 0))
    assert text_of(found.blocks) == "Fönster"
    assert box_in(old(textbox(), FLOATS, 'filled="f"')).line == Border(0.75)


@pytest.mark.parametrize(
    ("drawn", "named"),
    [
        (old(IMAGE, f"{AT_REST};rotation:90"), "v:shape rotation"),
        (
            old(IMAGE, f"{FLOATS};mso-position-horizontal-relative:char"),
            "v:shape mso-position-horizontal-relative:char",
        ),
        (old(IMAGE, f"{FLOATS};mso-position-vertical:inside"), "v:shape mso-position-vertical:inside"),
        (old('<v:imagedata r:id="rId9" croptop="5000f"/>'), "v:imagedata croptop"),
        (old(IMAGE, said='type="#_x0000_t75" stroked="t"'), "v:shape stroked"),
        (old('<v:textpath string="UTKAST"/>', FLOATS, ""), "v:textpath"),
        (old('<v:shadow on="t"/>' + IMAGE), "v:shadow"),
        (old("", said='o:hr="t"', form="rect"), "v:rect o:hr"),
        (old("", form="line"), "v:line"),
        (old("", form="group"), "v:group"),
        (old(textbox(), AT_REST, ""), "v:textbox"),
        (old(textbox(said='style="layout-flow:vertical"'), FLOATS, ""), "v:textbox layout-flow"),
        (old(textbox(), FLOATS, 'fillcolor="window"'), "v:shape fillcolor"),
        (old(IMAGE, "width:100px;height:50pt"), "w:pict"),
        (old(IMAGE, "width:100;height:50pt"), "w:pict"),
        ("<w:pict/>", "w:pict"),
        (old(textbox(), FLOATS, 'type="#_x0000_t900"'), "v:shape v:shapetype"),
    ],
)
def test_an_old_drawing_that_cannot_be_set_is_named(drawn: str, named: str) -> None:
    assert named in refused(file_with(drawn))


def test_an_old_drawing_that_is_invisible_is_not_there() -> None:
    assert inlines(read(file_with(old(IMAGE, f"{AT_REST};visibility:hidden")))) == ()
