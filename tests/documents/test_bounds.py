"""Days and numbers of a record: what is out of bounds is a fault of the record, and a number is printed as checked."""

from collections.abc import Iterator
from typing import Any

import pytest
from beslut import AVSLAG, DELVIS, HVB, KONTAKT, SETTING, STODBOENDE, findings, said, sample
from test_bistandsbeslut_view import view as brev
from utdrag import OMROSTNING, data, record, strings
from utdrag import view as utdrag

from docgen import messages
from docgen.documents.bistandsbeslut.model import Bistandsbeslut
from docgen.documents.catalogue import KINDS
from docgen.documents.kind import Exemplar
from docgen.messages import Lang
from docgen.stages.shape import _models

LIKE_A_RANGE = "2025-2031"


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        (AVSLAG, {"overklagande/sista_dag_om_delgiven": {"mottagen": "2150-01-01", "sista_dag": "2026-06-22"}}),
        (HVB, {"beslutsdatum": "9999-12-01"}),
        (HVB, {"ansokan/datum": "0001-01-01"}),
        (HVB, {"insatser/0/period/from": "1952-12-31"}),
        (STODBOENDE, {"person/fodelsedatum": "1899-12-31"}),
    ],
)
def test_a_day_outside_the_calendar_of_the_law_is_a_fault_of_the_record(name: str, changes: dict[str, Any]) -> None:
    (found,) = findings(sample(name, changes))
    assert found.code == "F-08"
    assert found.facts["grans"] in messages.of(Lang.SV).what(found.code, found.facts)


@pytest.mark.parametrize("day", ["1953-01-01", "2099-12-31"])
def test_the_first_and_the_last_day_are_within_bounds(day: str) -> None:
    assert "X-01" not in {one.code for one in findings(sample(AVSLAG, {"beslutsdatum": day}))}
    receipt = {"overklagande/sista_dag_om_delgiven": {"mottagen": day, "sista_dag": day}}
    assert said("F-08", AVSLAG, receipt) == []


def test_every_day_of_every_document_type_is_bounded() -> None:
    fields = [
        (model.__name__, name, repr(field))
        for kind in KINDS.values()
        for model in _models(kind.model, set())
        for name, field in model.model_fields.items()
    ]
    days = [(model, name, shown) for model, name, shown in fields if "datetime.date" in shown]
    assert [(model, name) for model, name, shown in days if "Ge(ge=datetime.date(" not in shown] == []
    assert days


@pytest.mark.parametrize(("time", "answer"), [("23.59", []), ("24.00", ["fel"]), ("12.60", ["fel"])])
def test_a_time_is_one_of_the_clock(time: str, answer: list[str]) -> None:
    path = "insatser/0/uppfoljningskontakt/forsta_mote/tid"
    assert said("F-11", KONTAKT, {path: time}) == answer


@pytest.mark.parametrize(("signed", "answer"), [("2026-02-18", ["fel"]), ("2026-02-19", []), ("2026-11-23", ["fel"])])
def test_a_decision_is_signed_on_its_day_or_later_but_not_tomorrow(signed: str, answer: list[str]) -> None:
    assert said("R-03", HVB, {"underskrift/datum": signed, "dokument/datum": "2026-11-22"}) == answer


def numbered() -> Iterator[str]:
    """Yield every text of the documents of matters whose numbers look like a range of years."""
    changes = {"arende": {"diarienummer": LIKE_A_RANGE, "arendenummer": LIKE_A_RANGE}, "utredning/id": LIKE_A_RANGE}
    changes |= {"beslutsfattare/delegation_ref": LIKE_A_RANGE, "insatser/0/kod": LIKE_A_RANGE}
    for name in (AVSLAG, DELVIS):
        for exemplar in Exemplar:
            yield from strings(brev(name, exemplar, changes=changes))
    for typ in ("laglighetsprovning", "forvaltningsbesvar"):
        arende = data(OMROSTNING, "arende") | {"diarienummer": LIKE_A_RANGE}
        yield from strings(utdrag(record(OMROSTNING, arende=arende, overklagande_typ=typ)).data)


def test_a_number_of_a_register_is_never_typeset() -> None:
    shown = list(numbered())
    assert sum(LIKE_A_RANGE in text for text in shown) > 10
    assert [text for text in shown if "2025\N{EN DASH}2031" in text] == []


def test_free_text_in_the_facts_is_typeset() -> None:
    changes = {"insatser/0/omfattning": "2025-2031", "insatser/0/mal": ["Läs 2025-2031.", 'Ta "ett" steg.']}
    rows = [row["varde"] for point in brev(HVB, changes=changes)["beslut"] for row in point["uppgifter"]]
    assert {"2025\N{EN DASH}2031", "Läs 2025\N{EN DASH}2031.", "Ta ”ett” steg."} <= set(rows)


def test_a_number_is_printed_as_it_was_checked() -> None:
    written = "SN\N{NO-BREAK SPACE}\N{FULLWIDTH DIGIT TWO}026\N{EN DASH}0412"
    made = Bistandsbeslut.model_validate(sample(HVB, {"arende/diarienummer": written}), strict=False)
    assert made.arende.diarienummer == "SN 2026-0412"
    assert brev(HVB, changes={"arende/diarienummer": written})["dokument"]["beteckning"] == "SN 2026-0412"
    same = {"dnr": "SN\N{NO-BREAK SPACE}2026/0187", "rubrik": data(OMROSTNING, "rubrik")}
    assert record(OMROSTNING, tjansteskrivelse=same).tjansteskrivelse


@pytest.mark.parametrize(
    ("reached", "end"),
    [
        ({}, "."),
        ({"telefon": "070-174 06 05"}, ", telefon 070-174 06 05."),
        ({"epost": "eva@kommun.example"}, ", e-post eva@kommun.example."),
        (
            {"telefon": "070-174 06 05", "epost": "eva@kommun.example"},
            ", telefon 070-174 06 05, e-post eva@kommun.example.",
        ),
    ],
)
@pytest.mark.parametrize("stil", ["du", "formell"])
def test_the_caseworker_is_reached_as_the_record_says(reached: dict[str, str], end: str, stil: str) -> None:
    who = {"namn": "Eva Provsson", "titel": "socialsekreterare"} | reached
    text = brev(HVB, stil=stil, changes={"handlaggare": who})["hjalp"]["stycken"][0]["text"]
    assert f" Eva Provsson, socialsekreterare{end} " in text


def test_the_case_system_is_named_where_there_is_something_to_enter_in_it() -> None:
    assert SETTING.organisation.verksamhetssystem is not None
    first, *_ = brev(HVB, Exemplar.AKT)["registrering"]
    assert first == {"etikett": "Verksamhetssystem", "varde": "Procapita"}
    assert brev(AVSLAG, Exemplar.AKT)["registrering"] == []
