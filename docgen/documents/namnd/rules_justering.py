"""Rules about the justering and the notice of it."""

from collections.abc import Iterator
from datetime import timedelta

from docgen.documents.namnd.justering import Justering
from docgen.documents.namnd.sak import HarJusteringar
from docgen.documents.rule import Fault, Setting, rule
from docgen.errors import Severity
from docgen.law.tid import overklagande_sista_dag
from docgen.values.datum import iso

_JUSTERING_DAGAR = 14
_ANSLAG_DAGAR = 2


@rule("R-80", Severity.ERROR, "KL 5 kap. 69 §")
def justering_i_tid(record: HarJusteringar, _: Setting) -> Iterator[Fault]:
    """The protocol is justerat within 14 days of the meeting."""
    for one in record.justeringar:
        if not 0 <= (one.justerat - one.sammantradesdatum).days <= _JUSTERING_DAGAR:
            facts = {"justerat": iso(one.justerat), "sammantrade": iso(one.sammantradesdatum)}
            yield Fault(one.path, facts | {"orsak": "justerat_fel_dag"})


@rule("R-81", Severity.ERROR, "KL 8 kap. 12 §, 13 kap. 5 §; lagen (1930:173) 2 §")
def anslag_i_tid(record: HarJusteringar, _: Setting) -> Iterator[Fault]:
    """The notice is up by the second day after justering and stays until the time for appeal has ended."""
    for one in record.justeringar:
        yield from _anslag_i_tid(one)


def _anslag_i_tid(justering: Justering) -> Iterator[Fault]:
    anslag, path = justering.anslag, justering.anslagets_path
    if anslag is None:
        return
    first, last = justering.justerat, justering.justerat + timedelta(days=_ANSLAG_DAGAR)
    if not first <= anslag.uppsatt <= last:
        facts = {"orsak": "uppsatt_fel_dag", "datum": iso(anslag.uppsatt), "tidigast": iso(first)}
        yield Fault(f"{path}.uppsatt", facts | {"senast": iso(last)})
    earliest = overklagande_sista_dag(anslag.uppsatt) + timedelta(days=1)
    if anslag.nedtas < earliest:
        facts = {"orsak": "nedtas_for_tidigt", "datum": iso(anslag.nedtas), "tidigast": iso(earliest)}
        yield Fault(f"{path}.nedtas", facts)
