from dataclasses import replace

import pytest
from snippets import Word, look_of, p, r, shape_of, style, styled, table, text_of

from docgen.typesetting.formats import Align, Anchor, Border, Borders, Frame, LineRule, Shape, TabStop

FRAME = (
    '<w:framePr w:w="4535" w:h="1984" w:hRule="{rule}" w:wrap="around" w:vAnchor="page" w:hAnchor="page" '
    'w:x="6350" w:y="2551"/>'
)


def shaped(properties: str, **parts: str) -> Shape:
    return shape_of(Word(p(r("Hej"), properties), parts))


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ("", Shape()),
        ('<w:jc w:val="start"/>', Shape()),
        ('<w:jc w:val="end"/>', Shape(align=Align.RIGHT)),
        ('<w:jc w:val="both"/>', Shape(align=Align.BOTH)),
        ('<w:ind w:left="720" w:right="360" w:hanging="360"/>', Shape(left=36.0, right=18.0, first=-18.0)),
        ('<w:ind w:start="1cm" w:firstLine="200" w:firstLineChars="0"/>', Shape(left=72 / 2.54, first=10.0)),
        ('<w:spacing w:before="120" w:after="240"/>', Shape(before=6.0, after=12.0)),
        ('<w:spacing w:line="360"/>', Shape(line=1.5)),
        ('<w:spacing w:line="300" w:lineRule="exact"/>', Shape(line=15.0, line_rule=LineRule.EXACT)),
        ('<w:spacing w:line="300" w:lineRule="atLeast"/>', Shape(line=15.0, line_rule=LineRule.AT_LEAST)),
        ("<w:keepNext/><w:keepLines/><w:pageBreakBefore/><w:contextualSpacing/>",
         Shape(keep_next=True, keep_lines=True, page_break_before=True, contextual=True)),
        ('<w:widowControl w:val="0"/>', Shape(widow_control=False)),
        ('<w:shd w:val="clear" w:color="auto" w:fill="EEF1F4"/>', Shape(shade="EEF1F4")),
        ('<w:shd w:val="clear" w:color="auto" w:fill="auto"/>', Shape()),
        ('<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9000"/><w:tab w:val="left" w:pos="1000"/></w:tabs>',
         Shape(tabs=(TabStop(50.0), TabStop(450.0, "right", ".")))),
        ('<w:suppressLineNumbers/><w:suppressAutoHyphens/><w:snapToGrid/><w:textAlignment w:val="auto"/>', Shape()),
    ],
)  # fmt: skip
def test_direct_formatting_is_read(properties: str, expected: Shape) -> None:
    assert shaped(properties) == expected


def test_a_bar_down_a_paragraph_is_refused_though_it_has_no_tab_and_not_where_it_is_taken_away() -> None:
    bar = style("A", '<w:pPr><w:tabs><w:tab w:val="bar" w:pos="400"/></w:tabs></w:pPr>')
    assert Word(p(r("a"), styled("A")), {"styles": bar}).refused == ["w:tab w:val=bar"]
    cleared = '<w:tabs><w:tab w:val="clear" w:pos="400"/></w:tabs>'
    assert shaped(styled("A") + cleared, styles=bar).tabs == ()


def test_spacing_of_words_own_choice_is_fourteen_points_where_nothing_else_decides() -> None:
    auto = '<w:spacing w:before="60" w:beforeAutospacing="1" w:afterAutospacing="0"/>'
    assert Word(p(r("a")) + p(r("b"), auto)).paragraphs[1].shape == Shape(before=14.0)
    for body in (p(r("a"), auto), p() + table(p(r("a"), auto))):
        assert Word(body).refused == ["w:spacing w:beforeAutospacing"]


def test_borders_have_their_width_and_the_space_to_the_text() -> None:
    edges = (
        '<w:top w:val="single" w:sz="4" w:space="5" w:color="EEF1F4"/><w:left w:val="double" w:sz="8" w:space="1"/>'
        '<w:bottom w:val="nil"/><w:right w:val="dashed" w:sz="6"/><w:between w:val="dotted" w:sz="6" w:color="auto"/>'
    )
    assert shaped(f"<w:pBdr>{edges}</w:pBdr>").borders == Borders(
        top=Border(0.5, "EEF1F4", "single", 5.0),
        left=Border(3.0, style="double", space=1.0),
        right=Border(0.75, style="dashed"),
        between=Border(0.75, style="dotted"),
    )


