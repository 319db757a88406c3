import io
import zipfile

import pytest
from snippets import OFFICE, PAGE, Word, p, r, section, style, text_of

from docgen.errors import RecordError
from docgen.typesetting.model import Counted, Page, PageCount, Paragraph, Story
from docgen.typesetting.reading import read
from docgen.typesetting.refusal import CannotSet, Construct

NUMBER = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def words(story: Story) -> list[str]:
    return [text_of(one) for one in story.blocks if isinstance(one, Paragraph)]


def test_a_page_has_its_size_and_margins() -> None:
    assert Word(p()).read.sections[0].page == Page(595.3, 841.9, 70.9, 56.7, 56.7, 85.05, 35.45, 28.35)


@pytest.mark.parametrize(("settings", "top", "left"), [("", 70.9, 99.05), ("<w:gutterAtTop/>", 84.9, 85.05)])
def test_the_gutter_is_added_to_the_left_or_the_top(settings: str, top: float, left: float) -> None:
    word = Word(p(), {"settings": settings}, section=section(page=PAGE.replace('w:gutter="0"', 'w:gutter="280"')))
    page = word.read.sections[0].page
    assert (round(page.top, 2), round(page.left, 2)) == (top, left)


def test_a_section_says_how_it_starts_counts_and_is_divided() -> None:
    more = (
        '<w:type w:val="oddPage"/><w:pgNumType w:start="5" w:fmt="lowerRoman"/><w:cols w:num="2" w:space="300"/>'
        '<w:docGrid w:linePitch="360"/><w:vAlign w:val="top"/><w:lnNumType/><w:textDirection w:val="lrTb"/>'
    )
    one = Word(p(), section=section(more)).read.sections[0]
    assert (one.starts, one.first_number, one.numbering, one.columns, one.column_gap) == (
        *("oddPage", 5, "lowerRoman", 2),
        15.0,
    )


@pytest.mark.parametrize(
    ("more", "named"),
    [
        ('<w:type w:val="nextColumn"/>', "w:type w:val=nextColumn"),
        ('<w:pgNumType w:fmt="numberInDash"/>', "w:pgNumType w:fmt=numberInDash"),
        ('<w:pgNumType w:chapStyle="1"/>', "w:pgNumType w:chapStyle=1"),
        ('<w:cols w:num="2" w:equalWidth="0"/>', "w:cols w:equalWidth=0"),
        ('<w:cols w:num="2" w:sep="1"/>', "w:cols w:sep=1"),
        ('<w:vAlign w:val="center"/>', "w:vAlign w:val=center"),
        ('<w:lnNumType w:countBy="5"/>', "w:lnNumType"),
        ("<w:pgBorders><w:top/></w:pgBorders>", "w:pgBorders"),
        ('<w:textDirection w:val="tbRl"/>', "w:textDirection w:val=tbRl"),
        ("<w:bidi/>", "w:bidi"),
        ('<w:docGrid w:type="lines"/>', "w:docGrid"),
        ('<w:footnotePr><w:numFmt w:val="lowerRoman"/></w:footnotePr>', "w:footnotePr"),
        ("<w:sectPrChange/>", "w:sectPrChange"),
        ("<w:nyhet/>", "w:nyhet"),
    ],
)
def test_what_a_section_cannot_be_is_named(more: str, named: str) -> None:
    assert Word(p(), section=section(more)).refused == [named]


def test_a_page_without_size_or_margins_is_refused() -> None:
    assert Word(p(), section="<w:sectPr/>").refused == ["w:pgSz"]
    assert Word(p(), section=section(page='<w:pgSz w:w="1" w:h="1"/><w:pgMar w:top="1"/>')).refused == ["w:pgMar"]
    assert Word(p(), section="").refused == ["w:sectPr"]


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ('<w:defaultTabStop w:val="0"/>', "w:defaultTabStop"),
        ("<w:mirrorMargins/>", "w:mirrorMargins"),
        ("<w:printTwoOnOne/>", "w:printTwoOnOne"),
        ("<w:nyhet/>", "w:nyhet"),
        ("<w:compat><w:noLeading/></w:compat>", "w:noLeading"),
        ('<w:compat><w:compatSetting w:name="nytt" w:val="1"/></w:compat>', "w:compatSetting w:name=nytt"),
        ("<w:autoHyphenation/>", "w:autoHyphenation"),
        ('<w:footnotePr><w:pos w:val="beneathText"/></w:footnotePr>', "w:footnotePr"),
    ],
)
def test_a_setting_that_changes_the_pages_is_named(settings: str, named: str) -> None:
    assert Word(p(r("a")), {"settings": settings}).refused == [named]


