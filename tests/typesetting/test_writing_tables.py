"""Tables stand where Word sets them, break where Word breaks them, and are heard as what they are."""

import io
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from drawn import areas, lines
from pypdf import PdfReader
from written import (
    ARIAL,
    LORUM,
    OVER,
    SINGLE,
    cell,
    heard,
    item,
    paragraph,
    places,
    refused,
    row,
    section,
    story,
    table,
    text,
    typeset,
    words,
)

from docgen.typesetting.formats import Align, Border, Borders, LineRule, Look, Shape
from docgen.typesetting.model import Row

THIN = Border(0.5)
GRID = Borders(THIN, THIN, THIN, THIN)
LINES_A_PAGE = 31


def ruled(*texts: str, **named: bool) -> Row:
    """Return a row with thin lines around each cell."""
    return row(*(cell(index, one, borders=GRID) for index, one in enumerate(texts)), **named)


def test_cells_stand_at_their_columns_behind_their_margins() -> None:
    found = places(table(row("a", "b"), left=10, widths=[80, 120]))
    assert [found["a"].x, found["b"].x] == [pytest.approx(115.4), pytest.approx(195.4)]
    assert found["a"].y == found["b"].y == pytest.approx(100 + OVER, abs=0.05)


@pytest.mark.parametrize(("align", "left"), [(Align.LEFT, 100), (Align.CENTER, 200), (Align.RIGHT, 300)])
def test_a_table_stands_as_it_is_aligned_and_its_text_does_not_follow(align: Align, left: float) -> None:
    found = places(table(row("a", "b"), align=align))
    assert [found["a"].x, found["b"].x] == [pytest.approx(left + 5.4), pytest.approx(left + 105.4)]


def test_rows_stand_a_line_apart() -> None:
    found = places(table(ruled("a", "b"), ruled("c", "d")), "efter")
    assert found["a"].y == pytest.approx(100 + 0.5 + OVER, abs=0.05)
    assert found["c"].y - found["a"].y == pytest.approx(SINGLE + 0.5, abs=0.05)
    assert found["efter"].y - found["c"].y == pytest.approx(SINGLE + 0.5, abs=0.05)


def test_lines_are_drawn_around_the_cells_that_have_them() -> None:
    drawn = lines(typeset(table(row(cell(0, "a", borders=Borders(bottom=Border(1, "FF0000"))), "b"), row("c", "d"))))
    (line,) = drawn
    assert [line.left, line.right] == [pytest.approx(100, abs=0.6), pytest.approx(200, abs=0.6)]
    assert line.color == "FF0000"


def test_a_line_along_part_of_a_merged_cell_is_drawn_where_its_neighbour_has_it() -> None:
    wide = cell(0, "bred", columns=2)
    below = row(cell(0, "a", borders=Borders(top=Border(1))), cell(1, "b"))
    (line,) = lines(typeset(table(row(wide), below)))
    assert [line.left, line.right] == [pytest.approx(100, abs=0.6), pytest.approx(200, abs=0.6)]


def test_a_line_beside_part_of_a_high_cell_is_drawn_where_its_neighbour_has_it() -> None:
    high = cell(0, "hög", rows=2)
    rows = (row(high, cell(1, "a", borders=Borders(left=Border(1)))), row(cell(1, "b")))
    (line,) = lines(typeset(table(*rows)))
    assert [line.top, line.bottom] == [pytest.approx(100, abs=0.6), pytest.approx(100 + SINGLE, abs=0.6)]


def test_the_lines_of_neighbours_are_drawn_once() -> None:
    drawn = lines(typeset(table(ruled("a", "b"), ruled("c", "d"))))
    across = [(round(one.top, 1), one.left, one.right) for one in drawn if one.top == one.bottom]
    length = {y: sum(right - left for top, left, right in across if top == y) for y, _, _ in across}
    assert len(length) == 3
    assert all(one == pytest.approx(200, abs=3) for one in length.values())


def test_a_cell_is_shaded() -> None:
    (area,) = areas(typeset(table(row(cell(0, "a", shade="E7EEF4"), "b"))))
    assert [area.left, area.right, area.color] == [pytest.approx(100), pytest.approx(200), "E7EEF4"]
    assert area.bottom - area.top == pytest.approx(SINGLE, abs=0.05)


def test_merged_cells_have_their_room() -> None:
    wide = cell(0, LORUM, columns=2)
    found = words(table(row(wide), row("a", "b"), widths=[150, 150]))
    assert max(one.end for one in found) > 260
    high = places(table(row(cell(0, LORUM, rows=2), "a"), row(cell(1, "b"))))
    assert [high["a"].x, high["b"].x] == [pytest.approx(205.4), pytest.approx(205.4)]
    assert high["b"].y - high["a"].y == pytest.approx(SINGLE, abs=0.05)


