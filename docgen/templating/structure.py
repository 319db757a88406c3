"""What can be proved about a part before any data is seen, by walking its program and its XML at once.

A part is XML in pieces with a program between them. When every way through the program leaves the same elements open,
each way gives well-formed XML, and the result need not be parsed for each record. The same walk finds the values that
stand in a run of text, the tables whose grid cannot change, and the drawings whose numbers are always the same.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from jinja2 import nodes

from docgen.templating.element import Element, Paragraph, Row, Run, Spot, Table, span_of

TOKEN = re.compile(r"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>|<(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*>|[^<]+", re.DOTALL)
LEAVES = frozenset({"w:t", "w:instrText", "w:delText", "w:delInstrText", "a:t", "m:t"})
IN_LISTING = re.compile(r"<w:[prt](?: [^>]*)?>")
"""The tags that docxtpl's ``resolve_listing`` takes for the beginning of a paragraph, a run and a text."""
_NAME = re.compile(r"</?([^\s/>]+)")
_HOLE = "\ue000"


@dataclass(slots=True)
class Structure:
    """What was found out about a part.

    ``whole``: every way through gives well-formed XML. ``between``: a value or a space stands between elements.
    ``captured``: a macro or a kept block makes text that is printed elsewhere. ``in_runs``: the values that become
    breaks and tabs where they stand, by identity, with the XML of a tab there. ``unresolved``: some other value in the
    text may hold a break. ``own_breaks``: the template's own text has one. ``drawings`` are the numbered ones, as many
    as there are places for them; ``moving`` tells whether some come and go.
    """

    whole: bool = True
    between: bool = False
    captured: bool = False
    unresolved: bool = False
    own_breaks: bool = False
    moving: bool = False
    drawings: int = 0
    in_runs: dict[int, str] = field(default_factory=dict)
    tables: list[Table] = field(default_factory=list)


def structure(template: nodes.Template, *, commented: bool = False) -> Structure:
    """Return what can be proved about the part that ``template`` is the program of.

    ``commented``: it had comments of the template language, which are no longer in it and may have stood in any table.
    """
    walk = _Walk(commented=commented)
    walk.through(template.body)
    found = walk.found
    found.whole &= not walk.open and walk.partial is None
    if found.captured or not found.whole:
        found.in_runs.clear()
        found.unresolved = True
    return found


