"""How a foreign value is read: one function per word that a map may use, each with what it refuses."""

import html
import re
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum

from docgen.importing import amounts, days
from docgen.importing.faults import Unfit
from docgen.importing.paths import plain
from docgen.values import belopp
from docgen.values.identitet import IdReason, InvalidIdentity, Personnummer, format_personnummer, parse_personnummer


class Som(StrEnum):
    """The words of a map for how a value is read."""

    TEXT = "text"
    DATUM = "datum"
    PERSONNUMMER = "personnummer"
    NUMMERTYP = "nummertyp"
    NAMN = "namn"
    FORNAMN = "fornamn"
    EFTERNAMN = "efternamn"
    JA_NEJ = "ja_nej"
    HELTAL = "heltal"
    KRONOR = "kronor"
    ORE = "ore"
    BELOPP = "belopp"
    KOD = "kod"


Known = str | int | bool
"""What a foreign value becomes."""

_LINE_END = re.compile(r"\r\n?")
_BREAK = re.compile(r"<br\s*/?>[ \t]*\n?", re.IGNORECASE)
_MARKUP = re.compile(r"</?(?:p|div|span|b|i|u|strong|em|font|a|ul|ol|li|table|tr|td|h[1-6])\b[^<>]*>", re.IGNORECASE)
_ENTITY = re.compile(r"&[A-Za-z]{2,8};")
_SPACES = re.compile("[\xa0\u2007\u202f]")
_WHOLE = re.compile(r"-?\d{1,15}", re.ASCII)
_YES, _NO = {"j", "ja", "y", "yes", "true", "1"}, {"n", "nej", "no", "false", "0"}


def converted(som: Som, value: object, codes: Mapping[str, str], today: date) -> Known | None:
    """Return what ``value`` says, None when it says nothing; raise Unfit J-20 to J-26 or J-29 when it is another thing.

    ``codes`` is the code table of KOD; ``today`` gives a personnummer of ten digits its century.
    """
    if value is None or (isinstance(value, str) and not _SPACES.sub(" ", value).strip()):
        return None
    if som is Som.KOD:
        return _code(value, codes)
    if som in _OF_PERSON:
        return _OF_PERSON[som](_personnummer(value, today))
    return _READ[som](value)


def _written(value: object) -> str:
    """Return the text of a text or a whole number; raise Unfit J-26 for anything else."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise Unfit("J-26")
    return str(value).strip()


def _text(value: object) -> str:
    r"""Return plain text: every line break as ``\n``, every no-break space as a space."""
    lines = _BREAK.sub("\n", _LINE_END.sub("\n", _written(value)))
    if _MARKUP.search(lines):
        raise Unfit("J-29")
    text = _SPACES.sub(" ", _ENTITY.sub(lambda match: html.unescape(match[0]), lines))
    return "\n".join(line.rstrip() for line in text.split("\n")).strip()


def _day(value: object) -> str | None:
    text = _written(value)
    try:
        found = days.day(text)
    except ValueError:
        raise Unfit("J-20") from None
    return found.isoformat() if found else None


def _personnummer(value: object, today: date) -> Personnummer:
    try:
        found = parse_personnummer(_written(value), today)
    except InvalidIdentity as error:
        raise Unfit("J-22", orsak=f"nummer_{error.reason}") from None
    if not found.separator_matches:
        raise Unfit("J-22", orsak=f"nummer_{IdReason.FORM}")
    return found


def _names(value: object) -> tuple[str, str]:
    """Return the family name and the first name of ``Efternamn, Förnamn``."""
    family, comma, first = (one.strip() for one in _text(value).partition(","))
    if not comma or not family or not first or "," in first:
        raise Unfit("J-25")
    return family, first


def _name(value: object) -> str:
    """Return ``Förnamn Efternamn``; a name without comma is as it is to be."""
    text = _text(value)
    return " ".join(reversed(_names(text))) if "," in text else text


def _yes_or_no(value: object) -> bool:
    said = plain(value).casefold()
    if said not in _YES | _NO:
        raise Unfit("J-23")
    return said in _YES


def _whole(value: object) -> int:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    text = _written(value)
    if not _WHOLE.fullmatch(text):
        raise Unfit("J-26")
    return int(text)


def _code(value: object, codes: Mapping[str, str]) -> str:
    code = plain(value)
    if code not in codes:
        raise Unfit("J-24")
    return codes[code]


def _amount(read: Callable[[object], Known]) -> Callable[[object], Known]:
    def exact(value: object) -> Known:
        try:
            return read(value)
        except ValueError:
            raise Unfit("J-21") from None

    return exact


_READ: Mapping[Som, Callable[[object], Known | None]] = {
    Som.TEXT: lambda value: _text(value) or None,
    Som.DATUM: _day,
    Som.NAMN: _name,
    Som.FORNAMN: lambda value: _names(value)[1],
    Som.EFTERNAMN: lambda value: _names(value)[0],
    Som.JA_NEJ: _yes_or_no,
    Som.HELTAL: _whole,
    Som.KRONOR: _amount(amounts.whole_kronor),
    Som.ORE: _amount(amounts.ore),
    Som.BELOPP: _amount(lambda value: belopp.kronor(amounts.kronor(value))),
}
_OF_PERSON: Mapping[Som, Callable[[Personnummer], str]] = {
    Som.PERSONNUMMER: format_personnummer,
    Som.NUMMERTYP: lambda found: str(found.kind),
}
