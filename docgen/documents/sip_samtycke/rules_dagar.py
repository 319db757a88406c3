"""The rule on the days of a consent form."""

from collections.abc import Iterator

from docgen.documents.ordning import har_varit, i_ordning
from docgen.documents.rule import Fault, Setting, rule
from docgen.documents.sip_samtycke.model import SipSamtycke
from docgen.errors import Severity


@rule("R-03", Severity.ERROR, "ordningen i handläggningen")
def datum_i_ordning(record: SipSamtycke, setting: Setting) -> Iterator[Fault]:
    """The consent was given before the form was finished, and what has happened has been."""
    consent = record.samtycke
    days = {"samtycke.datum": consent.datum, "dokument.datum": record.dokument.datum}
    yield from i_ordning(days)
    yield from har_varit(record, setting, {**days, "samtycke.aterkallat_datum": consent.aterkallat_datum})
