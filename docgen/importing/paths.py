"""Paths into a foreign record: ``Arende.Nummer``, ``Rader[0].Text``, ``Rader[].Text``, ``Adresser[Typ=Folk].Gata``."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from docgen.importing.faults import Unfit

EACH = "[]"
"""The step into every element of a list; no name looks like it."""

_STEP = re.compile(r"(?:^|\.)([^.\[\]=]+)|(\[\])|\[(\d{1,4})\]|\[([^\[\]=]+)=([^\[\]=]+)\]")


@dataclass(frozen=True, slots=True)
class Where:
    """The step to the one element of a list whose field ``key`` says ``value``."""

    key: str
    value: str


Step = str | int | Where
Path = tuple[Step, ...]


def parsed(text: str) -> Path:
    """Return the steps of a path; raise ValueError when it is none."""
    steps: list[Step] = []
    at = 0
    while match := _STEP.match(text, at):
        name, each, index, key, value = match.groups()
        steps.append(Where(key.strip(), value.strip()) if key else int(index) if index else name or each)
        at = match.end()
    if at < len(text) or not steps or not text[0].strip(".["):
        raise ValueError("path")
    return tuple(steps)


def lists_in(path: Sequence[Step]) -> int:
    """Return how many lists the path goes through element by element."""
    return sum(step == EACH for step in path)


def up_to(path: Path, number: int) -> Path:
    """Return the path to the list that is the ``number``-th that is gone through, from 1."""
    places = [at for at, step in enumerate(path) if step == EACH]
    return path[: places[number - 1]]


def at(path: Path, indexes: Sequence[int]) -> Path:
    """Return the path with its lists at ``indexes``; indexes that it has no list for do not matter to it."""
    left = iter(indexes)
    return tuple(next(left) if step == EACH else step for step in path)


def found(record: object, path: Path) -> object:
    """Return what stands there, None when nothing does; raise Unfit J-27 (another structure) or J-28 (several)."""
    value = record
    for step in path:
        if value is None:
            return None
        value = _below(value, step)
    return value


def found_list(record: object, path: Path) -> Sequence[object] | None:
    """Return the list that stands there, None when nothing does; raise Unfit as ``found``."""
    value = found(record, path)
    if value is not None and not isinstance(value, list):
        raise Unfit("J-27")
    return value


def _below(value: object, step: Step) -> object:
    if isinstance(step, str):
        if not isinstance(value, Mapping):
            raise Unfit("J-27")
        return value.get(step)
    if not isinstance(value, list):
        raise Unfit("J-27")
    if isinstance(step, int):
        return value[step] if step < len(value) else None
    alike = [one for one in value if isinstance(one, Mapping) and plain(one.get(step.key)) == step.value]
    if len(alike) > 1:
        raise Unfit("J-28")
    return alike[0] if alike else None


def plain(value: object) -> str:
    """Return a value as the map writes it: ``true`` as in JSON, numbers in digits, nothing for what is no value."""
    if isinstance(value, bool):
        return str(value).lower()
    return str(value).strip() if isinstance(value, str | int) else ""


def shown(path: Sequence[Step]) -> str:
    """Return the path as a message shows it; every word of it comes from the map."""
    return "$" + "".join(_shown(path))


def _shown(path: Sequence[Step]) -> Iterator[str]:
    for step in path:
        if isinstance(step, Where):
            yield f"[{step.key}={step.value}]"
        elif isinstance(step, int):
            yield f"[{step}]"
        else:
            yield step if step == EACH else f".{step}"
