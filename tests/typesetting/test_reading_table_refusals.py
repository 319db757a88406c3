"""What cannot be set of a table is named, and nothing else is."""

from collections.abc import Sequence

import pytest
from table_markup import (
    COLORED,
    FIXED,
    IN_STYLE,
    RED,
    RULED,
    STYLE,
    TALL,
    TWO,
    bordered,
    cell,
    constructs,
    line,
    part,
    row,
    set_table,
)


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ('<w:tblpPr w:tblpX="100" w:tblpY="100"/>', "w:tblpPr"),
        ("<w:bidiVisual/>", "w:bidiVisual"),
        ('<w:tblCellSpacing w:w="20" w:type="dxa"/>', "w:tblCellSpacing"),
        ('<w:shd w:val="clear" w:fill="FF0000"/>', "w:tblPr w:shd"),
        ('<w:jc w:val="both"/>', "w:jc w:val=both"),
        ("<w:tblPrChange/>", "w:tblPrChange"),
        ('<w:tblInd w:w="100" w:type="pct"/>', "w:tblInd w:type=pct"),
    ],
)
def test_a_table_that_cannot_be_set_is_named(said: str, named: str) -> None:
    assert constructs(TWO, FIXED + said) == [named]


def test_a_share_of_the_text_in_an_old_word_is_named() -> None:
    assert constructs(TWO, '<w:tblW w:w="5000" w:type="pct"/>', mode=14) == ["w:tblW w:type=pct"]


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("<w:ins/>", "w:ins"),
        ("<w:del/>", "w:del"),
        ('<w:jc w:val="center"/>', "w:trPr w:jc"),
        ('<w:tblCellSpacing w:w="20" w:type="dxa"/>', "w:tblCellSpacing"),
    ],
)
def test_a_row_that_cannot_be_set_is_named(said: str, named: str) -> None:
    assert constructs([row(cell("a"), cell("b", 3000), more=said)]) == [named]


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ('<w:textDirection w:val="btLr"/>', "w:textDirection w:val=btLr"),
        ("<w:tcFitText/>", "w:tcFitText"),
        ('<w:vAlign w:val="both"/>', "w:vAlign w:val=both"),
        ("<w:cellIns/>", "w:cellIns"),
        ('<w:tcMar><w:left w:w="9" w:type="pct"/></w:tcMar>', "w:left w:type=pct"),
        (f"<w:tcBorders>{line('tl2br')}</w:tcBorders>", "w:tl2br"),
        (f"<w:tcBorders>{line('top', 'dotDash')}</w:tcBorders>", "w:top w:val=dotDash"),
    ],
)
def test_a_cell_that_cannot_be_set_is_named(said: str, named: str) -> None:
    assert constructs([row(cell("a", 2000, said), cell("b", 3000))]) == [named]


@pytest.mark.parametrize("said", ["<w:noWrap/>", '<w:textDirection w:val="lrTb"/>', "<w:cnfStyle/>", "<w:hideMark/>"])
def test_what_changes_nothing_in_print_is_passed_over(said: str) -> None:
    assert constructs([row(cell("a", 2000, said), cell("b", 3000))]) == []


def test_what_a_row_says_as_its_table_does_is_passed_over() -> None:
    centred = '<w:jc w:val="center"/>'
    rows = [row(cell("a"), cell("b", 3000), more=centred, exceptions=f"<w:tblPrEx>{centred}</w:tblPrEx>")]
    assert constructs(rows, FIXED + centred) == []


def test_a_hidden_row_that_ends_a_merged_cell_is_named() -> None:
    rows = [row(cell("a", 2000, '<w:vMerge w:val="restart"/>')), row(cell("", 2000, "<w:vMerge/>"), more="<w:hidden/>")]
    assert constructs(rows) == ["w:hidden w:vMerge"]


TORN = [row(cell("", 2000, "<w:vMerge/>"))]


