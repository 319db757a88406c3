"""What a w:rPr says of characters, and what comes of several that lie upon one another."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, TypedDict

from docgen.typesetting.formats import Look
from docgen.typesetting.reading.ink import HIGHLIGHTS, Ink
from docgen.typesetting.reading.names import VAL, Element, W, construct, on, points, told
from docgen.typesetting.reading.symbols import is_symbol_font
from docgen.typesetting.reading.theme import is_dark

DEFAULT_FONT, DEFAULT_SIZE = "Times New Roman", 10.0
"""What Word sets in when a document does not say."""


class Said(TypedDict, total=False):
    """The properties that were said; a colour "" is automatic."""

    ascii: str
    other: str
    size: float
    bold: bool
    italic: bool
    caps: bool
    small_caps: bool
    strike: bool
    hidden: bool
    color: str
    underline: str
    underline_color: str
    highlight: str
    shade: str
    vertical: str
    raised: float
    tracking: float
    kern: float
    lang: str
    ligatures: bool


@dataclass(frozen=True, slots=True)
class Characters:
    """One layer: what is said, and by property what cannot be set ("" where a property is fine)."""

    said: Said = field(default_factory=Said)
    cannot: dict[str, str] = field(default_factory=dict)

    def over(self, under: "Characters") -> "Characters":
        """Return this layer laid upon another of the same kind."""
        said: Said = {**under.said, **self.said}
        return Characters(said, {**under.cannot, **self.cannot})


NOTHING: Final = Characters()


@dataclass(frozen=True, slots=True)
class Face:
    """How a run looks: ``ascii`` and ``other`` differ in their family alone, and are mostly one and the same.

    ``has_signs`` says that the family is a symbol font.
    """

    ascii: Look
    other: Look
    caps: bool
    hidden: bool
    has_signs: bool
    constructs: tuple[str, ...]


_PASSED: Final = frozenset(
    f"{W}{name}"
    for name in ("bCs", "iCs", "szCs", "noProof", "webHidden", "snapToGrid", "rStyle", "specVanish", "cnfStyle")
)
_OFF_OR_REFUSED: Final = frozenset(
    f"{W}{name}" for name in ("dstrike", "outline", "shadow", "emboss", "imprint", "rtl", "cs", "oMath")
)
_NONE_OR_REFUSED: Final[Mapping[str, tuple[str, ...]]] = {
    f"{W}effect": ("none",),
    f"{W}em": ("none",),
    f"{W}bdr": ("none", "nil"),
    f"{W}w": ("100", "100%"),
}
_W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_PLAIN_W14: Final = {f"{_W14}numForm": "default", f"{_W14}numSpacing": "default"}
_LIGATURES: Final = {"none": False, "standard": True, "standardContextual": True}
_TOGGLES: Final[Mapping[str, str]] = {
    f"{W}b": "bold",
    f"{W}i": "italic",
    f"{W}caps": "caps",
    f"{W}smallCaps": "small_caps",
    f"{W}strike": "strike",
    f"{W}vanish": "hidden",
}
_UNDERLINES: Final = {
    "none": "",
    "single": "single",
    "double": "double",
    "thick": "thick",
    "dotted": "dotted",
    "dash": "dash",
    "wave": "wave",
}
_RAISED: Final = {"baseline": "", "superscript": "super", "subscript": "sub"}


@dataclass(frozen=True, slots=True)
class CharacterReader:
    """Reads w:rPr with a theme's fonts and colours."""

    ink: Ink

    def read(self, properties: Element | None) -> Characters:
        """Return what a w:rPr says."""
        layer = Characters()
        for child in () if properties is None else properties:
            self._child(child, layer)
        return layer

    def _child(self, child: Element, layer: Characters) -> None:
        faults: list[str] = []
        tag = child.tag
        try:
            if tag in _TOGGLES:
                layer.said[_TOGGLES[tag]] = on(child)  # type: ignore[literal-required] # the table's values are names
            elif tag in _READERS:
                _READERS[tag](self, child, layer.said, faults.append)
            elif not _is_plain(child):
                faults.append(construct(child, VAL))
        except (ValueError, KeyError):
            faults.append(construct(child, VAL))
        layer.cannot[tag] = faults[0] if faults else ""

    def _fonts(self, child: Element, said: Said, _cannot: Callable[[str], None]) -> None:
        for name, kind in (("ascii", "ascii"), ("hAnsi", "other")):
            theme = child.get(f"{W}{name}Theme")
            family = (theme and self.ink.theme.font(theme)) or child.get(f"{W}{name}")
            if family:
                said[kind] = family  # type: ignore[literal-required] # one of two names
            elif theme:
                raise ValueError

    def _color(self, child: Element, said: Said, cannot: Callable[[str], None]) -> None:
        said["color"] = self.ink.color(child, cannot, VAL)

    def _underline(self, child: Element, said: Said, cannot: Callable[[str], None]) -> None:
        said["underline"] = _UNDERLINES[child.get(VAL, "none")]
        said["underline_color"] = self.ink.color(child, cannot)

    def _shade(self, child: Element, said: Said, cannot: Callable[[str], None]) -> None:
        said["shade"] = self.ink.shade(child, cannot)

    def _highlight(self, child: Element, said: Said, _cannot: Callable[[str], None]) -> None:
        said["highlight"] = HIGHLIGHTS[child.get(VAL, "none")]

    def _size(self, child: Element, said: Said, _cannot: Callable[[str], None]) -> None:
        said["size"] = points(child.get(VAL, ""), 2)

    def _kern(self, child: Element, said: Said, _cannot: Callable[[str], None]) -> None:
        said["kern"] = points(child.get(VAL, "0"), 2)

    def _position(self, child: Element, said: Said, _cannot: Callable[[str], None]) -> None:
        said["raised"] = points(child.get(VAL, "0"), 2)

    def _tracking(self, child: Element, said: Said, _cannot: Callable[[str], None]) -> None:
        said["tracking"] = points(child.get(VAL, "0"))

    def _vertical(self, child: Element, said: Said, _cannot: Callable[[str], None]) -> None:
        said["vertical"] = _RAISED[child.get(VAL, "baseline")]

    def _lang(self, child: Element, said: Said, _cannot: Callable[[str], None]) -> None:
        value = child.get(VAL)
        if value:
            said["lang"] = "" if value == "x-none" else value

    def _ligatures(self, child: Element, said: Said, _cannot: Callable[[str], None]) -> None:
        said["ligatures"] = _LIGATURES[child.get(f"{_W14}val", "none")]


