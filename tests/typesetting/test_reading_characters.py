from dataclasses import replace

import pytest
from snippets import Word, inlines_of, look_of, p, r, section, style, styled, text_of

from docgen.typesetting.formats import Look
from docgen.typesetting.model import Break, PageBreak, Tab, Text

PLAIN = Look("Times New Roman", 10.0)
THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme name="x">'
    '<a:dk1><a:sysClr lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>'
    '<a:accent1><a:srgbClr val="4472C4"/></a:accent1></a:clrScheme><a:fontScheme name="x"><a:majorFont>'
    '<a:latin typeface="Cambria"/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:fontScheme>'
    "</a:themeElements></a:theme>"
)


def formatted(properties: str, **parts: str) -> Look:
    return look_of(Word(p(r("Hej", properties)), parts))


def test_text_that_says_nothing_has_words_own_defaults() -> None:
    assert formatted("") == PLAIN


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ('<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="23"/>', Look("Arial", 11.5)),
        ("<w:b/><w:i/><w:strike/>", replace(PLAIN, bold=True, italic=True, strike=True)),
        ('<w:b w:val="0"/><w:i w:val="false"/>', PLAIN),
        ('<w:color w:val="1f3864"/>', replace(PLAIN, color="1F3864")),
        ('<w:color w:val="auto"/>', PLAIN),
        ('<w:u w:val="double" w:color="FF0000"/>', replace(PLAIN, underline="double", underline_color="FF0000")),
        ('<w:u w:val="none"/>', PLAIN),
        ('<w:highlight w:val="yellow"/>', replace(PLAIN, shade="FFFF00")),
        ('<w:shd w:val="clear" w:fill="D9D9D9"/>', replace(PLAIN, shade="D9D9D9")),
        ('<w:shd w:val="pct25" w:color="000000" w:fill="FFFFFF"/>', replace(PLAIN, shade="BFBFBF")),
        ('<w:shd w:val="clear" w:fill="1F3864"/>', replace(PLAIN, shade="1F3864", color="FFFFFF")),
        ('<w:vertAlign w:val="superscript"/>', replace(PLAIN, vertical="super")),
        ('<w:position w:val="6"/><w:spacing w:val="-10"/>', replace(PLAIN, raised=3.0, tracking=-0.5)),
        ("<w:smallCaps/>", replace(PLAIN, small_caps=True)),
        ('<w:kern w:val="28"/>', PLAIN),
        ('<w:kern w:val="28"/><w:sz w:val="28"/>', replace(PLAIN, size=14.0, kerning=True)),
        ('<w:lang w:val="en-GB"/>', replace(PLAIN, lang="en-GB")),
        ('<w14:ligatures w14:val="standardContextual"/>', replace(PLAIN, ligatures=True)),
        ('<w14:ligatures w14:val="none"/><w14:textOutline><w14:noFill/></w14:textOutline>', PLAIN),
        ('<w:szCs w:val="40"/><w:bCs/><w:noProof/><w:webHidden/><w:w w:val="100"/><w:em w:val="none"/>', PLAIN),
    ],
)
def test_direct_formatting_is_read(properties: str, expected: Look) -> None:
    assert formatted(properties) == expected


@pytest.mark.parametrize(
    ("properties", "named"),
    [
        ('<w:u w:val="words"/>', "w:u w:val=words"),
        ("<w:dstrike/>", "w:dstrike"),
        ("<w:outline/>", "w:outline"),
        ("<w:emboss/>", "w:emboss"),
        ("<w:rtl/>", "w:rtl"),
        ('<w:w w:val="90"/>', "w:w w:val=90"),
        ('<w:em w:val="dot"/>', "w:em w:val=dot"),
        ('<w:effect w:val="shimmer"/>', "w:effect w:val=shimmer"),
        ('<w:bdr w:val="single"/>', "w:bdr w:val=single"),
        ('<w:fitText w:val="900"/>', "w:fitText w:val=900"),
        ('<w:shd w:val="diagStripe"/>', "w:shd w:val=diagStripe"),
        ('<w:color w:val="rött"/>', "w:color w:val=rött"),
        ('<w:sz w:val="stor"/>', "w:sz w:val=stor"),
        ("<w14:glow/>", "w14:glow"),
        ('<w14:numForm w14:val="oldStyle"/>', "w14:numForm"),
        ('<w14:ligatures w14:val="all"/>', "w14:ligatures"),
        ("<w:nyhet/>", "w:nyhet"),
        ("<w:rPrChange/>", "w:rPrChange"),
    ],
)
def test_what_cannot_be_set_is_named(properties: str, named: str) -> None:
    assert Word(p(r("Hej", properties))).refused == [named]


