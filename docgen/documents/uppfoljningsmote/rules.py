"""Rules on the record of a meeting (S0; R-03, R-33, R-34): what has happened is remarked on, never refused."""

from collections.abc import Iterator
from datetime import timedelta

from docgen.documents.ordning import har_varit, i_ordning
from docgen.documents.rule import Fault, Setting, rule
from docgen.documents.uppfoljning import granskning
from docgen.documents.uppfoljning.tider import UTVARDERING_DAGAR, utvarderingsdag
from docgen.documents.uppfoljningsmote.model import Uppfoljningsmote
from docgen.errors import Severity


@rule("R-03", Severity.ERROR, "ordningen i handläggningen")
def datum_i_ordning(record: Uppfoljningsmote, setting: Setting) -> Iterator[Fault]:
    """A meeting is held before it is written down, and the next one comes after it."""
    held = {"mote.datum": record.mote.datum}
    written = {"dokument.datum": record.dokument.datum}
    before = {"mote.foregaende_datum": record.mote.foregaende_datum} if record.mote.foregaende_datum else {}
    after = {"nasta_mote.datum": record.nasta_mote.datum} if record.nasta_mote else {}
    ended = {"avslut.datum": record.avslut.datum} if record.avslut else {}
    for chain in (before | held | written, held | after, held | ended):
        yield from i_ordning(chain)
    yield from har_varit(record, setting, held | written)


@rule("R-33", Severity.WARNING, "S0 steg 14: inom en vecka")
def forsta_motet(record: Uppfoljningsmote, _: Setting) -> Iterator[Fault]:
    """The first meeting was held within a week after the treatment."""
    if record.mote.nummer == 1:
        ended = record.behandling.avslutad_datum
        yield from granskning.forsta_motet("$.mote.datum", record.mote.datum, ended)


@rule("R-34", Severity.WARNING, "S0 steg 14: bör ske varannan vecka")
def varannan_vecka(record: Uppfoljningsmote, _: Setting) -> Iterator[Fault]:
    """The meetings come every other week, within the three months."""
    following = record.nasta_mote.datum if record.nasta_mote else None
    days = (record.mote.foregaende_datum, record.mote.datum, following)
    yield from granskning.avstand("$.mote.datum", [day for day in days if day is not None])
    if following is not None:
        ended = record.behandling.avslutad_datum
        last = utvarderingsdag(ended) + timedelta(days=UTVARDERING_DAGAR)
        yield from granskning.utanfor("$.nasta_mote.datum", following, ended, last)


@rule("R-34", Severity.ERROR, "S0 steg 14: kontakten pågår till utvärderingen")
def nasta_eller_avslut(record: Uppfoljningsmote, _: Setting) -> Iterator[Fault]:
    """Each meeting leads to the next one or to the end of the contact."""
    if record.nasta_mote is None and record.avslut is None:
        yield Fault("$.nasta_mote", {"orsak": "varken_mote_eller_avslut"})
    if record.nasta_mote is not None and record.avslut is not None:
        yield Fault("$.avslut", {"orsak": "bade_mote_och_avslut"})
