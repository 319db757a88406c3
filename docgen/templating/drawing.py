"""Documents that bring pictures and links: python-docx adds their files and addresses to the package."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any

from docx.parts.story import StoryPart
from docxtpl import DocxTemplate, InlineImage
from jinja2.exceptions import SecurityError

from docgen.templating.bounds import Budget
from docgen.templating.package import unpacked
from docgen.templating.part import Part
from docgen.templating.printing import OwnXml
from docgen.templating.rich import FORMATTED, LINK, Asked, Image

_HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


@dataclass(frozen=True, slots=True)
class _Linked(OwnXml):
    """Formatted text whose links get an address in the part it is printed in."""

    package: DocxTemplate
    xml: str

    def __html__(self) -> str:
        return LINK.sub(lambda link: self._relation(unescape(link.group(1))), self.xml)

    def _relation(self, url: str) -> str:
        key: str = self.package.current_rendering_part.relate_to(url, _HYPERLINK, is_external=True)
        return key


class _Picture(InlineImage):  # type: ignore[misc] # docxtpl has no types
    """docxtpl's picture, where Word can have one."""

    def __html__(self) -> str:
        if not isinstance(self.tpl.current_rendering_part, StoryPart):
            raise SecurityError("Picture")
        return str(self._insert_image())


def with_relations(
    source: bytes, parts: Sequence[Part], data: dict[str, Any], asked: Asked, budget: Budget
) -> tuple[dict[str, bytes], list[tuple[str, bytes]]]:
    """Return all members of the package with the pictures and links of ``data`` added, and the filled parts.

    A docxtpl object is made for this document alone.
    """
    package = DocxTemplate(io.BytesIO(source))
    package.render_init()
    bound = _bound(data, package)
    rooms = {part.partname.membername: part for part in package.docx.part.package.iter_parts()}
    filled = []
    for part in parts:
        package.current_rendering_part = rooms[part.name]
        filled.append((part.name, part.filled(bound, asked, budget)))
    target = io.BytesIO()
    package.docx.save(target)
    return unpacked(target.getvalue()), filled


def _bound(value: Any, package: DocxTemplate) -> Any:  # noqa: ANN401 (what has been vetted)
    """Return ``value`` with each picture and link bound to the package of this document."""
    if isinstance(value, dict):
        return {name: _bound(one, package) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_bound(one, package) for one in value]
    if isinstance(value, Image):
        return _Picture(package, io.BytesIO(value.content), value.width, value.height, value.anchor)
    if type(value) in FORMATTED and LINK.search(str(value)):
        for url in LINK.findall(str(value)):
            package.build_url_id(unescape(url))
        return _Linked(package, str(value))
    return value
