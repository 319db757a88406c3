"""Of two neighbouring cells the one that Word lets decide has its line drawn."""

import pytest
from table_markup import BLUE, FIXED, RED, RULED, THIN, TWO, at, bordered, cell, line, row, set_table

from docgen.typesetting.formats import Border


def test_a_line_between_two_cells_is_given_to_both() -> None:
    table = set_table(
        [*TWO, *TWO], f"<w:tblBorders>{line('insideH')}{line('insideV', color=RED)}</w:tblBorders>{FIXED}"
    )
    first_one, below, beside = at(table, 0, 0).borders, at(table, 1, 0).borders, at(table, 0, 1).borders
    assert first_one.bottom == below.top == THIN
    assert first_one.right == beside.left == Border(0.5, RED)
    assert (first_one.top, first_one.left, below.bottom, beside.right) == (None,) * 4


@pytest.mark.parametrize(
    ("above", "below", "drawn"),
    [
        (line("bottom"), line("top", "nil"), THIN),
        (line("bottom", "none", 0), line("top"), THIN),
        (line("bottom", eighths=24), line("top", color=RED), Border(3)),
        (line("bottom"), line("top", eighths=24, color=RED), Border(3, RED)),
        (line("bottom", color=RED), line("top", color="00FF00"), Border(0.5, RED)),
        (line("bottom", color="FFFF00"), line("top", color=BLUE), Border(0.5, BLUE)),
        (line("bottom", color=RED), line("top", color=RED), Border(0.5, RED)),
        (line("bottom"), line("top", "double"), Border(1.5, style="double")),
        (line("bottom", "dotted"), line("top"), Border(0.5, style="dotted")),
        (line("bottom", "dotted"), line("top", "dashed"), Border(0.5, style="dashed")),
        (line("bottom", "dashed"), line("top", "double"), Border(1.5, style="double")),
    ],
    ids=[
        "nil",
        "none",
        "thicker",
        "thicker below",
        "darker",
        "darker below",
        "same",
        "double",
        "dotted",
        "dashed",
        "double still",
    ],
)
def test_the_stronger_of_two_lines_is_drawn(above: str, below: str, drawn: Border) -> None:
    table = set_table([row(bordered(above)), row(bordered(below))], grid=(2000,))
    assert at(table, 0, 0).borders.bottom == at(table, 1, 0).borders.top == drawn


def test_what_a_cell_says_of_its_line_beats_what_the_table_says() -> None:
    thick = f"<w:tblBorders>{line('insideV', eighths=24)}</w:tblBorders>{FIXED}"
    left = [bordered(line("right", color=RED)), cell("b", 3000)]
    right = [cell("a"), bordered(line("left", color=RED), width=3000)]
    for cells in (left, right):
        assert at(set_table([row(*cells)], thick), 0, 1).borders.left == Border(0.5, RED)


def test_a_line_that_both_cells_turn_off_is_off() -> None:
    table = set_table([row(bordered(line("right", "nil")), bordered(line("left", "nil"), width=3000))], RULED)
    assert (at(table, 0, 0).borders.right, at(table, 0, 0).borders.top) == (None, THIN)


def test_a_merged_cell_has_the_lowest_cells_line_below_it() -> None:
    rows = [
        row(cell("a", 2000, '<w:vMerge w:val="restart"/>'), cell("b", 3000)),
        row(bordered(line("bottom"), "", more="<w:vMerge/>"), cell("c", 3000)),
    ]
    assert set_table(rows).rows[0].cells[0].borders.bottom == THIN


def test_an_edge_that_changes_under_a_wide_cell_is_left_to_the_cells_below() -> None:
    rows = [row(cell("a", 5000, '<w:gridSpan w:val="2"/>')), row(bordered(line("top")), cell("c", 3000))]
    table = set_table(rows)
    assert at(table, 0, 0).borders.bottom is None
    assert (at(table, 1, 0).borders.top, at(table, 1, 1).borders.top) == (THIN, None)


def test_a_row_may_have_lines_of_its_own() -> None:
    exceptions = f"<w:tblPrEx><w:tblBorders>{line('left', color=RED)}</w:tblBorders></w:tblPrEx>"
    table = set_table([row(cell("a"), cell("b", 3000), exceptions=exceptions), *TWO], RULED)
    assert [at(table, number, 0).borders.left for number in (0, 1)] == [Border(0.5, RED), THIN]
