"""The view of a protokollsutdrag: a matter as it stands in the protocol, page by page."""

from docgen.documents.brevhuvud import bas, sekretessrad
from docgen.documents.contract import Avsnitt, BasVy, Underskrift
from docgen.documents.kind import Exemplar, View
from docgen.documents.overklagande import Bistand, Namndbeslut, forvaltningsbesvar, laglighetsprovning
from docgen.documents.protokollsutdrag.contract import InstansVy, UtdragVy
from docgen.documents.protokollsutdrag.kropp import Kropp, hemlig, oppen
from docgen.documents.protokollsutdrag.model import Instans, OverklagandeTyp, Protokollsutdrag
from docgen.documents.rule import Setting
from docgen.documents.stycken import stycke
from docgen.documents.texts import texts
from docgen.values.datum import iso, long
from docgen.values.text import enumerate_och, typeset
from docgen.wording import Wording

TITEL = "Protokollsutdrag"

_LOPANDE_TEXT = ("arendebeskrivning", "resultat", "beslutsunderlag", "forslag_forvaltning", "beslutsgang", "beslut")

# Shorter texts (a block's type, a word) may rightly stand elsewhere on the paper.
_MINSTA_HEMLIGA = 15

_FORSTA_ORDEN = 4


def view(record: Protokollsutdrag, exemplar: Exemplar, setting: Setting, wording: Wording) -> View:
    """Return what the template may show of ``record``."""
    kropp = hemlig(wording) if record.hemligt else oppen(record, wording)
    data = _utdrag(record, _huvud(record, setting, exemplar), kropp, setting, wording)
    return View(
        data=data,
        titel=wording(
            "rad.pdf_titel",
            organ=record.organ,
            sammantradesdatum=iso(record.sammantradesdatum),
            paragraf=_paragraf(record),
        ).strip(),
        sprak="sv",
        kontroll=_kontroll(data),
        forbjudet=_forbjudet(record),
    )


def _huvud(record: Protokollsutdrag, setting: Setting, exemplar: Exemplar) -> BasVy:
    """Return the common names; a secret matter is marked where the document itself is not, and never in public."""
    base = bas(record, setting, exemplar, TITEL)
    sekretess = record.sekretess
    if sekretess and sekretess.aktiv and not record.publik and not record.dokument.sekretessmarkering:
        base["dokument"]["markningar"].append(sekretessrad(sekretess))
    return base


def _utdrag(record: Protokollsutdrag, base: BasVy, kropp: Kropp, setting: Setting, wording: Wording) -> UtdragVy:
    return {
        "avsandare": base["avsandare"],
        "kontaktfot": base["kontaktfot"],
        "dokument": base["dokument"],
        "organ": typeset(record.organ),
        "sammantradesdatum": iso(record.sammantradesdatum),
        "instanser": [_instans(one) for one in record.instanser],
        "diarienummer": typeset(wording("rad.diarienummer", diarienummer=record.arende.diarienummer)),
        "rubrik": typeset(record.rubrik),
        "bilagor": kropp.bilagor,
        "avsnitt": kropp.avsnitt,
        "forslag": kropp.forslag,
        "behandling": kropp.behandling,
        "beslut": kropp.beslut,
        "efter_beslutet": kropp.efter_beslutet,
        "expediering": kropp.expediering,
        "justering": _justering(record, wording),
        "bestyrkande": _bestyrkande(record, wording),
        "overklagande": _overklagande(record, setting, wording),
    }


def _instans(instans: Instans) -> InstansVy:
    start = instans.sida_start
    return {
        "organ": typeset(instans.organ),
        "beslutsdatum": iso(instans.datum),
        "paragraf": str(instans.paragraf or ""),
        "sida": str(start or ""),
        "sida_tillagg": str(start - 1) if start else "",
    }


def _justering(record: Protokollsutdrag, wording: Wording) -> Avsnitt:
    """Return when the protocol was justerat and where the notice says it is kept (KL 8 kap. 12 §)."""
    names = enumerate_och(record.justerare)
    texter = [wording("justering.justerat", datum=long(record.justerat_datum), justerare=names)]
    if record.protokoll:
        first, last = str(record.protokoll.paragraf_from), str(record.protokoll.paragraf_till)
        texter[0] += " " + wording("justering.paragrafer", **{"from": first, "till": last})
    if record.anslag:
        uppsatt, nedtas = long(record.anslag.uppsatt), long(record.anslag.nedtas)
        kept = wording("justering.forvaring", forvaringsplats=record.anslag.forvaringsplats)
        texter.append(f"{wording('justering.anslag', uppsatt=uppsatt, nedtas=nedtas)} {kept}")
    return {"rubrik": typeset(wording("rubrik.justering")), "stycken": [stycke(one) for one in texter]}


def _bestyrkande(record: Protokollsutdrag, wording: Wording) -> Underskrift:
    """Return the attestation; its lines are empty only where R-92 has already stopped the record."""
    signed = record.utdragsbestyrkande
    return {
        "inledning": typeset(wording("bestyrkande.inledning")),
        "rader": [typeset(f"{signed.namn}, {signed.titel}")] if signed else [],
        "ort_och_datum": iso(signed.datum) if signed else "",
        "satt": "",
    }


def _overklagande(record: Protokollsutdrag, setting: Setting, wording: Wording) -> Avsnitt | None:
    if record.overklagande_typ is OverklagandeTyp.LAGLIGHETSPROVNING:
        decision = Namndbeslut(
            organ=record.organ,
            sammantradesdatum=record.sammantradesdatum,
            paragraf=_paragraf(record),
            diarienummer=record.arende.diarienummer,
            tillkannagiven=record.anslag.uppsatt if record.anslag else None,
        )
        return laglighetsprovning(wording, setting, decision)
    if record.overklagande_typ is OverklagandeTyp.FORVALTNINGSBESVAR:
        bistand = Bistand(beslutsdatum=record.sammantradesdatum, diarienummer=record.arende.diarienummer)
        return forvaltningsbesvar(wording, setting, bistand)
    return None


def _paragraf(record: Protokollsutdrag) -> str:
    """Return ``§ 140``; empty when the extract's own body has no paragraphs."""
    own = record.egen_instans
    return f"§ {own.paragraf}" if own and own.paragraf else ""


def _kontroll(data: UtdragVy) -> tuple[str, ...]:
    """Return what proves that the PDF is this extract and whole; beginnings, since a page may end in a paragraph."""
    headings = [part["rubrik"] for part in (*data["avsnitt"], *data["behandling"])]
    decision = data["beslut"]["punkter"] if data["beslut"] else []
    starts = [" ".join(text.split()[:_FORSTA_ORDEN]) for text in decision]
    return (data["diarienummer"], *[text for text in headings if text], *starts)


def _forbjudet(record: Protokollsutdrag) -> dict[str, str]:
    """Return the texts that must not occur in the public version of a secret matter, save what the heading says."""
    if not record.hemligt:
        return {}
    hidden = [typeset(text) for name in _LOPANDE_TEXT for _, text in texts(getattr(record, name))]
    shown = typeset(record.rubrik)
    return {text: "R-53" for text in hidden if len(text) >= _MINSTA_HEMLIGA and text not in shown}
