"""What a w:pPr says of a paragraph, and what comes of several that lie upon one another."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final, TypedDict

from docgen.typesetting.formats import Align, Border, Borders, Frame, LineRule, Shape, TabStop
from docgen.typesetting.reading.framing import frame
from docgen.typesetting.reading.ink import Ink
from docgen.typesetting.reading.names import VAL, Element, W, construct, on, points, said_on

AUTOSPACING: Final = 14.0
"""What Word puts before and after a paragraph whose spacing it is to choose itself."""
_BODY_LEVEL: Final = 9


class Said(TypedDict, total=False):
    """The properties that were said; ``tabs`` by position, None for one that was cleared."""

    align: Align
    left: float
    right: float
    first: float
    before: float
    after: float
    auto_before: bool
    auto_after: bool
    line: float
    line_rule: LineRule
    contextual: bool
    keep_next: bool
    keep_lines: bool
    widow_control: bool
    unhyphenated: bool
    page_break_before: bool
    tabs: dict[float, TabStop | None]
    top: Border | None
    right_edge: Border | None
    bottom: Border | None
    left_edge: Border | None
    between: Border | None
    shade: str
    outline: int
    num_id: int
    level: int
    frame: Frame


@dataclass(frozen=True, slots=True)
class Properties:
    """One layer: what is said, and by property what cannot be set ("" where a property is fine)."""

    said: Said = field(default_factory=Said)
    cannot: dict[str, str] = field(default_factory=dict)

    def over(self, under: "Properties") -> "Properties":
        """Return this layer laid upon another: tab stops are added to those below, all else replaces them."""
        said: Said = {**under.said, **self.said}
        if "tabs" in self.said and "tabs" in under.said:
            said["tabs"] = {**under.said["tabs"], **self.said["tabs"]}
        return Properties(said, {**under.cannot, **self.cannot})


NOTHING: Final = Properties()

_PASSED: Final = frozenset(
    f"{W}{name}"
    for name in (
        *("pStyle", "rPr", "sectPr", "suppressLineNumbers", "suppressOverlap"),
        *("kinsoku", "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN"),
        *("adjustRightInd", "snapToGrid", "divId", "cnfStyle"),
    )
)
_OFF_OR_REFUSED: Final = frozenset(f"{W}{name}" for name in ("bidi", "mirrorIndents"))
_PLAIN_VALUES: Final = {
    f"{W}textDirection": ("lrTb", "lr"),
    f"{W}textAlignment": ("auto", "baseline"),
    f"{W}textboxTightWrap": ("none",),
    f"{W}wordWrap": (None, "1", "true", "on"),
}
_SWITCHES: Final[Mapping[str, str]] = {
    f"{W}keepNext": "keep_next",
    f"{W}keepLines": "keep_lines",
    f"{W}pageBreakBefore": "page_break_before",
    f"{W}widowControl": "widow_control",
    f"{W}contextualSpacing": "contextual",
    f"{W}suppressAutoHyphens": "unhyphenated",
}
_ALIGNS: Final = {
    "left": Align.LEFT,
    "start": Align.LEFT,
    "center": Align.CENTER,
    "right": Align.RIGHT,
    "end": Align.RIGHT,
    "both": Align.BOTH,
}
_EDGES: Final = {
    f"{W}top": "top",
    f"{W}right": "right_edge",
    f"{W}bottom": "bottom",
    f"{W}left": "left_edge",
    f"{W}between": "between",
}
_TAB_KINDS: Final = {
    "left": "left",
    "start": "left",
    "num": "left",
    "center": "center",
    "right": "right",
    "end": "right",
    "decimal": "decimal",
    "bar": "bar",
}
_LEADERS: Final = {
    "none": "",
    "dot": ".",
    "hyphen": "-",
    "underscore": "_",
    "heavy": "_",
    "middleDot": "·",
}


@dataclass(frozen=True, slots=True)
class PropertyReader:
    """Reads w:pPr with a theme's colours."""

    ink: Ink

    def read(self, properties: Element | None) -> Properties:
        """Return what a w:pPr says."""
        layer = Properties()
        for child in () if properties is None else properties:
            self._child(child, layer)
        return layer

    def _child(self, child: Element, layer: Properties) -> None:
        faults: list[str] = []
        tag = child.tag
        try:
            if tag in _SWITCHES:
                layer.said[_SWITCHES[tag]] = on(child)  # type: ignore[literal-required] # the table's values are names
            elif tag in _READERS:
                _READERS[tag](self, child, layer.said, faults.append)
            elif not _is_plain(child):
                faults.append(construct(child, VAL))
        except (ValueError, KeyError):
            faults.append(construct(child, VAL))
        layer.cannot[tag] = faults[0] if faults else ""

    def _align(self, child: Element, said: Said, _cannot: Callable[[str], None]) -> None:
        said["align"] = _ALIGNS[child.get(VAL, "")]

    def _indent(self, child: Element, said: Said, cannot: Callable[[str], None]) -> None:
        left = child.get(f"{W}left", child.get(f"{W}start"))
        right = child.get(f"{W}right", child.get(f"{W}end"))
        hanging, first = child.get(f"{W}hanging"), child.get(f"{W}firstLine")
        if left is not None:
            said["left"] = points(left)
        if right is not None:
            said["right"] = points(right)
        if hanging is not None:
            said["first"] = -points(hanging)
        elif first is not None:
            said["first"] = points(first)
        _refuse(child, cannot, "Chars")

    def _spacing(self, child: Element, said: Said, cannot: Callable[[str], None]) -> None:
        for side in ("before", "after"):
            value, auto = child.get(f"{W}{side}"), child.get(f"{W}{side}Autospacing")
            if value is not None:
                said[side] = points(value)
            if auto is not None:
                said[f"auto_{side}"] = said_on(auto)  # type: ignore[literal-required]
        line = child.get(f"{W}line")
        if line is not None:
            rule = said["line_rule"] = LineRule(child.get(f"{W}lineRule", "auto"))
            said["line"] = points(line, 240 if rule is LineRule.AUTO else 20) or 1.0
            if said["line"] < 0:
                cannot(construct(child, f"{W}line"))
        _refuse(child, cannot, "Lines")

    def _tabs(self, child: Element, said: Said, _cannot: Callable[[str], None]) -> None:
        said["tabs"] = stops = {}
        for tab in child:
            position, kind = points(tab.get(f"{W}pos", "")), tab.get(VAL, "")
            leader = _LEADERS[tab.get(f"{W}leader", "none")]
            stops[position] = None if kind == "clear" else TabStop(position, _TAB_KINDS[kind], leader)

    def _borders(self, child: Element, said: Said, cannot: Callable[[str], None]) -> None:
        for edge in child:
            border = self.ink.border(edge, cannot)
            if edge.tag in _EDGES:
                said[_EDGES[edge.tag]] = border  # type: ignore[literal-required] # the table's values are names
            elif border is not None:
                cannot(construct(edge))

    def _shade(self, child: Element, said: Said, cannot: Callable[[str], None]) -> None:
        said["shade"] = self.ink.shade(child, cannot)

    def _outline(self, child: Element, said: Said, _cannot: Callable[[str], None]) -> None:
        said["outline"] = int(child.get(VAL, ""))

    def _numbering(self, child: Element, said: Said, cannot: Callable[[str], None]) -> None:
        for part in child:
            if part.tag == f"{W}numId":
                said["num_id"] = int(part.get(VAL, ""))
            elif part.tag == f"{W}ilvl":
                said["level"] = int(part.get(VAL, ""))
            else:
                cannot(construct(part))

    def _frame(self, child: Element, said: Said, cannot: Callable[[str], None]) -> None:
        said["frame"] = frame(child, cannot)


