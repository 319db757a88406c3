"""The days of a decision follow each other, and a day is written as a day."""

from typing import Any

import pytest
from beslut import AVSLAG, FORLANGNING, GONE, HVB, KONTAKT, NACKDEL, UPPHORANDE, said

AVSKRIVNING = "avskrivning-aterkallad-ansokan"
FEL, VARNING = ["fel"], ["varning"]


@pytest.mark.parametrize(
    ("code", "name", "changes", "answer"),
    [
        ("F-10", HVB, {"uppfoljning/datum": "2026-02-18"}, FEL),
        ("F-10", HVB, {"uppfoljning/datum": "2026-02-19"}, []),
        ("R-03", HVB, {"verkstallighet/planerad_start": "2026-01-25"}, FEL),
        ("R-03", HVB, {"verkstallighet/planerad_start": "2026-01-26"}, []),
        ("R-03", HVB, {"underskrift/datum": "2026-03-21"}, []),
        ("R-03", HVB, {"underskrift/datum": "2026-03-22"}, FEL),
        ("R-03", AVSKRIVNING, {"beslut/0/aterkallad": "2026-06-07"}, FEL),
        ("R-03", AVSKRIVNING, {"beslut/0/aterkallad": "2026-07-03"}, FEL),
        ("R-03", AVSKRIVNING, {"beslut/0/aterkallad": "2026-07-02"}, []),
        ("R-11", HVB, {"kommunicering/datum": "2026-01-25"}, FEL),
        ("R-11", HVB, {"kommunicering/datum": "2026-01-26"}, []),
        ("R-10b", UPPHORANDE, {"tidigare_beslut/datum": "2026-10-14"}, FEL),
        ("R-10b", FORLANGNING, {"tidigare_beslut/datum": "2026-05-20"}, FEL),
        ("R-10b", UPPHORANDE, {"tidigare_beslut/till": "2027-01-01"}, FEL),
        ("R-10b", UPPHORANDE, {"beslut/0/galler_fran": "2025-10-12"}, FEL),
        ("R-10b", UPPHORANDE, {"beslut/0/galler_fran": "2026-10-13"}, VARNING),
        ("R-10b", NACKDEL, {"beslut/0/galler_fran": "2026-10-20"}, VARNING),
        ("R-10b", NACKDEL, {"beslut/0/galler_fran": "2026-10-21"}, []),
        ("R-16", AVSLAG, {"overklagande/sista_dag_om_delgiven/mottagen": "2026-11-23"}, FEL * 2),
        ("R-05", FORLANGNING, {"tidigare_beslut/till": GONE}, FEL),
        ("R-32", KONTAKT, {"insatser/0/uppfoljningskontakt/behandling/avslutad_datum": "2026-08-03"}, VARNING),
        ("R-32", KONTAKT, {"insatser/0/uppfoljningskontakt/behandling/avslutad_datum": "2026-08-04"}, []),
        ("R-34", KONTAKT, {"insatser/0/uppfoljningskontakt/moten/6/datum": "2026-12-03"}, VARNING),
    ],
)
def test_a_day_out_of_its_order_is_found(code: str, name: str, changes: dict[str, Any], answer: list[str]) -> None:
    assert said(code, name, changes) == answer


def test_a_prolongation_says_its_first_day() -> None:
    relative = {"relativ": {"antal": 3, "enhet": "manad", "ankare": "verkstallighetens_start"}}
    assert said("R-05", FORLANGNING, {"insatser/0/period": relative}) == FEL


@pytest.mark.parametrize("text", ["0", "1776816000", "2026-2-19", "20260219", "2026-02-19T00:00:00", "2026-02-30", ""])
def test_a_day_is_written_as_a_day(text: str) -> None:
    assert said("F-04", HVB, {"beslutsdatum": text}) == FEL
    assert said("F-04", HVB, {"person/fodelsedatum": text}) == FEL
