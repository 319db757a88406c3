"""Where the time of a fill goes: the steps of ``WordTemplate.fill``, each timed alone on the same documents."""

import statistics
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from clock import clocked
from subject import Data

from docgen.templating.bounds import Budget
from docgen.templating.package import DEFLATE, crc32
from docgen.templating.part import Part
from docgen.templating.rich import Asked, asked
from docgen.templating.word import WordTemplate

WHOLE, REST = "fyllning", "zip och övrigt"

Step = tuple[str, Callable[..., object], Sequence[tuple[Any, ...]]]
"""A step of a fill by its name, and what it is called with for all documents of a round."""


def phases_of(template: WordTemplate, rounds: Iterable[Sequence[Data]]) -> Mapping[str, float]:
    """Return the microseconds of each step of one fill, the middle of the rounds; what is left is the zip archive."""
    found: dict[str, list[float]] = {}
    for contexts in rounds:
        steps = {name: _timed(step, calls) / len(contexts) for name, step, calls in _steps(template, contexts)}
        whole = steps.pop(WHOLE)
        for name, seconds in (steps | {REST: whole - sum(steps.values())}).items():
            found.setdefault(name, []).append(seconds * 1e6)
    return {name: statistics.median(times) for name, times in found.items()}


def _timed(step: Callable[..., object], calls: Sequence[tuple[Any, ...]]) -> float:
    def work() -> None:
        for call in calls:
            step(*call)

    return clocked(work)


def _steps(template: WordTemplate, contexts: Sequence[Data]) -> Iterator[Step]:
    body, *others = template.parts
    data = [dict(context) for context in contexts]
    alone = [(one,) for one in data]
    parts = [(part, one) for one in data for part in others]
    made = [(_filled(part, one),) for one in data for part in template.parts]
    made += [(own,) for one in data for own in _properties(template, one)]
    yield WHOLE, template.fill, alone
    yield "värdena prövas", asked, alone
    yield "brödtexten", _filled, [(body, one) for one in data]
    yield "sidhuvud och sidfot", _filled, parts
    yield "egenskaperna", _properties, [(template, one) for one in data]
    yield "packning", DEFLATE[template.packing], made
    yield "kontrollsummor", crc32, made


def _filled(part: Part, data: dict[str, Any]) -> bytes:
    return part.filled(data, Asked(), Budget())


def _properties(template: WordTemplate, data: dict[str, Any]) -> tuple[bytes, bytes]:
    return template.core.filled(data, Budget()), template.origin.filled("")
