"""Statutory time: lagen (1930:173) om beräkning av lagstadgad tid."""

from datetime import date, timedelta
from functools import cache

from holidays import country_holidays

# The library knows the Swedish holidays of these years and answers "none" outside them.
FIRST_YEAR, LAST_YEAR = 1953, 2100

_APPEAL_WEEKS = 3
_SATURDAY = 5


def last_day_of_weeks(start: date, weeks: int) -> date:
    """Return the same weekday ``weeks`` after ``start`` (1 § lagen 1930:173); may be a Sunday."""
    return start + timedelta(weeks=weeks)


def next_vardag(day: date) -> date:
    """Return ``day``, or the next vardag when something cannot be done on it (2 § lagen 1930:173).

    Passes over Sundays and other public holidays, Saturdays, midsommarafton, julafton and nyårsafton.
    Raises ValueError outside the years 1953-2100.
    """
    while day.weekday() >= _SATURDAY or day in _days_off(day.year):
        day += timedelta(days=1)
    return day


def overklagande_sista_dag(mottagen: date) -> date:
    """Return the last day an appeal may come in: three weeks from receipt, moved to a vardag.

    Source: 44 § förvaltningslagen (2017:900), 2 § lagen (1930:173). Rules R-15 and R-16.
    """
    return next_vardag(last_day_of_weeks(mottagen, _APPEAL_WEEKS))


@cache
def _days_off(year: int) -> frozenset[date]:
    """Return the public holidays and the three eves of ``year`` (lagen 1989:253; 2 § lagen 1930:173)."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError("year")
    midsommar = next(day for day in (date(year, 6, n) for n in range(20, 27)) if day.weekday() == _SATURDAY)
    eves = (midsommar - timedelta(days=1), date(year, 12, 24), date(year, 12, 31))
    return frozenset((*country_holidays("SE", years=year), *eves))
