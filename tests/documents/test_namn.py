"""A hidden name is found however it is written, by the rule and by the second lock, and nothing else is."""

import unicodedata
from dataclasses import replace
from typing import Any

import pytest
from beslut import DOLT, SETTING, said, sample

from docgen import resources, wording
from docgen.documents.bistandsbeslut import KIND
from docgen.documents.bistandsbeslut.model import Bistandsbeslut
from docgen.documents.kind import Exemplar, Kopia, View
from docgen.documents.namn import avslojar, normal
from docgen.documents.rule import Setting
from docgen.errors import RecordError
from docgen.outcome import Place
from docgen.stages import derive
from docgen.stages.validate import Validated

WORDS = wording.load(
    [
        resources.shipped_file(f"{name}.toml")
        for name in ("_common/brevhuvud", "_common/overklagande", "bistandsbeslut/wording")
    ],
    "du",
)
OMSTANDIGHET = "motivering/0/omstandigheter/0"
REVEALING = [
    "Du har talat med Omar Haddad om detta.",
    "Du har talat med OMAR  HADDAD om detta.",
    "Du har talat med omar\N{NO-BREAK SPACE}haddad om detta.",
    "Haddads bedömning är en annan.",
    "HADDAD har beslutat.",
    "HADDADS beslut står fast.",
    "Had\N{SOFT HYPHEN}dad har beslutat.",
    "Skriv till omar.haddad@exempelkommun.example.",
    f"{unicodedata.normalize('NFD', 'Per Åström')} har förklarat beslutet.",
]
OTHERS = [
    "Du bor på Haddadsgatan.",
    "Det är en haddad.",
    "Omar är inte den du tror.",
    "Du har talat med din handläggare.",
]


def brev(changes: dict[str, Any], setting: Setting = SETTING) -> View:
    """Return the view of the letter as it would be if no rule had looked at the record."""
    record = Bistandsbeslut.model_validate(sample(DOLT, changes), strict=False)
    return derive.view(Validated(record, KIND, (), Place("prov.json", 1)), Kopia(), setting, WORDS)


@pytest.mark.parametrize("text", REVEALING)
def test_a_hidden_name_stops_the_record(text: str) -> None:
    assert said("R-12", DOLT, {OMSTANDIGHET: text}) == ["fel"]


@pytest.mark.parametrize("text", REVEALING)
def test_a_hidden_name_that_passed_the_rules_never_reaches_the_template(text: str) -> None:
    with pytest.raises(RecordError) as refused:
        brev({OMSTANDIGHET: text})
    assert {one.code for one in refused.value.findings} == {"R-12"}


@pytest.mark.parametrize("text", OTHERS)
def test_what_is_no_hidden_name_is_left_alone(text: str) -> None:
    assert said("R-12", DOLT, {OMSTANDIGHET: text}) == []
    assert brev({OMSTANDIGHET: text}).data


@pytest.mark.parametrize(("written", "read"), [("O'Connor", "O\N{RIGHT SINGLE QUOTATION MARK}Connor")] * 2)
def test_an_apostrophe_is_an_apostrophe(written: str, read: str) -> None:
    for name, text in ((written, read), (read, written)):
        changes = {"beslutsfattare/namn": f"Sean {name}", OMSTANDIGHET: f"{text}s bedömning är en annan."}
        assert said("R-12", DOLT, changes) == ["fel"]
        with pytest.raises(RecordError):
            brev(changes)


def test_a_dissenting_opinion_may_not_name_a_decider_either() -> None:
    opinion = {"av": "Ingrid Rehn", "text": "Haddads bedömning är fel."}
    assert said("R-12", DOLT, {"avvikande_mening": [opinion]}) == ["fel"]


def test_the_persons_own_surname_is_no_secret_but_the_full_name_is() -> None:
    own = {"person/efternamn": "Haddad"}
    assert said("R-12", DOLT, own | {OMSTANDIGHET: "Familjen Haddad har bott här länge."}) == []
    assert brev(own).data
    assert said("R-12", DOLT, own | {OMSTANDIGHET: "Omar Haddad har beslutat."}) == ["fel"]


def test_a_municipality_with_the_name_of_a_decider_can_still_send_letters() -> None:
    kommun = SETTING.organisation.model_copy(update={"kommun": "Haddads kommun"})
    setting = replace(SETTING, organisation=kommun)
    assert brev({}, setting).data["avsandare"]["kommun"] == "Haddads kommun"
    with pytest.raises(RecordError):
        brev({OMSTANDIGHET: "Omar Haddad har beslutat."}, setting)


