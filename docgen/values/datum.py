"""Dates: how they are written in Swedish and Danish and how months are counted."""

from calendar import monthrange
from datetime import date
from functools import lru_cache

from babel.dates import format_date

_NO_BREAK = "\xa0"


def iso(day: date) -> str:
    """Return ``2026-03-03``, for tables and headers."""
    return day.isoformat()


@lru_cache(maxsize=1024)
def long(day: date) -> str:
    """Return ``3 mars 2026`` with no-break spaces, for running text."""
    return format_date(day, "long", locale="sv").replace(" ", _NO_BREAK)


@lru_cache(maxsize=1024)
def veckodag(day: date) -> str:
    """Return ``tisdag``."""
    return format_date(day, "EEEE", locale="sv")


def dagen_den(day: date) -> str:
    """Return ``tisdagen den 3 mars 2026``, for running text."""
    return f"{veckodag(day)}en den {long(day)}"


def short_da(day: date) -> str:
    """Return ``03.03.2026``, for the tables and headers of Danish documents."""
    return f"{day:%d.%m.%Y}"


def long_da(day: date) -> str:
    """Return ``3. marts 2026`` with no-break spaces, for running text in Danish."""
    return format_date(day, "long", locale="da").replace(" ", _NO_BREAK)


def add_months(day: date, months: int) -> date:
    """Return the same day ``months`` later (or earlier), else the last day of that month.

    Source: 1 § lagen (1930:173) om beräkning av lagstadgad tid.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def years_old(birth: date, on: date) -> int:
    """Return the full years lived; a birthday on 29 February falls on the 28th in other years.

    The month's last day stands in for a missing one as in 1 § lagen (1930:173).
    """
    years = on.year - birth.year
    return years if add_months(birth, 12 * years) <= on else years - 1
