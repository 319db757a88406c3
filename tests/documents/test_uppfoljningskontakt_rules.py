"""The edges of the rules on the follow-up contact (seed S0): days, weeks and months after the treatment."""

from datetime import date, timedelta
from typing import Any

import pytest
from beslut import GONE, KONTAKT, S0, SKYDDAD, findings, said, sample

FEL, VARNING = ["fel"], ["varning"]
UK = "insatser/0/uppfoljningskontakt"
ENDED = date(2026, 8, 31)
"""The day the treatment of the sample ended."""


def after(days: int) -> str:
    return (ENDED + timedelta(days=days)).isoformat()


def series(*gaps: int) -> list[dict[str, str]]:
    """Return meetings with these days between them, the first of them on the sample's first meeting."""
    day = date(2026, 9, 7)
    found = [{"datum": day.isoformat()}]
    for gap in gaps:
        day += timedelta(days=gap)
        found.append({"datum": day.isoformat()})
    return found


def test_a_contact_follows_a_treatment_here_or_earlier() -> None:
    path = "insatser/1/uppfoljningskontakt/behandling"
    assert said("R-30", S0, {path: {"insats_ref": "I2"}}) == FEL
    assert said("R-30", S0, {path: {"tidigare_beslut": {"datum": "2024-11-04", "diarienummer": "SN 2024/0900"}}}) == []


def test_a_contact_is_not_granted_after_a_treatment_that_is_refused() -> None:
    assert said("R-30", S0, {"beslut/0/utfall": "avslag"}) == FEL
    assert said("R-30", S0, {"beslut/0/utfall": "avslag", "beslut/1/utfall": "avslag"}) == []


def test_a_broken_treatment_needs_a_comment() -> None:
    broken = {f"{UK}/behandling/avslut_typ": "avbruten"}
    assert said("R-31", KONTAKT, broken) == VARNING
    assert said("R-31", KONTAKT, broken | {f"{UK}/behandling/avslut_kommentar": "Stödet behövs ändå."}) == []


@pytest.mark.parametrize(
    ("first", "last", "answer"),
    [
        ("2026-09-03", "2026-12-01", FEL),
        ("2026-09-03", "2026-12-02", []),  # the last day is the day before the same day
        ("2026-09-03", "2026-12-03", []),  # or the same day
        ("2026-09-03", "2026-12-04", FEL),
        ("2026-08-31", "2026-11-28", FEL),
        ("2026-08-31", "2026-11-29", []),
        ("2026-08-31", "2026-11-30", []),  # November has no 31st
        ("2026-08-31", "2026-12-01", FEL),
        ("2026-11-30", "2027-02-27", []),
        ("2026-11-30", "2027-02-28", []),  # nor February a 30th
        ("2026-11-30", "2027-03-01", FEL),
        ("2027-11-30", "2028-02-29", []),  # a leap year
    ],
)
def test_a_contact_lasts_three_months_to_the_day(first: str, last: str, answer: list[str]) -> None:
    changes = {"insatser/0/period": {"from": first, "till": last}, "uppfoljning/datum": first}
    changes["insatser/0/uppfoljningskontakt/behandling/avslutad_datum"] = first
    assert said("R-32", KONTAKT, changes) == answer


@pytest.mark.parametrize(
    ("relative", "answer"),
    [
        ({"antal": 3, "enhet": "manad", "ankare": "behandlingens_slut"}, []),
        ({"antal": 13, "enhet": "vecka", "ankare": "behandlingens_slut"}, FEL),
        ({"antal": 3, "enhet": "manad", "ankare": "verkstallighetens_start"}, FEL),
        ({"antal": 4, "enhet": "manad", "ankare": "behandlingens_slut"}, FEL),
    ],
)
def test_a_relative_contact_lasts_three_months_after_the_treatment(relative: dict[str, Any], answer: list[str]) -> None:
    assert said("R-32", S0, {"insatser/1/period": {"relativ": relative}}) == answer