_READERS: Final = {
    f"{W}jc": PropertyReader._align,  # noqa: SLF001 (the table of this class)
    f"{W}ind": PropertyReader._indent,  # noqa: SLF001
    f"{W}spacing": PropertyReader._spacing,  # noqa: SLF001
    f"{W}tabs": PropertyReader._tabs,  # noqa: SLF001
    f"{W}pBdr": PropertyReader._borders,  # noqa: SLF001
    f"{W}shd": PropertyReader._shade,  # noqa: SLF001
    f"{W}outlineLvl": PropertyReader._outline,  # noqa: SLF001
    f"{W}numPr": PropertyReader._numbering,  # noqa: SLF001
    f"{W}framePr": PropertyReader._frame,  # noqa: SLF001
}


def _refuse(child: Element, cannot: Callable[[str], None], ending: str) -> None:
    """Name the lengths in characters or lines, which follow a grid that Swedish text does not have."""
    for name, value in child.items():
        if name.endswith(ending) and float(value):
            cannot(construct(child, name))


def _is_plain(child: Element) -> bool:
    """Tell whether a property has no effect on the page, by its name or by its value."""
    tag = child.tag
    if tag in _OFF_OR_REFUSED:
        return not on(child)
    return tag in _PASSED or (tag in _PLAIN_VALUES and child.get(VAL) in _PLAIN_VALUES[tag])


def shape(said: Said, style: str) -> Shape:
    """Return the shape that the properties come to."""
    tabs = sorted((stop for stop in said.get("tabs", {}).values() if stop), key=lambda stop: stop.position)
    return Shape(
        style=style,
        align=said.get("align", Align.LEFT),
        left=said.get("left", 0.0),
        right=said.get("right", 0.0),
        first=said.get("first", 0.0),
        before=AUTOSPACING if said.get("auto_before") else said.get("before", 0.0),
        after=AUTOSPACING if said.get("auto_after") else said.get("after", 0.0),
        line=said.get("line", 1.0),
        line_rule=said.get("line_rule", LineRule.AUTO),
        contextual=said.get("contextual", False),
        keep_next=said.get("keep_next", False),
        keep_lines=said.get("keep_lines", False),
        widow_control=said.get("widow_control", True),
        page_break_before=said.get("page_break_before", False),
        tabs=tuple(tabs),
        borders=_edges(said),
        shade=said.get("shade", ""),
    )


def _edges(said: Said) -> Borders:
    return Borders(
        said.get("top"), said.get("right_edge"), said.get("bottom"), said.get("left_edge"), said.get("between")
    )


def heading(said: Said) -> int:
    """Return the level of a heading, 1 to 9, or 0 for what is none."""
    level = said.get("outline", _BODY_LEVEL)
    return level + 1 if 0 <= level < _BODY_LEVEL else 0
