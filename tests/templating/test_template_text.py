import io
import zipfile
from collections.abc import Mapping

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from mallar import packed

from docgen.templating.text import printed, read

Members = Mapping[str, bytes]
NAMESPACES = (
    f'{nsdecls("w", "r", "wp", "a")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def unpacked(content: bytes) -> Members:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def body(*blocks: str) -> Members:
    """Return the parts of a Word file whose body is the XML ``blocks``."""
    document = docx.Document()
    for block in reversed(blocks):
        xml = block.replace(">", f" {NAMESPACES}>", 1) if not block.startswith("<w:p/>") else block
        document.element.body.insert(0, parse_xml(xml))
    return unpacked(packed(document))


def lines(members: Members, word: str = "brodtext") -> list[str]:
    return next((told for part, told in read(members) if part.word == word), [])


def run(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def test_a_tag_that_word_has_split_is_told_whole() -> None:
    assert lines(body(f"<w:p>{run('{{ na')}<w:proofErr w:type='spellEnd'/>{run('mn }}')}</w:p>")) == ["{{ namn }}"]


def test_a_table_row_is_one_line_and_an_inner_table_stands_in_its_cell() -> None:
    inner = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    cells = f"<w:tc><w:p>{run('a')}</w:p>{inner}<w:p/></w:tc><w:tc><w:p>{run('b')}</w:p></w:tc>"
    assert lines(body(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>")) == ["a / x | b"]


def test_what_is_in_a_content_control_is_told() -> None:
    assert lines(body(f"<w:sdt><w:sdtContent><w:p>{run('i')}</w:p></w:sdtContent></w:sdt>")) == ["i"]


def test_a_text_box_is_told_once_though_word_saves_it_twice() -> None:
    box = f"<w:txbxContent><w:p>{run('ruta')}</w:p></w:txbxContent>"
    choice = f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
    fallback = f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
    members = body(
        f"<w:p>{run('runt om')}<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r></w:p>"
    )
    assert lines(members) == ["runt om", "ruta"]
    assert printed(members) == "runt om ruta"


FIELD = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>= {{ n }}</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
ANCHOR = '<wp:inline><wp:docPr id="1" name="logotyp" descr="{{ x }}"/></wp:inline>'
PICTURE = f"<w:p><w:r><w:drawing>{ANCHOR}</w:drawing></w:r></w:p>"
HIDDEN = run("osynligt", "<w:rPr><w:vanish/></w:rPr>")
SHOWN = run("synligt", '<w:rPr><w:vanish w:val="0"/></w:rPr>')


@pytest.mark.parametrize(
    ("block", "told", "on_paper"),
    [
        (FIELD, "[= {{ n }}→7]", "7"),
        ('<w:p><w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>', "[PAGE→1]", "1"),
        (PICTURE, "[logotyp: {{ x }}]", ""),
        ("<w:p><w:del><w:r><w:delText>bort</w:delText></w:r></w:del></w:p>", "[-bort-]", ""),
        (f"<w:p><w:ins>{run('in')}</w:ins></w:p>", "in", "in"),
        (f"<w:p><w:moveFrom>{run('flyttat')}</w:moveFrom></w:p>", "flyttat", ""),
        (f"<w:p>{HIDDEN}</w:p>", "osynligt", ""),
        (f"<w:p>{SHOWN}</w:p>", "synligt", "synligt"),
        (f"<w:p>{run('a')}<w:r><w:br/><w:tab/></w:r>{run('b')}</w:p>", "a ↵ \tb", "a b"),
        ("<w:p><w:pPr><w:tabs><w:tab w:val='left' w:pos='1'/></w:tabs></w:pPr><w:r><w:t>x</w:t></w:r></w:p>", "x", "x"),
    ],
)
def test_what_shows_on_paper_and_what_a_template_says_are_kept_apart(block: str, told: str, on_paper: str) -> None:
    members = body(block)
    assert lines(members) == [told]
    assert printed(members) == on_paper


def test_headers_and_footers_are_called_what_word_calls_them_and_an_unused_one_is_told() -> None:
    document = docx.Document()
    document.add_section()
    first, second = document.sections
    first.header.paragraphs[0].text = "alla"
    first.different_first_page_header_footer = True
    first.first_page_header.paragraphs[0].text = "första"
    document.settings.odd_and_even_pages_header_footer = True
    first.even_page_footer.paragraphs[0].text = "jämna"
    second.header.is_linked_to_previous = False
    second.header.paragraphs[0].text = "andra avsnittet"
    second.footer.is_linked_to_previous = False
    second.footer.paragraphs[0].text = "löst"
    (reference,) = second._sectPr.footerReference_lst  # noqa: SLF001
    second._sectPr.remove(reference)  # noqa: SLF001
    document.core_properties.title = "{{ rubrik }}"
    told = [(part.word, part.section, said) for part, said in read(unpacked(packed(document)))]
    assert told[:6] == [
        ("sidhuvud_forsta", 1, ["första"]),
        ("sidhuvud", 1, ["alla"]),
        ("sidhuvud", 2, ["andra avsnittet"]),
        ("sidfot_jamna", 1, ["jämna"]),
        ("sidfot_oanvant", 0, ["löst"]),
        ("egenskap_titel", 0, ["{{ rubrik }}"]),
    ]
    assert "löst" not in printed(unpacked(packed(document)))


def test_what_a_section_was_before_a_tracked_change_is_no_section() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "alla"
    change = f'<w:sectPrChange {nsdecls("w")} w:id="1" w:author="x"><w:sectPr/></w:sectPrChange>'
    document.sections[0]._sectPr.append(parse_xml(change))  # noqa: SLF001
    assert next(iter(read(unpacked(packed(document)))))[0].section == 0


def test_the_text_of_the_same_file_is_always_the_same() -> None:
    members = body(f"<w:p>{run('a')}</w:p>", FIELD)
    assert list(read(members)) == list(read(dict(reversed(list(members.items())))))


@pytest.mark.parametrize("broken", [b"", b"<w:p", b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'])
def test_a_part_that_is_no_xml_says_nothing(broken: bytes) -> None:
    members = {**body(f"<w:p>{run('a')}</w:p>"), "word/document.xml": broken}
    assert lines(members) == []
    assert printed(members) == ""
