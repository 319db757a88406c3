"""Rules about the meeting and its protocol: justering, notice, paragraphs, who decided, pages."""

import re
from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from docgen.documents.protokollsutdrag.behandling import Roll, samma
from docgen.documents.protokollsutdrag.model import Protokollsutdrag
from docgen.documents.protokollsutdrag.textblock import Sidbrytning, Text
from docgen.documents.record import Status
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
        facts = {"orsak": "uppsatt_fel_dag", "datum": iso(anslag.uppsatt), "tidigast": iso(first)}
        yield Fault("$.anslag.uppsatt", facts | {"senast": iso(last)})
    earliest = overklagande_sista_dag(anslag.uppsatt) + timedelta(days=1)
    if anslag.nedtas < earliest:
        facts = {"orsak": "nedtas_for_tidigt", "datum": iso(anslag.nedtas), "tidigast": iso(earliest)}
        yield Fault("$.anslag.nedtas", facts)


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
    """Each decider is listed once, one of them led the meeting, more than half of the seats are taken and no more."""
    chairs = sum(one.roll is Roll.ORDFORANDE for one in record.beslutande)
    if chairs != 1:
        yield Fault("$.beslutande", {"orsak": "inte_en_ordforande", "ordforande": str(chairs)})
    deciders, seats = len(record.beslutande), record.antal_ledamoter
    facts = {"beslutande": str(deciders), "platser": str(seats)}
    if seats and 2 * deciders <= seats:
        yield Fault("$.beslutande", facts | {"orsak": "inte_fler_an_halften"})
    if seats and deciders > seats:
        yield Fault("$.beslutande", facts | {"orsak": "fler_an_platserna"})
    people = [(samma(one.namn), samma(one.parti)) for one in record.beslutande]
    for index, one in enumerate(people):
        if one in people[:index]:
            yield Fault(f"$.beslutande[{index}]", {"orsak": "beslutande_tva_ganger"})


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
    """Nobody disqualified in the matter decided, voted, moved anything or made a reservation in it."""
    away = "|".join(re.escape(samma(one.namn)) for one in record.jav_har)
    if not away:
        return
    # Who moved or reserved is written as a text: Bo Ek (V) och Eva Ek (V).
    named = re.compile(rf"(?:^|[,;/] ?|\boch )(?:{away})(?= ?(?:$|[(,;/]|och\b))")
    took_part = {
        "beslutande": [one.namn for one in record.beslutande],
        "omrostning.roster": [one.namn for one in record.omrostning.roster] if record.omrostning else [],
        "yrkanden": [one.av for one in record.yrkanden],
        "reservationer": [one.av or "" for one in record.reservationer],
    }
    for field, people in took_part.items():
        for index, written in enumerate(people):
            if named.search(samma(written)):
                yield Fault(f"$.{field}[{index}]")


@rule("R-90", Severity.ERROR, "praxis: sidhuvudet är lika på alla sidor utom sidnumren, som löper jämsides")
def sidor_jamsides(record: Protokollsutdrag, _: Setting) -> Iterator[Fault]:
    """Every body with page numbers has as many pages as the others, and as the text's own page breaks make."""
    spans: list[tuple[int, str, int]] = []
    for index, one in enumerate(record.instanser):
        start, end, facts = one.sida_start, one.sida_slut, {"organ": one.organ}
        if end is not None and start is None:
            yield Fault(f"$.instanser[{index}].sida_start", facts | {"orsak": "forsta_sidan_saknas"})
        elif end is not None and start is not None and end < start:
            facts |= {"orsak": "sidorna_bakvanda", "forsta": str(start), "sista": str(end)}
            yield Fault(f"$.instanser[{index}].sida_slut", facts)
        elif end is not None and start is not None:
            spans.append((index, one.organ, end - start + 1))
    if spans:
        yield from _lika_manga(spans, sum(isinstance(one, Sidbrytning) for one in _block(record)))


def _lika_manga(spans: list[tuple[int, str, int]], breaks: int) -> Iterator[Fault]:
    """Yield a fault for each body with other pages than the first, and a remark if the text makes other pages."""
    first, pages = spans[0][1:]
    for index, organ, span in spans:
        if span != pages:
            facts = {"orsak": "olika_manga_sidor", "organ": organ, "sidor": str(span)}
            yield Fault(f"$.instanser[{index}].sida_slut", facts | {"forst": first, "antal": str(pages)})
    if breaks and breaks + 1 != pages:
        # A break may fall where the record cannot hold one, so the text alone does not stop the record.
        facts = {"orsak": "andra_sidbrytningar", "organ": first, "sidor": str(pages), "antal": str(breaks + 1)}
        yield Fault("$.arendebeskrivning", facts, Severity.WARNING)


@rule("R-92", Severity.ERROR, "praxis: utdrag bestyrks och görs ur justerat protokoll")
def bestyrkt(record: Protokollsutdrag, setting: Setting) -> Iterator[Fault]:
    """The extract is attested when the protocol is justerat, that after the meeting, and nothing tomorrow."""
    signed = record.utdragsbestyrkande
    if signed is None:
        yield Fault("$.utdragsbestyrkande", {"orsak": "bestyrkande_saknas"})
    days = {
        "sammantradesdatum": record.sammantradesdatum,
        "justerat_datum": record.justerat_datum,
        **({"utdragsbestyrkande.datum": signed.datum} if signed else {}),
    }
    for (earlier, before), (later, day) in pairwise(days.items()):
        if day < before:
            facts = {"orsak": "fel_ordning", "fore": earlier, "fore_datum": iso(before)}
            yield Fault(f"$.{later}", facts | {"falt": later, "datum": iso(day)})
    for name, day in days.items():
        if day > setting.today and record.dokument.status is not Status.UTKAST:
            facts = {"orsak": "i_framtiden", "falt": name, "datum": iso(day), "i_dag": iso(setting.today)}
            yield Fault(f"$.{name}", facts)


def _block(record: Protokollsutdrag) -> Text:
    return (*record.arendebeskrivning, *record.resultat, *record.beslutsgang)