@pytest.mark.parametrize(
    ("settings", "body"),
    [
        ('<w:autoHyphenation w:val="0"/><w:compat><w:noLeading w:val="0"/><w:useFELayout/></w:compat>', p(r("a"))),
        ("<w:autoHyphenation/>", p(r("a"), "<w:suppressAutoHyphens/>") + p()),
        ("<w:compat><w:doNotExpandShiftReturn/></w:compat>", p("<w:r><w:br/></w:r>")),
        ("<w:zoom/><w:rsids/><w:proofState/><w14:docId/><m:mathPr/><w:footnotePr><w:footnote/></w:footnotePr>", p()),
    ],
)
def test_a_setting_without_effect_is_passed_over(settings: str, body: str) -> None:
    assert Word(body, {"settings": settings}).read.sections


@pytest.mark.parametrize(
    ("setting", "body"),
    [
        ("doNotExpandShiftReturn", p("<w:r><w:br/></w:r>", '<w:jc w:val="both"/>')),
        ("splitPgBreakAndParaMark", p('<w:r><w:br w:type="page"/></w:r>')),
    ],
)
def test_a_setting_of_older_words_is_named_where_it_has_an_effect(setting: str, body: str) -> None:
    word = Word(body, {"settings": f"<w:compat><w:{setting}/></w:compat>"})
    assert word.refused == [f"w:{setting}"]


def test_mirrored_margins_that_are_equal_have_no_effect() -> None:
    even = section(page=PAGE.replace('w:left="1701"', 'w:left="1134"'))
    assert Word(p(), {"settings": "<w:mirrorMargins/>"}, section=even).read.sections


def test_the_documents_own_words_are_read() -> None:
    settings = (
        '<w:defaultTabStop w:val="1304"/><w:compat><w:compatSetting w:name="compatibilityMode" w:val="14"/></w:compat>'
    )
    styles = '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="sv-SE"/></w:rPr></w:rPrDefault></w:docDefaults>'
    core = f'<c:x xmlns:c="{OFFICE}" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title> Beslut </dc:title></c:x>'
    document = Word(p(), {"settings": settings, "styles": styles}, core=core).read
    assert (document.title, document.lang, document.default_tab, document.compatibility) == (
        *("Beslut", "sv-SE"),
        65.2,
        14,
    )


def test_the_language_of_the_default_style_is_the_documents() -> None:
    styles = style("Normal", '<w:rPr><w:lang w:val="en-GB"/></w:rPr>', default=True)
    document = Word(p(r("a") + r("b", '<w:lang w:val="sv-SE"/>')), {"styles": styles}).read
    first = document.sections[0].blocks[0]
    assert isinstance(first, Paragraph)
    assert document.lang == "en-GB"
    assert [one.look.lang for one in first.inlines] == ["", "sv-SE"]  # type: ignore[union-attr]


def headed(*kinds: str, name: str = "header") -> str:
    return "".join(f'<w:{name}Reference w:type="{kind}" r:id="{name}{place}"/>' for place, kind in enumerate(kinds))


def test_headers_are_those_of_the_section_before_where_it_has_none() -> None:
    parts = {"header0": p(r("Vanligt")), "header1": p(r("Första")), "header2": p(r("Nytt")), "footer0": p(r("Fot"))}
    first = section(headed("default", "first") + headed("default", name="footer") + "<w:titlePg/>")
    second = section('<w:headerReference w:type="default" r:id="header2"/>')
    third = section("<w:titlePg/>")
    word = Word(p(r("1"), first) + p(r("2"), second) + p(r("3")), parts, section=third)
    said = [{kind: words(one) for kind, one in made.headers.items()} for made in word.read.sections]
    assert said == [
        {"default": ["Vanligt"], "first": ["Första"]},
        {"default": ["Nytt"]},
        {"default": ["Nytt"], "first": ["Första"]},
    ]
    assert [words(made.footers["default"]) for made in word.read.sections] == [["Fot"]] * 3
    assert [text_of(one) for made in word.read.sections for one in made.blocks if isinstance(one, Paragraph)] == [
        *("1", "2", "3")
    ]


def test_headers_of_even_pages_are_read_when_the_document_has_them() -> None:
    parts = {"header0": p(r("Udda")), "header1": p(r("Jämn")), "settings": "<w:evenAndOddHeaders/>"}
    one = Word(p(), parts, section=section(headed("default", "even"))).read.sections[0]
    assert (one.even_and_odd, words(one.headers["even"])) == (True, ["Jämn"])


