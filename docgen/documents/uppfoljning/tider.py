"""The days of a follow-up contact (S0 step 14): within a week, then every other week, an evaluation at three months."""

from collections.abc import Iterator
from datetime import date, timedelta

from docgen.law.tid import next_vardag
from docgen.values.datum import add_months

MANADER = 3
FORSTA_MOTE_DAGAR = 7
MELLANRUM = timedelta(days=14)
MOTE_MINST, MOTE_MEST = 7, 21
UTVARDERING_DAGAR = 14
UTVARDERING_TIDIGAST = 2


def utvarderingsdag(avslutad: date) -> date:
    """Return the day three months after the treatment ended; may be no vardag."""
    return add_months(avslutad, MANADER)


def forsta_motesdag(avslutad: date) -> date:
    """Return the last vardag within a week after the treatment ended.

    The seventh day itself would, on a holiday, move to a day outside the week; seven days always hold a vardag.
    """
    week = (avslutad + timedelta(days=day) for day in range(1, FORSTA_MOTE_DAGAR + 1))
    return max(day for day in week if next_vardag(day) == day)


def varannan_vecka(fran: date, till: date) -> Iterator[date]:
    """Yield the days every other week after ``fran``, as counted; each is moved by ``next_vardag`` before it is shown.

    There are none when ``till`` is within three weeks, and none so late that less than a week is left to it.
    """
    day = fran
    while (till - day).days > MOTE_MEST and (till - next_vardag(day + MELLANRUM)).days >= MOTE_MINST:
        day += MELLANRUM
        yield day
