"""The view of minutes as a whole: the names that each sort of them has, and the finished view."""

from collections.abc import Mapping

from docgen.documents.adress import nummer
from docgen.documents.contract import BasVy
from docgen.documents.kind import View
from docgen.documents.record import Person, Record
from docgen.documents.rule import Setting
from docgen.documents.samverkan.anteckning import Anteckning
from docgen.documents.samverkan.blad import Blad
from docgen.documents.samverkan.contract import AnteckningVy
from docgen.documents.samverkan.view_anteckning import deltagare, dokumentation, nasta_mote, samtycke, uppgifter_om
from docgen.documents.samverkan.view_lvm import efter_utskrivning, lvm


def anteckning(record: Anteckning, base: BasVy, blad: Blad, mer: Mapping[str, str | None]) -> AnteckningVy:
    """Return what every minutes shows; ``mer`` are facts of this sort of minutes."""
    return {
        **base,
        "uppgifter": uppgifter_om(record, blad, mer),
        "efter_utskrivning": efter_utskrivning(record, blad),
        "lvm": lvm(record, blad),
        "samtycke": samtycke(record, blad),
        "nasta_mote": nasta_mote(record, blad),
        "deltagare": deltagare(record, blad),
        "dokumentation": dokumentation(record, blad),
    }


def fardig(record: Record, person: Person, data: BasVy, setting: Setting) -> View:
    """Return the finished view; the numbers of the matter and the person must be found again in the PDF."""
    return View(
        data=dict(data),
        titel=f"{data['dokument']['titel']}, dnr {record.arende.diarienummer}",
        sprak="sv",
        kontroll=(record.arende.diarienummer, nummer(person, setting)),
        forbjudet={},
    )
