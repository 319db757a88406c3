"""The rule of an extract alone: that it is attested."""

from collections.abc import Iterator
from itertools import pairwise

from docgen.documents.protokollsutdrag.model import Protokollsutdrag
from docgen.documents.record import Status
from docgen.documents.rule import Fault, Setting, rule
from docgen.errors import Severity
from docgen.values.datum import iso


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
