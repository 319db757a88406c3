"""The view of a tjänsteskrivelse."""

from docgen.documents.bilaga import bilagerader
from docgen.documents.brevhuvud import bas
from docgen.documents.contract import Avsnitt, Uppgift
from docgen.documents.kind import Kopia, View
from docgen.documents.rule import Setting
from docgen.documents.stycken import lista, stycken, uppgifter
from docgen.documents.tjansteskrivelse.contract import ForslagVy, SkrivelseVy
from docgen.documents.tjansteskrivelse.model import Tjansteskrivelse
from docgen.documents.tjansteskrivelse.rules import borjar_med_att
from docgen.values.datum import iso
from docgen.values.text import typeset
from docgen.wording import Wording

TEXTER = ("sammanfattning", "arendebeskrivning", "bedomning", "ekonomi", "barnperspektiv", "jamstalldhet")
"""The sections of running text, in the order they are printed."""


def view(record: Tjansteskrivelse, kopia: Kopia, setting: Setting, wording: Wording) -> View:
    """Return the view of the memorandum."""
    data: SkrivelseVy = {
        **bas(record, kopia, setting, wording, wording("titel")),
        "er_beteckning": record.er_beteckning or "",
        "rubrik": typeset(record.rubrik),
        "uppgifter": _uppgifter(record, wording),
        "forslag": _forslag(record, wording),
        "avsnitt": _texter(record, wording),
        "beslutsunderlag_rubrik": wording("rubrik.beslutsunderlag"),
        "beslutsunderlag": [{"titel": typeset(one.titel), "datum": iso(one.datum)} for one in record.beslutsunderlag],
        "bilagor_rubrik": wording("rubrik.bilagor") if record.bilagor else "",
        "bilagor": bilagerader(record.bilagor),
        "bilagor_daterade": any(one.datum for one in record.bilagor),
        "bilagor_raknade": any(one.sidor for one in record.bilagor),
        "skickas_till": {"rubrik": wording("rubrik.skickas_till"), "stycken": [lista(record.beslut_skickas_till)]},
        "underskrifter": [{"namn": typeset(one.namn), "titel": typeset(one.titel)} for one in record.underskrift],
    }
    return View(
        data=dict(data),
        titel=wording("pdf_titel", rubrik=typeset(record.rubrik), diarienummer=record.arende.diarienummer),
        sprak="sv",
        kontroll=(record.arende.diarienummer,),
        forbjudet={},
    )


def _uppgifter(record: Tjansteskrivelse, wording: Wording) -> list[Uppgift]:
    who, agenda = record.handlaggare, record.foredragningslista
    return uppgifter(
        wording,
        {
            "till": typeset(record.till_organ),
            "sammantrade": iso(agenda.sammantradesdatum) if agenda else None,
            "diarienummer": record.arende.diarienummer,
            "handlaggare": typeset(f"{who.namn}, {who.titel}"),
            "telefon": who.telefon,
            "epost": who.epost,
        },
    )


def _forslag(record: Tjansteskrivelse, wording: Wording) -> ForslagVy:
    """Return the proposals; R-89 sees to it that all or none of them begin with att."""
    lead = wording("forslag.inledning", organ=record.till_organ)
    return {
        "rubrik": wording("rubrik.forslag"),
        "inledning": typeset(lead) if borjar_med_att(record.forslag_till_beslut[0]) else "",
        "punkter": [typeset(one) for one in record.forslag_till_beslut],
    }


def _texter(record: Tjansteskrivelse, wording: Wording) -> list[Avsnitt]:
    texts: dict[str, str | None] = {name: getattr(record, name) for name in TEXTER}
    return [{"rubrik": wording(f"rubrik.{name}"), "stycken": stycken(text)} for name, text in texts.items() if text]
