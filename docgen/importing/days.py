"""The forms in which other systems write a day, and which day it is in Sweden at a moment.

The rule of summer time is written here and not read from the machine's time zone files: a small system may lack them,
and newer ones give Stockholm the summers of Berlin before 1970.
"""

import re
from datetime import UTC, date, datetime, timedelta

_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_OFFSET = r"[+-](?:0\d|1[0-4]):?[0-5]\d"
_DOT_NET = re.compile(rf"/Date\((-?\d{{1,16}})(?:{_OFFSET})?\)/", re.ASCII)
_TIME = r"\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?"
_ISO = re.compile(rf"(\d{{4}}-\d{{2}}-\d{{2}})(?:[T ]({_TIME})(Z|{_OFFSET})?)?", re.ASCII)

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_WINTER, _SUMMER = timedelta(hours=1), timedelta(hours=2)
_NO_DAY = datetime(1, 1, 1, tzinfo=UTC) - _EPOCH
_COMMON_RULE = 1996
"""The first year of today's summer time; what is older in an export is a day of birth or a day, never an hour."""


def day(text: str) -> date | None:
    """Return the day in Sweden that ``text`` writes; raise ValueError when it writes none.

    Known are ``2026-03-02``, the same with a time (``T23:30:00Z``, ``T00:00:00+01:00``), ``20260302`` and .NET's
    ``/Date(1772406000000+0100)/``. None is .NET's first day, which means that there is none.
    """
    try:
        found = _day(text)
    except (ValueError, OverflowError):  # the calendar has no such day, or docgen no such year
        raise ValueError("day") from None
    return None if found.year == 1 else found


def _day(text: str) -> date:
    if match := _DIGITS.fullmatch(text):
        return date(int(match[1]), int(match[2]), int(match[3]))
    if match := _DOT_NET.fullmatch(text):
        return _dot_net(int(match[1]))
    if match := _ISO.fullmatch(text):
        return _iso(match[1], match[2] or "00:00", match[3] or "")
    raise ValueError("day")


def swedish_day(moment: datetime) -> date:
    """Return the day it is in Sweden at ``moment``, which is in UTC.

    Before 1996 summer time is reckoned the whole year: midnight is then the right day whether the sender followed the
    rule of those years or, as Windows does, today's for all years.
    """
    return (moment + (_SUMMER if _is_summer(moment) else _WINTER)).date()


def _is_summer(moment: datetime) -> bool:
    if moment.year < _COMMON_RULE:
        return True
    return _change(moment.year, 3) <= moment < _change(moment.year, 10)


def _change(year: int, month: int) -> datetime:
    """Return 01:00 UTC on the last Sunday of a month that has 31 days (directive 2000/84/EC)."""
    last = datetime(year, month, 31, 1, tzinfo=UTC)
    return last - timedelta(days=last.isoweekday() % 7)


def _dot_net(milliseconds: int) -> date:
    """Return the day; the milliseconds are in UTC, whatever zone is told beside them."""
    since = timedelta(milliseconds=milliseconds)
    if _NO_DAY - _SUMMER <= since <= _NO_DAY:  # as a Swedish midnight it is in the year before the first
        return date.min
    return swedish_day(_EPOCH + since)


def _iso(written: str, time: str, zone: str) -> date:
    """Return the day as it is written, or the day in Sweden where the zone is told."""
    moment = datetime.fromisoformat(f"{written}T{time}{zone}")
    return swedish_day(moment.astimezone(UTC)) if zone and moment.year > 1 else moment.date()