def test_a_fault_of_a_style_counts_only_where_the_style_is_used_and_not_overruled() -> None:
    styles = style("A", '<w:rPr><w:em w:val="dot"/></w:rPr>')
    assert text_of(Word(p(r("Hej")), {"styles": styles}).paragraphs[0]) == "Hej"
    assert Word(p(r("Hej"), styled("A")), {"styles": styles}).refused == ["w:em w:val=dot"]
    overruled = p(r("Hej", '<w:em w:val="none"/>'), styled("A") + '<w:rPr><w:em w:val="none"/></w:rPr>')
    assert text_of(Word(overruled, {"styles": styles}).paragraphs[0]) == "Hej"


def test_the_order_is_defaults_paragraph_style_character_style_direct() -> None:
    styles = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="20"/>'
        '<w:color w:val="111111"/><w:lang w:val="sv-SE"/></w:rPr></w:rPrDefault></w:docDefaults>'
        + style("Bas", '<w:rPr><w:sz w:val="24"/><w:color w:val="222222"/><w:kern w:val="2"/></w:rPr>')
        + style("Egen", '<w:rPr><w:color w:val="333333"/><w:u w:val="single"/></w:rPr>', "Bas")
        + style("Tecken", '<w:rPr><w:u w:val="double"/><w:position w:val="2"/></w:rPr>', kind="character")
    )
    run = r("Hej", '<w:rStyle w:val="Tecken"/><w:position w:val="4"/>')
    assert look_of(Word(p(run, styled("Egen")), {"styles": styles})) == Look(
        "Arial", 12.0, color="333333", underline="double", raised=2.0, kerning=True
    )


@pytest.mark.parametrize(
    ("defaults", "paragraph", "character", "direct", "bold"),
    [
        ("", "<w:b/>", "", "", True),
        ("", "<w:b/>", "<w:b/>", "", False),
        ("", "<w:b/>", '<w:b w:val="0"/>', "", True),
        ("", "<w:b/>", "<w:b/>", "<w:b/>", True),
        ("", "<w:b/>", "", '<w:b w:val="0"/>', False),
        ("<w:b/>", "<w:b/>", "<w:b/>", "", True),
    ],
)
def test_a_switch_in_two_styles_turns_itself_off(
    defaults: str, paragraph: str, character: str, direct: str, *, bold: bool
) -> None:
    styles = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{defaults}</w:rPr></w:rPrDefault></w:docDefaults>"
        + style("P", f"<w:rPr>{paragraph}</w:rPr>")
        + style("C", f"<w:rPr>{character}</w:rPr>", kind="character")
    )
    word = Word(p(r("Hej", f'<w:rStyle w:val="C"/>{direct}'), styled("P")), {"styles": styles})
    assert look_of(word).bold is bold


def test_fonts_and_colours_of_the_theme_are_resolved() -> None:
    font = formatted('<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:ascii="X"/>', theme=THEME)
    assert font.family == "Calibri"
    assert formatted('<w:color w:val="AAAAAA" w:themeColor="accent1"/>', theme=THEME).color == "4472C4"
    assert formatted('<w:color w:val="X" w:themeColor="accent1" w:themeShade="BF"/>', theme=THEME).color == "2F5496"
    assert formatted('<w:color w:val="X" w:themeColor="accent1" w:themeTint="99"/>', theme=THEME).color == "8EAADB"


def test_the_settings_say_which_colours_text_and_background_are() -> None:
    turned = '<w:clrSchemeMapping w:t1="light1" w:bg1="dark1"/>'
    assert formatted('<w:color w:themeColor="text1"/>', theme=THEME, settings=turned).color == "FFFFFF"


def test_letters_outside_ascii_have_the_font_of_their_own() -> None:
    inlines = inlines_of(Word(p(r("två", '<w:rFonts w:ascii="Arial" w:hAnsi="Calibri"/>'))))
    assert [(one.text, one.look.family) for one in inlines if isinstance(one, Text)] == [
        ("tv", "Arial"),
        ("å", "Calibri"),
    ]


@pytest.mark.parametrize(
    ("text", "printed"), [("straße, ärende ﬁn", "STRAßE, ÄRENDE ﬁN"), ("åäö", "ÅÄÖ"), ("№ 5 kap.", "№ 5 KAP.")]
)
def test_capitals_are_made_and_a_letter_without_one_stays(text: str, printed: str) -> None:
    assert text_of(Word(p(r(text, "<w:caps/>"))).paragraphs[0]) == printed


