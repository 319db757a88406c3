"""Rules about a matter and its decision: appeal, the bodies and their order, the memorandum and who is told."""

import re
from collections.abc import Iterator

from docgen.documents.namnd.arende import Niva, OverklagandeTyp
from docgen.documents.namnd.behandling import samma
from docgen.documents.namnd.sak import HarSaker, Sak
from docgen.documents.rule import Fault, Setting, rule
from docgen.documents.texts import texts
from docgen.errors import Severity
from docgen.values.datum import iso

_ORDNING = tuple(Niva)
_BESLUTAR = re.compile(r"\bbeslutar\b", re.IGNORECASE)


@rule("R-13", Severity.ERROR, "SoL 35 kap. 1 §; KL 13 kap.")
def ratt_ordning_for_overklagande(record: HarSaker, _: Setting) -> Iterator[Fault]:
    """A decision on bistånd is appealed by förvaltningsbesvär, other ones by laglighetsprövning, a proposal never."""
    for sak in record.saker:
        if sak.delar.overklagande_typ not in _ordningar(sak):
            yield Fault(f"{sak.path}.overklagande_typ", {"angivet": sak.delar.overklagande_typ.value})


def _ordningar(sak: Sak) -> set[OverklagandeTyp]:
    """Return what may be stated; a public version goes to nobody who can appeal by förvaltningsbesvär."""
    if sak.foreslar_bara:
        return {OverklagandeTyp.INGEN}
    if not sak.delar.beslut_om_bistand:
        return {OverklagandeTyp.INGEN, OverklagandeTyp.LAGLIGHETSPROVNING}
    return {OverklagandeTyp.FORVALTNINGSBESVAR, *((OverklagandeTyp.INGEN,) if sak.publik else ())}


@rule("R-88", Severity.WARNING, "praxis: beredning, utskott och nämnd handlägger ärendet i den ordningen")
def instanserna_i_ordning(record: HarSaker, _: Setting) -> Iterator[Fault]:
    """No body handled the matter after a higher one; the matter's own on the day of its meeting (else an error)."""
    for sak in record.saker:
        yield from _efter_hogre(sak)
        own = sak.egen
        if own and own.datum != sak.sammantradesdatum:
            (path,) = [path for path, one in sak.instanser if one is own]
            facts = {"organ": own.organ, "datum": iso(own.datum)}
            facts |= {"jamfort": "sammantradet", "jamfort_datum": iso(sak.sammantradesdatum)}
            yield Fault(f"{path}.datum", facts, Severity.ERROR)


def _efter_hogre(sak: Sak) -> Iterator[Fault]:
    for path, one in sak.instanser:
        higher = [
            other
            for _path, other in sak.instanser
            if _ORDNING.index(other.niva) > _ORDNING.index(one.niva) and other.datum < one.datum
        ]
        if higher:
            last = max(higher, key=lambda other: _ORDNING.index(other.niva))
            facts = {"organ": one.organ, "datum": iso(one.datum)}
            facts |= {"jamfort": last.organ, "jamfort_datum": iso(last.datum)}
            yield Fault(f"{path}.datum", facts)


@rule("R-89", Severity.ERROR, "KL 5 kap. 67 §")
def beslutet_ar_organets(record: HarSaker, _: Setting) -> Iterator[Fault]:
    """The body handles the matter once that day and decides; a committee's proposal never says that the board does."""
    for sak in record.saker:
        facts, own = {"organ": sak.organ}, sak.egen
        if own is None:
            yield Fault("$.instanser", facts | {"orsak": "organet_saknas"})
        elif sum((one.organ, one.datum) == (own.organ, own.datum) for _path, one in sak.instanser) > 1:
            yield Fault("$.instanser", facts | {"orsak": "organet_flera_ganger"})
        if not sak.delar.beslut and not sak.foreslar_bara:
            yield Fault(f"{sak.path}.beslut", facts | {"orsak": "beslut_saknas"})
        forslag = sak.delar.forslag_utskott
        for path, text in texts(forslag, f"{sak.path}.forslag_utskott") if forslag else ():
            if _BESLUTAR.search(text):
                yield Fault(path, facts | {"orsak": "forslaget_beslutar"})


@rule("R-91", Severity.WARNING, "praxis: samma rubrik och diarienummer i tjänsteskrivelse, protokoll och utdrag")
def samma_som_tjansteskrivelsen(record: HarSaker, _: Setting) -> Iterator[Fault]:
    """The memorandum has the same heading and diarienummer as the matter."""
    for sak in record.saker:
        memo = sak.delar.tjansteskrivelse
        if memo and memo.dnr != sak.diarienummer:
            yield Fault(f"{sak.path}.tjansteskrivelse.dnr", {"falt": "dnr"})
        if memo and memo.rubrik != sak.delar.rubrik:
            yield Fault(f"{sak.path}.tjansteskrivelse.rubrik", {"falt": "rubrik"})


@rule("R-93", Severity.WARNING, "praxis: beslutet sänds till alla som förslaget nämner")
def mottagarna_far_beslutet(record: HarSaker, _: Setting) -> Iterator[Fault]:
    """Everyone whom the memorandum proposes to tell is told."""
    for sak in record.saker:
        told = {samma(one) for one in sak.delar.expedieras_till}
        memo = sak.delar.tjansteskrivelse
        for index, one in enumerate(memo.beslut_skickas_till if memo else ()):
            if samma(one) not in told:
                yield Fault(f"{sak.path}.tjansteskrivelse.beslut_skickas_till[{index}]", {"nummer": str(index + 1)})
