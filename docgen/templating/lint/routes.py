"""Which heading can follow which, whatever a document says.

A way is what can have happened so far: the heading that came last, and what must be true of the document for it. Two
conditions on the same thing are never taken to differ, so a heading that is left out only when the next one is, too,
causes no alarm.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce

from jinja2 import nodes

from docgen.templating.lint.scope import targets
from docgen.templating.lint.speech import spoken
from docgen.templating.lint.steps import STRAIGHT, Fork, Given, Heading, Step
from docgen.templating.lint.tag import Tag

_MOST = 64
"""Ways that are kept apart; beyond that, those with the same last heading are taken together."""
_TURNS = 4
"""Turns of a loop that are followed: the first, the second, and those after what the second can leave behind."""
_FIRST = "loop.first"
_LOOP_FIRST = nodes.Getattr(nodes.Name("loop", "load"), "first", "load")

_Known = frozenset[tuple[str, bool]]
_NOTHING: _Known = frozenset()


@dataclass(frozen=True, slots=True)
class _Way:
    last: Heading | None
    known: _Known = _NOTHING


_Ways = frozenset[_Way]
_NONE: _Ways = frozenset()


def befores(steps: Sequence[Step]) -> Mapping[Heading, set[Heading | None]]:
    """Return what can come last before each heading that can come at all, None for nothing.

    Nothing is told of a part that has headings in a macro or the like: they are printed elsewhere.
    """
    if not _is_plain(steps):
        return {}
    found = _Routes()
    found.through(steps, frozenset({_Way(None)}))
    return found.met


def _is_plain(steps: Iterable[Step]) -> bool:
    forks = [step for step in steps if isinstance(step, Fork)]
    words = STRAIGHT | {"if", "for"}
    return all(fork.block.word in words and all(map(_is_plain, fork.bodies)) for fork in forks)


class _Routes:
    """All ways through a part at once; ``met`` is what came last before each heading."""

    def __init__(self) -> None:
        self.met: dict[Heading, set[Heading | None]] = {}
        self.names: dict[str, frozenset[str]] = {_FIRST: frozenset({"loop"})}
        self.gone_through: dict[tuple[Fork, _Ways], _Ways] = {}

    def through(self, steps: Sequence[Step], ways: _Ways) -> _Ways:
        for step in steps:
            if ways:
                ways = _bounded(self._step(step, ways))
        return ways

    def _step(self, step: Step, ways: _Ways) -> _Ways:
        if isinstance(step, Heading):
            self.met.setdefault(step, set()).update(way.last for way in ways)
            return frozenset({_Way(step, reduce(frozenset.intersection, (way.known for way in ways)))})
        if isinstance(step, Given):
            return self._forget(ways, step.names)
        kinds: Mapping[str, Callable[[Fork, _Ways], _Ways]] = {"if": self._if, "for": self._for}
        if (step, ways) not in self.gone_through:
            self.gone_through[step, ways] = kinds.get(step.block.word, self._straight)(step, ways)
        return self.gone_through[step, ways]

    def _straight(self, fork: Fork, ways: _Ways) -> _Ways:
        return self.through(fork.bodies[0], ways)

    def _if(self, fork: Fork, ways: _Ways) -> _Ways:
        found, rest = _NONE, ways
        for branch, body in zip(fork.block.branches, fork.bodies, strict=True):
            yes, no = (_NOTHING, None) if branch.tag.word == "else" else self._condition(branch.tag)
            found |= self.through(body, _assuming(rest, yes))
            rest = _NONE if no is None else _assuming(rest, no)
        return found | rest

    def _for(self, fork: Fork, ways: _Ways) -> _Ways:
        node = spoken(fork.block.opener)
        if not isinstance(node, nodes.For):
            return ways | self._straight(fork, ways)
        some, none = self._truth(node.iter)
        own = {*targets(node.target), "loop"}
        empty = _assuming(ways, none if node.test is None else _NOTHING)
        for body in fork.bodies[1:]:
            empty = self.through(body, empty)
        turns = self._turns(fork.bodies[0], self._forget(_assuming(ways, some), own), own)
        return empty | turns

    def _turns(self, body: Sequence[Step], ways: _Ways, own: Iterable[str]) -> _Ways:
        """Return the ways out of a loop that has been gone through at least once."""
        found = new = self._forget(self.through(body, _assuming(ways, {(_FIRST, True)})), own)
        for _ in range(_TURNS):
            after = self._forget(self.through(body, _assuming(new, {(_FIRST, False)})), own)
            new = after - found
            found |= after
        return found

    def _forget(self, ways: _Ways, names: Iterable[str]) -> _Ways:
        """Return the ways without what is known of names that now mean something else."""
        gone = set(names)
        stale = {key for key, used in self.names.items() if used & gone}
        return frozenset(replace(way, known=frozenset(one for one in way.known if one[0] not in stale)) for way in ways)

    def _condition(self, tag: Tag) -> tuple[_Known, _Known]:
        node = spoken(tag)
        return self._truth(node.test) if isinstance(node, nodes.If) else (_NOTHING, _NOTHING)

    def _truth(self, node: nodes.Node) -> tuple[_Known, _Known]:
        """Return what is known when an expression is true, and when it is false."""
        if isinstance(node, nodes.Not):
            yes, no = self._truth(node.node)
            return no, yes
        key = _FIRST if node == _LOOP_FIRST else repr(node)
        self.names.setdefault(key, frozenset(name.name for name in _names(node)))
        yes, no = frozenset({(key, True)}), frozenset({(key, False)})
        if isinstance(node, nodes.And | nodes.Or):
            left, right = self._truth(node.left), self._truth(node.right)
            return (yes | left[0] | right[0], no) if isinstance(node, nodes.And) else (yes, no | left[1] | right[1])
        return yes, no


def _names(node: nodes.Node) -> Iterable[nodes.Name]:
    return [node] if isinstance(node, nodes.Name) else node.find_all(nodes.Name)


def _assuming(ways: _Ways, known: Iterable[tuple[str, bool]]) -> _Ways:
    """Return the ways on which this can be true, with what is then known."""
    more = frozenset(known)
    against = {(key, not said) for key, said in more}
    return frozenset(replace(way, known=way.known | more) for way in ways if not way.known & against)


def _bounded(ways: _Ways) -> _Ways:
    if len(ways) <= _MOST:
        return ways
    known: dict[Heading | None, _Known] = {}
    for way in ways:
        known[way.last] = known.get(way.last, way.known) & way.known
    return frozenset(_Way(last, both) for last, both in known.items())
