"""A table of a Word file has the cells, the columns, the rows and the margins that Word gives it."""

from collections.abc import Sequence

import pytest
from raw_word import first, text_of, word_file
from table_markup import FIXED, IN_STYLE, STYLE, TWO, at, cell, constructs, line, margins, row, set_table, written

from docgen.typesetting.formats import Align
from docgen.typesetting.model import Bookmark, Paragraph, Table
from docgen.typesetting.reading.document import read


def test_cells_stand_in_their_columns_with_their_text() -> None:
    table = set_table([*TWO, row(cell("c", 5000, '<w:gridSpan w:val="2"/>'))])
    assert table.widths == (100, 150)
    assert [(one.column, one.columns, text_of(one.blocks)) for line_ in table.rows for one in line_.cells] == [
        *((0, 1, "a"), (1, 1, "b")),
        (0, 2, "c"),
    ]


def test_cells_merged_downwards_are_one_cell_in_its_first_row() -> None:
    go_on = "<w:vMerge/>"
    table = set_table(
        [
            row(cell("a", 2000, '<w:vMerge w:val="restart"/>'), cell("b", 3000)),
            row(cell("", 2000, go_on), cell("c", 3000)),
            row(cell("", 2000, go_on), cell("d", 3000)),
            row(cell("e", 2000), cell("f", 3000)),
        ]
    )
    assert at(table, 0, 0).rows == 3
    assert [[one.column for one in line_.cells] for line_ in table.rows] == [[0, 1], [1], [1], [0, 1]]


def test_a_merged_cell_may_hold_a_run_of_nothing() -> None:
    empty = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p><w:r><w:rPr/><w:t/></w:r></w:p></w:tc>"
    rows = [row(cell("a", 2000, '<w:vMerge w:val="restart"/>')), row(empty)]
    assert at(set_table(rows), 0, 0).rows == 2


def test_a_cell_that_goes_on_with_nothing_above_stands_alone() -> None:
    table = set_table([row(cell("a", 2000, "<w:vMerge/>"), cell("b", 3000))])
    assert (text_of(at(table, 0, 0).blocks), at(table, 0, 0).rows) == ("a", 1)


def test_a_cell_merged_sideways_as_old_words_wrote_it_is_wide() -> None:
    table = set_table([row(cell("a", 2000, '<w:hMerge w:val="restart"/>'), cell("", 3000, "<w:hMerge/>"))])
    assert [(one.columns, text_of(one.blocks)) for one in table.rows[0].cells] == [(2, "a")]


def test_columns_left_out_before_a_row_are_left_out() -> None:
    skipped = '<w:gridBefore w:val="1"/><w:wBefore w:w="2000" w:type="dxa"/>'
    table = set_table([*TWO, row(cell("c", 3000), more=skipped)])
    assert [one.column for one in table.rows[1].cells] == [1]


def test_rows_and_cells_in_content_controls_are_read() -> None:
    wrapped = f"<w:sdt><w:sdtPr/><w:sdtContent>{cell('b', 3000)}</w:sdtContent></w:sdt>"
    table = set_table([f"<w:sdt><w:sdtContent>{row(cell('a'), wrapped)}</w:sdtContent></w:sdt>"])
    assert [text_of(one.blocks) for one in table.rows[0].cells] == ["a", "b"]


@pytest.mark.parametrize(
    ("said", "grid", "widths"),
    [
        ('<w:tblW w:w="0" w:type="auto"/>', (2000, 3000), (100, 150)),
        ('<w:tblW w:w="7000" w:type="dxa"/>', (2000, 3000), (140, 210)),
        ('<w:tblW w:w="5000" w:type="pct"/>', (2000, 3000), (160, 240)),
        ('<w:tblW w:w="50%" w:type="pct"/>', (2000, 3000), (80, 120)),
        ('<w:tblW w:w="5000" w:type="dxa"/><w:tblLayout w:type="fixed"/>', (3000, 2000), (100, 150)),
        ("", (0, 0), (100, 150)),
    ],
    ids=["as the grid", "stretched", "as wide as the text", "half the text", "as the cells of a fixed one", "no grid"],
)
def test_the_widths_are_those_preferred(said: str, grid: Sequence[int], widths: tuple[float, ...]) -> None:
    assert set_table(TWO, said, grid).widths == pytest.approx(widths)