@pytest.mark.parametrize(
    ("rows", "named"),
    [
        ([row(cell("", 2000, "<w:hideMark/>"), more=TALL)], "w:hideMark"),
        ([row(cell("a", 2000, '<w:vMerge w:val="restart"/>')), row(cell("b", 2000, "<w:vMerge/>"))], "w:vMerge w:r"),
        ([row(cell("a", 2000, '<w:hMerge w:val="restart"/>'), cell("b", 3000, "<w:hMerge/>"))], "w:hMerge w:r"),
        ([row()], "w:tr w:tc"),
        (["<w:moveFromRangeStart/>", *TWO], "w:moveFromRangeStart"),
        ([row(cell("", 2000, '<w:vMerge w:val="restart"/>'), more="<w:hidden/>"), *TORN], "w:hidden w:vMerge"),
        ([row(cell("a"), exceptions='<w:tblPrEx><w:jc w:val="right"/></w:tblPrEx>')], "w:tblPrEx w:jc"),
        ([row(bordered(line("bottom", eighths=48))), row(bordered(line("top", "dotted")))], "w:tcBorders of two kinds"),
    ],
    ids=["mark", "merged text", "merged sideways", "no cell", "moved", "torn", "exception", "borders"],
)
def test_rows_that_cannot_be_set_are_named(rows: Sequence[str], named: str) -> None:
    assert constructs(rows) == [named]


def test_a_merged_cell_that_changes_colour_on_its_way_down_is_named() -> None:
    red = '<w:shd w:val="clear" w:fill="FF0000"/>'
    rows = [row(cell("a", 2000, f'<w:vMerge w:val="restart"/>{red}')), row(cell("", 2000, "<w:vMerge/>"))]
    assert constructs(rows) == ["w:vMerge w:shd"]


def test_an_edge_that_changes_with_nothing_beyond_it_is_named() -> None:
    rows = [
        row(bordered(line("left"), "a", more='<w:vMerge w:val="restart"/>')),
        row(bordered(line("left", color=RED), "", more="<w:vMerge/>")),
    ]
    assert constructs(rows) == ["w:tcBorders changing along an edge"]


def test_an_edge_that_changes_on_both_its_sides_is_named() -> None:
    wide = '<w:gridSpan w:val="2"/>'
    rows = [
        row(cell("a", 4000, wide), bordered(line("bottom", color=RED), "b")),
        row(bordered(line("top"), "c"), cell("d", 4000, wide)),
    ]
    assert constructs(rows, FIXED, (2000, 2000, 2000)) == ["w:tcBorders changing along an edge"]


def test_lines_that_table_and_style_both_claim_are_named() -> None:
    styles = STYLE.format(part("firstRow", "", line("bottom", eighths=24)))
    assert constructs([*TWO, *TWO], f'{RULED}<w:tblStyle w:val="S"/><w:tblLook w:val="0620"/>', styles=styles) == [
        "w:tblBorders w:tblStylePr"
    ]


def test_lines_that_table_and_style_agree_on_are_drawn() -> None:
    styles = STYLE.format(part("firstRow", "", line("bottom")))
    assert constructs([*TWO, *TWO], f'{RULED}<w:tblStyle w:val="S"/><w:tblLook w:val="0620"/>', styles=styles) == []


def test_a_part_of_a_style_that_moves_the_table_is_named() -> None:
    styles = STYLE.format(part("firstRow").replace("<w:tblPr/>", '<w:tblPr><w:jc w:val="center"/></w:tblPr>'))
    assert constructs(TWO, f'{IN_STYLE}<w:tblLook w:val="0620"/>', styles=styles) == ["w:tblStylePr w:jc"]


def test_a_style_with_parts_and_a_table_that_asks_for_none_are_named() -> None:
    assert constructs(TWO, IN_STYLE, styles=COLORED) == ["w:tblStylePr w:tblLook"]


def test_text_that_may_not_wrap_is_named_where_it_would_widen_its_column() -> None:
    assert constructs([row(cell("a", 2000, "<w:noWrap/>"), cell("b", 3000))], "") == ["w:noWrap"]


@pytest.mark.parametrize(
    "rows",
    [
        [row(cell("a", 2000, '<w:gridSpan w:val="999999999"/>'))],
        [row(cell("a"), more='<w:gridBefore w:val="-1"/>')],
        [row(cell("a", "bred"))],
        [row(cell("a"), more='<w:trHeight w:val="hög"/>')],
    ],
)
def test_a_table_with_a_number_that_is_none_is_named(rows: Sequence[str]) -> None:
    assert constructs(rows) == ["w:tbl"]


def test_a_length_may_have_a_unit() -> None:
    table = set_table([row(cell("a", "2in"), more='<w:trHeight w:val="1cm"/>')], FIXED, (0,))
    assert table.widths == (144,)
    assert table.rows[0].height == pytest.approx(28.35, abs=0.01)


def test_the_mark_of_a_cell_may_be_hidden_where_there_is_text() -> None:
    assert constructs([row(cell("a", 2000, "<w:hideMark/>"), cell("b", 3000, "<w:hideMark/>"))]) == []
