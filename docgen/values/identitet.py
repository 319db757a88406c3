"""Personnummer, samordningsnummer, reservnummer and organisationsnummer.

Sources: 18 § folkbokföringslagen (1991:481); 2 kap. 8 § lagen (2022:1697) om samordningsnummer;
Inera's format for national reserve identities (NRID); IVO's form for reporting.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from docgen.values.datum import years_old
from docgen.values.tecken import plain

_PERSONNUMMER = re.compile("([0-9]{2})?([0-9]{2})([0-9]{2})([0-9]{2})([-+]?)([0-9]{4})")
_SIGHTING = re.compile(
    "(?<![0-9])(18|19|20)?([0-9]{2})([0-9]{2})([0-9]{2})[-+ ]?([0-9]{4})(?![0-9])",
)
_ORGANISATIONSNUMMER = re.compile("([0-9]{6})-?([0-9]{4})")

# The letters of NRID are A-Z without I, O, Q, V and W; the third stands for an unknown sex.
_NRID = re.compile("([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})-?([A-HJ-NPR-UX-Z]{2}[0-9A-HJ-NPR-UX-Z][0-9])")
_IVO = re.compile("([0-9]{4})([0-9]{2})([0-9]{2})-?(T[0-9]{3}|TF[0-9]{2})")
_STOCKHOLM = re.compile("(99[0-9]{6})-?([0-9]{4})")

_DOUBLED = (0, 2, 4, 6, 8, 1, 3, 5, 7, 9)
_SAMORDNING = 60
_CENTENARIAN = 100
_AGE_LIMIT = 125


class IdTyp(StrEnum):
    """The two kinds of identity number the state assigns."""

    PERSONNUMMER = "personnummer"
    SAMORDNINGSNUMMER = "samordningsnummer"


class IdReason(StrEnum):
    """Why an identity cannot be right."""

    FORM = "form"
    DATUM = "datum"
    KONTROLLSIFFRA = "kontrollsiffra"
    LOPNUMMER = "lopnummer"
    FRAMTID = "framtid"
    ALDER = "alder"


class InvalidIdentity(ValueError):
    """An identity that cannot be right; tells the reason and never the value."""

    def __init__(self, reason: IdReason) -> None:
        super().__init__(reason.value)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Personnummer:
    """A personnummer or samordningsnummer that can be right; its repr shows no personal data.

    ``digits`` is the stored form YYYYMMDDNNNC. ``separator_matches`` is false when a ``+`` is written
    for someone who does not turn 100 this year or has not done so earlier (R-61).
    """

    digits: str = field(repr=False)
    fodelsedatum: date = field(repr=False)
    kind: IdTyp
    separator_matches: bool


def luhn_valid(digits: str) -> bool:
    """Return whether the last of ``digits`` (ASCII only) is the Luhn check digit of the others."""
    numbers = [int(digit) for digit in reversed(digits)]
    return (sum(numbers[::2]) + sum(_DOUBLED[number] for number in numbers[1::2])) % 10 == 0


def parse_personnummer(text: str, today: date) -> Personnummer:
    """Return the personnummer or samordningsnummer that ``text`` writes with 10 or 12 digits.

    Raises InvalidIdentity (R-60: form, date, serial, check digit, not in the future, age under 125).
    With 10 digits the century follows from the separator and ``today`` (18 § folkbokföringslagen);
    without a separator the latest birth that has happened is meant.
    """
    match = _PERSONNUMMER.fullmatch(plain(text))
    if match is None:
        raise InvalidIdentity(IdReason.FORM)
    century, yy, mm, dd, separator, serial = match.groups()
    kind, day = _kind_and_day(int(dd))
    year = int(century + yy) if century else _birth_year(int(yy), (int(mm), day), separator, today)
    fodelsedatum = _calendar_day(year, int(mm), day)
    if fodelsedatum is None:
        raise InvalidIdentity(IdReason.DATUM)
    _check_number(yy + mm + dd + serial)
    _check_age(fodelsedatum, today)
    young = today.year - year < _CENTENARIAN
    return Personnummer(f"{year:04}{mm}{dd}{serial}", fodelsedatum, kind, not (separator == "+" and young))


def format_personnummer(personnummer: Personnummer) -> str:
    """Return ``YYYYMMDD-NNNN``, the form printed in documents; the written century makes ``+`` needless."""
    return f"{personnummer.digits[:8]}-{personnummer.digits[8:]}"


def contains_personnummer(text: str) -> bool:
    """Return whether ``text`` holds something that looks like a valid personnummer or samordningsnummer.

    Looks for 10 or 12 digits with a possible ``-``, ``+`` or space, a calendar day, a serial other
    than 000 and a right check digit; age and future are not weighed.
    """
    return any(_looks_valid(sighting) for sighting in _SIGHTING.finditer(plain(text)))


def parse_reservnummer(text: str) -> str:
    """Return the reservnummer in capital letters, in one of the three forms known.

    NRID: 12 characters ``XXYYMMDDNNGC`` without hyphen. Stockholm: 12 digits that start with 99. IVO:
    ``YYYYMMDD-Tnnn`` or ``YYYYMMDD-TFnn``. Raises InvalidIdentity (form, datum). No published check
    digit rule for the first two was found, so none is enforced.
    """
    written = plain(text).upper()
    if match := _STOCKHOLM.fullmatch(written):
        return match[1] + match[2]
    if match := _IVO.fullmatch(written):
        return _ivo(match)
    if match := _NRID.fullmatch(written):
        return _nrid(match)
    raise InvalidIdentity(IdReason.FORM)


def parse_organisationsnummer(text: str) -> str:
    """Return the organisationsnummer as ``NNNNNN-NNNN``; raises InvalidIdentity (form, kontrollsiffra)."""
    match = _ORGANISATIONSNUMMER.fullmatch(plain(text))
    if match is None:
        raise InvalidIdentity(IdReason.FORM)
    if not luhn_valid(match[1] + match[2]):
        raise InvalidIdentity(IdReason.KONTROLLSIFFRA)
    return f"{match[1]}-{match[2]}"


def _kind_and_day(written: int) -> tuple[IdTyp, int]:
    """Return the kind and the calendar day; a samordningsnummer adds 60 to the day."""
    if written > _SAMORDNING:
        return IdTyp.SAMORDNINGSNUMMER, written - _SAMORDNING
    return IdTyp.PERSONNUMMER, written


def _birth_year(yy: int, month_day: tuple[int, int], separator: str, today: date) -> int:
    """Return the four-digit birth year that two digits and the separator mean on ``today``."""
    year = today.year - (today.year - yy) % 100
    unborn = year == today.year and month_day > (today.month, today.day)
    # A written hyphen says "not yet 100", so a date later this year is then refused, never guessed.
    return year - 100 if separator == "+" or (separator == "" and unborn) else year


def _calendar_day(year: int, month: int, day: int) -> date | None:
    """Return the date, or None if the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _check_number(ten_digits: str) -> None:
    """Raise InvalidIdentity unless serial and check digit are possible."""
    if ten_digits[6:9] == "000":
        raise InvalidIdentity(IdReason.LOPNUMMER)
    if not luhn_valid(ten_digits):
        raise InvalidIdentity(IdReason.KONTROLLSIFFRA)


