"""What is kept on one page and is higher than any page goes on over the next: no word runs out of a page."""

import pytest
from written import LORUM, PAGE, Content, cell, item, paragraph, row, section, story, table, words
from yardstick import Word

from docgen.typesetting.model import Row

LONG = LORUM * 30  # of more than one page of 400 x 400 points
KEPT_LINES = paragraph(LONG, "slut", keep_lines=True)
KEPT_ROW = Row((cell(0, "a"), cell(1, paragraph(LORUM * 8, "slut"))), may_split=False)
HEAD = row("Namn", "Tal", is_header=True)
KEPT = paragraph(LORUM * 4, keep_next=True)


@pytest.mark.parametrize(
    "content",
    [
        KEPT_LINES,
        paragraph(LONG, "slut", keep_lines=True, left=200),
        item("1.", LONG + "slut", keep_lines=True),
        paragraph(LONG, "slut", keep_lines=True, shade="EEEEEE"),
        table(KEPT_ROW),
        table(HEAD, KEPT_ROW),
        table(row("a", cell(1, table(KEPT_ROW, widths=[40, 50])))),
        table(Row((cell(0, KEPT_LINES),), may_split=False), widths=[300]),
        table(*[row(cell(0, KEPT), cell(1, KEPT))] * 12, row("a", "slut")),
    ],
    ids=["lines", "indented", "item", "shaded", "row", "row-under-a-head", "row-in-a-cell", "lines-in-a-row", "table"],
)
def test_what_no_page_holds_goes_on_over_the_next(content: Content) -> None:
    found = words("före", content, "efter")
    assert {"före", "slut", "efter"} <= {word.text for word in found}
    assert max(word.y for word in found) <= PAGE.height - PAGE.bottom
    assert _pages(found) == list(range(max(_pages(found)) + 1))


def test_items_kept_with_the_next_that_no_page_holds_go_on_over_the_next() -> None:
    found = words(*[item("1.", LORUM * 3, keep_next=True)] * 12, "slut")
    assert max(word.y for word in found) <= PAGE.height - PAGE.bottom


def test_a_header_that_takes_of_the_page_is_reckoned_with() -> None:
    tall = story(*["huvud"] * 25)
    found = words(section(paragraph(LORUM * 14, "slut", keep_lines=True), headers={"default": tall}))
    assert max(word.y for word in found) <= PAGE.height - PAGE.bottom


def test_what_a_page_holds_is_kept_on_it() -> None:
    found = words(*["rad"] * 20, table(KEPT_ROW, widths=[100, 300]))
    assert {word.page for word in found if word.text in {"a", "slut"}} == {1}


def _pages(found: list[Word]) -> list[int]:
    return sorted({word.page for word in found})
