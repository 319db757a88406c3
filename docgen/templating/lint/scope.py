"""The names that a template may use at a place: the contract's, those of the loops around it, those it has made."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from jinja2 import nodes

from docgen.templating.contract import Contract, Field, Sort
from docgen.templating.lint.blocks import Block, Tree
from docgen.templating.lint.near import fold
from docgen.templating.lint.speech import spoken
from docgen.templating.lint.tag import Tag
from docgen.templating.lint.value import FLAG, NUMBER, Value, member, of_path
from docgen.templating.sandbox import LOOP

_LOOP = Value(
    Field(Sort.GROUP, names={name: FLAG if name in {"first", "last"} else NUMBER for name in LOOP}), "loop", "loop"
)


@dataclass(eq=False)
class Frame:
    """The names of one loop, macro or ``with``; ``block`` is the loop, and ``variable`` the name that it gives."""

    names: dict[str, Value] = field(default_factory=dict)
    block: Block | None = None
    variable: str = ""

    def is_unused(self) -> bool:
        """Tell whether nothing in the loop uses the name that it gives."""
        return (
            self.block is not None
            and self.variable != ""
            and self.variable not in set(free_names(self.block.branches[0].body))
        )


@dataclass(eq=False)
class Scope:
    """The names at a place; ``ended`` are the variables of loops that have ended."""

    contract: Contract
    frames: list[Frame] = field(default_factory=lambda: [Frame()])
    ended: dict[str, tuple[Value, Tag]] = field(default_factory=dict)
    macros: dict[str, Block] = field(default_factory=dict)

    def find(self, name: str) -> Value | None:
        """Return the value of a name, None when there is none here."""
        if name == "loop" and any(frame.block for frame in self.frames):
            return _LOOP
        for frame in reversed(self.frames):
            if name in frame.names:
                return frame.names[name]
        known = self.contract.names.get(name)
        return of_path(known, name) if known else None

    def resolve(self, dotted: str) -> Value | None:
        """Return the value of a name with points, None when it is not one that there is."""
        first, *rest = dotted.split(".")
        value = self.find(first)
        for name in rest:
            known = value is not None and value.known is not None and name in value.known.names
            value = member(value, name) if value is not None and known else None
        return value

    def names(self) -> list[str]:
        """Return every first name, the nearest first."""
        own = [name for frame in reversed(self.frames) for name in frame.names]
        return [*dict.fromkeys([*own, *self.contract.names])]

    def elsewhere(self) -> Mapping[str, str]:
        """Return the whole names of what is in groups, by the last word of each, folded; no word that is in several."""
        own = {name: value.known for frame in reversed(self.frames) for name, value in frame.names.items()}
        found: dict[str, set[str]] = {}
        for groups in (own, self.contract.names):
            here: dict[str, set[str]] = {}
            for path in _inner(groups):
                here.setdefault(fold(path.rpartition(".")[2]), set()).add(path)
            found = here | found
        return {word: paths.pop() for word, paths in found.items() if len(paths) == 1}


def _inner(groups: Mapping[str, Field | None], before: str = "") -> Iterator[str]:
    """Yield the whole names of what stands in groups, those in lists left out."""
    for name, known in groups.items():
        if before:
            yield f"{before}{name}"
        if known is not None and known.sort is Sort.GROUP:
            yield from _inner(known.names, f"{before}{name}.")


def free_names(tree: Tree) -> Iterator[str]:
    """Yield the first names that the tags of a tree use and do not give; tags that cannot be read have none."""
    given: set[str] = set()
    for piece in tree:
        if not isinstance(piece, Block):
            yield from (name for name in _used(piece) if name not in given)
            given |= set(_given(piece))
            continue
        own = set(_given(piece.opener))
        for branch in piece.branches:
            yield from (name for name in _used(branch.tag) if name not in given)
            yield from (name for name in free_names(branch.body) if name not in given | own)


def _used(tag: Tag) -> Iterator[str]:
    said = spoken(tag)
    if isinstance(said, nodes.Node):
        yield from (name.name for name in said.find_all(nodes.Name) if name.ctx == "load")


def _given(tag: Tag) -> Iterator[str]:
    said = spoken(tag)
    if isinstance(said, nodes.For | nodes.Assign | nodes.AssignBlock):
        yield from targets(said.target)
    elif isinstance(said, nodes.With):
        yield from (name for target in said.targets for name in targets(target))
    else:
        yield from parameters(said if isinstance(said, nodes.Node) else None)


def targets(node: nodes.Node) -> Iterator[str]:
    """Yield the names that are given in a loop or a ``set``."""
    if isinstance(node, nodes.Name):
        yield node.name
    elif isinstance(node, nodes.Tuple):
        for item in node.items:
            yield from targets(item)


def parameters(node: nodes.Node | None) -> list[str]:
    """Return the names that a macro gives to what it is called with."""
    return [one.name for one in node.args] if isinstance(node, nodes.Macro | nodes.CallBlock) else []
