"""Reads where a floating picture or text box lies (wp:anchor)."""

from typing import Final

from docgen.typesetting.formats import Anchor
from docgen.typesetting.reading.alternatives import chosen
from docgen.typesetting.reading.graphics import WP, WP14, called, emu
from docgen.typesetting.reading.names import MC, Element, said_on
from docgen.typesetting.reading.story import StoryReader

_ALTERNATIVES: Final = f"{MC}AlternateContent"
# From the margins' own left and top one measures from the edge of the page.
_ACROSS: Final = {"page": "page", "margin": "margin", "column": "column", "leftMargin": "page"}
_DOWN: Final = {"page": "page", "margin": "margin", "paragraph": "paragraph", "topMargin": "page"}
_OWN_AREA: Final = frozenset({"leftMargin", "topMargin"})
_X_ALIGNS: Final = frozenset({"left", "center", "right"})
_Y_ALIGNS: Final = frozenset({"top", "center", "bottom"})
_WRAPS: Final = {
    f"{WP}wrapNone": "none",
    f"{WP}wrapTopAndBottom": "topAndBottom",
    f"{WP}wrapSquare": "around",
    f"{WP}wrapTight": "around",
    f"{WP}wrapThrough": "around",
}
_IN_CELL: Final = frozenset({"column", "paragraph"})


def anchor(element: Element, story: StoryReader) -> Anchor:
    """Return where a wp:anchor puts its content; a place that cannot be reckoned is named. Raises ValueError."""
    if said_on(element.get("simplePos")):
        story.cannot("wp:anchor simplePos")
    _refuse_relative_size(element, story)
    across, x, x_align = _position(element, "positionH", _ACROSS, _X_ALIGNS, story)
    down, y, y_align = _position(element, "positionV", _DOWN, _Y_ALIGNS, story)
    if story.nested and not {across, down} <= _IN_CELL:
        story.cannot("w:tc wp:anchor")
    return Anchor(
        across=across,
        down=down,
        x=x,
        y=y,
        x_align=x_align,
        y_align=y_align,
        wrap=next((_WRAPS[one.tag] for one in element.iterchildren("*") if one.tag in _WRAPS), "none"),
        behind=said_on(element.get("behindDoc")),
        gap=(emu(element.get("distT")), emu(element.get("distB"))),
    )


def _position(
    element: Element, name: str, froms: dict[str, str], aligns: frozenset[str], story: StoryReader
) -> tuple[str, float, str]:
    """Return from where one measures, how far, and the alignment in its stead."""
    default = froms["margin"]
    position = _find(element, name)
    if position is None:
        story.cannot(f"wp:{name}")
        return default, 0.0, ""
    relative = position.get("relativeFrom", "")
    align = (position.findtext(f"{WP}align") or "").strip()
    offset = position.findtext(f"{WP}posOffset")
    if relative not in froms or (align and relative in _OWN_AREA):
        story.cannot(f"wp:{name} relativeFrom={relative}")
    elif (align or offset is None) and align not in aligns:
        found = next(position.iterchildren("*"), position)
        story.cannot(f"wp:{name} {align or called(found)}")
    else:
        return froms[relative], emu(offset), align
    return default, 0.0, ""


def _find(element: Element, name: str) -> Element | None:
    """Return a position, out of the alternatives that Word 2010 and later write around one."""
    found = element.find(f"{WP}{name}")
    if found is not None:
        return found
    versions = (chosen(one) for one in element.iterchildren(_ALTERNATIVES))
    return next((one for version in versions for one in version.iterchildren(f"{WP}{name}")), None)


def _refuse_relative_size(element: Element, story: StoryReader) -> None:
    """Name a width or a height that is a share of the page."""
    for name, size in (("sizeRelH", "pctWidth"), ("sizeRelV", "pctHeight")):
        percent = element.findtext(f"{WP14}{name}/{WP14}{size}")
        if percent is not None and percent.strip() != "0":
            story.cannot(f"wp14:{name}")
