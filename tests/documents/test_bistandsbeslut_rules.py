"""The edges of the rules on a decision: which day, which length, which text tips it over."""

from datetime import date, timedelta
from typing import Any

import pytest
from beslut import (
    ALLTID,
    AVSLAG,
    DELVIS,
    DOLT,
    FORLANGNING,
    GONE,
    HVB,
    NACKDEL,
    S0,
    SKYDDAD,
    STODBOENDE,
    UPPHORANDE,
    findings,
    said,
    sample,
)

FEL, VARNING = ["fel"], ["varning"]


@pytest.mark.parametrize(("day", "answer"), [("2025-06-30", []), ("2025-07-01", FEL)])
def test_the_old_act_is_cited_until_june_2025(day: str, answer: list[str]) -> None:
    changes = {"beslut/0/lagrum": ["SoL2001-4-1"], "beslutsdatum": day}
    assert said("R-01", S0, changes) == answer


@pytest.mark.parametrize(("day", "answer"), [("2025-06-30", FEL), ("2025-07-01", [])])
def test_the_new_act_is_cited_from_july_2025(day: str, answer: list[str]) -> None:
    changes = {"beslut/0/lagrum": ["SoL2025-11-1"], "beslutsdatum": day}
    assert said("R-01", S0, changes) == answer


def test_the_fault_names_the_section_that_applies() -> None:
    wrong = findings(sample(HVB, {"beslut/0/lagrum": ["SoL2001-4-1"]}))
    assert wrong[0].facts["ratt"] == "SoL2025-11-1"


def test_the_old_section_of_the_new_act_is_found_in_running_text() -> None:
    assert (
        said("R-01", HVB, {"motivering/0/bedomning": "Du har rätt till vård enligt 4 kap. 1 § SoL (2025:400)."}) == FEL
    )


def test_an_yrkande_without_an_answer_is_found() -> None:
    assert said("R-02", DELVIS, {"ansokan/yrkande": ["boendestöd", "kontaktperson"]}) == FEL


def test_the_board_may_take_up_its_own_decision_but_not_refuse_what_nobody_asked_for() -> None:
    assert said("R-02", UPPHORANDE, {}) == []
    assert said("R-02", DOLT, {"ansokan": GONE, "beslut/0/yrkande_index": GONE}) == FEL


@pytest.mark.parametrize(
    ("day", "status", "answer"),
    [
        ("2026-11-22", "upprattad", []),
        ("2026-11-23", "upprattad", FEL),
        ("2026-11-23", "utkast", []),
    ],
)
def test_only_a_draft_may_be_dated_tomorrow(day: str, status: str, answer: list[str]) -> None:
    assert said("R-03", HVB, {"dokument/datum": day, "dokument/status": status}) == answer


@pytest.mark.parametrize(("applied", "answer"), [("2025-08-19", []), ("2025-08-18", VARNING)])
def test_six_months_are_not_more_than_six_months(applied: str, answer: list[str]) -> None:
    assert said("R-04", HVB, {"ansokan/datum": applied}) == answer


@pytest.mark.parametrize(("begins", "answer"), [("2026-05-31", FEL), ("2026-06-01", []), ("2026-06-02", FEL)])
def test_a_prolonged_period_begins_the_day_after(begins: str, answer: list[str]) -> None:
    assert said("R-05", FORLANGNING, {"insatser/0/period/from": begins}) == answer


@pytest.mark.parametrize("length", [{"from": "2026-03-02"}, {"till": "2026-08-31"}])
def test_a_period_needs_both_its_ends(length: dict[str, str]) -> None:
    assert said("R-05", HVB, {"insatser/0/period": length}) == FEL


def test_a_reservation_without_text_is_worse_than_none() -> None:
    assert said("R-07", HVB, {"forbehall": []}) == VARNING
    assert said("R-07", HVB, {"forbehall": [{"grund": "behovet av vård"}]}) == FEL


@pytest.mark.parametrize(("begins", "answer"), [("2026-02-18", FEL), ("2026-02-19", VARNING)])
def test_care_that_has_begun_without_a_vardplan_is_an_error(begins: str, answer: list[str]) -> None:
    assert said("R-08", HVB, {"insatser/0/vardplan": GONE, "insatser/0/period/from": begins}) == answer


@pytest.mark.parametrize(
    ("born", "reasons", "answer"),
    [
        ("2010-08-13", "Familjehemmet har sagt upp platsen.", FEL),  # 15
        ("2010-08-12", "Familjehemmet har sagt upp platsen.", []),  # 16 on the day
        ("2008-08-13", None, FEL),  # 17
        ("2008-08-12", None, []),  # 18 on the day
        ("2005-09-02", None, []),  # 20, also when the period ends
        ("2005-08-31", None, FEL),  # 21 when the period ends
    ],
)
def test_stodboende_is_for_ages_16_to_20(born: str, reasons: str | None, answer: list[str]) -> None:
    changes: dict[str, Any] = {"person/fodelsedatum": born, "insatser/0/sarskilda_skal": reasons}
    changes["insatser/0/period"] = {"from": "2026-08-24", "till": "2026-09-01"}
    assert said("R-08", STODBOENDE, changes) == answer


