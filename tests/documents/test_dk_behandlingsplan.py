"""The Danish plan for support and relapse: what it must have, and what the citizen is told."""

from typing import Any

import pytest
from beslut import GONE
from danske_sager import AMBULANT, DOEGN, PLAN, alt, sagt, vist

ERROR, WARNING = "fel", "varning"


def said(code: str, changes: dict[str, Any], name: str = AMBULANT) -> list[tuple[str, str]]:
    return sagt(code, PLAN, name, changes)


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({"fastholdelsesplan": GONE}, ["dk_fastholdelsesplan"]),
        ({"slip_plan": GONE}, ["dk_advarselstegn", "dk_hvem_kontaktes", "dk_trin"]),
        ({"slip_plan/trin": []}, ["dk_trin"]),
        ({"slip_plan/hvem_kontaktes": []}, ["dk_hvem_kontaktes"]),
        ({"udarbejdet_med_borger": False}, ["dk_med_borgeren"]),
        ({"plan_dato": "2026-03-11"}, ["dk_plan_foer_dokument"]),
    ],
)
def test_a_plan_has_both_its_parts_and_is_made_with_the_citizen(changes: dict[str, Any], missing: list[str]) -> None:
    assert said("R-45", changes) == [(ERROR, one) for one in missing]


def test_special_support_says_what_it_is() -> None:
    assert said("R-45", {"saerlig_stoette": GONE}, DOEGN) == [(WARNING, "dk_saerlig_stoette")]


def test_viso_is_asked_about_specially_complex_problems() -> None:
    assert said("R-46", {"viso_kontakt": GONE}, DOEGN) == [(WARNING, "")]
    assert said("R-46", {"viso_kontakt": GONE, "saerlig_kompleks": False}, DOEGN) == []


@pytest.mark.parametrize(
    ("start", "free", "answer"),
    [
        ("2026-03-09", False, []),  # fourteen days after 23 February
        ("2026-03-10", False, [(WARNING, "dk_ivaerksat_sent")]),
        ("2026-03-10", True, []),
        ("2026-02-22", False, [(ERROR, "dk_ivaerksat_foer")]),
    ],
)
def test_the_treatment_starts_within_fourteen_days(start: str, free: bool, answer: list[object]) -> None:  # noqa: FBT001
    assert said("R-47", {"behandling_start": start, "behandlingsgaranti/frit_valg": free}) == answer


def test_no_plan_cites_law_of_a_time_that_the_catalogue_does_not_know() -> None:
    early = {"dokument/datum": "2023-12-31", "plan_dato": "2023-12-30", "behandlingsgaranti": GONE}
    assert said("R-47", early) == [(ERROR, "dk_ukendt_lov")]


def test_one_who_chose_another_provider_is_told_that_the_deadline_may_pass() -> None:
    text = alt(vist(PLAN, DOEGN))
    assert "Det står i § 101, stk. 6, i serviceloven." in text
    assert "Du kan vælge et andet" not in text


def test_the_citizen_is_told_of_the_free_choice_and_its_bounds() -> None:
    text = alt(vist(PLAN, AMBULANT))
    assert "Kommunen kan begrænse dit valg, hvis hensynet til dig taler for det." in text
    assert "Det står i § 101, stk. 5 og 7, i serviceloven." in text


@pytest.mark.parametrize(
    ("day", "sentence"), [("2026-03-10", "Behandlingen begyndte den"), ("2026-03-03", "Behandlingen begynder den")]
)
def test_a_treatment_that_has_not_begun_begins(day: str, sentence: str) -> None:
    found = alt(vist(PLAN, AMBULANT, {"dokument/datum": day, "plan_dato": "2026-03-02"}))
    assert f"{sentence} 4. marts 2026." in found


def test_only_those_whom_the_citizen_said_yes_to_may_be_contacted() -> None:
    found = vist(PLAN, AMBULANT).data["netvaerk_liste"]
    assert [one["maa_kontaktes"] for one in found] == ["Ja", "Nej"]


def test_the_steps_after_a_slip_are_numbered() -> None:
    assert [one["etikett"] for one in vist(PLAN, DOEGN).data["trin"]] == ["Trin 1", "Trin 2", "Trin 3"]


def test_one_measure_is_a_sentence_and_several_are_a_list() -> None:
    one = vist(PLAN, AMBULANT, {"udeblivelse_tiltag": ["brev"]}).data["udeblivelse"]["stycken"]
    assert [part["text"] for part in one] == ["Så kontakter vi dig. Vi har aftalt, at vi skriver til dig."]
    (several,) = vist(PLAN, AMBULANT).data["udeblivelse"]["stycken"]
    assert several["punkter"][:2] == ["sender dig en sms", "skriver til dig"]


def test_a_section_without_stykke_is_cited_without_comma() -> None:
    assert "efter § 141 i serviceloven." in alt(vist(PLAN, AMBULANT))


def test_the_citizen_is_told_before_the_end_that_there_will_be_a_follow_up_and_may_say_no() -> None:
    text = alt(vist(PLAN, AMBULANT))
    assert "kontakter vi dig senest 1 måned og igen 6 måneder efter" in text
    assert "Du kan sige nej tak til det." in text
