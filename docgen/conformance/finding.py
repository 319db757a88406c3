"""What a test of a finished PDF finds, as values."""

from dataclasses import dataclass, field

from docgen.errors import Facts, Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """One condition: the code that explains it, its number, and its clauses in the two standards.

    ``number`` is the failure condition of the Matterhorn Protocol 1.1 (``28-012``) where it has one, else the clause
    of a standard. ``ua`` is the clause of ISO 14289-1 and ``archive`` that of ISO 19005-2 that a file breaks with it;
    what the severity calls less than an error breaks none, but is of that clause.
    """

    code: str
    number: str
    ua: str = ""
    archive: str = ""
    severity: Severity = Severity.ERROR

    def at(self, part: str, page: int = 0, *, name: str = "", **facts: str) -> "Finding":
        """Return that the rule is broken there."""
        return Finding(self, Place(part, page, name), facts)


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the file: what kind of thing (a key of the messages' words), its page from 1, its name.

    ``page`` is 0 where there is none; ``name`` is of the file's technique (a font, a property), never of its text.
    """

    part: str
    page: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault of a PDF; ``facts`` fill the sentence of the code and hold nothing that the document says."""

    rule: Rule
    place: Place
    facts: Facts = field(default_factory=dict, hash=False)

    @property
    def code(self) -> str:
        """Return the code that explains the fault (``K-17``)."""
        return self.rule.code

    @property
    def matterhorn(self) -> str:
        """Return the number of the condition: of the Matterhorn Protocol, else the clause of ISO 19005-2."""
        return self.rule.number

    @property
    def severity(self) -> Severity:
        """Return how much it matters; only an error breaks a standard."""
        return self.rule.severity
