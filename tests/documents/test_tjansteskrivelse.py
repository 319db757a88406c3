"""The memorandum to a board: what is proposed, what it rests on, its attachments and how it fits the agenda."""

import json
from io import BytesIO
from typing import Any

import docx
import pytest
from beslut import GONE, said
from docx.shared import Mm
from test_uppfoljningsplan import FEL, FEL_I_SATSEN, VARNING, view

from docgen import resources
from docgen.documents.texts import texts
from docgen.templating.layout import Layout
from docgen.templating.word import WordTemplate

SKRIVELSE = "../tjansteskrivelse/utokad-eftervard"
S4 = "../tjansteskrivelse/s4-slutrapport"
UTKAST = "../tjansteskrivelse/utkast-riktlinje-uppfoljningskontakt"


@pytest.mark.parametrize(
    ("forslag", "answer"),
    [
        (["att anta riktlinjen"], []),
        (["Socialnämnden antar riktlinjen."], []),
        (["socialnämnden antar riktlinjen."], []),
        (["anta riktlinjen"], FEL),
        (["Attesten godkänns."], FEL),
        (["Riktlinjen antas."], FEL),
        (["att anta riktlinjen", "Socialnämnden ger socialchefen i uppdrag att följa upp."], FEL),
    ],
)
def test_a_proposal_is_written_so_that_it_can_become_the_decision(forslag: list[str], answer: list[str]) -> None:
    assert said("R-89", SKRIVELSE, {"forslag_till_beslut": forslag}) == answer


def test_the_words_before_the_proposals_are_there_only_when_the_proposals_need_them() -> None:
    assert view(SKRIVELSE)["forslag"]["inledning"] == "Socialnämnden föreslås besluta"
    assert view(S4)["forslag"]["inledning"] == ""


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Se bilaga 3.", []),
        ("Se bilaga 4.", FEL),
        ("Se Bilaga 4.", FEL),
        ("Av bilagorna 1\N{EN DASH}3 framgår detta.", []),
        ("Av bilagorna 2-4 framgår detta.", FEL),
        ("Bilaga 1, 2 och 5.", FEL),
        ("Bilaga 1, 2 och 3.", []),
        ("Bilagorna 1 och 4 samt bilaga 5.", FEL * 2),
        ("Enligt bilaga 1, 12 sidor.", []),
        ("Enligt bilaga 2026-10-02.", []),
        ("Det står i bilaga 7 till avtalet.", []),
        ("Det står i avtalets bilaga A.", []),
    ],
)
def test_the_text_refers_to_no_attachment_that_is_not_there(text: str, answer: list[str]) -> None:
    assert said("R-70", SKRIVELSE, {"ekonomi": text}) == answer


@pytest.mark.parametrize(("numbers", "answer"), [((1, 2, 3), []), ((2, 3, 4), FEL * 4), ((1, 1, 2), FEL * 2)])
def test_attachments_are_numbered_from_one_in_order(numbers: tuple[int, ...], answer: list[str]) -> None:
    changes = {f"bilagor/{at}/nr": number for at, number in enumerate(numbers)}
    assert said("R-70", SKRIVELSE, changes) == answer


def test_what_an_attachment_is_called_is_no_reference() -> None:
    assert said("R-70", SKRIVELSE, {"bilagor/2/titel": "Avtalet med dess bilaga 9"}) == []


def test_a_memorandum_without_attachments_has_no_list_of_them() -> None:
    shown = view(UTKAST)
    assert (shown["bilagor_rubrik"], shown["bilagor"]) == ("", [])
    assert len(view(SKRIVELSE)["bilagor"]) == 3


@pytest.mark.parametrize(
    ("changes", "answer"),
    [
        ({"foredragningslista/rubrik": "Eftervård"}, VARNING),
        ({"foredragningslista/dnr": "SN 2026/0878"}, VARNING),
        ({"foredragningslista/dnr": "SN\N{NO-BREAK SPACE}2026/0877"}, []),
        ({"foredragningslista": GONE}, []),
    ],
)
def test_the_agenda_has_the_same_heading_and_number(changes: dict[str, Any], answer: list[str]) -> None:
    assert said("R-91", SKRIVELSE, changes) == answer


@pytest.mark.parametrize(
    ("changes", "answer"),
    [
        ({"dokument/datum": "2026-10-30"}, []),
        ({"dokument/datum": "2026-10-29"}, FEL),
        ({"foredragningslista/sammantradesdatum": "2026-11-16"}, []),
        ({"foredragningslista/sammantradesdatum": "2026-11-15"}, FEL),
        ({"dokument/datum": "2026-11-23"}, FEL),
        ({"dokument/datum": "2026-11-23", "dokument/status": "utkast"}, []),
    ],
)
def test_it_is_written_after_what_it_rests_on_and_before_the_meeting(
    changes: dict[str, Any], answer: list[str]
) -> None:
    assert said("R-03", SKRIVELSE, changes) == answer


def test_the_sections_come_in_order_and_an_empty_one_has_no_heading() -> None:
    assert [one["rubrik"] for one in view(SKRIVELSE)["avsnitt"]] == [
        "Sammanfattning",
        "Ärendebeskrivning",
        "Bedömning",
        "Ekonomiska konsekvenser",
        "Barnperspektiv",
        "Jämställdhet",
    ]
    assert [one["rubrik"] for one in view(S4)["avsnitt"]] == ["Sammanfattning", "Ärendebeskrivning"]


def test_the_memorandum_of_s4_has_the_heading_and_number_of_its_extract() -> None:
    text = resources.samples().joinpath("protokollsutdrag", "s4-slutrapport.json").read_text(encoding="utf-8")
    extract = json.loads(text)
    shown = view(S4)
    assert shown["rubrik"] == extract["rubrik"]
    assert shown["dokument"]["beteckning"] == extract["arende"]["diarienummer"]


@pytest.mark.parametrize("known", [{}, {"datum": "2026-10-30"}, {"sidor": 6}, {"datum": "2026-10-30", "sidor": 6}])
def test_the_attachments_have_no_column_in_which_nothing_is_known(known: dict[str, Any]) -> None:
    attachments = [{"nr": 1, "titel": "Utvärdering"}, {"nr": 2, "titel": "Avtal"} | known]
    template = WordTemplate.load(resources.shipped_file("tjansteskrivelse/template.docx"), Layout())
    made = docx.Document(BytesIO(template.fill(view(SKRIVELSE, {"bilagor": attachments}))))
    (shown,) = [one for one in made.tables if one.rows[0].cells[0].text == "Nr"]
    columns = [column.cells[0].text.casefold() for column in shown.columns]
    assert columns == ["nr", "bilaga", *known]
    assert sum(column.width or 0 for column in shown.columns) == pytest.approx(Mm(155), abs=Mm(1))


@pytest.mark.parametrize("name", [SKRIVELSE, S4, UTKAST])
def test_no_sentence_has_a_hole_in_it(name: str) -> None:
    assert [one for where, one in texts(view(name)) if "kontaktfot" not in where and FEL_I_SATSEN.search(one)] == []
