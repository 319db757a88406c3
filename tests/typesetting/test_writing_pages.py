"""Headers, footers, page numbers, sections and footnotes are on the pages where Word has them."""

from dataclasses import replace

import pytest
from drawn import lines
from written import (
    ARIAL,
    LORUM,
    OVER,
    PAGE,
    SINGLE,
    Content,
    cell,
    heard,
    paragraph,
    places,
    reader,
    refused,
    row,
    section,
    story,
    table,
    text,
    typeset,
    words,
)

from docgen.typesetting.formats import Align, Look, Shape
from docgen.typesetting.model import Counted, NoteRef, PageBreak, PageCount, Paragraph, Section, Story

LINES_A_PAGE = 31
NEW_PAGE = paragraph(PageBreak())
RAISED = Look("Arial", 11, vertical="super")


def number(counted: Counted = Counted.PAGE, offset: int = 0, numbering: str = "decimal") -> Story:
    return story(paragraph("Sida", PageCount(counted, ARIAL, offset, numbering)))


def feet(*blocks: Content, **named: object) -> list[str]:
    """Return what the page field says on each page."""
    whole = section(*blocks, **named)
    return [word.text.removeprefix("Sida") for word in words(whole) if word.text.startswith("Sida")]


def test_a_header_begins_at_its_distance_and_a_footer_ends_at_its_own() -> None:
    found = places(section("text", headers={"default": story("Huvud")}, footers={"default": story("En", "fot")}))
    assert [found["Huvud"].x, found["Huvud"].y] == [pytest.approx(100), pytest.approx(36 + OVER, abs=0.05)]
    assert found["fot"].y == pytest.approx(600 - 36 - SINGLE + OVER, abs=0.05)
    assert found["fot"].y - found["En"].y == pytest.approx(SINGLE, abs=0.05)
    assert found["text"].y == pytest.approx(100 + OVER, abs=0.05)


def test_a_header_higher_than_the_margin_pushes_the_text_down() -> None:
    high = story(*["rad"] * 8)
    found = places(section("text", headers={"default": high}))
    assert found["text"].y == pytest.approx(36 + 8 * SINGLE + OVER, abs=0.05)


