"""Headings: the first is of level 1, none is more than one level below the one before, and each is one to Word."""

from collections.abc import Iterator
from itertools import pairwise

from lxml import etree

from docgen.errors import Severity
from docgen.templating.lint.ledger import Ledger
from docgen.templating.lint.paper import Paper
from docgen.templating.lint.routes import befores
from docgen.templating.lint.sheet import Sheet
from docgen.templating.lint.steps import Heading, steps
from docgen.templating.lint.story import GONE, Paragraph
from docgen.templating.xml_part import W

_LONGEST = 80
"""Characters of a text that can be meant as a heading."""
_SENTENCE = (".", ",", ";", "!")
_PLACED = frozenset({"tc", "txbxContent"})


def judge_levels(paper: Paper, sheet: Sheet, ledger: Ledger) -> None:
    """Tell of each heading that is, or in some document can be, too far below what comes before it."""
    found = [Heading(one, level) for one in paper.left if (level := sheet.level(one.element))]
    for heading, before in befores(steps(paper.tree, found)).items():
        wrong = [one for one in before if heading.level > _level(one) + 1]
        if wrong:
            highest = min(wrong, key=_level)
            _tell(heading, highest, ledger, is_certain=len(wrong) == len(before))


def _level(heading: Heading | None) -> int:
    return heading.level if heading else 0


def _tell(heading: Heading, before: Heading | None, ledger: Ledger, *, is_certain: bool) -> None:
    severity = Severity.WARNING if is_certain else Severity.NOTE
    place, level = heading.at.place, str(heading.level)
    if before is None:
        reason = "mall_rubrik_ar" if is_certain else "mall_rubrik_kan_bli"
        ledger.tell_at("M-62", place, severity, niva=level, orsak=reason)
        return
    facts = {"niva": level, "fore": str(before.level), "stycke": str(before.at.place.paragraph)}
    facts |= {"lagst": str(before.level + 1)}
    reason = "mall_rubrik_kommer" if is_certain else "mall_rubrik_kan_komma"
    ledger.tell_at("M-63", place, severity, orsak=reason, **facts)


def judge_looks(paper: Paper, sheet: Sheet, ledger: Ledger) -> None:
    """Tell of each paragraph that looks like a heading to those who see it, and is none to the others."""
    usual = sheet.size(sheet.looks_of(sheet.default))
    for one, after in pairwise(paper.left):
        is_alone = one.home == after.home and _may_be_meant(one, sheet) and not sheet.level(after.element)
        if is_alone and _is_loud(one, sheet, usual) and not _is_loud(after, sheet, usual):
            ledger.tell_at("M-64", one.place, Severity.NOTE)


def _may_be_meant(paragraph: Paragraph, sheet: Sheet) -> bool:
    """Tell whether a paragraph is short and of no style that says what it is."""
    element, text = paragraph.element, paragraph.text.strip()
    if sheet.style_of(element) != sheet.default or len(text) > _LONGEST or text.endswith(_SENTENCE):
        return False
    is_placed = any(room[0] in _PLACED for room in paragraph.home) or _has(element, "framePr", "numPr")
    return not is_placed and not sheet.level(element)


def _has(element: etree._Element, *names: str) -> bool:
    return any(element.find(f"{W}pPr/{W}{name}") is not None for name in names)


def _runs(element: etree._Element) -> Iterator[etree._Element]:
    """Yield the runs of a paragraph that say something."""
    for run in element.iter(f"{W}r"):
        text = "".join(one.text or "" for one in run.iterchildren(f"{W}t"))
        around = list(run.iterancestors())
        own = next((one for one in around if one.tag == f"{W}p"), None) is element
        if text.strip() and own and not any(one.tag in GONE for one in around):
            yield run


def _is_loud(paragraph: Paragraph, sheet: Sheet, usual: float) -> bool:
    """Tell whether all of a paragraph is bold and larger than text usually is."""
    looks = [list(sheet.looks(run, paragraph.element)) for run in _runs(paragraph.element)]
    return bool(looks) and all(sheet.is_bold(one) and sheet.size(one) > usual for one in looks)
