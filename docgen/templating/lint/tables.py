"""Tables of data: a header row that is one to Word, first in the table, and rows that cover the same columns."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from lxml import etree

from docgen.errors import Severity
from docgen.templating.lint.ledger import Ledger
from docgen.templating.lint.paper import Paper
from docgen.templating.lint.sheet import Sheet, is_on, value
from docgen.templating.lint.story import place_of
from docgen.templating.lint.tag import CELL_TAGS
from docgen.templating.xml_part import W

_NO_LINE = {"", "nil", "none"}
_WRAPS = (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}moveTo")
_FIRST_ROW, _FIRST_COLUMN = 0x0020, 0x0080


class _Cell(NamedTuple):
    """A cell: the column it begins in, how many it covers, and what it says of being merged ("", "restart")."""

    column: int
    span: int
    merged: str | None


def judge(paper: Paper, sheet: Sheet, ledger: Ledger) -> None:
    """Tell of each table of data without a header row, with one in the wrong place, or with rows that do not agree.

    A table without lines between its rows is a way to place things, and so is one that holds another.
    """
    moving = {tag.at.element for tag in paper.tags if tag.level == "tc" or tag.word in CELL_TAGS}
    for table in paper.elements(f"{W}tbl"):
        rows = [row for row in _children(table, f"{W}tr") if paper.has(row)]
        heads = [is_on(row.find(f"{W}trPr/{W}tblHeader")) for row in rows]
        is_drawn = _is_ruled(table, rows, sheet) and table.find(f".//{W}tbl") is None
        if rows and (is_drawn or any(heads)):
            place = place_of(paper.xml, next(rows[0].iter(f"{W}p"), rows[0]))
            if is_drawn and not any(heads) and _is_wide(table, rows) and not _begins_with_labels(table, sheet):
                ledger.tell_at("M-65", place, Severity.NOTE)
            _judge_heads(paper, rows, heads, ledger)
            if not any(one in moving for one in table.iter(f"{W}p")):
                _judge_cells(paper, rows, ledger)


def _judge_heads(paper: Paper, rows: Sequence[etree._Element], heads: Sequence[bool], ledger: Ledger) -> None:
    """Tell of a header row that Word does not take for one, since another row stands before it."""
    late = next((row for row, (before, head) in zip(rows[1:], pairwise(heads), strict=True) if head > before), None)
    if late is not None:
        ledger.tell_at("M-66", place_of(paper.xml, next(late.iter(f"{W}p"), late)), Severity.WARNING)


def _judge_cells(paper: Paper, rows: Sequence[etree._Element], ledger: Ledger) -> None:
    """Tell of the first row that covers other columns than the one before, or goes on with a cell that is not there."""
    cells = [list(_cells(row)) for row in rows]
    for row, (before, here) in zip(rows[1:], pairwise(cells), strict=True):
        uneven = _extent(before) != _extent(here)
        above = {(one.column, one.span) for one in before if one.merged is not None}
        loose = any(one.merged == "continue" and (one.column, one.span) not in above for one in here)
        if uneven or loose:
            reason = "mall_rader_olika" if uneven else "mall_cell_utan_borjan"
            place = place_of(paper.xml, next(row.iter(f"{W}p"), row))
            ledger.tell_at("M-67", place, Severity.WARNING, orsak=reason)
            return


def _extent(cells: Sequence[_Cell]) -> tuple[int, int]:
    """Return the column in which the cells of a row begin, and the one after their last."""
    return (cells[0].column, cells[-1].column + cells[-1].span) if cells else (0, 0)


def _cells(row: etree._Element) -> Iterator[_Cell]:
    column = _number(row.find(f"{W}trPr/{W}gridBefore"), 0)
    for cell in _children(row, f"{W}tc"):
        span = _number(cell.find(f"{W}tcPr/{W}gridSpan"), 1)
        merged = cell.find(f"{W}tcPr/{W}vMerge")
        yield _Cell(column, span, None if merged is None else value(merged) or "continue")
        column += span


def _children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield the rows of a table or the cells of a row, those in content controls too."""
    for child in element.iterchildren(etree.Element):
        if child.tag == name:
            yield child
        elif child.tag in _WRAPS:
            yield from _children(child, name)


def _number(element: etree._Element | None, otherwise: int) -> int:
    said = value(element)
    return int(said) if said.isdecimal() else otherwise


def _is_wide(table: etree._Element, rows: Sequence[etree._Element]) -> bool:
    """Tell whether a table has at least two rows and two columns; a row that is repeated counts as several."""
    is_repeated = len(rows) < sum(1 for _ in _children(table, f"{W}tr"))
    return (len(rows) > 1 or is_repeated) and all(_extent(list(_cells(row)))[1] > 1 for row in rows)


def _begins_with_labels(table: etree._Element, sheet: Sheet) -> bool:
    """Tell whether the first column is the header: Word ticks it and the first row in every new table."""
    look = table.find(f"{W}tblPr/{W}tblLook")
    if look is None:
        style = sheet.named(table, f"{W}tblPr/{W}tblStyle", "table")
        look = next(
            (found for one in sheet.chain(style) if (found := one.find(f"{W}tblPr/{W}tblLook")) is not None), None
        )
    return (
        look is not None and _ticked(look, "firstColumn", _FIRST_COLUMN) and not _ticked(look, "firstRow", _FIRST_ROW)
    )


def _ticked(look: etree._Element, name: str, bit: int) -> bool:
    said = look.get(f"{W}{name}")
    if said is not None:
        return said in {"1", "true", "on"}
    try:
        return bool(int(value(look) or "0", 16) & bit)
    except ValueError:
        return False


def _is_ruled(table: etree._Element, rows: Sequence[etree._Element], sheet: Sheet) -> bool:
    """Tell whether lines are drawn between the rows: by the table, by its style, or by most of its cells."""
    style = sheet.named(table, f"{W}tblPr/{W}tblStyle", "table")
    for one in (table, *sheet.chain(style)):
        line = one.find(f"{W}tblPr/{W}tblBorders/{W}insideH")
        if line is not None and value(line) not in _NO_LINE:
            return True
        if line is not None:
            break
    cells = [cell for row in rows for cell in _children(row, f"{W}tc")]
    drawn = [cell for cell in cells if _has_line(cell)]
    return len(drawn) * 2 > len(cells)


def _has_line(cell: etree._Element) -> bool:
    edges = (cell.find(f"{W}tcPr/{W}tcBorders/{W}{edge}") for edge in ("top", "bottom"))
    return any(value(edge) not in _NO_LINE for edge in edges)
