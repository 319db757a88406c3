"""The series of a plan in order: booked meetings, and a counted day wherever none is booked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from docgen.documents.uppfoljning.delar import Uppfoljningstid
from docgen.documents.uppfoljning.tider import forsta_motesdag, utvarderingsdag, varannan_vecka
from docgen.documents.uppfoljningsplan.model import Uppfoljningsplan
from docgen.law.tid import next_vardag


@dataclass(frozen=True, slots=True)
class Tillfalle:
    """A meeting of the series: booked, or a day counted as ``raknad`` and moved to a vardag."""

    raknad: date
    bokat: Uppfoljningstid | None = None

    @property
    def dag(self) -> date:
        """Return the day of the meeting; a booked one is on its day whatever day that is."""
        return self.raknad if self.bokat else next_vardag(self.raknad)

    @property
    def flyttat(self) -> bool:
        """Tell whether the counted day is no vardag."""
        return self.dag != self.raknad


def serie(plan: Uppfoljningsplan) -> Sequence[Tillfalle]:
    """Return the meetings in order; the first is the first meeting, the last is the evaluation."""
    ended = plan.behandling.avslutad_datum
    fixed = [
        _bokat(plan.forsta_mote) or Tillfalle(forsta_motesdag(ended)),
        *(Tillfalle(one.datum, one) for one in plan.moten),
        _bokat(plan.utvardering) or Tillfalle(utvarderingsdag(ended)),
    ]
    return [*_utfylld(fixed), fixed[-1]]


def _utfylld(fixed: Sequence[Tillfalle]) -> Iterator[Tillfalle]:
    """Yield each meeting but the last, and a proposal every other week where it is too long to the next."""
    for one, after in pairwise(fixed):
        yield one
        yield from (Tillfalle(day) for day in varannan_vecka(one.dag, after.dag))


def _bokat(mote: Uppfoljningstid | None) -> Tillfalle | None:
    return Tillfalle(mote.datum, mote) if mote else None
