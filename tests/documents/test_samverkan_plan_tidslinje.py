"""The aftercare as a timeline, from the days of the care alone."""

from datetime import date

import pytest

from docgen.documents.samverkan.parter import Lvm, Placering27
from docgen.documents.samverkan.tidslinje import Handelse, Lage, Skede, Vem, tidslinje

VARD = Lvm(inledd=date(2026, 3, 16), beraknat_slut=date(2026, 9, 14), hem="LVM-hemmet Ekbacken")


def events(today: date = date(2026, 3, 16), **changes: object) -> dict[Skede, Handelse]:
    return {one.skede: one for one, _ in tidslinje(VARD.model_copy(update=changes), today)}


def test_every_meeting_has_its_days() -> None:
    found = events()
    spans = {skede: (str(one.fran), str(one.till)) for skede, one in found.items()}
    assert spans[Skede.MOTE_1] == ("2026-05-16", "2026-06-16")
    assert spans[Skede.UPPFOLJNING_5_MAN] == spans[Skede.UNDERLAG] == ("2026-08-02", "2026-08-30")
    assert spans[Skede.LANGSTA] == ("2026-09-16", "2026-09-16")
    assert spans[Skede.UPPFOLJNING_EFTER_LVM] == ("2026-11-14", "2026-12-14")


def test_days_that_are_not_counted_move_what_is_counted_on_the_care() -> None:
    moved = events(ej_raknade_dagar=5)
    assert str(moved[Skede.MOTE_1].fran) == "2026-05-21"
    assert str(moved[Skede.LANGSTA].fran) == "2026-09-21"


def test_the_discharge_that_has_been_takes_the_place_of_the_reckoned_one() -> None:
    found = events(avslutad=date(2026, 8, 31))
    assert str(found[Skede.UTSKRIVNING].fran) == "2026-08-31"
    assert not {Skede.BERAKNAD_UTSKRIVNING, Skede.LANGSTA} & found.keys()
    assert str(found[Skede.UPPFOLJNING_EFTER_LVM].till) == "2026-11-30"


def test_a_meeting_whose_time_never_came_is_left_out() -> None:
    found = events(avslutad=date(2026, 7, 20))
    assert not {Skede.UPPFOLJNING_5_MAN, Skede.UNDERLAG} & found.keys()
    assert Skede.MOTE_1 in found


def test_care_in_another_form_is_there_when_it_is_decided() -> None:
    assert Skede.ANNAN_FORM not in events()
    assert str(events(placering_27=Placering27(fran=date(2026, 7, 6)))[Skede.ANNAN_FORM].fran) == "2026-07-06"


def test_events_come_in_the_order_they_begin() -> None:
    days = [one.fran for one, _ in tidslinje(VARD, date(2026, 8, 1))]
    assert days == sorted(days)


def test_sis_is_no_party_after_the_discharge() -> None:
    after = [one for one, _ in tidslinje(VARD, date(2026, 8, 1)) if one.fran > VARD.beraknat_slut]
    assert {one.vem for one in after if one.skede is not Skede.LANGSTA} <= {Vem.UTAN_SIS, Vem.DEN_ENSKILDE}


@pytest.mark.parametrize(
    ("day", "state"),
    [("2026-05-15", Lage.KOMMER), ("2026-05-16", Lage.NU), ("2026-06-16", Lage.NU), ("2026-06-17", Lage.PASSERAT)],
)
def test_today_is_before_in_or_after_an_event(day: str, state: Lage) -> None:
    told = {one.skede: lage for one, lage in tidslinje(VARD, date.fromisoformat(day))}
    assert told[Skede.MOTE_1] is state


def test_what_has_no_end_goes_on() -> None:
    told = {one.skede: lage for one, lage in tidslinje(VARD, date(2090, 1, 1))}
    assert told[Skede.UPPREPAS] is told[Skede.AVSLUT] is Lage.NU
