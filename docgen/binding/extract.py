"""A § cut out of a finished protocol, with a sheet on which the extract is certified."""

import re
from dataclasses import dataclass
from datetime import date

from pypdf import PdfReader
from pypdf.generic import BooleanObject, DictionaryObject, NameObject, TextStringObject

from docgen.binding import pages, sheet
from docgen.binding.opened import parsing
from docgen.binding.paragraphs import pages_of
from docgen.binding.words import words
from docgen.errors import UsageError
from docgen.stages.files import Copied
from docgen.stages.xmp import CREATOR
from docgen.values.datum import iso, long

_TITLE = re.compile(r"Protokoll (.+?) (\d{4}-\d{2}-\d{2})\b")
LANG = "sv-SE"


@dataclass(frozen=True, slots=True)
class Certified:
    """Who certifies the extract and when; ``by`` is "Namn, titel", "" for a line to write on."""

    by: str
    day: date


@dataclass(frozen=True, slots=True)
class Extract:
    """The finished extract and the pages of the protocol that it holds, from 1."""

    data: Copied
    pages: range


def extract(protocol: PdfReader, paragraf: int, certified: Certified, organ: str = "") -> Extract:
    """Return the pages of a § and the sheet that certifies them.

    The body and the day of the meeting stand in the title of a protocol that docgen made; ``organ`` goes before.
    Raises as ``pages_of``, UsageError B-13 when no body is known, and Unusable for a damaged file.
    """
    found = pages_of(protocol, paragraf)
    meeting = _meeting(protocol, organ)
    writer = pages.empty()
    with parsing():
        for number in found:
            pages.take(protocol.pages[number], writer, only_used=True)
    from_one = range(found.start + 1, found.stop + 1)
    sheet.page(_sheet(paragraf, from_one, certified, meeting), writer)
    root = writer.root_object
    root[NameObject("/Lang")] = TextStringObject(LANG)
    root[NameObject("/ViewerPreferences")] = DictionaryObject({NameObject("/DisplayDocTitle"): BooleanObject(True)})
    body, day = meeting
    title = words()("utdrag.titel", organ=body, datum=day, paragraf=str(paragraf))
    says = {"Title": title.replace("  ", " "), "Creator": CREATOR}
    return Extract(Copied(pages.written(writer, says)), from_one)


def _meeting(protocol: PdfReader, organ: str) -> tuple[str, str]:
    """Return the body and the day of its meeting, "" when only the body is known."""
    with parsing():
        about = protocol.metadata
        said = " ".join((about.title or "").split()) if about else ""
    match = _TITLE.match(said)
    if not (organ or match):
        raise UsageError("B-13")
    return organ or (match[1] if match else ""), match[2] if match else ""


def _sheet(paragraf: int, found: range, certified: Certified, meeting: tuple[str, str]) -> sheet.Sheet:
    body, day = meeting
    spoken = {"organ": body, "paragraf": str(paragraf)}
    where = words()("utdrag.sammantrade", datum=long(date.fromisoformat(day)), **spoken) if day else ""
    first, last = found[0], found[-1]
    span = str(first) if first == last else f"{first}\N{EN DASH}{last}"
    return sheet.Sheet(
        huvud=(body, words()("utdrag.huvud", paragraf=str(paragraf))),
        rubrik=words()("utdrag.rubrik"),
        rader=[
            where or words()("utdrag.organ", **spoken),
            words()("utdrag.en_sida" if first == last else "utdrag.sidor", sidor=span),
            words()("utdrag.bestyrks"),
            iso(certified.day),
        ],
        lang=LANG,
        underskrift=words()("utdrag.underskrift" if not certified.by else "utdrag.undertecknad"),
        undertecknare=certified.by,
    )