def test_a_contact_is_never_until_further_notice() -> None:
    assert said("R-32", KONTAKT, {"insatser/0/period": {"from": "2026-09-03", "tills_vidare": True}}) == FEL


@pytest.mark.parametrize(("days", "answer"), [(-1, FEL), (0, []), (7, []), (8, FEL)])
def test_the_first_meeting_is_within_a_week(days: int, answer: list[str]) -> None:
    assert said("R-33", KONTAKT, {f"{UK}/forsta_mote/datum": after(days)}) == answer


def test_an_ended_treatment_needs_a_first_meeting_booked_at_the_closing_talk() -> None:
    assert said("R-33", KONTAKT, {f"{UK}/forsta_mote": GONE}) == FEL
    assert said("R-33", KONTAKT, {f"{UK}/forsta_mote/bokat_vid_avslutningssamtal": False}) == VARNING


@pytest.mark.parametrize(("gap", "answer"), [(6, VARNING), (7, []), (14, []), (21, []), (22, VARNING)])
def test_the_meetings_come_about_every_other_week(gap: int, answer: list[str]) -> None:
    assert said("R-34", KONTAKT, {f"{UK}/moten": series(14, gap)}) == answer


def test_the_first_meeting_counts_in_the_series_though_it_stands_by_itself() -> None:
    assert said("R-34", KONTAKT, {f"{UK}/moten": series(14)[1:]}) == []
    assert said("R-34", KONTAKT, {f"{UK}/moten": series(28)[1:]}) == VARNING


@pytest.mark.parametrize("name", [S0, KONTAKT, SKYDDAD])
@pytest.mark.parametrize("eftervard", [{"finns": True}, {"finns": False}, GONE])
def test_aftercare_never_stands_in_the_way(name: str, eftervard: object) -> None:
    changes = {
        f"insatser/{at}/uppfoljningskontakt/eftervard": eftervard
        for at, insats in enumerate(sample(name)["insatser"])
        if "uppfoljningskontakt" in insats and (eftervard is not GONE or "eftervard" in insats["uppfoljningskontakt"])
    }
    assert findings(sample(name, changes)) == []


def test_nobody_is_granted_a_contact_against_their_will() -> None:
    unwilling = {"insatser/1/uppfoljningskontakt/installning": "motsatter_sig"}
    asked = {"insatser/1/uppfoljningskontakt/tillfragad_datum": ["2025-03-17", "2025-05-12"]}
    assert said("R-36", S0, unwilling) == ["fel", "upplysning"]
    assert said("R-36", S0, unwilling | asked) == FEL
    assert said("R-36", S0, unwilling | asked | {"beslut/1/utfall": "avskrivning"}) == []
    assert said("R-36", S0, {"insatser/1/uppfoljningskontakt/installning": "ambivalent"}) == []


@pytest.mark.parametrize(
    ("day", "answer"),
    [
        ("2026-10-30", FEL),
        ("2026-10-31", VARNING),
        ("2026-11-15", VARNING),
        ("2026-11-16", []),
        ("2026-11-30", []),
        ("2026-12-14", []),
        ("2026-12-15", VARNING),
    ],
)
def test_the_evaluation_comes_three_months_after_the_treatment(day: str, answer: list[str]) -> None:
    assert said("R-37", KONTAKT, {f"{UK}/utvardering_datum": day}) == answer


@pytest.mark.parametrize(("applied", "answer"), [("2026-08-31", []), ("2026-09-01", FEL)])
def test_an_application_after_the_treatment_needs_its_own_investigation(applied: str, answer: list[str]) -> None:
    assert said("R-38", KONTAKT, {"ansokan/datum": applied, f"{UK}/ny_utredning_id": GONE}) == answer


def test_the_new_investigation_is_not_the_old_one() -> None:
    assert said("R-38", KONTAKT, {f"{UK}/ny_utredning_id": "U-2026-0214"}) == FEL
    assert said("R-38", KONTAKT, {"utredning/id": "U-2026-0214"}) == FEL
