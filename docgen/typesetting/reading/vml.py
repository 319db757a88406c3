"""Reads what Word drew before 2010 (VML in a w:pict): a picture, or a simple text box at an anchor."""

import re
from dataclasses import dataclass
from typing import Final

from docgen.typesetting.formats import Anchor, Border, Look
from docgen.typesetting.model import Box, Picture
from docgen.typesetting.reading.graphics import called
from docgen.typesetting.reading.names import Element, R, W, points
from docgen.typesetting.reading.pictures import taken
from docgen.typesetting.reading.story import StoryReader

_V: Final = "{urn:schemas-microsoft-com:vml}"
_O: Final = "{urn:schemas-microsoft-com:office:office}"
_W10: Final = "{urn:schemas-microsoft-com:office:word}"

_FORMS: Final = frozenset({f"{_V}shape", f"{_V}rect"})
_PASSED: Final = frozenset(
    {
        *(f"{_V}shapetype", f"{_V}path", f"{_V}formulas", f"{_V}handles", f"{_O}lock", f"{_W10}anchorlock"),
        *(f"{_W10}wrap", f"{_V}imagedata", f"{_V}textbox"),
    }
)
_PICTURE_FORM: Final = "_x0000_t75"  # the shape type that Word gives a picture: no line, no ground
_IMAGE: Final = frozenset({f"{R}id", f"{_O}title", f"{_O}relid"})
_TURNED: Final = ("rotation", "flip", "mso-width-percent", "mso-height-percent", "mso-left-percent", "mso-top-percent")
_ACROSS: Final = {"text": "column", "margin": "margin", "page": "page"}
_DOWN: Final = {"text": "paragraph", "margin": "margin", "page": "page"}
_WRAPS: Final = {
    "": "none",
    "none": "none",
    "topAndBottom": "topAndBottom",
    "square": "around",
    "tight": "around",
    "through": "around",
}
_INSETS: Final = ("7.2pt", "3.6pt", "7.2pt", "3.6pt")  # left, top, right, bottom
_NAMED_COLORS: Final = {"black": "000000", "white": "FFFFFF", "none": ""}
_COLOR: Final = re.compile(r"#?(\w+)(?: \[\d+\])?")


def old_drawing(element: Element, look: Look, story: StoryReader) -> Picture | Box | None:
    """Return what a w:pict shows, None when it shows nothing or cannot be set. Raises ValueError."""
    forms = [one for one in element.iterchildren("*") if one.tag != f"{_V}shapetype"]
    if len(forms) != 1 or forms[0].tag not in _FORMS:
        for one in forms or [element]:
            story.cannot(called(one))
        return None
    shape = _Form.of(forms[0])
    if shape.said.get("visibility") == "hidden":
        return None
    if forms[0].get(f"{_O}hr"):
        story.cannot("v:rect o:hr")
        return None
    _refuse(shape, story)
    if (image := forms[0].find(f"{_V}imagedata")) is not None:
        return _picture(image, shape, look, story)
    return _box(shape, story)


@dataclass(frozen=True, slots=True)
class _Form:
    """A shape and what its style attribute says."""

    element: Element
    said: dict[str, str]

    @classmethod
    def of(cls, element: Element) -> "_Form":
        pairs = (one.partition(":") for one in element.get("style", "").split(";") if one.strip())
        return cls(element, {name.strip(): value.strip() for name, _, value in pairs})

    @property
    def floats(self) -> bool:
        return self.said.get("position") == "absolute"

    def has_type(self) -> bool:
        """Tell whether the type of this shape is described in its part."""
        name = self.element.get("type", "").removeprefix("#")
        return any(one.get("id") == name for one in self.element.getroottree().iter(f"{_V}shapetype"))

    def length(self, name: str) -> float:
        """Return a length of the style, 0 where it says none. Raises ValueError."""
        return _length(self.said.get(name, "0"))

    def switch(self, name: str, *, default: bool) -> bool:
        """Return a VML switch: f, false and 0 turn it off."""
        value = self.element.get(name)
        return default if value is None else value not in {"f", "false", "0"}


def _refuse(shape: _Form, story: StoryReader) -> None:
    """Name what is done to a shape beyond its place and size."""
    for child in shape.element.iterchildren("*"):
        if child.tag not in _PASSED:
            story.cannot(called(child))
    for name in _TURNED:
        if shape.said.get(name, "0") != "0":
            story.cannot(f"v:shape {name}")