class _Walk:
    """One walk: the elements that are open, the blocks of the program around, and what has been found."""

    def __init__(self, *, commented: bool) -> None:
        self.commented = commented
        self.found = Structure()
        self.open: list[Element] = []
        self.blocks: tuple[int, ...] = ()
        self.partial: str | None = None
        self.seen = 0

    def through(self, body: Sequence[nodes.Node]) -> None:
        for node in body:
            match node:
                case nodes.Output():
                    for child in node.nodes:
                        self.data(child) if isinstance(child, nodes.TemplateData) else self.hole(child)
                case nodes.If():
                    self.ways([node.body, *(one.body for one in node.elif_), node.else_])
                case nodes.For():
                    self.ways([node.body, node.else_])
                case nodes.With() | nodes.Scope():
                    self.through(node.body)
                case nodes.Assign():
                    pass
                case _:
                    self.found.captured = True

    def ways(self, bodies: Sequence[Sequence[nodes.Node]]) -> None:
        """Walk each way of a block; every one must leave open what was open before."""
        before, quote = list(self.open), self.quote()
        self.seen += 1
        self.blocks += (self.seen,)
        for body in bodies:
            self.boundary()
            self.through(body)
            same = [one.name for one in self.open] == [one.name for one in before] and self.quote() == quote
            if not same:
                self.found.whole = False
                self.open = list(before)
            self.crossed(before)
        self.boundary()
        self.blocks = self.blocks[:-1]

    def quote(self) -> int | None:
        """Return where in a tag the walk stands: None outside, else whether a quote is open."""
        return None if self.partial is None else self.partial.count('"') % 2

    def boundary(self) -> None:
        """Note that a block begins or ends here: cells that come and go make the grid of a table uncertain."""
        for element in reversed(self.open):
            if element.name in {"w:tr", "w:tcPr", "w:tblGrid"} and element.table is not None:
                element.table.unstable = True
            if element.name in {"w:tr", "w:tc", "w:tbl"}:
                break
        self.touched()

    def touched(self) -> None:
        """Note that the program has a say in every table that is open here."""
        table = self.open[-1].table if self.open else None
        for one in (table, *table.around()) if table is not None else ():
            one.tagged = True

    def crossed(self, before: Sequence[Element]) -> None:
        """Note the elements that a block closed and opened anew: which of the two is open depends on the data."""
        for old, new in zip(before, self.open, strict=True):
            if old is not new:
                new.ambiguous = True
                self.found.whole &= new.name != "w:tbl"
                if new.name in {"w:tr", "w:tc"} and new.table is not None:
                    new.table.unstable = True

    def hole(self, value: nodes.Expr) -> None:
        """Note a value."""
        self.touched()
        if self.partial is not None:
            self.partial += _HOLE
            return
        top = self.open[-1] if self.open else None
        if top is None or top.name not in LEAVES:
            self.found.between = True
            if top is not None and top.table is not None and top.name in {"w:tr", "w:tbl"}:
                top.table.unstable = True
        elif top.name == "w:t":
            self.in_text(value, top)

    def in_text(self, value: nodes.Expr, text: Element) -> None:
        """Note a value in the text; it can be broken where it stands when the formatting of its run is known."""
        run = self.open[-2] if len(self.open) > 1 else text
        known = text.run is not None and text.run.properties is not None and run.name == "w:r"
        if text.paragraph is None or text.run is None or not known or text.ambiguous or run.ambiguous:
            self.found.unresolved = True
        else:
            text.paragraph.values.append((value, text.run))

    def data(self, node: nodes.TemplateData) -> None:
        """Walk a piece of the template's own XML."""
        text, shift, position = node.data, 0, 0
        if self.partial is not None:
            text, shift, self.partial = self.partial + text, len(self.partial), None
        while position < len(text):
            token = TOKEN.match(text, position)
            if token is None:
                self.partial = text[position:]
                self.found.whole &= not self.partial.startswith(("<!", "<?"))
                return
            position = token.end()
            found = token.group()
            if not found.startswith("<"):
                self.characters(found)
            elif not found.startswith(("<!", "<?")):
                self.tag(found, (node, token.start() - shift), (node, position - shift))

    def characters(self, text: str) -> None:
        name = self.open[-1].name if self.open else ""
        if name == "w:t":
            self.found.own_breaks |= any(sign in text for sign in "\n\t\a\f")
        elif name not in LEAVES:
            self.found.between |= text.isspace()

    def tag(self, tag: str, start: Spot, end: Spot) -> None:
        named = _NAME.match(tag)
        name = named.group(1) if named else ""
        if not tag.startswith("</"):
            outer = self.open[-1] if self.open else Element("", start)
            element = Element(name, start, outer.table, outer.paragraph, outer.run)
            self.open.append(element)
            self.begin(element, outer, tag)
            if not tag.endswith("/>"):
                return
        if not self.open or self.open[-1].name != name:
            self.found.whole = False
            return
        self.end(self.open.pop(), end)

    def begin(self, element: Element, outer: Element, tag: str) -> None:
        """Note what an element that opens says."""
        table = element.table
        match element.name:
            case "w:tbl":
                element.table = Table(self.blocks, element.start, element.start, table, tagged=self.commented)
                self.found.tables.append(element.table)
            case "w:p":
                element.paragraph = Paragraph(plain=element.paragraph is None and bool(IN_LISTING.fullmatch(tag)))
                self.nest(outer.paragraph)
            case "w:r":
                self.nest(outer.paragraph if outer.run is not None or not IN_LISTING.fullmatch(tag) else None)
                element.run = Run(self.blocks)
            case "w:t" if not IN_LISTING.fullmatch(tag):
                self.nest(element.paragraph)
            case "wp:docPr":
                self.found.drawings += 1
                self.found.moving |= bool(self.blocks)
                self.found.whole &= ' id="' in tag
            case _ if table is not None:
                self.begin_in_table(element.name, outer.name, table, tag)

    @staticmethod
    def nest(paragraph: Paragraph | None) -> None:
        if paragraph is not None:
            paragraph.plain = False

    def begin_in_table(self, name: str, outer: str, table: Table, tag: str) -> None:
        match name, outer:
            case "w:tblGrid", _:
                table.gridless = False
            case "w:gridCol", "w:tblGrid":
                table.columns += 1
            case "w:tr", _:
                table.row = Row(self.blocks)
            case "w:tc", "w:tr" if table.row is not None:
                table.row.cells += 1
                table.row.span += 1
            case "w:gridSpan", "w:tcPr" if table.row is not None:
                span = span_of(tag)
                table.unstable |= span is None
                table.row.span += 0 if span is None else span - 1

    def end(self, element: Element, end: Spot) -> None:
        """Note what an element that closes has said."""
        table = element.table
        match element.name:
            case "w:rPr" if element.run is not None and self.open and self.open[-1].name == "w:r":
                element.run.read_properties(element.start, end, self.blocks)
            case "w:p" if element.paragraph is not None:
                self.found.unresolved |= bool(element.paragraph.values) and not element.paragraph.plain
                if element.paragraph.plain:
                    self.found.in_runs |= {id(value): run.tab for value, run in element.paragraph.values}
            case "w:tr" if table is not None:
                table.close_row()
            case "w:tbl" if table is not None:
                table.end = end
                self.found.whole &= table.start[1] >= 0
                if table.may_change_with_rows and table.outer is not None:
                    table.outer.unstable = True
