"""What every minutes must say: who was there, who wrote, who is responsible, what comes next."""

from typing import Any

import pytest
from anteckningar import (
    EFTER,
    EFTER_LVM,
    FEM_MANADER,
    FORSTA,
    GONE,
    MOTE,
    PSYKIATRI,
    UPPFOLJNING,
    because,
    said,
    view,
)

SIS = {
    "namn": "Anders Wikman",
    "roll": "behandlingssekreterare",
    "verksamhet": "SiS LVM-hem Ekbacken",
    "huvudman": "annan",
    "verksamhetstyp": "sis",
    "narvaro": "digitalt",
}


def test_sis_is_invited_while_the_care_goes_on_and_not_after() -> None:
    assert because(MOTE, {"deltagare/2/verksamhetstyp": "annan"}) == [("R-21", "sis_saknas")]
    assert ("R-21", "sis_efter_varden") in because(EFTER, {"deltagare/3": {**SIS, "narvaro": "franvarande"}})


@pytest.mark.parametrize("name", ["SiS LVM-hem Ekbacken", "Anders Wikman"])
def test_sis_is_not_booked_for_the_meeting_after_the_discharge(name: str) -> None:
    assert because(FEM_MANADER, {"nasta_uppfoljning/narvarande/0": name}) == [("R-21", "sis_efter_varden")]
    assert because(MOTE, {"nasta_uppfoljning/narvarande/0": name}) == []


def test_it_is_said_why_the_person_was_not_there() -> None:
    assert because(PSYKIATRI, {"den_enskilde_deltog": False}) == [("R-21", "anledning_saknas")]
    absent = {"den_enskilde_deltog": False, "anledning": "han var sjuk."}
    assert because(PSYKIATRI, absent) == []
    assert view(PSYKIATRI, absent).data["deltagare"]["franvaro"] == "Yusuf Warsame var inte med: han var sjuk."


@pytest.mark.parametrize(
    ("name", "changes", "answer"),
    [
        (FORSTA, {"sekreterare/part": "Boendestödet i Exempelkommun"}, []),
        (FORSTA, {"sekreterare/part": "Vårdcentralen Björken"}, ["sekreterare_inte_socialtjansten"]),
        (FORSTA, {"sekreterare/part": "Vuxenheten"}, ["sekreterare_okand"]),
        (PSYKIATRI, {"sekreterare/part": "Beroendemottagningen Norrstad"}, []),
        (EFTER, {"sekreterare/part": "Föreningen Vändpunkten"}, []),
        (EFTER, {"sekreterare/utsedd_datum": GONE}, ["sekreterare_inte_utsedd"]),
        (EFTER, {"sekreterare/utsedd_datum": "2026-11-17"}, ["sekreterare_utsedd_sent"]),
        (EFTER, {"sekreterare/utsedd_datum": "2026-11-16"}, []),
    ],
)
def test_the_right_party_takes_the_minutes(name: str, changes: dict[str, Any], answer: list[str]) -> None:
    assert because(name, changes) == [("R-29", reason) for reason in answer]


@pytest.mark.parametrize(
    ("changes", "answer"),
    [
        ({"nasta_uppfoljning": GONE}, ["nasta_mote"]),
        ({"nasta_uppfoljning": GONE, "ingen_uppfoljning_skal": "Bokas senare."}, []),
        ({"ingen_uppfoljning_skal": "Bokas senare."}, ["mote_eller_skal"]),
        ({"nasta_uppfoljning/datum": "2026-10-13"}, ["nasta_motes_dag"]),
        ({"nasta_uppfoljning/tid": GONE}, ["nasta_motes_tid"]),
        ({"nasta_uppfoljning/plats": GONE}, ["nasta_motes_plats"]),
        ({"nasta_uppfoljning/plats": GONE, "nasta_uppfoljning/digital_lank": "https://mote.example/1"}, []),
        ({"nasta_uppfoljning/narvarande": []}, ["nasta_motes_deltagare"]),
    ],
)
def test_the_next_meeting_is_booked_or_it_is_said_why_not(changes: dict[str, Any], answer: list[str]) -> None:
    assert because(PSYKIATRI, changes) == [("F-10", lacking) for lacking in answer]


def test_a_meeting_is_held_before_it_is_written_down() -> None:
    assert because(PSYKIATRI, {"dokument/datum": "2026-10-12"})[0] == ("R-03", "fel_ordning")
    assert because(PSYKIATRI, {"dokument/datum": "2026-11-23"}) == [("R-03", "i_framtiden")]
    assert because(PSYKIATRI, {"dokument/datum": "2026-11-23", "dokument/status": "utkast"}) == []


@pytest.mark.parametrize(
    ("changes", "answer"),
    [
        ({"insatser/0/ansvarig_part": "psykiatrin"}, ["okand_part"]),
        ({"insatser/0/huvudman": "kommun"}, ["annan_huvudman"]),
        ({"insatser/1/id": "I1"}, ["samma_insats_id"]),
        ({"insatser/0/ansvarig_person": GONE}, []),
    ],
)
def test_each_insats_has_one_responsible_party_who_is_there(changes: dict[str, Any], answer: list[str]) -> None:
    assert because(PSYKIATRI, changes) == [("R-105", reason) for reason in answer]


@pytest.mark.parametrize("field", ["insatser/0/nar", "insatser/0/ansvarig_part"])
def test_an_insats_without_time_or_responsible_is_no_insats(field: str) -> None:
    assert said(PSYKIATRI, {field: GONE}) == [("F-01", "fel")]


def test_a_new_insats_does_not_take_the_number_of_an_old_one() -> None:
    assert because(UPPFOLJNING, {"nya_insatser/0/id": "I1"}) == [("R-105", "samma_insats_id")]


@pytest.mark.parametrize("name", [UPPFOLJNING, EFTER_LVM])
@pytest.mark.parametrize(
    ("changes", "answer"),
    [
        ({"insatsstatus/1": GONE}, ["lage_saknas"]),
        ({"insatsstatus/1/insats_ref": "I1"}, ["lage_flera", "lage_saknas"]),
        ({"insatsstatus/1/insats_ref": "I7"}, ["lage_saknas", "lage_utan_insats"]),
        ({"plan_ref/datum": "2026-11-18"}, ["planen_inte_tidigare"]),
    ],
)
def test_every_insats_of_the_plan_is_followed_up_once(name: str, changes: dict[str, Any], answer: list[str]) -> None:
    assert because(name, changes) == [("R-26", reason) for reason in answer]
