"""The rule on attachments: their numbers, and what the text says of them (R-70)."""

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

from docgen.documents.bilaga import Bilaga
from docgen.documents.rule import Fault, Setting, rule
from docgen.documents.texts import texts
from docgen.errors import Severity

_NR = r"\d{1,2}(?![\d:/]|[.,]\d)"
HANVISNING = re.compile(
    rf"\bbilag(?:a|an|or|orna)\s+({_NR})(?:\s*[-\N{{EN DASH}}]\s*({_NR}))?((?:\s*,\s*{_NR})*\s+(?:och|samt)\s+{_NR})?"
    r"(?!\s+(?:till|i|hos)\b)",
    re.IGNORECASE,
)
"""Bilaga 2, bilagorna 1-3, bilaga 1, 2 och 4; not the attachment of another document: bilaga 3 till avtalet."""


class HarBilagor(Protocol):
    """A record with attachments."""

    @property
    def bilagor(self) -> Sequence[Bilaga]:
        """Return the attachments."""


@rule("R-70", Severity.ERROR, "bilagor numreras i följd, och hänvisningar går att följa")
def bilagor_i_foljd(record: HarBilagor, _: Setting) -> Iterator[Fault]:
    """The attachments are numbered from 1 in order, and the text refers to none that is not there."""
    for place, one in enumerate(record.bilagor, start=1):
        if one.nr != place:
            facts = {"orsak": "bilagor_i_foljd", "plats": str(place), "nummer": str(one.nr)}
            yield Fault(f"$.bilagor[{place - 1}].nr", facts)
    there = {one.nr for one in record.bilagor}
    for path, text in texts(record):
        missing = [] if path.startswith("$.bilagor[") else [one for one in _namnda(text) if one not in there]
        for number in dict.fromkeys(missing):
            yield Fault(path, {"orsak": "bilagan_finns_inte", "nummer": str(number)})


def _namnda(text: str) -> Iterator[int]:
    """Yield the numbers of the attachments that ``text`` refers to."""
    for first, last, others in HANVISNING.findall(text):
        yield from range(int(first), int(last or first) + 1)
        yield from (int(one) for one in re.findall(r"\d+", others))
