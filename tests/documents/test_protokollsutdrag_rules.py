"""The rules of a protokollsutdrag: each invalid sample breaks one, and its edges are the law's."""

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError
from utdrag import INVALID, OFFENTLIG, OMROSTNING, S4, SAMPLES, data, findings, record, said

from docgen.documents.protokollsutdrag import KIND
from docgen.errors import Severity

ROSTER = "$.omrostning.roster"


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.json")), ids=lambda one: one.stem)
def test_a_shipped_sample_breaks_no_rule_that_stops_it(path: Path) -> None:
    assert [one for one in findings(record(path)) if one.severity is Severity.ERROR] == []


@pytest.mark.parametrize("path", sorted(INVALID.glob("*.json")), ids=lambda one: one.stem)
def test_an_invalid_sample_breaks_the_rule_it_is_named_after_and_no_other(path: Path) -> None:
    assert {one.code for one in findings(record(path))} == {path.stem}


def test_every_rule_of_an_extract_has_a_sample_that_breaks_it() -> None:
    ids = [rule.id for rule in KIND.rules if rule.id.startswith("R-")]
    assert [path.stem for path in sorted(INVALID.glob("*.json"))] == ids


def test_no_finding_tells_a_name_or_a_number_of_a_person() -> None:
    facts = " ".join(
        fact for path in INVALID.glob("*.json") for one in findings(record(path)) for fact in one.facts.values()
    )
    assert "sson" not in facts
    assert "070" not in facts


def test_an_unknown_kind_of_text_block_is_refused() -> None:
    with pytest.raises(ValidationError):
        record(S4, arendebeskrivning=[{"typ": "tabell", "text": "a"}])


def test_the_seeds_odd_preparation_date_is_a_warning_that_names_both_dates() -> None:
    (found,) = findings(record(S4))
    assert (found.code, found.severity) == ("R-88", Severity.WARNING)
    assert {found.facts["datum"], found.facts["jamfort_datum"]} == {"2010-10-28", "2010-10-27"}


def test_a_board_that_decides_before_its_own_meeting_is_an_error() -> None:
    found = findings(record(S4, sammantradesdatum="2010-10-28", justerat_datum="2010-11-03"))
    assert ("R-88", Severity.ERROR, "$.instanser[2].datum") in [(one.code, one.severity, one.path) for one in found]


@pytest.mark.parametrize(("typ", "bistand"), [("laglighetsprovning", True), ("forvaltningsbesvar", False)])
def test_the_two_regimes_of_appeal_are_not_mixed(typ: str, *, bistand: bool) -> None:
    assert ("R-13", "$.overklagande_typ") in said(record(OMROSTNING, overklagande_typ=typ, beslut_om_bistand=bistand))


@pytest.mark.parametrize(("day", "broken"), [("2010-10-27", False), ("2010-11-10", False), ("2010-11-11", True)])
def test_a_protocol_is_justerat_within_fourteen_days(day: str, *, broken: bool) -> None:
    assert (("R-80", "$.justerat_datum") in said(record(S4, justerat_datum=day))) is broken


def test_a_protocol_justerat_before_its_meeting_breaks_both_rules_about_it() -> None:
    assert {"R-80", "R-92"} <= {code for code, _ in said(record(S4, justerat_datum="2010-10-26"))}


@pytest.mark.parametrize(
    ("uppsatt", "nedtas", "paths"),
    [
        ("2026-03-25", "2026-04-16", []),
        ("2026-03-25", "2026-04-15", ["$.anslag.nedtas"]),
        ("2026-03-27", "2026-04-18", []),
        ("2026-03-28", "2026-04-21", ["$.anslag.uppsatt"]),
        ("2026-03-24", "2026-04-20", ["$.anslag.uppsatt"]),
    ],
)
def test_a_notice_is_up_in_time_and_long_enough(uppsatt: str, nedtas: str, paths: list[str]) -> None:
    anslag = {"uppsatt": uppsatt, "nedtas": nedtas, "forvaringsplats": "kansliet"}
    assert said(record(OMROSTNING, anslag=anslag)) == [("R-81", path) for path in paths]


def test_a_notice_stays_up_past_a_last_day_that_moves_over_a_weekend() -> None:
    # Saturday 2019-09-28 + 21 days is Saturday 2019-10-19, so the last day is Monday 2019-10-21.
    changes: dict[str, Any] = {"sammantradesdatum": "2019-09-18", "justerat_datum": "2019-09-27"}
    anslag = {"uppsatt": "2019-09-28", "forvaringsplats": "kansliet"}
    early = record(OMROSTNING, **changes, anslag=anslag | {"nedtas": "2019-10-21"})
    late = record(OMROSTNING, **changes, anslag=anslag | {"nedtas": "2019-10-22"})
    assert ("R-81", "$.anslag.nedtas") in said(early)
    assert ("R-81", "$.anslag.nedtas") not in said(late)


@pytest.mark.parametrize(
    "protokoll",
    [
        {"paragraf_from": 43, "paragraf_till": 47},
        {"paragraf_from": 47, "paragraf_till": 38},
        {"paragraf_from": 41, "paragraf_till": 43, "paragrafer": [41, 42, 42, 43]},
        {"paragraf_from": 41, "paragraf_till": 43, "paragrafer": [41, 42]},
    ],
)
def test_paragraphs_are_consecutive_unique_and_hold_the_extracts_own(protokoll: dict[str, Any]) -> None:
    assert {code for code, _ in said(record(OMROSTNING, protokoll=protokoll))} == {"R-82"}


