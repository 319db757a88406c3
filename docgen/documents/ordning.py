"""Days that follow each other, for the rules on the order of what a document tells (R-03)."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise

from docgen.documents.record import Record, Status
from docgen.documents.rule import Fault, Setting
from docgen.values.datum import iso


def i_ordning(days: Mapping[str, date | None]) -> Iterator[Fault]:
    """Yield a fault for each of ``days``, a path and its day, that lies before the one in front of it.

    A day that is not known is passed over.
    """
    known = [(path, day) for path, day in days.items() if day is not None]
    for (before, first), (after, second) in pairwise(known):
        if second < first:
            facts = {"falt": after, "datum": iso(second), "fore": before, "fore_datum": iso(first)}
            yield Fault(f"$.{after}", {"orsak": "fel_ordning"} | facts)


def har_varit(record: Record, setting: Setting, days: Mapping[str, date | None]) -> Iterator[Fault]:
    """Yield a fault for each of ``days`` that has not been yet, unless the record is a draft."""
    if record.dokument.status is Status.UTKAST:
        return
    for path, day in days.items():
        if day is not None and day > setting.today:
            facts = {"falt": path, "datum": iso(day), "i_dag": iso(setting.today)}
            yield Fault(f"$.{path}", {"orsak": "i_framtiden"} | facts)
