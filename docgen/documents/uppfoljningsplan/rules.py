"""Rules on the series of an uppföljningsplan (S0; R-33, R-34, R-37)."""

from collections.abc import Iterator
from datetime import timedelta

from docgen.documents.rule import Fault, Setting, rule
from docgen.documents.uppfoljning import granskning
from docgen.documents.uppfoljning.tider import UTVARDERING_DAGAR, utvarderingsdag
from docgen.documents.uppfoljningsplan.model import Uppfoljningsplan
from docgen.documents.uppfoljningsplan.serie import serie
from docgen.errors import Severity


@rule("R-33", Severity.ERROR, "S0 steg 14: inom en vecka")
def forsta_motet(record: Uppfoljningsplan, _: Setting) -> Iterator[Fault]:
    """The first meeting is within a week after the treatment."""
    if record.forsta_mote is not None:
        ended = record.behandling.avslutad_datum
        yield from granskning.forsta_motet("$.forsta_mote.datum", record.forsta_mote.datum, ended)


@rule("R-33", Severity.WARNING, "S0 steg 14: bokas vid avslutningssamtalet")
def bokat_vid_avslutningssamtalet(record: Uppfoljningsplan, _: Setting) -> Iterator[Fault]:
    """The first meeting was booked at the closing talk with the provider."""
    if record.forsta_mote is None or not record.forsta_mote.bokat_vid_avslutningssamtal:
        yield Fault("$.forsta_mote", {"orsak": "mote_inte_bokat"})


@rule("R-34", Severity.WARNING, "S0 steg 14: bör ske varannan vecka")
def varannan_vecka(record: Uppfoljningsplan, _: Setting) -> Iterator[Fault]:
    """The meetings come every other week, from the end of the treatment to the evaluation."""
    yield from granskning.avstand("$.moten", [one.dag for one in serie(record)])
    first = record.behandling.avslutad_datum
    last = utvarderingsdag(first) + timedelta(days=UTVARDERING_DAGAR)
    for at, one in enumerate(record.moten):
        yield from granskning.utanfor(f"$.moten[{at}].datum", one.datum, first, last)


@rule("R-37", Severity.ERROR, "S0 steg 14: utvärdering efter tre månader")
def utvardering(record: Uppfoljningsplan, _: Setting) -> Iterator[Fault]:
    """The evaluation comes three months after the treatment ended."""
    if record.utvardering is not None:
        ended = record.behandling.avslutad_datum
        yield from granskning.utvardering("$.utvardering.datum", record.utvardering.datum, ended)
