"""What can go wrong, grouped by what the run does next.

::

    DocgenError
    ├── RunError          stop: nothing more can be made under these conditions
    │   ├── UsageError        the order itself is wrong
    │   ├── BadInput          the export as a whole cannot be read as data
    │   ├── NoInput           there is no such export
    │   ├── SettingsError     organisation.toml, the wording or the law catalogue
    │   ├── TemplateError     the Word template
    │   ├── EngineMissing     no engine that can make a PDF
    │   ├── CannotCreate      the output folder cannot be used
    │   ├── OutputFailed      the disk refused (full, I/O)
    │   ├── NotPermitted      the file system refused us
    │   ├── WorkersFailed     no process that makes documents can be started
    │   ├── Unavailable       a cluster, an object store or a library that the order needs is not there
    │   ├── FolderInUse       another run is at work in the folder
    │   └── Unforeseen        a fault in docgen itself, in another process of the run
    ├── RecordError       skip: this record cannot become a document; the others can
    └── TransientError    retry: the same work may succeed a second time

A class holds a code and typed facts, never a sentence and never personal data. The sentences
are in ``messages.<lang>.toml``; ``docgen.cli.exits`` maps the classes to exit codes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, Self

Facts = Mapping[str, str]


class Severity(StrEnum):
    """How much a finding matters; only an error stops the record."""

    ERROR = "fel"
    WARNING = "varning"
    NOTE = "upplysning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault or remark about one place of one record, as a value.

    ``code`` is a rule id (``R-33``) or a data code (``F-01``); ``path`` is a JSON path
    (``$.beslut[0].utfall``); ``facts`` fill the sentence of the code and hold no personal data. ``accepted``
    marks a warning that the record itself accepts, with a reason.
    """

    code: str
    path: str
    severity: Severity = Severity.ERROR
    facts: Facts = field(default_factory=dict)
    accepted: bool = False


class DocgenError(Exception):
    """An expected failure, told by its code and its facts."""

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code)
        self.code = code
        self.facts: Facts = facts

    def __reduce__(self) -> tuple[Any, ...]:
        """Return how another process gets the same failure."""
        return _again, (type(self), self.code, dict(self.facts))


def _again(kind: type[DocgenError], code: str, facts: dict[str, str]) -> DocgenError:
    return kind(code, **facts)


class RunError(DocgenError):
    """The run cannot go on."""


class UsageError(RunError):
    """The order contradicts itself or names what does not exist."""


class BadInput(RunError):
    """The export as a whole cannot be read as data."""


class NoInput(RunError):
    """There is no such export."""


class SettingsError(RunError):
    """A file of settings, wording or law cannot be used."""


class TemplateError(RunError):
    """A Word template cannot be used."""


class EngineMissing(RunError):
    """There is no engine that can make the PDF."""


class CannotCreate(RunError):
    """The place for the output cannot be used."""


class OutputFailed(RunError):
    """The disk refused: full, or an I/O fault. What it does not give to read is one too."""


class WorkersFailed(RunError):
    """The processes that make the documents cannot be started."""


class Unavailable(RunError):
    """A cluster, an object store or a library that the order needs is not there."""


class FolderInUse(RunError):
    """Another run is at work in the folder."""


class Unforeseen(RunError):
    """A fault in docgen itself, told by the process that it happened in."""


class NotPermitted(RunError):
    """The file system refused us the right."""


class RecordError(DocgenError):
    """This record cannot become a document."""

    def __init__(self, code: str, findings: Sequence[Finding] = (), **facts: str) -> None:
        super().__init__(code, **facts)
        self.findings = tuple(findings)

    @classmethod
    def of(cls, findings: Sequence[Finding]) -> Self:
        """Return the error that carries all ``findings`` of a record, named after the first."""
        return cls(findings[0].code, findings)

    @classmethod
    def at(cls, path: str, code: str, **facts: str) -> Self:
        """Return the error of one finding."""
        return cls.of([Finding(code, path, facts=facts)])


class TransientError(DocgenError):
    """The same work may succeed a second time."""


BUG = "X-01"
"""The code of a failure nobody foresaw: a fault in docgen itself."""


def bug_facts(error: Exception) -> Facts:
    """Return what can be told of an unforeseen ``error``: its type and the last place in docgen, never its text."""
    ours = Path(__file__).parent
    place, frame = "", error.__traceback__
    while frame is not None:
        file = Path(frame.tb_frame.f_code.co_filename)
        if file.is_relative_to(ours):
            place = f"{file.relative_to(ours)}:{frame.tb_lineno}"
        frame = frame.tb_next
    return {"typ": type(error).__name__, "stalle": place}
