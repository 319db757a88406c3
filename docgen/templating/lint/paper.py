"""What of a part is left on paper when it has been filled: all but what docxtpl takes away with its tags."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from docgen.templating.lint.blocks import Tree
from docgen.templating.lint.story import GONE, Kind, Paragraph
from docgen.templating.lint.tag import Tag
from docgen.templating.xml_part import W, XmlPart

_REPEATED = (f"{W}hdr", f"{W}ftr")
_TAKEN = ("p", "tr", "tc")


@dataclass(eq=False)
class Paper:
    """A part: its paragraphs, its tags as they stand and as a tree."""

    xml: XmlPart
    paragraphs: Sequence[Paragraph]
    tags: Sequence[Tag]
    tree: Tree

    @property
    def is_repeated(self) -> bool:
        """Tell whether it is a header or a footer, which is no part of what a PDF says."""
        return self.xml.root.tag in _REPEATED

    @property
    def is_body(self) -> bool:
        """Tell whether it is the body of the document."""
        return bool(self.xml.root.tag == f"{W}document")

    @cached_property
    def _taken(self) -> frozenset[etree._Element]:
        levels = ((tag.at.element, tag.level) for tag in self.tags if tag.at.kind is Kind.TEXT and tag.level in _TAKEN)
        return frozenset(found for element, level in levels if (found := _nearest(element, level)) is not None)

    @cached_property
    def left(self) -> Sequence[Paragraph]:
        """Return the paragraphs that are left and say something."""
        return [one for one in self.paragraphs if one.kind is Kind.TEXT and one.text.strip() and self.has(one.element)]

    def has(self, element: etree._Element) -> bool:
        """Tell whether an element is left."""
        return element not in self._taken and not any(one in self._taken for one in element.iterancestors())

    def elements(self, *names: str) -> Iterator[etree._Element]:
        """Yield the elements of these names that are left; what is deleted and Word's copies for itself are not."""
        for element in self.xml.root.iter(*names):
            if self.has(element) and not any(one.tag in GONE for one in element.iterancestors()):
                yield element


def _nearest(element: etree._Element, level: str) -> etree._Element | None:
    return element if level == "p" else next(element.iterancestors(f"{W}{level}"), None)
