"""What the rules ask of the days of a follow-up contact (R-33, R-34, R-37), in the decision and in the follow-up."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from docgen.documents.rule import Fault
from docgen.documents.uppfoljning.tider import (
    FORSTA_MOTE_DAGAR,
    MOTE_MEST,
    MOTE_MINST,
    UTVARDERING_DAGAR,
    UTVARDERING_TIDIGAST,
    utvarderingsdag,
)
from docgen.errors import Severity
from docgen.values.datum import add_months, iso


def forsta_motet(path: str, dag: date, avslutad: date, severity: Severity | None = None) -> Iterator[Fault]:
    """Yield a first meeting that is not within a week after the treatment (R-33)."""
    if not 0 <= (dag - avslutad).days <= FORSTA_MOTE_DAGAR:
        yield Fault(path, {"orsak": "mote_fel_dag", "datum": iso(dag), "slut": iso(avslutad)}, severity)


def avstand(path: str, dagar: Sequence[date]) -> Iterator[Fault]:
    """Yield each pair of meetings with less than one week or more than three between them (R-34)."""
    for before, after in pairwise(dagar):
        days = (after - before).days
        if not MOTE_MINST <= days <= MOTE_MEST:
            facts = {"orsak": "motenas_avstand", "fore": iso(before), "efter": iso(after), "dagar": str(days)}
            yield Fault(path, facts)


def utanfor(path: str, dag: date, forsta: date, sista: date) -> Iterator[Fault]:
    """Yield a meeting before the first or after the last day of the contact (R-34)."""
    if not forsta <= dag <= sista:
        yield Fault(path, {"orsak": "mote_utanfor_perioden", "datum": iso(dag)})


def utvardering(path: str, dag: date, avslutad: date) -> Iterator[Fault]:
    """Yield an evaluation before two months, or a warning where it is not about three (R-37)."""
    expected = utvarderingsdag(avslutad)
    facts = {"angiven": iso(dag), "vantad": iso(expected)}
    if dag < add_months(avslutad, UTVARDERING_TIDIGAST):
        yield Fault(path, facts)
    elif abs((dag - expected).days) > UTVARDERING_DAGAR:
        yield Fault(path, facts, Severity.WARNING)
