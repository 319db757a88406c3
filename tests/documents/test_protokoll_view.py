"""What the paper of a protocol says: the front page, every paragraph in the order of the meeting, how to appeal."""

from typing import Any

import pytest
from utdrag import HELA_S4, NAMND, OMEDELBAR, UTKAST, data, med_arende, protokoll, strings, view

from docgen.documents.protokoll.model import Sammantradesprotokoll


def _whole(value: object) -> str:
    return "\n".join(strings(value))


def _paragraf(one: Sammantradesprotokoll, number: int) -> Any:  # noqa: ANN401 - a view
    (found,) = [part for part in view(one).data["arenden"] if _whole(part["rubrik"]).startswith(f"§ {number} ")]
    return found


def _framsida(one: Sammantradesprotokoll) -> dict[str, list[str]]:
    return {row["etikett"]: list(strings([row["forsta"], *row["fler"]])) for row in view(one).data["framsida"]}


def test_the_front_page_has_its_customary_rows_in_order() -> None:
    assert list(_framsida(protokoll(NAMND))) == [
        "Plats och tid",
        "Beslutande",
        "Ersättare som inte tjänstgör",
        "Övriga deltagande",
        "Med närvarorätt",
        "Utses att justera",
        "Justeringens plats och tid",
    ]


def test_a_row_that_says_nothing_is_left_out() -> None:
    assert "Med närvarorätt" not in _framsida(protokoll(NAMND, narvaroratt=[]))


def test_the_time_tells_when_the_meeting_paused() -> None:
    assert _framsida(protokoll(NAMND))["Plats och tid"][1:] == [
        "18 mars 2026 kl. 13.00\N{EN DASH}16.35",
        "Ajournerat kl. 14.20\N{EN DASH}14.35 och 15.10\N{EN DASH}15.20",
    ]
    assert len(_framsida(protokoll(NAMND, ajournering=[]))["Plats och tid"]) == len(["place", "time"])


def test_each_decider_is_told_with_role_paragraphs_and_distance() -> None:
    lines = _framsida(protokoll(NAMND))["Beslutande"]
    assert lines[0] == "Anna Ordförandesson (S), ordförande, §§ 38\N{EN DASH}43 och 45\N{EN DASH}47"
    assert lines[1] == "Cecilia Röstsson (M), ordförande, § 44"
    assert "David Ledamotsson (C)" in lines
    assert "Filip Nämndsson (KD), på distans" in lines
    assert "Eva Ersättarsson (V), tjänstgörande ersättare för Holger Ledigsson (V)" in lines


def test_whoever_led_some_paragraphs_signs_for_these() -> None:
    rows = [list(strings(one)) for one in view(protokoll(NAMND)).data["underskrifter"]]
    assert [row[0] for row in rows] == ["Sekreterare", "Ordförande", "Ordförande", "Justerande"]
    assert rows[2] == ["Ordförande", "Cecilia Röstsson", "§ 44"]
    assert rows[3] == ["Justerande", "David Ledamotsson", "§§ 38\N{EN DASH}47"]


def test_a_protocol_that_is_signed_electronically_says_so() -> None:
    assert view(protokoll(OMEDELBAR)).data["underskrift_satt"] == "Protokollet undertecknas elektroniskt."
    assert view(protokoll(NAMND)).data["underskrift_satt"] == ""


def test_each_justering_has_a_box_with_its_own_paragraphs_and_days() -> None:
    boxes = [list(strings(one["uppgifter"])) for one in view(protokoll(OMEDELBAR)).data["anslag"]]
    assert [box[box.index("Paragrafer") + 1] for box in boxes] == ["§§ 63, 65 och 66", "§ 64"]
    assert [box[box.index("Anslaget sätts upp") + 1] for box in boxes] == ["2026-09-10", "2026-09-02"]
    assert view(protokoll(UTKAST)).data["anslag"] == []


def test_the_list_has_every_matter_with_its_number() -> None:
    rows = [list(strings(one)) for one in view(protokoll(NAMND)).data["arendelista"]]
    assert rows[0] == ["§ 38", "Val av justerare", ""]
    assert rows[4] == ["§ 42", "Riktlinje för uppföljningskontakt efter avslutad behandling", "SN 2026/0187"]


def test_the_parts_of_a_paragraph_stand_in_the_order_of_the_meeting() -> None:
    part = _paragraf(protokoll(NAMND), 42)
    sections = [*part["avsnitt"], *part["forslag"], *part["behandling"], part["beslut"], *part["efter_beslutet"]]
    assert [one["rubrik"] for one in sections] == [
        "Jäv",
        "Ärendebeskrivning",
        "Beslutsunderlag",
        "Förvaltningens förslag till beslut",
        "Socialnämndens arbetsutskott föreslår socialnämnden besluta",
        "Yrkanden",
        "Beslutsgång",
        "Omröstning",
        "Socialnämnden beslutar",
        "Reservation",
        "Särskilt yttrande",
        "Protokollsanteckning",
        "Beslutsexpediering",
        "Överklagande",
    ]


