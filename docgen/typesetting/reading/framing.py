"""The text frames of Word (w:framePr)."""

from collections.abc import Callable
from typing import Final

from docgen.typesetting.formats import Anchor, Frame
from docgen.typesetting.reading.names import Element, W, construct, points

_ACROSS: Final = {"page": "page", "margin": "margin", "text": "column"}
_DOWN: Final = {"page": "page", "margin": "margin", "text": "paragraph"}
_WRAPS: Final = {"around": "around", "auto": "around", "tight": "around", "notBeside": "topAndBottom"}
_X_ALIGNS: Final = {"", "left", "center", "right"}
_Y_ALIGNS: Final = {"", "top", "center", "bottom"}
_KNOWN: Final = frozenset(
    f"{W}{name}"
    for name in (
        *("w", "h", "hRule", "hSpace", "vSpace", "wrap", "hAnchor", "vAnchor"),
        *("x", "xAlign", "y", "yAlign", "anchorLock", "lines"),
    )
)


def frame(element: Element, cannot: Callable[[str], None]) -> Frame:
    """Return the frame; ``width`` 0 is as wide as its text. Raises ValueError or KeyError for what it cannot tell."""
    said = {name.rpartition("}")[2]: value for name, value in element.items()}
    for name in element.keys():  # noqa: SIM118 (an element is no mapping: iterating gives its children)
        if name not in _KNOWN and not (name == f"{W}dropCap" and said["dropCap"] == "none"):
            cannot(construct(element, name))
    x_align, y_align = said.get("xAlign", ""), said.get("yAlign", "")
    if x_align not in _X_ALIGNS or y_align not in _Y_ALIGNS or "hAnchor" not in said or "vAnchor" not in said:
        cannot(construct(element))
    gap = points(said.get("vSpace", "0"))
    anchor = Anchor(
        across=_ACROSS[said.get("hAnchor", "page")],
        down=_DOWN[said.get("vAnchor", "page")],
        x=points(said.get("x", "0")),
        y=points(said.get("y", "0")),
        x_align=x_align,
        y_align=y_align,
        wrap=_WRAPS[said.get("wrap", "around")],
        gap=(gap, gap),
    )
    rule = said.get("hRule", "atLeast" if "h" in said else "auto")
    height = 0.0 if rule == "auto" else points(said.get("h", "0"))
    return Frame(points(said.get("w", "0")), height, rule == "exact", anchor)