def test_a_street_with_the_name_of_a_decider_is_an_address() -> None:
    adress = {"person/adress": {"gata": "Haddads gata 3", "postnummer": "987 65", "ort": "Exempelstad"}}
    assert said("R-12", DOLT, adress) == []
    assert "Haddads gata 3" in brev(adress).data["mottagare"]["rader"]
    assert said("R-12", DOLT, adress | {OMSTANDIGHET: "Haddads bedömning är en annan."}) == ["fel"]


def test_the_names_stand_in_the_file_copy() -> None:
    record = Bistandsbeslut.model_validate(sample(DOLT), strict=False)
    assert KIND.view(record, Kopia(Exemplar.AKT), SETTING, WORDS).forbjudet == {}


def test_a_name_of_one_word_is_both_first_and_last() -> None:
    assert avslojar(["Cher"]).search(normal("Chers beslut"))
    assert not avslojar(["Cher"]).search(normal("Cherie"))


@pytest.mark.parametrize("text", ["Haddads bedömning.", "Lind har beslutat.", "Haddad-Lind har beslutat."])
def test_each_part_of_a_double_surname_tells_whose_it_is(text: str) -> None:
    for name in ("Omar Haddad-Lind", "Omar Haddad Lind"):
        assert said("R-12", DOLT, {"beslutsfattare/namn": name, OMSTANDIGHET: text}) == ["fel"]


@pytest.mark.parametrize(
    ("name", "text"),
    [("Bo", "Du har ett boende och kan bo kvar."), ("Eva Du", "Du har talat med oss."), ("Per von Essing", "von")],
)
def test_a_short_name_blocks_no_common_word(name: str, text: str) -> None:
    changes = {"beslutsfattare/namn": name, OMSTANDIGHET: text}
    assert said("R-12", DOLT, changes) == []
    assert brev(changes).data


def test_a_short_name_is_found_in_full() -> None:
    for name, text in (("Bo", "Bo har beslutat."), ("Eva Du", "Eva Du har beslutat.")):
        assert said("R-12", DOLT, {"beslutsfattare/namn": name, OMSTANDIGHET: text}) == ["fel"]


@pytest.mark.parametrize("sign", ["\N{ZERO WIDTH SPACE}", "\N{WORD JOINER}", "\N{LEFT-TO-RIGHT MARK}"])
def test_an_invisible_sign_hides_no_name(sign: str) -> None:
    assert avslojar(["Omar Haddad"]).search(normal(f"Had{sign}dad har beslutat."))


def test_the_number_of_the_matter_is_a_text_too() -> None:
    assert said("R-12", DOLT, {"arende/arendenummer": "IFO-HADDAD-1"}) == ["fel"]


def test_only_the_names_and_titles_of_the_people_have_a_place() -> None:
    assert said("R-12", DOLT, {"beslutsfattare/delegation_ref": "Haddads delegation"}) == ["fel"]
    assert said("R-12", DOLT, {"beslutsfattare/titel": "enhetschef Haddad"}) == []
    assert said("R-12", DOLT, {"dolj_beslutsfattare/skal": "Omar Haddad har fått hot."}) == []


@pytest.mark.parametrize("text", ["Ring 0980/319214.", "Ring 0980-31 92 14.", "Skriv till S.H@exempelkommun.example."])
def test_the_caseworkers_own_addresses_are_hidden_too(text: str) -> None:
    changes = {"handlaggare/epost": "s.h@exempelkommun.example", "handlaggare/telefon": "0980-31 92 14"}
    assert said("R-12", DOLT, changes | {OMSTANDIGHET: text}) == ["fel"]
    with pytest.raises(RecordError):
        brev(changes | {OMSTANDIGHET: text})


def test_the_authoritys_own_telephone_is_no_secret() -> None:
    changes = {"handlaggare/telefon": SETTING.organisation.kontakt.telefon}
    assert said("R-12", DOLT, changes) == []
    assert brev(changes).data


def test_the_board_is_nobody_whose_name_is_hidden() -> None:
    board = {"namn": "Socialnämnden", "titel": "nämnd", "niva": "namnd"}
    assert said("R-12", DOLT, {"beslutsfattare": board}) == []
    assert brev({"beslutsfattare": board}).data
