"""The appeal pages: what each must say, and that the two regimes are never mixed."""

import re
from datetime import date

import pytest
from utdrag import SETTING, strings

from docgen.documents.contract import Avsnitt
from docgen.documents.overklagande import Bistand, Namndbeslut, forvaltningsbesvar, laglighetsprovning
from docgen.resources import shipped_file
from docgen.wording import Wording, load

STILAR = ("du", "formell")
BISTAND = Bistand(beslutsdatum=date(2026, 5, 26), diarienummer="SN 2026/0412")
DELGIVET = Bistand(
    beslutsdatum=date(2026, 5, 26),
    diarienummer="SN 2026/0412",
    punkter=(2, 3),
    mottagen=date(2026, 5, 29),
    sista_dag=date(2026, 6, 22),
)
NAMND = Namndbeslut(
    organ="Socialnämnden", sammantradesdatum=date(2026, 3, 18), paragraf="§ 42", diarienummer="SN 2026/0187"
)
FROM_THE_DECISION = re.compile(r"veckor (?:från|efter)[^.]*(?:beslutsdatum|beslutets (?:dag|datum)|beslutet fattades)")


def _shown(page: Avsnitt) -> str:
    return "\n".join(strings(page))


def _sentences(stil: str) -> Wording:
    return load([shipped_file("_common/overklagande.toml")], stil)


def _besvar(stil: str, beslut: Bistand) -> str:
    return _shown(forvaltningsbesvar(_sentences(stil), SETTING, beslut))


def _laglighet(beslut: Namndbeslut) -> str:
    return _shown(laglighetsprovning(_sentences("formell"), SETTING, beslut))


@pytest.mark.parametrize("stil", STILAR)
@pytest.mark.parametrize(
    "needed",
    [
        "skriftligt",
        "beslutet den 26 maj 2026 med diarienummer SN 2026/0412",
        "ska ändras|ändring av beslutet som begärs",
        "varför",
        "namn och personnummer",
        "postadress",
        "telefonnummer",
        "e-postadress",
        "Skriv under|undertecknat",
        "ställt till Förvaltningsrätten i Norrstad",
        "till Socialnämnden, inte till domstolen",
        "Postadress: Socialförvaltningen, 123 80 Norrstad",
        "Besöksadress: Storgatan 12, Norrstad",
        "E-post: socialnamnden@norrstad.example",
        "inom tre veckor från den dag (du|då den enskilde) fick del av beslutet",
        "lördag, söndag eller annan helgdag, midsommarafton, julafton eller nyårsafton",
        "för sent avvisas",
        "kan ändra beslutet",
        "lämnar över överklagandet",
        "fullmakt",
        "0123-456 00",
    ],
)
def test_a_person_is_told_all_that_an_appeal_needs(stil: str, needed: str) -> None:
    assert re.search(needed, _besvar(stil, BISTAND))


@pytest.mark.parametrize("stil", STILAR)
def test_the_points_and_the_last_day_are_told_when_they_are_known(stil: str) -> None:
    shown = _besvar(stil, DELGIVET)
    assert "punkterna 2 och 3" in shown
    assert "senast den 22 juni 2026" in shown
    assert "midsommarafton" not in shown


@pytest.mark.parametrize("stil", STILAR)
def test_a_single_point_is_told_in_the_singular(stil: str) -> None:
    one = Bistand(beslutsdatum=date(2026, 5, 26), diarienummer="SN 2026/0412", punkter=(2,))
    assert "Det är punkt 2 i beslutet" in _besvar(stil, one)


def test_the_formal_page_never_says_du_and_the_other_never_speaks_of_den_enskilde() -> None:
    formal = _besvar("formell", DELGIVET) + _laglighet(NAMND)
    assert not re.search(r"\b(?:du|dig|din|ditt|dina)\b", formal, re.IGNORECASE)
    assert not re.search(r"den enskilde|\bklagande", _besvar("du", DELGIVET), re.IGNORECASE)


def test_a_member_of_the_municipality_is_told_all_that_an_appeal_needs() -> None:
    shown = _laglighet(NAMND)
    assert "13 kap. kommunallagen (2017:725)" in shown
    assert "medlem i kommunen" in shown
    assert "lämnas in dit, inte till nämnden" in shown
    assert "inom tre veckor från den dag då justeringen av protokollet tillkännagavs på kommunens anslagstavla" in shown


def test_a_decision_without_a_paragraph_leaves_no_hole() -> None:
    without = Namndbeslut(
        organ="Beredningen", sammantradesdatum=date(2026, 3, 18), paragraf="", diarienummer="SN 2026/0187"
    )
    assert "Beredningen, sammanträdet den 18 mars 2026, dnr SN 2026/0187" in _laglighet(without)


def test_a_last_day_on_a_weekend_moves_to_monday() -> None:
    known = Namndbeslut(
        organ="Socialnämnden",
        sammantradesdatum=date(2026, 11, 18),
        paragraf="§ 42",
        diarienummer="SN 2026/0187",
        tillkannagiven=date(2026, 11, 28),
    )
    assert "senast den 21 december 2026" in _laglighet(known)


@pytest.mark.parametrize("stil", STILAR)
def test_the_two_regimes_are_never_mixed(stil: str) -> None:
    assert not re.search("anslagstavla|laglighet|kommunallagen|medlem", _besvar(stil, DELGIVET))
    assert not re.search("fick del|förvaltningslagen|Postadress:|nämnden prövar", _laglighet(NAMND))


def test_no_page_counts_from_the_day_of_the_decision() -> None:
    pages = [_besvar(stil, beslut) for stil in STILAR for beslut in (BISTAND, DELGIVET)] + [_laglighet(NAMND)]
    assert all("inom tre veckor från den dag" in page for page in pages)
    assert not any(FROM_THE_DECISION.search(page) for page in pages)
