"""Tables of data have a header row, first of all rows, and rows that cover the same columns."""

import pytest
from lint_template import Told, assert_told, faults, p, template

from docgen.errors import Severity

DRAWN, BARE = '<w:tblBorders><w:insideH w:val="single"/></w:tblBorders>', ""
STYLES = (
    '<w:style w:type="table" w:styleId="Rutnat"><w:name w:val="Table Grid"/>'
    f"<w:tblPr>{DRAWN}</w:tblPr></w:style>"
    '<w:style w:type="table" w:styleId="Min"><w:name w:val="Min tabell"/><w:basedOn w:val="Rutnat"/></w:style>'
)
HEAD = "<w:trPr><w:tblHeader/></w:trPr>"


def cell(text: str = "x", settings: str = "") -> str:
    return f"<w:tc><w:tcPr>{settings}</w:tcPr>{text if text.startswith('<') else p(text)}</w:tc>"


def row(*cells: str, settings: str = "") -> str:
    return f"<w:tr>{settings}{''.join(one if one.startswith('<w:tc>') else cell(one) for one in cells)}</w:tr>"


def grid(*rows: str, settings: str = DRAWN) -> str:
    return f"<w:tbl><w:tblPr>{settings}</w:tblPr><w:tblGrid/>{''.join(rows)}</w:tbl>"


def look(value: str) -> str:
    return f"{DRAWN}<w:tblLook {value}/>"


def assert_said(body: str, *expected: Told) -> None:
    assert_told(template(body, styles=STYLES), *expected)


PAIR = row("a", "b")
LINE = '<w:tcBorders><w:bottom w:val="single"/></w:tcBorders>'
HEADLESS = {
    "lines of its own": grid(PAIR, PAIR),
    "lines of its style": grid(PAIR, PAIR, settings='<w:tblStyle w:val="Min"/>'),
    "lines of its cells": grid(*[row(cell("a", LINE), cell("b", LINE))] * 2, settings=BARE),
    "the marks of every new table": grid(PAIR, PAIR, settings=look('w:val="04A0"')),
    "the same marks in words": grid(PAIR, PAIR, settings=look('w:firstRow="1" w:firstColumn="1"')),
    "a header row that is switched off": grid(
        row("a", "b", settings='<w:trPr><w:tblHeader w:val="0"/></w:trPr>'), PAIR
    ),
}


@pytest.mark.parametrize("body", HEADLESS.values(), ids=HEADLESS)
def test_a_ruled_table_without_header_row_is_noted(body: str) -> None:
    assert_said(body, ("M-65", (1, 1, 1, 1), {}))


@pytest.mark.parametrize("settings", ["", HEAD])
def test_a_row_that_is_repeated_counts_as_several_and_the_row_of_the_tag_as_none(settings: str) -> None:
    each = row("{%tr for r in rader %}", "", settings=settings)
    body = (p("{%p if rader %}"), grid(each, row("{{ r }}", "b"), row("{%tr endfor %}", "")), p("{%p endif %}"))
    assert_said("".join(body), ("M-65", (4, 1, 2, 1), {}))


FINE = {
    "a header row": grid(row("a", "b", settings=HEAD), PAIR),
    "two header rows": grid(row("a", "b", settings=HEAD), row("a", "b", settings=HEAD), PAIR),
    "a header row that may be absent": grid(
        row("{%tr if bifall %}", ""), row("a", "b", settings=HEAD), row("{%tr endif %}", ""), PAIR
    ),
    "labels in the first column": grid(PAIR, PAIR, settings=look('w:val="0680"')),
    "the same in words": grid(PAIR, PAIR, settings=look('w:firstColumn="1" w:firstRow="0" w:val="04A0"')),
    "no lines": grid(PAIR, PAIR, settings=BARE),
    "lines taken away from the style": grid(
        PAIR, PAIR, settings='<w:tblStyle w:val="Min"/><w:tblBorders><w:insideH w:val="nil"/></w:tblBorders>'
    ),
    "one row": grid(PAIR),
    "one column": grid(row("a"), row("b")),
    "a table that holds another": grid(row("a", cell(grid(PAIR, settings=BARE) + p("x"))), PAIR),
    "uneven rows without lines": grid(PAIR, row("a"), settings=BARE),
    "cells that are merged well": grid(
        row("a", "b", settings=HEAD),
        row(cell("a", '<w:gridSpan w:val="2"/>')),
        row(cell("a", '<w:vMerge w:val="restart"/>'), "b"),
        row(cell("", "<w:vMerge/>"), "b"),
    ),
    "columns that are repeated": grid(
        row("a", "b", settings=HEAD), row("{%tc for r in rader %}", "{{ r }}", "{%tc endfor %}")
    ),
    "rows in a content control": grid(
        f"<w:sdt><w:sdtContent>{row('a', 'b', settings=HEAD)}</w:sdtContent></w:sdt>", PAIR, PAIR
    ),
}


@pytest.mark.parametrize("body", FINE.values(), ids=FINE)
def test_a_table_that_can_be_followed_is_fine(body: str) -> None:
    assert_said(body)


def test_tables_in_headers_and_footers_are_not_judged() -> None:
    assert_told(template("x", header1=grid(PAIR, PAIR), footer1=grid(PAIR, row("a"))))


def test_a_header_row_after_another_row_is_a_warning() -> None:
    body = grid(PAIR, row("a", "b", settings=HEAD), PAIR)
    assert_said(body, ("M-66", (3, 1, 2, 1), {}))
    assert_said(body.replace(DRAWN, BARE), ("M-66", (3, 1, 2, 1), {}))


UNEVEN = [
    (row("a"), "mall_rader_olika"),
    (row("a", "b", "c"), "mall_rader_olika"),
    (row("a", cell("b", '<w:gridSpan w:val="2"/>')), "mall_rader_olika"),
    (row("b", settings='<w:trPr><w:gridBefore w:val="1"/></w:trPr>'), "mall_rader_olika"),
    (row("a", cell("", "<w:vMerge/>")), "mall_cell_utan_borjan"),
]


@pytest.mark.parametrize(("uneven", "reason"), UNEVEN)
def test_rows_that_do_not_agree_are_a_warning_told_once(uneven: str, reason: str) -> None:
    members = template(grid(row("a", "b", settings=HEAD), PAIR, uneven, PAIR), styles=STYLES)
    assert_told(members, ("M-67", (5, 1, 3, 1), {"orsak": reason}))


def test_only_a_missing_header_row_is_a_note() -> None:
    body = grid(row("a", "b"), row("a", "b", settings=HEAD), row("a"))
    assert {one.code: one.severity for one in faults(template(body))} == {
        "M-66": Severity.WARNING,
        "M-67": Severity.WARNING,
    }