@pytest.mark.parametrize(
    ("properties", "named"),
    [
        ('<w:jc w:val="distribute"/>', "w:jc w:val=distribute"),
        ('<w:jc w:val="thaiDistribute"/>', "w:jc w:val=thaiDistribute"),
        ('<w:ind w:leftChars="200"/>', "w:ind w:leftChars=200"),
        ('<w:spacing w:beforeLines="100"/>', "w:spacing w:beforeLines=100"),
        ('<w:spacing w:line="-240"/>', "w:spacing w:line=-240"),
        ('<w:pBdr><w:top w:val="wave" w:sz="4"/></w:pBdr>', "w:top w:val=wave"),
        ('<w:pBdr><w:top w:val="single" w:sz="4" w:shadow="1"/></w:pBdr>', "w:top w:shadow=1"),
        ('<w:pBdr><w:bar w:val="single" w:sz="4"/></w:pBdr>', "w:bar"),
        ('<w:tabs><w:tab w:val="left" w:pos="x"/></w:tabs>', "w:tabs"),
        ("<w:bidi/>", "w:bidi"),
        ("<w:mirrorIndents/>", "w:mirrorIndents"),
        ('<w:textDirection w:val="btLr"/>', "w:textDirection w:val=btLr"),
        ('<w:textAlignment w:val="top"/>', "w:textAlignment w:val=top"),
        ('<w:wordWrap w:val="0"/>', "w:wordWrap w:val=0"),
        ('<w:framePr w:dropCap="drop" w:lines="3" w:wrap="around" w:vAnchor="text" w:hAnchor="text"/>',
         "w:framePr w:dropCap=drop"),
        ('<w:framePr w:w="2000" w:x="100"/>', "w:framePr"),
        ('<w:framePr w:vAnchor="text" w:hAnchor="text" w:xAlign="inside"/>', "w:framePr"),
        ('<w:framePr w:vAnchor="text" w:hAnchor="text" w:wrap="through"/>', "w:framePr"),
        ("<w:pPrChange/>", "w:pPrChange"),
        ("<w:rPr><w:ins/></w:rPr>", "w:ins"),
        ('<w:nyhet w:val="1"/>', "w:nyhet w:val=1"),
    ],
)  # fmt: skip
def test_what_cannot_be_set_is_named(properties: str, named: str) -> None:
    assert Word(p(r("Hej"), properties)).refused == [named]


def test_everything_that_cannot_be_set_is_named_at_its_paragraph_in_one_refusal() -> None:
    word = Word(p(r("a"), "<w:bidi/>") + p() + p(r("b", "<w:emboss/>"), '<w:jc w:val="distribute"/>') + p("<w:ins/>"))
    assert word.refused == ["w:bidi", "w:jc w:val=distribute", "w:emboss", "w:ins"]


def test_the_order_is_defaults_base_style_style_direct() -> None:
    spacing = '<w:spacing w:after="160" w:line="259"/>'
    styles = (
        f"<w:docDefaults><w:pPrDefault><w:pPr>{spacing}</w:pPr></w:pPrDefault></w:docDefaults>"
        + style("Normal", '<w:pPr><w:ind w:left="100" w:hanging="50"/></w:pPr>', default=True)
        + style("Bas", '<w:pPr><w:spacing w:before="40" w:after="80"/><w:keepNext/></w:pPr>', "Normal")
        + style("Egen", '<w:pPr><w:spacing w:before="60"/><w:keepNext w:val="0"/></w:pPr>', "Bas")
    )
    shape = shaped(styled("Egen") + '<w:ind w:firstLine="20"/>', styles=styles)
    assert shape == Shape("Egen", left=5.0, first=1.0, before=3.0, after=4.0, line=259 / 240)


def test_a_paragraph_without_a_style_or_with_one_that_is_missing_has_the_default_style() -> None:
    styles = style("Brod", '<w:pPr><w:jc w:val="both"/></w:pPr><w:rPr><w:b/></w:rPr>', default=True)
    for properties in ("", styled("Finns inte")):
        word = Word(p(r("Hej"), properties), {"styles": styles})
        assert (shape_of(word), look_of(word).bold) == (Shape("Brod", align=Align.BOTH), True)


def test_tab_stops_are_added_to_those_of_the_style_and_can_be_cleared() -> None:
    styles = style(
        "A", '<w:pPr><w:tabs><w:tab w:val="left" w:pos="400"/><w:tab w:val="left" w:pos="800"/></w:tabs></w:pPr>'
    )
    tabs = '<w:tabs><w:tab w:val="clear" w:pos="400"/><w:tab w:val="decimal" w:pos="600"/></w:tabs>'
    assert shaped(styled("A") + tabs, styles=styles).tabs == (TabStop(30.0, "decimal"), TabStop(40.0))


@pytest.mark.parametrize(("level", "heading"), [("0", 1), ("8", 9), ("9", 0)])
def test_a_heading_is_what_has_an_outline_level(level: str, heading: int) -> None:
    styles = style("Rubrik", f'<w:pPr><w:outlineLvl w:val="{level}"/></w:pPr>')
    assert Word(p(r("Hej"), styled("Rubrik")), {"styles": styles}).paragraphs[0].heading == heading


def test_the_mark_gives_an_empty_paragraph_its_look() -> None:
    paragraph = Word(p("", '<w:rPr><w:sz w:val="8"/></w:rPr>')).paragraphs[0]
    assert (paragraph.inlines, paragraph.mark.size) == ((), 4.0)


