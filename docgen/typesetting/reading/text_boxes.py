"""Reads a text box of DrawingML (wps:wsp) in its simple form: a rectangle with a ground, a line and text."""

from dataclasses import dataclass
from typing import Final

from docgen.typesetting.formats import Anchor, Border
from docgen.typesetting.model import Block, Box
from docgen.typesetting.reading.graphics import WPS, A, called, emu, refuse_effects, share, solid_color
from docgen.typesetting.reading.names import Element, W, said_on
from docgen.typesetting.reading.story import StoryReader

_INSETS: Final = (("tIns", "45720"), ("rIns", "91440"), ("bIns", "45720"), ("lIns", "91440"))  # 21.1.2.1.1
_LINE: Final = "9525"
_DASHES: Final = {"solid": "single", "sysDot": "dotted", "dash": "dashed", "sysDash": "dashed"}
# What a w:bodyPr may say only so, attribute by attribute.
_ONLY: Final = {"rot": {"0"}, "vert": {"horz"}, "wrap": {"square"}, "numCol": {"0", "1"}, "anchor": {"t"}}
_SWITCHES: Final = ("anchorCtr", "upright")
_THEMED: Final = (("lnRef", "ln"), ("fillRef", ""), ("effectRef", "effectLst"))
_FILLS: Final = ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill")
_DARK_TEXT: Final = frozenset({"dk1", "tx1"})


def text_box(element: Element, size: tuple[float, float], place: Anchor, story: StoryReader) -> Box:
    """Return a wps:wsp; what is not of the simple form is named. Raises ValueError."""
    properties = element.find(f"{WPS}spPr")
    look = _Outside("", None) if properties is None else _Outside.of(properties, story)
    if properties is not None:
        refuse_effects(properties, story)
        _refuse_theme(element, properties, story)
    body = element.find(f"{WPS}bodyPr")
    top, right, bottom, left = _insets(body)
    _refuse_turned(body, story)
    return Box(
        width=size[0],
        height=size[1],
        blocks=_blocks(element, story.inside(size[0] - left - right), story),
        anchor=place,
        insets=(top, right, bottom, left),
        fill=look.fill,
        line=look.line,
        grows=body is not None and body.find(f"{A}spAutoFit") is not None,
    )


def _blocks(element: Element, inside: StoryReader, story: StoryReader) -> tuple[Block, ...]:
    content = element.find(f"{WPS}txbx/{W}txbxContent")
    if element.find(f"{WPS}linkedTxbx") is not None:
        story.cannot("wps:linkedTxbx")
    return () if content is None else inside.blocks(content)


@dataclass(frozen=True, slots=True)
class _Outside:
    """The ground of a box ("" for none) and the line around it."""

    fill: str
    line: Border | None

    @classmethod
    def of(cls, properties: Element, story: StoryReader) -> "_Outside":
        fill, line = _fill(properties, story), properties.find(f"{A}ln")
        color = _fill(line, story) if line is not None else ""
        if line is None or not color:
            return cls(fill, None)
        dash = line.find(f"{A}prstDash")
        style = _DASHES.get(dash.get("val", "solid") if dash is not None else "solid")
        if style is None or line.get("cmpd", "sng") != "sng":
            story.cannot("a:ln a:prstDash" if style is None else "a:ln cmpd")
        return cls(fill, Border(emu(line.get("w", _LINE)), color, style or "single"))


def _fill(parent: Element, story: StoryReader) -> str:
    """Return the colour of a ground or a line, "" for none."""
    found = next((one for name in _FILLS if (one := parent.find(f"{A}{name}")) is not None), None)
    if found is None or found.tag == f"{A}noFill":
        return ""
    if found.tag != f"{A}solidFill":
        story.cannot(called(found))
        return ""
    return solid_color(found, story) or ""


def _refuse_theme(element: Element, properties: Element, story: StoryReader) -> None:
    """Name what the theme's formats would give a shape that does not say it itself."""
    style = element.find(f"{WPS}style")
    if style is None:
        return
    for reference, own in _THEMED:
        found = style.find(f"{A}{reference}")
        names = (own,) if own else _FILLS
        if found is None or found.get("idx", "0") == "0" or any(properties.find(f"{A}{n}") is not None for n in names):
            continue
        story.cannot(f"wps:style a:{reference}")
    line, font = properties.find(f"{A}ln"), style.find(f"{A}fontRef")
    themed = style.find(f"{A}lnRef")
    if line is not None and themed is not None and themed.get("idx", "0") != "0" and not _says_fill(line):
        story.cannot("wps:style a:lnRef")
    if font is not None and {one.get("val") for one in font.iterchildren("*")} - _DARK_TEXT:
        story.cannot("wps:style a:fontRef")


def _says_fill(line: Element) -> bool:
    return any(line.find(f"{A}{name}") is not None for name in _FILLS)


def _insets(body: Element | None) -> tuple[float, float, float, float]:
    top, right, bottom, left = (emu(value if body is None else body.get(name, value)) for name, value in _INSETS)
    return top, right, bottom, left


def _refuse_turned(body: Element | None, story: StoryReader) -> None:
    """Name what a wps:bodyPr does to the text but holding it in from the sides."""
    if body is None:
        return
    for name, values in _ONLY.items():
        if body.get(name) is not None and body.get(name) not in values:
            story.cannot(f"wps:bodyPr {name}={body.get(name)}")
    for name in _SWITCHES:
        if said_on(body.get(name)):
            story.cannot(f"wps:bodyPr {name}")
    _refuse_shrunk(body, story)


def _refuse_shrunk(body: Element, story: StoryReader) -> None:
    """Name text that is made smaller, bent or given depth."""
    shrunk = body.find(f"{A}normAutofit")
    if shrunk is not None and (share(shrunk.get("fontScale"), "100000") < 1 or shrunk.get("lnSpcReduction")):
        story.cannot("a:normAutofit")
    for name in ("prstTxWarp", "sp3d", "scene3d"):
        found = body.find(f"{A}{name}")
        if found is not None and found.get("prst") != "textNoShape":
            story.cannot(called(found))
