"""What a template may spend: rounds, text and work have an end, whatever the template and the data say.

A step is about what it takes to run one small piece of a template once, or to look at ``CHARACTERS_A_STEP`` characters.
The bounds are far beyond any document (a protocol of forty pages takes some hundred thousand steps), and what they let
through ends within a second.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from jinja2 import StrictUndefined, Undefined
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context

MOST_STEPS = 3_000_000
CHARACTERS_A_STEP = 50
KEPT_CHARACTERS_A_STEP = 10
LONGEST_TEXT = 250_000
LARGEST_DATA = 2_000_000
LARGEST_NUMBER = 10**100
LARGEST_DOCUMENT = 10_000_000
DEEPEST_DATA = 100


class UnknownName(StrictUndefined):
    """A name that the view does not have; using it in any way raises UndefinedError with the name as its text."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        return str(self._undefined_name)


@dataclass(slots=True)
class Budget:
    """What is left of one fill: the steps, and the bytes of the parts."""

    steps: int = MOST_STEPS
    octets: int = LARGEST_DOCUMENT

    def spend(self, steps: int) -> None:
        """Count ``steps``; raise SecurityError when they are too many."""
        self.steps -= steps
        if self.steps < 0:
            raise SecurityError("Steps")

    def write(self, octets: int) -> None:
        """Count what is written; raise SecurityError when it is more than any document."""
        self.octets -= octets
        if self.octets < 0:
            raise SecurityError("Length")


class Tally(Context):
    """The values of one fill, with its budget."""

    budget: Budget

    def spend(self, steps: int) -> None:
        """Count ``steps``."""
        self.budget.spend(steps)

    def pay(self, *values: Any, more: int = 0) -> None:  # noqa: ANN401 (whatever a template works with)
        """Count the work on texts and numbers, and on ``more`` characters made of them."""
        length = length_of(*values) + more
        if length > LONGEST_TEXT:
            raise SecurityError("Length")
        self.spend(len(values) + length // CHARACTERS_A_STEP)

    def text_of(self, parts: Iterable[str]) -> str:
        """Return the parts as one text: what a macro or a kept block has made."""
        kept = list(parts)
        length = sum(map(len, kept))
        if length > LONGEST_TEXT:
            raise SecurityError("Length")
        self.spend(len(kept) + length // KEPT_CHARACTERS_A_STEP)
        return "".join(kept)


def length_of(*values: object) -> int:
    """Return how many characters texts and numbers have; raise SecurityError for anything else, untouched."""
    length = 0
    for value in values:
        if isinstance(value, Undefined):
            str(value)
        if not is_printable(value):
            raise SecurityError("Print")
        length += len(str(value))
    return length


def is_printable(value: object) -> bool:
    """Tell whether ``value`` is text or a finite number: what may be printed."""
    return isinstance(value, str) or type(value) is int or (type(value) is float and math.isfinite(value))