_READERS: Final = {
    f"{W}rFonts": CharacterReader._fonts,  # noqa: SLF001 (the table of this class)
    f"{W}color": CharacterReader._color,  # noqa: SLF001
    f"{W}u": CharacterReader._underline,  # noqa: SLF001
    f"{W}shd": CharacterReader._shade,  # noqa: SLF001
    f"{W}highlight": CharacterReader._highlight,  # noqa: SLF001
    f"{W}sz": CharacterReader._size,  # noqa: SLF001
    f"{W}kern": CharacterReader._kern,  # noqa: SLF001
    f"{W}position": CharacterReader._position,  # noqa: SLF001
    f"{W}spacing": CharacterReader._tracking,  # noqa: SLF001
    f"{W}vertAlign": CharacterReader._vertical,  # noqa: SLF001
    f"{W}lang": CharacterReader._lang,  # noqa: SLF001
    f"{_W14}ligatures": CharacterReader._ligatures,  # noqa: SLF001
}


def _is_plain(child: Element) -> bool:
    """Tell whether a property has no effect on the page, by its name or by its value."""
    tag = str(child.tag)
    if tag in _PASSED:
        return True
    if tag in _OFF_OR_REFUSED:
        return not on(child)
    if tag in _NONE_OR_REFUSED:
        return child.get(VAL) in _NONE_OR_REFUSED[tag]
    if tag in _PLAIN_W14:
        return str(child.get(f"{_W14}val")) == _PLAIN_W14[tag]
    return told(tag) == "w14:textOutline" and child.find(f"{_W14}noFill") is not None


@dataclass(frozen=True, slots=True)
class Layers:
    """What lies upon one another, the weakest first."""

    defaults: Characters
    table: Characters
    paragraph: Characters
    character: Characters
    direct: Characters

    def __iter__(self) -> Iterator[Characters]:
        yield from (self.defaults, self.table, self.paragraph, self.character, self.direct)


def face(layers: Layers, background: str = "", lang: str = "") -> Face:
    """Return what comes of the layers.

    A switch of styles is turned over by each style that turns it on (ISO 29500-1, 17.7.3). ``background`` is what
    the text stands on; ``lang`` the document's own language, which is not said again.
    """
    said: Said = {}
    cannot: dict[str, str] = {}
    for layer in layers:
        said.update(layer.said)
        cannot.update(layer.cannot)
    for name in _TOGGLES.values():
        if name in said and name not in layers.direct.said:
            styles = sum(bool(layer.said.get(name)) for layer in (layers.table, layers.paragraph, layers.character))
            said[name] = bool(layers.defaults.said.get(name)) or styles % 2 == 1  # type: ignore[literal-required]
    look = _look(said, background, lang)
    other = said.get("other", DEFAULT_FONT)
    return Face(
        look,
        look if other == look.family else replace(look, family=other),
        said.get("caps", False),
        said.get("hidden", False),
        is_symbol_font(look.family),
        tuple(fault for fault in cannot.values() if fault),
    )


def _look(said: Said, background: str, lang: str) -> Look:
    size = said.get("size", DEFAULT_SIZE)
    shade = said.get("highlight") or said.get("shade", "")
    ground = shade or background
    automatic = "FFFFFF" if ground and is_dark(ground) else "000000"
    kern = said.get("kern", 0.0)
    own = said.get("lang", "")
    return Look(
        family=said.get("ascii", DEFAULT_FONT),
        size=size,
        bold=said.get("bold", False),
        italic=said.get("italic", False),
        color=said.get("color") or automatic,
        underline=said.get("underline", ""),
        underline_color=said.get("underline_color", ""),
        strike=said.get("strike", False),
        shade=shade,
        small_caps=said.get("small_caps", False) and not said.get("caps", False),
        vertical=said.get("vertical", ""),
        raised=said.get("raised", 0.0),
        tracking=said.get("tracking", 0.0),
        kerning=0 < kern <= size,
        lang="" if own == lang else own,
        ligatures=said.get("ligatures", False),
    )
