"""What became of a record: the two values that leave the pipeline."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from docgen.errors import Facts, Finding


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands: the export's name and the record's number in it, from 1.

    ``key`` is the record's own ärendenummer or diarienummer, empty until it could be read.
    """

    source: str
    number: int
    key: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """The record became documents; ``remarks`` are the warnings and notes it carries with it."""

    place: Place
    typ: str
    files: Sequence[Path]
    remarks: Sequence[Finding] = ()


@dataclass(frozen=True, slots=True)
class Failed:
    """The record became nothing; ``findings`` are all its faults, warnings included."""

    place: Place
    code: str
    findings: Sequence[Finding] = ()
    facts: Facts = field(default_factory=dict)


Outcome = Written | Failed
