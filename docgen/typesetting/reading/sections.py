"""The sections of a Word file: the page, and what may differ from one section to the next."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from docgen.typesetting.model import Page
from docgen.typesetting.reading.names import VAL, Element, R, W, construct, on, points, said_on
from docgen.typesetting.reading.settings import Settings, has_usual_notes

_STARTS: Final = {"nextPage", "continuous", "oddPage", "evenPage"}
_NUMBERINGS: Final = {"decimal", "lowerRoman", "upperRoman", "lowerLetter", "upperLetter"}
_PASSED: Final = frozenset(
    f"{W}{name}" for name in ("paperSrc", "printerSettings", "formProt", "noEndnote", "endnotePr")
)
_PLAIN_VALUES: Final[dict[str, tuple[str, set[str | None]]]] = {
    "vAlign": (VAL, {"top"}),
    "textDirection": (VAL, {"lrTb", "lr", "tb"}),
    "docGrid": (f"{W}type", {None, "default"}),
    "lnNumType": (f"{W}countBy", {None}),
}
_MARGINS: Final = ("top", "right", "bottom", "left", "header", "footer")


@dataclass(slots=True)
class Layout:
    """What a w:sectPr says. ``stories`` are the relationship ids by ``header`` or ``footer`` and kind."""

    page: Page
    stories: dict[tuple[str, str], str]
    title_page: bool = False
    starts: str = "nextPage"
    first_number: int | None = None
    numbering: str = "decimal"
    columns: int = 1
    column_gap: float = 0.0

    @property
    def text_width(self) -> float:
        """Return the width between the margins."""
        return self.page.width - self.page.left - self.page.right

    @property
    def width(self) -> float:
        """Return the width of a column."""
        return (self.text_width - (self.columns - 1) * self.column_gap) / self.columns


_NO_PAGE: Final = Page(595.3, 841.9, 70.9, 70.9, 70.9, 70.9, 35.4, 35.4)
"""What stands in for a page that could not be read, until the document is refused."""


def read(element: Element | None, settings: Settings, cannot: Callable[[str], None]) -> Layout:
    """Return the layout of a section."""
    if element is None:
        cannot("w:sectPr")
        return Layout(_NO_PAGE, {})
    layout = Layout(_page(element, settings, cannot), {})
    for child in element:
        reads = _READERS.get(child.tag)
        try:
            if reads is not None:
                reads(child, layout, cannot)
            elif not _is_plain(child):
                cannot(construct(child, VAL))
        except (ValueError, KeyError):
            cannot(construct(child, VAL))
    return layout


def _page(element: Element, settings: Settings, cannot: Callable[[str], None]) -> Page:
    size, margins = element.find(f"{W}pgSz"), element.find(f"{W}pgMar")
    try:
        if size is None or margins is None:
            raise KeyError  # noqa: TRY301 (told just below, as a length that is missing is)
        width, height = (points(size.attrib[f"{W}{name}"]) for name in ("w", "h"))
        top, right, bottom, left, header, footer = (points(margins.attrib[f"{W}{name}"]) for name in _MARGINS)
        gutter = points(margins.get(f"{W}gutter", "0"))
    except (ValueError, KeyError):
        cannot("w:pgSz" if size is None else "w:pgMar")
        return _NO_PAGE
    if "w:mirrorMargins" in settings.switches and (left != right or gutter):
        cannot("w:mirrorMargins")
    if gutter and on(element.find(f"{W}rtlGutter")):
        cannot("w:rtlGutter")
    if "w:gutterAtTop" in settings.switches:
        return Page(width, height, top + gutter, right, bottom, left, header, footer)
    return Page(width, height, top, right, bottom, left + gutter, header, footer)


def _story(child: Element, layout: Layout, _cannot: Callable[[str], None]) -> None:
    name = child.tag.rpartition("}")[2].removesuffix("Reference")
    layout.stories[name, child.get(f"{W}type", "default")] = child.attrib[f"{R}id"]


def _type(child: Element, layout: Layout, cannot: Callable[[str], None]) -> None:
    layout.starts = child.get(VAL, "nextPage")
    if layout.starts not in _STARTS:
        cannot(construct(child, VAL))


def _title_page(child: Element, layout: Layout, _cannot: Callable[[str], None]) -> None:
    layout.title_page = on(child)


def _numbers(child: Element, layout: Layout, cannot: Callable[[str], None]) -> None:
    start = child.get(f"{W}start")
    layout.first_number = None if start is None else int(start)
    layout.numbering = child.get(f"{W}fmt", "decimal")
    if layout.numbering not in _NUMBERINGS:
        cannot(construct(child, f"{W}fmt"))
    if f"{W}chapStyle" in child.attrib:
        cannot(construct(child, f"{W}chapStyle"))


def _columns(child: Element, layout: Layout, cannot: Callable[[str], None]) -> None:
    layout.columns = int(child.get(f"{W}num", "1"))
    if layout.columns == 1:
        return
    layout.column_gap = points(child.get(f"{W}space", "720"))
    if child.get(f"{W}equalWidth") in {"0", "false", "off"}:
        cannot(construct(child, f"{W}equalWidth"))
    if said_on(child.get(f"{W}sep")):
        cannot(construct(child, f"{W}sep"))


_READERS: Final[dict[str, Callable[[Element, Layout, Callable[[str], None]], None]]] = {
    f"{W}headerReference": _story,
    f"{W}footerReference": _story,
    f"{W}type": _type,
    f"{W}titlePg": _title_page,
    f"{W}pgNumType": _numbers,
    f"{W}cols": _columns,
}


def _is_plain(child: Element) -> bool:
    """Tell whether what a section says has no effect on the page."""
    name = child.tag.rpartition("}")[2]
    if name in _PLAIN_VALUES:
        attribute, plain = _PLAIN_VALUES[name]
        return child.get(attribute) in plain
    match name:
        case "bidi":
            return not on(child)
        case "pgBorders":
            return len(child) == 0
        case "footnotePr":
            return has_usual_notes(child)
    return child.tag in _PASSED or name in {"pgSz", "pgMar", "rtlGutter"}


def used_kinds(layout: Layout, settings: Settings) -> Iterator[str]:
    """Yield the kinds of headers that a section prints."""
    yield "default"
    if layout.title_page:
        yield "first"
    if "w:evenAndOddHeaders" in settings.switches:
        yield "even"
