"""Paragraphs stand where Word sets them: their distances, their lines, and what keeps them together."""

import pytest
from written import ARIAL, LORUM, OVER, SINGLE, Content, cell, paragraph, places, refused, row, table, typeset, words
from yardstick import Word

from docgen.typesetting.formats import Align, LineRule, Look, Shape
from docgen.typesetting.model import Break, PageBreak, Text

LINES_A_PAGE = 31  # of Arial 11 in 400 points


def baselines(found: list[Word]) -> list[float]:
    """Return the baselines of all lines, from the top of the first page."""
    return sorted({round(word.y + 600 * word.page, 2) for word in found})


@pytest.mark.parametrize(
    ("above", "below", "distance"),
    [
        (Shape(after=10), Shape(before=4), 10),
        (Shape(after=4), Shape(before=10), 10),
        (Shape(after=10, contextual=True), Shape(before=4), 4),
        (Shape(after=10), Shape(before=4, contextual=True), 10),
        (Shape(after=10, contextual=True), Shape(before=4, contextual=True), 0),
        (Shape(after=10, contextual=True), Shape(before=4, contextual=True, style="Annan"), 10),
    ],
)
def test_the_distance_of_two_paragraphs_is_the_larger_of_theirs(above: Shape, below: Shape, distance: float) -> None:
    found = places(paragraph("Ett", shape=above), paragraph("två", shape=below))
    assert found["två"].y - found["Ett"].y == pytest.approx(SINGLE + distance, abs=0.05)


def test_space_above_is_kept_at_the_top_of_the_document_and_after_a_page_break() -> None:
    breaking = paragraph("Två", before=20, page_break_before=True)
    found = places(paragraph("Ett", before=20), breaking, paragraph(PageBreak()), paragraph("Tre", before=20))
    assert [found[one].y for one in ("Ett", "Två", "Tre")] == [pytest.approx(120 + OVER)] * 3
    assert [found[one].page for one in ("Ett", "Två", "Tre")] == [0, 1, 2]


def test_space_above_is_dropped_where_the_page_was_full() -> None:
    found = places(*["rad"] * LINES_A_PAGE, paragraph("Nästa", before=20))
    assert [found["Nästa"].page, found["Nästa"].y] == [1, pytest.approx(100 + OVER)]


def test_a_page_holds_as_many_lines_as_fit() -> None:
    found = words(*["rad"] * (LINES_A_PAGE + 1))
    assert [word.page for word in found].count(0) == LINES_A_PAGE


@pytest.mark.parametrize(
    ("rule", "line", "first", "pitch"),
    [
        (LineRule.AUTO, 1.0, OVER, SINGLE),
        (LineRule.AUTO, 2.0, OVER, 2 * SINGLE),
        (LineRule.AUTO, 0.8, OVER - 0.2 * SINGLE, 0.8 * SINGLE),
        (LineRule.AT_LEAST, 24.0, 24 - (SINGLE - OVER), 24),
        (LineRule.AT_LEAST, 6.0, OVER, SINGLE),
        (LineRule.EXACT, 15.0, 12, 15),
        (LineRule.EXACT, 10.0, 8, 10),
    ],
)
def test_the_height_of_lines_follows_the_rule(rule: LineRule, line: float, first: float, pitch: float) -> None:
    ys = baselines(words(paragraph("Ett", Break(ARIAL), "två", line=line, line_rule=rule)))
    assert ys == [pytest.approx(100 + first, abs=0.05), pytest.approx(100 + first + pitch, abs=0.05)]


def test_what_a_multiple_adds_lies_below_the_last_line_too() -> None:
    found = places(paragraph("Ett", line=2), "två")
    assert found["två"].y - found["Ett"].y == pytest.approx(2 * SINGLE, abs=0.05)


