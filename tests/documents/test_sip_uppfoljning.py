"""The follow-up of a SIP: what is new, what the person says, and whether the cooperation ends."""

import pytest
from anteckningar import AVSLUTAR, GONE, UPPFOLJNING, because, said, strings, view


def test_the_cooperation_ends_or_a_new_meeting_is_booked() -> None:
    assert because(AVSLUTAR, {"avslut": GONE}) == [("F-10", "nasta_mote")]
    assert because(UPPFOLJNING, {"avslut": "Behovet har upphört."}) == [("F-10", "mote_eller_skal")]


def test_an_end_is_told_with_its_reason() -> None:
    told = view(AVSLUTAR).data["nasta_mote"]["text"]
    assert told.startswith("Inget nytt möte är bokat, eftersom samverkan avslutas. Lars Henriksson behöver inte")


@pytest.mark.parametrize(("value", "answer"), [(0, [("F-08", "fel")]), (1, []), (5, []), (6, [("F-08", "fel")])])
def test_the_person_rates_the_plan_from_one_to_five(value: int, answer: list[tuple[str, str]]) -> None:
    assert said(UPPFOLJNING, {"den_enskildes_skattning/varde": value}) == answer


def test_a_rating_is_told_with_what_it_means() -> None:
    rated = view(UPPFOLJNING).data["skattning"]
    assert rated is not None
    assert "4 av 5, där 1 är inte alls bra och 5 är mycket bra." in list(strings(rated))
    assert view(UPPFOLJNING, {"den_enskildes_skattning": GONE}).data["skattning"] is None


def test_those_who_join_come_before_those_who_leave() -> None:
    parties = view(UPPFOLJNING).data["parter"]
    assert parties is not None
    assert [one["andring"] for one in parties["rader"]] == ["Tillkommer", "Lämnar"]


def test_without_news_there_is_no_such_heading() -> None:
    data = view(UPPFOLJNING, {"nya_insatser": [], "nya_parter": [], "avgaende_parter": []}).data
    assert (data["nya_rubrik"], data["insatser"], data["parter"]) == ("", [], None)
