"""When the meetings around the care under LVM are to be held, counted on vårdtid (R-100 to R-104)."""

from typing import Any

import pytest
from anteckningar import EFTER, EFTER_LVM, FORSTA, GONE, INFOR, MOTE, UPPREPAD, because, said, view

VARNING, FEL = "varning", "fel"


@pytest.mark.parametrize(
    ("days", "day", "answer"),
    [
        (0, "2026-05-19", [("R-100", VARNING)]),
        (0, "2026-05-20", []),
        (0, "2026-06-20", []),
        (0, "2026-06-21", [("R-100", VARNING)]),
        (10, "2026-05-29", [("R-100", VARNING)]),
        (10, "2026-05-30", []),
        (10, "2026-06-30", []),
    ],
)
def test_the_first_meeting_is_two_to_three_months_into_the_care(
    days: int, day: str, answer: list[tuple[str, str]]
) -> None:
    changes = {"lvm/ej_raknade_dagar": days, "mote/datum": day, "dokument/datum": "2026-07-01"}
    assert said(MOTE, changes) == answer


@pytest.mark.parametrize(
    ("day", "answer"),
    [("2026-08-01", [("R-101", "utanfor_tiden")]), ("2026-08-02", []), ("2026-08-30", []), ("2026-08-31", "late")],
)
def test_the_follow_up_is_five_months_into_the_care_give_or_take_two_weeks(day: str, answer: object) -> None:
    found = because(INFOR, {"mote/datum": day, "dokument/datum": "2026-09-01"})
    assert found == ([("R-101", "utanfor_tiden")] if answer == "late" else answer)


def test_the_follow_up_comes_before_the_discharge() -> None:
    assert because(INFOR, {"lvm/beraknat_slut": "2026-08-19"}) == []
    assert because(INFOR, {"lvm/beraknat_slut": "2026-08-18"}) == [("R-101", "utanfor_tiden")]


def test_the_person_is_told_what_comes_directly_after_the_discharge() -> None:
    assert because(INFOR, {"efter_utskrivning": GONE}) == [("R-101", "efter_utskrivning_saknas")]


@pytest.mark.parametrize(
    ("ended", "answer"),
    [("2026-08-16", [("R-102", VARNING)]), ("2026-08-17", []), ("2026-09-11", []), ("2026-09-18", "R-102")],
)
def test_the_first_follow_up_after_the_care_is_two_to_three_months_later(ended: str, answer: object) -> None:
    changes = {"lvm/avslutad": ended, "lvm/beraknat_slut": "2026-09-11", "lvm/ej_raknade_dagar": 20}
    assert said(EFTER, changes) == ([("R-102", VARNING)] if answer == "R-102" else answer)


def test_a_follow_up_after_another_has_no_such_time() -> None:
    assert said(UPPREPAD, {}) == []
    assert said(UPPREPAD, {"plan_ref/datum": "2026-06-09"}) == [("R-102", VARNING)]


def test_a_meeting_after_the_care_says_when_it_ended() -> None:
    assert because(EFTER_LVM, {"lvm/avslutad": GONE}) == [("R-102", "avslutad_saknas")]


@pytest.mark.parametrize(
    ("changes", "answer"),
    [
        ({"plan_datum": "2026-07-06", "parter_informerade_datum": "2026-07-06"}, []),
        ({"plan_datum": "2026-07-07"}, [("R-103", "plan_28_sent")]),
        ({"plan_datum": GONE}, [("R-103", "plan_28_saknas")]),
        ({"parter_informerade_datum": "2026-07-07"}, [("R-103", "parterna_informerade_sent")]),
        ({"parter_informerade_datum": GONE}, [("R-103", "parterna_inte_informerade")]),
    ],
)
def test_before_care_in_another_form_there_is_a_plan_that_the_parties_know_of(
    changes: dict[str, Any], answer: list[tuple[str, str]]
) -> None:
    assert because(FORSTA, {f"lvm/placering_27/{name}": day for name, day in changes.items()}) == answer


@pytest.mark.parametrize(
    ("changes", "answer"),
    [
        ({"beraknat_slut": "2026-09-16"}, []),
        ({"beraknat_slut": "2026-09-17"}, [("R-104", FEL)]),
        ({"beraknat_slut": "2026-09-17", "ej_raknade_dagar": 1}, []),
        ({"beraknat_slut": "2026-03-15"}, [("R-104", FEL)]),
        ({"avslutad": "2026-09-17"}, [("R-104", FEL)]),
    ],
)
def test_the_care_ends_within_six_months_of_care(changes: dict[str, Any], answer: list[tuple[str, str]]) -> None:
    assert said(FORSTA, {f"lvm/{name}": value for name, value in changes.items()}) == answer


def test_a_meeting_around_lvm_says_which_of_them_it_is() -> None:
    assert said(FORSTA, {"fas": GONE}) == [("R-100", FEL)]
    assert said(FORSTA, {"lvm": GONE}) == [("R-100", FEL)]


def test_months_are_counted_on_the_time_in_care() -> None:
    def months(days: int) -> str:
        facts = view(MOTE, {"mote/datum": "2026-06-20", "lvm/ej_raknade_dagar": days}).data["lvm"]["uppgifter"]
        return next(str(one["varde"]) for one in facts if one["etikett"] == "Hela månader i vården")

    assert (months(0), months(1)) == ("3", "2")


def test_after_the_discharge_no_reckoned_end_is_told() -> None:
    labels = [one["etikett"] for one in view(EFTER).data["lvm"]["uppgifter"]]
    assert "Utskriven" in labels
    assert not {"Beräknas sluta", "Slutar senast", "Hela månader i vården"} & set(labels)
