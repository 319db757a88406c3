"""The sheet of booked times: one sheet for the person, in order of days."""

from beslut import GONE
from kallelser import SKYDDAT_UNDERLAG, UNDERLAG, UTAN_TID, Changes, said, text, views

FEL, VARNING = "fel", "varning"
BOKNING: Changes = {"datum": "2026-09-17", "tid": "08.15", "aktivitet": "Provtagning"}


def times(changes: Changes | None = None) -> list[dict[str, str]]:
    (view,) = views(UNDERLAG, changes)
    return [
        {key: one.replace("\N{NO-BREAK SPACE}", " ") for key, one in row.items()} for row in view.data["tider"]["rader"]
    ]


def test_every_partys_times_stand_in_one_table_in_the_order_they_come() -> None:
    assert [(row["nar"], row["hos"]) for row in times()] == [
        ("onsdag 16 september 2026 kl. 10.00", "Vuxenenheten"),
        ("onsdag 16 september 2026 kl. 14.00–16.00", "Boendestödet"),
        ("torsdag 17 september 2026 kl. 09.00", "Boendestödet"),
        ("fredag 18 september 2026 kl. 08.30", "Beroendemottagningen Norrstad"),
        ("tisdag 22 september 2026", "Föreningen Vändpunkten"),
        ("onsdag 23 september 2026 kl. 13.00–14.00", "Vuxenenheten"),
        ("fredag 25 september 2026 kl. 08.30", "Beroendemottagningen Norrstad"),
    ]


def test_times_of_one_day_are_ordered_by_the_hour_whoever_booked_them() -> None:
    names = [row["vad"] for row in times({"parter/3/inbokat": [BOKNING]}) if row["nar"].startswith("torsdag 17")]
    assert names == ["Provtagning", "Besök av boendestödet"]


def test_a_time_says_whom_one_meets_what_to_bring_and_where() -> None:
    (visit,) = [row for row in times() if row["vad"].startswith("Läkarbesök")]
    assert visit["vad"] == "Läkarbesök. Med läkaren Omar Haddad. Ta med legitimation och läkemedelslistan"
    assert visit["var"] == "Sjukhusvägen 3, Norrstad, plan 2"


def test_what_happens_right_after_the_discharge_stands_by_party_before_the_times() -> None:
    (view,) = views(UNDERLAG)
    assert [one["rubrik"] for one in view.data["direkt"]] == [
        "Vuxenenheten",
        "Boendestödet",
        "Beroendemottagningen Norrstad",
        "Föreningen Vändpunkten",
    ]
    names = list(view.data)
    assert names.index("direkt") < names.index("tider") < names.index("kontakter")


def test_there_is_someone_to_call_at_every_party() -> None:
    (view,) = views(UNDERLAG)
    reached = [one["nas"].replace("\N{NO-BREAK SPACE}", " ") for one in view.data["kontakter"]["rader"]]
    assert reached == ["0980-31 92 14", "0980-31 92 30", "0980-31 93 10", "maja.ek@vandpunkten.example"]


def test_the_caseworker_is_called_on_the_number_that_the_sheet_gives_elsewhere() -> None:
    (view,) = views(UTAN_TID)
    caseworker, _ = view.data["kontakter"]["rader"]
    assert caseworker["namn"].startswith("Sara Holmqvist")
    assert caseworker["nas"] == "0980-31\N{NO-BREAK SPACE}92\N{NO-BREAK SPACE}00"
    assert f"telefon {caseworker['nas']}" in view.data["hjalp"]["stycken"][0]["text"]
    (own,) = views(UNDERLAG, {"parter/0/kontaktperson/telefon": "0980-31 92 77"})
    assert own.data["kontakter"]["rader"][0]["nas"].endswith("77")


def test_nobody_is_called_on_the_number_of_another() -> None:
    (view,) = views(UNDERLAG, {"parter/1/kontaktperson": {"namn": "Linda Sjöström", "titel": "boendestödjare"}})
    assert view.data["kontakter"]["rader"][1]["nas"] == "–"


def test_the_person_is_not_told_of_herself() -> None:
    assert "Då är dessa med, förutom dig:" in text(views(UNDERLAG)[0])


def test_it_says_that_one_may_say_no_and_take_back_the_consent() -> None:
    told = text(views(UNDERLAG)[0])
    assert "Du kan tacka nej till en tid" in told
    assert "ta tillbaka ditt samtycke" in told
    assert "Ring 112" in told


def test_a_party_without_a_time_is_a_warning_and_stands_in_the_sheet() -> None:
    assert said("R-28", UNDERLAG) == []
    assert said("R-28", UNDERLAG, {"parter/2/inbokat": []}) == [(VARNING, "$.parter[2].inbokat")]
    (view,) = views(UTAN_TID)
    assert view.data["tider"]["saknas"] == ["Vårdcentralen Björken har ännu inte bokat någon tid."]


def test_what_is_booked_lies_after_the_meeting() -> None:
    assert said("R-03", UNDERLAG, {"parter/1/inbokat/0/datum": "2026-08-20"}) == []
    assert said("R-03", UNDERLAG, {"parter/1/inbokat/0/datum": "2026-08-19"}) == [(FEL, "$.parter[1].inbokat[0].datum")]


def test_the_next_meeting_comes_after_the_discharge() -> None:
    assert said("R-03", UNDERLAG, {"nasta_uppfoljning/datum": "2026-09-15"}) == [(FEL, "$.nasta_uppfoljning.datum")]
    (view,) = views(UNDERLAG, {"nasta_uppfoljning": GONE})
    assert view.data["nasta"] is None


def test_a_protected_persons_times_have_no_place() -> None:
    place = {"parter/0/inbokat/0/plats": "Resecentrum", "nasta_uppfoljning/plats": "Biblioteket"}
    wrong = [path for severity, path in said("R-50", SKYDDAT_UNDERLAG, place) if severity == FEL]
    assert wrong == ["$.parter[0].inbokat[0].plats", "$.nasta_uppfoljning.plats"]
