"""The names of a contract as they are written in Word: where each one stands, and in which loops and conditions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from docgen.templating.contract import Contract, Field, Sort

_STEP = re.compile(r"\[\]|[^.\[]+")
_PLURAL = re.compile(r"(?P<one>\w{2,})(er|ar|(?<=e)n)$")
_ONE_OF = "del"
"""What one thing of a list is called where its name has no plain plural: ``del`` of ``beslut``."""


@dataclass(frozen=True, slots=True)
class Name:
    """One name: its path in the contract, and what a template says.

    ``opens`` and ``closes`` are the loop or the condition that a list, a flag or a part that can be absent is written
    with, empty elsewhere; ``inside`` are those that stand around it; ``prints`` is the tag that prints a text.
    """

    path: str
    field: Field
    required: bool
    prints: str = ""
    opens: str = ""
    closes: str = ""
    inside: tuple[str, ...] = ()


def names(contract: Contract) -> Iterator[Name]:
    """Yield every name of ``contract`` in its order, a group or list before what is in it."""
    for key, field in contract.names.items():
        yield from _names(contract, key, key, field, ())


def values(data: object, path: str) -> list[str]:
    """Return the texts that a view has at ``path``; none where a list is empty or a part is absent."""
    found = [data]
    for step in _STEP.findall(path):
        found = [one for held in found for one in _within(held, step)]
    return [one for one in found if isinstance(one, str)]


def _within(held: object, step: str) -> list[object]:
    if isinstance(held, list) and step == "[]":
        return held
    return [held[step]] if isinstance(held, dict) and held.get(step) is not None else []


def _names(contract: Contract, path: str, said: str, field: Field, inside: tuple[str, ...]) -> Iterator[Name]:
    """Yield the name at ``path``, which a template says as ``said``, and the names in it."""
    name = Name(path, field, path in contract.required, inside=inside)
    if field.sort is Sort.TEXT:
        yield replace(name, prints=f"{{{{ {said} }}}}")
    elif field.sort is Sort.FLAG:
        yield replace(name, opens=f"{{%p if {said} %}}", closes="{%p endif %}")
    elif field.sort is Sort.GROUP:
        if field.optional:
            name = replace(name, opens=f"{{%p if {said} %}}", closes="{%p endif %}")
        yield name
        yield from _group(contract, path, said, field, _around(name))
    elif field.each is not None:
        one = _singular(path)
        name = replace(name, opens=f"{{%p for {one} in {said} %}}", closes="{%p endfor %}")
        yield name
        yield from _each(contract, f"{path}[]", one, field.each, _around(name))


def _each(contract: Contract, path: str, said: str, each: Field, inside: tuple[str, ...]) -> Iterator[Name]:
    """Yield what one thing of a list holds."""
    walk = _group if each.sort is Sort.GROUP else _names
    yield from walk(contract, path, said, each, inside)


def _group(contract: Contract, path: str, said: str, field: Field, inside: tuple[str, ...]) -> Iterator[Name]:
    for key, inner in field.names.items():
        yield from _names(contract, f"{path}.{key}", f"{said}.{key}", inner, inside)


def _around(name: Name) -> tuple[str, ...]:
    return (*name.inside, name.opens) if name.opens else name.inside


def _singular(path: str) -> str:
    """Return what one thing of a list is called in its loop."""
    plural = _PLURAL.fullmatch(path.rsplit(".", 1)[-1])
    return plural["one"] if plural else _ONE_OF
