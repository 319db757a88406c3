"""What was put and how it was voted: who may take part, votes that add up, proposals in their order."""

from typing import Any

import pytest
from utdrag import OMROSTNING, because, data, record, said

ROSTER = "$.omrostning.roster"


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
    vote = data(OMROSTNING, "omrostning") | {"nej": 1}
    assert said(record(OMROSTNING, omrostning=vote)) == [("R-86", "$.omrostning.nej")]


def test_no_more_votes_than_those_who_served() -> None:
    vote = data(OMROSTNING, "omrostning") | {"nej": 4, "roster": []}
    assert said(record(OMROSTNING, omrostning=vote)) == [("R-86", "$.omrostning")]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"ja": 0, "nej": 0, "roster": []}, "ingen_rost"),
        ({"ja": 2, "nej": 2, "roster": []}, "lika_utan_utslagsrost"),
        ({"ja": 5, "nej": 4, "roster": []}, "fler_roster"),
    ],
)
def test_a_vote_that_cannot_have_been_is_stopped(changes: dict[str, Any], reason: str) -> None:
    assert because(record(OMROSTNING, omrostning=data(OMROSTNING, "omrostning") | changes)) == [("R-86", reason)]


@pytest.mark.parametrize(
    ("index", "changes", "reason"),
    [
        (1, {"namn": "Hans Utomståendesson"}, "okand_i_roster"),
        (1, {"namn": "anna  Ordförandesson", "parti": "M"}, "rostar_tva_ganger"),
        (6, {"namn": "Anna Ordförandesson"}, "rostar_tva_ganger"),
    ],
)
def test_each_who_served_votes_once_and_nobody_else(index: int, changes: dict[str, Any], reason: str) -> None:
    vote = data(OMROSTNING, "omrostning")
    vote["roster"][index] |= changes
    assert because(record(OMROSTNING, omrostning=vote)) == [("R-86", reason)]


def test_a_decider_is_not_absent_from_the_vote() -> None:
    vote = data(OMROSTNING, "omrostning") | {"avstar": 0, "franvarande": 2}
    vote["roster"][5]["rost"] = "franvarande"
    assert because(record(OMROSTNING, omrostning=vote)) == [("R-86", "franvarande_beslutande")]


@pytest.mark.parametrize("innehall", ["Avslag.", "Ärendet återremitteras.", "Bifall med tillägget att tiden förlängs."])
def test_one_proposal_against_the_one_the_matter_came_with_needs_a_beslutsgang(innehall: str) -> None:
    changes: dict[str, Any] = {"omrostning": None, "yrkanden": [{"av": "Bo Yrkandesson (V)", "innehall": innehall}]}
    assert said(record(OMROSTNING, beslutsgang=[], **changes)) == [("R-87", "$.beslutsgang")]
    assert said(record(OMROSTNING, beslutsgang=[{"typ": "sidbrytning"}], **changes))[0] == ("R-87", "$.beslutsgang")
    alone = record(OMROSTNING, beslutsgang=[], forslag_forvaltning=[], forslag_utskott=None, **changes)
    assert said(alone) == []


@pytest.mark.parametrize("av", ["Julia Jävsson (S)", "Bo Yrkandesson (V) och Julia Jävsson (S)", "julia jävsson"])
def test_someone_disqualified_moves_nothing_and_reserves_nothing(av: str) -> None:
    moved = record(OMROSTNING, yrkanden=[{"av": av, "innehall": "Bifall."}])
    assert said(moved) == [("R-85", "$.yrkanden[0]")]
    reserved = record(OMROSTNING, reservationer=[{"av": av, "text": "Vi reserverar oss."}])
    assert said(reserved) == [("R-85", "$.reservationer[0]")]


def test_another_with_a_longer_name_is_not_the_disqualified_one() -> None:
    assert said(record(OMROSTNING, yrkanden=[{"av": "Julia Jävsson-Ek (S)", "innehall": "Bifall."}])) == []


def test_two_proposals_need_a_beslutsgang_but_a_withdrawn_one_does_not_count() -> None:
    yrkanden = data(OMROSTNING, "yrkanden")
    without: dict[str, Any] = {"omrostning": None, "beslutsgang": []}
    assert said(record(OMROSTNING, yrkanden=yrkanden, **without)) == [("R-87", "$.beslutsgang")]
    assert said(record(OMROSTNING, yrkanden=[yrkanden[0], yrkanden[2]], **without)) == []


def test_a_reservation_says_who_and_what() -> None:
    found = said(record(OMROSTNING, reservationer=[{"av": "Bo Yrkandesson (V)"}, {"text": "Vi reserverar oss."}]))
    assert found == [("R-87", "$.reservationer[0].text"), ("R-87", "$.reservationer[1].av")]
