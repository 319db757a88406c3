"""The fields of a map in the shape of the record that they make."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from docgen.importing.converters import Known, Som
from docgen.importing.faults import MapFault
from docgen.importing.paths import EACH, Path, lists_in, up_to

Given = Known | tuple[str, ...]
"""What a map itself may say that a field is."""

Target = tuple[str, ...]
"""The steps to a field of docgen's record; EACH goes into every part of a list."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One field: from ``source`` and read as ``som``, or always ``constant``; ``otherwise`` when there is nothing."""

    name: str
    target: Target
    source: Path = ()
    som: Som = Som.TEXT
    table: str = ""
    codes: Mapping[str, str] = field(default_factory=dict)
    constant: Given | None = None
    otherwise: Given | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """A part of the record; ``optional`` when it is left out where the export says nothing of it."""

    fields: Mapping[str, "Tree"]
    optional: bool


@dataclass(frozen=True, slots=True)
class List:
    """A list with a part for each element of the list at ``source``; ``optional`` when an empty one is left out."""

    source: Path
    item: "Tree"
    optional: bool


Tree = Leaf | Group | List


def grown(leaves: Sequence[Leaf], required: Collection[Target], depth: int = 0) -> Tree:
    """Return the tree of ``leaves``; raise MapFault I-27 where they do not agree on what a list is made of."""
    first = leaves[0]
    if len(first.target) == depth and len(leaves) == 1:
        return first
    steps = [one.target[depth] if depth < len(one.target) else None for one in leaves]
    if EACH not in steps and None not in steps:
        fields = {step: [one for one in leaves if one.target[depth] == step] for step in steps if step}
        made = {step: grown(some, required, depth + 1) for step, some in fields.items()}
        always = not depth or first.target[:depth] in required or not any(one.source for one in leaves)
        return Group(made, optional=not always)
    if len({*steps}) > 1 or None in steps:
        raise _unlike(first)
    item = grown(leaves, required, depth + 1)
    return List(_list_of(leaves, depth), item, optional=first.target[:depth] not in required)


def _list_of(leaves: Sequence[Leaf], depth: int) -> Path:
    """Return the foreign list that the one at ``depth`` of the targets is made of."""
    number = lists_in(leaves[0].target[: depth + 1])
    sources = {up_to(one.source, number): one for one in leaves if lists_in(one.source) >= number}
    if not sources:
        raise _unlike(leaves[0])
    if len(sources) > 1:
        raise _unlike(list(sources.values())[-1])
    return next(iter(sources))


def _unlike(leaf: Leaf) -> MapFault:
    return MapFault(("falt", leaf.name), "I-27")
