"""The second half of validate's first step: pydantic's faults as findings, without the values they are about."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from docgen.errors import Finding, RecordError
from docgen.stages.parse import shown
from docgen.values.likhet import nearest

CODES = {
    "missing": "F-01",
    "extra_forbidden": "F-02",
    "enum": "F-03",
    "literal_error": "F-03",
    "union_tag_invalid": "F-03",
    "union_tag_not_found": "F-01",
    "string_too_short": "F-06",
    "too_short": "F-06",
    "string_too_long": "F-08",
    "too_long": "F-08",
    "greater_than_equal": "F-08",
    "less_than_equal": "F-08",
    "string_pattern_mismatch": "F-11",
}
OTHER = "F-05"
DATE = "F-04"

Path = tuple[int | str, ...]
M = TypeVar("M", bound=BaseModel)


def validated(model: type[M], data: bytes, parsed: Mapping[str, object]) -> M:
    """Return the record; raise RecordError with a finding for every fault of its shape."""
    try:
        return model.model_validate_json(data)
    except ValidationError as error:
        faults = error.errors(include_url=False, include_input=False, include_context=True)
    raise RecordError.of([_finding(model, fault, parsed) for fault in faults if not _follows(fault, faults)])


def _follows(fault: Mapping[str, Any], faults: Sequence[Mapping[str, Any]]) -> bool:
    """Tell whether a list is called too short only because pydantic does not count its faulty elements."""
    where = fault["loc"]
    return fault["type"] == "too_short" and any(
        len(one["loc"]) > len(where) and one["loc"][: len(where)] == where for one in faults
    )


def _finding(model: type[BaseModel], fault: Mapping[str, Any], parsed: Mapping[str, object]) -> Finding:
    path, last = _json_path(fault["loc"], parsed)
    kind = str(fault["type"])
    code = DATE if kind.startswith("date") else CODES.get(kind, kind if "-" in kind else OTHER)
    return Finding(code, path, facts=_facts(model, code, last, fault))


def _facts(model: type[BaseModel], code: str, last: str, fault: Mapping[str, Any]) -> dict[str, str]:
    context = fault.get("ctx", {})
    facts = {"falt": shown(last), "vantat": _expected(str(fault["type"]))}
    if code == "F-02":
        facts |= nearest(last, names_in(model))
    if code == "F-03":
        facts["tillatna"] = str(context.get("expected") or context.get("expected_tags", "")).replace(" or ", ", ")
    if code == "F-08":
        facts["grans"] = str(next((context[key] for key in ("ge", "le", "max_length") if key in context), ""))
    return facts


def _expected(kind: str) -> str:
    """Return what was expected, as a key of the words in the messages."""
    return kind.split("_", maxsplit=1)[0]


def _json_path(loc: Path, parsed: object) -> tuple[str, str]:
    """Return the JSON path of ``loc`` and its last name; steps that are tags of a union are no part of the data."""
    path, value, last = "$", parsed, ""
    for at, step in enumerate(loc):
        if isinstance(step, int):
            path += f"[{step}]"
            value = value[step] if isinstance(value, Sequence) and step < len(value) else None
        elif at == len(loc) - 1 or (isinstance(value, Mapping) and step in value):
            path, last = f"{path}.{shown(step)}", step
            value = value.get(step) if isinstance(value, Mapping) else None
    return path, last


def names_in(model: type[BaseModel]) -> set[str]:
    """Return every field name in ``model`` and the models inside it."""
    return {name for one in _models(model, set()) for name in _names(one)}


def _names(model: type[BaseModel]) -> Iterator[str]:
    return (field.alias or name for name, field in model.model_fields.items())


def _models(annotation: Any, seen: set[type]) -> Iterator[type[BaseModel]]:  # noqa: ANN401 - any annotation there is
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        if annotation not in seen:
            seen.add(annotation)
            yield annotation
            for field in annotation.model_fields.values():
                yield from _models(field.annotation, seen)
    else:
        for inner in get_args(annotation):
            yield from _models(inner, seen)
