"""The plan of a follow-up contact: its days at the edges of weeks, holidays and months, and what the letter says."""

import json
import re
from datetime import date, timedelta
from importlib import import_module
from itertools import pairwise
from typing import Any

import pytest
from beslut import GONE, SETTING, said, sample

from docgen import preflight
from docgen.documents.kind import Kind, Kopia
from docgen.documents.organisation import Stil
from docgen.documents.rule import Setting
from docgen.documents.texts import texts
from docgen.documents.uppfoljning.tider import forsta_motesdag, utvarderingsdag, varannan_vecka
from docgen.documents.uppfoljningsplan.model import Uppfoljningsplan
from docgen.documents.uppfoljningsplan.serie import serie
from docgen.law.tid import next_vardag
from docgen.stages import shape

FEL, VARNING = ["fel"], ["varning"]
PLAN = "../uppfoljningsplan/forsta-motet-bokat"
HELGER = "../uppfoljningsplan/helger-flyttar-forslagen"
SKYDDAD = "../uppfoljningsplan/skyddad-person-alla-moten-bokade"
AVBRUTEN = "../uppfoljningsplan/avbruten-behandling-inget-bokat"
FEL_I_SATSEN = re.compile(r"  (?!Exempelstad)|\.\.|\.[A-ZÅÄÖ]|^[ ,.]| [,.;:](?!\w)|,[,.]|\b(\w+) \1\b|[{}]|\bNone\b")
"""Double spaces, stray points and commas, a word twice, a slot that was left empty."""


def kind(slug: str) -> Kind:
    found = import_module(f"docgen.documents.{slug}").KIND
    assert isinstance(found, Kind)
    return found


def view(name: str, changes: dict[str, Any] | None = None, stil: Stil = Stil.DU) -> Any:  # noqa: ANN401 - plain data
    """Return the data of a changed sample (``../slug/name``), no-break spaces as spaces."""
    slug = name.split("/")[1]
    own = SETTING.organisation.model_copy(update={"stil": stil})
    setting = Setting(own, SETTING.law, SETTING.today)
    words = preflight.wording(kind(slug), setting, None)
    made = kind(slug).view(record(name, changes), Kopia(), setting, words)
    return json.loads(json.dumps(made.data).replace("\\u00a0", " "))


def record(name: str, changes: dict[str, Any] | None = None) -> Any:  # noqa: ANN401 - a record of any type
    raw = json.dumps(sample(name, changes)).encode()
    return shape.validated(kind(name.split("/")[1]).model, raw, json.loads(raw))


def told(part: object) -> str:
    """Return all the words of a part of a view."""
    return " ".join(text for _, text in texts(part) if text)


def days(name: str, changes: dict[str, Any] | None = None) -> list[str]:
    """Return the days of the series of a plan."""
    plan = record(name, changes)
    assert isinstance(plan, Uppfoljningsplan)
    return [one.dag.isoformat() for one in serie(plan)]


EVERY_DAY = [date(2025, 7, 1) + timedelta(days=at) for at in range(1500)]


def test_the_first_day_is_a_vardag_within_the_week_whenever_the_treatment_ended() -> None:
    for ended in EVERY_DAY:
        first = forsta_motesdag(ended)
        assert 1 <= (first - ended).days <= 7
        assert next_vardag(first) == first


def test_the_counted_days_are_vardagar_one_to_three_weeks_apart_until_the_evaluation() -> None:
    for ended in EVERY_DAY:
        first, last = forsta_motesdag(ended), next_vardag(utvarderingsdag(ended))
        shown = [first, *map(next_vardag, varannan_vecka(first, last)), last]
        gaps = [(after - before).days for before, after in pairwise(shown)]
        assert min(gaps) >= 7
        assert max(gaps) <= 21
        assert len(shown) >= 6


@pytest.mark.parametrize(
    ("ended", "expected"),
    [
        ("2026-08-31", "2026-11-30"),  # November has no 31st
        ("2026-11-30", "2027-03-01"),  # nor February a 30th; the 28th is a Sunday
        ("2026-03-25", "2026-06-25"),
        ("2026-03-19", "2026-06-22"),  # midsommarafton
        ("2026-09-24", "2026-12-28"),  # julafton, and then the weekend
    ],
)
def test_the_evaluation_is_three_months_after_the_treatment_or_on_the_next_vardag(ended: str, expected: str) -> None:
    day = date.fromisoformat(ended)
    assert days(AVBRUTEN, {"behandling/avslutad_datum": day.isoformat()})[-1] == expected


