"""The lists of a Word file: what numbering.xml defines, and the counting while a story is read."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from docgen.typesetting.formats import Align
from docgen.typesetting.reading.characters import CharacterReader, Characters
from docgen.typesetting.reading.names import MC, VAL, Element, W, construct, on
from docgen.typesetting.reading.shapes import Properties, PropertyReader

LEVELS: Final = 9
_ALIGNS: Final = {
    "left": Align.LEFT,
    "start": Align.LEFT,
    "center": Align.CENTER,
    "right": Align.RIGHT,
    "end": Align.RIGHT,
}
_SUFFIXES: Final = {"tab", "space", "nothing"}
_PLACE: Final = re.compile(r"%([1-9])")
_ROMAN: Final = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_ALPHABET: Final = "abcdefghijklmnopqrstuvwxyz"


def roman(number: int) -> str:
    """Return a number in small Roman letters."""
    letters = ""
    for value, letter in _ROMAN:
        letters += letter * (number // value)
        number %= value
    return letters


def letters(number: int) -> str:
    """Return a number as Word counts in letters: a to z, then aa, bb."""
    return _ALPHABET[(number - 1) % 26] * ((number - 1) // 26 + 1) if number > 0 else ""


FORMATS: Final[Mapping[str, Callable[[int], str]]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "lowerLetter": letters,
    "upperLetter": lambda number: letters(number).upper(),
    "none": lambda _number: "",
    "bullet": lambda _number: "",
}


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list; ``restarts`` is the number of levels above that start it anew, None for all."""

    format: str
    text: str
    start: int
    restarts: int | None
    suffix: str
    align: Align
    is_legal: bool
    style: str
    properties: Properties
    characters: Characters
    constructs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class List:
    """A w:num: the levels it uses, the numbers it starts anew at, and the abstract list it counts in."""

    counts_in: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class LevelReader:
    """Reads w:lvl."""

    characters: CharacterReader
    properties: PropertyReader

    def read(self, element: Element) -> Level:
        """Return a level."""
        found = {child.tag: child for child in element}
        said = {tag: child.get(VAL, "") for tag, child in found.items()}
        restarts = said.get(f"{W}lvlRestart")
        return Level(
            format=said.get(f"{W}numFmt", "decimal"),
            text=said.get(f"{W}lvlText", ""),
            start=int(said.get(f"{W}start", "0")),
            restarts=None if restarts is None else int(restarts),
            suffix=said.get(f"{W}suff", "tab"),
            align=_ALIGNS.get(said.get(f"{W}lvlJc", "left"), Align.LEFT),
            is_legal=on(found.get(f"{W}isLgl")),
            style=said.get(f"{W}pStyle", ""),
            properties=self.properties.read(found.get(f"{W}pPr")),
            characters=self.characters.read(found.get(f"{W}rPr")),
            constructs=tuple(fault for child in element if (fault := _fault(child))),
        )


def _fault(child: Element) -> str:
    """Return the name of what in a level cannot be set, or nothing."""
    value = child.get(VAL, "")
    match child.tag.rpartition("}")[2]:
        case "numFmt":
            is_fine = value in FORMATS
        case "lvlJc":
            is_fine = value in _ALIGNS
        case "suff":
            is_fine = value in _SUFFIXES
        case "legacy":
            is_fine = not on(child) or child.get(f"{W}legacy") in {"0", "false"}
        case name:
            is_fine = name in {"start", "lvlRestart", "pStyle", "isLgl", "lvlText", "pPr", "rPr"}
    return "" if is_fine and not child.tag.startswith(MC) else construct(child, VAL)


def read(root: Element | None, reader: LevelReader, linked: Mapping[str, int]) -> dict[int, List]:
    """Return the lists by their number; ``linked`` is which list a numbering style stands for."""
    if root is None:
        return {}
    abstracts = {one.get(f"{W}abstractNumId", ""): one for one in root.findall(f"{W}abstractNum")}
    numbers = {int(one.get(f"{W}numId", "0")): one for one in root.findall(f"{W}num")}
    read_levels: dict[str, dict[int, Level]] = {}

    def levels(abstract_id: str, depth: int = 0) -> dict[int, Level]:
        abstract = abstracts.get(abstract_id)
        if abstract is None or depth > LEVELS:
            return {}
        link = abstract.find(f"{W}numStyleLink")
        if link is not None:
            target = numbers.get(linked.get(link.get(VAL, ""), 0))
            return {} if target is None else levels(_abstract_id(target), depth + 1)
        if abstract_id not in read_levels:
            read_levels[abstract_id] = _levels(abstract, reader)
        return read_levels[abstract_id]

    return {number: _list(one, levels(_abstract_id(one)), reader) for number, one in numbers.items()}


def _abstract_id(number: Element) -> str:
    named = number.find(f"{W}abstractNumId")
    return "" if named is None else named.get(VAL, "")


def _levels(parent: Element, reader: LevelReader) -> dict[int, Level]:
    return {int(one.get(f"{W}ilvl", "0")): reader.read(one) for one in parent.findall(f"{W}lvl")}


def _list(number: Element, levels: Mapping[int, Level], reader: LevelReader) -> List:
    own: dict[int, Level] = dict(levels)
    starts: dict[int, int] = {}
    for override in number.findall(f"{W}lvlOverride"):
        place = int(override.get(f"{W}ilvl", "0"))
        for level in _levels(override, reader).values():
            own[place] = level
        start = override.find(f"{W}startOverride")
        if start is not None:
            starts[place] = int(start.get(VAL, "0"))
    return List(_abstract_id(number), own, starts)


@dataclass(slots=True)
class Counters:
    """Where each list of a story stands."""

    counts: dict[str, list[int | None]] = field(default_factory=dict)
    begun: set[int] = field(default_factory=set)

    def number(self, num_id: int, of: List, place: int) -> list[int | None]:
        """Count an item of a list; return the numbers of all levels, None where a level was never counted."""
        counts = self.counts.setdefault(of.counts_in, [None] * LEVELS)
        if num_id not in self.begun:
            self.begun.add(num_id)
            for restarted in of.starts:
                counts[restarted] = None
        current = counts[place]
        counts[place] = _start(of, place) if current is None else current + 1
        for deeper in range(place + 1, LEVELS):
            level = of.levels.get(deeper)
            if level is None or level.restarts is None or place < level.restarts:
                counts[deeper] = None
        return counts


def _start(of: List, place: int) -> int:
    return of.starts.get(place, of.levels[place].start)


def label(of: List, place: int, counts: list[int | None]) -> str | None:
    """Return the mark of an item, None when it names a level that no item before it has counted."""
    level = of.levels[place]
    missing = False

    def number(match: re.Match[str]) -> str:
        nonlocal missing
        named = int(match[1]) - 1
        other, count = of.levels.get(named), counts[named]
        if other is None or count is None:
            missing = True
            return ""
        form = "decimal" if level.is_legal and other.format != "none" else other.format
        return FORMATS[form](count) if form in FORMATS else ""

    text = _PLACE.sub(number, level.text)
    return None if missing else text