def test_a_share_of_the_width_is_taken_of_the_table() -> None:
    shares = [row(cell("a", 2000, kind="pct"), cell("b", "60%", kind="pct"))]
    assert set_table(shares, '<w:tblW w:w="5000" w:type="pct"/>', (0, 0)).widths == pytest.approx((160, 240))


@pytest.mark.parametrize(
    ("rows", "said", "grid", "named"),
    [
        (TWO, "", (3000, 2000), "w:tcW w:tblGrid"),
        (TWO, f'<w:tblW w:w="7000" w:type="dxa"/>{FIXED}', (2000, 3000), "w:tblW w:tblGrid"),
        ([*TWO, row(cell("c", 2500), cell("d", 2500))], FIXED, (2000, 3000), "w:tcW w:tblGrid"),
        ([row(cell(kind="auto"), cell(kind="auto"))], "", (0, 0), "w:tblLayout autofit without widths"),
    ],
    ids=["content has decided", "fixed to two widths", "rows that differ", "nothing to go by"],
)
def test_widths_that_contradict_each_other_are_named(
    rows: Sequence[str], said: str, grid: Sequence[int], named: str
) -> None:
    assert constructs(rows, said, grid) == [named]


def test_a_width_of_an_unknown_kind_is_named() -> None:
    assert constructs([row(cell("a", kind="tum"))], FIXED, (2000,)) == ["w:tcW w:type=tum"]


def test_an_indent_that_is_automatic_is_none() -> None:
    assert set_table(TWO, f'<w:tblInd w:w="300" w:type="auto"/>{FIXED}').left == 0


INDENT = f'<w:tblInd w:w="300" w:type="dxa"/>{FIXED}'
THICK_LEFT = f"<w:tblBorders>{line('left', eighths=48)}</w:tblBorders>"


@pytest.mark.parametrize(
    ("said", "mode", "left"),
    [
        *((FIXED, 15, 0.0), (INDENT, 15, 15.0), (FIXED, 14, -5.4), (INDENT, 14, 9.6)),
        *((THICK_LEFT + FIXED, 15, 3.0), (THICK_LEFT + FIXED, 14, -5.4)),
        ('<w:jc w:val="center"/>' + INDENT, 15, 0.0),
    ],
)
def test_a_table_begins_with_its_edge_since_word_2013_and_with_its_text_before(
    said: str, mode: int, left: float
) -> None:
    assert set_table(TWO, said, mode=mode).left == pytest.approx(left)


def test_a_table_inside_another_begins_with_its_edge_in_every_word() -> None:
    inner = written(TWO)
    table = set_table([f"<w:tr><w:tc><w:tcPr/>{inner}</w:tc></w:tr>"], FIXED, (6000,), mode=14)
    nested = table.rows[0].cells[0].blocks[0]
    assert isinstance(nested, Table)
    assert (table.left, nested.left) == (-5.4, 0.0)


def test_a_share_inside_a_cell_is_taken_of_the_cell() -> None:
    inner = written(TWO, '<w:tblW w:w="5000" w:type="pct"/>')
    outer = set_table([f"<w:tr><w:tc><w:tcPr/>{inner}</w:tc></w:tr>"], FIXED, (6000,))
    nested = outer.rows[0].cells[0].blocks[0]
    assert isinstance(nested, Table)
    assert sum(nested.widths) == pytest.approx(300 - 2 * 5.4)


@pytest.mark.parametrize(("word", "align"), [("center", Align.CENTER), ("end", Align.RIGHT), ("start", Align.LEFT)])
def test_a_table_stands_to_the_left_in_the_middle_or_to_the_right(word: str, align: Align) -> None:
    assert set_table(TWO, f'<w:jc w:val="{word}"/>{FIXED}').align is align