def test_booked_meetings_stand_in_for_counted_days_and_the_rest_follow_from_them() -> None:
    assert days(PLAN) == [
        *("2026-09-03", "2026-09-17", "2026-09-29"),
        *("2026-10-13", "2026-10-27", "2026-11-10", "2026-11-30"),
    ]
    booked = {"moten": [{"datum": "2026-10-14", "form": "telefon"}]}
    assert days(PLAN, booked) == [
        *("2026-09-03", "2026-09-17", "2026-10-01", "2026-10-14"),
        *("2026-10-28", "2026-11-11", "2026-11-30"),
    ]


def test_no_day_is_proposed_where_three_weeks_or_less_are_left() -> None:
    near = {"moten": [], "utvardering": {"datum": "2026-09-24", "form": "fysiskt"}}
    assert days(PLAN, near) == ["2026-09-03", "2026-09-24"]
    far = {"moten": [], "utvardering": {"datum": "2026-09-25", "form": "fysiskt"}}
    assert days(PLAN, far) == ["2026-09-03", "2026-09-17", "2026-09-25"]


def test_no_day_is_proposed_that_a_holiday_would_move_to_less_than_a_week_before_the_next() -> None:
    before_christmas = date(2026, 12, 10)  # two weeks later is julafton, and the next vardag the 28th
    assert list(varannan_vecka(before_christmas, date(2027, 1, 3))) == []
    assert list(varannan_vecka(before_christmas, date(2027, 1, 4))) == [date(2026, 12, 24)]


def test_a_proposal_is_never_called_booked_and_has_no_time_or_place() -> None:
    rows = view(PLAN)["moten"]
    assert [row["lage"] for row in rows] == ["Bokat"] * 3 + ["Förslag"] * 4
    assert {(row["tid"], row["plats"]) for row in rows[3:]} == {("inte bestämd", "inte bestämt")}
    assert rows[-1]["mote"] == "Utvärdering"
    assert "gäller först när vi har bokat mötet" in told(view(PLAN)["om_moten"])
    assert "förslag" not in told(view(SKYDDAD)["om_moten"])
    assert told(view(AVBRUTEN)["om_moten"]).startswith("Om mötena Inget möte är bokat än.")


def test_a_day_that_was_moved_is_told_with_the_day_it_was_moved_from() -> None:
    moved = told(view(HELGER)["om_moten"])
    no_vardag = "men den dagen är ingen vardag. Därför är mötet flyttat till nästa vardag"
    assert f"fredagen den 1 januari 2027, {no_vardag}, måndagen den 4 januari 2027" in moved
    assert f"lördagen den 13 februari 2027, {no_vardag}, måndagen den 15" in moved
    formal = told(view(HELGER, stil=Stil.FORMELL)["om_moten"])
    assert "fredagen den 1 januari 2027, men den dagen är ingen vardag. Mötet har därför flyttats" in formal
    assert "flyttat" not in told(view(PLAN)["om_moten"])


def test_the_table_has_the_days_in_words() -> None:
    assert [one["dag"] for one in view(PLAN)["moten"]][:2] == ["torsdag 3 september 2026", "torsdag 17 september 2026"]


def test_a_booked_meeting_on_a_saturday_stays_there() -> None:
    assert "2026-09-19" in days(PLAN, {"moten/0/datum": "2026-09-19"})


@pytest.mark.parametrize(("day", "answer"), [("2026-08-30", FEL), ("2026-08-31", []), ("2026-09-07", [])])
def test_the_first_meeting_is_within_a_week(day: str, answer: list[str]) -> None:
    assert said("R-33", PLAN, {"forsta_mote/datum": day}) == answer
    assert said("R-33", PLAN, {"forsta_mote/datum": "2026-09-08"}) == FEL


def test_a_first_meeting_that_was_not_booked_at_the_closing_talk_is_remarked_on() -> None:
    assert said("R-33", PLAN, {"forsta_mote/bokat_vid_avslutningssamtal": False}) == VARNING
    assert said("R-33", PLAN, {"forsta_mote": GONE}) == VARNING


