"""The Danish follow-up: who is followed up and when, what is said to the citizen, and what is not."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from beslut import GONE, SETTING, findings
from danske_sager import (
    ANDET_TILBUD,
    BORTVIST,
    FAERDIG,
    FORSINKET,
    FRABEDT,
    HOSPITAL,
    OPFOELGNING,
    alt,
    sag,
    sagt,
    vist,
)
from reading import page_texts
from running import docgen

from docgen import resources
from docgen.values.datum import long_da, short_da

ERROR, WARNING = "fel", "varning"
TREATED: dict[str, Any] = {"behandling_start": "2025-08-11", "behandling_slut": "2026-01-31"}
BINDING = ("faerdigbehandlet", "andet_tilbud", "hospital", "anden_aarsag")
GUIDELINE = ("udeblevet", "bortvist", "oenskede_stop", "flyttet", "kriminalforsorgen")


def said(code: str, changes: dict[str, Any], name: str = FAERDIG) -> list[tuple[str, str]]:
    return sagt(code, OPFOELGNING, name, changes)


@pytest.mark.parametrize("status", BINDING)
def test_the_law_orders_the_follow_up_after_four_ends_of_a_treatment(status: str) -> None:
    assert said("R-40", {"afslutningsstatus": status}) == []
    text = alt(vist(OPFOELGNING, FAERDIG, {"afslutningsstatus": status}))
    assert "Kommunen skal følge op på din behandlingsplan senest 1 måned og igen 6 måneder efter" in text


@pytest.mark.parametrize("status", GUIDELINE)
def test_after_other_ends_the_document_says_that_the_law_does_not_order_it(status: str) -> None:
    assert said("R-40", {"afslutningsstatus": status}) == [(WARNING, "dk_kun_retningslinje")]
    text = alt(vist(OPFOELGNING, FAERDIG, {"afslutningsstatus": status}))
    assert "Din behandling er ikke afsluttet på en af dem." in text
    assert "Kommunen skal følge op" not in text


def test_nobody_is_followed_up_after_a_death() -> None:
    assert said("R-40", {"afslutningsstatus": "doed"}) == [(ERROR, "dk_doed")]


@pytest.mark.parametrize(("day", "answer"), [("2024-01-01", []), ("2023-12-31", [(ERROR, "dk_ukendt_lov")])])
def test_no_document_cites_law_of_a_time_that_the_catalogue_does_not_know(day: str, answer: list[object]) -> None:
    assert said("R-40", {"dokument/datum": day}) == answer


@pytest.mark.parametrize(
    ("day", "answer"),
    [
        ("2026-01-30", [(ERROR, "dk_foer_slut")]),
        ("2026-01-31", []),
        ("2026-02-28", []),  # one month after 31 January
        ("2026-03-01", [(ERROR, "dk_for_sent")]),
    ],
)
def test_the_first_follow_up_is_within_a_month(day: str, answer: list[object]) -> None:
    assert said("R-41", TREATED | {"opfoelgningsdato": day, "dokument/datum": "2026-03-02"}) == answer


def test_a_follow_up_that_says_why_it_is_late_may_be_written() -> None:
    late = {"opfoelgningsdato": "2026-03-01", "dokument/datum": "2026-03-02", "forsinkelse": "Du var bortrejst."}
    assert said("R-41", late) == [(WARNING, "dk_for_sent")]
    assert "Du var bortrejst." in alt(vist(OPFOELGNING, FAERDIG, late))


def test_a_follow_up_that_the_law_does_not_order_is_only_remarked_on_when_it_is_late() -> None:
    late = {"afslutningsstatus": "flyttet", "opfoelgningsdato": "2026-03-01", "dokument/datum": "2026-03-02"}
    assert said("R-41", late) == [(WARNING, "dk_for_sent")]


@pytest.mark.parametrize(
    ("day", "answer"),
    [
        ("2026-06-29", [(WARNING, "dk_for_tidligt")]),
        ("2026-06-30", []),  # five months after 31 January
        ("2026-07-31", []),
        ("2026-08-01", [(ERROR, "dk_for_sent")]),
    ],
)
def test_the_second_follow_up_is_in_the_sixth_month(day: str, answer: list[object]) -> None:
    held = TREATED | {"opfoelgningsdato": day, "dokument/datum": "2026-08-02"}
    assert said("R-41", held, ANDET_TILBUD) == answer
    assert said("R-41", TREATED | {"naeste/dato": day}) == answer


def test_each_follow_up_tells_of_the_other() -> None:
    assert said("R-41", {"naeste": GONE}) == [(ERROR, "dk_naeste_mangler")]
    assert said("R-41", {"foerste": GONE}, ANDET_TILBUD) == [(ERROR, "dk_foerste_mangler")]
    assert said("R-41", {"foerste": {}}, ANDET_TILBUD) == [(ERROR, "dk_foerste_mangler")]
    assert said("R-41", {"naeste": GONE, "afslutningsstatus": "flyttet"}) == []
    assert said("R-41", {"foerste": {"dato": "2026-02-01"}}) == [(ERROR, "dk_anden_opfoelgnings_felt")]
    booked = {"naeste": {"dato": "2026-09-01", "sted": "hos os"}}
    assert said("R-41", booked, ANDET_TILBUD) == [(ERROR, "dk_anden_opfoelgnings_felt")]


def test_the_days_of_the_document_and_the_treatment_are_in_order() -> None:
    assert said("R-41", {"dokument/datum": "2026-02-24"}) == [(ERROR, "dk_efter_dokument")]
    assert said("R-41", {"behandling_start": "2026-02-01"}) == [(ERROR, "dk_slut_foer_start")]


@pytest.mark.parametrize(
    ("changes", "answer"),
    [
        ({"henvisning": GONE}, [(ERROR, "dk_henvisning_mangler")]),
        ({"henvisning": GONE, "slip/ja": False}, []),
        ({"henvisning": GONE, "slip/ja": False, "aktuelt_forbrug": True}, [(ERROR, "dk_henvisning_mangler")]),
        ({"henvisning/behov": False, "henvisning/tilbud": GONE}, []),
        ({"henvisning/tilbud": GONE}, [(ERROR, "dk_tilbud_mangler")]),
        ({"aktuelt_forbrug": True, "maal": "stoffri"}, [(ERROR, "dk_stoffri_med_forbrug")]),
    ],
)
def test_a_slip_or_a_use_of_drugs_needs_an_assessment(changes: dict[str, Any], answer: list[object]) -> None:
    assert said("R-43", changes) == answer


@pytest.mark.parametrize(
    ("start", "more", "answer"),
    [
        ("2026-02-24", {}, []),  # fourteen days after the 10th
        ("2026-02-25", {}, [(WARNING, "dk_ivaerksat_sent")]),
        ("2026-02-25", {"frit_valg": True}, []),
        ("2026-02-09", {}, [(ERROR, "dk_ivaerksat_foer")]),
        (None, {}, [(WARNING, "dk_ikke_ivaerksat")]),
        (None, {"anmodet": "2026-02-12"}, []),  # the last day is that of the document
        (None, {"anmodet": "2026-02-27"}, [(ERROR, "dk_anmodet_efter_dokument")]),
        ("2026-02-01", {"anmodet": "2026-01-30"}, [(ERROR, "dk_anmodet_foer_slut")]),
    ],
)
def test_a_new_treatment_starts_within_fourteen_days(
    start: str | None, more: dict[str, Any], answer: list[object]
) -> None:
    asked = {"anmodet": "2026-02-10", **more} | ({"ivaerksat": start} if start else {})
    assert said("R-44", {"anmodning_fornyet_behandling": asked}) == answer


def test_the_citizen_is_told_the_last_day_for_the_new_treatment_to_start() -> None:
    asked = {"anmodning_fornyet_behandling": {"anmodet": "2026-02-20"}}
    text = alt(vist(OPFOELGNING, FAERDIG, asked))
    assert "senest 14 dage efter din henvendelse, det vil sige senest den 6. marts 2026." in text
    assert "Det står i § 101, stk. 4, i serviceloven." in text


def test_one_who_does_not_ask_for_treatment_is_told_of_the_right_to_it() -> None:
    text = alt(vist(OPFOELGNING, FAERDIG))
    assert "Kommunen skal sætte behandlingen i gang senest 14 dage efter din henvendelse." in text


def test_of_one_who_said_no_nothing_is_told_but_that() -> None:
    found = vist(OPFOELGNING, FRABEDT)
    assert "ikke spurgt, hvordan du har det" in alt(found)
    assert [found.data[name] for name in ("status", "vurdering", "forbrug", "behov", "forsoeg")] == [None] * 5
    assert "Vi kontakter dig ikke igen" in alt(found)


@pytest.mark.parametrize(
    ("name", "changes", "answer"),
    [
        (FRABEDT, {"aktuelt_forbrug": False}, [(ERROR, "dk_trods_frabedt")]),
        (FRABEDT, {"aftaler": [{"hvad": "a", "hvem": "b", "hvornaar": "c"}]}, [(ERROR, "dk_trods_frabedt")]),
        (FRABEDT, {"frabedt": False}, [(ERROR, "dk_samtale_mangler")]),
        (FAERDIG, {"status": GONE}, [(ERROR, "dk_status_mangler")]),
        (FAERDIG, {"samtale/form": GONE}, [(ERROR, "dk_status_mangler")]),
        (HOSPITAL, {"samtale/kontaktforsoeg": []}, [(ERROR, "dk_forsoeg_mangler")]),
        (HOSPITAL, {"slip": {"ja": False}}, [(ERROR, "dk_uden_samtale")]),
    ],
)
def test_there_was_a_talk_or_an_attempt_or_a_no(name: str, changes: dict[str, Any], answer: list[object]) -> None:
    assert said("R-48", changes, name) == answer


def test_one_who_was_not_reached_sees_what_was_tried() -> None:
    found = vist(OPFOELGNING, HOSPITAL)
    assert [one["dato"] for one in found.data["forsoeg_liste"]] == [
        "27.04.2026",
        "29.04.2026",
        "04.05.2026",
        "05.05.2026",
        "07.05.2026",
    ]
    assert "Vi talte sammen" not in alt(found)


def test_the_guideline_is_named_with_its_edition() -> None:
    assert "»Retningslinje for opfølgning efter udskrivning« i Socialstyrelsens nationale" in alt(
        vist(OPFOELGNING, FAERDIG)
    )
    assert "udgave 2016" in alt(vist(OPFOELGNING, FAERDIG))
    newer = alt(vist(OPFOELGNING, BORTVIST))
    assert "nationale retningslinjer for social stofmisbrugsbehandling, udgave 2020" in newer
    assert "senest 1 måned og igen 6 måneder" not in newer  # what that edition says was not found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Det følger 2.12.3.", True),
        ("Efter retningslinjens punkt 2.12 taler vi sammen.", True),
        ("Det følger punkt 2.12.3 (udgave 2016).", False),
        ("Det følger punkt 2.12.3 i udgaven fra 2016.", False),
        ("Du kom den 2.12.2016.", False),
        ("Vi mødes 3.3.2026 kl. 9.15.", False),
        ("Du betaler 2.500 kr. om måneden.", False),
    ],
)
def test_a_number_of_the_guideline_is_not_written_without_edition(text: str, found: bool) -> None:  # noqa: FBT001
    assert bool(said("R-49", {"borgerens_vurdering": text})) is found


def test_the_sender_is_the_one_of_the_record_and_not_the_organisation_of_the_settings() -> None:
    found = vist(OPFOELGNING, FAERDIG)
    assert found.data["avsandare"]["namnd"] == "Rusmiddelcenter Eksempelby"
    assert found.data["kontaktfot"]["organisationsnummer"] == "12345678"
    assert "Exempelkommun" not in alt(found)
    assert "Socialnämnden" not in alt(found)


def test_a_sender_without_website_has_none() -> None:
    assert vist(OPFOELGNING, BORTVIST).data["kontaktfot"]["webb"] == ""


def test_the_document_is_in_danish_and_is_found_again_by_its_numbers() -> None:
    found = vist(OPFOELGNING, FAERDIG)
    assert (found.sprak, found.kontroll) == ("da", ("2026-004512", "211062-5629"))
    assert found.data["dokument"]["datum"] == "26.02.2026"


def test_danish_days_have_a_full_stop_and_keep_together() -> None:
    found = vist(OPFOELGNING, FAERDIG).data["naeste"]["stycken"][0]["text"]
    assert "28.\xa0juli\xa02026 kl.\xa010.30" in found
    assert "31.\xa0juli\xa02026" in found


def test_a_section_of_law_and_a_time_limit_keep_together() -> None:
    text = vist(OPFOELGNING, FAERDIG).data["fornyet"]["stycken"][0]["text"]
    assert "14\xa0dage" in text
    assert "§\xa0101, stk.\xa04, i serviceloven" in text


def test_the_second_follow_up_tells_what_became_of_the_first() -> None:
    assert "Den første holdt vi den 13. april 2026." in alt(vist(OPFOELGNING, ANDET_TILBUD))
    assert "Den første blev ikke til noget. Du var indlagt" in alt(vist(OPFOELGNING, FORSINKET))


def test_days_are_written_as_in_denmark() -> None:
    day = date(2026, 3, 3)
    assert (long_da(day), short_da(day)) == ("3.\xa0marts\xa02026", "03.03.2026")


def test_what_the_treatment_led_to_is_not_taken_for_the_use_of_drugs_now() -> None:
    found = vist(OPFOELGNING, BORTVIST)
    (label,) = [one["etikett"] for one in found.data["oplysninger"] if one["varde"] == "Vi ved det ikke"]
    assert label == "Forbrug, da behandlingen sluttede"
    assert "Du bruger stoffer nu." in alt(found)


def test_whom_to_turn_to_is_not_alone_on_the_last_page(tmp_path: Path) -> None:
    source = resources.samples() / OPFOELGNING / f"{HOSPITAL}.json"
    done = docgen("render", source, "--out", tmp_path, "--format", "pdf", "--date", "2026-11-22")
    assert done.code == 0, done.err
    (made,) = tmp_path.glob("*.pdf")
    *_, last = page_texts(made.read_bytes())
    assert last.index("Næste opfølgning") < last.index("Kontakt")


@pytest.mark.parametrize("number", ["310265-5003", "610165-5003", "221130-4000", "12"])
def test_a_number_that_cannot_be_right_stops_the_record(number: str) -> None:
    assert [severity for severity, _ in said("R-63", {"borger/cpr": number})] == [ERROR]


@pytest.mark.parametrize("name", ["diarienummer", "arendenummer"])
def test_a_number_of_a_register_is_nobodys_cpr_number(name: str) -> None:
    assert said("F-09", {f"arende/{name}": "211062-5629"}) == [(ERROR, "register_cpr")]


def test_a_danish_number_need_not_have_the_form_of_the_municipalitys_own_register() -> None:
    own = SETTING.organisation.model_copy(update={"diarienummer_monster": "SN [0-9]{4}/[0-9]{4}"})
    assert [one.code for one in findings(sag(OPFOELGNING, FAERDIG), replace(SETTING, organisation=own))] == []
