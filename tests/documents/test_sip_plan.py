"""A SIP shows the four things that the law asks for, and says nothing that must not be said."""

from typing import Any

import pytest
from anteckningar import FORSTA, GONE, PSYKIATRI, SKYDDAD, because, said, strings, view


@pytest.mark.parametrize(
    ("changes", "answer"),
    [
        ({}, []),
        ({"utan_insatser": []}, ["huvudman_utan_insats"]),
        ({"utan_insatser/0/huvudman": "region"}, ["huvudman_utan_insats", "huvudman_med_insats"]),
    ],
)
def test_each_huvudman_has_an_insats_or_it_is_said_why_not(changes: dict[str, Any], answer: list[str]) -> None:
    assert because(SKYDDAD, changes) == [("R-25", reason) for reason in answer]


def test_the_one_with_the_overall_responsibility_is_a_party() -> None:
    kommun = {"huvudman": "kommun", "verksamhetstyp": "halso_och_sjukvard"}
    changes = {f"deltagare/{at}/{name}": value for at in (1, 2) for name, value in kommun.items()}
    changes |= {"insatser/0/huvudman": "kommun", "insatser/1/huvudman": "kommun"}
    assert because(PSYKIATRI, changes) == [("R-25", "ansvarig_ar_ingen_part")]
    assert said(PSYKIATRI, {"overgripande_ansvar": "annan"}) == [("F-03", "fel")]


def test_the_measures_of_others_are_asked_for_even_when_there_are_none() -> None:
    assert said(PSYKIATRI, {"andra_aktorers_atgarder": GONE}) == [("F-01", "fel")]
    others = view(PSYKIATRI, {"andra_aktorers_atgarder": []}).data["andra"]
    assert (others["text"], others["rader"]) == ("Inga åtgärder av andra är planerade.", [])


def test_the_insatser_stand_under_the_huvudman_that_is_responsible() -> None:
    groups = {one["rubrik"]: [row["id"] for row in one["rader"]] for one in view(FORSTA).data["insatser"]}
    assert groups == {
        "Kommunen ansvarar för": ["I1", "I2"],
        "Regionen ansvarar för": ["I3", "I4"],
        "Andra parter ansvarar för": ["I5"],
    }


@pytest.mark.parametrize(
    ("day", "law"),
    [
        ("2026-06-16", "10 kap. 8 § socialtjänstlagen (2025:400) samt 16 kap. 4 § hälso- och sjukvårdslagen (2017:30)"),
        ("2025-06-30", "2 kap. 7 § socialtjänstlagen (2001:453) samt 16 kap. 4 § hälso- och sjukvårdslagen (2017:30)"),
    ],
)
def test_the_law_of_the_day_of_the_meeting_is_cited(day: str, law: str) -> None:
    (first,) = view(FORSTA, {"mote/datum": day}).data["ansvar"]["stycken"]
    assert law in "".join(strings(first))


def test_the_overall_responsibility_is_said_by_name() -> None:
    who = "".join(strings(view(PSYKIATRI).data["ansvar"]["stycken"]))
    assert who.startswith("Regionen har det övergripande ansvaret för planen.")


def test_a_protected_person_is_not_placed_in_a_home() -> None:
    assert "Ekbacken" in " ".join(strings(view(FORSTA).data))
    assert "Ekbacken" not in " ".join(strings(view(SKYDDAD).data))


def test_the_telephone_of_the_coordinator_is_no_place_of_a_protected_person() -> None:
    assert said(SKYDDAD, {"samordnare/telefon": "0123-55 66 77"}) == []
    assert said(SKYDDAD, {"samordnare/verksamhet": "Boendet, 0123-55 66 77"})[0] == ("R-50", "fel")


def test_the_one_to_call_and_the_next_meeting_stand_at_the_top() -> None:
    facts = {one["etikett"]: one["varde"].replace("\N{NO-BREAK SPACE}", " ") for one in view(FORSTA).data["uppgifter"]}
    assert facts["Samordnare"] == "Sara Holmqvist, Vuxenenheten, 0980-31 92 14"
    assert facts["Nästa möte"] == "tisdag 18 augusti 2026 kl. 10.00–11.30"


def test_that_the_consent_can_be_taken_back_is_always_said() -> None:
    for name in (FORSTA, PSYKIATRI, SKYDDAD):
        told = " ".join(strings(view(name).data["samtycke"]))
        assert "kan när som helst tas tillbaka, helt eller i någon del" in told
        assert "telefon 0980-31 92" in told


def test_relatives_are_told_of_only_when_they_were_there() -> None:
    assert "Sofia Nyberg (syster)" in " ".join(strings(view(FORSTA).data["samtycke"]))
    assert "syster" not in " ".join(strings(view(FORSTA, {"anhoriga": []}).data["samtycke"]))


def test_a_crisis_plan_ends_with_the_number_for_emergencies() -> None:
    plan = view(PSYKIATRI).data["krisplan"]
    assert plan is not None
    assert plan["stycken"][-1]["punkter"][-1].endswith("112")
    assert view(PSYKIATRI, {"krisplan": GONE}).data["krisplan"] is None