def test_a_footer_higher_than_the_margin_pushes_the_text_up() -> None:
    low = story(*["fot"] * 8)
    found = words(section(*["rad"] * LINES_A_PAGE, footers={"default": low}))
    pushed = 36 + 8 * SINGLE - 100
    assert [word.page for word in found if word.text == "rad"].count(1) == -(-pushed // SINGLE)


def test_a_margin_that_may_not_grow_does_not() -> None:
    high = story(*["rad"] * 8)
    found = places(section("text", page=replace(PAGE, top=-100), headers={"default": high}))
    assert found["text"].y == pytest.approx(100 + OVER, abs=0.05)


def test_the_first_page_has_its_own_header_and_footer() -> None:
    edges = {"default": story("andra"), "first": story("första")}
    found = words(section("a", NEW_PAGE, "b", NEW_PAGE, "c", title_page=True, headers=edges, footers=edges))
    assert [word.page for word in found if word.text == "första"] == [0, 0]
    assert [word.page for word in found if word.text == "andra"] == [1, 1, 2, 2]


def test_a_first_page_without_a_header_of_its_own_has_none() -> None:
    found = words(section("a", NEW_PAGE, "b", title_page=True, headers={"default": story("andra")}))
    assert [word.page for word in found if word.text == "andra"] == [1]


@pytest.mark.parametrize(("first", "other"), [(8, 1), (1, 8), (8, 10)])
def test_each_page_begins_below_its_own_header(first: int, other: int) -> None:
    edges = {"first": story(*["rad"] * first), "default": story(*["rad"] * other)}
    found = places(section("Ett", NEW_PAGE, "två", title_page=True, headers=edges))
    tops = [max(100, 36 + lines * SINGLE) for lines in (first, other)]
    assert [found["Ett"].y, found["två"].y] == [pytest.approx(top + OVER, abs=0.05) for top in tops]


def test_a_higher_footer_on_the_first_page_leaves_less_room_there() -> None:
    edges = {"first": story(*["fot"] * 8), "default": story("fot")}
    found = words(section(*["rad"] * 62, title_page=True, footers=edges))
    lines = [word.page for word in found if word.text == "rad"]
    assert lines.count(0) == LINES_A_PAGE - -(-(36 + 8 * SINGLE - 100) // SINGLE)
    assert lines.count(1) == LINES_A_PAGE


def test_a_lower_footer_on_the_first_page_is_refused() -> None:
    edges = {"first": story("fot"), "default": story(*["fot"] * 8)}
    assert refused(section("a", title_page=True, footers=edges)) == ["w:footerReference"]


def test_even_pages_have_their_own_header() -> None:
    edges = {"default": story("udda"), "even": story("jämn")}
    found = words(section("a", NEW_PAGE, "b", NEW_PAGE, "c", even_and_odd=True, headers=edges))
    assert [(word.text, word.page) for word in found if word.text in {"udda", "jämn"}] == [
        ("udda", 0),
        ("jämn", 1),
        ("udda", 2),
    ]


def test_even_pages_of_another_height_are_refused() -> None:
    edges = {"default": story("udda"), "even": story(*["jämn"] * 8)}
    assert refused(section("a", even_and_odd=True, headers=edges)) == ["w:evenAndOddHeaders"]


def test_the_page_number_is_that_of_the_page() -> None:
    assert feet("a", NEW_PAGE, "b", footers={"default": number()}) == ["1", "2"]


def test_the_page_number_may_be_put_off() -> None:
    assert feet("a", NEW_PAGE, "b", headers={"default": number(offset=11)}) == ["12", "13"]


def test_page_numbers_may_begin_anew_and_be_roman() -> None:
    found = feet("a", NEW_PAGE, "b", footers={"default": number()}, first_number=4, numbering="lowerRoman")
    assert found == ["iv", "v"]


@pytest.mark.parametrize(
    ("numbering", "said"), [("upperRoman", "II"), ("lowerLetter", "b"), ("upperLetter", "B"), ("decimal", "2")]
)
def test_a_page_field_has_its_own_numerals(numbering: str, said: str) -> None:
    assert feet("a", NEW_PAGE, "b", footers={"default": number(numbering=numbering)})[1] == said


def test_the_number_of_pages_is_that_of_the_document() -> None:
    assert feet("a", NEW_PAGE, "b", footers={"default": number(Counted.PAGES)}) == ["2", "2"]


def test_a_page_number_in_the_text_is_that_of_its_page() -> None:
    found = text("a", NEW_PAGE, paragraph("Sida", PageCount(Counted.PAGE, ARIAL)))
    assert "Sida2" in found


def three_sections(**last: int) -> list[Section]:
    foot = {"default": number()}
    first = section("a", NEW_PAGE, "b", footers=foot)
    return [first, section("c", footers=foot), section("d", footers=foot, **last)]


def numbers(sections: list[Section]) -> list[str]:
    return [word.text.removeprefix("Sida") for word in words(*sections) if word.text.startswith("Sida")]


def test_page_numbers_go_on_in_the_next_section_unless_they_begin_anew() -> None:
    assert numbers(three_sections()) == ["1", "2", "3", "4"]
    assert numbers(three_sections(first_number=1)) == ["1", "2", "3", "1"]


def test_the_pages_of_a_section_are_counted() -> None:
    foot = {"default": number(Counted.SECTION_PAGES)}
    parts = [section("a", NEW_PAGE, "b", footers=foot), section("c", footers=foot)]
    assert numbers(parts) == ["2", "2", "1"]


def test_a_section_has_its_own_page() -> None:
    wide = replace(PAGE, width=800, height=500, left=50, top=60)
    pages = reader(section("a"), section("b", page=wide)).pages
    assert [(float(one.mediabox.width), float(one.mediabox.height)) for one in pages] == [(600, 600), (800, 500)]
    found = places(section("Ett"), section("två", page=wide))
    assert [found["två"].x, found["två"].y] == [pytest.approx(50), pytest.approx(60 + OVER, abs=0.05)]


def test_a_section_that_goes_on_alike_goes_on_upon_the_page() -> None:
    found = places(section("Ett"), section("två", starts="continuous"))
    assert [found["två"].page, found["två"].y] == [0, pytest.approx(100 + SINGLE + OVER, abs=0.05)]


@pytest.mark.parametrize("starts", ["continuous", "oddPage", "evenPage"])
def test_a_section_that_begins_otherwise_is_refused(starts: str) -> None:
    other = section("två", starts=starts, page=replace(PAGE, left=50))
    assert refused(section("Ett"), other) == ["w:sectPr"]


def test_a_section_that_goes_on_with_other_headers_is_refused() -> None:
    other = section("två", starts="continuous", headers={"default": story("Huvud")})
    assert refused(section("Ett"), other) == ["w:sectPr"]


def test_columns_stand_beside_each_other() -> None:
    found = places(section(*["rad"] * LINES_A_PAGE, "nästa", columns=2, column_gap=20))
    assert [found["nästa"].page, found["nästa"].x] == [0, pytest.approx(100 + 210)]


def note(*content: str) -> Story:
    return story(*content, part="word/footnotes.xml")


def referring(text_: str, *names: str) -> Paragraph:
    marks = [NoteRef(name, str(place), RAISED) for place, name in enumerate(names, 1)]
    return paragraph(text_, *marks)


def test_a_note_stands_at_the_foot_of_its_page() -> None:
    found = places(referring("Ett", "n1"), notes={"n1": note("Fotnot")})
    assert found["Fotnot"].y == pytest.approx(500 - SINGLE + OVER, abs=0.05)
    assert "1" in text(referring("Ett", "n1"), notes={"n1": note("Fotnot")})


def test_two_notes_stand_after_each_other() -> None:
    notes = {"n1": note("Första"), "n2": note("Andra")}
    found = places(referring("Ett", "n1", "n2"), notes=notes)
    assert found["Andra"].y - found["Första"].y == pytest.approx(SINGLE, abs=0.05)
    assert found["Andra"].y == pytest.approx(500 - SINGLE + OVER, abs=0.05)


def test_what_notes_keep_below_them_is_between_them_alone() -> None:
    notes = {name: story(paragraph(name, after=12)) for name in ("n1", "n2")}
    found = places(referring("Ett", *notes), notes=notes)
    assert found["n2"].y - found["n1"].y == pytest.approx(SINGLE + 12, abs=0.05)
    assert found["n2"].y == pytest.approx(500 - SINGLE + OVER, abs=0.05)
    (line,) = lines(typeset(referring("Ett", *notes), notes=notes))
    assert found["n1"].y - OVER - line.top == pytest.approx(3.08, abs=0.05)


def test_notes_leave_the_rest_of_their_page_to_the_text() -> None:
    notes = {name: story(paragraph(name, after=12)) for name in ("n1", "n2")}
    found = words(referring("rad", *notes), *["rad"] * 40, notes=notes)
    above = [word for word in found if word.page == 0 and word.text.startswith("rad")]
    assert len(above) == (400 - 2 * SINGLE - 12 - 6.16) // SINGLE


def test_space_above_a_paragraph_with_a_note_is_dropped_where_the_page_was_full() -> None:
    noted = paragraph("Nästa", NoteRef("n1", "1", RAISED), before=20)
    found = places(*["rad"] * LINES_A_PAGE, noted, notes={"n1": note("Fotnot")})
    assert [found["Nästa"].page, found["Nästa"].y] == [1, pytest.approx(100 + OVER, abs=0.05)]


def test_a_paragraph_with_a_note_stands_as_one_without() -> None:
    shape = Shape(left=30, first=-20, before=7, after=5, line=1.5, align=Align.BOTH)
    plain, noted = (
        words("Ett", paragraph(LORUM * 3, *mark, shape=shape), "slut", notes={"n1": note("Fotnot")})
        for mark in ((), (NoteRef("n1", "1", RAISED),))
    )
    rest = [word for word in noted if word.y < 400 and word.text != "1"]
    assert [(word.text, round(word.x, 1), round(word.y, 1)) for word in rest] == [
        (word.text, round(word.x, 1), round(word.y, 1)) for word in plain
    ]


def test_a_note_goes_with_its_reference() -> None:
    lines = ["rad"] * (LINES_A_PAGE - 1)
    found = places(*lines, referring("sist", "n1"), notes={"n1": note("Fotnot")})
    assert found["sist"].page == found["Fotnot"].page == 1


def test_a_note_is_heard_where_it_is_referred_to() -> None:
    assert "Note" in heard(referring("Ett", "n1"), notes={"n1": note("Fotnot")})


def test_a_note_in_a_cell_stands_at_the_foot_of_the_page() -> None:
    inside = table(row(cell(0, referring("Ett", "n1"))))
    assert places(inside, notes={"n1": note("Fotnot")})["Fotnot"].y > 480


def test_a_long_note_goes_on_over_the_next_page() -> None:
    long = {"n1": note(*[LORUM] * 60)}
    assert {word.page for word in words(referring("Ett", "n1"), notes=long)} >= {0, 1}
