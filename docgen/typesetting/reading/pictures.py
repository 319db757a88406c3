"""Reads a picture of DrawingML (pic:pic): its file, its crop, and what must not be done to it."""

import hashlib
from typing import Final

from docgen.typesetting.reading.graphics import PIC, A, called, refuse_effects, share
from docgen.typesetting.reading.names import Element, R
from docgen.typesetting.reading.parts import PartReader

Crop = tuple[float, float, float, float]
"""Left, top, right and bottom, as fractions."""

_TAKEN: Final = ((b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpg"), (b"GIF8", "gif"))
_NOT_TAKEN: Final = (
    (b"\x01\0\0\0", "EMF"),
    (b"\xd7\xcd\xc6\x9a", "WMF"),
    (b"\x01\0\x09\0", "WMF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"BM", "BMP"),
)
_WHOLE: Final = "100000"
# What a picture's a:blip may hold without being changed by it.
_HARMLESS: Final = frozenset({f"{A}extLst"})


def picture(element: Element, part: PartReader) -> tuple[str, Crop] | None:
    """Return the file of a pic:pic and its crop, None when there is none that can be set. Raises ValueError."""
    properties = element.find(f"{PIC}spPr")
    if properties is not None:
        refuse_effects(properties, part)
        _refuse_paint(properties, part)
    filling = element.find(f"{PIC}blipFill")
    blip = filling.find(f"{A}blip") if filling is not None else None
    if filling is None or blip is None:
        part.cannot("pic:pic a:blip")
        return None
    _refuse_changes(blip, part)
    name = taken("" if blip.get(f"{R}link") else blip.get(f"{R}embed"), part)
    return None if name is None else (name, _crop(filling, part))


def taken(relationship_id: str | None, part: PartReader) -> str | None:
    """Return the name that a picture file was given in ``part.files``; None, named, when it cannot be set."""
    content = part.target(relationship_id) if relationship_id else ""
    if isinstance(content, str):
        part.cannot("a:blip r:link")
        return None
    kind = next((kind for start, kind in _TAKEN if content.startswith(start)), None)
    if kind is None:
        other = next((kind for start, kind in _NOT_TAKEN if content.startswith(start)), "")
        part.cannot(f"picture {other}".strip())
        return None
    name = f"{hashlib.sha256(content).hexdigest()[:16]}.{kind}"
    part.files[name] = content
    return name


def _refuse_paint(properties: Element, part: PartReader) -> None:
    """Name a line around the picture and a ground behind it."""
    line = properties.find(f"{A}ln")
    if line is not None and len(line) and line.find(f"{A}noFill") is None:
        part.cannot("a:ln")
    for name in ("solidFill", "gradFill", "blipFill", "pattFill"):
        if properties.find(f"{A}{name}") is not None:
            part.cannot(f"pic:spPr a:{name}")


def _refuse_changes(blip: Element, part: PartReader) -> None:
    for child in blip.iterchildren("*"):
        is_whole = child.tag == f"{A}alphaModFix" and child.get("amt", _WHOLE) in {_WHOLE, "100%"}
        is_empty = child.tag == f"{A}lum" and not child.attrib
        if child.tag not in _HARMLESS and not is_whole and not is_empty:
            part.cannot(called(child))


def _crop(filling: Element, part: PartReader) -> Crop:
    """Return what is cut away; a picture that is tiled, or smaller than its place, is named."""
    stretched = filling.find(f"{A}stretch/{A}fillRect")
    if filling.find(f"{A}tile") is not None or (stretched is not None and any(map(share, stretched.attrib.values()))):
        part.cannot("a:fillRect" if stretched is not None else "a:tile")
    source = filling.find(f"{A}srcRect")
    if source is None:
        return 0.0, 0.0, 0.0, 0.0
    left, top, right, bottom = (share(source.get(side)) for side in ("l", "t", "r", "b"))
    if min(left, top, right, bottom) < 0 or left + right >= 1 or top + bottom >= 1:
        part.cannot("a:srcRect")
        return 0.0, 0.0, 0.0, 0.0
    return left, top, right, bottom
