"""The rules on the end of a SIP or of samverkan (R-03, R-27)."""

from collections.abc import Iterator
from datetime import date

from docgen.documents.ordning import har_varit, i_ordning
from docgen.documents.rule import Fault, Setting, rule
from docgen.documents.sip_avslut.dagar import dagar_i
from docgen.documents.sip_avslut.model import Avslutsskal, SipAvslut
from docgen.documents.texts import texts
from docgen.errors import Severity
from docgen.values.datum import iso

BASIS = "S3: samverkan fortsätter så länge den enskilde samtycker; OSL 12 kap. 2 §"


@rule("R-03", Severity.ERROR, "ordningen i handläggningen")
def dagarna_i_ordning(record: SipAvslut, setting: Setting) -> Iterator[Fault]:
    """The plan was made, the cooperation ended and that was written down, in this order and not in the future."""
    ended = {"datum": record.datum, "dokument.datum": record.dokument.datum}
    yield from i_ordning({"plan_datum": record.plan_datum, **ended})
    yield from i_ordning({"uppgifter_till": record.uppgifter_till, "dokument.datum": record.dokument.datum})
    yield from har_varit(record, setting, {**ended, "uppgifter_till": record.uppgifter_till})


@rule("R-27", Severity.ERROR, BASIS)
def skalet(record: SipAvslut, _: Setting) -> Iterator[Fault]:
    """The reason is said, and fits the consent and what comes after."""
    withdrawn = record.samtycke.aterkallat_datum
    if record.skal is Avslutsskal.ANNAT and record.skal_text is None:
        yield Fault("$.skal_text", {"orsak": "annat_utan_skal"})
    if record.aterkallat and withdrawn is None:
        yield Fault("$.samtycke.aterkallat_datum", {"orsak": "aterkallat_utan_dag"})
    if record.aterkallat and withdrawn is not None and withdrawn > record.datum:
        facts = {"aterkallat": iso(withdrawn), "datum": iso(record.datum)}
        yield Fault("$.datum", {"orsak": "avslutat_fore_aterkallelsen"} | facts)
    if record.nasta_mote is not None:
        yield from _mote_efter(record)


def _mote_efter(record: SipAvslut) -> Iterator[Fault]:
    if record.aterkallat:
        yield Fault("$.nasta_mote", {"orsak": "mote_utan_samtycke"})
    if record.skal is Avslutsskal.AVLIDEN:
        yield Fault("$.nasta_mote", {"orsak": "mote_efter_dodsfallet"})


@rule("R-27", Severity.ERROR, BASIS)
def inget_efter_aterkallelsen(record: SipAvslut, _: Setting) -> Iterator[Fault]:
    """After the consent was withdrawn nothing from later days is shared."""
    withdrawn = record.samtycke.aterkallat_datum
    if not record.aterkallat or withdrawn is None:
        return
    for path, day in _berattade_dagar(record):
        if day > withdrawn:
            facts = {"datum": iso(day), "aterkallat": iso(withdrawn)}
            yield Fault(path, {"orsak": "uppgift_efter_aterkallelsen"} | facts)


def _berattade_dagar(record: SipAvslut) -> Iterator[tuple[str, date]]:
    """Yield the days that the document tells of: in its fields, and in its running texts."""
    yield "$.uppgifter_till", record.uppgifter_till
    if record.utvardering is not None:
        yield "$.utvardering.datum", record.utvardering.datum
    told = {"skal_text": record.skal_text, "sammanfattning": record.sammanfattning, "malstatus": record.malstatus}
    for path, text in texts({**told, "ansvar_framat": record.ansvar_framat}):
        yield from ((path, day) for day in dagar_i(text))
