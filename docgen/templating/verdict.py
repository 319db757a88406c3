"""What is said of a template: its faults, and what its parts are called by people."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from docgen.errors import Severity, TemplateError
from docgen.templating.fault import Fault


@dataclass(frozen=True, slots=True)
class NamedPart:
    """A part that holds text: its name in the package, the key of the word for it, and its section of the document.

    The section is 0 where the document has only one. ``says`` is the text of a document property, of which one part has
    several.
    """

    name: str
    word: str
    section: int = 0
    says: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong with one template, all at once."""

    path: Path
    parts: Sequence[NamedPart]
    faults: Sequence[Fault]

    def count(self, severity: Severity) -> int:
        """Return how many faults there are of one severity."""
        return sum(1 for fault in self.faults if fault.severity is severity)

    @property
    def usable(self) -> bool:
        """Tell whether documents can be made with the template."""
        return not self.count(Severity.ERROR)


class Refused(TemplateError):
    """A template that no document may be made with, and why."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__("M-50", fil=str(verdict.path), antal=str(verdict.count(Severity.ERROR)))
        self.verdict = verdict

    def __reduce__(self) -> tuple[type["Refused"], tuple[Verdict]]:
        """Return how another process gets the same refusal."""
        return Refused, (self.verdict,)
