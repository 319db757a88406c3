"""What became of a record: the two values that leave the pipeline, and the task that leads to one of them."""

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
class Made:
    """A finished file: its path, how many bytes it has and the SHA-256 of them in hexadecimal.

    ``address`` is where it lies when that is an object store.
    """

    path: Path
    size: int
    sha256: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """The record became documents; ``remarks`` are the warnings and notes it carries with it."""

    place: Place
    typ: str
    made: Sequence[Made]
    remarks: Sequence[Finding] = ()

    @property
    def files(self) -> Sequence[Path]:
        """Return the paths of the documents."""
        return [one.path for one in self.made]

    @property
    def names(self) -> Sequence[str]:
        """Return the addresses of the documents, or their paths, for whoever looks for them."""
        return [one.address or str(one.path) for one in self.made]


@dataclass(frozen=True, slots=True)
class Failed:
    """The record became nothing; ``findings`` are all its faults, warnings included."""

    place: Place
    code: str
    findings: Sequence[Finding] = ()
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Kept:
    """The record was made before, of the same and under the same conditions; its documents are left as they are."""

    place: Place
    typ: str


Outcome = Written | Failed | Kept


@dataclass(frozen=True, slots=True)
class Task:
    """One record to be made: the number of its row in the logbook, and where its bytes lie.

    A worker reads them itself, so that no personal data passes between processes. ``file`` is a path or an address
    that every worker can read, ``name`` what the documents of the record are called; ``again`` says that a worker has
    died over it before.
    """

    row: int
    place: Place
    name: str
    file: str
    offset: int
    length: int
    again: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a task; its files are on the disk."""

    row: int
    outcome: Outcome
