"""What a paragraph and its runs look like in the end: defaults, table, style, list and direct formatting together."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from docgen.typesetting.formats import Frame, Shape
from docgen.typesetting.reading import characters, numbering, settings, shapes, styles, theme
from docgen.typesetting.reading.characters import Characters, Face, Layers, face
from docgen.typesetting.reading.ink import Ink
from docgen.typesetting.reading.kept import Kept, Key, key, keys
from docgen.typesetting.reading.names import VAL, Element, W
from docgen.typesetting.reading.numbering import LevelReader, List
from docgen.typesetting.reading.package import parsed
from docgen.typesetting.reading.settings import Settings
from docgen.typesetting.reading.shapes import Properties
from docgen.typesetting.reading.styles import Styles

_MOST: Final = 2000  # different formattings
_STYLE, _RUN_STYLE, _RUN = f"{W}pStyle", f"{W}rStyle", f"{W}rPr"


@dataclass(frozen=True, slots=True, eq=False)
class Under:
    """What lies beneath the paragraph style: a table style's formatting, and the colour of the cell.

    What is the same is one and the same object, and known by it.
    """

    properties: Properties = field(default=shapes.NOTHING)
    characters: Characters = field(default=characters.NOTHING)
    fill: str = ""


BARE: Final = Under()
"""What lies beneath a paragraph that is in no table."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """The list that a paragraph is an item of, and how its mark looks."""

    num_id: int
    level: int
    of: List
    face: Face


@dataclass(frozen=True, slots=True)
class Setting:
    """A paragraph's formatting, resolved. ``faces`` are those of its runs that were asked for."""

    shape: Shape
    heading: int
    frame: Frame | None
    mark: Face
    numbered: Numbered | None
    constructs: tuple[str, ...]
    table: Characters
    paragraph: Characters
    background: str
    unhyphenated: bool
    autospaced: bool
    faces: Kept[Key, Face] = field(default_factory=lambda: Kept(_MOST), compare=False)


@dataclass(slots=True, eq=False)
class Ground:
    """All that depends on the template alone: styles, lists and settings, with what was resolved by them."""

    styles: Styles
    lists: dict[int, List]
    settings: Settings
    lang: str
    settled: Kept[tuple[Under, Key], Setting] = field(default_factory=lambda: Kept(_MOST))
    unders: Kept[Key, Under] = field(default_factory=lambda: Kept(_MOST))

    def under(self, properties: Sequence[Element], fill: str) -> Under:
        """Return a table style's w:pPr and w:rPr laid upon one another, the weakest first."""
        own = (fill, *map(key, properties))
        known = self.unders.get(own)
        return self.unders.keep(own, self._under(properties, fill)) if known is None else known

    def _under(self, properties: Sequence[Element], fill: str) -> Under:
        paragraph, character = shapes.NOTHING, characters.NOTHING
        for one in properties:
            if one.tag == _RUN:
                character = self.styles.reads_characters.read(one).over(character)
            else:
                paragraph = self.styles.reads_properties.read(one).over(paragraph)
        return Under(paragraph, character, fill)

    def setting(self, properties: Element | None, under: Under) -> Setting:
        """Return the formatting of a paragraph with these w:pPr."""
        own = () if properties is None else keys(properties)
        known = self.settled.get((under, own))
        if known is None:
            known = self.settled.keep((under, own), _Paragraph(self, properties, under).settled())
        return known

    def face(self, properties: Element | None, setting: Setting) -> Face:
        """Return the look of a run with these w:rPr in a paragraph."""
        own = () if properties is None else keys(properties)
        known = setting.faces.get(own)
        if known is None:
            made = self.new_face(properties, setting.table, setting.paragraph, setting.background)
            known = setting.faces.keep(own, made)
        return known

    def new_face(
        self,
        properties: Element | None,
        table: Characters,
        paragraph: Characters,
        background: str,
        over: Characters = characters.NOTHING,
    ) -> Face:
        """Return the look of these w:rPr, with ``over`` upon them."""
        direct = self.styles.reads_characters.read(properties)
        named = None if properties is None else properties.find(_RUN_STYLE)
        style = characters.NOTHING if named is None else self.styles.character(named.get(VAL, ""))
        if style is None:
            style, direct.cannot[_RUN_STYLE] = characters.NOTHING, "w:rStyle"
        layers = Layers(self.styles.defaults.characters, table, paragraph, style, over.over(direct))
        return face(layers, background, self.lang)