def _check_age(fodelsedatum: date, today: date) -> None:
    """Raise InvalidIdentity unless the person is born and under 125 years old."""
    if fodelsedatum > today:
        raise InvalidIdentity(IdReason.FRAMTID)
    if years_old(fodelsedatum, today) >= _AGE_LIMIT:
        raise InvalidIdentity(IdReason.ALDER)


def _looks_valid(sighting: re.Match[str]) -> bool:
    """Return whether the digits found have a calendar day, a serial and a right check digit."""
    century, yy, mm, dd, serial = sighting.groups()
    _, day = _kind_and_day(int(dd))
    # Without a century 2000 stands for all: it alone of the century years has a leap day.
    born = _calendar_day(int((century or "20") + yy), int(mm), day)
    return born is not None and not serial.startswith("000") and luhn_valid(yy + mm + dd + serial)


def _ivo(match: re.Match[str]) -> str:
    """Return the IVO form with its hyphen; raises InvalidIdentity (datum)."""
    yyyy, mm, dd, tail = match.groups()
    if _calendar_day(int(yyyy), int(mm), int(dd)) is None:
        raise InvalidIdentity(IdReason.DATUM)
    return f"{yyyy}{mm}{dd}-{tail}"


def _nrid(match: re.Match[str]) -> str:
    """Return the NRID without hyphen; raises InvalidIdentity (datum).

    XX is the century of birth plus a multiple of 3 (19 -> 22, 25 ..., 20 -> 23, 26 ...). XX = 00 means
    an unknown date of birth: month 20-99 and day 40-59 are then a serial number.
    """
    xx, yy, mm, dd, tail = match.groups()
    if xx == "00":
        possible = mm >= "20" and "40" <= dd <= "59"
    else:
        possible = "22" <= xx <= "98" and _calendar_day(1800 + int(xx) % 3 * 100 + int(yy), int(mm), int(dd))
    if not possible:
        raise InvalidIdentity(IdReason.DATUM)
    return xx + yy + mm + dd + tail
