"""What each letter of a kallelse says to its recipient, and what it must not say."""

import pytest
from kallelser import EFTER_LVM, FEM_MANADER, SIP, SKYDDAD, UTAN_DEN_ENSKILDE, text, views

DEN_ENSKILDE, FORETRADARE, BEROENDE, VARDCENTRAL, BOENDESTOD, SIS, FORENING, ANHORIG = range(8)
NUMMER = "19880320-0016"


def test_each_recipient_gets_a_letter_in_the_order_of_the_record() -> None:
    first = [one.data["mottagare"]["rader"][0] for one in views(SIP)]
    assert first == [
        "Karin Nyberg",
        "Nils Brandt",
        "Beroendemottagningen Norrstad",
        "Vårdcentralen Björken",
        "Boendestödet i Exempelkommun",
        "SiS LVM-hem Ekbacken",
        "Föreningen Vändpunkten",
        "Sofia Nyberg",
    ]


def test_municipality_and_region_are_called_and_the_others_invited() -> None:
    titles = [one.data["dokument"]["titel"] for one in views(SIP)]
    called = {BEROENDE, VARDCENTRAL, BOENDESTOD}
    assert titles == [f"{'Kallelse' if at in called else 'Inbjudan'} till SIP-möte" for at in range(8)]


def test_the_questions_and_the_withdrawal_stand_in_every_letter() -> None:
    for one in views(SIP):
        said = text(one)
        assert "Vem ansvarar för den fortsatta beroendebehandlingen och läkemedlen?" in said
        assert "kan när som helst ta tillbaka samtycket" in said
        assert "10 juni 2026" in said


def test_only_the_person_is_spoken_to_about_herself() -> None:
    letters = [text(one) for one in views(SIP)]
    assert "ett SIP-möte om dig" in letters[DEN_ENSKILDE]
    assert [at for at, said in enumerate(letters) if "om dig" in said] == [DEN_ENSKILDE]
    assert "har samtyckt till att du bjuds in som anhörig (syster)" in letters[ANHORIG]
    assert "som du är god man för" in letters[FORETRADARE]
    assert "Beroendemottagningen Norrstad kallas till ett SIP-möte om Karin Nyberg" in letters[BEROENDE]


def test_relatives_and_associations_do_not_get_the_personnummer_nor_the_act() -> None:
    letters = views(SIP)
    with_number = [at for at, one in enumerate(letters) if NUMMER in text(one)]
    assert with_number == [DEN_ENSKILDE, FORETRADARE, BEROENDE, VARDCENTRAL, BOENDESTOD, SIS]
    assert [at for at, one in enumerate(letters) if NUMMER in one.kontroll] == with_number
    for at in (FORENING, ANHORIG):
        assert "missbrukare" not in text(letters[at])


def test_each_party_sees_only_the_questions_put_to_it() -> None:
    letters = [text(one) for one in views(SIP)]
    assert [at for at, said in enumerate(letters) if "Aktuell läkemedelslista." in said] == [BEROENDE]


def test_no_letter_has_the_address_of_another_recipient() -> None:
    letters = [text(one) for one in views(SIP)]
    assert [at for at, said in enumerate(letters) if "Åsvägen 21" in said] == [ANHORIG]
    assert [at for at, said in enumerate(letters) if "Parkgatan 4 B" in said] == [DEN_ENSKILDE]


def test_the_person_is_told_how_to_prepare_and_may_name_whom_she_does_not_want() -> None:
    own, *others = [text(one) for one in views(SIP)]
    assert "Jag kommer till Ekbacken den 9 juni" in own
    assert "om du inte vill att en viss person eller verksamhet är med" in own
    assert not [said for said in others if "Jag kommer till Ekbacken" in said]


def test_the_officials_meeting_is_no_secret_to_the_person() -> None:
    assert "träffas den 8 juni 2026" in text(views(SIP)[DEN_ENSKILDE])


def test_the_parties_bring_the_written_sheet_to_the_five_month_meeting() -> None:
    person, agent, *parties = [text(one) for one in views(FEM_MANADER)]
    assert all("tar fram ett skriftligt underlag" in said for said in parties)
    assert "du får ett papper med dina bokade tider" in person
    assert "skriftligt underlag" not in agent


def test_a_samverkansmote_cites_no_law_on_plans() -> None:
    assert not [one for one in views(FEM_MANADER) if "socialtjänstlagen" in text(one)]


def test_a_person_who_cannot_come_gets_no_letter_and_the_others_are_told() -> None:
    letters = views(UTAN_DEN_ENSKILDE)
    assert [one.data["mottagare"]["rader"][0] for one in letters] == [
        "Rolf Ahlin",
        "Boendestödet i Exempelkommun",
        "Föreningen Vändpunkten",
    ]
    assert all("Nadia Rahimi kan inte delta i mötet." in text(one) for one in letters)


def test_the_letter_says_how_it_is_sent_unless_by_post() -> None:
    ways = [
        next((row["varde"] for row in one.data["uppgifter"] if row["etikett"] == "Brevet"), "") for one in views(SIP)
    ]
    assert ways[:5] == [
        "lämnas över personligen",
        "",
        "",
        "skickas som säkert meddelande",
        "skickas med internpost",
    ]


@pytest.mark.parametrize(
    ("epost", "label"), [("sara.holmqvist@exempelkommun.example", "Telefon, e-post"), (None, "Telefon")]
)
def test_the_label_says_how_one_can_be_reached(epost: str | None, label: str) -> None:
    letter = views(SIP, {"handlaggare/epost": epost})[0]
    labels = [row["etikett"] for row in letter.data["uppgifter"]]
    assert [one for one in labels if one.startswith("Telefon")] == [label]


def test_the_law_is_that_of_the_day() -> None:
    old = {"dokument/datum": "2025-05-20", "mote/datum": "2025-06-10", "samtycke/datum": "2025-05-01"}
    gone = {"samtycke/giltigt_till": "2026-04-30", "svar_senast": None}
    assert "2 kap. 7 § socialtjänstlagen (2001:453)" in text(views(EFTER_LVM, {**old, **gone})[1])
    assert "10 kap. 8 § socialtjänstlagen (2025:400)" in text(views(EFTER_LVM)[1])


class TestAProtectedPerson:
    def test_no_letter_tells_where_the_meeting_is_nor_who_else_comes(self) -> None:
        names = ["Beroendemottagningen Norrstad", "Boendet Lyktan"]
        for at, one in enumerate(views(SKYDDAD)):
            said = text(one)
            own = one.data["mottagare"]["rader"][0]
            assert [name for name in names if name in said] == [name for name in names if name == own], at
            assert "Platsen står inte i brevet." in said
            assert one.data["inbjudna"]["rader"] == []

    def test_her_letter_goes_by_its_route(self) -> None:
        assert views(SKYDDAD)[0].data["mottagare"]["rader"][:2] == ["Förmedlingsuppdrag", "Skatteverket"]


@pytest.mark.parametrize("name", [SIP, FEM_MANADER, EFTER_LVM, UTAN_DEN_ENSKILDE, SKYDDAD])
def test_every_letter_is_found_again_by_its_diarienummer(name: str) -> None:
    for one in views(name):
        dnr = one.data["dokument"]["beteckning"]
        assert dnr in one.kontroll
        assert one.titel.endswith(dnr)