class _Paragraph:
    """Resolves one paragraph's formatting."""

    def __init__(self, ground: Ground, properties: Element | None, under: Under) -> None:
        named = None if properties is None else properties.find(_STYLE)
        self.ground, self.under = ground, under
        self.run = None if properties is None else properties.find(_RUN)
        self.style = ground.styles.paragraph_id(None if named is None else named.get(VAL))
        self.layers = ground.styles.paragraph(self.style)
        self.direct = ground.styles.reads_properties.read(properties)
        self.paragraph = characters.NOTHING
        for layer in self.layers:
            self.paragraph = layer.characters.over(self.paragraph)

    def settled(self) -> Setting:
        num_id, level, said_at = self._item()
        of = self.ground.lists.get(num_id)
        steps = [self.ground.styles.defaults.properties, self.under.properties]
        steps += [layer.properties for layer in self.layers]
        steps.append(self.direct)
        faults = self._conflicts()
        if of is not None and level in of.levels:
            steps.insert(said_at + 2, of.levels[level].properties)
            faults += of.levels[level].constructs
        elif of is not None:
            faults.append(f"w:ilvl w:val={level}")
        merged = shapes.NOTHING
        for step in steps:
            merged = step.over(merged)
        background = merged.said.get("shade") or self.under.fill
        mark = self._face(background)
        faults += [fault for fault in merged.cannot.values() if fault]
        shape = shapes.shape(merged.said, self.style)
        if any(stop.kind == "bar" for stop in shape.tabs):  # a line down the paragraph, whether it has tabs or not
            faults.append("w:tab w:val=bar")
        return Setting(
            shape=shape,
            heading=shapes.heading(merged.said),
            frame=merged.said.get("frame"),
            mark=mark,
            numbered=self._numbered(num_id, level, of, background),
            constructs=(*faults, *mark.constructs),
            table=self.under.characters,
            paragraph=self.paragraph,
            background=background,
            unhyphenated=merged.said.get("unhyphenated", False),
            autospaced=merged.said.get("auto_before", False) or merged.said.get("auto_after", False),
        )

    def _item(self) -> tuple[int, int, int]:
        """Return the list, the level and the number of the layer that says so."""
        num_id, level, said_at = 0, 0, 0
        own = [*((layer.style, layer.properties.said) for layer in self.layers), ("", self.direct.said)]
        for place, (style, said) in enumerate(own):
            if "num_id" not in said and "level" not in said:
                continue
            said_at = place
            num_id, level = said.get("num_id", num_id), said.get("level", level)
            levels = self.ground.lists[num_id].levels if num_id in self.ground.lists else {}
            level = next((one for one, made in levels.items() if style and made.style == style), level)
        return num_id, level, said_at

    def _numbered(self, num_id: int, level: int, of: List | None, background: str) -> Numbered | None:
        if of is None or level not in of.levels:
            return None
        return Numbered(num_id, level, of, self._face(background, of.levels[level].characters))

    def _face(self, background: str, over: Characters = characters.NOTHING) -> Face:
        return self.ground.new_face(self.run, self.under.characters, self.paragraph, background, over)

    def _conflicts(self) -> list[str]:
        """Name what older documents leave open: whether the table style or the paragraph style has its way."""
        if self.ground.settings.style_beats_table:
            return []
        found = []
        size, align = self.under.characters.said.get("size"), self.under.properties.said.get("align")
        if size is not None and self.paragraph.said.get("size", size) != size:
            found.append("w:tblStyle w:sz")
        if align is not None and any(one.properties.said.get("align", align) != align for one in self.layers):
            found.append("w:tblStyle w:jc")
        return found


def ground(
    styles_part: bytes | None, numbering_part: bytes | None, theme_part: bytes | None, settings_part: bytes | None
) -> Ground:
    """Return what these parts come to, for all documents that have the same."""
    roots = (
        None if part is None else parsed(part) for part in (styles_part, numbering_part, theme_part, settings_part)
    )
    styles_root, numbering_root, theme_root, settings_root = roots
    own = styles.read(styles_root, Ink(theme.read(theme_root, settings_root)))
    said = settings.read(settings_root)
    levels = LevelReader(own.reads_characters, own.reads_properties)
    lists = numbering.read(numbering_root, levels, own.lists())
    lang = own.defaults.characters.said.get("lang", said.lang)
    for layer in own.paragraph(own.paragraph_id(None)):
        lang = layer.characters.said.get("lang", lang)
    return Ground(own, lists, said, lang)
