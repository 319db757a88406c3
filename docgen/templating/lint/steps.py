"""The headings of a part between its loops and conditions, in the order in which they stand."""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from jinja2 import nodes

from docgen.templating.lint.blocks import Block, Tree
from docgen.templating.lint.scope import targets
from docgen.templating.lint.speech import spoken
from docgen.templating.lint.story import Paragraph
from docgen.templating.lint.tag import Tag

STRAIGHT = frozenset({"with", "filter"})
"""The blocks whose inside is always printed, once, where it stands."""
_END = (10**9, 0)


@dataclass(frozen=True, slots=True, eq=False)
class Heading:
    """A heading and its level, from 1."""

    at: Paragraph
    level: int


@dataclass(frozen=True, slots=True, eq=False)
class Fork:
    """A block, and the steps in each of its branches."""

    block: Block
    bodies: "Sequence[Sequence[Step]]"


@dataclass(frozen=True, slots=True)
class Given:
    """Names that are given another value here."""

    names: frozenset[str]


Step: TypeAlias = Heading | Fork | Given


def steps(tree: Tree, headings: Sequence[Heading]) -> Sequence[Step]:
    """Return the steps of a part; blocks without headings are left out, but for the names that they give."""
    found = _Sorter(headings)
    return [*found.steps(tree), *found.until(_END)]


class _Sorter:
    """One way through a part; ``ahead`` are the headings that have not been met."""

    def __init__(self, headings: Sequence[Heading]) -> None:
        self.ahead = deque(headings)

    def until(self, order: tuple[int, int]) -> Iterator[Heading]:
        """Yield the headings before a tag."""
        while self.ahead and (self.ahead[0].at.pieces[0].order, -1) < order:
            yield self.ahead.popleft()

    def steps(self, tree: Tree) -> list[Step]:
        found: list[Step] = []
        for piece in tree:
            if isinstance(piece, Block):
                found += self.until(piece.opener.order)
                fork = self._fork(piece)
                inside = [step for body in fork.bodies for step in body]
                found += inside if all(isinstance(step, Given) for step in inside) else [fork]
            elif piece.word == "set":
                found += self.until(piece.order)
                found.append(Given(frozenset(_given(piece))))
        return found

    def _fork(self, block: Block) -> Fork:
        closes = block.closer.order if block.closer else _END
        ends = [*(branch.tag.order for branch in block.branches[1:]), closes]
        pairs = zip(block.branches, ends, strict=True)
        return Fork(block, [[*self.steps(branch.body), *self.until(end)] for branch, end in pairs])


def _given(tag: Tag) -> Iterator[str]:
    said = spoken(tag)
    if isinstance(said, nodes.Assign):
        yield from targets(said.target)
