"""Every text of a record with its JSON path, for rules that look at all that was written."""

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum

from pydantic import BaseModel


def texts(value: object, path: str = "$") -> Iterator[tuple[str, str]]:
    """Yield ``(path, text)`` for each string in a record or in plain data, in order; enumerations are no texts."""
    if isinstance(value, str):
        if not isinstance(value, Enum):
            yield path, value
        return
    for step, one in _inside(value):
        yield from texts(one, path + step)


def _inside(value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            yield f".{field.alias or name}", getattr(value, name)
    elif isinstance(value, Mapping):
        yield from ((f".{name}", one) for name, one in value.items())
    elif isinstance(value, Sequence):
        yield from ((f"[{index}]", one) for index, one in enumerate(value))
