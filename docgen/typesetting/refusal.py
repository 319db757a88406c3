"""The refusal of a Word file that holds what cannot be set as Word would set it."""

from collections.abc import Sequence
from dataclasses import dataclass

from docgen.errors import RecordError


@dataclass(frozen=True, slots=True)
class Construct:
    """What cannot be set: the part it stands in, the number of its paragraph there (0 outside any), its name."""

    part: str
    place: int
    construct: str


class CannotSet(RecordError):
    """This document holds constructs that docgen cannot set; ``constructs`` names them all."""

    def __init__(self, constructs: Sequence[Construct]) -> None:
        first = constructs[0]
        super().__init__(
            "P-11",
            dokumentdel=first.part,
            stycke=str(first.place or "–"),
            element=first.construct,
            fler=str(len(constructs) - 1),
        )
        self.constructs = tuple(constructs)
