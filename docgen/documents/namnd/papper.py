"""What the paper of every document of a board has: its marks, and what proves that the finished PDF is whole."""

import re
from collections.abc import Iterable, Sequence

from docgen.documents.contract import BasVy
from docgen.documents.namnd.contract import Beslutsavsnitt
from docgen.documents.record import Record
from docgen.values.text import typeset
from docgen.wording import Wording

_FORSTA_ORDEN = 4

_OSAKERT = re.compile(r"\S*[^\u0000-\u017f\s]\S*")
"""A word with a sign beyond Latin Extended-A."""


def markt(base: BasVy, record: Record, wording: Wording, marken: Sequence[str] = (), *, publik: bool) -> BasVy:
    """Return ``base`` with the mark of a version for the public, else with ``marken`` where the document has none."""
    if publik:
        base["dokument"]["markningar"].append(typeset(wording("markning.offentlig")))
    elif not record.dokument.sekretessmarkering:
        base["dokument"]["markningar"] += marken
    return base


def kontroll(
    nummer: Sequence[str], rubriker: Iterable[str], beslut: Iterable[Beslutsavsnitt | None]
) -> tuple[str, ...]:
    """Return what proves that the PDF is this document and whole; beginnings, since a page may end in a paragraph.

    Words in signs that a PDF may not give back as they were written prove nothing and are left out.
    """
    decisions = [punkt for one in beslut if one for punkt in one["punkter"]]
    starts = [" ".join(text.split()[:_FORSTA_ORDEN]) for text in decisions]
    runs = [run.strip() for text in (*rubriker, *starts) for run in _OSAKERT.split(text)]
    return (*nummer, *[run for run in runs if run])
