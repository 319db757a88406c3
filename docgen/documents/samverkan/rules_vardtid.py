"""The rules on when in the care under LVM a meeting lies, for kallelse and minutes (R-100, R-101)."""

from collections.abc import Iterator
from typing import Protocol

from docgen.documents.mote import Motestid
from docgen.documents.rule import Fault, Setting, rule
from docgen.documents.samverkan.parter import Fas, Lvm
from docgen.documents.samverkan.vard import Span, femmanadersmotet, forsta_motet
from docgen.errors import Severity
from docgen.values.datum import iso


class KringVarden(Protocol):
    """A meeting that may concern care under LVM."""

    @property
    def mote(self) -> Motestid:
        """Return the meeting."""

    @property
    def lvm(self) -> Lvm | None:
        """Return the care, None when the meeting does not concern any."""

    @property
    def fas(self) -> Fas | None:
        """Return the place of the meeting around the care, None when it has none."""


@rule("R-100", Severity.WARNING, "S3: 2-3 månader in i LVM-vården; LVM 21 §")
def forsta_motets_tid(record: KringVarden, _: Setting) -> Iterator[Fault]:
    """The first meeting is 2-3 months into the care."""
    if record.lvm is not None and record.fas is Fas.MOTE_1:
        yield from utanfor(record, forsta_motet(record.lvm))


@rule("R-101", Severity.WARNING, "S3: 5 månader in i LVM-vården; LVM 21 §")
def femmanadersmotets_tid(record: KringVarden, _: Setting) -> Iterator[Fault]:
    """The follow-up is about five months into the care, before the discharge."""
    if record.lvm is not None and record.fas is Fas.UPPFOLJNING_5_MAN:
        yield from utanfor(record, femmanadersmotet(record.lvm))


def utanfor(record: KringVarden, span: Span) -> Iterator[Fault]:
    """Yield a meeting that does not lie within ``span``."""
    day, (first, last) = record.mote.datum, span
    if not first <= day <= last:
        facts = {"orsak": "utanfor_tiden", "datum": iso(day), "fran": iso(first), "till": iso(last)}
        yield Fault("$.mote.datum", facts)
