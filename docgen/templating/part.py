"""One part of a Word file, compiled: its program, and what is still to be done with what the program makes.

What docxtpl does to every part of every document is done here only where it could change something; ``structure``
proves where it could not.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import count
from typing import Any, Self

from jinja2 import nodes

from docgen.errors import TemplateError
from docgen.templating import repair
from docgen.templating.bounds import Budget
from docgen.templating.generator import in_run
from docgen.templating.program import ESCAPING, Program
from docgen.templating.rich import Asked
from docgen.templating.structure import Structure, structure
from docgen.templating.xml_part import WORD

QUOTED = {"{_{": "{{", "}_}": "}}", "{_%": "{%", "%_}": "%}"}
PREFIXES = {"w": WORD, "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"}
_DECLARED = re.compile(r'\sxmlns:?(\w*)="([^"]*)"')
_BODY = re.compile(r'<w:body((?: xmlns(?::\w+)?="[^"]*")*)')


class Room(StrEnum):
    """The kinds of part that are filled."""

    BODY = "body"
    STORY = "header or footer"
    NOTES = "footnotes"


@dataclass(frozen=True, slots=True)
class Story:
    """A part that is to be filled: its XML, and for a body what stands around it and the namespaces of the root."""

    name: str
    room: Room
    xml: str
    head: bytes = b""
    tail: bytes = b""
    declared: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Part:
    """A part and its program; ``head`` and ``tail`` stand around what the program makes.

    ``whole``: what the program makes is known to be well-formed. ``namespaces``: what such a body leaves to its
    ``head`` to declare, as XML. ``between``, ``unresolved``, ``own_breaks``: see ``structure``. ``grids``: tables are
    marked whose grid may change. ``moving``: the drawings must be numbered in each document.
    """

    name: str
    room: Room
    program: Program
    head: bytes
    tail: bytes
    namespaces: bytes
    whole: bool
    between: bool
    unresolved: bool
    own_breaks: bool
    grids: bool
    moving: bool

    @classmethod
    def compiled(cls, story: Story) -> Self:
        """Return the part compiled.

        Raises TemplateSyntaxError for an error in the template language and SecurityError for what is not allowed.
        """
        source = repair.DOCXTPL.patch_xml(story.xml)
        tree = ESCAPING.parse(source)
        _unquote(tree)
        found = structure(tree, commented="{#" in source)
        found.whole &= not found.captured and _is_usual(story.xml)
        in_body = story.room is Room.BODY
        marked = in_body and _mark(found)
        numbered = in_body and _number(tree, found)
        _break_in_runs(tree, found.in_runs)
        namespaces = _leave_namespaces(tree, story.declared) if in_body and found.whole else ""
        return cls(
            *(story.name, story.room, Program.of(tree), story.head, story.tail, namespaces.encode()),
            whole=found.whole,
            between=found.between,
            unresolved=found.unresolved,
            own_breaks=found.own_breaks,
            grids=marked,
            moving=not numbered,
        )

    def filled(self, data: dict[str, Any], asked: Asked, budget: Budget) -> bytes:
        """Return the finished part.

        Raises UndefinedError and SecurityError as ``Program.run``, and TemplateError M-07 when the result is not whole
        and M-08 when a table has no grid that could be changed.
        """
        made = self.program.run(data, budget)
        breaks = self.own_breaks or asked.listing or (self.unresolved and (b"\n" in made or b"\t" in made))
        made = repair.listed(made) if breaks else made
        if breaks or asked.formatted or not self.whole:
            start = len(b"<w:body") if self.namespaces else 0
            repair.refuse_broken(b"".join((made[:start], self.namespaces, made[start:])))
        if self.room is Room.BODY and not self.whole:
            return repair.document(self.head, made, self.tail)
        return b"".join((self.head, self._repaired(made, related=asked.relations), self.tail))

    def _repaired(self, made: bytes, *, related: bool) -> bytes:
        match self.room:
            case Room.BODY:
                made = repair.marked_tables(made, self.namespaces) if self.grids else made
                return repair.numbered(made) if self.moving or related else made
            case Room.STORY if self.between or related or not self.whole:
                return repair.story(made)
        return made


def _unquote(tree: nodes.Template) -> None:
    """Write the quoted braces of the template as braces; those in a value are left alone."""
    for piece in tree.find_all(nodes.TemplateData):
        piece.data = _unquoted(piece.data)
    for constant in tree.find_all(nodes.Const):
        if isinstance(constant.value, str):
            constant.value = _unquoted(constant.value)


def _unquoted(text: str) -> str:
    for quoted, braces in QUOTED.items():
        text = text.replace(quoted, braces)
    return text


def _is_usual(xml: str) -> bool:
    """Tell whether each prefix means one thing, those docxtpl counts on the usual, and no comment hides a drawing."""
    declared = set(_DECLARED.findall(xml)) | set(PREFIXES.items())
    uris, prefixes = {uri for _, uri in declared}, {prefix for prefix, _ in declared}
    return "<!--" not in xml and len(uris) == len(prefixes) == len(declared)


def _mark(found: Structure) -> bool:
    """Put marks around the tables whose grid may change, the outermost of them; tell whether there are any."""
    changing = [one for one in found.tables if one.may_change]
    if any(one.gridless for one in changing):
        raise TemplateError("M-08")
    if not found.whole:
        return False
    spots = []
    for one in changing:
        if not any(outer in changing for outer in one.around()):
            holds_others = any(one in inner.around() for inner in changing)
            mark = repair.GRID if one.may_change_with_rows or holds_others else repair.GRID_IF_EMPTY
            spots += [(one.start, mark), (one.end, repair.GRID_END)]
    # From the end, and where one table ends and the next begins at once, the beginning first: it is to stand last.
    for (piece, offset), mark in sorted(spots, key=lambda spot: (spot[0][1], spot[1] != repair.GRID_END), reverse=True):
        piece.data = piece.data[:offset] + mark + piece.data[offset:]
    return bool(spots)


def _number(tree: nodes.Template, found: Structure) -> bool:
    """Number the drawings as docxtpl does, when they are the same in every document; tell whether they are."""
    if found.moving or not found.whole:
        return False
    numbers, done = count(repair.FIRST_DRAWING), 0
    for piece in tree.find_all(nodes.TemplateData):
        piece.data, changed = repair.DRAWING_TEXT.subn(lambda one: f'{one.group(1)}{next(numbers)}"', piece.data)
        done += changed
    return done == found.drawings


def _break_in_runs(tree: nodes.Template, tabs: Mapping[int, str]) -> None:
    """Let each value in a known run become breaks and tabs where it stands."""
    for output in tree.find_all(nodes.Output):
        output.nodes = [in_run(one, tabs[id(one)]) if id(one) in tabs else one for one in output.nodes]


def _leave_namespaces(tree: nodes.Template, declared: frozenset[tuple[str, str]]) -> str:
    """Take the namespaces off the body's own tag, where the root has declared them all, and return them."""
    piece = next(tree.find_all(nodes.TemplateData))
    start = _BODY.match(piece.data)
    if start is None or not declared.issuperset(_DECLARED.findall(start.group(1))):
        return ""
    piece.data = "<w:body" + piece.data[start.end() :]
    return start.group(1)
