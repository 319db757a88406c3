"""The evaluation of a treatment: its day, the new application, the interview of UIV, and what it says."""

from typing import Any

import pytest
from beslut import GONE, said
from test_uppfoljningsplan import FEL, FEL_I_SATSEN, VARNING, told, view

from docgen.documents.texts import texts

HVB = "../utvardering/tre-manader-efter-hvb"
KLAR = "../utvardering/oppenvard-inget-mer-behov"
AVBRUTEN = "../utvardering/avbruten-behandling-ny-ansokan-vantas"
SKYDDAD = "../utvardering/skyddad-person"


@pytest.mark.parametrize(
    ("day", "answer"),
    [
        ("2026-10-17", FEL),
        ("2026-10-18", VARNING),
        ("2026-11-03", VARNING),
        ("2026-11-04", []),
        ("2026-11-20", []),
    ],
)
def test_the_evaluation_is_made_three_months_after_the_treatment(day: str, answer: list[str]) -> None:
    assert said("R-37", HVB, {"utvarderingsdatum": day}) == answer


def test_an_evaluation_that_is_late_is_remarked_on() -> None:
    late = {"behandling/avslutad_datum": "2026-08-04", "utvarderingsdatum": "2026-11-19"}
    assert said("R-37", HVB, late) == VARNING
    assert said("R-37", HVB, late | {"utvarderingsdatum": "2026-11-18"}) == []


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ({"datum": "2026-08-19", "galler": "kontaktperson"}, FEL),
        ({"datum": "2026-08-18", "galler": "kontaktperson"}, []),
        ({"datum": "2026-08-19", "galler": "kontaktperson", "utredning_id": "U-2026-0118"}, FEL),
        ({"datum": "2026-08-19", "galler": "kontaktperson", "utredning_id": "U-2026-0911"}, []),
    ],
)
def test_an_application_after_the_treatment_needs_its_own_investigation(
    asked: dict[str, str], answer: list[str]
) -> None:
    assert said("R-38", HVB, {"ny_ansokan": asked}) == answer


@pytest.mark.parametrize(
    ("changes", "answer"),
    [
        ({"uiv_intervju/datum": "2026-08-17"}, VARNING),
        ({"uiv_intervju/datum": "2026-08-18"}, []),
        ({"uiv_intervju/datum": "2026-09-18"}, []),
        ({"uiv_intervju/datum": "2026-09-19"}, VARNING),
        ({"behandling/paborjad_datum": "2026-08-12"}, []),  # seven days, the last one counted
        ({"behandling/paborjad_datum": "2026-08-13"}, VARNING),
    ],
)
def test_an_interview_is_held_within_a_month_after_a_week_or_more(changes: dict[str, Any], answer: list[str]) -> None:
    assert said("R-39", HVB, changes) == answer


def test_an_evaluation_needs_no_interview() -> None:
    assert said("R-39", HVB, {"behandling/paborjad_datum": "2026-08-13", "uiv_intervju": GONE}) == []


@pytest.mark.parametrize(("born", "answer"), [("2006-09-14", []), ("2006-09-15", VARNING)])
def test_an_interview_is_for_those_who_are_20(born: str, answer: list[str]) -> None:
    assert said("R-39", AVBRUTEN, {"person/fodelsedatum": born}) == answer


@pytest.mark.parametrize(
    ("changes", "answer"),
    [
        ({"behandling/paborjad_datum": "2026-08-19"}, FEL),
        ({"dokument/datum": "2026-11-17", "ny_ansokan": GONE}, FEL),
        ({"asi_uppfoljning/datum": "2026-11-21"}, FEL),
        ({"ny_ansokan/datum": "2026-11-21"}, FEL),
        ({"utvarderingsdatum": "2026-11-23", "dokument/datum": "2026-11-23"}, FEL * 2),
        ({"utvarderingsdatum": "2026-11-23", "dokument/datum": "2026-11-23", "dokument/status": "utkast"}, []),
    ],
)
def test_the_days_of_an_evaluation_follow_each_other(changes: dict[str, Any], answer: list[str]) -> None:
    assert said("R-03", HVB, changes) == answer


def test_each_goal_is_told_with_how_far_it_was_reached() -> None:
    assert [row["uppnatt"] for row in view(HVB)["mal"]] == ["Delvis", "Helt", "Inte"]


def test_whether_more_is_needed_is_always_said() -> None:
    assert "har ett fortsatt behov av stöd." in told(view(HVB)["behov"])
    assert "har inget fortsatt behov av stöd." in told(view(KLAR)["behov"])


def test_a_new_application_is_told_with_its_investigation() -> None:
    assert "om kontaktperson. Ansökan prövas i en ny utredning, U-2026-0911." in told(view(HVB)["behov"])
    assert told(view(AVBRUTEN)["behov"]).count("enskilda samtal i stället för grupp. ") == 1


def test_an_assessment_that_nobody_made_has_no_heading() -> None:
    assert [one["rubrik"] for one in view(AVBRUTEN)["bedomningar"]] == [
        "Den enskildes bedömning",
        "Socialsekreterarens bedömning",
    ]


def test_it_was_made_on_a_day_and_by_someone() -> None:
    signed = view(HVB)["underskrift"]
    assert (signed["inledning"], signed["ort_och_datum"]) == ("Utvärderingen är gjord", "20 november 2026")


def test_the_interview_stands_apart_and_only_where_it_was_held() -> None:
    assert view(HVB)["uiv"]["svar"][0]["svar"] == "Mycket bättre"
    assert view(HVB, {"uiv_intervju": GONE})["uiv"] is None


def test_the_provider_of_a_protected_person_is_not_named() -> None:
    assert said("R-50", SKYDDAD, {"behandling/vardgivare": "Fjällsippan"}) == FEL


@pytest.mark.parametrize("name", [HVB, KLAR, AVBRUTEN, SKYDDAD])
def test_no_sentence_has_a_hole_in_it(name: str) -> None:
    assert [one for where, one in texts(view(name)) if "kontaktfot" not in where and FEL_I_SATSEN.search(one)] == []