def test_a_table_is_told_by_its_title_and_summary() -> None:
    told = '<w:tblCaption w:val="Insatser"/><w:tblDescription w:val="En rad för varje insats"/>'
    table = set_table(TWO, f'{FIXED}<w:tblLook w:val="0080"/>{told}')
    assert (table.title, table.summary, table.has_row_heads) == ("Insatser", "En rad för varje insats", True)


def test_margins_come_from_the_cell_the_table_its_style_or_word() -> None:
    styles = STYLE.format(f"<w:tblPr>{margins('tblCellMar', left=200, right=200)}</w:tblPr>")
    own = margins("tcMar", start=500)
    table = set_table([row(cell("a"), cell("b", 3000, own))], IN_STYLE + margins("tblCellMar", right=0), styles=styles)
    assert [one.margins for one in table.rows[0].cells] == [(0, 0, 0, 10), (0, 0, 0, 25)]
    assert set_table(TWO).rows[0].cells[0].margins == (0, 5.4, 0, 5.4)


def test_the_largest_margin_above_and_below_is_the_whole_rows() -> None:
    table = set_table([row(cell("a", 2000, margins("tcMar", top=200, bottom=100)), cell("b", 3000)), *TWO])
    assert [one.margins[::2] for one in table.rows[0].cells] == [(10, 5), (10, 5)]
    assert at(table, 1, 0).margins[::2] == (0, 0)


def test_a_row_may_have_margins_of_its_own() -> None:
    exceptions = f"<w:tblPrEx>{margins('tblCellMar', left=0)}</w:tblPrEx>"
    table = set_table([row(cell("a"), cell("b", 3000), exceptions=exceptions), *TWO])
    assert [at(table, number, 0).margins[3] for number in (0, 1)] == [0, 5.4]


@pytest.mark.parametrize(
    ("said", "height", "exact"),
    [
        ('w:val="400"', 20, False),
        ('w:val="400" w:hRule="atLeast"', 20, False),
        ('w:val="400" w:hRule="exact"', 20, True),
    ],
)
def test_a_row_is_at_least_or_exactly_so_high(said: str, height: float, *, exact: bool) -> None:
    found = set_table([row(cell("a"), cell("b", 3000), more=f"<w:trHeight {said}/>")]).rows[0]
    assert (found.height, found.exact) == (height, exact)


def test_only_the_first_rows_are_header_rows() -> None:
    head = "<w:tblHeader/>"
    rows = [row(cell("a"), cell("b", 3000), more=more) for more in (head, head, "<w:cantSplit/>", head)]
    table = set_table(rows)
    assert [one.is_header for one in table.rows] == [True, True, False, False]
    assert [one.may_split for one in table.rows] == [True, True, False, True]


def test_a_hidden_row_is_not_there_when_all_in_it_is_hidden() -> None:
    hidden = "<w:tc><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r></w:p></w:tc>"
    rows = [row(hidden, hidden, more="<w:hidden/>"), row(cell("a"), cell("b", 3000), more="<w:hidden/>")]
    assert [text_of(one.cells[0].blocks) for one in set_table(rows).rows] == ["a"]


@pytest.mark.parametrize("place", ["top", "center", "bottom"])
def test_a_cells_text_stands_at_the_top_in_the_middle_or_at_the_bottom(place: str) -> None:
    assert set_table([row(cell("a", 2000, f'<w:vAlign w:val="{place}"/>'))]).rows[0].cells[0].vertical == place


@pytest.mark.parametrize("place", ["row", "cell"])
def test_a_bookmark_between_rows_or_cells_stands_in_the_cell_after_it(place: str) -> None:
    mark = '<w:bookmarkStart w:id="1" w:name="plats"/>'
    rows = [*TWO, mark, *TWO] if place == "row" else [*TWO, row(mark, cell("a"), cell("b", 3000))]
    pointer = '<w:p><w:fldSimple w:instr="PAGEREF plats"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'
    table = first(read(word_file(written(rows) + pointer)))
    assert isinstance(table, Table)
    paragraph = at(table, 1, 0).blocks[0]
    assert isinstance(paragraph, Paragraph)
    assert paragraph.inlines[0] == Bookmark("plats")
