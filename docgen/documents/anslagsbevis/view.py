"""The view of an anslagsbevis: one page for the anslagstavla, without personal data."""

from docgen.documents.anslagsbevis.contract import AnslagsbevisVy
from docgen.documents.anslagsbevis.model import Anslagsbevis
from docgen.documents.brevhuvud import bas
from docgen.documents.contract import Avsnitt, Underskrift, Uppgift
from docgen.documents.kind import Kopia, View
from docgen.documents.namnd.papper import markt
from docgen.documents.namnd.spann import paragrafer
from docgen.documents.rule import Setting
from docgen.documents.stycken import stycke, uppgifter
from docgen.law.lagrum import cite
from docgen.law.tid import overklagande_sista_dag
from docgen.values.datum import iso, long
from docgen.values.text import typeset
from docgen.wording import Wording

TITEL = "Anslag/bevis"


def view(record: Anslagsbevis, kopia: Kopia, setting: Setting, wording: Wording) -> View:
    """Return what the template may show of ``record``."""
    base = markt(bas(record, kopia, setting, wording, TITEL), record, wording, publik=record.publik)
    numbers = paragrafer(record.paragrafer)
    name = {"organ": record.organ, "sammantradesdatum": iso(record.sammantradesdatum), "paragrafer": numbers}
    data: AnslagsbevisVy = {
        "avsandare": base["avsandare"],
        "kontaktfot": base["kontaktfot"],
        "dokument": base["dokument"],
        "ingress": _ingress(record, setting, wording),
        "uppgifter": _uppgifter(record, wording),
        "overklagande": _overklagande(record, setting, wording),
        "kontakt": _kontakt(setting, wording),
        "underskrift": _underskrift(record, wording),
    }
    return View(
        data=data,
        titel=wording("rad.pdf_titel", **name),
        sprak="sv",
        kontroll=(iso(record.sammantradesdatum), iso(record.anslag.uppsatt), iso(record.anslag.nedtas)),
        forbjudet={},
        sidor=1,
    )


def _ingress(record: Anslagsbevis, setting: Setting, say: Wording) -> str:
    """Return what is announced, by which section of the law where the catalogue has the one of that day."""
    key = "omedelbar" if record.omedelbar else "hela"
    sentence = say(f"ingress.{key}", organ=record.organ, datum=long(record.sammantradesdatum))
    law = setting.law.find("tillkannagivande_av_justering", record.anslag.uppsatt)
    announced = say("ingress.enligt", lagrum=cite([law])) if law else say("ingress.tillkannages")
    return typeset(f"{sentence} {announced}")


def _uppgifter(record: Anslagsbevis, say: Wording) -> list[Uppgift]:
    values = {
        "organ": typeset(record.organ),
        "sammantradesdatum": iso(record.sammantradesdatum),
        "paragrafer": paragrafer(record.paragrafer),
        "justerat": iso(record.justerat_datum),
        "uppsatt": iso(record.anslag.uppsatt),
        "nedtas": iso(record.anslag.nedtas),
        "forvaringsplats": typeset(record.anslag.forvaringsplats),
    }
    return uppgifter(say, values)


def _overklagande(record: Anslagsbevis, setting: Setting, say: Wording) -> list[Avsnitt]:
    """Return the ways of appeal that the decisions have; only laglighetsprövning runs from the notice."""
    last = long(overklagande_sista_dag(record.anslag.uppsatt))
    slots = {"domstol": setting.organisation.forvaltningsratt, "namnd": setting.organisation.namnd, "sista_dag": last}
    ways = {"laglighetsprovning": record.laglighetsprovning, "forvaltningsbesvar": record.forvaltningsbesvar}
    return [
        {
            "rubrik": typeset(say(f"{way}.rubrik")),
            "stycken": [
                stycke(say(f"{way}.{'ett' if len(numbers) == 1 else 'flera'}", paragrafer=paragrafer(numbers))),
                stycke(say(f"{way}.hur", **slots)),
            ],
        }
        for way, numbers in ways.items()
        if numbers
    ]


def _kontakt(setting: Setting, say: Wording) -> Avsnitt:
    kontakt = setting.organisation.kontakt
    slots = {"forvaltning": setting.organisation.forvaltning, "telefon": kontakt.telefon, "epost": kontakt.epost}
    return {"rubrik": typeset(say("kontakt.rubrik")), "stycken": [stycke(say("kontakt.text", **slots))]}


def _underskrift(record: Anslagsbevis, say: Wording) -> Underskrift:
    signed = record.anslag.undertecknare
    return {
        "inledning": typeset(say("underskrift.inledning")),
        "rader": [typeset(f"{signed.namn}, {signed.titel}")],
        "ort_och_datum": iso(record.anslag.uppsatt),
        "satt": "",
    }