@pytest.mark.parametrize(("vertical", "down"), [("top", 0.0), ("center", 0.5), ("bottom", 1.0)])
def test_text_stands_high_or_low_in_its_cell(vertical: str, down: float) -> None:
    low = cell(1, "låg", vertical=vertical)
    found = places(table(row(cell(0, paragraph("hög", after=40)), low)))
    assert found["låg"].y - found["hög"].y == pytest.approx(down * 40, abs=0.1)


@pytest.mark.parametrize("vertical", ["center", "bottom"])
def test_text_stands_low_in_a_row_of_a_given_height(vertical: str) -> None:
    found = places(table(row(cell(0, "ord", vertical=vertical), height=50)))
    free = 50 - SINGLE
    assert found["ord"].y == pytest.approx(100 + OVER + free * {"center": 0.5, "bottom": 1.0}[vertical], abs=0.1)


@pytest.mark.parametrize(("exact", "height", "high"), [(False, 30, 30), (False, 5, SINGLE), (True, 30, 30)])
def test_a_row_is_at_least_or_exactly_so_high(exact: bool, height: float, high: float) -> None:  # noqa: FBT001 - a parameter
    found = places(table(row("a", height=height, exact=exact), row("b"), widths=[100]))
    assert found["b"].y - found["a"].y == pytest.approx(high, abs=0.1)


def test_the_height_of_a_row_counts_its_line_and_its_margins() -> None:
    tall = cell(0, "a", borders=GRID, margins=(4, 5.4, 4, 5.4))
    found = places(table(row(tall, height=30), ruled("b"), widths=[100]))
    assert found["b"].y - found["a"].y == pytest.approx(30 - 4, abs=0.1)


def test_a_row_too_low_for_its_text_is_refused() -> None:
    assert refused(table(row(LORUM, height=15, exact=True))) == ["w:trHeight exact"]


def test_header_rows_are_repeated_and_heard_as_such() -> None:
    rows = [row(f"rad{one}", "x") for one in range(40)]
    data = table(row("Namn", "Tal", is_header=True), *rows)
    assert [word.page for word in words(data) if word.text == "Namn"] == [0, 1]
    assert heard(data).startswith("Document(Table(THead(TR(TH TH)) TBody(TR(TD TD) TR(TD TD)")


def test_a_cell_of_a_table_is_heard_as_one_and_paragraphs_in_it_where_there_are_several() -> None:
    several = cell(1, paragraph("första"), paragraph("andra"))
    assert heard(table(row("Namn", "Tal", is_header=True), row("ett", several))) == (
        "Document(Table(THead(TR(TH TH)) TBody(TR(TD TD(P P)))))"
    )
    assert heard(table(row("ett", several))) == "Document(Div(Div(P) Div(P P)))"


def test_what_is_kept_with_the_next_in_a_cell_is_heard_as_its_cell_alone() -> None:
    heads = row(*(cell(at, paragraph(one, keep_next=True)) for at, one in enumerate(("Namn", "Tal"))), is_header=True)
    assert heard(table(heads, row("ett", "1"))) == "Document(Table(THead(TR(TH TH)) TBody(TR(TD TD))))"


@pytest.mark.parametrize("last", [ARIAL, Look("Arial", 14, bold=True, color="C00000")], ids=["plain", "red"])
def test_each_text_of_a_table_has_its_own_look_whatever_most_of_them_have(last: Look) -> None:
    red = Look("Arial", 14, bold=True, color="C00000")
    tall = paragraph("hög", shape=Shape(line_rule=LineRule.AT_LEAST, line=40))
    within = table(row("inre", "d", is_header=True), row(cell(0, paragraph("e", look=red)), "f"), widths=(40, 40))
    cells = [
        row(cell(0, paragraph("röd", look=red)), "svart"),
        row(cell(0, paragraph("rubrik", heading=1)), cell(1, tall)),
        row(cell(0, within), cell(1, "två", paragraph("stycken", look=red))),
        row(cell(0, paragraph("sist", look=last)), "x"),
    ]
    found = looks(typeset(table(row(cell(0, paragraph("Namn", look=red)), "Tal", is_header=True), *cells)))
    dressed = {"Namn", "röd", "e", "stycken"} | ({"sist"} if last == red else set())
    assert {word for word, look in found.items() if look == ("LiberationSans-Bold", 14.0, "red")} == dressed
    assert {look for word, look in found.items() if word not in dressed} == {("LiberationSans", 11.0, "black")}
    assert len(found) == 14


