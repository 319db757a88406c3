"""The view of a protokoll: the front page, the list of matters, every paragraph, and how decisions are appealed."""

from docgen.documents.brevhuvud import bas, sekretessrad
from docgen.documents.contract import Avsnitt, BasVy
from docgen.documents.kind import Kopia, View
from docgen.documents.namnd.arende import Instans, OverklagandeTyp
from docgen.documents.namnd.hemligt import forbjudet
from docgen.documents.namnd.kropp import arendet, expediering
from docgen.documents.namnd.papper import kontroll, markt
from docgen.documents.namnd.sak import Sak
from docgen.documents.namnd.spann import paragrafer
from docgen.documents.protokoll.contract import ArendeVy, Instansrad, Listrad, ProtokollVy
from docgen.documents.protokoll.model import Protokollsarende, Sammantradesprotokoll
from docgen.documents.protokoll.view_framsida import anslag, framsida, underskrifter
from docgen.documents.protokoll.view_overklagande import overklagande
from docgen.documents.rule import Setting
from docgen.documents.stycken import stycke
from docgen.law.lagrum import NBSP
from docgen.values.datum import iso, long
from docgen.values.text import typeset
from docgen.wording import Wording

TITEL = "Sammanträdesprotokoll"


def view(record: Sammantradesprotokoll, kopia: Kopia, setting: Setting, wording: Wording) -> View:
    """Return what the template may show of ``record``."""
    data = _protokoll(record, _huvud(record, kopia, setting, wording), setting, wording)
    numbers = [one["diarienummer"] for one in data["arenden"] if one["diarienummer"]]
    headings = [f"§{NBSP}{one.paragraf}" for one in record.arenden]
    name = {"organ": record.organ, "sammantradesdatum": iso(record.sammantradesdatum)}
    return View(
        data=data,
        titel=wording("rad.pdf_titel", **name, paragrafer=_alla(record)),
        sprak="sv",
        kontroll=kontroll(numbers, headings, [one["beslut"] for one in data["arenden"]]),
        forbjudet=forbjudet(record, record.dolda, setting),
    )


def _huvud(record: Sammantradesprotokoll, kopia: Kopia, setting: Setting, wording: Wording) -> BasVy:
    """Return the common names; a protocol with secret matters is marked on every page, except in public."""
    secret = [one.paragraf for one in record.arenden if one.sekretessbelagt]
    marks = [typeset(wording("markning.innehaller", paragrafer=paragrafer(secret)))] if secret else []
    base = bas(record, kopia, setting, wording, TITEL)
    return markt(base, record, wording, marks, publik=record.publik)


def _protokoll(record: Sammantradesprotokoll, base: BasVy, setting: Setting, say: Wording) -> ProtokollVy:
    when, every = long(record.sammantradesdatum), _alla(record)
    signed = typeset(say("underskrift.elektronisk")) if record.justering.elektronisk else ""
    return {
        "avsandare": base["avsandare"],
        "kontaktfot": base["kontaktfot"],
        "dokument": base["dokument"],
        "organ": typeset(record.organ),
        "sammantradesdatum": iso(record.sammantradesdatum),
        "ingress": typeset(say("framsida.ingress", organ=record.organ, datum=when, paragrafer=every)),
        "framsida": framsida(record, say),
        "underskrifter": underskrifter(record, say),
        "underskrift_satt": signed,
        "anslag": anslag(record, say),
        "arendelista": [_listrad(one) for one in record.arenden],
        "arenden": [_arende(record, one, sak, say) for one, sak in zip(record.arenden, record.saker, strict=True)],
        "overklagande": overklagande(record, setting, say),
    }


def _alla(record: Sammantradesprotokoll) -> str:
    return paragrafer(one.paragraf for one in record.arenden)


def _listrad(arende: Protokollsarende) -> Listrad:
    return {
        "paragraf": paragrafer([arende.paragraf]),
        "rubrik": typeset(arende.rubrik),
        "diarienummer": arende.dnr or "",
    }


def _arende(record: Sammantradesprotokoll, arende: Protokollsarende, sak: Sak, say: Wording) -> ArendeVy:
    text, marked = arendet(sak, say), arende.sekretess
    sent = [] if sak.hemlig else arende.expedieras_till
    number = say("rad.diarienummer", diarienummer=arende.dnr).replace(" ", NBSP) if arende.dnr else ""
    return {
        "rubrik": typeset(say("rubrik.arende", paragraf=paragrafer([arende.paragraf]), rubrik=arende.rubrik)),
        "ny_sida": record.paragraf_pa_ny_sida,
        "diarienummer": number,
        "sekretess": sekretessrad(marked, say) if marked and marked.aktiv and not record.publik else "",
        "instanser": [_instans(one) for one in arende.tidigare_instanser],
        **text,
        "efter_beslutet": [
            *text["efter_beslutet"],
            *([expediering(sent, say)] if sent else []),
            *_omedelbar(record, arende, say),
            *_hur(record, arende, say),
        ],
    }


def _instans(one: Instans) -> Instansrad:
    first, last = one.sida_start or "", one.sida_slut or ""
    pages = f"{first}\N{EN DASH}{last}" if last and last != first else str(first)
    return {
        "organ": typeset(one.organ),
        "datum": iso(one.datum),
        "paragraf": str(one.paragraf or ""),
        "sida": pages,
    }


def _omedelbar(record: Sammantradesprotokoll, arende: Protokollsarende, say: Wording) -> list[Avsnitt]:
    if arende.paragraf not in record.omedelbara:
        return []
    return [{"rubrik": typeset(say("rubrik.omedelbar")), "stycken": [stycke(say("arende.omedelbar"))]}]


def _hur(record: Sammantradesprotokoll, arende: Protokollsarende, say: Wording) -> list[Avsnitt]:
    """Return the way in which the decision is appealed, and where it is told how."""
    typ = arende.overklagande_typ
    if typ is OverklagandeTyp.INGEN or arende.paragraf in record.hemliga:
        return []
    sentence = say(f"arende.overklagande.{typ.value}")
    return [{"rubrik": typeset(say("rubrik.hur")), "stycken": [stycke(sentence)]}]
