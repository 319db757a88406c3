"""The language of a template: one must be said, it must be one that there is, and that of the document type."""

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from docgen.errors import Severity
from docgen.templating.fault import Place
from docgen.templating.lint.ledger import Ledger
from docgen.templating.lint.paper import Paper
from docgen.templating.lint.sheet import Sheet, value
from docgen.templating.lint.story import place_of
from docgen.templating.xml_part import W

_TAG = re.compile(
    r"[a-z]{2,3}(?:-[a-z]{3}){0,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?(?:-(?:[0-9a-z]{5,8}|[0-9][0-9a-z]{3}))*"
    r"(?:-[0-9a-wy-z](?:-[0-9a-z]{2,8})+)*(?:-x(?:-[0-9a-z]{1,8})+)?|x(?:-[0-9a-z]{1,8})+",
    re.IGNORECASE,
)
"""A language tag of BCP 47."""
_NONE = {"", "x-none"}


def judge(
    papers: Sequence[Paper], sheet: Sheet, settings: etree._Element | None, language: str, ledger: Ledger
) -> None:
    """Tell when the template has no language, another than ``language``, or one that is none."""
    for tag, place in _wrong(papers, sheet):
        facts = {"orsak": "mall_sprak_okant", "ratt": "mall_satt_sprak", "sprak": tag}
        ledger.tell_at("M-68", place, Severity.WARNING, **facts)
    said = next(_defaults(sheet, settings), "")
    if not said:
        ledger.tell_last("M-68", Severity.WARNING, orsak="mall_sprak_saknas", ratt="mall_satt_sprak")
    elif language and _TAG.fullmatch(said) and _primary(said) != _primary(language):
        facts = {"orsak": "mall_sprak_annat", "ratt": "mall_satt_sprak", "sprak": said, "typens": language}
        ledger.tell_last("M-68", Severity.WARNING, **facts)


def _defaults(sheet: Sheet, settings: etree._Element | None) -> Iterator[str]:
    """Yield the languages of text that says none itself, the one that counts first."""
    looks = (look.find(f"{W}lang") for look in sheet.looks_of(sheet.default))
    theme = None if settings is None else settings.find(f"{W}themeFontLang")
    yield from (said for one in (*looks, theme) if (said := value(one)) not in _NONE)


def _wrong(papers: Sequence[Paper], sheet: Sheet) -> Iterator[tuple[str, Place]]:
    """Yield each language that is none, with the first place that has it: in the text, else a style."""
    told: set[str] = set()
    places = [(one, place_of(paper.xml, one)) for paper in papers for one in _bad(paper.xml.root)]
    roots = (*sheet.own, *sheet.styles.values())
    for element, place in (*places, *((one, Place("")) for root in roots for one in _bad(root))):
        if value(element) not in told:
            told.add(value(element))
            yield value(element), place


def _bad(root: etree._Element) -> list[etree._Element]:
    return [one for one in root.iter(f"{W}lang") if value(one) and not _TAG.fullmatch(value(one))]


def _primary(tag: str) -> str:
    return tag.lower().partition("-")[0]
