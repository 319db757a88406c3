"""What the work on a template has left in it and no recipient should see: changes, comments, hidden text."""

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from docgen.errors import Severity
from docgen.templating.lint.ledger import Ledger
from docgen.templating.lint.story import OFF, place_of
from docgen.templating.lint.tag import shown
from docgen.templating.xml_part import W, XmlPart

_CHANGES = tuple(
    f"{W}{name}"
    for name in (
        *("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "numberingChange"),
        *("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange", "tblGridChange"),
        "tblPrExChange",
    )
)
_COMMENTS = (f"{W}commentReference", f"{W}comment")
_BRACES = re.compile(r"\{\{|\{%|\}\}|%\}")


def judge(xml: XmlPart, hidden_styles: frozenset[str], ledger: Ledger) -> None:
    """Tell of what is left in a part: tracked changes and comments once each, hidden text for each paragraph."""
    changes = list(xml.root.iter(*_CHANGES))
    struck = [one for one in changes if one.tag == f"{W}del" and _BRACES.search(_deleted(one))]
    for paragraph in dict.fromkeys(_paragraph(one) for one in struck):
        said = shown("".join(_deleted(one) for one in struck if _paragraph(one) is paragraph))
        place = place_of(xml, struck[0] if paragraph is None else paragraph)
        ledger.tell_at("M-48", place, orsak="mall_struken_tagg", ratt="mall_godta_strykningen", text=said)
    others = [one for one in changes if one not in struck]
    _tell_together(xml, others, "mall_andringar", "mall_godta_andringar", ledger)
    _tell_together(xml, list(xml.root.iter(*_COMMENTS)), "mall_kommentarer", "mall_ta_bort_kommentarer", ledger)
    for paragraph in xml.root.iter(f"{W}p"):
        text = "".join(_hidden(paragraph, hidden_styles)).strip()
        if text:
            ledger.tell_at("M-49", place_of(xml, paragraph), Severity.WARNING, text=shown(text))


def _tell_together(xml: XmlPart, found: list[etree._Element], reason: str, remedy: str, ledger: Ledger) -> None:
    if found:
        ledger.tell_at("M-48", place_of(xml, found[0]), orsak=reason, ratt=remedy, antal=str(len(found)))


def _deleted(change: etree._Element) -> str:
    return "".join(one.text or "" for one in change.iter(f"{W}delText", f"{W}delInstrText"))


def _paragraph(element: etree._Element) -> etree._Element | None:
    return next(element.iterancestors(f"{W}p"), None)


def _hidden(paragraph: etree._Element, styles: frozenset[str]) -> Iterator[str]:
    """Yield the hidden words of a paragraph; those that are deleted or in a text box are left out."""
    by_style = _style(paragraph, "pPr/{W}pStyle") in styles
    for run in paragraph.iter(f"{W}r"):
        if _paragraph(run) is paragraph and _is_hidden(run, styles, by_style=by_style):
            yield from (text.text or "" for text in run.iterchildren(f"{W}t"))


def _is_hidden(run: etree._Element, styles: frozenset[str], *, by_style: bool) -> bool:
    own = run.find(f"{W}rPr/{W}vanish")
    if own is not None:
        return own.get(f"{W}val") not in OFF
    return by_style or _style(run, "rPr/{W}rStyle") in styles


def _style(element: etree._Element, path: str) -> str | None:
    found = element.find(f"{W}{path.format(W=W)}")
    return None if found is None else found.get(f"{W}val")


def hidden_styles(parts: Iterable[XmlPart]) -> frozenset[str]:
    """Return the styles that hide their text, and those that are based on them."""
    styles = [style for part in parts if part.root.tag == f"{W}styles" for style in part.root.iterchildren(f"{W}style")]
    hidden: set[str] = set()
    for _ in range(len(styles)):
        before = len(hidden)
        for style in styles:
            own, base = style.find(f"{W}rPr/{W}vanish"), style.find(f"{W}basedOn")
            on = (
                own.get(f"{W}val") not in OFF if own is not None else base is not None and base.get(f"{W}val") in hidden
            )
            hidden |= {style.get(f"{W}styleId", "")} if on else set()
        if len(hidden) == before:
            break
    return frozenset(hidden)
