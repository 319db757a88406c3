"""The rules on what a document does with a consent: whom it brings in and on which days it is needed (R-22, R-23)."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Protocol

from docgen.documents.namn import normal
from docgen.documents.rule import Fault, Setting, rule
from docgen.documents.samverkan.parter import Anhorig
from docgen.documents.samverkan.rules_samtycke import MedSamtycke
from docgen.errors import Severity
from docgen.values.datum import iso


class DelarUppgifter(MedSamtycke, Protocol):
    """A record that lets others know about the person because she has consented."""

    @property
    def anhoriga_som_deltar(self) -> Mapping[str, Anhorig]:
        """Return the relatives who are invited or took part, by their JSON path."""

    @property
    def samtycket_behovs(self) -> tuple[date, date]:
        """Return the first and the last day on which the consent is relied on, e.g. of the kallelse and the meeting."""


@rule("R-22", Severity.ERROR, "S3; SoL (2025:400) 10 kap. 9 §")
def anhoriga_med_samtycke(record: DelarUppgifter, _: Setting) -> Iterator[Fault]:
    """A relative takes part only if the consent names him or her, with that relation."""
    named = {_key(one) for one in record.samtycke.anhoriga_far_delta}
    for path, one in record.anhoriga_som_deltar.items():
        if _key(one) not in named:
            yield Fault(path)


def _key(one: Anhorig) -> tuple[str, str]:
    return normal(one.namn).casefold(), normal(one.relation).casefold()


@rule("R-23", Severity.ERROR, "S3; OSL 12 kap. 2 §; SKR:s SIP-process")
def samtycket_galler(record: DelarUppgifter, _: Setting) -> Iterator[Fault]:
    """The consent was given before it is relied on, has not ended before the last such day, and is not withdrawn."""
    consent, (first, last) = record.samtycke, record.samtycket_behovs
    withdrawn = consent.aterkallat_datum
    if consent.datum > first:
        facts = {"orsak": "samtycke_efterat", "datum": iso(consent.datum), "fran": iso(first)}
        yield Fault("$.samtycke.datum", facts)
    if consent.giltigt_till < last:
        facts = {"orsak": "samtycke_gatt_ut", "till": iso(consent.giltigt_till), "senast": iso(last)}
        yield Fault("$.samtycke.giltigt_till", facts)
    if withdrawn is not None and withdrawn <= last:
        yield Fault("$.samtycke.aterkallat_datum", {"orsak": "samtycke_aterkallat", "aterkallat": iso(withdrawn)})