def test_the_bodies_before_are_told_with_their_pages() -> None:
    rows = [list(strings(one)) for one in _paragraf(protokoll(HELA_S4), 140)["instanser"]]
    assert rows == [
        ["Beredningen", "2010-10-28", "", ""],
        ["Allmänna utskottet", "2010-10-12", "59", "12\N{EN DASH}14"],
    ]


@pytest.mark.parametrize("ny_sida", [True, False])
def test_each_paragraph_begins_on_a_new_page_if_the_record_says_so(*, ny_sida: bool) -> None:
    parts = view(protokoll(NAMND, paragraf_pa_ny_sida=ny_sida)).data["arenden"]
    assert {part["ny_sida"] for part in parts} == {ny_sida}


def test_a_paragraph_justerad_at_once_says_so() -> None:
    assert "Paragrafen är omedelbart justerad." in _whole(_paragraf(protokoll(OMEDELBAR), 64))
    assert "omedelbart justerad" not in _whole(_paragraf(protokoll(OMEDELBAR), 66))


def test_a_committees_proposal_stands_in_the_place_of_the_decision() -> None:
    part = _paragraf(protokoll(OMEDELBAR), 65)
    assert part["beslut"]["rubrik"] == "Socialnämndens arbetsutskott föreslår socialnämnden besluta"
    assert "Överklagande" not in _whole(part)


def test_a_secret_matter_is_marked_at_its_paragraph_and_on_every_page() -> None:
    one = protokoll(NAMND)
    assert list(strings(_paragraf(one, 45)["sekretess"])) == [
        "Sekretess enligt 26 kap. 1 § OSL, Socialnämnden 2026-03-18"
    ]
    assert _paragraf(one, 44)["sekretess"] == ""
    marks = list(strings(view(one).data["dokument"]["markningar"]))
    assert marks == ["Innehåller uppgifter som omfattas av sekretess: §§ 45 och 46"]


def test_each_way_of_appeal_has_a_section_that_names_its_paragraphs() -> None:
    sections = view(protokoll(NAMND)).data["overklagande"]
    assert list(strings([one["rubrik"] for one in sections])) == [
        "Hur besluten i §§ 40\N{EN DASH}42 och 44 överklagas",
        "Hur besluten i §§ 45 och 46 överklagas",
    ]
    legality, own = (_whole(one) for one in sections)
    assert "beslutets paragraf, dnr enligt protokollet" in legality
    assert "senast den 16 april 2026" in legality
    assert "fick del av beslutet" not in legality
    assert "lämnas till Socialnämnden" in own
    assert "tillkännag" not in own


def test_the_time_for_what_was_justerat_at_once_runs_from_its_own_notice() -> None:
    at_once, later = (_whole(one) for one in view(protokoll(OMEDELBAR)).data["overklagande"])
    assert "Hur beslutet i § 64 överklagas" in at_once
    assert "§ 64, dnr SN 2026/0702" in at_once
    assert "senast den 23 september 2026" in at_once
    assert "Hur beslutet i § 66 överklagas" in later
    assert "senast den 1 oktober 2026" in later


def test_a_protocol_with_nothing_to_appeal_has_no_such_page() -> None:
    assert view(protokoll(HELA_S4)).data["overklagande"] == []


def test_the_finished_pdf_must_show_every_paragraph_number_and_decision() -> None:
    made = view(protokoll(NAMND))
    assert {f"§\N{NO-BREAK SPACE}{number}" for number in range(38, 48)} <= set(made.kontroll)
    assert {"Dnr\N{NO-BREAK SPACE}SN\N{NO-BREAK SPACE}2026/0155", "lägga svaret till handlingarna."} <= set(
        made.kontroll
    )
    assert _whole(made.titel) == "Protokoll Socialnämnden 2026-03-18 §§ 38\N{EN DASH}47"


def test_a_page_break_of_the_text_is_kept() -> None:
    text = [{"typ": "stycke", "text": "Ett."}, {"typ": "sidbrytning"}, {"typ": "stycke", "text": "Två."}]
    part = _paragraf(protokoll(NAMND, arenden=med_arende(NAMND, 43, arendebeskrivning=text)), 43)
    assert [(one["rubrik"], one["ny_sida"]) for one in part["avsnitt"]] == [("Ärendebeskrivning", False), ("", True)]


def test_nothing_is_told_of_what_the_record_does_not_say() -> None:
    assert "None" not in _whole(view(protokoll(NAMND)).data)
    assert "anslag" not in data(UTKAST, "dokument")
