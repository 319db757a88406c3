"""The rules of a protocol: each of its paragraphs is held to the rules of an extract, and the whole hangs together."""

from typing import Any

import pytest
from utdrag import (
    BEVIS,
    HELA_S4,
    NAMND,
    OMEDELBAR,
    PROTOKOLL,
    UTKAST,
    because,
    data,
    findings,
    med_arende,
    protokoll,
    said,
)

from docgen.errors import Severity

UTAN_UTDRAG: dict[str, Any] = {"utdrag": None}
GONE = {"antal_ledamoter": 14}


@pytest.mark.parametrize("path", sorted(PROTOKOLL.glob("*.json")), ids=lambda one: one.stem)
def test_a_shipped_sample_breaks_no_rule_that_stops_it(path: Any) -> None:  # noqa: ANN401 - a path
    assert [one for one in findings(protokoll(path)) if one.severity is Severity.ERROR] == []


def test_the_seeds_odd_preparation_date_is_a_warning_at_its_paragraph() -> None:
    (found,) = findings(protokoll(HELA_S4))
    assert (found.code, found.severity) == ("R-88", Severity.WARNING)
    assert found.path == "$.arenden[13].tidigare_instanser[0].datum"


@pytest.mark.parametrize("number", ["SN#1", "19121212-1212"])
def test_the_number_of_every_matter_has_the_form_of_the_register(number: str) -> None:
    assert said(protokoll(NAMND, arenden=med_arende(NAMND, 40, dnr=number))) == [("F-09", "$.arenden[2].dnr")]


def test_a_formal_matter_needs_no_number() -> None:
    assert said(protokoll(NAMND, arenden=med_arende(NAMND, 40, dnr=None))) == []


@pytest.mark.parametrize(("day", "broken"), [("2026-04-01", False), ("2026-04-02", True), ("2026-03-17", True)])
def test_a_protocol_is_justerat_within_fourteen_days(day: str, *, broken: bool) -> None:
    changed = data(NAMND, "justering") | {"datum": day}
    assert (said(protokoll(NAMND, justering=changed, anslag=None))[:1] == [("R-80", "$.justering.datum")]) is broken


def test_what_is_justerat_at_once_is_announced_from_the_day_of_the_meeting() -> None:
    notice = data(OMEDELBAR, "omedelbart_anslag")
    late = protokoll(OMEDELBAR, omedelbart_anslag=notice | {"uppsatt": "2026-09-05", "nedtas": "2026-09-29"})
    assert said(late) == [("R-81", "$.omedelbart_anslag.uppsatt")]
    assert because(protokoll(OMEDELBAR, omedelbart_anslag=None)) == [("R-81", "anslag_saknas")]


def test_a_notice_is_missed_once_its_last_day_has_passed_but_not_in_a_draft() -> None:
    assert because(protokoll(NAMND, anslag=None)) == [("R-81", "anslag_saknas")]
    assert said(protokoll(UTKAST)) == []
    signed = {"plats": "kansliet", "datum": "2026-11-20"}
    assert said(protokoll(NAMND, sammantradesdatum="2026-11-18", justering=signed, anslag=None, **UTAN_UTDRAG)) == []


def test_an_immediate_notice_is_of_some_paragraph() -> None:
    nothing = data(OMEDELBAR, "justering") | {"omedelbar_paragrafer": []}
    assert because(protokoll(OMEDELBAR, justering=nothing)) == [("R-81", "anslag_utan_paragrafer")]


def test_a_protocol_that_was_justerat_at_once_as_a_whole_has_one_notice() -> None:
    everything = data(OMEDELBAR, "justering") | {"omedelbar_paragrafer": [63, 64, 65, 66], "datum": "2026-09-02"}
    assert said(protokoll(OMEDELBAR, justering=everything, anslag=None, **UTAN_UTDRAG)) == []


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"slut": "12.59"}, "$.slut"),
        ({"ajournering": [{"fran": "14.20", "till": "14.10"}]}, "$.ajournering[0].till"),
        ({"ajournering": [{"fran": "12:50", "till": "14:10"}]}, "$.ajournering[0].fran"),
        ({"ajournering": [{"fran": "14.20", "till": "16.40"}]}, "$.slut"),
    ],
)
def test_a_meeting_begins_pauses_and_ends_in_that_order(changes: dict[str, Any], path: str) -> None:
    assert said(protokoll(NAMND, **changes)) == [("R-80", path)]


def test_only_a_draft_is_of_a_meeting_to_come() -> None:
    issued = data(UTKAST, "dokument") | {"status": "upprattad"}
    assert because(protokoll(UTKAST, dokument=issued)) == [("R-80", "i_framtiden")]


def test_every_paragraph_that_is_named_is_one_of_the_protocols() -> None:
    others = [{"namn": "Ulla Enhetsson", "titel": "enhetschef", "paragrafer": [45, 48]}]
    assert said(protokoll(NAMND, ovriga_deltagande=others)) == [("R-82", "$.ovriga_deltagande[0].paragrafer[1]")]
    asked = data(NAMND, "utdrag") | {"alla": False, "paragrafer": [37]}
    assert said(protokoll(NAMND, utdrag=asked)) == [("R-82", "$.utdrag.paragrafer[0]")]


def test_a_gap_in_the_paragraphs_is_told() -> None:
    some = [one for one in data(NAMND, "arenden") if one["paragraf"] != 43]
    assert said(protokoll(NAMND, arenden=some)) == [("R-82", "$.arenden")]


def test_the_numbering_goes_on_from_the_protocol_before() -> None:
    (found,) = findings(protokoll(NAMND, forra_protokollet_till=36))
    assert (found.code, found.severity, found.path) == ("R-82", Severity.WARNING, "$.paragraf_from")


