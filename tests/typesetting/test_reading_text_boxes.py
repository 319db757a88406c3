"""Simple text boxes of a Word file are read; others are named."""

import pytest
from drawing_markup import LINE, WHITE, anchored, box_in, file_with, inline, pic, picture_in, wsp
from raw_word import refused, text_of

from docgen.typesetting.formats import Anchor, Border


def test_a_text_box_has_a_place_a_look_and_text() -> None:
    found = box_in(anchored(wsp()))
    assert (found.width, found.height, found.anchor) == (100, 50, Anchor("page", "paragraph", x=10, y=-5))
    assert (found.fill, found.line, found.grows) == ("FFFFFF", Border(1, "FF0000"), True)
    assert found.insets == pytest.approx((1, 7.2, 3.6, 0))
    assert text_of(found.blocks) == "Fönster"


def test_a_text_box_may_have_neither_ground_nor_line() -> None:
    found = box_in(anchored(wsp("<a:noFill/><a:ln><a:noFill/></a:ln>", "<wps:bodyPr/>")))
    assert (found.fill, found.line, found.grows) == ("", None, False)


def test_a_text_box_with_an_older_version_beside_it_is_read_once() -> None:
    versions = f'<mc:Choice Requires="wps">{anchored(wsp())}</mc:Choice><mc:Fallback><w:pict/></mc:Fallback>'
    assert text_of(box_in(f"<mc:AlternateContent>{versions}</mc:AlternateContent>").blocks) == "Fönster"


def test_a_new_kind_of_drawing_gives_way_to_the_version_that_is_understood() -> None:
    versions = f'<mc:Choice Requires="future"/><mc:Fallback>{inline(pic())}</mc:Fallback>'
    assert picture_in(f"<mc:AlternateContent>{versions}</mc:AlternateContent>").width == 100


def test_a_colour_may_be_lighter_than_it_is_named() -> None:
    lighter = '<a:srgbClr val="000080"><a:lumMod val="50000"/><a:lumOff val="50000"/></a:srgbClr>'
    assert box_in(anchored(wsp(f"<a:solidFill>{lighter}</a:solidFill>"))).fill == "4040FF"


THEMED = (
    '<wps:style><a:lnRef idx="{0}"/><a:fillRef idx="{0}"/><a:effectRef idx="0"/><a:fontRef>{1}</a:fontRef></wps:style>'
)


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (wsp("<a:gradFill/>"), "a:gradFill"),
        (wsp('<a:solidFill><a:schemeClr val="accent1"/></a:solidFill>'), "a:solidFill a:schemeClr"),
        (wsp('<a:solidFill><a:prstClr val="red"/></a:solidFill>'), "a:solidFill a:prstClr"),
        (wsp("<a:solidFill/>"), "a:solidFill"),
        (wsp(body='<wps:bodyPr><a:normAutofit lnSpcReduction="9"/></wps:bodyPr>'), "a:normAutofit"),
        (wsp(body='<wps:bodyPr><a:prstTxWarp prst="textWave1"/></wps:bodyPr>'), "a:prstTxWarp"),
        (wsp(body='<wps:bodyPr upright="1"/>'), "wps:bodyPr upright"),
        (wsp(LINE.replace('w="12700"', 'cmpd="dbl"')), "a:ln cmpd"),
        (wsp(WHITE.replace("/></", "><a:alpha val='5000'/></a:srgbClr></")), "a:solidFill a:srgbClr"),
        (wsp(LINE.replace("</a:ln>", '<a:prstDash val="lgDashDot"/></a:ln>')), "a:ln a:prstDash"),
        (wsp("<a:xfrm rot='60000'/>"), "a:xfrm rot"),
        (wsp("<a:custGeom/>"), "a:custGeom"),
        (wsp(body='<wps:bodyPr vert="vert270"/>'), "wps:bodyPr vert=vert270"),
        (wsp(body='<wps:bodyPr anchor="ctr"/>'), "wps:bodyPr anchor=ctr"),
        (wsp(body='<wps:bodyPr numCol="2"/>'), "wps:bodyPr numCol=2"),
        (wsp(body='<wps:bodyPr wrap="none"/>'), "wps:bodyPr wrap=none"),
        (wsp(body='<wps:bodyPr><a:normAutofit fontScale="90000"/></wps:bodyPr>'), "a:normAutofit"),
        (wsp(text="<wps:linkedTxbx/>"), "wps:linkedTxbx"),
        (wsp(style=THEMED.format(0, '<a:schemeClr val="lt1"/>')), "wps:style a:fontRef"),
    ],
)
def test_a_text_box_that_is_not_simple_is_named(content: str, named: str) -> None:
    assert refused(file_with(anchored(content))) == [named]


def test_the_themes_look_counts_only_where_the_box_has_none_of_its_own() -> None:
    style = THEMED.format(1, '<a:schemeClr val="dk1"/>')
    assert refused(file_with(anchored(wsp(style=style)))) == []
    assert refused(file_with(anchored(wsp("", style=style)))) == ["wps:style a:lnRef", "wps:style a:fillRef"]


def test_a_text_box_in_a_line_of_text_is_named() -> None:
    assert refused(file_with(inline(wsp()))) == ["wp:inline wps:wsp"]
