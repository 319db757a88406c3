"""Tabs lead where Word's lead, and never out of the line."""

from dataclasses import replace
from typing import Any

import pytest
from written import ARIAL, LORUM, cell, paragraph, places, refused, row, section, story, table, text, typeset, words

from docgen.typesetting.formats import Look, TabStop
from docgen.typesetting.model import Break, Counted, PageCount, Tab

TAB = Tab(ARIAL)
# The way of a tab is reckoned before the text is set, or by the typesetter where it alone knows how wide text is.
either_way = pytest.mark.parametrize("look", [ARIAL, replace(ARIAL, kerning=True)], ids=["known", "measured"])


def stops(*found: TabStop) -> dict[str, Any]:
    return {"tabs": found}


@pytest.mark.parametrize(
    ("kind", "edge", "at"),
    [("left", "x", 300), ("right", "end", 300), ("center", "middle", 300), ("decimal", "comma", 300)],
)
@either_way
def test_text_stands_at_its_stop(kind: str, edge: str, at: float, look: Look) -> None:
    found = places(paragraph("Ett", TAB, "12,50", look=look, **stops(TabStop(200, kind))))
    word = found["12,50"]
    comma = word.x + 2 * (word.end - word.x) / (4 * 0.556 + 0.278) * 0.556
    assert {"x": word.x, "end": word.end, "middle": (word.x + word.end) / 2, "comma": comma}[edge] == pytest.approx(
        at, abs=0.1
    )


@either_way
def test_a_number_without_a_comma_ends_at_its_decimal_stop(look: Look) -> None:
    found = places(paragraph("Ett", TAB, "1250", look=look, **stops(TabStop(200, "decimal"))))
    assert found["1250"].end == pytest.approx(300, abs=0.1)


@either_way
def test_default_stops_begin_at_the_margin_and_follow_the_last_of_the_paragraphs_own(look: Look) -> None:
    found = places(paragraph("Ett", TAB, "två", TAB, "tre", look=look, left=20, **stops(TabStop(50))))
    assert [found["två"].x, found["tre"].x] == [pytest.approx(150, abs=0.1), pytest.approx(172, abs=0.1)]


@either_way
def test_a_hanging_indent_is_a_stop(look: Look) -> None:
    assert places(paragraph("Ett", TAB, "två", look=look, left=50, first=-50))["två"].x == pytest.approx(150, abs=0.1)


@either_way
def test_text_too_wide_for_its_right_stop_follows_at_once(look: Look) -> None:
    found = words(paragraph("Mycket lång text", TAB, "ända hit", look=look, **stops(TabStop(100, "right"))))
    assert found[0].x == pytest.approx(100)
    assert found[-1].end > 200


@pytest.mark.parametrize("leader", [".", "-", "_", "·"])
def test_a_leader_fills_the_way_to_its_stop(leader: str) -> None:
    found = words(paragraph("Ett", TAB, "två", **stops(TabStop(300, "right", leader))))
    (way,) = [word for word in found if word.text == leader * 5]
    assert way.x - found[0].end < 8
    assert found[-1].x - way.end < 8
    assert found[-1].end == pytest.approx(400, abs=0.1)


def test_a_tab_without_a_leader_is_copied_as_a_space() -> None:
    assert text(paragraph("Ett", TAB, "två")).split() == ["Ett", "två"]


def test_tabs_begin_anew_on_each_line() -> None:
    found = places(paragraph("Ett", TAB, "två", Break(ARIAL), TAB, "tre"))
    assert [found["två"].x, found["tre"].x] == [pytest.approx(136, abs=0.1), pytest.approx(136, abs=0.1)]


def test_tabs_count_from_the_edge_of_their_cell() -> None:
    assert places(table(row(cell(1, paragraph("a", TAB, "b")))))["b"].x == pytest.approx(200 + 5.4 + 36, abs=0.1)


@pytest.mark.parametrize("at", [300, 400], ids=["within", "at the edge"])
def test_a_page_number_stands_at_its_right_stop(at: float) -> None:
    head = story(paragraph("Ärende", TAB, "Sida ", PageCount(Counted.PAGE, ARIAL), **stops(TabStop(at, "right"))))
    found = places(section("a", headers={"default": head}))
    assert [found["1"].end, found["Ärende"].x] == [pytest.approx(100 + at, abs=0.1), pytest.approx(100, abs=0.1)]


def test_a_page_number_too_wide_for_its_right_stop_follows_at_once_on_its_line() -> None:
    wide = stops(TabStop(300, "right"))
    head = story(paragraph("i" * 118, TAB, "Sida ", PageCount(Counted.PAGE, ARIAL), **wide))
    found = words(section("b", headers={"default": head}))
    assert [word.text for word in found if word.y < 60] == ["i" * 118 + "Sida", "1"]
    assert len({round(word.y) for word in found if word.text != "b"}) == 1


def test_a_page_number_between_two_stops_pushes_what_follows() -> None:
    between = stops(TabStop(50), TabStop(400, "right"))
    head = story(paragraph("a", TAB, PageCount(Counted.PAGE, ARIAL), TAB, "slut", **between))
    found = places(section("b", headers={"default": head}))
    assert [found["1"].x, found["slut"].end] == [pytest.approx(150, abs=0.1), pytest.approx(500, abs=0.1)]


def test_a_tab_leads_over_a_place_where_the_line_could_break() -> None:
    found = words(paragraph("Datum", TAB, "2026-05-20", TAB, "SN 2026/1", **stops(TabStop(340), TabStop(345))))
    assert len({round(word.y) for word in found}) > 1
    found = words(paragraph("Datum", TAB, "2026-05-20", **stops(TabStop(300))))
    assert [word.text for word in found] == ["Datum", "2026-05-20"]


@pytest.mark.parametrize("where", ["text", "stop"])
def test_a_tab_that_leads_out_of_the_line_is_refused(where: str) -> None:
    far = {"text": (LORUM, LORUM, TAB, "två"), "stop": (*(one for _ in range(12) for one in ("ett", TAB)), "slut")}
    assert refused(paragraph(*far[where])) == ["w:tab"]


def test_text_after_the_last_tab_goes_on_over_the_next_lines() -> None:
    ys = {round(word.y) for word in words(paragraph("Ett", TAB, LORUM * 2))}
    assert len(ys) > 1


def test_a_page_of_tabs_is_set_at_once() -> None:
    assert typeset(*[paragraph("Ett", TAB, "två")] * 30)
