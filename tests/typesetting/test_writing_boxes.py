"""Lines and colours around and behind paragraphs and words lie where Word draws them."""

import pytest
from drawn import Mark, areas, lines
from written import OVER, SINGLE, cell, heard, item, paragraph, places, refused, row, table, typeset

from docgen.typesetting.formats import Border, Borders, Look
from docgen.typesetting.model import Text

LINE = Border(1, space=4)
BOX = Borders(LINE, LINE, LINE, LINE)
HIGH = SINGLE + 2 * 5  # a line of text, and line and distance above and below it


def near(found: list[Mark]) -> tuple[float, ...]:
    """Return what all of ``found`` fill together: left, top, right and bottom."""
    return (
        min(one.left for one in found),
        min(one.top for one in found),
        max(one.right for one in found),
        max(one.bottom for one in found),
    )


def test_a_box_stands_around_its_text_and_takes_room_above_and_below() -> None:
    found = places(paragraph("Ett", borders=BOX), "två")
    assert [found["Ett"].x, found["Ett"].y] == [pytest.approx(100), pytest.approx(100 + 5 + OVER, abs=0.05)]
    assert found["två"].y == pytest.approx(100 + HIGH + OVER, abs=0.05)


def test_the_lines_of_a_box_lie_outside_its_text() -> None:
    found = lines(typeset(paragraph("Ett", borders=BOX), "två"))
    assert {one.width for one in found} == {1}
    assert near(found) == pytest.approx((95.5, 100.5, 504.5, 100 + HIGH - 0.5), abs=0.05)


def test_only_the_lines_asked_for_are_drawn() -> None:
    (line,) = lines(typeset(paragraph("Ett", borders=Borders(bottom=Border(2, "336699", space=1)), left=20)))
    assert [line.left, line.right] == [pytest.approx(120), pytest.approx(500)]
    assert line.top == line.bottom == pytest.approx(100 + SINGLE + 1 + 1, abs=0.05)
    assert (line.width, line.color) == (2, "336699")


def test_paragraphs_alike_stand_in_one_box() -> None:
    found = places(paragraph("Ett", borders=BOX, after=6), paragraph("två", borders=BOX))
    assert found["två"].y - found["Ett"].y == pytest.approx(SINGLE + 6, abs=0.05)
    drawn = lines(typeset(paragraph("Ett", borders=BOX, after=6), paragraph("två", borders=BOX)))
    assert near(drawn) == pytest.approx((95.5, 100.5, 504.5, 100 + HIGH + 6 + SINGLE - 0.5), abs=0.05)
    assert len([one for one in drawn if one.top == one.bottom and one.left != one.right]) <= 2


def test_paragraphs_of_other_indents_stand_in_boxes_of_their_own() -> None:
    found = places(paragraph("Ett", borders=BOX), paragraph("två", borders=BOX, left=20))
    assert found["två"].y - found["Ett"].y == pytest.approx(HIGH, abs=0.05)


def test_a_line_between_paragraphs_alike_is_refused() -> None:
    borders = Borders(between=Border(1))
    framed = Borders(LINE, LINE, LINE, LINE, Border(1))
    assert typeset(paragraph("Ett", borders=framed), "två")
    assert refused(paragraph("Ett", borders=framed), paragraph("två", borders=framed)) == ["w:between"]
    assert refused(paragraph("Ett", borders=borders), paragraph("två", borders=borders)) == ["w:between"]


def test_a_double_line_is_two_lines() -> None:
    double = Border(3, style="double", space=1)
    drawn = lines(typeset(paragraph("Ett", borders=Borders(bottom=double))))
    assert sorted(one.top for one in drawn) == pytest.approx([100 + SINGLE + 1.5, 100 + SINGLE + 3.5], abs=0.05)
    assert [one.width for one in drawn] == [1, 1]


def test_a_double_box_is_two_boxes() -> None:
    double = Border(3, style="double", space=4)
    drawn = lines(typeset(paragraph("Ett", borders=Borders(double, double, double, double))))
    high = SINGLE + 14
    assert near(drawn) == pytest.approx((93.5, 100.5, 506.5, 100 + high - 0.5), abs=0.05)
    inner = [one for one in drawn if one.left > 94]
    assert near(inner) == pytest.approx((95.5, 102.5, 504.5, 100 + high - 2.5), abs=0.05)


@pytest.mark.parametrize("style", ["dotted", "dashed"])
def test_a_dashed_line_is_dashed(style: str) -> None:
    assert all(one.dashed for one in lines(typeset(paragraph("Ett", borders=Borders(top=Border(1, style=style))))))