def test_a_line_is_as_high_as_its_largest_text() -> None:
    found = places("Ett", paragraph("två ", Text("stor", Look("Arial", 16.5))), "tre")
    assert found["två"].y == found["stor"].y
    assert found["tre"].y - found["Ett"].y == pytest.approx(2.5 * SINGLE, abs=0.1)


def test_an_empty_paragraph_is_as_high_as_its_mark() -> None:
    found = places("Ett", paragraph(look=Look("Arial", 22)), "två")
    assert found["två"].y - found["Ett"].y == pytest.approx(3 * SINGLE, abs=0.1)


def test_a_line_without_text_is_a_line() -> None:
    found = places(paragraph("Ett", Break(ARIAL), Break(ARIAL), "två", Break(ARIAL)), "tre")
    assert found["två"].y - found["Ett"].y == pytest.approx(2 * SINGLE, abs=0.05)
    assert found["tre"].y - found["två"].y == pytest.approx(2 * SINGLE, abs=0.05)


@pytest.mark.parametrize(
    ("align", "left"), [(Align.LEFT, 120), (Align.CENTER, 120 + 170 - 15), (Align.RIGHT, 460 - 30), (Align.BOTH, 120)]
)
def test_text_stands_between_its_indents_as_it_is_aligned(align: Align, left: float) -> None:
    (word,) = words(paragraph("mmm", align=align, left=20, right=40, look=Look("Courier New", 16.667)))
    assert word.x == pytest.approx(left, abs=0.1)


@pytest.mark.parametrize(("first", "places_"), [(15.0, (135, 120)), (-15.0, (105, 120)), (0.0, (120, 120))])
def test_the_first_line_is_indented_or_hangs(first: float, places_: tuple[float, float]) -> None:
    found = words(paragraph(LORUM * 2, left=20, first=first))
    ys = baselines(found)
    assert tuple(min(word.x for word in found if round(word.y, 2) == y) for y in ys[:2]) == pytest.approx(
        places_, abs=0.1
    )


def test_justified_lines_reach_both_edges_but_for_the_last() -> None:
    found = words(paragraph(LORUM * 3, align=Align.BOTH))
    ends = [max(word.end for word in found if round(word.y, 2) == y) for y in baselines(found)]
    assert ends[:-1] == [pytest.approx(500, abs=0.1)] * (len(ends) - 1)
    assert ends[-1] < 499


def page_of(word: str, *content: Content) -> int:
    return places(*content)[word].page


def test_a_paragraph_kept_with_the_next_goes_with_it() -> None:
    lines = ["rad"] * (LINES_A_PAGE - 1)
    assert page_of("Rubrik", *lines, "Rubrik", "brödtext") == 0
    assert page_of("Rubrik", *lines, paragraph("Rubrik", keep_next=True), "brödtext") == 1


def test_a_chain_of_kept_paragraphs_goes_as_a_whole() -> None:
    chain = [paragraph(f"led{one}", keep_next=True) for one in range(6)]
    found = places(*["rad"] * (LINES_A_PAGE - 6), *chain, "slut")
    assert {found[f"led{one}"].page for one in range(6)} == {1}


def test_a_paragraph_kept_with_a_table_goes_with_its_first_row() -> None:
    lines = ["rad"] * (LINES_A_PAGE - 1)
    assert page_of("Rubrik", *lines, paragraph("Rubrik", keep_next=True), table(row("a", "b"))) == 1


@pytest.mark.parametrize(("kept", "page"), [(True, 1), (False, 0)])
def test_an_empty_paragraph_too_is_kept_with_the_next(kept: bool, page: int) -> None:  # noqa: FBT001 - a parameter
    lines = ["rad"] * (LINES_A_PAGE - 2)
    assert page_of("Rubrik", *lines, paragraph("Rubrik", keep_next=True), paragraph(keep_next=kept), "text") == page


