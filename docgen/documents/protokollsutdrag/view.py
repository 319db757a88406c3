"""The view of a protokollsutdrag: a matter as it stands in the protocol, page by page."""

from docgen.documents.brevhuvud import bas, sekretessrad
from docgen.documents.contract import Avsnitt, BasVy, Underskrift
from docgen.documents.kind import Kopia, View
from docgen.documents.namnd.arende import Instans, OverklagandeTyp
from docgen.documents.namnd.behandling import Roll, samma
from docgen.documents.namnd.hemligt import forbjudet
from docgen.documents.namnd.kropp import arendet, expediering
from docgen.documents.namnd.papper import kontroll, markt
from docgen.documents.namnd.spann import paragrafer
from docgen.documents.overklagande import Bistand, Namndbeslut, forvaltningsbesvar, laglighetsprovning
from docgen.documents.protokollsutdrag.contract import InstansVy, UtdragVy
from docgen.documents.protokollsutdrag.model import Protokoll, Protokollsutdrag
from docgen.documents.rule import Setting
from docgen.documents.stycken import stycke
from docgen.law.lagrum import NBSP
from docgen.values.datum import iso, long
from docgen.values.text import enumerate_och, typeset
from docgen.wording import Wording

TITEL = "Protokollsutdrag"


def view(record: Protokollsutdrag, kopia: Kopia, setting: Setting, wording: Wording) -> View:
    """Return what the template may show of ``record``."""
    data = _utdrag(record, _huvud(record, kopia, setting, wording), setting, wording)
    headings = [part["rubrik"] for part in (*data["avsnitt"], *data["behandling"])]
    return View(
        data=data,
        titel=wording(
            "rad.pdf_titel",
            organ=record.organ,
            sammantradesdatum=iso(record.sammantradesdatum),
            paragraf=_paragraf(record),
        ).strip(),
        sprak="sv",
        kontroll=kontroll([data["diarienummer"]], headings, [data["beslut"]]),
        forbjudet=forbjudet(record, record.dolda, setting),
        sidor=_sidor(record, data),
    )


def _sidor(record: Protokollsutdrag, data: UtdragVy) -> int:
    """Return how many pages the protocol has for the matter, and one for how to appeal; 0 when that is not said.

    What is masked makes other pages than the protocol's.
    """
    spans = [one.sida_slut - one.sida_start + 1 for one in record.instanser if one.sida_start and one.sida_slut]
    return spans[0] + bool(data["overklagande"]) if spans and not record.sak.hemlig else 0


def _huvud(record: Protokollsutdrag, kopia: Kopia, setting: Setting, wording: Wording) -> BasVy:
    """Return the common names; a secret matter is marked where the document itself is not, and never in public."""
    sekretess = record.sekretess
    marken = [sekretessrad(sekretess, wording)] if sekretess and sekretess.aktiv else []
    base = bas(record, kopia, setting, wording, TITEL)
    return markt(base, record, wording, marken, publik=record.publik)


def _utdrag(record: Protokollsutdrag, base: BasVy, setting: Setting, wording: Wording) -> UtdragVy:
    told = [wording("sekretess.expediering")] if record.sak.hemlig else record.expedieras_till
    return {
        "avsandare": base["avsandare"],
        "kontaktfot": base["kontaktfot"],
        "dokument": base["dokument"],
        "organ": typeset(record.organ),
        "sammantradesdatum": iso(record.sammantradesdatum),
        "instanser": [_instans(one) for one in record.instanser],
        "diarienummer": wording("rad.diarienummer", diarienummer=record.arende.diarienummer).replace(" ", NBSP),
        "rubrik": typeset(record.rubrik),
        **arendet(record.sak, wording),
        "expediering": expediering(told, wording),
        "justering": _justering(record, wording),
        "bestyrkande": _bestyrkande(record, wording),
        "overklagande": _overklagande(record, setting, wording),
    }


def _instans(instans: Instans) -> InstansVy:
    """Return the row of a body; one with paragraphs has pages too, even where the record does not know which."""
    start, unknown = instans.sida_start, "\N{EN DASH}" if instans.paragraf else ""
    return {
        "organ": typeset(instans.organ),
        "beslutsdatum": iso(instans.datum),
        "paragraf": str(instans.paragraf or ""),
        "sida": str(start or unknown),
        "sida_tillagg": str(start - 1) if start else "",
    }


def _justering(record: Protokollsutdrag, wording: Wording) -> Avsnitt:
    """Return when the protocol was justerat and where the notice says it is kept (KL 8 kap. 12 §)."""
    key = "justering.omedelbart" if record.omedelbart_justerad else "justering.justerat"
    texter = [wording(key, datum=long(record.justerat_datum), justerare=_justerat_av(record, wording))]
    if record.protokoll:
        texter[0] += " " + _paragrafer(record.protokoll, wording)
    if record.anslag:
        uppsatt, nedtas = long(record.anslag.uppsatt), long(record.anslag.nedtas)
        kept = wording("justering.forvaring", forvaringsplats=record.anslag.forvaringsplats)
        texter.append(f"{wording('justering.anslag', uppsatt=uppsatt, nedtas=nedtas)} {kept}")
    return {"rubrik": typeset(wording("rubrik.justering")), "stycken": [stycke(one) for one in texter]}


def _justerat_av(record: Protokollsutdrag, wording: Wording) -> str:
    """Return the chair and the others; the chair is not named once more as one of them (R-84)."""
    chairs = {samma(one.namn) for one in record.beslutande if one.roll is Roll.ORDFORANDE}
    others = [namn for namn in record.justerare if samma(namn) not in chairs]
    return enumerate_och([wording("justering.ordforanden"), *others])


def _paragrafer(protokoll: Protokoll, wording: Wording) -> str:
    span = paragrafer(range(protokoll.paragraf_from, protokoll.paragraf_till + 1))
    return wording("justering.omfattar", paragrafer=span)


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
