"""The parts of a view that every document has: letterhead, contact foot and what identifies the document."""

from docgen.documents.contract import Avsandare, BasVy, Dokumenthuvud, Kontaktfot
from docgen.documents.kind import Exemplar
from docgen.documents.organisation import Organisation
from docgen.documents.record import Dokument, Record, Sekretessmarkering, Status
from docgen.documents.rule import Setting
from docgen.values.datum import iso
from docgen.values.text import typeset

_AKTEXEMPLAR = "Aktexemplar \u2013 får inte skickas ut"


def bas(record: Record, setting: Setting, exemplar: Exemplar, titel: str) -> BasVy:
    """Return the names every template may use; ``titel`` is the document type's, if the record has none."""
    return {
        "avsandare": _avsandare(setting.organisation),
        "kontaktfot": _kontaktfot(setting.organisation),
        "dokument": _huvud(record, exemplar, titel),
    }


def _avsandare(organisation: Organisation) -> Avsandare:
    return {
        "kommun": typeset(organisation.kommun),
        "namnd": typeset(organisation.namnd),
        "forvaltning": typeset(organisation.forvaltning),
        "enhet": typeset(organisation.enhet),
    }


def _kontaktfot(organisation: Organisation) -> Kontaktfot:
    kontakt = organisation.kontakt
    return {
        "postadress": typeset(kontakt.postadress),
        "besoksadress": typeset(kontakt.besoksadress),
        "telefon": kontakt.telefon,
        "epost": kontakt.epost,
        "webb": kontakt.webb,
        "organisationsnummer": organisation.organisationsnummer,
    }


def _huvud(record: Record, exemplar: Exemplar, titel: str) -> Dokumenthuvud:
    return {
        "titel": typeset(record.dokument.titel or titel),
        "datum": iso(record.dokument.datum),
        "beteckning": record.arende.diarienummer,
        "markningar": _markningar(record.dokument, exemplar),
    }


def _markningar(dokument: Dokument, exemplar: Exemplar) -> list[str]:
    """Return the marks of every page, in the order they are printed."""
    return [
        *(["Utkast"] if dokument.status is Status.UTKAST else []),
        *([sekretessrad(dokument.sekretessmarkering)] if dokument.sekretessmarkering else []),
        *([_AKTEXEMPLAR] if exemplar is Exemplar.AKT else []),
    ]


def sekretessrad(markering: Sekretessmarkering) -> str:
    """Return ``Sekretess enligt 26 kap. 1 § OSL, Exempelkommun 2026-03-01`` (OSL 5 kap. 5 §, R-52)."""
    datum = iso(markering.datum) if markering.datum else ""
    return typeset(f"Sekretess enligt {markering.lagrum or ''}, {markering.myndighet or ''} {datum}".strip())
