"""The Danish CPR number: DDMMYY-XXXX.

Sources: cpr.dk, "Opbygning af CPR-nummeret" and "Personnumre uden kontrolciffer". The century of birth follows from the
seventh digit and the two digits of the year. Modulus 11 is not looked at: numbers that do not satisfy it are given
since 2007 and are as good as any.

An erstatnings-CPR (a system's own number for one who has none, often with 60 added to the day) is refused: it has no
date of birth and is in no register outside the system that made it.
"""

import re
from dataclasses import dataclass, field
from datetime import date

from docgen.values.identitet import IdReason, InvalidIdentity
from docgen.values.tecken import plain

_CPR = re.compile("([0-9]{2})([0-9]{2})([0-9]{2})[- ]?([0-9]{4})")
_SIGHTING = re.compile(rf"(?<![0-9]){_CPR.pattern}(?![0-9])")

_NEVER = -1
_LAST_YEAR_OF_20XX = {**dict.fromkeys("0123", _NEVER), **dict.fromkeys("49", 36), **dict.fromkeys("5678", 57)}
"""By seventh digit the last two-digit year that is of this century."""


@dataclass(frozen=True, slots=True)
class Cpr:
    """A CPR number that can be right; ``digits`` are all ten. Its repr shows no personal data."""

    digits: str = field(repr=False)
    foedselsdato: date = field(repr=False)


def parse_cpr(text: str, today: date) -> Cpr:
    """Return the CPR number that ``text`` writes with or without hyphen.

    Raises InvalidIdentity (R-63: form, date, not in the future).
    """
    match = _CPR.fullmatch(plain(text))
    if match is None:
        raise InvalidIdentity(IdReason.FORM)
    born = _born(*match.groups())
    if born is None:
        raise InvalidIdentity(IdReason.DATUM)
    if born > today:
        raise InvalidIdentity(IdReason.FRAMTID)
    return Cpr("".join(match.groups()), born)


def format_cpr(cpr: Cpr) -> str:
    """Return ``DDMMYY-XXXX``, the form printed in documents."""
    return f"{cpr.digits[:6]}-{cpr.digits[6:]}"


def contains_cpr(text: str) -> bool:
    """Return whether ``text`` holds ten digits that can be a CPR number; the future is not weighed."""
    return any(_born(*sighting.groups()) is not None for sighting in _SIGHTING.finditer(plain(text)))


def _born(day: str, month: str, year: str, serial: str) -> date | None:
    """Return the day of birth, or None if the calendar has no such day."""
    try:
        return date(_century(serial[0], int(year)) + int(year), int(month), int(day))
    except ValueError:
        return None


def _century(seventh: str, year: int) -> int:
    """Return the century of birth: of the other years those with 5 to 8 are before 1900."""
    if year <= _LAST_YEAR_OF_20XX[seventh]:
        return 2000
    return 1800 if seventh in "5678" else 1900