@pytest.mark.parametrize(("length", "answer"), [(149, VARNING), (150, [])])
def test_short_reasons_for_a_refusal_are_remarked_on(length: int, answer: list[str]) -> None:
    assert said("R-09", DOLT, {"motivering/0/bedomning": "a" * length}) == answer


def test_two_points_with_the_same_reasons_are_remarked_on() -> None:
    same = sample(AVSLAG)["motivering"][0]["bedomning"]
    assert said("R-09", AVSLAG, {"motivering/1/bedomning": same}) == VARNING


def test_a_grant_that_is_less_than_asked_needs_reasons_and_an_appeal() -> None:
    changes = {"beslut/0/avviker_fran_yrkandet": "kortare", "motivering": []}
    assert said("R-09", HVB, changes) == FEL
    assert said("R-10", HVB, changes) == FEL


def test_an_appeal_with_a_full_grant_is_expected_where_it_always_goes_with() -> None:
    appeal = {"overklagande": {"typ": "forvaltningsbesvar"}}
    assert said("R-10a", HVB, appeal) == VARNING
    assert said("R-10a", HVB, appeal, ALLTID) == []


@pytest.mark.parametrize(
    ("decided", "until_further_notice", "answer"),
    [("2025-07-01", True, []), ("2025-06-30", True, FEL), ("2025-07-01", False, FEL)],
)
def test_14_kap_9_touches_only_new_decisions_until_further_notice(
    decided: str, until_further_notice: object, answer: list[str]
) -> None:
    changes = {"tidigare_beslut/datum": decided, "tidigare_beslut/tills_vidare": until_further_notice}
    assert said("R-10b", NACKDEL, changes) == answer


def test_a_change_in_favour_or_to_detriment_names_the_earlier_decision() -> None:
    assert said("R-10b", UPPHORANDE, {"tidigare_beslut": GONE}) == FEL
    assert said("R-10b", FORLANGNING, {"tidigare_beslut": GONE}) == FEL


@pytest.mark.parametrize(("day", "answer"), [("2026-02-19", []), ("2026-02-20", FEL)])
def test_the_person_hears_of_the_material_before_the_decision(day: str, answer: list[str]) -> None:
    assert said("R-11", HVB, {"kommunicering/datum": day}) == answer


@pytest.mark.parametrize(
    "text",
    [
        "Du har talat med Omar Haddad om detta.",
        "Du har talat med OMAR HADDAD om detta.",
        "Du har talat med Haddad om detta.",
        "Enhetschefen Per Åström har förklarat beslutet.",
    ],
)
def test_a_hidden_name_in_free_text_is_found(text: str) -> None:
    assert said("R-12", DOLT, {"motivering/0/omstandigheter/0": text}) == FEL
    assert said("R-12", DOLT, {"expedieras_till/0": text}) == FEL


def test_a_name_that_only_looks_like_a_hidden_one_is_left_alone() -> None:
    assert said("R-12", DOLT, {"motivering/0/omstandigheter/0": "Du bor på Haddadsgatan."}) == []
    assert said("R-12", DOLT, {"person/efternamn": "Haddad"}) == []


def test_names_can_be_hidden_only_from_july_2025_and_for_a_reason() -> None:
    earlier = {"dolj_beslutsfattare": {"aktiv": True, "skal": "Hot."}, "beslutsfattare/namn": "Per Åström"}
    assert said("R-12", S0, earlier) == FEL
    assert said("R-12", DOLT, {"dolj_beslutsfattare": {"aktiv": True}}) == FEL


@pytest.mark.parametrize(("begins", "answer"), [("2026-05-19", []), ("2026-05-20", VARNING)])
def test_a_start_within_three_months_needs_no_report(begins: str, answer: list[str]) -> None:
    assert said("R-14", HVB, {"verkstallighet/planerad_start": begins}) == answer
    assert said("R-14", HVB, {"insatser/0/period/from": begins}) == answer


@pytest.mark.parametrize(
    ("received", "last"),
    [
        ("2026-05-29", "2026-06-22"),  # day 21 is midsommarafton
        ("2026-06-05", "2026-06-26"),
        ("2026-10-24", "2026-11-16"),  # day 21 is a Saturday
    ],
)
def test_the_last_day_for_an_appeal_is_a_vardag(received: str, last: str) -> None:
    path = "overklagande/sista_dag_om_delgiven"
    after = (date.fromisoformat(last) + timedelta(days=1)).isoformat()
    before = (date.fromisoformat(last) - timedelta(days=1)).isoformat()
    assert said("R-16", AVSLAG, {path: {"mottagen": received, "sista_dag": last}}) == []
    assert said("R-16", AVSLAG, {path: {"mottagen": received, "sista_dag": after}}) == FEL
    assert said("R-16", AVSLAG, {path: {"mottagen": received, "sista_dag": before}}) == FEL


