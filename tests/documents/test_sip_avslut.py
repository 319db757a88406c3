"""The end of a SIP or of samverkan: after a withdrawn consent nothing later is told (R-27)."""

from datetime import date
from typing import Any

import pytest
from anteckningar import ATERKALLAT, AVLIDEN, FLYTT, GONE, MALEN, because, strings, view

from docgen.documents.sip_avslut.dagar import dagar_i

MOTE = {"datum": "2026-12-08", "tid": "10.00", "plats": "Torggatan 1, Exempelstad", "narvarande": ["Vuxenenheten"]}


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Den 3 mars 2026 och 2026-04-05.", [date(2026, 4, 5), date(2026, 3, 3)]),
        ("3\N{NO-BREAK SPACE}mars\N{NO-BREAK SPACE}2026", [date(2026, 3, 3)]),
        ("31 februari 2026, 2026-13-01 och 13 mars", []),
        ("dnr 2026-11-1", []),
    ],
)
def test_the_days_in_a_text_are_found_however_they_are_written(text: str, days: list[date]) -> None:
    assert list(dagar_i(text)) == days


@pytest.mark.parametrize(
    ("changes", "answer"),
    [
        ({"uppgifter_till": "2026-11-13"}, []),
        ({"uppgifter_till": "2026-11-14"}, ["uppgift_efter_aterkallelsen"]),
        ({"sammanfattning": "Den 14 november 2026 uteblev Emil Strand."}, ["uppgift_efter_aterkallelsen"]),
        ({"sammanfattning": "Den 13 november 2026 sade Emil Strand ifrån."}, []),
        ({"malstatus/0/kommentar": "Provet 2026-11-16 var negativt."}, ["uppgift_efter_aterkallelsen"]),
        (
            {"utvardering": {"datum": "2026-11-16", "svar": [{"fraga": "?", "varde": 1}]}},
            ["uppgift_efter_aterkallelsen"],
        ),
        ({"nasta_mote": MOTE}, ["mote_utan_samtycke"]),
        ({"samtycke/aterkallat_datum": GONE}, ["aterkallat_utan_dag"]),
        ({"samtycke/aterkallat_datum": "2026-11-18"}, ["avslutat_fore_aterkallelsen"]),
    ],
)
def test_after_a_withdrawn_consent_nothing_later_is_told(changes: dict[str, Any], answer: list[str]) -> None:
    assert because(ATERKALLAT, changes) == [("R-27", reason) for reason in answer]


def test_days_after_the_end_may_be_told_while_the_consent_holds() -> None:
    assert because(MALEN, {"ansvar_framat/0/vad": "Odlingsgruppen till och med 2027-06-30"}) == []


def test_there_is_no_meeting_with_one_who_has_died() -> None:
    assert because(AVLIDEN, {"nasta_mote": MOTE}) == [("R-27", "mote_efter_dodsfallet")]


def test_another_reason_is_told() -> None:
    assert because(MALEN, {"skal": "annat", "skal_text": GONE}) == [("R-27", "annat_utan_skal")]


def test_a_consent_that_has_run_out_shares_nothing() -> None:
    assert because(MALEN, {"samtycke/giltigt_till": "2026-11-10"}) == []
    assert because(MALEN, {"samtycke/giltigt_till": "2026-11-09"}) == [("R-23", "samtycke_gatt_ut")]


def test_a_consent_withdrawn_without_being_the_reason_is_told() -> None:
    assert because(MALEN, {"samtycke/aterkallat_datum": "2026-11-01"}) == [("R-23", "samtycke_aterkallat")]


@pytest.mark.parametrize(("name", "offered"), [(MALEN, True), (ATERKALLAT, True), (AVLIDEN, False)])
def test_a_new_plan_is_offered_to_the_living(name: str, *, offered: bool) -> None:
    assert (view(name).data["efter"] is not None) is offered


def test_one_who_moves_is_offered_that_the_plan_goes_along() -> None:
    assert "nya orten" in " ".join(strings(view(FLYTT).data["efter"]))
    assert "nya orten" not in " ".join(strings(view(MALEN).data["efter"]))


@pytest.mark.parametrize(("name", "verb"), [(AVLIDEN, "gällde"), (MALEN, "gäller")])
def test_the_consent_of_one_who_has_died_holds_no_more(name: str, verb: str) -> None:
    assert f". Det {verb} till och med den " in " ".join(strings(view(name).data["samtycke"]))


def test_a_withdrawn_consent_is_told_with_its_day() -> None:
    told = " ".join(strings(view(ATERKALLAT).data["samtycke"]))
    assert "tog tillbaka det den 13 november 2026" in told
    assert "kan när som helst" not in told


def test_an_end_after_samverkansmoten_is_called_so() -> None:
    assert view(FLYTT).data["dokument"]["titel"] == "Avslut av samverkan"
    assert view(MALEN).data["dokument"]["titel"].endswith("(SIP)")
