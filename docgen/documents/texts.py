"""Every text of a record with its JSON path, for rules that look at all that was written."""

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from functools import cache

from pydantic import BaseModel


def texts(value: object, path: str = "$") -> Iterator[tuple[str, str]]:
    """Yield ``(path, text)`` for each string in a record or in plain data, in order; enumerations are no texts."""
    found: list[tuple[str, str]] = []
    _gather(value, path, found)
    return iter(found)


def _gather(value: object, path: str, found: list[tuple[str, str]]) -> None:
    if isinstance(value, str):
        if not isinstance(value, Enum):
            found.append((path, value))
        return
    for step, one in _inside(value):
        _gather(one, path + step, found)


def _inside(value: object) -> Iterable[tuple[str, object]]:
    """Return what a part of a record, or of plain data, holds."""
    if isinstance(value, BaseModel):
        return [(step, getattr(value, name)) for name, step in _fields(type(value))]
    if isinstance(value, dict):
        return [(f".{name}", one) for name, one in value.items()]
    if isinstance(value, tuple | list):
        return [(f"[{index}]", one) for index, one in enumerate(value)]
    return ()


@cache
def _fields(model: type[BaseModel]) -> Sequence[tuple[str, str]]:
    """Return the name of each field of ``model`` and its step in a JSON path."""
    return tuple((name, f".{field.alias or name}") for name, field in model.model_fields.items())
