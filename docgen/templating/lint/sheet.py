"""What the styles and the theme of a template make of a paragraph and a run, as far as the linter asks."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from lxml import etree

from docgen.templating.lint.story import OFF
from docgen.templating.xml_part import W

_HEADING = re.compile(r"heading ([1-9])")
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def value(element: etree._Element | None) -> str:
    """Return the ``w:val`` of an element, empty when there is none."""
    return "" if element is None else str(element.get(f"{W}val", ""))


def is_on(element: etree._Element | None) -> bool:
    """Tell whether a setting is there and switched on."""
    return element is not None and element.get(f"{W}val") not in OFF


class Sheet:
    """The styles of a template; ``styles`` and ``theme`` are the roots of the parts, None where there is none."""

    def __init__(self, styles: etree._Element | None, theme: etree._Element | None) -> None:
        found = () if styles is None else styles.iterchildren(f"{W}style")
        self.styles = {str(one.get(f"{W}styleId", "")): one for one in found}
        self._defaults = {
            str(one.get(f"{W}type")): name
            for name, one in self.styles.items()
            if one.get(f"{W}default", "0") not in OFF
        }
        own = None if styles is None else styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self.own = () if own is None else (own,)
        self.theme = theme
        self.chain = cache(self._chain)
        self.level_of_style = cache(self._level_of_style)
        self._looks_of_styles = cache(self._looks)

    def named(self, element: etree._Element, path: str, kind: str) -> str:
        """Return the style at ``path`` in an element; the default of its kind when it has none that there is."""
        name = value(element.find(path))
        return name if name in self.styles else self._defaults.get(kind, "")

    def style_of(self, paragraph: etree._Element) -> str:
        """Return the style of a paragraph."""
        return self.named(paragraph, f"{W}pPr/{W}pStyle", "paragraph")

    @property
    def default(self) -> str:
        """Return the style of a paragraph that has none of its own."""
        return self._defaults.get("paragraph", "")

    def title(self, style: str) -> str:
        """Return what a person calls a style."""
        return value(self.styles[style].find(f"{W}name")) if style in self.styles else style

    def level(self, paragraph: etree._Element) -> int:
        """Return the level of a heading, 1 to 9; 0 for a paragraph that is none."""
        own = paragraph.find(f"{W}pPr/{W}outlineLvl")
        return self.level_of_style(self.style_of(paragraph)) if own is None else _level(own)

    def looks(self, run: etree._Element, paragraph: etree._Element) -> Iterator[etree._Element]:
        """Yield the settings that hold for a run, the nearest first: its own, those of its styles, the document's."""
        own = run.find(f"{W}rPr")
        if own is not None:
            yield own
        style = "" if own is None else value(own.find(f"{W}rStyle"))
        yield from self._looks_of_styles(style, self.style_of(paragraph))

    def looks_of(self, style: str) -> Sequence[etree._Element]:
        """Return the settings of the characters of a paragraph style, the nearest first."""
        return self._looks_of_styles("", style)

    def size(self, looks: Sequence[etree._Element]) -> float:
        """Return the size in points."""
        said = value(_first(looks, "sz"))
        return int(said) / 2 if said.isdecimal() else 10.0

    @staticmethod
    def is_bold(looks: Sequence[etree._Element]) -> bool:
        """Tell whether text is bold."""
        return is_on(_first(looks, "b"))

    def font(self, looks: Sequence[etree._Element], signs: str) -> str:
        """Return the font of ``signs`` ("ascii", "hAnsi"), empty when none is named."""
        for look in looks:
            fonts = look.find(f"{W}rFonts")
            if fonts is not None:
                themed = fonts.get(f"{W}{signs}Theme")
                found = self._of_theme(themed) if themed else fonts.get(f"{W}{signs}")
                if found:
                    return str(found)
        return ""

    def _of_theme(self, name: str) -> str:
        kind = "majorFont" if name.startswith("major") else "minorFont"
        found = None if self.theme is None else self.theme.find(f".//{_A}{kind}/{_A}latin")
        return "" if found is None else str(found.get("typeface", ""))

    def _chain(self, style: str) -> tuple[etree._Element, ...]:
        """Return a style and those that it is based on, the nearest first."""
        found: dict[str, etree._Element] = {}
        while style in self.styles and style not in found:
            found[style] = self.styles[style]
            style = value(found[style].find(f"{W}basedOn"))
        return tuple(found.values())

    def _level_of_style(self, style: str) -> int:
        """Return the level that a style gives; Word knows its own headings by their names alone."""
        for one in self.chain(style):
            said = one.find(f"{W}pPr/{W}outlineLvl")
            named = _HEADING.fullmatch(value(one.find(f"{W}name")).lower())
            if said is not None or named:
                return _level(said) if said is not None else int(named[1]) if named else 0
        return 0

    def _looks(self, run_style: str, paragraph_style: str) -> tuple[etree._Element, ...]:
        chain = (*self.chain(run_style), *self.chain(paragraph_style))
        found = (one.find(f"{W}rPr") for one in chain)
        return (*(one for one in found if one is not None), *self.own)


def _level(outline: etree._Element) -> int:
    said = value(outline)
    return int(said) + 1 if said in set("012345678") else 0


def _first(looks: Sequence[etree._Element], name: str) -> etree._Element | None:
    return next((found for look in looks if (found := look.find(f"{W}{name}")) is not None), None)
