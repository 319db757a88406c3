"""What holds for every meeting: SIP or samverkansmöte, who is invited, and what the consent covers (R-20 to R-24)."""

import pytest
from kallelser import EFTER_LVM, FEM_MANADER, SAMTYCKE, SIP, UTAN_DEN_ENSKILDE, Changes, said

FEL, VARNING = "fel", "varning"
VARD = "halso_och_sjukvard"
ARBETSFORMEDLINGEN = "kallas/2"


class TestSipOrSamverkansmote:
    @pytest.mark.parametrize(
        "changes",
        [
            {f"{ARBETSFORMEDLINGEN}/verksamhetstyp": VARD},
            {f"{ARBETSFORMEDLINGEN}/huvudman": "region"},
            {"kallas/1/verksamhetstyp": VARD},
        ],
        ids=["care", "the region", "care of the municipality"],
    )
    def test_health_care_makes_it_a_sip(self, changes: Changes) -> None:
        assert said("R-20", FEM_MANADER, changes) == [(FEL, "$.kallas")]
        assert said("R-20", FEM_MANADER, {**changes, "motestyp": "sip"}) == []

    def test_it_is_no_sip_without_health_care(self) -> None:
        assert said("R-20", FEM_MANADER, {"motestyp": "sip"}) == [(FEL, "$.kallas")]


class TestWhoIsInvitedAroundLvm:
    @pytest.mark.parametrize(("name", "sis"), [(SIP, 3), (FEM_MANADER, 0)], ids=["first meeting", "five months"])
    def test_sis_and_the_person_while_the_care_goes_on(self, name: str, sis: int) -> None:
        assert said("R-21", name) == []
        assert said("R-21", name, {f"kallas/{sis}/verksamhetstyp": "annan"}) == [(FEL, "$.kallas")]
        assert said("R-21", name, {"den_enskilde_bjuds_in": False}) == [(FEL, "$.den_enskilde_bjuds_in")]

    def test_sis_is_no_party_after_it(self) -> None:
        assert said("R-21", EFTER_LVM, {"kallas/1/verksamhetstyp": "sis"}) == [(FEL, "$.kallas[1]")]

    def test_the_person_may_be_absent_after_it(self) -> None:
        assert said("R-21", UTAN_DEN_ENSKILDE) == []

    def test_a_meeting_that_is_not_about_lvm_asks_for_nobody(self) -> None:
        assert said("R-21", SIP, {"fas": None, "kallas/3/verksamhetstyp": "annan"}) == []


class TestRelatives:
    @pytest.mark.parametrize(
        "named",
        [[], [{"namn": "Sofia Nyberg", "relation": "mor"}], [{"namn": "Klara Nyberg", "relation": "syster"}]],
        ids=["nobody", "another relation", "another sister"],
    )
    def test_take_part_only_if_the_consent_names_them(self, named: list[dict[str, str]]) -> None:
        assert said("R-22", SIP, {"samtycke/anhoriga_far_delta": named}) == [(FEL, "$.anhoriga[0]")]

    def test_are_known_however_the_name_is_typed(self) -> None:
        named = [{"namn": "sofia  NYBERG", "relation": "Syster"}]
        assert said("R-22", SIP, {"samtycke/anhoriga_far_delta": named}) == []


class TestTheConsentOnTheDaysItIsNeeded:
    """The kallelse goes out 2026-06-01, the meeting is 2026-06-16."""

    @pytest.mark.parametrize(
        ("field", "last_good", "first_bad"),
        [
            ("datum", "2026-06-01", "2026-06-02"),
            ("giltigt_till", "2026-06-16", "2026-06-15"),
            ("aterkallat_datum", "2026-06-17", "2026-06-16"),
        ],
    )
    def test_is_given_in_force_and_not_withdrawn(self, field: str, last_good: str, first_bad: str) -> None:
        assert said("R-23", SIP, {f"samtycke/{field}": last_good}) == []
        assert said("R-23", SIP, {f"samtycke/{field}": first_bad}) == [(FEL, f"$.samtycke.{field}")]


@pytest.mark.parametrize("name", [SIP, SAMTYCKE])
class TestTheConsentInItself:
    """It was given 2026-05-20."""

    def test_holds_for_at_most_a_year(self, name: str) -> None:
        assert said("R-24", name, {"samtycke/giltigt_till": "2027-05-20"}) == []
        assert said("R-24", name, {"samtycke/giltigt_till": "2027-05-21"}) == [(VARNING, "$.samtycke.giltigt_till")]

    def test_does_not_end_before_it_is_given(self, name: str) -> None:
        assert said("R-24", name, {"samtycke/giltigt_till": "2026-05-19"}) == [(FEL, "$.samtycke.giltigt_till")]

    def test_is_not_withdrawn_before_it_is_given(self, name: str) -> None:
        assert said("R-24", name, {"samtycke/aterkallat_datum": "2026-05-20"}) == []
        assert said("R-24", name, {"samtycke/aterkallat_datum": "2026-05-19"}) == [(FEL, "$.samtycke.aterkallat_datum")]
