"""Colours, shading and borders, with the theme's colours resolved."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from docgen.typesetting.formats import Border
from docgen.typesetting.reading.names import VAL, Element, W, construct, points, said_on
from docgen.typesetting.reading.theme import Theme, lightened, mixed

Cannot = Callable[[str], None]

_COLOR = f"{W}color"
_FILL = f"{W}fill"
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_PERCENT = re.compile(r"pct([0-9]{1,2})")
_NO_LINE = {"nil", "none"}
_LINES = {
    "single": "single",
    "thick": "single",
    "double": "double",
    "dotted": "dotted",
    "dashed": "dashed",
    "dashSmallGap": "dashed",
}
_STROKES = {"double": 3}
_BLACK, _WHITE = "000000", "FFFFFF"
HIGHLIGHTS = {
    "black": "000000",
    "blue": "0000FF",
    "cyan": "00FFFF",
    "darkBlue": "000080",
    "darkCyan": "008080",
    "darkGray": "808080",
    "darkGreen": "008000",
    "darkMagenta": "800080",
    "darkRed": "800000",
    "darkYellow": "808000",
    "green": "00FF00",
    "lightGray": "C0C0C0",
    "magenta": "FF00FF",
    "none": "",
    "red": "FF0000",
    "white": "FFFFFF",
    "yellow": "FFFF00",
}


@dataclass(frozen=True, slots=True)
class Ink:
    """Reads colours. A colour that cannot be made out is told to ``cannot`` and answered as automatic."""

    theme: Theme

    def color(self, element: Element, cannot: Cannot, attribute: str = _COLOR, prefix: str = "theme") -> str:
        """Return the colour in an attribute or in the theme's stead of it, "" when it is automatic.

        ``prefix`` is ``theme`` for themeColor, themeTint and themeShade, ``themeFill`` for themeFill and its two.
        """
        themed = element.get(f"{W}themeColor" if prefix == "theme" else f"{W}{prefix}")
        if themed and themed != "none":
            found = self.theme.color(themed)
            if found is not None:
                tint, shade = (_share(element.get(f"{W}{prefix}{kind}")) for kind in ("Tint", "Shade"))
                return found if tint == shade == 1 else lightened(found, tint, shade)
        value = element.get(attribute) or "auto"
        if value == "auto":
            return ""
        if not _HEX.fullmatch(value):
            cannot(construct(element, attribute))
            return ""
        return value.upper()

    def shade(self, element: Element, cannot: Cannot) -> str:
        """Return the colour of a w:shd, "" when it has none; a grey pattern is the colour it looks like."""
        value = element.get(VAL, "clear")
        fill = self.color(element, cannot, _FILL, "themeFill")
        if value in {"clear", "nil"}:
            return fill if value == "clear" else ""
        over = self.color(element, cannot) or _BLACK
        percent = _PERCENT.fullmatch(value)
        if value == "solid":
            return over
        if percent is None:
            cannot(construct(element, VAL))
            return fill
        return mixed(over, fill or _WHITE, _PATTERNS.get(percent[1], int(percent[1]) / 100))

    def border(self, element: Element, cannot: Cannot) -> Border | None:
        """Return an edge of a paragraph, a cell or a table, None for one that is turned off."""
        value = element.get(VAL, "none")
        if value in _NO_LINE:
            return None
        style = _LINES.get(value)
        if style is None:
            cannot(construct(element, VAL))
            return None
        for effect in (f"{W}shadow", f"{W}frame"):
            if said_on(element.get(effect)):
                cannot(construct(element, effect))
        width = points(element.get(f"{W}sz", "4"), 8) * _STROKES.get(style, 1)
        space = float(element.get(f"{W}space", "0"))
        return Border(width, self.color(element, cannot) or _BLACK, style, space)


_PATTERNS = {"12": 0.125, "37": 0.375, "62": 0.625, "87": 0.875}
"""The patterns whose names leave out their half per cent."""


def _share(value: str | None) -> float:
    return 1.0 if value is None else int(value, 16) / 255
