"""What reveals where a protected person is, is found wherever it stands; an amount, a day and an hour are not that."""

import pytest
from beslut import GONE, HVB, SETTING, SKYDDAD, said, sample

FEL, VARNING = ["fel"], ["varning"]
OWN = SETTING.organisation.kontakt


@pytest.mark.parametrize(
    "text",
    [
        "Du bor på Norra vägen 12.",
        "Du bor på Drottning Kristinas väg 14.",
        "Du bor på Esplanaden 3.",
        "Du bor på Strandpromenaden 9.",
        "Du bor på Storg. 5.",
        "Du bor på STORGATAN nr 5.",
        "du bor på storgatan 5b.",
        "Du bor på Stor\N{SOFT HYPHEN}gatan\N{NO-BREAK SPACE}\N{FULLWIDTH DIGIT FIVE}.",
        "Du bor på Sture\N{ZERO WIDTH SPACE}plan 4.",
        "Du bor på Björkallén  7.",
        "Du bor i 123 45 Provstad.",
        "Du bor i 987 65 EXEMPELSTAD.",
        "Du bor på Västra Provstrand 4.",
        "Du har Box 123.",
        "Du bor i lägenhet 1102.",
        "Du bor i lgh 1102.",
        "Ring 070.174.06.15.",
        "Ring 070/174 06 15.",
        "Ring (070) 174 06 15.",
        "Ring 0046 70 174 06 15.",
    ],
)
def test_a_place_or_a_number_is_found_however_it_is_written(text: str) -> None:
    assert said("R-50", SKYDDAD, {"motivering/0/bedomning": text}) == FEL


@pytest.mark.parametrize(
    "text",
    [
        "Skulden är 1 000 000-2 000 000 kr.",
        "Skulden är 10 000 000 till 20 000 000 kronor.",
        "Mötet den 05-06-2026 flyttas till 2026-06-12.",
        "Du kan komma kl. 08 00 - 16 00 eller 08.00-16.00.",
        "Vårdplan 2 och arbetsplats 3 gäller.",
        f"Ring oss på {OWN.telefon} eller besök {OWN.besoksadress}.",
        "Ring oss på 0980 31 92 00 eller 0980/319200.",
        "Du besöker oss på Torggatan 1 varje vecka.",
    ],
)
def test_amounts_days_hours_and_the_authoritys_own_place_are_no_faults(text: str) -> None:
    assert said("R-50", SKYDDAD, {"motivering/0/bedomning": text}) == []


def test_a_neighbour_of_the_authority_is_not_the_authority() -> None:
    assert said("R-50", SKYDDAD, {"motivering/0/bedomning": "Du bor på Torggatan 12."}) == FEL


@pytest.mark.parametrize(
    "path",
    [
        "dokument/titel",
        "person/sprak",
        "person/fornamn",
        "person/efternamn",
        "handlaggare/titel",
        "person/formedling/2",
    ],
)
def test_no_field_of_the_letter_is_a_place_to_hide_an_address_in(path: str) -> None:
    assert FEL[0] in said("R-50", SKYDDAD, {path: "Exempelgatan 4"})


def test_a_telephone_number_is_no_number_of_the_matter() -> None:
    assert said("R-50", SKYDDAD, {"arende/arendenummer": "0701740615"}) == FEL


def test_a_mail_route_has_a_box_and_a_postcode() -> None:
    assert sample(SKYDDAD)["person"]["formedling"][2:] == ["Box 123", "987 65  Exempelstad"]
    assert said("R-50", SKYDDAD, {}) == []


def test_a_copy_to_someone_else_is_remarked_on_while_the_person_is_protected() -> None:
    changes = {"expedieras_till": ["Emil Strand", "Öppenvården Bryggan"]}
    assert said("R-50", SKYDDAD, changes) == VARNING
    assert said("R-50", HVB, changes) == []
    assert said("R-50", SKYDDAD, changes | {"person/skydd": GONE}) == []