def looks(pdf: bytes) -> dict[str, tuple[str, float, str]]:
    """Return the font, the size and the colour of each text by its words."""
    found: dict[str, tuple[str, float, str]] = {}
    colour = ""

    def operand(operator: bytes, operands: Sequence[Any], *_: object) -> None:
        nonlocal colour
        if operator == b"scn":
            colour = "black" if len(operands) == 1 else "red"

    def visit(said: str, _cm: object, _tm: object, font: Mapping[str, str] | None, size: float) -> None:
        if said.strip() and font:
            found[said.strip()] = (font["/BaseFont"].partition("+")[2], size, colour)

    for page in PdfReader(io.BytesIO(pdf)).pages:
        page.extract_text(visitor_operand_before=operand, visitor_text=visit)
    return found


def test_two_header_rows_are_repeated_together() -> None:
    heads = (row("Ett", "x", is_header=True), row("Två", "x", is_header=True))
    found = words(table(*heads, *[row("rad", "x")] * 40))
    assert [word.page for word in found if word.text in {"Ett", "Två"}] == [0, 0, 1, 1]


def test_a_table_without_header_rows_is_read_in_order() -> None:
    layout = table(row("Ett", "två"), row("tre", "fyra"))
    assert "Table" not in heard(layout)
    assert text(layout).split() == ["Ett", "två", "tre", "fyra"]


def test_a_table_of_nothing_but_header_rows_is_set() -> None:
    assert text(table(row("Ett", "två", is_header=True))).split() == ["Ett", "två"]


def test_a_table_in_a_header_is_not_heard() -> None:
    head = story(table(row("Namn", "Tal", is_header=True), row("a", "1")))
    assert heard(section("text", headers={"default": head})) == "Document(P)"


def test_a_row_breaks_between_its_lines_unless_it_may_not() -> None:
    above = ["rad"] * (LINES_A_PAGE - 1)
    low = cell(0, "Ett", "två", "tre")
    assert [places(*above, table(Row((low,))))[one].page for one in ("Ett", "två")] == [0, 1]
    assert places(*above, table(Row((low,), may_split=False)))["Ett"].page == 1


def test_a_single_line_may_stand_alone_at_the_foot_of_a_page_in_a_cell() -> None:
    above = ["rad"] * (LINES_A_PAGE - 1)
    found = words(*above, table(row(cell(0, LORUM)), widths=[100]))
    assert [one.page for one in found if one.text == "Ansökan"] == [0]


def test_rows_all_kept_with_the_next_stand_on_one_page() -> None:
    above = ["rad"] * (LINES_A_PAGE - 2)
    kept = [row(cell(0, paragraph(f"led{one}", keep_next=True))) for one in range(3)]
    found = places(*above, table(*kept), "slut")
    assert {found[one].page for one in ("led0", "led1", "led2", "slut")} == {1}


def test_rows_of_which_only_some_are_kept_with_the_next_are_refused() -> None:
    kept = row(cell(0, paragraph("a", keep_next=True)))
    assert refused(table(row("x"), kept, row("b"), row("c"))) == ["w:tr w:keepNext"]


def test_header_rows_kept_with_the_next_are_as_they_are() -> None:
    kept = row(cell(0, paragraph("a", keep_next=True)), is_header=True)
    assert text(table(kept, row("b"), row("c"))).split() == ["a", "b", "c"]


def test_a_table_in_a_cell_stands_in_it() -> None:
    inner = table(row("inre", "x"), widths=[40, 40])
    found = places(table(row("yttre", cell(1, inner, paragraph("under")))))
    assert found["inre"].x == pytest.approx(100 + 100 + 5.4 + 5.4)
    assert found["under"].y - found["inre"].y == pytest.approx(SINGLE, abs=0.05)


def test_a_table_may_begin_a_page() -> None:
    assert places("Ett", table(row("två"), begins_page=True))["två"].page == 1


def test_a_list_in_a_cell_hangs_in_it() -> None:
    found = places(table(row("x", cell(1, item("1.", "ord")))))
    assert [found["1."].x, found["ord"].x] == [pytest.approx(205.4), pytest.approx(225.4)]


def test_text_fills_the_cell_to_its_margin() -> None:
    mono = Look("Courier New", 10)
    fits = paragraph("x" * 9 + " " + "x" * 4, look=mono)
    wide = 14 * 6.0009765625 + 10.8
    assert len({round(one.y) for one in words(table(row(cell(0, fits)), widths=[wide + 0.01]))}) == 1
    assert len({round(one.y) for one in words(table(row(cell(0, fits)), widths=[wide - 0.2]))}) == 2
