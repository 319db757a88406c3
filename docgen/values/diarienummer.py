"""Diarienummer and ärendenummer: no legal format, so the pattern is a setting (5 kap. 2 § OSL)."""

import re
import unicodedata
from enum import StrEnum

from docgen.values.identitet import contains_personnummer
from docgen.values.tecken import plain

# 2007/310-75, SN 18/0098, SN-2017-50, VON-2025/00095, 00322/2026, Dnr 31/16, 1.6-0463/2011
DEFAULT_PATTERN = re.compile(
    r"(?=.{1,60}\Z)(?=[^0-9]*[0-9])[0-9A-Za-zÅÄÖåäö]+(?:(?:[./:_-]|:? )[0-9A-Za-zÅÄÖåäö]+)*",
)

_LETTERS = str.maketrans({"æ": "ae", "Æ": "AE", "ø": "o", "Ø": "O", "ß": "ss"})
_UNSAFE = re.compile(r"[^0-9A-Za-z._]+")
_DEVICE = re.compile(r"(?:con|prn|aux|nul|conin|conout|com[0-9]|lpt[0-9])(?:\.|\Z)", re.IGNORECASE)
_LONGEST_NAME = 80
_NAMELESS = "namnlos"


class DiarieReason(StrEnum):
    """Why a diarienummer is refused."""

    FORM = "form"
    PERSONNUMMER = "personnummer"


class InvalidDiarienummer(ValueError):
    """A diarienummer that is refused; tells the reason and never the value."""

    def __init__(self, reason: DiarieReason) -> None:
        super().__init__(reason.value)
        self.reason = reason


def parse_diarienummer(text: str, pattern: re.Pattern[str] = DEFAULT_PATTERN) -> str:
    """Return the diarienummer (or ärendenummer) in NFKC, dashes as hyphens, if all of it fits ``pattern``.

    Raises InvalidDiarienummer: ``personnummer`` when it is or holds one (it is printed and registered
    where 3 kap. 10 § lagen (2018:218) wants a clear reason for one), else ``form``.
    """
    written = plain(text)
    if contains_personnummer(written):
        raise InvalidDiarienummer(DiarieReason.PERSONNUMMER)
    if not pattern.fullmatch(written):
        raise InvalidDiarienummer(DiarieReason.FORM)
    return written


def file_name_part(text: str) -> str:
    """Return ``text`` as 1-80 characters A-Z a-z 0-9 . _ - that every file system takes as one name.

    Two texts may give the same part (``SN 2026/1`` and ``SN-2026-1``).
    """
    letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).translate(_LETTERS))
    base = "".join(letter for letter in letters if not unicodedata.combining(letter))
    joined = re.sub(r"\.{2,}", ".", _UNSAFE.sub("-", base)).strip("-._")
    named = joined[:_LONGEST_NAME].strip("-._") or _NAMELESS
    return f"x-{named[: _LONGEST_NAME - 2]}" if _DEVICE.match(named) else named
