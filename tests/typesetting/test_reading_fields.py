import pytest
from snippets import Word, inlines_of, p, r, text_of

from docgen.typesetting.formats import Look
from docgen.typesetting.model import Bookmark, Counted, Inline, Link, NoteRef, PageCount, PageOf, Paragraph, Text

PLAIN = Look("Times New Roman", 10.0)
MARK = '<w:bookmarkStart w:id="1" w:name="Plats"/><w:bookmarkEnd w:id="1"/>'


def char(kind: str, more: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"{more}/></w:r>'


def code(instruction: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>'


def complex_field(instruction: str, result: str | None = "7", more: str = "") -> str:
    """Return a field whose instruction is text or runs, nested fields among them."""
    said = instruction if "<w:" in instruction else code(instruction)
    end = "" if result is None else char("separate") + (result if "<w:" in result else r(result))
    return char("begin", more) + said + end + char("end")


def simple_field(instruction: str, result: str = "7") -> str:
    return f'<w:fldSimple w:instr="{instruction}">{r(result)}</w:fldSimple>'


def read(content: str) -> tuple[Inline, ...]:
    return inlines_of(Word(p(content)))


@pytest.mark.parametrize("field", [complex_field, simple_field])
@pytest.mark.parametrize(
    ("instruction", "expected"),
    [
        (" PAGE ", PageCount(Counted.PAGE, PLAIN)),
        (r"PAGE \* MERGEFORMAT", PageCount(Counted.PAGE, PLAIN)),
        (r" page  \* Arabic  \* MERGEFORMAT ", PageCount(Counted.PAGE, PLAIN)),
        (r"PAGE \* roman", PageCount(Counted.PAGE, PLAIN, 0, "lowerRoman")),
        (r"PAGE \* ROMAN", PageCount(Counted.PAGE, PLAIN, 0, "upperRoman")),
        (r"NUMPAGES \# 0", PageCount(Counted.PAGES, PLAIN)),
        ("SECTIONPAGES", PageCount(Counted.SECTION_PAGES, PLAIN)),
    ],
)
def test_page_fields_are_counted_when_the_pages_are_made(field: object, instruction: str, expected: PageCount) -> None:
    assert callable(field)
    assert read(field(instruction)) == (expected,)


@pytest.mark.parametrize(
    ("before", "after", "offset"),
    [(" = ", " + 11 ", 11), ("=4+", "", 4), ("= ", " - 2", -2), ("=", r" + 1 \* MERGEFORMAT", 1), ("=", "", 0)],
)
def test_a_formula_of_the_page_number_runs_on(before: str, after: str, offset: int) -> None:
    formula = complex_field(code(before) + complex_field(" PAGE ") + code(after), "12")
    assert read(formula) == (PageCount(Counted.PAGE, PLAIN, offset),)


@pytest.mark.parametrize("nested", [complex_field("NUMPAGES"), complex_field("REF Plats", "x")])
def test_another_formula_of_fields_is_refused(nested: str) -> None:
    assert Word(p(complex_field(code("= 1 + ") + nested))).refused == ["field ="]


def test_a_number_has_the_look_of_its_result() -> None:
    bold = complex_field("PAGE", "<w:r><w:rPr><w:b/></w:rPr><w:t>1</w:t></w:r>")
    alone = char("begin") + "<w:r><w:rPr><w:i/></w:rPr><w:instrText>PAGE</w:instrText></w:r>" + char("end")
    looks = [(one.look.bold, one.look.italic) for one in read(bold + alone) if isinstance(one, PageCount)]
    assert looks == [(True, False), (False, True)]


@pytest.mark.parametrize(
    "instruction", ["REF Plats", "DATE", r"DOCPROPERTY Titel \* MERGEFORMAT", "SEQ Tabell", "= SUM(ABOVE)", "FORMTEXT"]
)
def test_a_saved_result_is_printed_as_it_stands(instruction: str) -> None:
    assert read(r("Se ") + complex_field(instruction, "2026") + r(".")) == (Text("Se 2026.", PLAIN),)


def test_a_locked_page_number_is_printed_as_it_was_saved() -> None:
    assert read(complex_field("PAGE", "5", ' w:fldLock="1"')) == (Text("5", PLAIN),)


@pytest.mark.parametrize("instruction", ["XE &quot;ord&quot;", "TC rubrik", "SET x 1"])
def test_a_field_that_only_marks_a_place_prints_nothing(instruction: str) -> None:
    assert read(r("a") + complex_field(instruction, None) + r("b")) == (Text("ab", PLAIN),)


@pytest.mark.parametrize(
    ("field", "named"),
    [
        (complex_field("IF 1=1 a b"), "field IF"),
        (complex_field("MERGEFIELD Namn"), "field MERGEFIELD"),
        (complex_field("ASK x"), "field ASK"),
        (complex_field("INCLUDETEXT x"), "field INCLUDETEXT"),
        (complex_field("NYHET"), "field NYHET"),
        (complex_field("FORMDROPDOWN"), "field FORMDROPDOWN"),
        (complex_field(r"PAGE \* ArabicDash"), "field PAGE"),
        (complex_field(r"PAGE \# 000"), "field PAGE"),
        (complex_field("PAGEREF Saknas"), "field PAGEREF"),
        (complex_field(r"PAGEREF Plats \p"), "field PAGEREF"),
        (complex_field("REF Plats", None), "field REF"),
        (complex_field("TOC", None), "field TOC"),
        (char("end"), "w:fldChar w:fldCharType=end"),
    ],
)
def test_a_field_whose_print_cannot_be_told_is_named(field: str, named: str) -> None:
    assert Word(p(MARK + field)).refused == [named]


@pytest.mark.parametrize(("checked", "sign"), [("", "☐"), ("<w:checked/>", "☒"), ('<w:checked w:val="0"/>', "☐")])
def test_the_box_of_an_old_form_is_printed_as_it_is_checked(checked: str, sign: str) -> None:
    box = f"<w:ffData><w:checkBox><w:sizeAuto/><w:default w:val='0'/>{checked}</w:checkBox></w:ffData>"
    begin = f'<w:r><w:fldChar w:fldCharType="begin">{box}</w:fldChar></w:r>'
    field = begin + code(" FORMCHECKBOX ") + char("end")
    assert text_of(Word(p(field)).paragraphs[0]) == sign


@pytest.mark.parametrize(
    ("content", "target"),
    [
        (f'<w:hyperlink r:id="rId9">{r("här")}</w:hyperlink>', "https://exempel.se/"),
        (f'<w:hyperlink r:id="rId9" w:anchor="del">{r("här")}</w:hyperlink>', "https://exempel.se/#del"),
        (f'<w:hyperlink w:anchor="Plats">{r("här")}</w:hyperlink>', "#Plats"),
        (complex_field(" HYPERLINK &quot;https://exempel.se/&quot; ", "här"), "https://exempel.se/"),
        (complex_field(r"HYPERLINK https://exempel.se/ \l del \o Tips", "här"), "https://exempel.se/#del"),
        (complex_field(r"HYPERLINK \l Plats", "här"), "#Plats"),
        (complex_field(r"REF Plats \h", "här"), "#Plats"),
    ],
)
def test_a_link_leads_to_an_address_or_a_bookmark(content: str, target: str) -> None:
    word = Word(p(MARK + content), links={"rId9": "https://exempel.se/"})
    links = [one for one in inlines_of(word) if isinstance(one, Link)]
    assert links == [Link(target, (Text("här", PLAIN),))]


def test_a_link_within_a_link_is_one_link() -> None:
    inner = complex_field(r"REF Plats \h", "två")
    content = f'{MARK}<w:hyperlink w:anchor="Plats">{r("ett ")}{inner}{r(" tre")}</w:hyperlink>'
    assert read(content)[1:] == (Link("#Plats", (Text("ett två tre", PLAIN),)),)


def test_a_link_to_a_bookmark_that_is_gone_is_plain_text() -> None:
    assert read(f'<w:hyperlink w:anchor="Borta">{r("här")}</w:hyperlink>') == (Text("här", PLAIN),)


def test_a_link_that_goes_on_in_the_next_paragraph_is_a_link_in_both() -> None:
    start = char("begin") + code("HYPERLINK https://exempel.se/") + char("separate") + r("ett")
    first, second = Word(p(start) + p(r("två") + char("end") + r(" slut"))).paragraphs
    assert first.inlines == (Link("https://exempel.se/", (Text("ett", PLAIN),)),)
    assert second.inlines == (Link("https://exempel.se/", (Text("två", PLAIN),)), Text(" slut", PLAIN))


def test_a_table_of_contents_is_printed_with_page_numbers_made_anew() -> None:
    page = complex_field(r"PAGEREF Plats \h", "3")
    entry = f'<w:hyperlink w:anchor="Plats">{r("Beslut ")}{page}</w:hyperlink>'
    body = (
        p(char("begin") + code(r"TOC \o &quot;1-3&quot; \h") + char("separate") + entry)
        + p(char("end"))
        + p(MARK + r("Beslut"))
    )
    first, second, third = Word(body).paragraphs
    assert first.inlines == (Link("#Plats", (Text("Beslut ", PLAIN), PageOf("Plats", PLAIN))),)
    assert (second.inlines, third.inlines) == ((), (Bookmark("Plats"), Text("Beslut", PLAIN)))


def test_a_page_reference_with_the_switch_h_is_a_link() -> None:
    assert read(MARK + complex_field(r"PAGEREF Plats \h")) == (
        Bookmark("Plats"),
        Link("#Plats", (PageOf("Plats", PLAIN),)),
    )


def test_only_bookmarks_that_something_points_at_are_kept() -> None:
    assert read(MARK + r("a")) == (Text("a", PLAIN),)
    between = Word(MARK + p(f'<w:hyperlink w:anchor="Plats">{r("a")}</w:hyperlink>')).paragraphs[0]
    assert between.inlines[0] == Bookmark("Plats")


def test_hidden_fields_are_not_printed() -> None:
    hidden = char("begin") + code("PAGE") + char("separate") + r("1", "<w:vanish/>") + char("end")
    saved = complex_field("REF Plats", r("b") + r("c", "<w:vanish/>"))
    assert read(r("a") + hidden + saved) == (Text("ab", PLAIN),)


def test_fields_that_are_to_be_updated_on_opening_are_refused_when_their_result_was_saved() -> None:
    settings = {"settings": "<w:updateFields/>"}
    assert Word(p(complex_field("TOC", "1")), settings).refused == ["w:updateFields"]
    assert inlines_of(Word(p(complex_field("PAGE", "1")), settings)) == (PageCount(Counted.PAGE, PLAIN),)


NOTES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:id="3"><w:p><w:r><w:footnoteRef/></w:r>'
    '<w:r><w:t xml:space="preserve"> Tre</w:t></w:r></w:p></w:footnote>'
    '<w:footnote w:id="2"><w:p><w:r><w:t>Två</w:t></w:r></w:p></w:footnote>'
)


def ref(note: int, more: str = "") -> str:
    return f'<w:r><w:footnoteReference w:id="{note}"{more}/></w:r>'


def test_footnotes_are_numbered_in_the_order_of_their_references() -> None:
    document = Word(p(ref(3) + ref(2)), {"footnotes": NOTES}).read
    first = document.sections[0].blocks[0]
    assert isinstance(first, Paragraph)
    assert first.inlines == (NoteRef("3", "1", PLAIN), NoteRef("2", "2", PLAIN))
    said = {
        name: text_of(one)
        for name, story in document.notes.items()
        for one in story.blocks
        if isinstance(one, Paragraph)
    }
    assert said == {"3": "1 Tre", "2": "Två"}
    assert [story.part for story in document.notes.values()] == ["word/footnotes.xml"] * 2


@pytest.mark.parametrize(
    ("content", "notes", "named"),
    [
        (ref(2, ' w:customMarkFollows="1"'), NOTES, "w:footnoteReference"),
        (ref(2), NOTES.replace("<w:separator/>", "<w:t>Noter</w:t>"), "w:footnote w:type=separator"),
        (r("a") + "<w:r><w:footnoteRef/></w:r>", NOTES, "w:footnoteRef"),
    ],
)
def test_unusual_footnotes_are_named(content: str, notes: str, named: str) -> None:
    assert Word(p(content), {"footnotes": notes}).refused == [named]