def test_shading_lies_behind_the_lines_of_its_paragraph() -> None:
    (area,) = areas(typeset("före", paragraph("Ett", shade="E7EEF4", left=20, right=30, before=5, after=5)))
    assert area.color == "E7EEF4"
    assert [area.left, area.right] == [pytest.approx(120), pytest.approx(470)]
    assert [area.top, area.bottom] == [
        pytest.approx(100 + SINGLE + 5, abs=0.05),
        pytest.approx(100 + 2 * SINGLE + 5, abs=0.05),
    ]


def test_a_shaded_box_is_shaded_to_its_lines() -> None:
    (area,) = areas(typeset(paragraph("Ett", shade="E7EEF4", borders=BOX)))
    assert [area.left, area.right] == [pytest.approx(95.5, abs=0.6), pytest.approx(504.5, abs=0.6)]


def test_a_box_goes_on_over_the_next_page() -> None:
    drawn = lines(typeset(*[paragraph("rad", borders=BOX)] * 40))
    assert {one.page for one in drawn} == {0, 1}


def test_a_box_kept_together_stands_on_one_page() -> None:
    lines_above = ["rad"] * 29
    kept = paragraph("Ett", borders=BOX, keep_lines=True, keep_next=True)
    assert places(*lines_above, kept, paragraph("två", borders=BOX, keep_lines=True))["Ett"].page == 1


def test_a_box_with_a_heading_text_and_a_list_is_one_box() -> None:
    parts = (
        paragraph("Rubrik", borders=BOX, heading=1),
        paragraph("text", borders=BOX),
        item("1.", "Ett", borders=BOX),
        item("2.", "två", borders=BOX),
    )
    assert heard(*parts) == "Document(H1 P L(LI(Lbl LBody(P)) LI(Lbl LBody(P))))"
    assert near(lines(typeset(*parts))) == pytest.approx((95.5, 100.5, 504.5, 100 + 10 + 4 * SINGLE - 0.5), abs=0.05)


@pytest.mark.parametrize(("kind", "count"), [("single", 1), ("thick", 1), ("dotted", 1), ("dash", 1), ("double", 2)])
def test_words_are_underlined_as_asked(kind: str, count: int) -> None:
    drawn = lines(typeset(paragraph(Text("understruket", Look("Arial", 11, underline=kind)))))
    assert len(drawn) == count
    assert all(0 < one.top - (100 + OVER) < 3 for one in drawn)
    assert all(one.dashed == (kind in {"dotted", "dash"}) for one in drawn)


def test_a_waved_line_is_refused() -> None:
    assert refused(paragraph(Text("ord", Look("Arial", 11, underline="wave")))) == ["w:u wave"]


def test_an_underline_has_its_own_colour() -> None:
    (under,) = lines(typeset(paragraph(Text("ord", Look("Arial", 11, underline="single", underline_color="FF0000")))))
    assert under.color == "FF0000"


def test_a_strike_goes_through() -> None:
    (through,) = lines(typeset(paragraph(Text("ord", Look("Arial", 11, strike=True, shade="FFFF00")))))
    assert 100 + OVER - 5 < through.top < 100 + OVER


def test_a_strike_with_an_underline_is_refused() -> None:
    assert refused(paragraph(Text("ord", Look("Arial", 11, underline="single", strike=True)))) == ["w:u + w:strike"]


def test_marked_words_are_marked_over_the_height_of_their_line() -> None:
    (area,) = areas(typeset(paragraph("ett ", Text("ord", Look("Arial", 11, shade="FFFF00")))))
    assert [area.top, area.bottom] == [pytest.approx(100, abs=0.05), pytest.approx(100 + SINGLE, abs=0.05)]


@pytest.mark.parametrize("side", ["top", "right", "bottom", "left"])
def test_a_double_line_of_a_cell_is_drawn_in_a_pattern_of_two_lines(side: str) -> None:
    doubled = cell(0, "a", borders=Borders(**{side: Border(3, style="double")}))
    (line,) = lines(typeset(table(row(doubled, "b"))))
    assert [line.width, line.color] == [3, ""]


def test_a_double_line_takes_the_room_of_two_lines_and_the_gap() -> None:
    doubled = cell(0, "a", borders=Borders(bottom=Border(3, style="double")))
    below = cell(0, "b", borders=Borders(top=Border(3, style="double")))
    found = places(table(row(doubled), row(below)))
    assert found["b"].y - found["a"].y == pytest.approx(SINGLE + 3, abs=0.05)
