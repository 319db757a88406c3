"""Headers and footers as Typst code; one that is the same in many documents is written once."""

import weakref
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from math import inf
from typing import Final, TypeAlias

from docgen.typesetting.model import Story
from docgen.typesetting.writing.code import joined
from docgen.typesetting.writing.flow import Flow
from docgen.typesetting.writing.heights import Heights
from docgen.typesetting.writing.limits import Limits
from docgen.typesetting.writing.room import Room
from docgen.typesetting.writing.sheet import Sheet

_MOST: Final = 16


@dataclass(frozen=True, slots=True)
class Edge:
    """A header or footer: its height where that is known, the most that it can be, and the code of what it holds."""

    tall: float | None
    most: float
    code: str


_Memory: TypeAlias = dict[Hashable, tuple[Edge, Mapping[str, str]]]
# What stands in a story may be about a person: it is remembered only as long as the reading keeps the story itself.
REMEMBERED: Final[dict[int, tuple[weakref.ref[Story], _Memory]]] = {}


def edge(sheet: Sheet, story: Story, room: Room) -> Edge:
    """Return a header or a footer, of which the room has all blocks."""
    memory = _memory(story)
    definitions = tuple(sheet.names)
    pictures = tuple(sheet.pictures.items())
    place = (room.page, room.width, room.step, room.section, room.area, room.numbering, room.origin)
    key = (definitions, pictures, place, sheet.faces)
    if key in memory:
        found, names = memory[key]
        sheet.names |= names
        return found
    faults = len(sheet.constructs)
    found = _written(sheet, story, room)
    if len(sheet.constructs) == faults:
        memory[key] = (found, dict(list(sheet.names.items())[len(definitions) :]))
    return found


def _memory(story: Story) -> _Memory:
    known = REMEMBERED.get(id(story))
    if known is None or len(known[1]) >= _MOST:
        place = id(story)
        known = REMEMBERED[place] = (weakref.ref(story, lambda _: REMEMBERED.pop(place, None)), {})
    return known[1]


def _written(sheet: Sheet, story: Story, room: Room) -> Edge:
    tall = Heights(sheet, room.width, room.step).blocks(story.blocks)
    most = Limits(sheet, inf, room.step).height(story.blocks, room.width) if tall is None else tall
    return Edge(tall, most, joined(Flow(sheet, room).codes(story.blocks)))
