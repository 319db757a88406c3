"""The contract between a document type and its template: every name that a template may use."""

import types
import typing
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class Sort(StrEnum):
    """What a name holds; a number is what a template counts itself, no view has one."""

    TEXT = "text"
    FLAG = "ja/nej"
    LIST = "lista"
    GROUP = "grupp"
    NUMBER = "tal"


@dataclass(frozen=True, slots=True)
class Field:
    """One name: what it holds, what it is for, whether it can be absent (None) in a document.

    ``names`` are those of a group; ``each`` is what a list holds.
    """

    sort: Sort
    description: str = ""
    optional: bool = False
    names: Mapping[str, "Field"] = field(default_factory=dict)
    each: "Field | None" = None


@dataclass(frozen=True, slots=True)
class Contract:
    """The names of a document type.

    ``required`` are the paths that every template of the type must print somewhere, such as ``beslut[].text``: ``.``
    goes into a group and ``[]`` into a list.
    """

    slug: str
    names: Mapping[str, Field]
    required: Sequence[str] = ()


def contract(slug: str, view: type, required: Sequence[str] = ()) -> Contract:
    """Return the contract that ``view`` states, a TypedDict whose fields are annotated with their descriptions."""
    return Contract(slug, _group(view), required)


def _group(view: type) -> dict[str, Field]:
    hints = typing.get_type_hints(view, include_extras=True)
    return {name: _field(hint) for name, hint in hints.items()}


def _field(hint: object, description: str = "", *, optional: bool = False) -> Field:
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Annotated:
        return _field(inner[0], inner[1], optional=optional)
    if origin in {types.UnionType, typing.Union}:
        (only,) = (one for one in inner if one is not type(None))
        return _field(only, description, optional=True)
    if origin is list:
        return Field(Sort.LIST, description, optional, each=_field(inner[0]))
    if isinstance(hint, type) and typing.is_typeddict(hint):
        return Field(Sort.GROUP, description, optional, names=_group(hint))
    return Field({str: Sort.TEXT, bool: Sort.FLAG}[typing.cast("type", hint)], description, optional)
