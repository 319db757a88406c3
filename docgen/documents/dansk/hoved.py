"""The parts of a view that every Danish document has: letterhead, contact foot and what identifies the document."""

from docgen.documents.contract import BasVy
from docgen.documents.dansk.sag import DanskDokument, Fortrolighed, Sag
from docgen.documents.dansk.tekst import hel, sat
from docgen.documents.record import Status
from docgen.documents.rule import Setting
from docgen.values.cpr import format_cpr, parse_cpr
from docgen.values.datum import short_da
from docgen.wording import Wording

SPROG = "da"


def bas_da(sag: Sag, wording: Wording, titel: str) -> BasVy:
    """Return the names every template may use; ``titel`` is the document type's, if the record has none.

    All that is said of the sender comes from the record.
    """
    afsender = sag.afsender
    return {
        "avsandare": {
            "kommun": sat(afsender.kommune),
            "namnd": sat(afsender.navn),
            "forvaltning": sat(afsender.forvaltning or ""),
            "enhet": sat(afsender.afdeling or ""),
        },
        "kontaktfot": {
            "postadress": sat(afsender.adresse),
            "besoksadress": sat(afsender.besoegsadresse or ""),
            "telefon": hel(afsender.telefon),
            "epost": afsender.epost,
            "webb": afsender.hjemmeside or "",
            "organisationsnummer": afsender.cvr,
        },
        "dokument": {
            "titel": sat(sag.dokument.titel or titel),
            "datum": short_da(sag.dokument.datum),
            "beteckning": sag.arende.diarienummer,
            "markningar": _maerker(sag.dokument, wording),
        },
    }


def cpr_nummer(sag: Sag, setting: Setting) -> str:
    """Return the citizen's number as it is printed: ``DDMMYY-XXXX``."""
    return format_cpr(parse_cpr(sag.borger.cpr, setting.today))


def _maerker(dokument: DanskDokument, wording: Wording) -> list[str]:
    """Return the marks of every page, in the order they are printed."""
    draft = [sat(wording("markning.utkast"))] if dokument.status is Status.UTKAST else []
    return [*draft, *([_fortroligt(dokument.sekretessmarkering, wording)] if dokument.sekretessmarkering else [])]


def _fortroligt(mark: Fortrolighed, wording: Wording) -> str:
    datum = short_da(mark.datum) if mark.datum else ""
    parts = {"lagrum": mark.lagrum or "", "myndighet": mark.myndighet or "", "datum": datum}
    return sat(wording("markning.sekretess", **parts))
