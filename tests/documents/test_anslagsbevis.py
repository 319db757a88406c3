"""The notice on the anslagstavla: what it says, until which day, and that it names nobody but the one who signs."""

from typing import Any

import pytest
from utdrag import BEVIS, bevis, data, findings, said, strings, view


def _whole(value: object) -> str:
    return "\n".join(strings(value))


def test_the_notice_tells_what_was_justerat_and_by_which_section_of_the_law_it_is_announced() -> None:
    made = view(bevis()).data
    assert _whole(made["ingress"]) == (
        "Socialnämnden har justerat protokollet från sammanträdet den 18 mars 2026. "
        "Justeringen tillkännages på kommunens anslagstavla enligt 8 kap. 12 § kommunallagen (2017:725)."
    )
    facts = {one["etikett"]: _whole(one["varde"]) for one in made["uppgifter"]}
    assert facts == {
        "Organ": "Socialnämnden",
        "Sammanträdesdatum": "2026-03-18",
        "Paragrafer": "§§ 38\N{EN DASH}47",
        "Justerat": "2026-03-25",
        "Anslaget sätts upp": "2026-03-26",
        "Anslaget tas ned": "2026-04-17",
        "Protokollet förvaras": "socialförvaltningen, Torggatan 1",
    }


def test_a_notice_from_before_the_act_cites_none() -> None:
    old = {"uppsatt": "2010-11-04", "nedtas": "2010-11-26"}
    made = bevis(sammantradesdatum="2010-10-27", justerat_datum="2010-11-03", anslag=data(BEVIS, "anslag") | old)
    assert "enligt" not in _whole(view(made).data["ingress"])


def test_a_part_that_was_justerad_at_once_is_told_as_such() -> None:
    day = {"sammantradesdatum": "2026-03-25", "omedelbar": True}
    assert "delar av protokollet omedelbart vid sammanträdet den 25 mars 2026" in _whole(
        view(bevis(**day)).data["ingress"]
    )


def test_each_way_of_appeal_is_told_with_its_paragraphs_and_its_time() -> None:
    legality, own = (_whole(one) for one in view(bevis()).data["overklagande"])
    assert "Besluten i §§ 40\N{EN DASH}42 och 44" in legality
    assert "kommit in till Förvaltningsrätten i Norrstad senast den 16 april 2026" in legality
    assert "Besluten i §§ 45 och 46" in own
    assert "inom tre veckor från den dag då den enskilde fick del av beslutet" in own
    assert "16 april" not in own


def test_a_last_day_that_is_no_vardag_moves() -> None:
    anslag = data(BEVIS, "anslag") | {"uppsatt": "2026-03-27", "nedtas": "2026-04-20"}
    assert "senast den 17 april 2026" in _whole(view(bevis(anslag=anslag)).data["overklagande"])
    whitsun = data(BEVIS, "anslag") | {"uppsatt": "2026-05-29", "nedtas": "2026-06-23"}
    made = bevis(sammantradesdatum="2026-05-20", justerat_datum="2026-05-28", anslag=whitsun)
    assert "senast den 22 juni 2026" in _whole(view(made).data["overklagande"])
    assert said(made) == []


def test_a_way_that_no_decision_has_is_not_mentioned() -> None:
    assert view(bevis(laglighetsprovning=[], forvaltningsbesvar=[])).data["overklagande"] == []
    (only,) = view(bevis(forvaltningsbesvar=[])).data["overklagande"]
    assert only["rubrik"] == "Laglighetsprövning"


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"forvaltningsbesvar": [44]}, ("R-13", "$.forvaltningsbesvar")),
        ({"laglighetsprovning": [48]}, ("R-82", "$.laglighetsprovning[0]")),
        ({"paragrafer": [38, 38], "laglighetsprovning": [], "forvaltningsbesvar": []}, ("R-82", "$.paragrafer")),
        ({"justerat_datum": "2026-04-02"}, ("R-80", "$.justerat_datum")),
    ],
)
def test_a_notice_that_does_not_agree_with_its_protocol_is_stopped(
    changes: dict[str, Any], found: tuple[str, str]
) -> None:
    assert found in said(bevis(**changes))


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("kansliet, Storgatan 12", None),
        ("kansliet, 070-174 06 05", "telefonnummer"),
        ("kansliet, 19121212-1212", "personnummer"),
    ],
)
def test_a_notice_holds_no_personal_data_whether_it_is_marked_public_or_not(place: str, kind: str | None) -> None:
    for publik in (True, False):
        found = findings(bevis(anslag=data(BEVIS, "anslag") | {"forvaringsplats": place}, publik=publik))
        assert [one.facts["fynd"] for one in found] == ([kind] if kind else [])


def test_a_secret_notice_is_none() -> None:
    mark = {"lagrum": "26 kap. 1 § OSL", "datum": "2026-03-18", "myndighet": "Socialnämnden"}
    marked = data(BEVIS, "dokument") | {"sekretessmarkering": mark}
    assert said(bevis(dokument=marked)) == [("R-53", "$.dokument.sekretessmarkering")]


def test_the_notice_is_one_page_and_its_days_are_found_in_the_pdf() -> None:
    made = view(bevis())
    assert made.sidor == 1
    assert {"2026-03-18", "2026-03-26", "2026-04-17"} <= set(made.kontroll)


def test_the_public_notice_is_marked_and_its_file_is_named_so() -> None:
    one = bevis(publik=True)
    assert view(one).data["dokument"]["markningar"] == ["Offentlig version"]
    assert (one.nyckel, bevis().nyckel) == ("SN 2026/0003 § 38-47 offentlig", "SN 2026/0003 § 38-47")