def test_a_header_that_is_not_printed_is_not_refused_either() -> None:
    parts = {"header0": p("<w:ins/>")}
    assert Word(p(), parts, section=section(headed("first"))).read.sections[0].headers == {}


def test_a_page_number_is_counted_as_its_section_counts() -> None:
    roman = section(headed("default") + '<w:pgNumType w:fmt="lowerRoman"/>')
    document = Word(p(NUMBER, roman) + p(NUMBER), {"header0": p(NUMBER)}).read
    bodies = [one for made in document.sections for one in made.blocks if isinstance(one, Paragraph)]
    headers = [made.headers["default"].blocks[0] for made in document.sections]
    said = [[one for one in block.inlines if isinstance(one, PageCount)] for block in (*bodies, *headers)]  # type: ignore[union-attr]
    assert [(one.counted, one.numbering) for found in said for one in found] == [
        (Counted.PAGE, numbering) for numbering in ("lowerRoman", "decimal", "lowerRoman", "decimal")
    ]


def test_a_field_that_differs_from_page_to_page_is_refused_in_a_header() -> None:
    field = '<w:fldSimple w:instr="STYLEREF Rubrik"><w:r><w:t>Beslut</w:t></w:r></w:fldSimple>'
    assert Word(p(field)).read.sections
    assert Word(p(), {"header0": p(field)}, section=section(headed("default"))).refused == ["field STYLEREF"]


def test_a_link_in_a_header_to_a_place_that_the_body_does_not_mark_is_plain_text() -> None:
    link = f'<w:hyperlink w:anchor="Plats">{r("dit")}</w:hyperlink>'
    word = Word(p('<w:bookmarkStart w:name="Plats"/>'), {"header0": p(link)}, section=section(headed("default")))
    assert words(word.read.sections[0].headers["default"]) == ["dit"]


def test_a_refusal_tells_part_paragraph_and_construct_of_each() -> None:
    parts = {"header0": p() + p("<w:ins/>"), "settings": "<w:printTwoOnOne/>"}
    with pytest.raises(CannotSet) as caught:
        read(Word(p("<w:del/>"), parts, section=section(headed("default"))).docx)
    assert caught.value.constructs == (
        Construct("word/settings.xml", 0, "w:printTwoOnOne"),
        Construct("word/document.xml", 1, "w:del"),
        Construct("word/header0.xml", 2, "w:ins"),
    )
    assert (caught.value.code, caught.value.facts) == (
        "P-11",
        {"dokumentdel": "word/settings.xml", "stycke": "–", "element": "w:printTwoOnOne", "fler": "2"},
    )


def zipped(**parts: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as file:
        for name, content in parts.items():
            file.writestr(name.replace("__", "/").replace("_x", ".x").replace("_r", ".r"), content)
    return target.getvalue()


def changed(name: str, content: bytes) -> bytes:
    """Return a whole Word file with one part exchanged."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(Word(p()).docx)) as whole, zipfile.ZipFile(target, "w") as file:
        for one in whole.namelist():
            file.writestr(one, content if one == name else whole.read(one))
    return target.getvalue()


with zipfile.ZipFile(io.BytesIO(Word(p()).docx)) as _whole:
    WHOLE = _whole.read("word/document.xml")
BROKEN = {
    "no archive": b"PK\3\4 nej",
    "nothing": b"",
    "no relationships": zipped(a="b"),
    "half an archive": Word(p()).docx[:-40],
    "a damaged part": Word(p(r("Beslut"))).docx.replace(b"Beslut", b"Besked"),
    "no XML": changed("word/document.xml", b"<w:document"),
    "another root": changed("word/document.xml", b"<html/>"),
    "a DOCTYPE": changed("word/document.xml", b"<!DOCTYPE x>" + WHOLE),
    "a part that is missing": changed("_rels/.rels", b"<Relationships/>"),
    "a header that is missing": Word(p(), section=section(headed("default"))).docx,
    "a note that is missing": Word(p('<w:r><w:footnoteReference w:id="9"/></w:r>')).docx,
    "a link that is missing": Word(p('<w:hyperlink r:id="rId7"/>')).docx,
    "a number that is none": Word(p(), {"numbering": '<w:num w:numId="x"/>'}).docx,
}


@pytest.mark.parametrize("docx", BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_refused_as_one(docx: bytes) -> None:
    with pytest.raises(RecordError) as caught:
        read(docx)
    assert caught.value.code == "P-06"