def test_meetings_too_near_each_other_or_outside_the_contact_are_remarked_on() -> None:
    assert said("R-34", PLAN, {"moten/0/datum": "2026-09-09"}) == VARNING
    assert said("R-34", PLAN, {"moten/0/datum": "2026-09-10"}) == []
    assert said("R-34", PLAN, {"moten/1/datum": "2026-12-15"}) == VARNING * 2


@pytest.mark.parametrize(
    ("day", "answer"),
    [("2026-10-30", FEL), ("2026-11-15", VARNING), ("2026-11-16", []), ("2026-12-14", []), ("2026-12-15", VARNING)],
)
def test_a_booked_evaluation_is_about_three_months_after_the_treatment(day: str, answer: list[str]) -> None:
    assert said("R-37", PLAN, {"utvardering": {"datum": day, "form": "fysiskt"}}) == answer


@pytest.mark.parametrize("name", [PLAN, HELGER, AVBRUTEN])
@pytest.mark.parametrize("eftervard", [{"finns": True}, {"finns": True, "vem": "Öppenvården"}, {"finns": False}])
def test_aftercare_never_stands_in_the_way(name: str, eftervard: dict[str, object]) -> None:
    before = [said(f"R-{number}", name, {}) for number in range(30, 40)]
    assert [said(f"R-{number}", name, {"eftervard": eftervard}) for number in range(30, 40)] == before
    assert "ersätter inte" in told(view(name, {"eftervard": eftervard})["syfte"])


def test_the_reason_for_a_contact_after_a_broken_treatment_is_not_in_the_letter() -> None:
    assert said("R-31", AVBRUTEN, {"behandling/avslut_kommentar": GONE}) == VARNING
    assert "saknar annat stöd" not in told(view(AVBRUTEN))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("forsta_mote/plats", "Vuxenenheten"),
        ("moten/0/digital_lank", "https://mote.example/1"),
        ("utvardering", {"datum": "2026-11-30", "form": "fysiskt", "plats": "Vuxenenheten"}),
        ("behandling/vardgivare", "Fjällsippan"),
        ("eftervard", {"finns": True, "vem": "Fjällsippan"}),
        ("hjalp_vid_aterfall", [{"namn": "Beroendemottagningen Norrstad", "telefon": "112", "nar": "alltid"}]),
    ],
)
def test_nothing_tells_where_a_protected_person_is(path: str, value: object) -> None:
    assert said("R-50", SKYDDAD, {path: value}) == FEL
    assert said("R-50", PLAN, {path: value}) == []


def test_a_protected_person_is_told_how_the_place_is_known() -> None:
    assert "Var vi ses får du veta direkt av din socialsekreterare." in told(view(SKYDDAD)["om_moten"])
    assert "Exempelstad" not in told([view(SKYDDAD)["moten"], view(SKYDDAD)["uppgifter"]])


def test_whom_to_call_on_a_relapse_is_always_said() -> None:
    assert "Ring Sara Holmqvist på 0980-31 92 14. Får du inget svar, ring Vuxenenheten på 0980-31 92 00." in told(
        view(PLAN)["aterfall"]
    )
    assert "Ring Vuxenenheten på 0980-31 92 00 och fråga efter Jonas Berg." in told(view(HELGER)["aterfall"])
    for name in (PLAN, HELGER, SKYDDAD, AVBRUTEN):
        assert "Ring 112 om det är fara för liv" in told(view(name)["aterfall"])


def test_the_plan_says_whether_the_treatment_has_ended() -> None:
    for written, label in (("2026-08-30", "Behandlingen avslutas"), ("2026-08-31", "Behandlingen avslutades")):
        rows = {row["etikett"]: row["varde"] for row in view(PLAN, {"dokument/datum": written})["uppgifter"]}
        assert rows[label] == "2026-08-31"


@pytest.mark.parametrize("stil", Stil)
@pytest.mark.parametrize("name", [PLAN, HELGER, SKYDDAD, AVBRUTEN])
def test_no_sentence_has_a_hole_in_it(name: str, stil: Stil) -> None:
    shown = view(name, stil=stil)
    broken = [text for where, text in texts(shown) if "kontaktfot" not in where and FEL_I_SATSEN.search(text)]
    assert broken == []


def test_a_formal_plan_never_says_du() -> None:
    shown = view(AVBRUTEN, stil=Stil.FORMELL)
    assert [text for _, text in texts(shown) if re.search(r"\b(?:du|dig|din|vi)\b", text, re.IGNORECASE)] == []
