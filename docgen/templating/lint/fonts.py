"""The fonts that a template sets its text in: each must go with the PDF, and so be there and allow it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Protocol

from lxml import etree

from docgen.errors import Severity
from docgen.templating.fault import Place
from docgen.templating.lint.ledger import Ledger
from docgen.templating.lint.paper import Paper
from docgen.templating.lint.sheet import Sheet, value
from docgen.templating.xml_part import W

_SYMBOLS = {"symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings"}
"""Fonts of bullets and ticks, which are set as signs of a real font."""


_REASONS = {
    "FORBIDDEN": ("mall_typsnitt_far_inte", "mall_byt_typsnitt"),
    "MISSING": ("mall_typsnitt_saknas", "mall_byt_eller_installera"),
}
"""Why a font cannot go with the PDF and what to do, by what is said of it."""


class Embedding(Protocol):
    """Whether a font can go with the PDF from the machine that makes it: its name is a reason why not, or another."""

    @property
    def name(self) -> str:
        """Return what is said."""


Faces = Callable[[str], Embedding]
"""Tells of a font, by the name that Word has for it; one with a twin of the same measures is told as the twin."""


def judge(
    papers: Sequence[Paper], sheet: Sheet, numbering: etree._Element | None, faces: Faces, ledger: Ledger
) -> None:
    """Tell of each font that cannot go with the PDF, once, where it is used first."""
    told: set[str] = set()
    for name, style, place in (*_of_text(papers, sheet), *_of_numbers(papers, sheet, numbering)):
        if name.lower() not in told | _SYMBOLS:
            told.add(name.lower())
            _tell(name, sheet.title(style), place, faces(name), ledger)


def _tell(name: str, style: str, place: Place, found: Embedding, ledger: Ledger) -> None:
    if reason := _REASONS.get(found.name):
        facts = {"namn": name, "formatmall": style or "Normal", "orsak": reason[0], "ratt": reason[1]}
        ledger.tell_at("M-69", place, Severity.WARNING, **facts)


def _of_text(papers: Sequence[Paper], sheet: Sheet) -> Iterator[tuple[str, str, Place]]:
    """Yield the fonts of the texts that are left on paper, each with the style of its paragraph."""
    seen: set[tuple[str, str]] = set()
    for one in (one for paper in papers for one in paper.left):
        style = sheet.style_of(one.element)
        names = dict.fromkeys(
            sheet.font(looks, signs)
            for run in one.element.iter(f"{W}r")
            if run.find(f"{W}t") is not None
            for looks in [list(sheet.looks(run, one.element))]
            for signs in ("ascii", "hAnsi")
        )
        for name in names:
            if name and (name, style) not in seen:
                seen.add((name, style))
                yield name, style, one.place


def _of_numbers(
    papers: Sequence[Paper], sheet: Sheet, numbering: etree._Element | None
) -> Iterator[tuple[str, str, Place]]:
    """Yield the fonts of the numbers and bullets of the paragraphs that are left."""
    looks = {} if numbering is None else _looks_of_levels(numbering)
    for one in (one for paper in papers for one in paper.left):
        style = sheet.style_of(one.element)
        numbers = [found for part in (one.element, *sheet.chain(style)) for found in part.findall(f"{W}pPr/{W}numPr")]
        series = next(filter(None, (value(found.find(f"{W}numId")) for found in numbers)), "")
        level = next(filter(None, (value(found.find(f"{W}ilvl")) for found in numbers)), "0")
        for look in looks.get((series, level), ()):
            for signs in ("ascii", "hAnsi"):
                if name := sheet.font([look], signs):
                    yield name, style, one.place


def _looks_of_levels(numbering: etree._Element) -> Mapping[tuple[str, str], Sequence[etree._Element]]:
    """Return the settings of the characters of each level of each list."""
    lists = {one.get(f"{W}abstractNumId", ""): one for one in numbering.iterchildren(f"{W}abstractNum")}
    found = {}
    for number in numbering.iterchildren(f"{W}num"):
        levels = lists.get(value(number.find(f"{W}abstractNumId")))
        for level in () if levels is None else levels.iterchildren(f"{W}lvl"):
            key = number.get(f"{W}numId", ""), level.get(f"{W}ilvl", "")
            found[key] = level.findall(f"{W}rPr")
    return found
