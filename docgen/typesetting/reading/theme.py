"""The theme of a Word file: the colours and fonts that styles name by their part in it."""

import colorsys
from collections.abc import Mapping
from dataclasses import dataclass, field

from docgen.typesetting.reading.names import Element, W

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_MAPPED = {
    "text1": "t1",
    "text2": "t2",
    "background1": "bg1",
    "background2": "bg2",
}
_UNMAPPED = {"t1": "dark1", "t2": "dark2", "bg1": "light1", "bg2": "light2"}
_SLOTS = {"dark1": "dk1", "dark2": "dk2", "light1": "lt1", "light2": "lt2"}
_LINKS = {"hyperlink": "hlink", "followedHyperlink": "folHlink"}


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours by slot (``accent1``, ``dk1``) and the Latin fonts ``major`` and ``minor``."""

    colors: Mapping[str, str] = field(default_factory=dict)
    fonts: Mapping[str, str] = field(default_factory=dict)
    mapping: Mapping[str, str] = field(default_factory=dict)

    def color(self, name: str) -> str | None:
        """Return the colour that Word calls ``name`` (``accent1``, ``text1``), None when the theme has none."""
        mapped = _MAPPED.get(name, name)
        slot = self.mapping.get(mapped) or _UNMAPPED.get(mapped, mapped)
        return self.colors.get(_LINKS.get(slot) or _SLOTS.get(slot, slot))

    def font(self, name: str) -> str | None:
        """Return the font that Word calls ``name`` (``minorHAnsi``, ``majorAscii``)."""
        return self.fonts.get(name[:5]) if name[5:] in {"HAnsi", "Ascii"} else None


def read(root: Element | None, settings: Element | None) -> Theme:
    """Return the theme of a theme part, its colours as the settings map them."""
    if root is None:
        return Theme()
    scheme = root.find(f"{A}themeElements/{A}clrScheme")
    fonts = root.find(f"{A}themeElements/{A}fontScheme")
    mapping = None if settings is None else settings.find(f"{W}clrSchemeMapping")
    return Theme(
        _colors(scheme) if scheme is not None else {},
        _fonts(fonts) if fonts is not None else {},
        {} if mapping is None else {name.rpartition("}")[2]: value for name, value in mapping.items()},
    )


def _colors(scheme: Element) -> dict[str, str]:
    found = {}
    for slot in scheme:
        color = next(iter(slot), None)
        value = None if color is None else color.get("lastClr") or color.get("val")
        if value:
            found[slot.tag.rpartition("}")[2]] = value.upper()
    return found


def _fonts(scheme: Element) -> dict[str, str]:
    named = {kind: scheme.find(f"{A}{kind}Font/{A}latin") for kind in ("major", "minor")}
    return {kind: face for kind, latin in named.items() if latin is not None and (face := latin.get("typeface"))}


def lightened(color: str, tint: float, shade: float) -> str:
    """Return a colour tinted towards white or shaded towards black, in lightness as Word does; 1.0 leaves it."""
    red, green, blue = (int(color[place : place + 2], 16) / 255 for place in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    light = light * shade * tint + (1 - tint)
    mixed = colorsys.hls_to_rgb(hue, light, saturation)
    return "".join(f"{int(part * 255):02X}" for part in mixed)  # Word cuts, too


def mixed(over: str, under: str, share: float) -> str:
    """Return the colour of a pattern: ``share`` of the one over the other, seen from afar."""
    pairs = ((int(over[place : place + 2], 16), int(under[place : place + 2], 16)) for place in (0, 2, 4))
    return "".join(f"{round(top * share + bottom * (1 - share)):02X}" for top, bottom in pairs)


def is_dark(color: str) -> bool:
    """Tell whether automatic ink is white on this colour."""
    red, green, blue = (int(color[place : place + 2], 16) for place in (0, 2, 4))
    return red * 76 + green * 151 + blue * 29 <= 62 * 256