def test_lines_kept_together_stand_on_one_page() -> None:
    lines = ["rad"] * (LINES_A_PAGE - 2)
    three = [one for line in ("Ett", "två", "tre", "fyra") for one in (line, Break(ARIAL))][:-1]
    assert page_of("Ett", *lines, paragraph(*three)) == 0
    assert page_of("Ett", *lines, paragraph(*three, keep_lines=True)) == 1


@pytest.mark.parametrize(("is_on", "alone"), [(True, 1), (False, 0)])
def test_no_line_stands_alone_at_the_foot_of_a_page(is_on: bool, alone: int) -> None:  # noqa: FBT001 - a parameter
    three = [one for line in ("Ett", "två", "tre", "fyra") for one in (line, Break(ARIAL))][:-1]
    lines = ["rad"] * (LINES_A_PAGE - 1)
    assert page_of("Ett", *lines, paragraph(*three, widow_control=is_on)) == alone


def test_no_line_stands_alone_at_the_top_of_a_page() -> None:
    three = [one for line in ("Ett", "två", "tre", "fyra") for one in (line, Break(ARIAL))][:-1]
    lines = ["rad"] * (LINES_A_PAGE - 3)
    assert page_of("tre", *lines, paragraph(*three)) == 1
    assert page_of("tre", *lines, paragraph(*three, widow_control=False)) == 0


def test_a_page_break_inside_a_paragraph_leaves_nothing_on_the_new_page_but_what_follows() -> None:
    found = places(paragraph("Ett", PageBreak()), "två")
    assert [found["två"].page, found["två"].y] == [1, pytest.approx(100 + OVER)]
    found = places(paragraph("Ett", PageBreak(), "två"))
    assert [found["två"].page, found["två"].y] == [1, pytest.approx(100 + OVER)]


def test_two_page_breaks_leave_a_page_without_text() -> None:
    assert places("Ett", paragraph(PageBreak()), paragraph(PageBreak()), "två")["två"].page == 2


def test_the_space_around_the_paragraphs_of_a_cell_is_kept() -> None:
    inside = cell(0, paragraph("inne", before=7, after=9))
    found = places("Ett", table(row(inside), widths=[100]), "två")
    assert found["inne"].y - found["Ett"].y == pytest.approx(SINGLE + 7, abs=0.05)
    assert found["två"].y - found["inne"].y == pytest.approx(SINGLE + 9, abs=0.05)


def test_the_space_around_a_table_is_that_of_the_paragraphs() -> None:
    found = places(paragraph("Ett", after=5), table(row("inne"), widths=[100]), paragraph("två", before=6))
    assert found["inne"].y - found["Ett"].y == pytest.approx(SINGLE + 5, abs=0.05)
    assert found["två"].y - found["inne"].y == pytest.approx(SINGLE + 6, abs=0.05)


def test_lines_of_sizes_that_a_multiple_spreads_unevenly_are_refused() -> None:
    uneven = paragraph(LORUM * 9, Text("stor", Look("Arial", 36)), line=1.5)
    assert refused(uneven) == ["w:spacing + w:sz"]


def test_the_same_document_gives_the_same_bytes() -> None:
    assert typeset(LORUM, table(row("a", "b"))) == typeset(LORUM, table(row("a", "b")))


@pytest.mark.parametrize(
    ("family", "size", "high"),
    [
        ("Arial", 6.5, 7.45),
        ("Arial", 8.5, 9.8),
        ("Arial", 11, 12.65),
        ("Arial", 12.5, 14.35),
        ("Arial", 13, 15.0),
        ("Arial", 16, 18.45),
        ("Times New Roman", 10, 11.55),
        ("Courier New", 16, 18.15),
    ],
)
def test_a_line_is_as_high_as_libreoffice_sets_it(family: str, size: float, high: float) -> None:
    look = Look(family, size)
    found = places(paragraph("Ett", look=look), paragraph("två", look=look))
    assert found["två"].y - found["Ett"].y == pytest.approx(high, abs=0.01)
