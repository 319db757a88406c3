"""The rules of a protokollsutdrag: each invalid sample breaks one, and its edges are the law's."""

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError
from utdrag import INVALID, OFFENTLIG, OMROSTNING, S4, SAMPLES, because, data, findings, record, said

from docgen.documents.protokollsutdrag import KIND
from docgen.errors import Severity

UTSKOTT: dict[str, Any] = {
    "organ": "Socialnämndens arbetsutskott",
    "instanser": data(OMROSTNING, "instanser")[:2],
    "beslut": [],
    "protokoll": None,
    "sammantradesdatum": "2026-03-04",
    "justerat_datum": "2026-03-18",
    "anslag": None,
    "overklagande_typ": "ingen",
}
"""What makes the sample an extract of the committee's own protocol."""


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


def test_a_decider_is_listed_once_and_no_seat_has_two() -> None:
    deciders = data(OMROSTNING, "beslutande")
    twice = record(OMROSTNING, beslutande=[*deciders, deciders[2] | {"namn": "david ledamotsson"}])
    assert because(twice) == [("R-83", "beslutande_tva_ganger")]
    assert because(record(OMROSTNING, antal_ledamoter=5)) == [("R-83", "fler_an_platserna")]


def test_a_committee_may_send_an_extract_with_only_its_proposal() -> None:
    assert said(record(OMROSTNING, **UTSKOTT)) == []


@pytest.mark.parametrize("typ", ["laglighetsprovning", "forvaltningsbesvar"])
def test_a_proposal_of_a_committee_is_not_appealed(typ: str) -> None:
    assert said(record(OMROSTNING, **UTSKOTT | {"overklagande_typ": typ})) == [("R-13", "$.overklagande_typ")]


def test_a_decision_on_bistand_tells_how_it_is_appealed_except_in_public() -> None:
    silent: dict[str, Any] = {"overklagande_typ": "ingen", "beslut_om_bistand": True}
    assert said(record(OFFENTLIG, publik=False, **silent)) == [("R-13", "$.overklagande_typ")]
    assert said(record(OFFENTLIG, publik=True, **silent)) == []
    assert said(record(OFFENTLIG, publik=False, **silent | {"overklagande_typ": "forvaltningsbesvar"})) == []


def test_a_committees_proposal_does_not_decide_for_the_board() -> None:
    forslag = data(OMROSTNING, "forslag_utskott") | {"punkter": ["Socialnämnden beslutar att anta riktlinjen."]}
    assert said(record(OMROSTNING, forslag_utskott=forslag)) == [("R-89", "$.forslag_utskott.punkter[0]")]


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"punkter": ["Socialnämnden beslutar: anta."]}, "punkter[0]"),
        ({"punkter": ["Anta.", "”Beslutar”"]}, "punkter[1]"),
        ({"till": "att socialnämnden beslutar:"}, "till"),
    ],
)
def test_a_committee_that_only_proposes_never_writes_beslutar(changes: dict[str, Any], path: str) -> None:
    forslag = data(OMROSTNING, "forslag_utskott") | changes
    found = said(record(OMROSTNING, **UTSKOTT, forslag_utskott=forslag))
    assert found == [("R-89", f"$.forslag_utskott.{path}")]


def test_the_deciding_body_stands_in_the_header_once() -> None:
    assert ("R-89", "$.instanser") in said(record(OMROSTNING, organ="Kommunstyrelsen"))
    instanser = data(OMROSTNING, "instanser")
    assert because(record(OMROSTNING, instanser=[*instanser, instanser[2]])) == [("R-89", "organet_flera_ganger")]


@pytest.mark.parametrize("day", ["2026-03-17", "2026-03-19"])
def test_the_body_decides_on_the_day_it_meets(day: str) -> None:
    instanser = data(OMROSTNING, "instanser")
    instanser[2]["datum"] = day
    (found,) = findings(record(OMROSTNING, instanser=instanser))
    assert (found.code, found.severity, found.path) == ("R-88", Severity.ERROR, "$.instanser[2].datum")
    assert found.facts["jamfort_datum"] == "2026-03-18"


def test_an_extract_is_attested_after_the_justering_and_not_tomorrow() -> None:
    signed = data(OMROSTNING, "utdragsbestyrkande")
    early = record(OMROSTNING, utdragsbestyrkande=signed | {"datum": "2026-03-24"})
    assert because(early) == [("R-92", "fel_ordning")]
    tomorrow = record(OMROSTNING, utdragsbestyrkande=signed | {"datum": "2026-11-23"})
    assert because(tomorrow) == [("R-92", "i_framtiden")]
    assert said(record(OMROSTNING, utdragsbestyrkande=signed | {"datum": "2026-11-22"})) == []


def test_only_a_draft_has_a_meeting_to_come() -> None:
    days: dict[str, Any] = {"sammantradesdatum": "2026-12-16", "justerat_datum": "2026-12-17", "anslag": None}
    days["utdragsbestyrkande"] = data(OMROSTNING, "utdragsbestyrkande") | {"datum": "2026-12-18"}
    days["instanser"] = data(OMROSTNING, "instanser")
    days["instanser"][2]["datum"] = "2026-12-16"
    paths = ["$.sammantradesdatum", "$.justerat_datum", "$.utdragsbestyrkande.datum"]
    assert said(record(OMROSTNING, **days)) == [("R-92", path) for path in paths]
    draft = data(OMROSTNING, "dokument") | {"status": "utkast"}
    assert said(record(OMROSTNING, **days, dokument=draft)) == []


def test_a_last_page_has_a_first() -> None:
    instanser = data(OMROSTNING, "instanser")
    instanser[0]["sida_slut"] = 3
    assert because(record(OMROSTNING, instanser=instanser)) == [("R-90", "forsta_sidan_saknas")]
    assert said(record(OMROSTNING, instanser=instanser)) == [("R-90", "$.instanser[0].sida_start")]


def test_pages_that_run_backwards_are_an_error() -> None:
    instanser = data(OMROSTNING, "instanser")
    instanser[1] |= {"sida_start": 8, "sida_slut": 7}
    instanser[2] |= {"sida_start": 12, "sida_slut": 11}
    assert ("R-90", "$.instanser[1].sida_slut") in said(record(OMROSTNING, instanser=instanser))


def test_the_sample_states_as_many_pages_as_it_becomes_before_the_appeal_page() -> None:
    instanser = data(OMROSTNING, "instanser")[1:]
    assert [(one["sida_start"], one["sida_slut"]) for one in instanser] == [(7, 9), (11, 13)]


def test_page_breaks_that_do_not_make_the_stated_pages_are_a_remark() -> None:
    (found,) = [one for one in findings(record(S4, resultat=[])) if one.code == "R-90"]
    assert (found.severity, found.facts["sidor"], found.facts["antal"]) == (Severity.WARNING, "3", "2")


def test_a_memorandum_with_another_heading_is_a_remark() -> None:
    memo = {"dnr": "SN 2026/0187", "rubrik": "Riktlinje"}
    (found,) = findings(record(OMROSTNING, tjansteskrivelse=memo))
    assert (found.code, found.path, found.severity) == ("R-91", "$.tjansteskrivelse.rubrik", Severity.WARNING)
