"""Tags where nothing is filled in: they would be printed as they stand."""

import re
from collections.abc import Iterator

from lxml import etree

from docgen.templating.fault import Place
from docgen.templating.lint.ledger import Ledger
from docgen.templating.lint.story import place_of
from docgen.templating.lint.tag import shown
from docgen.templating.unzip import told
from docgen.templating.xml_part import W, XmlPart

TAG = re.compile(r"\{\{.+?\}\}|\{%.+?%\}", re.DOTALL)
_WHOLE = ("p", "TitlesOfParts")
"""Elements whose texts are not looked at one by one: a paragraph is one text; the other is Word's copy of the title."""


def judge(xml: XmlPart, filled: frozenset[str], ledger: Ledger) -> None:
    """Tell of each tag in a part that is not filled; ``filled`` are the elements of the part that are."""
    for element, text in _texts(xml.root, filled):
        if found := TAG.search(text):
            place = place_of(xml, element) if xml.is_words else Place(xml.name, words=told(text.strip()))
            ledger.tell_at("M-47", place, tagg=shown(found[0]), orsak="mall_fylls_inte", ratt="mall_flytta_taggen")


def _texts(root: etree._Element, filled: frozenset[str]) -> Iterator[tuple[etree._Element, str]]:
    """Yield the texts of a part: those of paragraphs whole, and every text and attribute that stands outside them."""
    for element in root.iter(etree.Element):
        if _local(element) == "p":
            yield element, "".join(element.itertext(etree.Element))
        elif element.tag not in filled and not any(_local(one) in _WHOLE for one in element.iterancestors()):
            yield element, element.text or ""
        yield from ((element, str(value)) for value in element.attrib.values())


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def judge_bindings(xml: XmlPart, ledger: Ledger) -> None:
    """Tell of tags in content controls that Word fills from data of its own when the document is opened."""
    for binding in xml.root.xpath("//w:sdt/w:sdtPr/*[local-name()='dataBinding']", namespaces={"w": W[1:-1]}):
        control = binding.getparent().getparent()
        text = "".join(one.text or "" for one in control.iter(f"{W}t"))
        if found := TAG.search(text):
            spot = next(control.iter(f"{W}p"), control)
            ledger.tell_at(
                "M-47",
                place_of(xml, spot),
                tagg=shown(found[0]),
                orsak="mall_databunden",
                ratt="mall_ta_bort_kontrollen",
            )
