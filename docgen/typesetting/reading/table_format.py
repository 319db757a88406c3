"""What a table's style and the table itself say of all its cells, and of the first row, the bands and so on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from docgen.typesetting.reading.names import VAL, Element, W, construct, points, said_on, told
from docgen.typesetting.reading.table_parts import (
    Cannot,
    Named,
    Said,
    named,
    number,
    said_of,
)

WHOLE: Final = "wholeTable"
# ECMA-376 17.7.6: what comes later overrides.
ORDER: Final = (
    *(WHOLE, "band1Vert", "band2Vert", "band1Horz", "band2Horz", "firstRow", "lastRow", "firstCol", "lastCol"),
    *("nwCell", "neCell", "swCell", "seCell"),
)
_CORNERS: Final = frozenset({"nwCell", "neCell", "swCell", "seCell"})
_ROWS: Final = frozenset({"firstRow", "lastRow"})
_COLUMNS: Final = frozenset({"firstCol", "lastCol"})
# 17.4.56: the switches of w:tblLook, and their bits in w:val.
_SWITCHES: Final = {
    "firstRow": 0x0020,
    "lastRow": 0x0040,
    "firstColumn": 0x0080,
    "lastColumn": 0x0100,
    "noHBand": 0x0200,
    "noVBand": 0x0400,
}


class Spot(NamedTuple):
    """Where a cell stands among its rows and in its row, counted from 0."""

    row: int
    rows: int
    cell: int
    cells: int


@dataclass(frozen=True, slots=True)
class Part:
    """What a table style says of one part of its tables: paragraphs, rows, cells, margins and borders."""

    paragraphs: tuple[Element, ...]
    row: Named
    cell: Named
    margins: Named
    borders: Named

    @classmethod
    def of(cls, sources: Sequence[Element], cannot: Cannot) -> "Part":
        """Return the part that ``w:style`` and ``w:tblStylePr`` elements make together, the weakest first."""
        paragraphs = tuple(
            found for one in sources for name in ("pPr", "rPr") if (found := one.find(f"{W}{name}")) is not None
        )
        rows = [said_of(one.find(f"{W}trPr"), cannot).properties for one in sources]
        cells = [said_of(one.find(f"{W}tcPr"), cannot).properties for one in sources]
        return cls(paragraphs, _over(rows), _over(cells), sides(cells, "tcMar"), sides(cells, "tcBorders"))


@dataclass(frozen=True, slots=True)
class TableFormat:
    """All that is said above the cells. ``own_borders`` are those that the table says itself, not its style."""

    table: Named
    margins: Named
    borders: Named
    own_borders: Named
    parts: Mapping[str, Part]
    switches: frozenset[str]

    @classmethod
    def of(cls, styles: Sequence[Element], own: Said, cannot: Cannot) -> "TableFormat":
        """Return what the styles (the base first) and the w:tblPr of a table say."""
        levels = [*(said_of(one.find(f"{W}tblPr"), cannot).properties for one in styles), own.properties]
        for fault in own.constructs:
            cannot(fault)
        table = _over(levels)
        parts = _parts(styles, cannot)
        look = table.get("tblLook")
        if look is None and parts.keys() - {WHOLE}:
            cannot("w:tblStylePr w:tblLook")
        margins, borders = sides(levels, "tblCellMar"), sides(levels, "tblBorders")
        return cls(table, margins, borders, sides([own.properties], "tblBorders"), parts, _switches(look))

    def of_cell(self, spot: Spot) -> tuple[str, ...]:
        """Return the parts of the style that a cell belongs to, the weakest first."""
        if self.parts.keys() <= {WHOLE}:
            return tuple(self.parts)
        rows, columns = self._in_rows(spot), self._in_columns(spot)
        here = {WHOLE, *rows, *columns}
        if _ROWS & rows and _COLUMNS & columns:
            corner = ("n" if "firstRow" in rows else "s") + ("w" if "firstCol" in columns else "e")
            here.add(f"{corner}Cell")
        return tuple(name for name in ORDER if name in here and name in self.parts)

    def row(self, spot: Spot, direct: Named) -> Named:
        """Return what is said of a row, by the style and by itself."""
        if not self.parts:
            return direct
        here = {WHOLE, *self._in_rows(spot)}
        row: dict[str, Element] = {}
        for name in ORDER:
            if name in here and name in self.parts:
                row |= self.parts[name].row
        return row | direct

    def is_outer(self, part: str, side: str, spot: Spot) -> bool:
        """Tell whether a side of a cell is one of the whole part of the table, not one between its cells."""
        if part in _CORNERS:
            return True
        if side in {"top", "bottom"}:
            alone, kind, bands, index, count = _ROWS, "Horz", self._row_band, spot.row, spot.rows
        else:
            alone, kind, bands, index, count = _COLUMNS, "Vert", self._column_band, spot.cell, spot.cells
        if part in alone:
            return True
        is_first = side in {"top", "left"}
        if part.endswith(kind):
            band = bands(spot)
            return band.is_first if is_first else band.is_last
        return index == (0 if is_first else count - 1)

    def _row_band(self, spot: Spot) -> "_Band":
        size = number(self.table.get("tblStyleRowBandSize"), 1)
        return _Band.of(spot.row, spot.rows, size, (int("firstRow" in self.switches), int("lastRow" in self.switches)))

    def _column_band(self, spot: Spot) -> "_Band":
        size = number(self.table.get("tblStyleColBandSize"), 1)
        apart = (int("firstColumn" in self.switches), int("lastColumn" in self.switches))
        return _Band.of(spot.cell, spot.cells, size, apart)

    def _in_rows(self, spot: Spot) -> set[str]:
        if spot.row == 0 and "firstRow" in self.switches:
            return {"firstRow"}
        if spot.row == spot.rows - 1 and "lastRow" in self.switches:
            return {"lastRow"}
        return set() if "noHBand" in self.switches else {f"band{self._row_band(spot).number}Horz"}

    def _in_columns(self, spot: Spot) -> set[str]:
        if spot.cell == 0 and "firstColumn" in self.switches:
            return {"firstCol"}
        if spot.cell == spot.cells - 1 and "lastColumn" in self.switches:
            return {"lastCol"}
        return set() if "noVBand" in self.switches else {f"band{self._column_band(spot).number}Vert"}


@dataclass(frozen=True, slots=True)
class _Band:
    """The band a row or a column is in: 1 or 2, and whether it is the first or the last of it."""

    number: int
    is_first: bool
    is_last: bool

    @classmethod
    def of(cls, index: int, count: int, size: int, apart: tuple[int, int]) -> "_Band":
        """Return the band of one of ``count``, ``size`` to a band; those ``apart`` at either end are in none."""
        band, within = divmod(index - apart[0], size or 1)
        return cls(band % 2 + 1, within == 0, within == (size or 1) - 1 or index == count - apart[1] - 1)


def _over(levels: Iterable[Named]) -> Named:
    """Return what the levels say together, the weakest first."""
    found: Named = {}
    for level in levels:
        found |= level
    return found


def sides(levels: Iterable[Named], name: str) -> Named:
    """Return the sides that ``name`` has in the levels, the weakest first: margins or borders."""
    return _over(named(level.get(name)) for level in levels)


def _parts(styles: Sequence[Element], cannot: Cannot) -> dict[str, Part]:
    """Return what the styles say of each part of a table; nothing where they say nothing."""
    sources: dict[str, list[Element]] = {WHOLE: list(styles)}
    for style in styles:
        for one in style.iterchildren(f"{W}tblStylePr"):
            sources.setdefault(one.get(f"{W}type", ""), []).append(one)
            for child in one.iterchildren(f"{W}tblPr"):
                _refuse_inside(child, cannot)
    parts = {name: Part.of(found, cannot) for name, found in sources.items()}
    return {name: part for name, part in parts.items() if _says_anything(part)}


def _says_anything(part: Part) -> bool:
    return bool(part.paragraphs or part.row or part.cell)


def _refuse_inside(properties: Element, cannot: Cannot) -> None:
    for child in properties.iterchildren("*"):
        cannot(f"w:tblStylePr {told(child.tag)}")


def _switches(look: Element | None) -> frozenset[str]:
    """Return what is turned on in a w:tblLook: by its attributes, or by its bits."""
    if look is None:
        return frozenset({"noHBand", "noVBand"})
    bits = int(look.get(VAL) or "0", 16)
    said = {name: look.get(f"{W}{name}") for name in _SWITCHES}
    return frozenset(
        name for name, bit in _SWITCHES.items() if (said_on(said[name]) if said[name] is not None else bits & bit)
    )


def length(element: Element | None, cannot: Cannot) -> float:
    """Return a width in points, 0 where there is none; name a percentage. Raises ValueError."""
    kind = "nil" if element is None else element.get(f"{W}type", "dxa")
    if element is None or kind in {"nil", "auto"}:
        return 0.0
    if kind != "dxa":
        cannot(construct(element, f"{W}type"))
        return 0.0
    return points(element.get(f"{W}w", "0"))
