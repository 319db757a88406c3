"""Reads what is drawn in a run: a picture or a text box, in the line or at an anchor."""

from typing import Final

from docgen.typesetting.formats import Anchor, Look
from docgen.typesetting.model import Box, Picture
from docgen.typesetting.reading.alternatives import chosen
from docgen.typesetting.reading.anchoring import anchor
from docgen.typesetting.reading.graphics import PIC, WP, WPS, A, called, emu
from docgen.typesetting.reading.names import MC, Element, W, construct, said_on
from docgen.typesetting.reading.pictures import picture
from docgen.typesetting.reading.story import StoryReader
from docgen.typesetting.reading.text_boxes import text_box
from docgen.typesetting.reading.vml import old_drawing

_ALTERNATIVES: Final = f"{MC}AlternateContent"
_DRAWN: Final = frozenset({f"{W}drawing", f"{W}pict", _ALTERNATIVES})
_ANCHOR: Final = f"{WP}anchor"
_DECORATIVE: Final = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_SLACK: Final = 2.0  # points of room for effects that Word 2007 leaves around pictures that have none


def drawing(element: Element, look: Look, story: StoryReader) -> Picture | Box | None:
    """Return a w:drawing, a w:pict or the alternatives around them.

    None when nothing is printed, or when it cannot be set, which is named.
    """
    try:
        return _drawn(element, look, story)
    except ValueError:
        story.cannot(construct(element))
        return None


def _drawn(element: Element, look: Look, story: StoryReader) -> Picture | Box | None:
    if element.tag == _ALTERNATIVES:
        version = chosen(element)
        inside = next((one for one in version.iterchildren("*") if one.tag in _DRAWN), None)
        if inside is None:
            story.cannot(called(version))
        return _drawn(inside, look, story) if inside is not None else None
    if element.tag == f"{W}pict":
        return old_drawing(element, look, story)
    placed = next(element.iterchildren(f"{WP}inline", _ANCHOR), None)
    if placed is None:
        story.cannot(construct(element))
    return _placed(placed, look, story) if placed is not None else None


def _placed(element: Element, look: Look, story: StoryReader) -> Picture | Box | None:
    """Return the content of a wp:inline or a wp:anchor."""
    about = element.find(f"{WP}docPr")
    if said_on(element.get("hidden")) or (about is not None and said_on(about.get("hidden"))):
        return None
    content = next(element.iterfind(f"{A}graphic/{A}graphicData/*"), None)
    if content is None or content.tag not in {f"{PIC}pic", f"{WPS}wsp"}:
        story.cannot(called(content) if content is not None else called(element))
        return None
    place = anchor(element, story) if element.tag == _ANCHOR else None
    width, height = _size(element)
    if content.tag == f"{WPS}wsp":
        return _box(content, (width, height), place, story)
    _refuse_room(element, story)
    found = picture(content, story)
    if found is None:
        return None
    file, crop = found
    return Picture(file, width, height, alt=_alternative(about), look=look, anchor=place, crop=crop)


def _box(content: Element, size: tuple[float, float], place: Anchor | None, story: StoryReader) -> Box | None:
    if place is None:
        story.cannot("wp:inline wps:wsp")
        return None
    return text_box(content, size, place, story)


def _size(element: Element) -> tuple[float, float]:
    extent = element.find(f"{WP}extent")
    if extent is None:
        raise ValueError
    return emu(extent.get("cx")), emu(extent.get("cy"))


def _alternative(about: Element | None) -> str:
    """Return what a picture shows, in words; "" when it is there for decoration, or nobody has said."""
    if about is None or any(said_on(one.get("val")) for one in about.iter(_DECORATIVE)):
        return ""
    return about.get("descr") or about.get("title") or ""


def _refuse_room(element: Element, story: StoryReader) -> None:
    """Name room for effects (shadows, turned corners) that moves a picture in its line."""
    room = element.find(f"{WP}effectExtent") if element.tag != _ANCHOR else None
    if room is not None and any(abs(emu(value)) > _SLACK for value in room.attrib.values()):
        story.cannot("wp:effectExtent")
