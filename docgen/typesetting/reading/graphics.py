"""The names of DrawingML, its lengths and its colours."""

import colorsys
from typing import Final

from docgen.typesetting.reading.names import Element
from docgen.typesetting.reading.parts import PartReader

WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WP14: Final = "{http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing}"
A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PIC: Final = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
WPS: Final = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"

_EMU: Final = 12700  # to the point
_THOUSANDTHS: Final = 100_000  # a whole, in thousandths of a percent
_TEXT_SLOTS: Final = {"tx1": "text1", "tx2": "text2"}
_LUMINANCE: Final = frozenset({f"{A}lumMod", f"{A}lumOff"})


def called(element: Element) -> str:
    """Return the name of an element with the prefix it has in its file: ``c:chart``."""
    local = str(element.tag).rpartition("}")[2]
    return f"{element.prefix}:{local}" if element.prefix else local


def emu(value: str | None) -> float:
    """Return a length of DrawingML in points, 0 when there is none. Raises ValueError."""
    return int(value or "0") / _EMU


def share(value: str | None, default: str = "0") -> float:
    """Return a percentage of DrawingML as a fraction. Raises ValueError."""
    value = value or default
    return float(value[:-1]) / 100 if value.endswith("%") else int(value) / _THOUSANDTHS


def solid_color(parent: Element, part: PartReader) -> str | None:
    """Return the colour of an a:solidFill or whatever holds one colour; None, named, when it is no plain one."""
    color = next(parent.iterchildren("*"), None)
    if color is None:
        part.cannot(called(parent))
        return None
    found = _named_color(color, part)
    if found is None or {one.tag for one in color.iterchildren("*")} - _LUMINANCE:
        part.cannot(f"{called(parent)} {called(color)}")
        return None
    return _lit(found, color)


def _named_color(color: Element, part: PartReader) -> str | None:
    value = str(color.get("val", ""))
    if color.tag == f"{A}srgbClr":
        return value.upper()
    if color.tag == f"{A}schemeClr":
        return part.styles.ink.theme.color(_TEXT_SLOTS.get(value, value))
    return color.get("lastClr") if color.tag == f"{A}sysClr" else None


def _lit(color: str, said: Element) -> str:
    """Return a colour as bright as a:lumMod and a:lumOff make it."""
    if not len(said):
        return color
    hue, light, saturation = colorsys.rgb_to_hls(*(part / 255 for part in bytes.fromhex(color)))
    for one in said.iterchildren("*"):
        amount = share(one.get("val"))
        light = light * amount if one.tag == f"{A}lumMod" else light + amount
    made = colorsys.hls_to_rgb(hue, min(1.0, light), saturation)
    return "".join(f"{round(part * 255):02X}" for part in made)


def refuse_effects(properties: Element, part: PartReader) -> None:
    """Name what the properties of a shape or a picture (wps:spPr, pic:spPr) do to it: turning, effects, depth."""
    transform = properties.find(f"{A}xfrm")
    if transform is not None:
        for name in ("rot", "flipH", "flipV"):
            if transform.get(name, "0") not in {"0", "false"}:
                part.cannot(f"a:xfrm {name}")
    for name in ("effectLst", "effectDag", "scene3d", "sp3d"):
        found = properties.find(f"{A}{name}")
        if found is not None and len(found):
            part.cannot(called(found))
    shape = properties.find(f"{A}prstGeom")
    if properties.find(f"{A}custGeom") is not None:
        part.cannot("a:custGeom")
    elif shape is not None and shape.get("prst") != "rect":
        part.cannot(f"a:prstGeom prst={shape.get('prst')}")