def test_hidden_text_is_not_printed_and_a_hidden_mark_joins_two_paragraphs() -> None:
    hidden = "<w:rPr><w:vanish/></w:rPr>"
    word = Word(
        p(r("Synligt ") + r("dolt", "<w:vanish/>"), f'<w:jc w:val="right"/>{hidden}')
        + p(r("fortsätter"), '<w:jc w:val="center"/>')
        + p(r("dolt", "<w:vanish/>"), hidden)
        + p(r("Nytt"))
    )
    assert [(text_of(one), one.shape.align) for one in word.paragraphs] == [
        ("Synligt fortsätter", "center"),
        ("Nytt", "left"),
    ]


def test_a_hidden_mark_that_keeps_its_own_heading_is_named() -> None:
    assert Word(p(r("a"), "<w:rPr><w:vanish/><w:specVanish/></w:rPr>") + p(r("b"))).refused == ["w:specVanish"]


def test_what_is_no_text_becomes_what_it_is() -> None:
    run = (
        '<w:r><w:t>a</w:t><w:tab/><w:t> b </w:t><w:br/><w:noBreakHyphen/><w:softHyphen/><w:br w:type="page"/>'
        '<w:lastRenderedPageBreak/><w:br w:type="column"/><w:cr/><w:t xml:space="preserve"> c\nd </w:t></w:r>'
    )
    assert inlines_of(Word(p(run))) == (
        *(Text("a", PLAIN), Tab(PLAIN), Text("b", PLAIN), Break(PLAIN), Text("\u2011\u00ad", PLAIN), PageBreak()),
        *(PageBreak(), Break(PLAIN), Text(" c d ", PLAIN)),
    )


def test_runs_that_look_alike_are_one_text() -> None:
    assert inlines_of(Word(p(r("Be") + "<w:proofErr/>" + r("slut", "<w:noProof/>")))) == (Text("Beslut", PLAIN),)


@pytest.mark.parametrize(
    ("run", "sign", "family"),
    [
        ('<w:sym w:font="Wingdings" w:char="F0FC"/>', "✓", "DejaVu Sans"),
        ('<w:sym w:font="Symbol" w:char="F0B7"/>', "•", "Arial"),
        ('<w:sym w:font="Wingdings" w:char="00A8"/>', "◻", "DejaVu Sans"),
        ('<w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr><w:t>\uf0d8</w:t>', "➢", "DejaVu Sans"),
        ('<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr><w:t>a</w:t>', "\u03b1", "DejaVu Sans"),
    ],
)
def test_symbol_fonts_become_real_characters(run: str, sign: str, family: str) -> None:
    assert inlines_of(Word(p(f"<w:r>{run}</w:r>"))) == (Text(sign, replace(PLAIN, family=family)),)


@pytest.mark.parametrize(
    ("run", "named"),
    [
        ('<w:sym w:font="Webdings" w:char="F034"/>', "w:sym Webdings F034"),
        ('<w:rPr><w:rFonts w:ascii="Webdings"/></w:rPr><w:t>x</w:t>', "w:rFonts w:ascii=Webdings"),
        ("<w:t>שלום</w:t>", "w:t cs"),
        ("<w:t>漢</w:t>", "w:t eastAsia"),
        ("<w:t>\ue001</w:t>", "w:t private"),
        ("<w:t>a\tb</w:t>", "w:t control"),
        ('<w:ptab w:alignment="right"/>', "w:ptab"),
        ("<w:ruby/>", "w:ruby"),
        ("<w:object/>", "w:object"),
        ("<w:delText>x</w:delText>", "w:delText"),
        ('<w:commentReference w:id="0"/>', "w:commentReference"),
        ('<w:endnoteReference w:id="2"/>', "w:endnoteReference"),
        ("<w:dayLong/>", "w:dayLong"),
    ],
)
def test_content_that_cannot_be_set_is_named(run: str, named: str) -> None:
    assert Word(p(f"<w:r>{run}</w:r>")).refused == [named]


def test_a_column_break_is_a_page_break_only_where_there_is_one_column() -> None:
    columns = section('<w:cols w:num="2"/>')
    assert Word(p('<w:r><w:br w:type="column"/></w:r>'), section=columns).refused == ["w:br w:type=column"]