def test_a_meeting_has_one_chair() -> None:
    deciders = [one | {"roll": "ledamot"} for one in data(OMROSTNING, "beslutande")]
    assert said(record(OMROSTNING, beslutande=deciders)) == [("R-83", "$.beslutande")]


@pytest.mark.parametrize(("seats", "broken"), [(11, False), (12, True)])
def test_more_than_half_of_the_seats_decide(seats: int, *, broken: bool) -> None:
    assert (said(record(OMROSTNING, antal_ledamoter=seats)) == [("R-83", "$.beslutande")]) is broken


def test_a_chair_who_is_her_own_justerare_is_a_remark() -> None:
    (found,) = findings(record(OMROSTNING, justerare=["anna  ordförandesson"]))
    assert (found.code, found.severity) == ("R-84", Severity.WARNING)


def test_a_member_disqualified_in_another_paragraph_may_decide_in_this() -> None:
    assert said(record(OMROSTNING, jav=[{"namn": "David Ledamotsson", "paragraf": 41}])) == []


def test_a_disqualified_member_neither_decides_nor_votes() -> None:
    found = said(record(OMROSTNING, jav=[{"namn": "David Ledamotsson", "paragraf": 42}]))
    assert found == [("R-85", "$.beslutande[2]"), ("R-85", f"{ROSTER}[2]")]


def test_a_casting_vote_counts_only_on_a_tie() -> None:
    vote = data(OMROSTNING, "omrostning") | {"utslagsrost": True}
    assert said(record(OMROSTNING, omrostning=vote)) == [("R-86", "$.omrostning.utslagsrost")]
    tie = vote | {"ja": 2, "roster": []}
    assert said(record(OMROSTNING, omrostning=tie)) == []


def test_a_list_of_votes_adds_up_to_the_totals() -> None:
    vote = data(OMROSTNING, "omrostning") | {"ja": 2}
    assert said(record(OMROSTNING, omrostning=vote)) == [("R-86", "$.omrostning.ja")]


def test_no_more_votes_than_those_who_served() -> None:
    vote = data(OMROSTNING, "omrostning") | {"nej": 4, "roster": []}
    assert said(record(OMROSTNING, omrostning=vote)) == [("R-86", "$.omrostning")]


def test_two_proposals_need_a_beslutsgang_but_a_withdrawn_one_does_not_count() -> None:
    yrkanden = data(OMROSTNING, "yrkanden")
    without: dict[str, Any] = {"omrostning": None, "beslutsgang": []}
    assert said(record(OMROSTNING, yrkanden=yrkanden, **without)) == [("R-87", "$.beslutsgang")]
    assert said(record(OMROSTNING, yrkanden=[yrkanden[0], yrkanden[2]], **without)) == []


def test_a_reservation_says_who_and_what() -> None:
    found = said(record(OMROSTNING, reservationer=[{"av": "Bo Yrkandesson (V)"}, {"text": "Vi reserverar oss."}]))
    assert found == [("R-87", "$.reservationer[0].text"), ("R-87", "$.reservationer[1].av")]


def test_a_committee_may_send_an_extract_with_only_its_proposal() -> None:
    instanser = data(OMROSTNING, "instanser")[:2]
    utskott = record(
        OMROSTNING,
        organ="Socialnämndens arbetsutskott",
        instanser=instanser,
        beslut=[],
        protokoll=None,
        sammantradesdatum="2026-03-04",
        justerat_datum="2026-03-18",
        anslag=None,
    )
    assert said(utskott) == []


def test_a_committees_proposal_does_not_decide_for_the_board() -> None:
    forslag = data(OMROSTNING, "forslag_utskott") | {"punkter": ["Socialnämnden beslutar att anta riktlinjen."]}
    assert said(record(OMROSTNING, forslag_utskott=forslag)) == [("R-89", "$.forslag_utskott.punkter[0]")]


def test_the_deciding_body_stands_in_the_header() -> None:
    assert ("R-89", "$.instanser") in said(record(OMROSTNING, organ="Kommunstyrelsen"))


def test_pages_that_run_backwards_are_an_error() -> None:
    instanser = data(OMROSTNING, "instanser")
    instanser[1] |= {"sida_start": 8, "sida_slut": 7}
    instanser[2] |= {"sida_start": 12, "sida_slut": 11}
    assert ("R-90", "$.instanser[1].sida_slut") in said(record(OMROSTNING, instanser=instanser))


def test_page_breaks_that_do_not_make_the_stated_pages_are_a_remark() -> None:
    (found,) = [one for one in findings(record(S4, resultat=[])) if one.code == "R-90"]
    assert (found.severity, found.facts["sidor"], found.facts["antal"]) == (Severity.WARNING, "3", "2")


def test_a_memorandum_with_another_heading_is_a_remark() -> None:
    memo = {"dnr": "SN 2026/0187", "rubrik": "Riktlinje"}
    (found,) = findings(record(OMROSTNING, tjansteskrivelse=memo))
    assert (found.code, found.path, found.severity) == ("R-91", "$.tjansteskrivelse.rubrik", Severity.WARNING)


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
    ],
)
def test_dates_amounts_and_numbers_of_matters_may_be_public(text: str) -> None:
    assert said(record(OMROSTNING, publik=True, resultat=[{"typ": "stycke", "text": text}])) == []


def test_an_individuals_matter_is_not_public_unless_its_body_is_left_out() -> None:
    shown = record(OMROSTNING, publik=True, beslut_om_bistand=True, overklagande_typ="ingen")
    assert said(shown) == [("R-53", "$.sekretess")]


def test_the_heading_of_a_left_out_matter_is_still_looked_at() -> None:
    assert said(record(OFFENTLIG, rubrik="Ansökan av 19121212-1212")) == [("R-53", "$.rubrik")]
