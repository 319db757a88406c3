"""Rules about the meeting and its protocol: justering, notice, paragraphs, who decided, pages."""

from collections.abc import Iterator
from datetime import timedelta

from docgen.documents.protokollsutdrag.behandling import Roll
from docgen.documents.protokollsutdrag.model import Protokollsutdrag
from docgen.documents.protokollsutdrag.textblock import Sidbrytning, Text
from docgen.documents.rule import Fault, Setting, rule
from docgen.errors import Severity
from docgen.law.tid import overklagande_sista_dag
from docgen.values.datum import iso

_JUSTERING_DAGAR = 14
_ANSLAG_DAGAR = 2


@rule("R-80", Severity.ERROR, "KL 5 kap. 69 §")
def justering_i_tid(record: Protokollsutdrag, _: Setting) -> Iterator[Fault]:
    """The protocol is justerat within 14 days of the meeting."""
    if not 0 <= (record.justerat_datum - record.sammantradesdatum).days <= _JUSTERING_DAGAR:
        yield Fault(
            "$.justerat_datum",
            {"justerat": iso(record.justerat_datum), "sammantrade": iso(record.sammantradesdatum)},
        )


@rule("R-81", Severity.ERROR, "KL 8 kap. 12 §, 13 kap. 5 §; lagen (1930:173) 2 §")
def anslag_i_tid(record: Protokollsutdrag, _: Setting) -> Iterator[Fault]:
    """The notice is up by the second day after justering and stays until the time for appeal has ended."""
    anslag = record.anslag
    if anslag is None:
        return
    first, last = record.justerat_datum, record.justerat_datum + timedelta(days=_ANSLAG_DAGAR)
    if not first <= anslag.uppsatt <= last:
        facts = {"datum": iso(anslag.uppsatt), "tidigast": iso(first), "senast": iso(last)}
        yield Fault("$.anslag.uppsatt", facts)
    earliest = overklagande_sista_dag(anslag.uppsatt) + timedelta(days=1)
    if anslag.nedtas < earliest:
        yield Fault("$.anslag.nedtas", {"datum": iso(anslag.nedtas), "tidigast": iso(earliest)})


@rule("R-82", Severity.ERROR, "KL 5 kap. 65-66 §§; praxis: paragraferna numreras löpande")
def paragrafer_i_foljd(record: Protokollsutdrag, _: Setting) -> Iterator[Fault]:
    """The paragraphs of the protocol are consecutive and unique, and the extract's is one of them."""
    protokoll = record.protokoll
    if protokoll is None:
        return
    first, last = protokoll.paragraf_from, protokoll.paragraf_till
    bounds = {"from": str(first), "till": str(last)}
    wanted = tuple(range(first, last + 1))
    if not wanted or (protokoll.paragrafer and protokoll.paragrafer != wanted):
        odd = next((one for one, due in zip(protokoll.paragrafer, wanted, strict=False) if one != due), last)
        yield Fault("$.protokoll", bounds | {"paragraf": str(odd)})
    own = record.egen_instans
    if own and own.paragraf and wanted and own.paragraf not in wanted:
        path = f"$.instanser[{record.instanser.index(own)}].paragraf"
        yield Fault(path, bounds | {"paragraf": str(own.paragraf)})


@rule("R-83", Severity.ERROR, "KL 5 kap. 65-66 §§, 6 kap. 27 §")
def beslutfor(record: Protokollsutdrag, _: Setting) -> Iterator[Fault]:
    """There are deciders, one of them led the meeting, and more than half of the seats are taken."""
    chairs = sum(one.roll is Roll.ORDFORANDE for one in record.beslutande)
    facts = {"beslutande": str(len(record.beslutande)), "ordforande": str(chairs)}
    if chairs != 1:
        yield Fault("$.beslutande", facts)
    elif record.antal_ledamoter and 2 * len(record.beslutande) <= record.antal_ledamoter:
        yield Fault("$.beslutande", facts | {"platser": str(record.antal_ledamoter)})


@rule("R-84", Severity.ERROR, "praxis: den som justerar har tjänstgjort, jämte ordföranden")
def justerare_deltog(record: Protokollsutdrag, _: Setting) -> Iterator[Fault]:
    """Each justerare took part in the decision; the chair is not her own justerare."""
    roles = {samma(one.namn): one.roll for one in record.beslutande}
    for index, namn in enumerate(record.justerare):
        role = roles.get(samma(namn))
        if role is None:
            yield Fault(f"$.justerare[{index}]")
        elif role is Roll.ORDFORANDE:
            yield Fault(f"$.justerare[{index}]", severity=Severity.WARNING)


@rule("R-85", Severity.ERROR, "KL 6 kap. 28-30 §§")
def jav_haller_sig_borta(record: Protokollsutdrag, _: Setting) -> Iterator[Fault]:
    """Nobody disqualified in the matter decided or voted in it."""
    away = {samma(one.namn) for one in record.jav_har}
    for index, one in enumerate(record.beslutande):
        if samma(one.namn) in away:
            yield Fault(f"$.beslutande[{index}]")
    for index, vote in enumerate(record.omrostning.roster if record.omrostning else ()):
        if samma(vote.namn) in away:
            yield Fault(f"$.omrostning.roster[{index}]")


@rule("R-90", Severity.ERROR, "praxis: sidhuvudet är lika på alla sidor utom sidnumren, som löper jämsides")
def sidor_jamsides(record: Protokollsutdrag, _: Setting) -> Iterator[Fault]:
    """Every body with page numbers has as many pages as the others, and as the text's own page breaks make."""
    spans = [
        (index, one.organ, one.sida_slut - one.sida_start + 1)
        for index, one in enumerate(record.instanser)
        if one.sida_start is not None and one.sida_slut is not None
    ]
    if not spans:
        return
    first, pages = spans[0][1:]
    for index, organ, span in spans:
        if span != pages or span < 1:
            facts = {"organ": organ, "sidor": str(span), "jamfort": first, "antal": str(pages)}
            yield Fault(f"$.instanser[{index}].sida_slut", facts)
    breaks = sum(isinstance(one, Sidbrytning) for one in _block(record))
    if breaks and breaks + 1 != pages:
        # A break may fall where the record cannot hold one, so the text alone does not stop the record.
        facts = {"organ": first, "sidor": str(pages), "jamfort": "sidbrytningar", "antal": str(breaks + 1)}
        yield Fault("$.arendebeskrivning", facts, Severity.WARNING)


@rule("R-92", Severity.ERROR, "praxis: utdrag bestyrks och görs ur justerat protokoll")
def bestyrkt(record: Protokollsutdrag, _: Setting) -> Iterator[Fault]:
    """The extract is attested, and the protocol was justerat on or after the day of the meeting."""
    if record.utdragsbestyrkande is None:
        yield Fault("$.utdragsbestyrkande", {"falt": "utdragsbestyrkande"})
    if record.justerat_datum < record.sammantradesdatum:
        yield Fault("$.justerat_datum", {"falt": "justerat_datum"})


def samma(namn: str) -> str:
    """Return a name for comparison: case and space do not make two people of one."""
    return " ".join(namn.casefold().split())


def _block(record: Protokollsutdrag) -> Text:
    return (*record.arendebeskrivning, *record.resultat, *record.beslutsgang)
