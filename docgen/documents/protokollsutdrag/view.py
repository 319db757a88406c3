"""The view of a protokollsutdrag: a matter as it stands in the protocol, page by page."""

import re

from docgen.documents.brevhuvud import bas, sekretessrad
from docgen.documents.contract import Avsnitt, BasVy, Underskrift
from docgen.documents.kind import Kopia, View
from docgen.documents.namn import normal
from docgen.documents.overklagande import Bistand, Namndbeslut, forvaltningsbesvar, laglighetsprovning
from docgen.documents.protokollsutdrag.behandling import Roll, samma
from docgen.documents.protokollsutdrag.contract import InstansVy, UtdragVy
from docgen.documents.protokollsutdrag.kropp import Kropp, hemlig, oppen
from docgen.documents.protokollsutdrag.model import HEMLIGA_FALT, Instans, OverklagandeTyp, Protokoll, Protokollsutdrag
from docgen.documents.rule import Setting
from docgen.documents.stycken import stycke
from docgen.documents.texts import texts
from docgen.law.lagrum import NBSP
from docgen.values.datum import iso, long
from docgen.values.text import enumerate_och, typeset
from docgen.wording import Wording

TITEL = "Protokollsutdrag"

# Shorter texts (a block's type, a word) may rightly stand elsewhere on the paper.
_MINSTA_HEMLIGA = 15

_FORSTA_ORDEN = 4

_OSAKERT = re.compile(r"\S*[^\u0000-\u017f\s]\S*")
"""A word with a sign beyond Latin Extended-A."""


def view(record: Protokollsutdrag, kopia: Kopia, setting: Setting, wording: Wording) -> View:
    """Return what the template may show of ``record``."""
    kropp = hemlig(wording) if record.hemligt else oppen(record, wording)
    data = _utdrag(record, _huvud(record, kopia, setting, wording), kropp, setting, wording)
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
        forbjudet={"R-53": _hemliga(record, setting)} if record.hemligt else {},
        sidor=_sidor(record, data),
    )


def _sidor(record: Protokollsutdrag, data: UtdragVy) -> int:
    """Return how many pages the protocol has for the matter, and one for how to appeal; 0 when that is not said.

    What is masked makes other pages than the protocol's.
    """
    spans = [one.sida_slut - one.sida_start + 1 for one in record.instanser if one.sida_start and one.sida_slut]
    return spans[0] + bool(data["overklagande"]) if spans and not record.hemligt else 0


def _huvud(record: Protokollsutdrag, kopia: Kopia, setting: Setting, wording: Wording) -> BasVy:
    """Return the common names; a secret matter is marked where the document itself is not, and never in public."""
    base = bas(record, kopia, setting, wording, TITEL)
    sekretess = record.sekretess
    if sekretess and sekretess.aktiv and not record.publik and not record.dokument.sekretessmarkering:
        base["dokument"]["markningar"].append(sekretessrad(sekretess, wording))
    return base


def _utdrag(record: Protokollsutdrag, base: BasVy, kropp: Kropp, setting: Setting, wording: Wording) -> UtdragVy:
    return {
        "avsandare": base["avsandare"],
        "kontaktfot": base["kontaktfot"],
        "dokument": base["dokument"],
        "organ": typeset(record.organ),
        "sammantradesdatum": iso(record.sammantradesdatum),
        "instanser": [_instans(one) for one in record.instanser],
        "diarienummer": wording("rad.diarienummer", diarienummer=record.arende.diarienummer).replace(" ", NBSP),
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
    texter = [wording("justering.justerat", datum=long(record.justerat_datum), justerare=_justerat_av(record, wording))]
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
    first, last = str(protokoll.paragraf_from), str(protokoll.paragraf_till)
    if first == last:
        return wording("justering.paragraf", paragraf=first)
    return wording("justering.paragrafer", **{"from": first, "till": last})


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
    """Return what proves that the PDF is this extract and whole; beginnings, since a page may end in a paragraph.

    Words in signs that a PDF may not give back as they were written prove nothing and are left out.
    """
    headings = [part["rubrik"] for part in (*data["avsnitt"], *data["behandling"])]
    decision = data["beslut"]["punkter"] if data["beslut"] else []
    starts = [" ".join(text.split()[:_FORSTA_ORDEN]) for text in decision]
    runs = [run.strip() for text in (*headings, *starts) for run in _OSAKERT.split(text)]
    return (data["diarienummer"], *[run for run in runs if run])


def _hemliga(record: Protokollsutdrag, setting: Setting) -> re.Pattern[str]:
    """Return what finds a text of the body that is left out, save what stands elsewhere on the paper too."""
    fields = [(name, text) for name in type(record).model_fields for _path, text in texts(getattr(record, name))]
    elsewhere = [text for name, text in fields if name not in HEMLIGA_FALT]
    shown = normal(" ".join([*elsewhere, *(text for _path, text in texts(setting.organisation))])).casefold()
    hidden = {normal(typeset(text)) for name, text in fields if name in HEMLIGA_FALT}
    secret = [text for text in hidden if len(text) >= _MINSTA_HEMLIGA and text.casefold() not in shown]
    return re.compile("|".join(map(re.escape, secret)) or r"(?!)", re.IGNORECASE)