@pytest.mark.parametrize(("rule", "exact"), [("atLeast", False), ("exact", True)])
def test_a_text_frame_has_its_place_on_the_page(rule: str, *, exact: bool) -> None:
    paragraphs = Word(p(r("Ali"), FRAME.format(rule=rule)) + p(r("Vägen 1"), FRAME.format(rule=rule))).paragraphs
    frame = Frame(226.75, 99.2, exact, Anchor("page", "page", 317.5, 127.55, wrap="around"))
    assert [one.frame for one in paragraphs] == [frame, frame]


def test_a_frame_of_a_page_number_is_as_wide_as_its_text() -> None:
    framed = '<w:framePr w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:xAlign="right" w:y="1" w:vSpace="40"/>'
    frame = Word(p(r("1"), framed)).paragraphs[0].frame
    assert frame == Frame(
        0.0, 0.0, False, Anchor("margin", "paragraph", 0.0, 0.05, "right", "", "around", gap=(2.0, 2.0))
    )


def test_automatic_ink_is_white_on_a_dark_paragraph() -> None:
    dark = '<w:shd w:val="clear" w:fill="44546A"/>'
    assert look_of(Word(p(r("Hej"), '<w:shd w:val="clear" w:fill="203040"/>'))).color == "FFFFFF"
    assert look_of(Word(p(r("Hej", '<w:color w:val="111111"/>'), dark))).color == "111111"
    assert look_of(Word(p(r("Hej", '<w:highlight w:val="yellow"/>'), dark))).color == "000000"


def test_each_paragraph_has_its_number_also_in_a_table() -> None:
    assert [one.place for one in Word(p(r("a")) + table(p(r("b"))) + p(r("c"))).paragraphs] == [1, 3]


def test_what_wraps_paragraphs_is_looked_through() -> None:
    control = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{p(r('a'))}</w:sdtContent></w:sdt>"
    inner = f"<w:sdt><w:sdtPr/><w:sdtContent>{r('c')}</w:sdtContent></w:sdt><w:smartTag>{r('d')}</w:smartTag>"
    word = Word(control + f"<w:customXml>{p(r('b'))}</w:customXml><w:proofErr/>" + p(inner))
    assert [text_of(one) for one in word.paragraphs] == ["a", "b", "cd"]


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ('<w:altChunk r:id="rId9"/>', "w:altChunk"),
        (p("<m:oMath/>"), "m:oMath"),
        (p("<w:del><w:r/></w:del>"), "w:del"),
        ("<w:moveFromRangeStart/>", "w:moveFromRangeStart"),
        (p('<w:commentRangeStart w:id="1"/>'), "w:commentRangeStart"),
        (p("<w:bdo/>"), "w:bdo"),
        (p('<w:subDoc r:id="rId9"/>'), "w:subDoc"),
        ("<w:nyhet/>", "w:nyhet"),
    ],
)
def test_content_that_cannot_be_set_is_named(body: str, named: str) -> None:
    assert Word(p(r("a")) + body).refused == [named]


def test_of_several_versions_the_one_that_word_understands_is_read() -> None:
    versions = (
        '<mc:AlternateContent><mc:Choice Requires="{0}">{1}</mc:Choice><mc:Fallback>{2}</mc:Fallback>'
        "</mc:AlternateContent>"
    )
    blocks = versions.format("w14", p(r("ny")), p(r("gammal"))) + versions.format("framtid", p(r("ny")), p(r("gammal")))
    run = f"<w:r>{versions.format('w14', '<w:t>a</w:t>', '<w:t>b</w:t>')}</w:r>"
    assert [text_of(one) for one in Word(blocks + p(run)).paragraphs] == ["ny", "gammal", "a"]


def test_older_documents_that_leave_open_which_style_has_its_way_are_refused() -> None:
    styles = style("T", '<w:rPr><w:sz w:val="18"/></w:rPr>', kind="table") + style(
        "P", '<w:rPr><w:sz w:val="24"/></w:rPr>'
    )
    styled_table = table(p(r("b"), styled("P")), '<w:tblStyle w:val="T"/>')
    setting = '<w:compat><w:compatSetting w:name="overrideTableStyleFontSizeAndJustification" w:val="1"/></w:compat>'
    assert Word(styled_table, {"styles": styles}).refused == ["w:tblStyle w:sz"]
    assert Word(styled_table + p(), {"styles": styles, "settings": setting}).paragraphs[0].mark.size == 10.0


def test_shapes_are_equal_when_their_formatting_is() -> None:
    first, second = Word(p(r("a"), '<w:spacing w:after="20"/>') + p(r("b"), '<w:spacing w:after="20"/>')).paragraphs
    assert first.shape is second.shape
    assert replace(first, inlines=(), place=0) == replace(second, inlines=(), place=0)
