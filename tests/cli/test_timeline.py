"""``docgen timeline``: the times of the aftercare, told to a caseworker or to a program."""

import pytest
from conftest import SAMPLES
from running import docgen

FORSTA = SAMPLES / "sip_plan" / "sip-lvm-forsta-motet.json"


def test_it_tells_when_what_and_who_in_swedish() -> None:
    done = docgen("timeline", FORSTA, "--date", "2026-08-01")
    assert done.code == 0, done.err
    assert "Vården inleddes 2026-03-16. Dagar som inte räknas: 0. I dag är det 2026-08-01." in done.out
    assert "2026-05-16 \N{EN DASH} 2026-06-16  Passerat  Första mötet." in done.out
    assert "27\N{NO-BREAK SPACE}§\N{NO-BREAK SPACE}LVM" in done.out
    assert max(len(line) for line in done.out.splitlines()[1:]) <= 120


def test_it_names_nobody() -> None:
    done = docgen("timeline", FORSTA)
    assert "Nyberg" not in done.out + done.err
    assert "19880320" not in done.out + done.err


def test_it_speaks_english() -> None:
    assert "The first meeting." in docgen("--lang", "en", "timeline", FORSTA).out


@pytest.mark.parametrize(
    "name",
    [
        "sip_plan/sip-lvm-efter-varden",
        "samverkansmote/samverkansmote-fem-manader",
        "sip_uppfoljning/sip-uppfoljning-infor-utskrivningen",
    ],
)
def test_every_record_of_care_under_lvm_has_one(name: str) -> None:
    told = docgen("timeline", SAMPLES / f"{name}.json", "--json", "--date", "2026-11-22").json
    assert {"mote_1", "uppfoljning_5_man", "uppfoljning_efter_lvm", "avslut"} <= {one["skede"] for one in told}
    assert all(one["vad"] and one["vem"] and one["kalla"] and one["lage"] for one in told)
    assert [one["till"] for one in told if one["skede"] == "upprepas"] == [None]


@pytest.mark.parametrize("name", ["sip_plan/sip-beroende-och-psykiatri", "protokollsutdrag/s4-slutrapport"])
def test_a_record_without_such_care_is_refused(name: str) -> None:
    done = docgen("timeline", SAMPLES / f"{name}.json")
    assert done.code == 2
    assert "U-06" in done.err
    assert not done.out


def test_a_record_with_faults_is_told_and_has_none() -> None:
    done = docgen("timeline", SAMPLES / "invalid" / "sip_plan" / "R-104.json")
    assert done.code == 65
    assert "R-104" in done.err
    assert not done.out
