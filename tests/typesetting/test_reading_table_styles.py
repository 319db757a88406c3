"""A table style dresses the parts of a table that the table asks for."""

import pytest
from table_markup import BLUE, COLORED, IN_STYLE, RED, STYLE, TWO, at, cell, line, look, margins, part, row, set_table

from docgen.typesetting.formats import Border

THREE = [row(cell("a"), cell("b"), cell("c"))] * 4


@pytest.mark.parametrize(
    ("said", "shades"),
    [
        ('w:val="04A0"', ["77 11 11", "33 55 55", "33 66 66", "33 55 55"]),
        ('w:val="04E0"', ["77 11 11", "33 55 55", "33 66 66", "33 22 22"]),
        ('w:val="0520"', ["11 11 44", "55 55 44", "66 66 44", "55 55 44"]),
        ('w:val="0400"', ["55 55 55", "66 66 66", "55 55 55", "66 66 66"]),
        ('w:val="0620"', ["11 11 11", "-- -- --", "-- -- --", "-- -- --"]),
        ('w:val="0400" w:firstRow="1" w:noHBand="1"', ["11 11 11", "-- -- --", "-- -- --", "-- -- --"]),
        ('w:val="0620" w:firstRow="0"', ["-- -- --", "-- -- --", "-- -- --", "-- -- --"]),
    ],
)
def test_a_style_dresses_the_parts_that_the_table_asks_for(said: str, shades: list[str]) -> None:
    table = set_table(THREE, f"{IN_STYLE}<w:tblLook {said}/>", (2000, 2000, 2000), styles=COLORED)
    assert [" ".join(one.shade[:2] or "--" for one in line_.cells) for line_ in table.rows] == shades


def test_bands_may_be_two_rows_high() -> None:
    styles = STYLE.format(f'<w:tblPr><w:tblStyleRowBandSize w:val="2"/></w:tblPr>{part("band2Horz", RED)}')
    table = set_table(TWO * 5, f'{IN_STYLE}<w:tblLook w:val="0400"/>', styles=styles)
    assert [one.cells[0].shade for one in table.rows] == ["", "", RED, RED, ""]


@pytest.mark.parametrize(
    ("said", "shades"),
    [("0200", ["1", "2", "1"]), ("0280", ["-", "1", "2"]), ("0300", ["1", "2", "-"]), ("0600", ["-", "-", "-"])],
)
def test_bands_may_run_down_the_columns_between_the_first_and_the_last(said: str, shades: list[str]) -> None:
    styles = STYLE.format(part("band1Vert", "1" * 6) + part("band2Vert", "2" * 6))
    table = set_table(THREE, f'{IN_STYLE}<w:tblLook w:val="{said}"/>', (2000, 2000, 2000), styles=styles)
    assert [one.shade[:1] or "-" for one in table.rows[1].cells] == shades


def test_bands_of_rows_go_over_bands_of_columns() -> None:
    styles = STYLE.format(part("band1Vert", RED) + part("band1Horz", BLUE))
    table = set_table(TWO * 2, f'{IN_STYLE}<w:tblLook w:val="0000"/>', styles=styles)
    assert [[one.shade for one in line_.cells] for line_ in table.rows] == [[BLUE, BLUE], [RED, ""]]


def test_a_cell_may_take_the_styles_colour_away() -> None:
    plain = '<w:shd w:val="clear" w:color="auto" w:fill="auto"/>'
    rows = [row(cell("a", 2000, plain), cell("b", 3000))]
    table = set_table(rows, f'{IN_STYLE}<w:tblLook w:val="0620"/>', styles=COLORED)
    assert [one.shade for one in table.rows[0].cells] == ["", "110000"]


def test_a_style_is_built_on_another() -> None:
    base = STYLE.format(f"<w:tblPr>{margins('tblCellMar', left=0)}</w:tblPr>{part('firstRow', RED)}")
    over = base.replace('"S"', '"Base"') + STYLE.format(
        f'<w:basedOn w:val="Base"/><w:tblPr>{margins("tblCellMar", right=0)}</w:tblPr>'
    )
    found = set_table(TWO, f'{IN_STYLE}<w:tblLook w:val="0620"/>', styles=over).rows[0].cells[0]
    assert (found.margins, found.shade) == ((0, 0, 0, 0), RED)


def test_text_is_dressed_as_its_part_of_the_table() -> None:
    bold = '<w:rPr><w:b/><w:color w:val="FF0000"/></w:rPr>'
    styles = STYLE.format(f"<w:rPr><w:i/></w:rPr>{part('firstRow', more=bold)}")
    table = set_table([*TWO, *TWO], f'{IN_STYLE}<w:tblLook w:val="0620"/>', styles=styles)
    looks = [look(at(table, number, 0)) for number in (0, 1)]
    assert [(one.bold, one.italic, one.color) for one in looks] == [(True, True, RED), (False, True, "000000")]


def test_the_lines_of_a_part_stand_around_it() -> None:
    lines = line("bottom", eighths=24) + line("left", color=RED) + line("insideV", color=BLUE)
    table = set_table(
        [*TWO, *TWO], f'{IN_STYLE}<w:tblLook w:val="0620"/>', styles=STYLE.format(part("firstRow", "", lines))
    )
    left, right = (at(table, 0, column).borders for column in (0, 1))
    assert (left.left, left.right, left.bottom) == (Border(0.5, RED), Border(0.5, BLUE), Border(3))
    assert (right.left, right.right, right.bottom) == (Border(0.5, BLUE), None, Border(3))
    assert at(table, 1, 0).borders.top == Border(3)


def test_rows_may_be_heads_and_whole_by_their_style() -> None:
    said = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
    table = set_table(
        [*TWO, *TWO], f'{IN_STYLE}<w:tblLook w:val="0620"/>', styles=STYLE.format(part("firstRow", more=said))
    )
    assert [(one.is_header, one.may_split) for one in table.rows] == [(True, False), (False, True)]
