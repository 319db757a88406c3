"""Rules about the matter and its decision: appeal, the bodies and their order, the memorandum."""

import re
from collections.abc import Iterator

from docgen.documents.protokollsutdrag.model import Niva, OverklagandeTyp, Protokollsutdrag
from docgen.documents.rule import Fault, Setting, rule
from docgen.documents.texts import texts
from docgen.errors import Severity
from docgen.values.datum import iso

_ORDNING = tuple(Niva)
_BESLUTAR = re.compile(r"\bbeslutar\b", re.IGNORECASE)


@rule("R-13", Severity.ERROR, "SoL 35 kap. 1 §; KL 13 kap.")
def ratt_ordning_for_overklagande(record: Protokollsutdrag, _: Setting) -> Iterator[Fault]:
    """A decision on bistånd is appealed by förvaltningsbesvär, other ones by laglighetsprövning, a proposal never."""
    if record.overklagande_typ not in _ordningar(record):
        yield Fault("$.overklagande_typ", {"angivet": record.overklagande_typ.value})


def _ordningar(record: Protokollsutdrag) -> set[OverklagandeTyp]:
    """Return what may be stated; a public version goes to nobody who can appeal by förvaltningsbesvär."""
    if record.foreslar_bara:
        return {OverklagandeTyp.INGEN}
    if not record.beslut_om_bistand:
        return {OverklagandeTyp.INGEN, OverklagandeTyp.LAGLIGHETSPROVNING}
    return {OverklagandeTyp.FORVALTNINGSBESVAR, *((OverklagandeTyp.INGEN,) if record.publik else ())}


@rule("R-88", Severity.WARNING, "praxis: beredning, utskott och nämnd handlägger ärendet i den ordningen")
def instanserna_i_ordning(record: Protokollsutdrag, _: Setting) -> Iterator[Fault]:
    """No body handled the matter after a higher one; the extract's own on the day of its meeting (else an error)."""
    for index, one in enumerate(record.instanser):
        higher = [
            other
            for other in record.instanser
            if _ORDNING.index(other.niva) > _ORDNING.index(one.niva) and other.datum < one.datum
        ]
        if higher:
            last = max(higher, key=lambda other: _ORDNING.index(other.niva))
            facts = {"organ": one.organ, "datum": iso(one.datum)}
            facts |= {"jamfort": last.organ, "jamfort_datum": iso(last.datum)}
            yield Fault(f"$.instanser[{index}].datum", facts)
    own = record.egen_instans
    if own and own.datum != record.sammantradesdatum:
        facts = {"organ": own.organ, "datum": iso(own.datum)}
        facts |= {"jamfort": "sammantradet", "jamfort_datum": iso(record.sammantradesdatum)}
        yield Fault(f"$.instanser[{record.instanser.index(own)}].datum", facts, Severity.ERROR)


@rule("R-89", Severity.ERROR, "KL 5 kap. 67 §")
def beslutet_ar_organets(record: Protokollsutdrag, _: Setting) -> Iterator[Fault]:
    """The body is once in the header and has decided; a committee that proposes never says that the board decides."""
    rows = sum(one.organ == record.organ for one in record.instanser)
    if rows != 1:
        facts = {"organ": record.organ, "orsak": "organet_flera_ganger" if rows else "organet_saknas"}
        yield Fault("$.instanser", facts)
    if not record.beslut and not record.foreslar_bara:
        yield Fault("$.beslut", {"organ": record.organ, "orsak": "beslut_saknas"})
    for path, text in texts(record.forslag_utskott, "$.forslag_utskott") if record.forslag_utskott else ():
        if _BESLUTAR.search(text):
            yield Fault(path, {"organ": record.organ, "orsak": "forslaget_beslutar"})


@rule("R-91", Severity.WARNING, "praxis: samma rubrik och diarienummer i tjänsteskrivelse, protokoll och utdrag")
def samma_som_tjansteskrivelsen(record: Protokollsutdrag, _: Setting) -> Iterator[Fault]:
    """The memorandum has the same heading and diarienummer as the extract."""
    memo = record.tjansteskrivelse
    if memo and memo.dnr != record.arende.diarienummer:
        yield Fault("$.tjansteskrivelse.dnr", {"falt": "dnr"})
    if memo and memo.rubrik != record.rubrik:
        yield Fault("$.tjansteskrivelse.rubrik", {"falt": "rubrik"})
