"""The parts of a view that every document has: letterhead, contact foot and what identifies the document."""

from docgen.documents.contract import Avsandare, BasVy, Dokumenthuvud, Kontaktfot
from docgen.documents.kind import Exemplar, Kopia
from docgen.documents.organisation import Organisation
from docgen.documents.record import Dokument, Record, Sekretessmarkering, Status
from docgen.documents.rule import Setting
from docgen.values.datum import iso
from docgen.values.text import typeset
from docgen.wording import Wording


def bas(record: Record, kopia: Kopia, setting: Setting, wording: Wording, titel: str) -> BasVy:
    """Return the names every template may use; ``titel`` is the document type's, if the record has none."""
    return {
        "avsandare": _avsandare(setting.organisation),
        "kontaktfot": _kontaktfot(setting.organisation),
        "dokument": _huvud(record, kopia, wording, titel),
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


def _huvud(record: Record, kopia: Kopia, wording: Wording, titel: str) -> Dokumenthuvud:
    return {
        "titel": typeset(record.dokument.titel or titel),
        "datum": iso(record.dokument.datum),
        "beteckning": record.arende.diarienummer,
        "markningar": _markningar(record.dokument, kopia, wording),
    }


def _markningar(dokument: Dokument, kopia: Kopia, wording: Wording) -> list[str]:
    """Return the marks of every page, in the order they are printed."""
    return [
        *([typeset(wording("markning.utkast"))] if dokument.status is Status.UTKAST else []),
        *([sekretessrad(dokument.sekretessmarkering, wording)] if dokument.sekretessmarkering else []),
        *([typeset(wording("markning.aktexemplar"))] if kopia.exemplar is Exemplar.AKT else []),
    ]


def sekretessrad(markering: Sekretessmarkering, wording: Wording) -> str:
    """Return ``Sekretess enligt 26 kap. 1 § OSL, Exempelkommun 2026-03-01`` (OSL 5 kap. 5 §, R-52)."""
    datum = iso(markering.datum) if markering.datum else ""
    parts = {"lagrum": markering.lagrum or "", "myndighet": markering.myndighet or "", "datum": datum}
    return typeset(wording("markning.sekretess", **parts))
