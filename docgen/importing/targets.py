"""The fields that a map may fill: those of the model of its document type."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from types import NoneType, UnionType
from typing import Annotated, Literal, Union, get_args, get_origin

from docgen.documents.part import Part
from docgen.documents.record import Record
from docgen.importing.faults import MapFault
from docgen.importing.paths import EACH
from docgen.importing.tree import Leaf, Target
from docgen.values.likhet import nearest


def check(model: type[Record], leaves: Sequence[Leaf]) -> None:
    """Raise MapFault I-24, I-25 or I-28 for what the model does not have, lacks, or does not allow."""
    for leaf in leaves:
        _check_value(leaf, _annotations(model, leaf))
    targets = {leaf.target for leaf in leaves}
    for place in required(model, leaves):
        if not _under(place, targets):
            raise MapFault(("falt",), "I-25", falt=named(place))


def required(model: type[Record], leaves: Sequence[Leaf]) -> list[Target]:
    """Return the fields and parts that the model cannot be without, inside the parts that ``leaves`` fill."""
    return list(_required(model, (), {leaf.target for leaf in leaves}))


def named(target: Target) -> str:
    """Return the target as a map writes it."""
    return ".".join(target).replace(f".{EACH}", EACH)


def _annotations(model: type[Record], leaf: Leaf) -> list[object]:
    """Return what the value at the end of the target may be."""
    found: list[object] = [model]
    for step in leaf.target:
        fields = [pair for part in _parts(found) for pair in _fields(part)]
        inner = _elements(found) if step == EACH else [one for name, one, _ in fields if name == step]
        if not inner:
            raise MapFault(
                ("falt", leaf.name), "I-24", nyckel=leaf.name, **nearest(step, {name for name, *_ in fields})
            )
        found = [one for annotation in inner for one in _options(annotation)]
    return found


def _check_value(leaf: Leaf, annotations: Sequence[object]) -> None:
    """Raise MapFault where the target is a part or a list, or where a word of the map is none of the target's."""
    listed = isinstance(leaf.constant, tuple) or isinstance(leaf.otherwise, tuple)
    if () in (leaf.constant, leaf.otherwise) and _elements(annotations):
        return
    ends = [*_elements(annotations)] if listed else [one for one in annotations if get_origin(one) is not tuple]
    if not ends or _parts(ends):
        raise MapFault(("falt", leaf.name), "I-24", nyckel=leaf.name, forslag="inget_liknar")
    allowed = {word for one in ends for word in _words(one)}
    if not allowed or any(one is str for one in ends):
        return
    for keys, word in _said(leaf):
        if word not in allowed:
            raise MapFault(keys, "I-28", varde=word, kanda=", ".join(sorted(allowed)), **nearest(word, allowed))


def _said(leaf: Leaf) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield each word that the map itself puts into the field, with where it says so."""
    for given in (leaf.constant, leaf.otherwise):
        words = given if isinstance(given, tuple) else (given,)
        yield from ((("falt", leaf.name), word) for word in words if isinstance(word, str))
    yield from ((("kodtabell", leaf.table, code), word) for code, word in leaf.codes.items())


def _required(model: type[Part], above: Target, targets: Iterable[Target]) -> Iterator[Target]:
    for name, annotation, must in _fields(model):
        place = (*above, name)
        if must:
            yield place
        options = list(_options(annotation))
        inner = [one for element in _elements(options) for one in _options(element)]
        for parts, at in ((_parts(options), place), (_parts(inner), (*place, EACH))):
            if len(parts) == 1 and _under(at, targets):  # of several that may stand here, which one is not known
                yield from _required(parts[0], at, targets)


def _under(place: Target, targets: Iterable[Target]) -> bool:
    """Tell whether any of ``targets`` is ``place`` or a field in it."""
    return any(one[: len(place)] == place for one in targets)


def _fields(part: type[Part]) -> Iterator[tuple[str, object, bool]]:
    """Yield the name in JSON, what it may be, and whether it must be there, of each field."""
    for name, field in part.model_fields.items():
        yield field.alias or name, field.annotation, field.is_required()


def _options(annotation: object) -> Iterator[object]:
    """Yield the types of a union, bare of what is annotated; None is no option."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _options(get_args(annotation)[0])
    elif origin in {Union, UnionType}:
        for one in get_args(annotation):
            yield from _options(one)
    elif annotation is not NoneType:
        yield annotation


def _parts(annotations: Iterable[object]) -> list[type[Part]]:
    return [one for one in annotations if isinstance(one, type) and issubclass(one, Part)]


def _elements(annotations: Iterable[object]) -> list[object]:
    return [get_args(one)[0] for one in annotations if get_origin(one) is tuple]


def _words(annotation: object) -> set[str]:
    """Return the words that an enumeration or a literal allows, none for any other type."""
    if get_origin(annotation) is Literal:
        return {str(one) for one in get_args(annotation)}
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return {str(one) for one in annotation}
    return set()
