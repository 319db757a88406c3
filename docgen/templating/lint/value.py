"""What a name or an expression in a template is, as far as the contract tells."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from docgen.templating.contract import Field, Sort

EVERYTHING = "*"
"""Stands for every name among those that are known to be there: nothing more can be said."""

TEXT, FLAG, NUMBER = Field(Sort.TEXT), Field(Sort.FLAG), Field(Sort.NUMBER)
Keys = frozenset[str]
NONE: Keys = frozenset()


@dataclass(frozen=True, slots=True)
class Truth:
    """The keys of what is known to be there when a value is true, and when it is false."""

    yes: Keys = NONE
    no: Keys = NONE

    def __invert__(self) -> "Truth":
        return Truth(self.no, self.yes)

    def __and__(self, other: "Truth") -> "Truth":
        return Truth(self.yes | other.yes, self.no & other.no)

    def __or__(self, other: "Truth") -> "Truth":
        return Truth(self.yes & other.yes, self.no | other.no)


@dataclass(frozen=True, slots=True)
class Value:
    """A value.

    ``known`` is what the contract says of it, None when nothing can be said. ``key`` tells it from every other name.
    ``paths`` are the paths of the contract that are printed when it is; ``loose`` is the end of a path whose beginning
    is unknown. ``absent``: it may be None here. ``guessed``: it stands for something misspelt, and nothing more is told
    of it. ``said`` is how a message names it.
    """

    known: Field | None = None
    said: str = ""
    key: str = ""
    paths: Keys = NONE
    loose: str | None = None
    absent: bool = False
    guessed: bool = False
    truth: Truth = Truth()

    @property
    def sort(self) -> Sort | None:
        """Return what sort of thing it is, None when that is not known."""
        return self.known.sort if self.known else None


UNKNOWN = Value()


def of_path(field: Field, path: str, *, said: str = "", key: str = "") -> Value:
    """Return the value at a path of the contract."""
    key = key or path
    return Value(field, said or path, key, frozenset({path}), absent=field.optional, truth=Truth(yes=_there(key)))


def each(value: Value, said: str, key: str) -> Value:
    """Return one thing of a list."""
    inner = value.known.each if value.known else None
    loose = None if inner else f"{value.loose or ''}[]"
    paths = frozenset(f"{path}[]" for path in value.paths)
    return Value(inner, said, key, paths, loose, guessed=value.guessed, truth=Truth(yes=frozenset({key})))


def member(value: Value, name: str) -> Value:
    """Return what a group has under ``name``; of a value of which nothing is known, a value of which nothing is."""
    inner = value.known.names.get(name) if value.known else None
    paths = frozenset(f"{path}.{name}" for path in value.paths)
    key, said = (f"{text}.{name}" if text else "" for text in (value.key, value.said))
    if inner is None:
        loose = f"{value.loose or ''}.{name}"
        return Value(None, said, key, paths, loose, guessed=value.guessed, truth=Truth(yes=_there(key)))
    absent = inner.optional and not value.guessed
    return Value(inner, said, key, paths, None, absent, value.guessed, Truth(yes=_there(key)))


def leaves(field: Field, path: str) -> Iterable[tuple[str, Field]]:
    """Yield the paths below ``path`` that can be printed or tested, with what they hold."""
    if field.sort is Sort.GROUP:
        for name, inner in field.names.items():
            yield from leaves(inner, f"{path}.{name}")
    elif field.each is not None:
        yield from leaves(field.each, f"{path}[]")
    else:
        yield path, field


def _there(key: str) -> Keys:
    """Return the keys that are there when the value with ``key`` is true: its own and those of what it is part of."""
    parts = key.split(".")
    return frozenset(".".join(parts[:count]) for count in range(1, len(parts) + 1))


def whole(value: Value) -> Value:
    """Return ``value`` as it is when everything in it is printed."""
    inside = value.known is not None and value.known.sort in {Sort.LIST, Sort.GROUP}
    return replace(value, paths=frozenset(f"{path}*" for path in value.paths)) if inside else value