def test_those_who_were_there_in_a_paragraph_are_enough_for_it() -> None:
    # Nine seats: five decide; in paragraph 42 and 44 there are six, in the others seven.
    assert said(protokoll(NAMND, antal_ledamoter=11)) == []
    assert said(protokoll(NAMND, antal_ledamoter=12)) == [
        ("R-83", "$.arenden[4].paragraf"),
        ("R-83", "$.arenden[6].paragraf"),
    ]


def test_too_few_in_the_whole_meeting_are_told_of_once() -> None:
    few = data(OMEDELBAR, "beslutande")[:2]
    assert said(protokoll(OMEDELBAR, beslutande=few)) == [("R-83", "$.beslutande")]


def test_one_leads_each_paragraph() -> None:
    someone = [one for one in data(NAMND, "beslutande") if (one["roll"], one["parti"]) != ("ordforande", "M")]
    assert because(protokoll(NAMND, beslutande=someone, justerare=["David Ledamotsson"])) == [
        ("R-83", "inte_en_ordforande")
    ]


def test_a_justerare_served_in_some_paragraph_and_was_never_in_the_chair() -> None:
    assert said(protokoll(NAMND, justerare=["Julia Jävsson"])) == []
    (found,) = findings(protokoll(NAMND, justerare=["Cecilia Röstsson"]))
    assert (found.code, found.severity) == ("R-84", Severity.WARNING)


def test_someone_disqualified_in_one_paragraph_may_serve_in_the_others() -> None:
    everywhere = [one | {"paragrafer": []} for one in data(NAMND, "beslutande") if one["namn"] == "Julia Jävsson"]
    rest = [one for one in data(NAMND, "beslutande") if one["namn"] != "Julia Jävsson"]
    assert said(protokoll(NAMND, beslutande=[*rest, *everywhere])) == [("R-85", "$.beslutande[7]")]


@pytest.mark.parametrize(("ja", "utslag", "broken"), [(3, True, False), (3, False, True), (4, True, True)])
def test_a_casting_vote_decides_a_tie_and_nothing_else(ja: int, utslag: bool, *, broken: bool) -> None:  # noqa: FBT001
    vote = data(NAMND, "arenden")[3]["omrostning"] | {"ja": ja, "utslagsrost": utslag, "roster": [], "avstar": 0}
    found = said(protokoll(NAMND, arenden=med_arende(NAMND, 41, omrostning=vote)))
    assert (("R-86", "$.arenden[3].omrostning.utslagsrost") in found) is broken


def test_no_more_votes_than_those_who_served_in_the_paragraph() -> None:
    vote = {"ja_betyder": "bifall", "nej_betyder": "avslag", "ja": 4, "nej": 3}
    changed = {"omrostning": vote, "beslutsgang": [{"typ": "stycke", "text": "Omröstning begärs."}]}
    assert said(protokoll(NAMND, arenden=med_arende(NAMND, 40, **changed))) == []
    assert because(protokoll(NAMND, arenden=med_arende(NAMND, 44, **changed))) == [("R-86", "fler_roster")]


def test_a_matter_that_was_sent_back_may_have_been_at_the_board_before() -> None:
    before = {"organ": "Socialnämnden", "niva": "namnd", "datum": "2026-02-18", "paragraf": 20}
    arenden = med_arende(NAMND, 44, tidigare_instanser=[before])
    assert said(protokoll(NAMND, arenden=arenden)) == []
    same_day = med_arende(NAMND, 44, tidigare_instanser=[before | {"datum": "2026-03-18"}])
    assert because(protokoll(NAMND, arenden=same_day)) == [("R-89", "organet_flera_ganger")]


def test_a_board_decides_and_a_committee_may_propose() -> None:
    assert said(protokoll(NAMND, arenden=med_arende(NAMND, 43, beslut=[]))) == [("R-89", "$.arenden[5].beslut")]
    assert data(OMEDELBAR, "arenden")[2].get("beslut") is None
    assert said(protokoll(OMEDELBAR)) == []


def test_the_pages_of_the_paragraphs_follow_one_another() -> None:
    arenden = med_arende(HELA_S4, 139, sida_start=15, sida_slut=17)
    assert ("R-90", "sidorna_overlappar") in [
        (one.code, one.facts.get("orsak")) for one in findings(protokoll(HELA_S4, arenden=arenden))
    ]


def test_extracts_are_asked_of_all_matters_or_of_some_that_are_sent() -> None:
    asked = data(NAMND, "utdrag")
    assert because(protokoll(NAMND, utdrag=asked | {"alla": False})) == [("R-92", "utdrag_av_vad")]
    assert because(protokoll(NAMND, utdrag=asked | {"paragrafer": [42]})) == [("R-92", "utdrag_av_vad")]
    silent = asked | {"alla": False, "paragrafer": [38]}
    assert because(protokoll(NAMND, utdrag=silent)) == [("R-92", "utdrag_utan_mottagare")]


def test_whoever_the_memorandum_names_is_told() -> None:
    arenden = med_arende(NAMND, 44, expedieras_till=["föreningen  stigen"])
    (found,) = findings(protokoll(NAMND, arenden=arenden))
    assert (found.code, found.severity, found.facts) == ("R-93", Severity.WARNING, {"nummer": "2"})
    assert found.path == "$.arenden[6].tjansteskrivelse.beslut_skickas_till[1]"


def test_no_finding_tells_a_name_or_a_number_of_a_person() -> None:
    facts = " ".join(
        fact
        for path in (BEVIS.parent.parent / "invalid" / "protokoll").glob("*.json")
        for one in findings(protokoll(path))
        for fact in one.facts.values()
    )
    assert "sson" not in facts
    assert "070" not in facts
    assert "1212" not in facts
