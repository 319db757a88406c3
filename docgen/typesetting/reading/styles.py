"""The styles of a Word file: what each says, with what it is based on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from docgen.typesetting.reading import characters, shapes
from docgen.typesetting.reading.characters import CharacterReader, Characters
from docgen.typesetting.reading.ink import Ink
from docgen.typesetting.reading.names import VAL, Element, W, said_on
from docgen.typesetting.reading.shapes import Properties, PropertyReader

_PARAGRAPH, _CHARACTER, _TABLE, _NUMBERING = "paragraph", "character", "table", "numbering"
_DEEPEST: Final = 50


@dataclass(frozen=True, slots=True)
class Layer:
    """What one paragraph style says itself."""

    style: str
    properties: Properties
    characters: Characters


@dataclass(slots=True)
class Styles:
    """The styles by kind and id; ``defaults`` are the document's own."""

    ink: Ink
    reads_properties: PropertyReader
    reads_characters: CharacterReader
    elements: Mapping[tuple[str, str], Element]
    default_ids: Mapping[str, str]
    defaults: Layer
    paragraph_layers: dict[str, tuple[Layer, ...]] = field(default_factory=dict)
    character_layers: dict[str, Characters] = field(default_factory=dict)

    def paragraph_id(self, style_id: str | None) -> str:
        """Return the id of the paragraph style that holds: the default one for none and for one that is not there."""
        if style_id and (_PARAGRAPH, style_id) in self.elements:
            return style_id
        return self.default_ids.get(_PARAGRAPH, "")

    def paragraph(self, style_id: str) -> tuple[Layer, ...]:
        """Return what a paragraph style says, what it is based on first."""
        if style_id not in self.paragraph_layers:
            chain = self._chain(_PARAGRAPH, style_id)
            self.paragraph_layers[style_id] = tuple(self._layer(element) for element in chain)
        return self.paragraph_layers[style_id]

    def character(self, style_id: str) -> Characters | None:
        """Return what a character style says, None when the id is another kind of style's."""
        if (_CHARACTER, style_id) not in self.elements:
            return None if any(known == style_id for _, known in self.elements) else characters.NOTHING
        if style_id not in self.character_layers:
            merged = characters.NOTHING
            for element in self._chain(_CHARACTER, style_id):
                merged = self.reads_characters.read(element.find(f"{W}rPr")).over(merged)
            self.character_layers[style_id] = merged
        return self.character_layers[style_id]

    def table(self, style_id: str | None) -> tuple[Element, ...]:
        """Return the w:style elements of a table style, what it is based on first.

        Without an id, or with one that is not there, those of the default table style.
        """
        known = style_id if (_TABLE, style_id) in self.elements else self.default_ids.get(_TABLE)
        return self._chain(_TABLE, known) if known else ()

    def lists(self) -> dict[str, int]:
        """Return the number of the list that each numbering style stands for."""
        found = {}
        for (kind, style_id), element in self.elements.items():
            number = element.find(f"{W}pPr/{W}numPr/{W}numId")
            if kind == _NUMBERING and number is not None:
                found[style_id] = int(number.get(VAL, "0"))
        return found

    def _chain(self, kind: str, style_id: str) -> tuple[Element, ...]:
        chain: list[Element] = []
        element = self.elements.get((kind, style_id))
        while element is not None and len(chain) < _DEEPEST:
            chain.insert(0, element)
            based_on = element.find(f"{W}basedOn")
            element = None if based_on is None else self.elements.get((kind, based_on.get(VAL, "")))
        return tuple(chain)

    def _layer(self, element: Element) -> Layer:
        return Layer(
            element.get(f"{W}styleId", ""),
            self.reads_properties.read(element.find(f"{W}pPr")),
            self.reads_characters.read(element.find(f"{W}rPr")),
        )


def read(root: Element | None, ink: Ink) -> Styles:
    """Return the styles of a styles part."""
    reads_properties, reads_characters = PropertyReader(ink), CharacterReader(ink)
    elements: dict[tuple[str, str], Element] = {}
    default_ids: dict[str, str] = {}
    for element in () if root is None else root.iterfind(f"{W}style"):
        kind, style_id = element.get(f"{W}type", _PARAGRAPH), element.get(f"{W}styleId", "")
        elements[kind, style_id] = element
        if said_on(element.get(f"{W}default")):
            default_ids[kind] = style_id
    defaults = None if root is None else root.find(f"{W}docDefaults")
    layer = Layer("", shapes.NOTHING, characters.NOTHING)
    if defaults is not None:
        properties = reads_properties.read(defaults.find(f"{W}pPrDefault/{W}pPr"))
        layer = Layer("", properties, reads_characters.read(defaults.find(f"{W}rPrDefault/{W}rPr")))
    return Styles(ink, reads_properties, reads_characters, elements, default_ids, layer)