def test_a_decision_is_not_received_before_it_is_made() -> None:
    receipt = {"mottagen": "2026-05-26", "sista_dag": "2026-06-16"}
    assert said("R-16", AVSLAG, {"overklagande/sista_dag_om_delgiven": receipt}) == FEL


def test_the_three_weeks_are_never_counted_from_the_decision_nor_from_a_notice() -> None:
    assert said("R-15", DELVIS, {"overklagande/tid_ankare": "beslutsdatum"}) == FEL
    assert said("R-13", DELVIS, {"overklagande/tid_ankare": "tillkannagivande"}) == FEL


@pytest.mark.parametrize(
    ("who", "answer"),
    [({"niva": "namnd"}, []), ({"niva": "utskott"}, FEL), ({"niva": "utskott", "delegation_ref": "punkt 2"}, [])],
)
def test_all_but_the_board_itself_name_their_delegation(who: dict[str, str], answer: list[str]) -> None:
    assert said("R-18", HVB, {"beslutsfattare": {"namn": "Ingrid Rehn", "titel": "ordförande"} | who}) == answer


def test_a_delegate_does_not_decide_what_only_an_utskott_may() -> None:
    assert said("R-18", HVB, {"beslut/0/lagrum": ["LVM-11"]}) == FEL


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Du nås på 070-174 06 15.", FEL),
        ("Du nås på +46 70 174 06 15.", FEL),
        ("Du nås på +46(0)70-174 06 15.", FEL),
        ("Skriv till emil@exempel.example.", FEL),
        ("Du bor på Exempelgatan 4.", FEL),
        ("Du ansökte den 2 mars 2026, dnr SN 2026/0174, utredning U-2026-0174.", []),
        ("Du får 9 240 kronor i månaden till och med 2026-09-30.", []),
        ("Besök 2026-09-07 2026-09-21 2026-10-05.", []),
    ],
)
def test_a_text_that_reveals_where_a_protected_person_is_is_found(text: str, answer: list[str]) -> None:
    assert said("R-50", SKYDDAD, {"motivering/0/bedomning": text}) == answer
    assert said("R-50", HVB, {"motivering/0/bedomning": text}) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"insatser/0/utforare": "Öppenvården Bryggan"},
        {"insatser/1/uppfoljningskontakt/behandling/vardgivare": "Öppenvården Bryggan"},
        {"insatser/1/uppfoljningskontakt/eftervard": {"finns": True, "vem": "Öppenvården Bryggan"}},
        {"person/formedling": []},
        {"person/epost": "emil@exempel.example"},
    ],
)
def test_a_protected_persons_letter_goes_by_its_route_and_names_no_place(changes: dict[str, Any]) -> None:
    assert said("R-50", SKYDDAD, changes) == FEL


def test_an_address_under_sekretessmarkering_and_under_skyddad_folkbokforing_are_two_faults() -> None:
    adress = {"gata": "Exempelgatan 4", "postnummer": "987 65", "ort": "Exempelstad"}
    assert said("R-51", SKYDDAD, {"person/adress": adress}) == FEL
    assert said("R-50", SKYDDAD, {"person/adress": adress, "person/skydd": "sekretessmarkering"}) == FEL


@pytest.mark.parametrize(
    ("number", "code", "answer"),
    [
        ("880320-0016", "R-60", []),
        ("880320-0017", "R-60", FEL),
        ("850230-1234", "R-60", FEL),
        ("19121212-1212", "R-61", []),
        ("121212+1212", "R-61", []),
        ("19880320+0016", "R-61", VARNING),
        ("701063-2391", "R-62", VARNING),
    ],
)
def test_a_number_is_possible_and_of_the_kind_stated(number: str, code: str, answer: list[str]) -> None:
    assert said(code, HVB, {"person/id_nummer": number}) == answer


def test_an_accepted_warning_is_kept_and_marked() -> None:
    accepted = [{"regel": "R-07", "skal": "Förbehållet står i det tidigare beslutet."}]
    remarks = findings(sample(HVB, {"forbehall": GONE, "anmarkning_godkand": accepted}))
    assert [(one.code, one.accepted) for one in remarks] == [("R-07", True)]


def test_an_error_cannot_be_accepted() -> None:
    accepted = [{"regel": "R-10", "skal": "Bilagan skickas separat."}]
    assert said("R-10", DELVIS, {"overklagande": GONE, "anmarkning_godkand": accepted}) == FEL
