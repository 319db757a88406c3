"""The rules of the kallelse itself: days, place, addresses, how the letters go, and a protected person."""

import pytest
from beslut import GONE
from kallelser import EFTER_LVM, FEM_MANADER, SIP, SKYDDAD, Changes, said

FEL, VARNING = "fel", "varning"


class TestTheDays:
    """The kallelse is of 2026-06-01, the meeting of 2026-06-16."""

    @pytest.mark.parametrize(
        ("changes", "where"),
        [
            ({"svar_senast": "2026-05-31"}, "$.svar_senast"),
            ({"svar_senast": "2026-06-17"}, "$.mote.datum"),
            ({"tjanstemannamote/datum": "2026-05-31"}, "$.tjanstemannamote.datum"),
            ({"tjanstemannamote/datum": "2026-06-17"}, "$.mote.datum"),
        ],
    )
    def test_answers_and_the_officials_meeting_lie_between_them(self, changes: Changes, where: str) -> None:
        assert said("R-03", SIP, changes) == [(FEL, where)]

    @pytest.mark.parametrize("day", ["2026-06-01", "2026-06-16"])
    def test_the_first_and_the_last_day_are_good(self, day: str) -> None:
        assert said("R-03", SIP, {"svar_senast": day, "tjanstemannamote/datum": day}) == []

    def test_only_a_draft_has_a_day_that_has_not_been(self) -> None:
        tomorrow: Changes = {"dokument/datum": "2026-11-23", "svar_senast": GONE}
        assert said("R-03", EFTER_LVM, tomorrow) == [(FEL, "$.dokument.datum")]
        assert said("R-03", EFTER_LVM, {**tomorrow, "dokument/status": "utkast"}) == []


class TestWhereTheMeetingIs:
    def test_the_hour_is_told(self) -> None:
        assert said("F-20", SIP, {"mote/tid": GONE}) == [(FEL, "$.mote.tid")]

    def test_a_link_is_enough_when_nobody_comes_in_person(self) -> None:
        assert said("F-20", FEM_MANADER) == []
        assert said("F-20", FEM_MANADER, {"mote/digital_lank": GONE}) == [(FEL, "$.mote.plats")]

    def test_who_comes_in_person_needs_a_place(self) -> None:
        assert said("F-20", FEM_MANADER, {"deltagandeformer": ["fysiskt", "digitalt"]}) == [(FEL, "$.mote.plats")]

    def test_a_protected_person_is_told_apart(self) -> None:
        assert said("F-20", SKYDDAD) == []


class TestAProtectedPerson:
    def test_has_no_place_of_meeting_in_the_record(self) -> None:
        assert (FEL, "$.mote.plats") in said("R-50", SKYDDAD, {"mote/plats": "Familjerummet"})

    @pytest.mark.parametrize(
        "path", ["syfte", "fragestallningar/0", "forberedelse_den_enskilde", "kallas/1/fragor", "kallas/0/roll"]
    )
    def test_no_text_speaks_of_a_party_by_name(self, path: str) -> None:
        text = "Vi ses på boendet  LYKTAN."
        assert len(said("R-50", SKYDDAD, {path: [text] if path.endswith("fragor") else text})) == 1

    def test_a_party_has_no_address_in_the_record(self) -> None:
        address = {"gata": "Sjukhusvägen 3", "postnummer": "987 70", "ort": "Norrstad"}
        assert said("R-50", SKYDDAD, {"kallas/0/adress": address}) != []


class TestTheLetters:
    @pytest.mark.parametrize(
        ("changes", "where"),
        [
            ({"skickas": "e_post"}, "$.person"),
            ({"kallas/1/skickas": "e_post"}, "$.kallas[1]"),
            ({"anhoriga/0/skickas": "e_post"}, "$.anhoriga[0]"),
            ({"foretradare/0/skickas": "e_post"}, "$.foretradare[0]"),
        ],
    )
    def test_do_not_go_by_ordinary_e_mail(self, changes: Changes, where: str) -> None:
        assert said("R-54", SIP, changes) == [(VARNING, where)]

    @pytest.mark.parametrize("way", ["post", "internpost", "sakert_meddelande", "overlamnas"])
    def test_may_go_in_any_other_way(self, way: str) -> None:
        assert said("R-54", SIP, {"skickas": way, "kallas/0/skickas": way}) == []

    @pytest.mark.parametrize("whose", ["person", "kallas/0", "anhoriga/0"])
    def test_have_addresses_that_fit_the_window(self, whose: str) -> None:
        path = "$." + whose.replace("/0", "[0]")
        assert said("F-16", SIP, {f"{whose}/adress/gata": "G" * 40}) == []
        assert said("F-16", SIP, {f"{whose}/adress/gata": "G" * 41}) == [(VARNING, path)]

    @pytest.mark.parametrize("whose", ["person", "kallas/0", "anhoriga/0", "foretradare/0"])
    def test_by_post_have_an_address(self, whose: str) -> None:
        way = "skickas" if whose == "person" else f"{whose}/skickas"
        lost: Changes = {f"{whose}/adress": None}
        path = "$." + whose.replace("/0", "[0]")
        assert said("F-16", SIP, {**lost, way: "post"}) == [(VARNING, path)]
        assert said("F-16", SIP, {**lost, way: "overlamnas"}) == []

    def test_to_a_protected_person_go_by_post_along_her_route(self) -> None:
        assert said("F-16", SKYDDAD, {"skickas": "post"}) == []


class TestTheDayInTheCareUnderLvm:
    """The care began 2026-03-16; seven days are not counted at the five-month meeting, where it began 2026-03-11."""

    @pytest.mark.parametrize(("day", "found"), [("2026-06-16", 0), ("2026-06-17", 1)])
    def test_the_first_meeting_is_two_to_three_months_in(self, day: str, found: int) -> None:
        assert len(said("R-100", SIP, {"mote/datum": day})) == found

    @pytest.mark.parametrize(
        ("day", "found"), [("2026-08-03", 1), ("2026-08-04", 0), ("2026-09-01", 0), ("2026-09-02", 1)]
    )
    def test_the_follow_up_is_within_two_weeks_of_month_five(self, day: str, found: int) -> None:
        changes: Changes = {"mote/datum": day, "dokument/datum": "2026-07-20"}
        assert len(said("R-101", FEM_MANADER, changes)) == found

    def test_nothing_is_said_when_the_care_is_not_told_of(self) -> None:
        assert said("R-100", SIP, {"lvm": GONE, "mote/datum": "2026-09-01"}) == []