def _picture(image: Element, shape: _Form, look: Look, story: StoryReader) -> Picture | None:
    drawn_as_picture = shape.element.get("type", "").endswith(_PICTURE_FORM)
    for name in ("stroked", "filled"):
        if shape.switch(name, default=not drawn_as_picture):
            story.cannot(f"v:shape {name}")
    for attribute in sorted({str(one) for one in image.attrib} - _IMAGE):
        story.cannot(f"v:imagedata {attribute.rpartition('}')[2]}")
    file = taken(image.get(f"{R}id"), story)
    if file is None:
        return None
    place = _anchor(shape, story) if shape.floats else None
    size = shape.length("width"), shape.length("height")
    return Picture(file, *size, alt=shape.element.get("alt", ""), look=look, anchor=place)


def _box(shape: _Form, story: StoryReader) -> Box | None:
    text = shape.element.find(f"{_V}textbox")
    content = text.find(f"{W}txbxContent") if text is not None else None
    if text is None or content is None or not shape.floats:
        story.cannot(called(shape.element) if text is None else "v:textbox")
        return None
    if shape.element.tag == f"{_V}shape" and not shape.has_type():
        story.cannot("v:shape v:shapetype")  # LibreOffice forgets the insets then, and Word knows no outline
    within = text.get("style", "")
    if "layout-flow" in within:
        story.cannot("v:textbox layout-flow")
    left, top, right, bottom = _insets(text.get("inset", ""))
    width = shape.length("width")
    return Box(
        width=width,
        height=shape.length("height"),
        blocks=story.inside(width - left - right).blocks(content),
        anchor=_anchor(shape, story),
        insets=(top, right, bottom, left),
        fill=_color(shape, "filled", "fillcolor", "white", story),
        line=_line(shape, story),
        grows="mso-fit-shape-to-text:t" in within.replace(" ", ""),
    )


def _length(value: str) -> float:
    """Return a length with a unit in points. Raises ValueError for one without, which may be pixels or anything."""
    if value[-1:].isdecimal() and float(value):
        raise ValueError
    return points(value)


def _insets(value: str) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom; those that are left out are Word's own."""
    said = [*(one.strip() for one in value.split(",")), *("",) * len(_INSETS)]
    left, top, right, bottom = (_length(one or usual) for one, usual in zip(said, _INSETS, strict=False))
    return left, top, right, bottom


def _line(shape: _Form, story: StoryReader) -> Border | None:
    color = _color(shape, "stroked", "strokecolor", "black", story)
    return Border(_length(shape.element.get("strokeweight", "0.75pt")), color) if color else None


def _color(shape: _Form, switch: str, name: str, usual: str, story: StoryReader) -> str:
    """Return the colour of the ground or the line, "" when it is turned off."""
    if not shape.switch(switch, default=True):
        return ""
    value = shape.element.get(name, usual)
    found = _COLOR.fullmatch(value)
    code = found[1] if found else ""
    if code in _NAMED_COLORS:
        return _NAMED_COLORS[code]
    if not value.startswith("#") or not re.fullmatch("(?:[0-9a-fA-F]{3}){1,2}", code):
        story.cannot(f"v:shape {name}")
        return ""
    return (code if len(code) > len("rgb") else "".join(one * 2 for one in code)).upper()


def _anchor(shape: _Form, story: StoryReader) -> Anchor:
    wrap = shape.element.find(f"{_W10}wrap")
    kind = wrap.get("type", "") if wrap is not None else ""
    across = wrap.get("anchorx", "") if wrap is not None else ""
    down = wrap.get("anchory", "") if wrap is not None else ""
    x_align = _align(shape, "horizontal", frozenset({"left", "center", "right"}), story)
    y_align = _align(shape, "vertical", frozenset({"top", "center", "bottom"}), story)
    return Anchor(
        across=_from(shape, "horizontal", across, _ACROSS, story),
        down=_from(shape, "vertical", down, _DOWN, story),
        x=0.0 if x_align else shape.length("margin-left"),
        y=0.0 if y_align else shape.length("margin-top"),
        x_align=x_align,
        y_align=y_align,
        wrap=_WRAPS.get(kind, "around"),
        behind=shape.said.get("z-index", "0").startswith("-"),
        gap=(shape.length("mso-wrap-distance-top"), shape.length("mso-wrap-distance-bottom")),
    )


def _from(shape: _Form, way: str, wrapped: str, froms: dict[str, str], story: StoryReader) -> str:
    said = shape.said.get(f"mso-position-{way}-relative") or wrapped or "text"
    if said not in froms or (story.nested and said != "text"):
        story.cannot(f"v:shape mso-position-{way}-relative:{said}")
    return froms.get(said, froms["text"])


def _align(shape: _Form, way: str, aligns: frozenset[str], story: StoryReader) -> str:
    said = shape.said.get(f"mso-position-{way}", "absolute")
    if said != "absolute" and said not in aligns:
        story.cannot(f"v:shape mso-position-{way}:{said}")
    return said if said in aligns else ""
