"""The rule on a consent in itself: how long it holds, and when it was taken back (R-24).

Whether it covers what a document does with it is in ``rules_samtyckets_bruk``.
"""

from collections.abc import Iterator
from typing import Protocol

from docgen.documents.rule import Fault, Setting, rule
from docgen.documents.samverkan.parter import SamtyckeRef
from docgen.errors import Severity
from docgen.values.datum import add_months, iso

LANGST_MANADER = 12


class MedSamtycke(Protocol):
    """A record that holds a consent, or is one."""

    @property
    def samtycke(self) -> SamtyckeRef:
        """Return the consent."""


@rule("R-24", Severity.WARNING, "SKR:s SIP-process: samtycket är tidsbegränsat; OSL 12 kap. 2 §")
def samtyckets_tid(record: MedSamtycke, _: Setting) -> Iterator[Fault]:
    """A consent holds for at most a year; it neither ends nor is withdrawn before it was given."""
    given, ends, withdrawn = record.samtycke.datum, record.samtycke.giltigt_till, record.samtycke.aterkallat_datum
    latest = add_months(given, LANGST_MANADER)
    if ends > latest:
        facts = {"orsak": "samtycke_for_langt", "till": iso(ends), "senast": iso(latest)}
        yield Fault("$.samtycke.giltigt_till", facts)
    if ends < given:
        facts = {"orsak": "samtycke_slutar_fore", "till": iso(ends), "datum": iso(given)}
        yield Fault("$.samtycke.giltigt_till", facts, Severity.ERROR)
    if withdrawn is not None and withdrawn < given:
        facts = {"orsak": "aterkallat_fore", "aterkallat": iso(withdrawn), "datum": iso(given)}
        yield Fault("$.samtycke.aterkallat_datum", facts, Severity.ERROR)
