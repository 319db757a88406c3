"""The consent form: what it says in whose voice, and what it takes."""

import json

import pytest
from beslut import GONE, findings
from kallelser import DELVIS, MUNTLIGT, SAMTYCKE, SKYDDAD, Changes, said, sample, text, views


def rows(name: str, changes: Changes | None = None) -> dict[str, tuple[str, str]]:
    (view,) = views(name, changes)
    return {one["verksamhet"]: (one["lamna"], one["ta_emot"]) for one in view.data["parter"]["rader"]}


def test_the_person_speaks_for_herself_and_signs() -> None:
    (view,) = views(SAMTYCKE)
    assert "Jag samtycker till att uppgifter om mig delas" in text(view)
    assert view.data["underskrift"]["rader"] == ["Karin Nyberg"]
    assert view.data["underskrift"]["satt"] == ""  # a line for the pen


def test_an_agent_signs_for_her() -> None:
    (view,) = views(DELVIS)
    assert "Jag samtycker för Nadia Rahimi" in text(view)
    assert view.data["underskrift"]["rader"] == ["Rolf Ahlin (förvaltare)"]
    assert view.data["underskrift"]["satt"] == "Samtycket är elektroniskt undertecknat."


def test_an_oral_consent_is_noted_by_the_one_who_heard_it() -> None:
    (view,) = views(MUNTLIGT)
    said_all = text(view)
    assert "lämnade samtycket muntligt den 4 maj 2026, vid ett besök på hemmet, med tolk." in said_all
    assert view.data["underskrift"]["rader"] == ["Sara Holmqvist, socialsekreterare"]
    assert "Jag " not in said_all


def test_each_party_has_what_it_may_give_and_get() -> None:
    found = rows(SAMTYCKE)
    assert found["SiS LVM-hem Ekbacken"] == ("vårdplanen och dagen för utskrivning", "planeringen efter LVM-vården")
    assert found["Föreningen Vändpunkten"] == ("Inget", "bokade tider")


def test_exceptions_stand_as_they_were_said_and_the_question_was_asked_when_there_are_none() -> None:
    (own,) = views(SAMTYCKE)
    assert own.data["undantag"]["stycken"][0]["text"].startswith("Uppgifter om min barndom")
    (none,) = views(SAMTYCKE, {"samtycke/undantag": GONE})
    assert "Jag har fått frågan" in none.data["undantag"]["stycken"][0]["text"]


def test_relatives_and_papers_are_named_or_said_to_be_none() -> None:
    (own,) = views(SAMTYCKE)
    assert own.data["anhoriga"]["stycken"][0]["punkter"] == ["Sofia Nyberg (syster)"]
    assert own.data["handlingar"]["stycken"][0]["punkter"][1] == "läkemedelslistan, från Beroendemottagningen Norrstad"
    (none,) = views(MUNTLIGT)
    assert none.data["anhoriga"]["stycken"][0]["text"].startswith("Inga anhöriga")
    assert none.data["handlingar"]["stycken"][0]["text"].startswith("Inga handlingar")


def test_it_says_until_when_it_holds_whom_to_call_and_what_happens_then() -> None:
    (view,) = views(SAMTYCKE)
    told = text(view)
    assert "gäller till och med den 19 maj 2027" in told
    assert "telefon 0980-31 92 14" in told
    assert "Uppgifter som redan har lämnats finns kvar" in told
    assert "beslut som redan är fattade om mitt stöd ändras inte" in told


def test_without_a_telephone_of_the_caseworker_the_unit_is_called() -> None:
    (view,) = views(SAMTYCKE, {"handlaggare/telefon": GONE})
    assert "telefon 0980-31 92 00" in text(view)


def test_a_withdrawn_consent_says_so_first() -> None:
    (whole,) = views(SAMTYCKE, {"samtycke/aterkallat_datum": "2026-06-02"})
    assert whole.data["aterkallat"]["rubrik"] == "Samtycket är återkallat"
    (part,) = views(DELVIS)
    assert part.data["aterkallat"]["rubrik"] == "En del av samtycket är återkallad"
    (none,) = views(SAMTYCKE)
    assert none.data["aterkallat"] is None


def test_a_withdrawn_consent_nowhere_reads_as_valid() -> None:
    (view,) = views(SAMTYCKE, {"samtycke/aterkallat_datum": "2026-06-02"})
    told = text(view)
    assert "20 maj 2026 till och med 19 maj 2027 (återkallat den 2 juni 2026)" in told
    assert "visar hur samtycket löd innan det återkallades." in told
    assert "Samtycket gällde tills det återkallades den 2 juni 2026." in told
    for said_of_a_valid_one in (
        "Samtycket gäller till och med",
        "kan när som helst",
        "upphör sedan",
        "samtycket gäller",
    ):
        assert said_of_a_valid_one not in told
    assert [one["text"] for one in view.data["tid"]["stycken"]][-1].startswith("I vissa fall")


def test_what_was_withdrawn_of_a_consent_is_a_list_and_the_table_says_that_it_is_older() -> None:
    (view,) = views(DELVIS)
    (withdrawn,) = view.data["aterkallat"]["stycken"]
    assert withdrawn["punkter"] == ["uppgifter till Föreningen Vändpunkten."]
    assert "visar samtycket som det lämnades" in view.data["parter"]["text"]
    assert "Samtycket gäller till och med den 1 mars 2027" in text(view)  # the rest of it still does
    (whole,) = views(SAMTYCKE)
    assert "som det lämnades" not in text(whole)


def test_each_withdrawn_part_is_an_item_of_its_own() -> None:
    (view,) = views(DELVIS, {"samtycke/aterkallat_vad": "- bokade tider\n- vardag och boende"})
    assert view.data["aterkallat"]["stycken"][0]["punkter"] == ["bokade tider", "vardag och boende"]


@pytest.mark.parametrize(
    ("name", "says"),
    [
        (SAMTYCKE, ""),
        (DELVIS, "Utkast som ännu inte är undertecknat eller antecknat i akten."),
        (MUNTLIGT, "Utkast som ännu inte är undertecknat eller antecknat i akten."),
    ],
)
def test_a_draft_is_not_said_to_be_signed_nor_written_down(name: str, says: str) -> None:
    (view,) = views(name, {"dokument/status": "utkast"})
    assert view.data["underskrift"]["satt"] == says
    assert view.data["underskrift"]["ort_och_datum"] == ""


def test_there_is_no_consent_without_information() -> None:
    found = findings(sample(SAMTYCKE, {"samtycke/information_given": False}))
    assert [one.path for one in found] == ["$.samtycke.information_given"]


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"dokument/datum": "2026-05-19"}, "$.dokument.datum"),
        ({"samtycke/aterkallat_datum": "2026-11-23"}, "$.samtycke.aterkallat_datum"),
    ],
)
def test_the_days_are_in_order_and_have_been(changes: Changes, where: str) -> None:
    assert said("R-03", SAMTYCKE, changes) == [("fel", where)]


def test_every_party_of_a_protected_person_is_looked_at() -> None:
    person = json.loads(json.dumps(sample(SKYDDAD)["person"]))
    parties = [("varning", f"$.samtycke.omfattar_parter[{at}].verksamhet") for at in range(4)]
    assert said("R-50", SAMTYCKE, {"person": person}) == parties
