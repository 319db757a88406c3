"""What a public version must not show, and what it may."""

import pytest
from utdrag import OFFENTLIG, OMROSTNING, data, findings, record, said


def test_a_secret_matter_states_provision_day_and_authority() -> None:
    assert [path for _, path in said(record(OFFENTLIG, sekretess={"aktiv": True}))] == [
        "$.sekretess.lagrum",
        "$.sekretess.datum",
        "$.sekretess.myndighet",
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Personen 121212\N{EN DASH}1212 omfattas.", "personnummer"),
        ("Personen 19121212-1213 omfattas.", "personnummer"),
        ("Samordningsnummer 701063-2391.", "personnummer"),
        ("Född 12-12-12-1212.", "personnummer"),
        ("Född 1912-12-12-1213.", "personnummer"),
        ("Född 12 12 12 1212.", "personnummer"),
        ("Född 121212 \N{EN DASH} 1213.", "personnummer"),
        ("Född \N{FULLWIDTH DIGIT ONE}21212-1212.", "personnummer"),
        ("Född 19121\N{ARABIC-INDIC DIGIT TWO}12-1212.", "personnummer"),
        ("Ring 070 -  174\N{THIN SPACE}06\t05.", "telefonnummer"),
        ("Ring 07 01 74 06 05.", "telefonnummer"),
        ("Ring (0123) 456 00.", "telefonnummer"),
        ("TEL 08-465 004 00.", "telefonnummer"),
        ("kl. 08 00 \N{EN DASH} 16 00 på 08-465 004 00", "telefonnummer"),
        ("Personen 191212121212 omfattas.", "personnummer"),
        ("Ring 070-174 06 05.", "telefonnummer"),
        ("Ring +46701740605.", "telefonnummer"),
        ("Skriv till tolvan@tolvansson.example.", "epostadress"),
        ("Hembesök på Provgatan 3.", "gatuadress"),
    ],
)
def test_a_public_version_with_personal_data_is_stopped(text: str, kind: str) -> None:
    found = findings(record(OMROSTNING, publik=True, resultat=[{"typ": "stycke", "text": text}]))
    assert [(one.code, one.path, one.facts) for one in found] == [("R-53", "$.resultat[0].text", {"fynd": kind})]


@pytest.mark.parametrize(
    "text",
    [
        "Bidrag 400 000 kr 2009-04-14 550 000 kr.",
        "Dnr 2007/310-75, VON-2025/00095.",
        "Under 2009-04 \N{EN DASH} 2010-03.",
        "Den 2009-04-14\N{EN DASH}2010-03-01, 2009-04-14 \N{EN DASH} 2010-03-01.",
        "Öppet kl. 08 00 - 16 00, 08.15-16.45 och kl. 08 15-16 45.",
        "Kostnaden är 1 012 345 678 kr, förut 12 012 345 678 kronor.",
        "Dnr 01234-2026, SN 01234-2026, diarienummer 0123-456-78.",
    ],
)
def test_dates_amounts_and_numbers_of_matters_may_be_public(text: str) -> None:
    assert said(record(OMROSTNING, publik=True, resultat=[{"typ": "stycke", "text": text}])) == []


def test_a_public_version_bears_no_secrecy_mark() -> None:
    mark = {"lagrum": "26 kap. 1 § OSL", "datum": "2026-08-26", "myndighet": "Socialnämnden"}
    marked = data(OFFENTLIG, "dokument") | {"sekretessmarkering": mark}
    assert said(record(OFFENTLIG, dokument=marked)) == [("R-53", "$.dokument.sekretessmarkering")]


@pytest.mark.parametrize(
    ("place", "kind"),
    [("Kansliet, Storgatan 12", None), ("Kansliet, 070-174 06 05", "telefonnummer"), ("a@b.example", "epostadress")],
)
def test_the_place_where_the_protocol_is_kept_may_be_in_a_street_and_nothing_more(place: str, kind: str | None) -> None:
    anslag = data(OMROSTNING, "anslag") | {"forvaringsplats": place}
    found = findings(record(OMROSTNING, publik=True, anslag=anslag))
    assert [one.facts["fynd"] for one in found] == ([kind] if kind else [])


def test_an_individuals_matter_is_not_public_unless_its_body_is_left_out() -> None:
    shown = record(OMROSTNING, publik=True, beslut_om_bistand=True, overklagande_typ="ingen")
    assert said(shown) == [("R-53", "$.sekretess")]


def test_the_heading_of_a_left_out_matter_is_still_looked_at() -> None:
    assert said(record(OFFENTLIG, rubrik="Ansökan av 19121212-1212")) == [("R-53", "$.rubrik")]
