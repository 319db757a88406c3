"""The days that a text speaks of."""

import re
from collections.abc import Iterator
from datetime import date

from docgen.documents.namn import normal
from docgen.values.datum import long

MANADER = {long(date(2000, number, 1)).split()[1]: number for number in range(1, 13)}
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_LANG = re.compile(rf"(?<!\d)(\d{{1,2}}) ({'|'.join(MANADER)}) (\d{{4}})(?!\d)", re.IGNORECASE)


def dagar_i(text: str) -> Iterator[date]:
    """Yield the whole days in ``text``, written 2026-03-03 or 3 mars 2026; one that the calendar lacks is none."""
    plain = normal(text)
    found = [(year, month, day) for year, month, day in _ISO.findall(plain)]
    found += [(year, str(MANADER[month.casefold()]), day) for day, month, year in _LANG.findall(plain)]
    for year, month, day in found:
        try:
            yield date(int(year), int(month), int(day))
        except ValueError:
            continue
