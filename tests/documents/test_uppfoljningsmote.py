"""The record of a follow-up meeting: what has happened can always be written down, and the next step is always said."""

from typing import Any

import pytest
from beslut import GONE, said
from test_uppfoljningsplan import FEL, FEL_I_SATSEN, VARNING, told, view

from docgen.documents.texts import texts

MOTE = "../uppfoljningsmote/andra-motet-efter-aterfall"
UTEBLEV = "../uppfoljningsmote/forsta-motet-den-enskilde-uteblev"
SISTA = "../uppfoljningsmote/sista-motet-kontakten-avslutas"
SKYDDAD = "../uppfoljningsmote/skyddad-person-begar-avslut"
NAMES = (MOTE, UTEBLEV, SISTA, SKYDDAD, "../uppfoljningsmote/hembesok-kontakten-avslutas-vid-flytt")


@pytest.mark.parametrize(
    ("day", "answer"), [("2026-11-12", VARNING), ("2026-11-13", []), ("2026-11-20", []), ("2026-11-21", VARNING)]
)
def test_a_first_meeting_outside_the_week_is_remarked_on_and_not_refused(day: str, answer: list[str]) -> None:
    changes = {"mote/datum": day, "dokument/datum": "2026-11-22", "nasta_mote/datum": "2026-12-01"}
    assert said("R-33", UTEBLEV, changes) == answer
    assert said("R-33", UTEBLEV, changes | {"mote/nummer": 2}) == []


@pytest.mark.parametrize(
    ("changes", "answer"),
    [
        ({"mote/foregaende_datum": "2026-08-31"}, []),  # three weeks
        ({"mote/foregaende_datum": "2026-08-30"}, VARNING),
        ({"nasta_mote/datum": "2026-09-27"}, VARNING),
        ({"nasta_mote/datum": "2026-09-28"}, []),  # one week
        ({"nasta_mote/datum": "2026-10-12"}, []),
        ({"nasta_mote/datum": "2026-10-13"}, VARNING),
        ({"nasta_mote/datum": "2026-12-15"}, VARNING * 2),  # and after the three months
    ],
)
def test_meetings_come_about_every_other_week(changes: dict[str, Any], answer: list[str]) -> None:
    assert said("R-34", MOTE, changes) == answer


def test_a_meeting_leads_to_the_next_one_or_to_the_end_and_never_to_both() -> None:
    end = {"datum": "2026-09-21", "skal": "annat", "kommentar": "Anders flyttar."}
    assert said("R-34", MOTE, {"nasta_mote": GONE}) == FEL
    assert said("R-34", MOTE, {"avslut": end}) == FEL
    assert said("R-34", MOTE, {"nasta_mote": GONE, "avslut": end}) == []


@pytest.mark.parametrize(
    ("changes", "answer"),
    [
        ({"dokument/datum": "2026-09-20"}, FEL),
        ({"dokument/datum": "2026-11-22"}, []),
        ({"dokument/datum": "2026-11-23"}, FEL),
        ({"dokument/datum": "2026-11-23", "dokument/status": "utkast"}, []),
        ({"mote/foregaende_datum": "2026-09-22"}, FEL),
        ({"nasta_mote/datum": "2026-09-20"}, FEL),
    ],
)
def test_a_meeting_is_held_before_it_is_written_down(changes: dict[str, Any], answer: list[str]) -> None:
    assert said("R-03", MOTE, changes) == answer


def test_a_meeting_to_which_the_person_did_not_come_is_called_so() -> None:
    shown = view(UTEBLEV)
    assert shown["dokument"]["titel"] == "Anteckning om uteblivet uppföljningsmöte"
    assert "Hon ringde tillbaka" in told(shown["franvaro"])
    assert view(MOTE)["franvaro"] is None


def test_what_was_agreed_says_what_who_and_when() -> None:
    assert view(MOTE)["overenskommet"][0] == {
        "vad": "Ringa vårdcentralen om sömnen",
        "vem": "Anders Ljungberg",
        "nar": "senast den 25 september",
    }


def test_a_relapse_is_told_with_what_was_done_and_none_is_told_as_none() -> None:
    assert "Åtgärd: Han ringde eftervården" in told(view(MOTE)["drogfrihet"])
    assert "Inga återfall har rapporterats" in told(view(SISTA)["drogfrihet"])
    assert "Inga återfall" not in told(view(MOTE)["drogfrihet"])


def test_who_gets_the_record_is_a_list_only_when_they_are_several() -> None:
    (alone,) = view(MOTE, {"delges": ["Anders Ljungberg"]})["delges"]["stycken"]
    assert (alone["text"], alone["punkter"]) == ("Anders Ljungberg", [])
    (both,) = view(MOTE, {"delges": ["Anders Ljungberg", "Eftervården"]})["delges"]["stycken"]
    assert both["punkter"] == ["Anders Ljungberg", "Eftervården"]
    assert view(MOTE, {"delges": []})["delges"] is None


def test_it_was_written_down_on_a_day_and_by_someone() -> None:
    signed = view(MOTE)["underskrift"]
    assert (signed["inledning"], signed["ort_och_datum"]) == ("Antecknat", "21 september 2026")


def test_everyday_life_that_nobody_talked_about_has_no_heading() -> None:
    assert (view(UTEBLEV)["vardag_rubrik"], view(UTEBLEV)["vardag"]) == ("", [])


def test_the_end_of_the_contact_says_why() -> None:
    assert "därför att den enskilde inte längre vill ha kontakten." in told(view(SKYDDAD)["fortsattning"])
    following = "Nästa möte Nästa möte är måndagen den 5 oktober 2026 kl. 14.30 (hembesök)."
    assert told(view(MOTE)["fortsattning"]) == following


def test_no_place_is_written_down_of_a_protected_person() -> None:
    assert said("R-50", SKYDDAD, {"mote/plats": "Vuxenenheten"}) == FEL


@pytest.mark.parametrize("name", NAMES)
def test_no_sentence_has_a_hole_in_it(name: str) -> None:
    assert [one for where, one in texts(view(name)) if "kontaktfot" not in where and FEL_I_SATSEN.search(one)] == []
